"""A synthetic 2020 with what the report of that year tells of, and as much again on the days around it that must not count.

Laid out as rows, not through the procedure: 3,758 outings of officers would take an afternoon by hand.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from bureau.sample.story import Cast
from inspections.models import (
    Check,
    CheckObject,
    Draw,
    DrawPlan,
    Hazard,
    Meeting,
    Outing,
    Source,
    Talk,
)
from inspections.models.registers import CreditClass
from officers.models import Training
from oversight.models import Regulation, RegulationVersion, ReviewRun
from publicity.information import InformationItem, ServiceItem, ServiceMonth
from tests.figures.year import Maker

FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
OUTSIDE = (date(2019, 12, 31), date(2021, 1, 1))


def day(number: int) -> date:
    """The days of the year in turn, its first and its last among them."""
    return FIRST + timedelta(days=number % 366)


def noon(on: date) -> datetime:
    """Twelve at the bureau."""
    return datetime.combine(on, time(4), UTC)


def lay_out_2020(cast: Cast, make: Maker) -> None:
    for fill in (outings, checks, sources, draws, cases, people, library, services):
        fill(cast, make)


def outings(cast: Cast, make: Maker) -> None:
    """938 of four officers and two of three: 3,758 人次. Then 约谈 of one firm and six meetings."""
    officers = [cast[name] for name in ("李明", "王强", "赵刚", "郑海")]
    days = [*(day(number) for number in range(940)), *OUTSIDE]
    made = Outing.objects.bulk_create(
        Outing(purpose="patrol", day=on, begins_at=time(9), entered_by=officers[0]) for on in days
    )
    through = Outing.officers.through
    heads = [3 if number in (5, 6) else 4 for number in range(len(made))]
    through.objects.bulk_create(
        through(outing=one, officer=officer)
        for one, many in zip(made, heads, strict=True)
        for officer in officers[:many]
    )
    by = {"entered_by": officers[0]}
    for on in (date(2020, 6, 1), *OUTSIDE):
        Talk.objects.create(firm="样例公司", attended="x", held_on=on, why="x", said="x", promise="x", **by)
    for on in (*(day(60 * number) for number in range(6)), *OUTSIDE):
        Meeting.objects.create(held_on=on, topic="x", attendance=9, **by)


def checks(cast: Cast, make: Maker) -> None:
    """276 of enterprises with a complete record, three of persons, one without a complete record is still a visit."""
    listed = {"trade": "freight", "listed_on": date(2019, 1, 1)}
    firm = CheckObject.objects.create(name="样例公司", uscc="911505250000000001", **listed)
    person = CheckObject.objects.create(name="某人", is_person=True, **listed)

    def made(on: date, number: int, **facts: Any) -> Check:
        base = {
            "kind": "planned", "target": firm, "planned_on": on, "place": "x", "department": make.units[0],
            "proposed_by": cast["李明"], "proposed_on": on, "begun_on": on, "finished_on": on, "is_complete": True,
            "state": "finished", "result": "nothing_found", "number": f"x{number}", "approved_by": cast["郑海"],
            "approved_on": on,
        }  # fmt: skip
        return Check(**base | facts)

    rows = [made(day(number), number, is_complete=number != 7) for number in range(276)]
    rows += [made(day(number), 300 + number, target=person) for number in range(3)]
    rows += [made(on, 400 + number) for number, on in enumerate(OUTSIDE)]
    rows += [made(FIRST, 500, state="under_way", finished_on=None, result="")]
    first = Check.objects.bulk_create(rows)[0]
    # 496 put right in the year, of which 10 had been found before it; 5 found and still open; one put right later.
    found = [(date(2019, 12, 1) if number < 10 else day(number), day(number)) for number in range(496)]
    found += [(day(number), None) for number in range(5)] + [(LAST, OUTSIDE[1]), (OUTSIDE[0], OUTSIDE[0])]
    rows = [
        Hazard(check_made=first, what="x", place="x", found_on=begun, due_on=begun, rectified_on=done)
        for begun, done in found
    ]
    for one in rows:
        vars(one).update({"rectified_seen": "x", "rectified_by_id": cast["李明"].pk} if one.rectified_on else {})
    Hazard.objects.bulk_create(rows)


def sources(cast: Cast, make: Maker) -> None:
    """259 from 12328, all closed, everybody who was asked content; 9 from the mayors' hotline; 13 proposals."""
    kinds = [*["hotline_12328"] * 259, *["hotline_other"] * 9, *["congress"] * 6, *["conference"] * 7]
    inside = [(kind, day(number)) for number, kind in enumerate(kinds)]
    outside = [(kind, on) for kind in dict.fromkeys(kinds) for on in OUTSIDE]
    done = {"reply": "x", "reply_by": "phone", "satisfaction": "satisfied", "closing_note": "x", "content": "x"}
    Source.objects.bulk_create(
        Source(
            kind=kind, channel="phone", received_at=noon(on), reply_due_on=on, replied_on=on, asked_on=on, closed_on=on,
            department=make.units[0], registered_by=cast["李明"], is_lead=False, **done,
        )
        for kind, on in [*inside, *outside]
    )  # fmt: skip


