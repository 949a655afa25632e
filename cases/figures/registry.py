"""Which figures does this installation count, each from which rows?

A figure is the list of what it counts; how many there are, or their sum, is only read off that list. So every number of
every report opens exactly what it was made of. Any app registers its own when it is ready:

    @counts("inspections.counted")
    def inspections(period: Period) -> Mapping[str, list[Counted]]:
        found = Check.objects.filter(checked_on__range=period.days, is_complete=True)
        return {"inspections.counted": [Counted(f"check:{one.pk}", one.checked_on, str(one)) for one in found]}

What no app registers has no source: a report shows it as such and never as nought.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Period:
    """First and last day, both counted; what happened after the last day is not known yet. unit: one department's only."""

    begins: date
    ends: date
    unit: int | None = None

    @property
    def days(self) -> tuple[date, date]:
        return self.begins, self.ends


@dataclass(frozen=True)
class Counted:
    """One thing that a figure counts. what: "decision:12", the same for ever and once in its figure; amount in yuan.

    label names it without personal data, for it is kept with a report for good. url: its page, where it is of no case.
    """

    what: str
    on: date
    label: str
    case: int | None = None
    unit: int | None = None
    amount: Decimal = Decimal(0)
    url: str = field(default="", compare=False)


Rows = Mapping[str, list[Counted]]
Count = Callable[[Period], Rows]


@dataclass(frozen=True)
class Source:
    keys: tuple[str, ...]
    by_unit: bool
    """False: what it counts belongs to the bureau as a whole."""
    count: Count


_sources: dict[str, Source] = {}


class CountedTwice(ValueError):
    """Two sources of one figure, or one thing twice in it: nobody could say which number is true."""


def counts(*keys: str, by_unit: bool = True) -> Callable[[Count], Count]:
    """Registers what counts these figures. Raises CountedTwice."""

    def register(count: Count) -> Count:
        if taken := [key for key in keys if key in _sources]:
            raise CountedTwice(", ".join(taken))
        _sources.update(dict.fromkeys(keys, Source(keys, by_unit, count)))
        return count

    return register


def is_counted(key: str) -> bool:
    return key in _sources


def divides_by_unit(key: str) -> bool:
    return key in _sources and _sources[key].by_unit


def count(period: Period, keys: Iterable[str]) -> dict[str, tuple[Counted, ...]]:
    """What each of these figures counts, in order of the days; those without a source are left out.

    A source is asked once, however many of its figures are wanted. Raises CountedTwice.
    """
    wanted = dict.fromkeys(key for key in keys if key in _sources)
    answers = {source: source.count(period) for source in dict.fromkeys(_sources[key] for key in wanted)}
    return {key: _in_order(key, answers[_sources[key]].get(key, []), period) for key in wanted}


def _in_order(key: str, rows: Iterable[Counted], period: Period) -> tuple[Counted, ...]:
    kept = [one for one in rows if period.unit is None or one.unit == period.unit]
    if len({one.what for one in kept}) != len(kept):
        raise CountedTwice(key)
    return tuple(sorted(kept, key=lambda one: (one.on, one.what)))
