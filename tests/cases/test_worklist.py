"""Does each post see what is due today, what waits for it, and for whom it waits - and nothing else?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample import stories
from bureau.sample.people import PEOPLE, hire_everyone
from bureau.sample.story import Cast, Story
from cases.models import Case, CaseOfficer, Party, Term
from cases.screens.next_act import main_act
from cases.screens.worklist import worklist
from officers.models import Officer
from officers.roles import SYSTEM_ROLES

pytestmark = pytest.mark.django_db
Seen = dict[str, tuple[str, str, str, str]]


@pytest.fixture
def cast(time_machine: Any) -> Cast:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    return hire_everyone()


def seen(cast: Cast, on: date) -> Seen:
    """Per person with work: group, verb, day it is due, whom it waits for. One case only."""
    found: Seen = {}
    for name, officer in cast.items():
        for group in worklist(Officer.objects.get(pk=officer.pk), on):
            assert group.total == len(group.rows)
            for row in group.rows:
                due = f"{row.due.on:%m-%d}" if row.due else ""
                assert name not in found, f"{name} sees the case twice"
                found[name] = (group.key, row.verb, due, row.waiting_for)
    return found


Tell = Callable[[Cast], Story]
HANDLERS_OF_1, HANDLERS_OF_2 = ("李明", "王强"), ("赵刚", "孙丽")


def both(names: tuple[str, str], *row: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(names, row)


STANDS: list[tuple[str, Tell, date, dict[str, tuple[str, ...]]]] = [
    (
        "proposal approved: the handlers make the notice",
        lambda cast: stories.overload(cast, until="approved"),
        date(2026, 3, 16),
        both(HANDLERS_OF_1, "mine", "制作违法行为通知书", "06-08", ""),
    ),
    (
        "notified: everybody waits for the party",
        lambda cast: stories.dangerous_goods(cast, until="notified"),
        date(2026, 5, 18),
        both(HANDLERS_OF_2, "others", "", "08-05", "当事人陈述申辩"),
    ),
    (
        "notified, the statement period over: the hearing may still be asked for",
        lambda cast: stories.dangerous_goods(cast, until="notified"),
        date(2026, 5, 25),
        both(HANDLERS_OF_2, "others", "", "08-05", "当事人要求听证"),
    ),
    (
        "notified, both periods over: the handlers go on",
        lambda cast: stories.dangerous_goods(cast, until="notified"),
        date(2026, 5, 26),
        both(HANDLERS_OF_2, "mine", "提请法制审核", "08-05", ""),
    ),
    (
        "under review: the reviewer, by the house rule of five working days",
        lambda cast: stories.dangerous_goods(cast, until="under_review"),
        date(2026, 6, 12),
        {"陈静": ("mine", "法制审核同意", "06-22", "")} | both(HANDLERS_OF_2, "others", "", "06-22", "法制审核人员"),
    ),
    (
        "ready: the heads decide",
        lambda cast: stories.overload(cast, until="ready"),
        date(2026, 3, 30),
        dict.fromkeys(("卫国", "蒋平", "沈红"), ("mine", "作出行政处罚决定", "06-08", ""))
        | both(HANDLERS_OF_1, "others", "", "06-08", "执法部门负责人"),
    ),
    (
        "ready on the last of the ninety days: today",
        lambda cast: stories.overload(cast, until="ready"),
        date(2026, 6, 8),
        dict.fromkeys(("卫国", "蒋平", "沈红"), ("today", "作出行政处罚决定", "06-08", ""))
        | both(HANDLERS_OF_1, "others", "", "06-08", "执法部门负责人"),
    ),
    (
        "served: money and publication are on their desks",
        lambda cast: stories.overload(cast, until="served"),
        date(2026, 4, 3),
        {
            "杨兰": ("mine", "登记缴款", "04-14", ""),
            "秦芳": ("mine", "", "04-14", ""),
            "尤佳": ("mine", "", "04-14", ""),
        }
        | both(HANDLERS_OF_1, "others", "", "04-14", "公示人员"),
    ),
    (
        "served, publication due: today",
        lambda cast: stories.overload(cast, until="served"),
        date(2026, 4, 14),
        {
            "杨兰": ("today", "登记缴款", "04-14", ""),
            "秦芳": ("today", "", "04-14", ""),
            "尤佳": ("today", "", "04-14", ""),
        }
        | both(HANDLERS_OF_1, "others", "", "04-14", "公示人员"),
    ),
]


@pytest.mark.parametrize(("tell", "on", "expected"), [row[1:] for row in STANDS], ids=[row[0] for row in STANDS])
def test_each_person_sees_the_case_in_the_right_group(
    cast: Cast, tell: Tell, on: date, expected: dict[str, tuple[str, ...]]
) -> None:
    tell(cast)
    assert seen(cast, on) == expected


def test_a_case_without_a_running_term_still_waits_for_its_head(cast: Cast) -> None:
    """A closing is endorsed when everything is paid and published: no date is left, but the work is."""
    story = stories.overload(cast, until="paid")
    story.exempt(date(2026, 4, 14), "样例案件")
    story.handler("propose_closing", date(2026, 4, 14), closing_note="罚款已缴清。", opinion="建议结案。")
    assert seen(cast, date(2026, 4, 15)) == {"郑海": ("mine", "审核结案", "", "")} | both(
        HANDLERS_OF_1, "others", "", "", "办案机构负责人"
    )


def test_an_archivist_sees_the_closed_case_and_its_handlers_wait(cast: Cast) -> None:
    story = stories.first_offence(cast)
    archivist = seen(cast, story.case.closed_on)["朱玉"]
    assert archivist[:2] == ("mine", "归档")


# --- queries and doors ---------------------------------------------------------------------------------
def copies(source: Case, count: int) -> None:
    """The same case again, with its handlers, parties and terms."""
    for _ in range(count):
        case = Case.objects.get(pk=source.pk)
        case.pk, case.number = None, f"复制{Case.objects.count()}"
        case.save(force_insert=True)
        for model in (CaseOfficer, Party, Term):
            rows = list(model.objects.filter(case=source).order_by("pk"))
            for row in rows:
                row.pk, row.case = None, case
            model.objects.bulk_create(rows)


@pytest.mark.parametrize("name", ["李明", "卫国", "杨兰"])
def test_the_number_of_queries_does_not_grow_with_the_cases(
    cast: Cast, name: str, django_assert_max_num_queries: Any
) -> None:
    story = stories.overload(cast, until="served" if name == "杨兰" else "ready")
    copies(story.case, 4)
    officer, on = cast[name], date(2026, 4, 3)
    with django_assert_max_num_queries(16) as few:
        five = worklist(Officer.objects.get(pk=officer.pk), on)
    copies(story.case, 55)
    with django_assert_max_num_queries(len(few)):
        sixty = worklist(Officer.objects.get(pk=officer.pk), on)
    assert (sum(one.total for one in five), sum(one.total for one in sixty)) == (5, 60)
    assert max(len(one.rows) for one in sixty) == 50


def test_a_stranger_is_sent_to_sign_in() -> None:
    answer = Client().get(reverse("cases:worklist"))
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.position)
def test_the_page_opens_for_business_posts_only(cast: Cast, person: Any) -> None:
    client = Client()
    client.force_login(cast[person.name], backend="django.contrib.auth.backends.ModelBackend")
    closed = bool(set(person.roles) & SYSTEM_ROLES)
    assert client.get(reverse("cases:worklist")).status_code == (404 if closed else 200)


@pytest.mark.parametrize(
    ("state", "act", "post"),
    [
        ("filing_proposed", "endorse_filing", "head_of_unit"),
        ("filing_endorsed", "approve_filing", "bureau_head"),
        ("report_submitted", "endorse_report", "head_of_unit"),
        ("report_endorsed", "approve_report", "bureau_head"),
        ("under_review", "pass_review", "legal_reviewer"),
        ("closing_endorsed", "approve_closing", "bureau_head"),
        ("closed", "archive", "archivist"),
    ],
)
def test_a_state_waits_for_who_carries_it_on_and_never_for_who_may_send_it_back(
    state: str, act: str, post: str
) -> None:
    found = main_act(state)
    assert found is not None and (found.key, found.by.name) == (act, post)
