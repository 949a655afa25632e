"""How much of what had to be recorded was, by matter; and which devices have recorded nothing?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.case_file import CaseFile, load_case_files
from cases.models import Case
from recordings.caseload import meter
from recordings.coverage import Cover
from recordings.models import Device

YEAR = timedelta(days=365)
IDLE = timedelta(days=30)


@dataclass
class MatterRow:
    title: str
    all: int = 0
    whole: int = 0
    partly: int = 0
    excused: int = 0

    @property
    def share(self) -> int:
        """Whole per cent, rounded down: 99.6 is not all."""
        return self.whole * 100 // self.all

    @property
    def open(self) -> int:
        """Neither wholly recorded nor explained."""
        return self.all - self.whole - self.excused


def by_matter(files: Iterable[CaseFile], since: date) -> list[MatterRow]:
    """In the order of the list of matters as they first occur; only moments from that day on."""
    rows: dict[str, MatterRow] = {}
    for file in files:
        for one in meter(file):
            if one.moment.on < since:
                continue
            row = rows.setdefault(one.moment.rule.title, MatterRow(one.moment.rule.title))
            row.all += 1
            row.whole += one.is_whole
            row.partly += one.covered.cover is Cover.PARTLY
            row.excused += not one.is_whole and one.excuse is not None
    return sorted(rows.values(), key=lambda row: row.title)


def matters(today: date) -> list[MatterRow]:
    """Over the cases registered within a year."""
    since = today - YEAR
    cases = list(Case.objects.filter(registered_on__gte=since).order_by("pk").values_list("pk", flat=True))
    return by_matter(load_case_files(cases), since)


@dataclass(frozen=True)
class IdleRow:
    device: Device
    holder: str
    outage: str


def idle_devices(today: date) -> list[IdleRow]:
    """In service for a month or more, and without a recording in it."""
    busy = Device.objects.filter(recordings__ended_at__date__gte=today - IDLE).values("pk")
    rows = Device.objects.filter(until=None, since__lte=today - IDLE).exclude(pk__in=busy)
    found = []
    for one in rows.prefetch_related("holdings__officer", "outages").order_by("number"):
        holding, outage = one.holding_on(today), one.outage_on(today)
        found.append(IdleRow(one, holding.officer.name if holding else "", outage.reason if outage else ""))
    return found
