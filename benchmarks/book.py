"""What lies in the book of a bureau after ten years: most cases archived, a tenth on somebody's desk?"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.sample.identities import credit_code
from bureau.sample.people import Person, hire, hire_everyone
from cases.models import Case, CaseOfficer, Party, Term
from cases.states import FILED, State
from officers.models import Department, Officer
from officers.roles import Role

OFFICERS = 40
CHUNK = 5_000
UNITS = ("一中队", "二中队", "治超站")
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫", "明强丽刚勇敏海涛军静文平红雪兰玉芳佳"

# How many of a thousand cases stand where, with the terms that run there: key, nature, first and last day from today.
WHERE: dict[State, tuple[int, tuple[tuple[str, str, int, int], ...]]] = {
    State.ARCHIVED: (880, ()),
    State.NOT_FILED: (20, ()),
    State.LEAD: (8, (("filing", "soft", -2, 7),)),
    State.FILING_PROPOSED: (3, (("filing", "soft", -2, 5),)),
    State.FILING_ENDORSED: (3, (("filing", "soft", -2, 3),)),
    State.INVESTIGATING: (24, (("decide", "duty", 20, 90),)),
    State.REPORT_SUBMITTED: (3, (("decide", "duty", 10, 60),)),
    State.REPORT_ENDORSED: (3, (("decide", "duty", 10, 60),)),
    State.PROPOSAL_APPROVED: (3, (("decide", "duty", 5, 60),)),
    State.NOTIFYING: (3, (("decide", "duty", 5, 50),)),
    State.NOTIFIED: (10, (("decide", "duty", 1, 50), ("statement", "right", -3, 5))),
    State.UNDER_REVIEW: (3, (("decide", "duty", 1, 40), ("review", "soft", -1, 7))),
    State.READY: (3, (("decide", "duty", -2, 30),)),
    State.DECIDED: (3, (("serve_decision", "duty", -2, 9), ("publish", "duty", -2, 9))),
    State.SERVED: (16, (("payment", "duty", -5, 15), ("litigation", "right", 60, 180))),
    State.CLOSING_PROPOSED: (3, ()),
    State.CLOSING_ENDORSED: (2, ()),
    State.CLOSED: (10, (("archive", "soft", 0, 30),)),
}
ENDED = (("filing", "soft"), ("decide", "duty"), ("serve_decision", "duty"), ("publish", "duty"), ("payment", "duty"))


def fill_book(cases: int, today: date) -> None:
    """The sample bureau with forty officers and so many cases; the same on every run of a day."""
    chance = random.Random(cases)
    hire_everyone()
    units = list(Department.objects.filter(name__in=UNITS).order_by("pk"))
    here = Officer.objects.holding(Role.OFFICER).count()
    for number in range(OFFICERS - here):
        person = Person(f"7{number:03}", _name(chance), "", "执法员", (Role.OFFICER,), enforces=True)
        hire(person, units[number % len(units)], "not-for-signing-in")
    crews = {unit: list(Officer.objects.holding(Role.OFFICER).filter(department=unit)) for unit in units}
    states = chance.choices(list(WHERE), [share for share, _terms in WHERE.values()], k=cases)
    with transaction.atomic():
        for start in range(0, cases, CHUNK):
            _write(range(start, min(start + CHUNK, cases)), states, crews, today, chance)


def _write(
    numbers: range, states: list[State], crews: dict[Department, list[Officer]], today: date, chance: random.Random
) -> None:
    made = [_case(number, states[number], chance.choice(list(crews)), today, chance) for number in numbers]
    Case.objects.bulk_create(made)
    people = zip(numbers, made, strict=True)
    Party.objects.bulk_create(_party(case, number, chance) for number, case in people)
    CaseOfficer.objects.bulk_create(
        CaseOfficer(case=case, officer=one, since=case.registered_on)
        for case in made
        for one in chance.sample(crews[case.department], 2)
    )
    Term.objects.bulk_create(term for case in made for term in _terms(case, today, chance))


def _case(number: int, state: State, unit: Department, today: date, chance: random.Random) -> Case:
    done = state in (State.ARCHIVED, State.CLOSED)
    registered = today - timedelta(days=chance.randint(200, 3650) if done else chance.randint(1, 80))
    return Case(
        state=state,
        number=f"蒙样交执〔{registered.year}〕{number:05}号" if state in FILED else None,
        cause=f"{_name(chance)}涉嫌违法运输",
        source="inspection",
        received_at=timezone.now(),
        occurred_on=registered,
        place="S210线K32+500",
        summary="检查时发现。",
        department=unit,
        registered_on=registered,
        filed_on=registered if state in FILED else None,
        closed_on=registered + timedelta(days=60) if done else None,
        round=1,
    )


def _party(case: Case, number: int, chance: random.Random) -> Party:
    return Party(
        case=case,
        kind="organisation",
        name=f"样例{_name(chance)}运输有限公司",
        uscc=credit_code(number),
        address="样例镇",
    )


def _terms(case: Case, today: date, chance: random.Random) -> Iterator[Term]:
    for key, nature, first, last in WHERE[State(case.state)][1]:
        due = today + timedelta(days=chance.randint(first, last))
        yield Term(**_term(case, key, nature, min(case.registered_on, due), due))
    if case.state == State.ARCHIVED:
        for key, nature in ENDED:
            opened = case.registered_on
            yield Term(**_term(case, key, nature, opened, opened + timedelta(days=30)), ended_on=opened, ending="met")


def _term(case: Case, key: str, nature: str, opened: date, due: date) -> dict[str, Any]:
    return {
        "case": case,
        "key": key,
        "title": key,
        "nature": nature,
        "basis": "行政处罚法:60",
        "opened_on": opened,
        "due_on": due,
        "derivation": f"{opened} → {due}",
    }


def _name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + chance.choice(GIVEN)