def draws(cast: Cast, make: Maker) -> None:
    """Two joint ones: the safety of bus companies with 应急, repair shops with 生态环境; a cancelled one is none."""
    for number, (partner, on, drawn) in enumerate(
        (
            ("应急管理局", date(2020, 5, 6), True),
            ("生态环境局", date(2020, 9, 7), True),
            ("生态环境局", date(2020, 9, 1), False),
            ("应急管理局", OUTSIDE[1], True),
        )
    ):
        plan = DrawPlan.objects.create(
            number=f"x{number}", title="x", year=on.year, trade="bus", begins_on=on, ends_on=on, lead=make.units[0],
            drafted_by=cast["韩雪"], drafted_on=on, approved_by=cast["卫国"], approved_on=on,
            permille=dict.fromkeys(CreditClass.values, 10),
        )  # fmt: skip
        plan.partners.create(name=partner, looks_at="x")
        facts = {"plan": plan, "draws_on": on, "opened_by": cast["韩雪"], "opened_at": noon(on)}
        if drawn:
            facts |= {"commitment": "x", "committed_at": noon(on), "pool": "{}", "pool_sha256": "x", "nonce": "x"}
            facts |= {"pooled_at": noon(on) + timedelta(minutes=1), "drawn_at": noon(on) + timedelta(minutes=2)}
            facts |= {"seed": "x", "result": "{}", "result_sha256": "x"}
        else:
            facts |= {"cancelled_by": cast["韩雪"], "cancelled_at": noon(on), "cancel_reason": "x"}
        Draw.objects.create(supervisor=cast["陈静"], **facts)


def cases(cast: Cast, make: Maker) -> None:
    """65 closed in the year; twelve vehicles of unlicensed operators held, two of them by one measure."""
    for on in (*(day(5 * number) for number in range(65)), *OUTSIDE):
        make.case(filed_on=date(2019, 6, 1), closed_on=on)
    held = [*(day(30 * number) for number in range(11)), *OUTSIDE]
    for number, on in enumerate(held):
        measure = make.measure(make.party(make.case(filed_on=date(2019, 6, 1))), noon(on))
        make.thing(measure)
        if number == 0:
            make.thing(measure)
            make.thing(measure, "goods")


def people(cast: Cast, make: Maker) -> None:
    """Four trainings, one review of files."""
    for on in (*(day(90 * number) for number in range(4)), *OUTSIDE):
        Training.objects.create(topic="x", kind="yearly", held_on=on, hours=Decimal(8))
    for on in (date(2020, 11, 2), *OUTSIDE):
        ReviewRun.objects.create(begins=FIRST, ends=LAST, standard="transport", run_at=noon(on), files=1, result={})


def library(cast: Cast, make: Maker) -> None:
    """21 regulations revised, each of which had an older version; 181 items of information, one more was void."""
    for number in range(21):
        one = Regulation.objects.create(number=str(number), title=f"制度{number}")
        for on in (date(2016, 1, 1), day(17 * number)):
            RegulationVersion.objects.create(regulation=one, text="x", in_force_from=on, entered_by=cast["韩雪"])
    days = [*(day(number) for number in range(182)), *OUTSIDE]
    channels = ("government_site", "service_portal")
    InformationItem.objects.bulk_create(
        InformationItem(
            title="x", channel=channels[number % 2], published_on=on, entered_by=cast["韩雪"],
            void_on=LAST if number == 181 else None,
        )
        for number, on in enumerate(days)
    )  # fmt: skip


def services(cast: Cast, make: Maker) -> None:
    """27 matters of licences with 280, 26 others with 3,083 handled: one row a matter and month."""
    for kind, matters, handled in (("licence", 27, 280), ("other", 26, 3083)):
        items = ServiceItem.objects.bulk_create(
            ServiceItem(code=f"{kind}{number}", name="x", kind=kind) for number in range(matters)
        )
        base, more = divmod(handled, matters)
        for number, item in enumerate(items):
            many = base + (number < more)
            for month in (date(2020, 1 + number % 12, 1), date(2019, 12, 1), date(2021, 1, 1)):
                numbers = {"handled": many, "on_time": many, "rated": many, "satisfied": many}
                ServiceMonth.objects.create(item=item, month=month, loaded_by=cast["韩雪"], loaded_on=LAST, **numbers)
