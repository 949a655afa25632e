"""Does the board name what is late, what falls due, what must go and what was kept back, and by whom?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from bureau.sample.story import Cast, Story
from cases.models import PublicationExemption
from cases.services import Refused, perform
from publicity.board import UnitCounts, groups, unit_counts
from publicity.errands import approval_errands, withdrawal_errands
from publicity.models import Publication
from publicity.services import prepare
from tests.publicity import cases
from tests.publicity.conftest import proposed, publish, signed_in

BOARD = "/public/desk/board/"
DUE = date(2026, 9, 2)
"""Seven working days after Monday 24 August 2026: 25, 26, 27, 28, 31 August, 1 and 2 September."""
SET_ASIDE = date(2026, 9, 10)
"""A Thursday; three working days: 11, 14, 15 September."""


def places(cast: Cast, on: date, who: str = "秦芳") -> dict[str, list[str]]:
    """In which groups do cases stand, with the chip or the note of each line?"""
    return {one.key: [row.due.label if row.due else row.note for row in one.rows] for one in groups(cast[who], on)}


def filled(cast: Cast, on: date, who: str = "秦芳") -> set[str]:
    return {key for key, rows in places(cast, on, who).items() if rows}


@pytest.mark.parametrize(
    ("on", "key", "chip"),
    [
        (date(2026, 8, 29), "running", "剩 4 日"),
        (date(2026, 8, 30), "soon", "剩 3 日"),
        (DUE, "soon", "今天到期"),
        (date(2026, 9, 3), "late", "已超 1 日"),
    ],
)
def test_a_decision_moves_from_running_to_soon_to_late(story: Story, cast: Cast, on: date, key: str, chip: str) -> None:
    assert filled(cast, on) == {key}
    assert places(cast, on)[key] == [chip]


def test_each_line_opens_its_case_and_says_how_far_the_copy_is(story: Story, cast: Cast) -> None:
    prepare(story.case.decisions.get())
    with time_machine.travel(date(2026, 9, 3)):
        page = signed_in(cast, "卫国").get(BOARD).content.decode()
    (late,) = re.findall(r'id="group-late".*?</section>', page, re.S)
    assert f'href="/cases/{story.case.pk}/"' in late
    assert "待制作公示稿" in late and "截止 2026-09-02" in late and "已超 1 日" in late


def test_what_was_published_late_stays_named_with_both_days(redacted: Publication, cast: Cast) -> None:
    perform(redacted, "approve", cast["尤佳"], date(2026, 9, 4))
    assert filled(cast, date(2026, 9, 15)) == {"after"}
    (after,) = [one for one in groups(cast["秦芳"], date(2026, 9, 15)) if one.key == "after"]
    assert after.rows[0].detail == "期限 2026年9月2日，2026年9月4日 办理，逾期"


def test_what_is_kept_back_needs_two_people_and_keeps_its_reason(story: Story, cast: Cast) -> None:
    day = date(2026, 8, 26)
    asked = story.act("秦芳", "propose_exemption", day, reason="涉及当事人的商业秘密。").about
    assert places(cast, day)["asked"] == ["涉及当事人的商业秘密。"]
    with pytest.raises(Refused, match="还没有答复"):
        story.handler("propose_exemption", day, reason="再次提请。")
    with pytest.raises(Refused, match="由执法部门负责人办理"):
        story.act_on(asked, "秦芳", "excuse_publication", day)
    with pytest.raises(IntegrityError, match="nobody_exempts_on_own_proposal"), transaction.atomic():
        PublicationExemption.objects.update(state="approved", decided_by=cast["秦芳"], decided_on=day)
    story.act_on(asked, "卫国", "excuse_publication", day)
    assert filled(cast, day) == {"exempt"}
    (exempt,) = [one for one in groups(cast["卫国"], day) if one.key == "exempt"]
    assert exempt.rows[0].note == "涉及当事人的商业秘密。"
    assert exempt.rows[0].detail == "秦芳 2026年8月26日 提请；卫国 2026年8月26日 批准"
    assert story.case.terms.get(key="publish").note == "涉及当事人的商业秘密。"


def test_a_refused_wish_leaves_the_clock_running(story: Story, cast: Cast) -> None:
    day = date(2026, 8, 26)
    asked = story.handler("propose_exemption", day, reason="当事人要求。").about
    story.act_on(asked, "卫国", "refuse_exemption", day, opinion="不属于不应公开的情形。")
    assert filled(cast, day) == {"running"}
    assert "提请不予公示" in signed_in(cast, story.first).get(f"/cases/{story.case.pk}/").content.decode()


@pytest.fixture
def fallen(published: Publication, story: Story) -> Iterator[Publication]:
    """Published on 28 August, set aside by the bureau itself on 10 September."""
    story.act(
        "卫国",
        "set_aside_decision",
        SET_ASIDE,
        decision=published.decision,
        opinion="称重设备的检定证书已经过期。",
        outcome="annulled",
        procedural=False,
        redo_ordered=True,
    )
    yield Publication.objects.get(pk=published.pk)


def test_what_fell_is_to_be_withdrawn_in_three_working_days_and_then_named(fallen: Publication, cast: Cast) -> None:
    assert filled(cast, SET_ASIDE) == {"withdraw"}
    assert places(cast, date(2026, 9, 16))["withdraw"] == ["已超 1 日"]
    (errand,) = withdrawal_errands(cast["秦芳"], SET_ASIDE)
    assert (errand.verb, errand.verb_url) == ("撤回公示", f"/public/desk/{fallen.pk}/withdraw/")
    assert errand.due is not None and errand.due.on == date(2026, 9, 15)
    assert withdrawal_errands(cast["李明"], SET_ASIDE) == []
    with time_machine.travel(date(2026, 9, 16)):
        perform(fallen, "withdraw", cast["尤佳"], date(2026, 9, 16), reason="决定已被本机关撤销。")
    assert withdrawal_errands(cast["秦芳"], date(2026, 9, 16)) == []
    (gone,) = [one for one in groups(cast["秦芳"], date(2026, 9, 16)) if one.rows]
    assert (gone.key, gone.rows[0].note) == ("withdrawn", "决定已被本机关撤销。")
    assert gone.rows[0].detail == "期限 2026年9月15日，2026年9月16日 办理，逾期"


def test_the_first_of_two_parties_is_to_be_withdrawn_though_the_second_is_not_yet_public(cast: Cast) -> None:
    story = cases.overloaded(cast, cases.FIRM, cases.OTHER_FIRM)
    cases.serve(story)
    first = publish(story.case.decisions.order_by("pk")[0], cast)
    type(first.decision).objects.filter(pk=first.decision_id).update(effect="annulled", effect_on=SET_ASIDE)
    assert [one.number for one in withdrawal_errands(cast["秦芳"], SET_ASIDE)] == [first.number]


def test_a_publisher_reaches_the_copy_though_the_case_is_investigated_anew(
    fallen: Publication, story: Story, cast: Cast
) -> None:
    story.act("卫国", "redo_case", date(2026, 9, 11), opinion="重新调查。")
    assert signed_in(cast, "秦芳").get(f"/cases/{story.case.pk}/").status_code == 404
    page = signed_in(cast, "秦芳").get(f"/public/desk/{fallen.pk}/withdraw/")
    assert page.status_code == 200
    assert filled(cast, date(2026, 9, 11)) == {"withdraw"}


def test_what_fell_is_never_published_again(fallen: Publication, cast: Cast) -> None:
    perform(fallen, "withdraw", cast["尤佳"], SET_ASIDE, reason="决定已被本机关撤销。")
    again = prepare(fallen.decision)
    assert again.pk != fallen.pk
    with pytest.raises(Refused, match="这份决定已于 2026年9月10日 已撤销，不得公示"):
        perform(again, "redact", cast["秦芳"], SET_ASIDE, **proposed(again.decision))


def test_what_falls_between_writing_and_approving_is_not_published(redacted: Publication, story: Story) -> None:
    type(redacted.decision).objects.update(effect="changed", effect_on=date(2026, 8, 28))
    redacted.refresh_from_db()
    with pytest.raises(Refused, match="已变更，不得公示"):
        perform(redacted, "approve", story.cast["尤佳"], date(2026, 8, 28))


def test_a_copy_waits_on_the_worklist_of_the_other_publisher_only(redacted: Publication, cast: Cast) -> None:
    (errand,) = approval_errands(cast["尤佳"], cases.REDACTED)
    assert (errand.number, errand.verb_url) == (redacted.number, f"/public/desk/{redacted.pk}/approve/")
    assert approval_errands(cast["秦芳"], cases.REDACTED) == []


def test_units_are_counted_side_by_side(story: Story, cast: Cast) -> None:
    """One in time, one late, one kept back, one still running: all of them the same unit's."""
    told = [cases.overloaded(cast, cases.FIRM | {"name": f"样例{name}运输有限公司"}) for name in ("甲", "乙", "丙")]
    for one in told:
        cases.serve(one)
    publish(told[0].case.decisions.get(), cast)
    copy = prepare(told[1].case.decisions.get())
    perform(copy, "redact", cast["秦芳"], cases.REDACTED, **proposed(copy.decision))
    perform(copy, "approve", cast["尤佳"], date(2026, 9, 4))
    told[2].exempt(date(2026, 8, 27), "涉及商业秘密。")
    counted: dict[str, Any] = {"unit": story.case.department.name, "decided": 4, "in_time": 1, "after_time": 1}
    counted |= {"exempt": 1, "withdrawn": 0, "withdrawn_late": 0}
    assert unit_counts(cast["卫国"], DUE) == [UnitCounts(**counted, running=1, late=0)]
    assert unit_counts(cast["卫国"], date(2026, 9, 3)) == [UnitCounts(**counted, running=0, late=1)]
    assert unit_counts(cast["卫国"], date(2027, 1, 4)) == []


@pytest.mark.parametrize(("name", "is_open"), [("秦芳", True), ("卫国", True), ("郑海", True), ("李明", False)])
def test_publishers_and_heads_read_the_board(story: Story, cast: Cast, name: str, is_open: bool) -> None:
    assert signed_in(cast, name).get(BOARD).status_code == (200 if is_open else 404)
    assert "group-late" not in signed_in(cast, "李明").get(BOARD).content.decode()
