"""Which words may be corrected as a slip of the pen, and which are the decision itself?"""

from decimal import Decimal

import pytest

from cases.clerical import corrected, places, substance
from documents.registry import FORMS

DECISION = FORMS["penalty-decision"].samples()["typical"]
PARTY = [DECISION.party.name, DECISION.party.uscc]
FACTS = (
    "2026年3月10日9时40分，当事人样例旗顺达货物运输有限公司的车辆行经S210线，超限12320千克，"
    "违反《公路法》第五十条，拟处罚款人民币陆仟元整（¥6000.00），应在十五日内缴纳，另处警告。"
)


def touched(wrong: str, right: str) -> list[str]:
    from_facts = corrected(DECISION, DECISION.facts, FACTS)
    return substance(from_facts, wrong, right, PARTY)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("S210线", "S211线"), ("9时40分", "9时4分"), ("超限12320千克", "超限12302千克"), ("行经", "途经")],
)
def test_a_slip_of_the_pen_touches_nothing(wrong: str, right: str) -> None:
    assert touched(wrong, right) == []


@pytest.mark.parametrize(
    ("wrong", "right", "what"),
    [
        ("陆仟元", "柒仟元", "金额"),
        ("¥6000.00", "¥7000.00", "金额"),
        ("罚款人民币", "没收违法所得人民币", "处罚种类"),
        ("另处警告", "另处通报批评", "处罚种类"),
        ("第五十条", "第五十一条", "适用的条文"),
        ("《公路法》", "《港口法》", "适用的条文"),
        ("十五日内", "十日内", "期限"),
        ("顺达货物", "顺大货物", "当事人的身份"),
    ],
)
def test_what_was_decided_is_no_slip_of_the_pen(wrong: str, right: str, what: str) -> None:
    assert what in touched(wrong, right)


def test_a_sum_that_is_no_text_is_a_sum_too() -> None:
    assert DECISION.fine and substance(DECISION, f"{DECISION.fine:f}", "1", PARTY) == ["金额"]
    assert isinstance(DECISION.fine, Decimal)


def test_the_number_of_the_party_is_its_identity() -> None:
    assert "当事人的身份" in substance(DECISION, DECISION.party.uscc[-4:], "0000", PARTY)


def test_only_texts_are_put_right_and_everywhere() -> None:
    again = corrected(DECISION, "样例旗", "示例旗")
    assert again.fine == DECISION.fine and not places(again, "样例旗") and places(again, "示例旗")
