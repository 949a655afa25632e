"""Which earlier decisions of the bureau bear on this case: against the same party, and in like cases?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from cases.case_file import CaseFile
from law.conduct import EarlierPenalty
from law.limits import limit


def earlier_penalties(file: CaseFile) -> list[Any]:
    """The sanctions imposed in other cases against the same persons or organisations, newest first; one query."""
    return penalties_of(file.parties, besides=file.case)


def penalties_of(parties: Iterable[Any], besides: Any = None) -> list[Any]:
    """The sanctions imposed on these persons or organisations, who need not be in a file yet; one query."""
    same = Q()
    for party in parties:
        if party.is_person and party.id_number:
            same |= Q(charge__party__id_number=party.id_number, charge__party__id_kind=party.id_kind)
        if party.uscc:
            same |= Q(charge__party__uscc=party.uscc)
    if not same:
        return []
    rows = _decided().filter(same)
    rows = rows.exclude(charge__case=besides) if besides else rows
    found = list(rows.order_by("-charge__case_id", "pk"))
    return sorted(found, key=decided_on, reverse=True)


def like_cases(file: CaseFile, on: date) -> list[Any]:
    """The newest decided sanctions for the same violations in other cases, so many of each; one query."""
    codes = {one.violation_code for one in file.charges}
    newest = Window(RowNumber(), partition_by=F("charge__violation_code"), order_by=F("pk").desc())
    rows = _decided().filter(charge__violation_code__in=codes).exclude(charge__case=file.case)
    return list(rows.annotate(place=newest).filter(place__lte=limit("like_cases_shown", on)).order_by("-pk"))


def fines_alike(file: CaseFile, since: date) -> dict[str, list[Any]]:
    """Every fine decided since a day for the same violations in other cases, by violation; one query, and no name."""
    codes = {one.violation_code for one in file.charges}
    rows = _decided().filter(charge__violation_code__in=codes, charge__conduct_on__gte=since, fine__gt=0)
    found: dict[str, list[Any]] = {code: [] for code in codes}
    for code, fine in rows.exclude(charge__case=file.case).values_list("charge__violation_code", "fine"):
        found[code].append(fine)
    return found


def decided_on(sanction: Any) -> date:
    """The day of the decision that imposed this sanction."""
    decided: list[date] = [
        one.decided_on for one in sanction.charge.party.decisions.all() if one.round == sanction.round
    ]
    return max(decided, default=sanction.charge.conduct_on)


def history_of(rows: Iterable[Any], file: CaseFile) -> dict[int, tuple[EarlierPenalty, ...]]:
    """The same penalties by party of this case, as the reckoning takes them."""
    rows = list(rows)
    return {party.pk: found for party in file.parties if (found := history_against(party, rows))}


def history_against(party: Any, rows: Iterable[Any]) -> tuple[EarlierPenalty, ...]:
    return tuple(
        EarlierPenalty(row.charge.violation_code, decided_on(row))
        for row in rows
        if is_the_same(party, row.charge.party)
    )


def is_the_same(one: Any, other: Any) -> bool:
    """The same person or organisation, by number and not by name."""
    paper = (one.id_kind, one.id_number)
    by_person = one.is_person and other.is_person and one.id_number and paper == (other.id_kind, other.id_number)
    return bool(by_person or (one.uscc and one.uscc == other.uscc))


def _decided() -> QuerySet[Any]:
    """What decisions that still count have imposed, as a reconsideration or a court may have changed it."""
    sanctions: Any = apps.get_model("cases", "Sanction")
    decisions: Any = apps.get_model("cases", "Decision")
    this = {"round": OuterRef("round")}
    counts = decisions.objects.filter(party=OuterRef("charge__party"), effect__in=decisions.COUNTS, **this)
    changed = sanctions.objects.filter(charge=OuterRef("charge"), stage="changed", **this)
    found: QuerySet[Any] = sanctions.objects.filter(Exists(counts))
    found = found.filter(Q(stage="changed") | Q(stage="decided") & ~Exists(changed))
    return found.select_related("charge__case", "charge__party").prefetch_related(
        "charge__party__decisions", "charge__reckonings"
    )
