"""Which questions are proposed for whom, and do the opening and the closing always stand around them?"""

from datetime import date

import pytest

from law.questions import UnknownBank, banks_for, questions_of

DAY = date(2026, 3, 10)


def test_the_bank_of_a_field_comes_first_and_only_in_its_field() -> None:
    assert [one.key for one in banks_for({"超限运输"}, DAY)] == [
        "driver-overload",
        "general",
        "driver",
        "owner",
        "witness",
    ]
    assert [one.key for one in banks_for({"道路客运"}, DAY)] == ["general", "driver", "owner", "witness"]


@pytest.mark.parametrize("key", ["general", "driver", "driver-overload", "owner", "witness"])
def test_every_interview_shows_certificates_tells_rights_and_is_read_back(key: str) -> None:
    asked = questions_of(key, DAY)
    assert "执法证件" in asked[0] and "申请我们回避" in asked[1] and asked[-1] == "以上记录请你核对，是否属实？"


def test_an_unknown_bank_is_refused() -> None:
    with pytest.raises(UnknownBank):
        questions_of("captain", DAY)
