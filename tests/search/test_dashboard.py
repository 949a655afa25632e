"""Does every number of the dashboard open a list of as many cases, by post and by unit, and never by person?"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Case, Term
from search.dashboard import dashboard
from tests.search.test_filters import listed

Sign = Callable[[str], Client]
READERS = ("卫国", "韩雪", "郑海", "冯涛", "陈静", "秦芳")
TODAY = date(2026, 3, 27)
"""A Friday; Monday 6 April is a holiday (清明), so the seventh working day is Wednesday 8 April."""


@pytest.fixture
def clock(world: dict[str, Any], time_machine: Any) -> None:
    """Terms around a Friday before a holiday."""
    time_machine.move_to("2026-03-27 02:00Z", tick=False)
    Term.objects.all().delete()
    for key, days in (("overload", (-1, 5)), ("again", (12,)), ("chemicals", (13,))):
        for number in days:
            due = TODAY + timedelta(days=number)
            Case.objects.get(pk=world[key]).terms.create(
                key="publish" if key == "overload" else "decide",
                title="公示处罚决定",
                nature="duty",
                basis="行政处罚法:48",
                opened_on=date(2026, 3, 1),
                due_on=due,
                derivation="-",
            )


def numbers(officer: Any) -> dict[str, int]:
    board = dashboard(officer, TODAY)
    return {one.label: one.value for one in (*board.urgent, *board.publication)}


@pytest.mark.usefixtures("clock")
def test_the_numbers_are_those_counted_by_hand(world: dict[str, Any]) -> None:
    assert numbers(world["cast"]["卫国"]) == {
        "七个工作日内到期": 2,  # 1 April and 8 April; 9 April is the eighth working day
        "已超期": 1,
        "逾期未缴罚款": 0,
        "复议、诉讼中": 0,
        "本年被纠正的决定": 0,
        "待公示": 1,  # one case with two terms
        "公示已逾期": 1,
    }


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("name", READERS)
def test_every_number_opens_a_list_of_as_many(world: dict[str, Any], signed_in: Sign, name: str) -> None:
    client = signed_in(name)
    board = client.get(reverse("search:dashboard")).context["board"]
    figures = [*board.urgent, *board.publication, *board.stages, *board.waiting]
    assert len(figures) >= 7
    for one in figures:
        assert len(listed(client, one.url.partition("?")[2])) == one.value, (name, one.label)


@pytest.mark.usefixtures("clock")
def test_stages_and_waiting_add_up_to_all_running_cases(world: dict[str, Any]) -> None:
    board = dashboard(world["cast"]["卫国"], TODAY)
    assert board.running == 4
    assert sum(one.value for one in board.waiting) == 4


@pytest.mark.usefixtures("clock")
def test_the_head_of_a_unit_sees_the_unit_only(world: dict[str, Any]) -> None:
    assert [dashboard(world["cast"][name], TODAY).running for name in ("郑海", "冯涛", "陈军")] == [3, 1, 0]
    assert numbers(world["cast"]["陈军"])["七个工作日内到期"] == 0


@pytest.mark.usefixtures("clock")
def test_no_person_is_named_on_the_page(world: dict[str, Any], signed_in: Sign) -> None:
    page = signed_in("卫国").get(reverse("search:dashboard")).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for name in world["cast"]:
        assert name not in main


def test_averages_are_told_of_three_ended_terms_and_more(world: dict[str, Any]) -> None:
    Term.objects.all().delete()
    case = Case.objects.get(pk=world["overload"])
    for key, took in (("decide", (10, 20, 33)), ("archive", (5, 5))):
        for number, days in enumerate(took):
            opened = date(2026, 1, 1) + timedelta(days=number)
            case.terms.create(
                key=key,
                title="作出处罚决定",
                nature="duty",
                basis="行政处罚法:60",
                opened_on=opened,
                due_on=opened + timedelta(days=90),
                derivation="-",
                ended_on=opened + timedelta(days=days),
                ending="met",
            )
    (pace,) = dashboard(world["cast"]["卫国"], TODAY).paces
    assert (pace.title, pace.count, pace.days, pace.allowed) == ("作出处罚决定", 3, 21.0, 90.0)


@pytest.mark.parametrize("name", ["李明", "杨兰", "朱玉", "施康", "许系"])
def test_the_page_is_for_those_who_answer_for_more_than_their_own_cases(signed_in: Sign, name: str) -> None:
    assert signed_in(name).get(reverse("search:dashboard")).status_code == 404


def test_the_page_asks_few_queries(signed_in: Sign, django_assert_max_num_queries: Any) -> None:
    client = signed_in("卫国")
    with django_assert_max_num_queries(15):
        client.get(reverse("search:dashboard"))
