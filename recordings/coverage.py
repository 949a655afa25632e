"""Which moments of a case must be seen and heard, and which of them do the recordings cover?

Pure: a case file and intervals in, an answer out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from law.recording import MomentRule, moment_rules

MINUTE = timedelta(minutes=1)


class Exactness(StrEnum):
    """How exactly the case knows when it was: from when to when, one point of time, or only the day."""

    INTERVAL = "interval"
    POINT = "point"
    DAY = "day"


class Cover(StrEnum):
    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True)
class Moment:
    """One thing that was done in the case and had to be recorded."""

    key: str
    rule: MomentRule
    title: str
    start: datetime
    end: datetime
    exactness: Exactness
    officers: frozenset[int]

    @property
    def on(self) -> date:
        return localdate(self.start)


@dataclass(frozen=True)
class Media:
    """From when to when one confirmed recording runs; shows: the moment a person says it shows."""

    id: int
    start: datetime
    end: datetime
    shows: str = ""


@dataclass(frozen=True)
class Covered:
    """gap_minutes: how much of the moment no recording shows; by: the recordings that show something of it."""

    cover: Cover
    gap_minutes: int
    by: tuple[int, ...]


def covered(moment: Moment, media: Iterable[Media]) -> Covered:
    """Records are kept to the minute, so less than a whole minute is no gap.

    Where the case knows only the day, a recording counts when a person has said that it shows this moment: that it was
    made on that day proves nothing.
    """
    if moment.exactness is Exactness.DAY:
        shown = tuple(one.id for one in media if one.shows == moment.key)
        return Covered(Cover.FULL if shown else Cover.NONE, 0, shown)
    touching = sorted(
        (one for one in media if one.start <= moment.end and one.end >= moment.start),
        key=lambda one: (one.start, one.end, one.id),
    )
    by = tuple(one.id for one in touching)
    if moment.exactness is Exactness.POINT:
        return Covered(Cover.FULL if by else Cover.NONE, 0, by)
    return _over_time(moment, touching, by)


def _over_time(moment: Moment, touching: list[Media], by: tuple[int, ...]) -> Covered:
    gaps, reached = [], moment.start
    for one in touching:
        gaps.append(one.start - reached)
        reached = max(reached, one.end)
    gaps.append(moment.end - reached)
    lacking = sum((gap for gap in gaps if gap >= MINUTE), start=timedelta())
    minutes = -(-lacking // MINUTE)
    if not minutes:
        return Covered(Cover.FULL, 0, by)
    shown = moment.end - moment.start - sum((gap for gap in gaps if gap > timedelta()), start=timedelta())
    return Covered(Cover.PARTLY if shown > timedelta() else Cover.NONE, minutes, by if shown > timedelta() else ())


def moments(file: CaseFile) -> list[Moment]:
    """In the order of time; what was excluded as unlawfully obtained was done all the same, and had to be recorded."""
    found = [*_inquiries(file), *_takings(file), *_measures(file), *_hearings(file), *_services(file), *_spot(file)]
    return sorted(found, key=lambda one: (one.start, one.key))


def _inquiries(file: CaseFile) -> Iterator[Moment]:
    for one in file.all_inquiries:
        kind = "interview" if one.kind == "interview" else "scene"
        yield from _between(kind, "inquiry", one, str(one), one.started_at, one.ended_at)


def _takings(file: CaseFile) -> Iterator[Moment]:
    for one in file.case.samplings.all():
        yield from _between("sampling", "sampling", one, str(one), one.started_at, one.ended_at)
    for one in file.case.preservations.all():
        yield from _at(
            "preservation", "preservation", one, str(one), one.kept_at, [one.second_officer_id, *_team(file)]
        )


def _measures(file: CaseFile) -> Iterator[Moment]:
    for one in file.measures:
        yield from _at("seizure", "measure", one, str(one), one.carried_out_at, [one.second_officer_id, *_team(file)])
    for enforcement in file.case.enforcements.all():
        for one in enforcement.executions.all():
            yield from _at(
                "execution", "execution", one, str(one), one.carried_out_at, [one.supervisor_id, *_team(file)]
            )


def _hearings(file: CaseFile) -> Iterator[Moment]:
    """All rounds: each one held had to be recorded."""
    for one in file.case.hearings.all():
        if one.started_at and one.ended_at:
            people = [one.chair_id, one.recorder_id]
            yield from _moment(
                "hearing", "hearing", one, one.heading, (one.started_at, one.ended_at), Exactness.INTERVAL, people
            )


def _services(file: CaseFile) -> Iterator[Moment]:
    titles = {one.pk: one.title for one in file.papers}
    for one in file.services:
        if one.manner == "left":
            about = _paper(titles.get(one.document_id), one.party.name)
            yield from _day("left_service", "service", one, about, one.served_on, [one.server_id, one.second_server_id])
    for one in file.case.public_notices.all():
        about = _paper(titles.get(one.document_id), one.party.name)
        yield from _day("public_service", "notice", one, about, one.posted_on, [one.officer_id, *_team(file)])


def _spot(file: CaseFile) -> Iterator[Moment]:
    for one in file.spot_penalties:
        yield from _at("spot", "spot", one, one.party.name, one.given_at, _team(file))


def _team(file: CaseFile) -> list[int]:
    """Who did it where its own row names nobody or only the second officer."""
    return sorted(file.everyone_who_handled)


def _paper(title: str | None, name: str) -> str:
    return f"{title} {name}" if title else str(name)


def _between(kind: str, what: str, row: Any, about: str, start: datetime, end: datetime) -> Iterator[Moment]:
    people = [row.first_officer_id, row.second_officer_id]
    yield from _moment(kind, what, row, about, (start, end), Exactness.INTERVAL, people)


def _at(
    kind: str, what: str, row: Any, about: str, moment: datetime | None, people: Iterable[int | None]
) -> Iterator[Moment]:
    if moment is not None:
        yield from _moment(kind, what, row, about, (moment, moment), Exactness.POINT, people)


def _day(kind: str, what: str, row: Any, about: str, on: date, people: Iterable[int | None]) -> Iterator[Moment]:
    span = make_aware(datetime.combine(on, time.min)), make_aware(datetime.combine(on, time(23, 59)))
    yield from _moment(kind, what, row, about, span, Exactness.DAY, people)


def _moment(
    kind: str,
    what: str,
    row: Any,
    about: str,
    span: tuple[datetime, datetime],
    exactness: Exactness,
    people: Iterable[int | None],
) -> Iterator[Moment]:
    """Nothing where the list of that day does not name the matter."""
    for rule in moment_rules(kind, localdate(span[0]))[:1]:
        yield Moment(
            key=f"{what}-{row.pk}",
            rule=rule,
            title=_("%(matter)s：%(about)s") % {"matter": rule.title, "about": about},
            start=span[0],
            end=span[1],
            exactness=exactness,
            officers=frozenset(pk for pk in people if pk is not None),
        )
