"""Do the grounds on which a hearing is refused, put off, interrupted or ended stand in the dated list?"""

from datetime import date

import pytest

from law.hearing_grounds import UnknownHearingGround, all_hearing_grounds, hearing_ground, hearing_grounds

DAY = date(2026, 6, 1)
# By hand from 行政处罚法 64 and the reconstruction of the ministry's rules.
COUNTED = {"refused": 2, "postponed": 3, "suspended": 6, "ended": 7}


@pytest.mark.parametrize(("kind", "count"), COUNTED.items())
def test_every_kind_of_change_has_its_grounds(kind: str, count: int) -> None:
    assert len(hearing_grounds(kind, DAY)) == count


def test_there_are_no_grounds_before_the_law_was_in_force() -> None:
    assert [kind for kind in COUNTED if hearing_grounds(kind, date(2021, 7, 14))] == []


def test_only_what_the_statute_itself_says_is_certain() -> None:
    certain = {one.key for one in all_hearing_grounds() if one.certainty == "S"}
    assert certain == {"refused-late", "refused-no-right", "ended-absent", "ended-left"}
    assert all(one.source for one in all_hearing_grounds())


def test_absence_without_good_reason_is_article_64_6() -> None:
    assert hearing_ground("ended-absent", DAY).basis == "行政处罚法:64(6)"
    with pytest.raises(UnknownHearingGround):
        hearing_ground("ended-nonsense", DAY)
