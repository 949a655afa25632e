"""Do the papers say what the case knows: the order to correct, what is to be paid, what became of things?"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample.meter import meter
from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.act import Ask
from cases.case_file import load_case_file
from cases.dossier import cover_of
from cases.papers.decision import penalty_decision
from cases.papers.parts import Drawing, correction_told, payment_clause
from officers.models import Bureau

pytestmark = pytest.mark.django_db
BASIS = "根据《中华人民共和国行政处罚法》第二十八条第一款的规定，责令你（单位）"


@pytest.fixture
def story(db: None) -> Story:
    return overload(hire_everyone("quick"), until="decided")


@pytest.fixture
def drawing(story: Story) -> Callable[[], Drawing]:
    def draw() -> Drawing:
        file = load_case_file(story.case.pk)
        (party,) = file.parties
        return Drawing(file, Ask(file, file.handlers[0], date(2026, 4, 2)), Bureau.objects.get(), party)

    return draw


def order(story: Story, **changed: Any) -> Any:
    facts = {"content": "安装限载装置。", "ordered_on": date(2026, 3, 20), "due_on": date(2026, 4, 20)}
    return story.case.corrections.create(party=story.party, **facts | changed)


def test_a_decision_orders_to_correct_at_once_where_nothing_else_was_ordered(
    drawing: Callable[[], Drawing],
) -> None:
    assert penalty_decision(drawing()).other_performance == f"{BASIS}立即改正上述违法行为"


def test_a_decision_repeats_the_order_of_the_case_with_its_last_day(
    story: Story, drawing: Callable[[], Drawing]
) -> None:
    order(story)
    assert penalty_decision(drawing()).other_performance == f"{BASIS}于2026年4月20日前改正：安装限载装置"


def test_a_decision_tells_what_has_been_corrected(story: Story, drawing: Callable[[], Drawing]) -> None:
    order(story, due_on=None, corrected_on=date(2026, 3, 25), state="corrected")
    one = drawing()
    assert correction_told(one, one.the_party) == f"{BASIS}立即改正：安装限载装置（已于2026年3月25日改正）"


def test_where_nothing_is_to_be_paid_the_sentence_stays_and_its_blanks_are_struck(
    drawing: Callable[[], Drawing],
) -> None:
    told = payment_clause(drawing(), "payment-clause", Decimal(0))
    assert told.startswith("处以罚款的，自收到本决定书之日起十五日内缴至/，账号/，到期不缴纳罚款的，")
    assert "/" not in payment_clause(drawing(), "payment-clause", Decimal(100)).removeprefix("处以罚款的")


def test_the_cover_names_the_summary_procedure_of_a_case_punished_on_the_spot(db: None) -> None:
    """行政处罚法 51; forms 90, A30: 程序类型."""
    story = meter(hire_everyone("quick"), until="found")
    assert cover_of(load_case_file(story.case.pk)).procedure == "普通程序"
    story = meter(story.cast, until="punished")
    assert cover_of(load_case_file(story.case.pk)).procedure == "简易程序"
