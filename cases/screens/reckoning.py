"""What does whoever proposes, approves or decides a penalty see of its reckoning, of earlier penalties and like cases?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.act import Act
from cases.case_file import CaseFile
from cases.earlier import decided_on, earlier_penalties, history_of, is_the_same, like_cases
from cases.forms.report import ReportForm
from cases.models import Case, Charge, Party
from cases.papers.parts import penalty_words
from cases.reckoned import reckon_party
from law.circumstances import all_circumstances
from law.conduct import EarlierPenalty
from law.counting import Unit, last_day
from law.limits import limit
from law.proposals import scale
from law.reckoning import ChargeReckoning
from law.violations import PenaltyKind
from officers.models import Officer

SHOWN_ON = ("conclude_investigation", "endorse_report", "approve_report", "decide_penalty")


@dataclass(frozen=True)
class ChargeView:
    title: str
    lines: list[str]
    """The derivation: range, circumstances, step, sum."""
    steps: tuple[tuple[str, str], ...]
    proposed: str
    """The penalty that the report proposes; empty while it is being written."""
    warnings: list[str]


@dataclass(frozen=True)
class EarlierView:
    number: str
    url: str
    on: date
    conduct: str
    penalty: str
    repeats: bool


@dataclass(frozen=True)
class PartyView:
    name: str
    charges: list[ChargeView]
    earlier: list[EarlierView]
    total: Decimal | None


@dataclass(frozen=True)
class LikeView:
    number: str
    url: str
    on: date
    circumstances: str
    level: str
    fine: Decimal


@dataclass(frozen=True)
class LikeGroup:
    conduct: str
    rows: list[LikeView]
    median: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Panel:
    parties: list[PartyView]
    likes: list[LikeGroup]
    months: int
    """How long an earlier penalty for the same violation counts as repetition."""


def reckoning_panel(file: CaseFile, act: Act, officer: Officer, today: date, form: Any = None) -> Panel | None:
    """A fixed number of queries, however many parties and charges; None on pages of other acts."""
    if act.key not in SHOWN_ON or not file.charges:
        return None
    earlier, likes = earlier_penalties(file), like_cases(file, today)
    seen = _visible(officer, [*earlier, *likes])
    history = history_of(earlier, file)
    live = form.reckonings if isinstance(form, ReportForm) else None
    parties = []
    for party in file.parties_in_round:
        again = {one.key: one for one in reckon_party(file, party, today, None, history).charges}
        charges = [
            _charge_view(file, one, (live or {}).get(one.pk), again[str(one.pk)], history.get(party.pk, ()), today)
            for one in file.charges_of(party)
        ]
        own = [row for row in earlier if is_the_same(party, row.charge.party)]
        total = sum((live[one.pk].amount or Decimal(0) for one in file.charges_of(party)), Decimal(0)) if live else None
        parties.append(
            PartyView(party.name, charges, [_earlier_view(row, file, party, seen, today) for row in own], total)
        )
    return Panel(parties, _like_groups(likes, file, seen), limit("repeat_months", today))


def _charge_view(
    file: CaseFile,
    charge: Charge,
    live: ChargeReckoning | None,
    again: ChargeReckoning,
    history: Iterable[EarlierPenalty],
    today: date,
) -> ChargeView:
    kept = file.reckoning(charge)
    sanction = file.sanction(charge, "proposed") if live is None else None
    lines = list(live.lines) if live else list(kept.lines) if kept else list(again.lines)
    current = live or again
    found = {one.key for one in live.circumstances} if live else set(kept.circumstances if kept else ())
    warnings = []
    if "repeat" in {one.key for one in again.circumstances} - found:
        warnings.append(_("查到同一种违法行为的处罚，没有认定为再犯。"))
    if any(one.violation == charge.violation_code and one.decided_on >= charge.conduct_on for one in history):
        warnings.append(_("行为发生以后已有同一种违法行为的处罚，核对是不是同一个违法行为（行政处罚法第二十九条）。"))
    return ChargeView(
        title=charge.violation.name,
        lines=lines,
        steps=scale(charge.violation_code, charge.conduct_on, current.range, today),
        proposed=penalty_words([sanction]) if sanction else "",
        warnings=warnings,
    )


def _earlier_view(row: Any, file: CaseFile, party: Party, seen: set[int], today: date) -> EarlierView:
    on, months = decided_on(row), limit("repeat_months", today)
    repeats = any(
        one.violation_code == row.charge.violation_code and on < one.conduct_on <= last_day(on, months, Unit.MONTHS)
        for one in file.charges_of(party)
    )
    return EarlierView(*_case_of(row, seen), on, row.charge.violation.name, penalty_words([row]), repeats)


def _like_groups(rows: Iterable[Any], file: CaseFile, seen: set[int]) -> list[LikeGroup]:
    titles = {one.key: one.title for one in all_circumstances()}
    by_code: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if PenaltyKind.FINE in row.kinds:
            by_code[row.charge.violation_code].append(row)
    names = {one.violation_code: one.violation.name for one in file.charges}
    return [_like_group(names[code], by_code[code], titles, seen) for code in names if by_code[code]]


def _like_group(conduct: str, rows: list[Any], titles: dict[str, str], seen: set[int]) -> LikeGroup:
    fines = [row.fine for row in rows]
    return LikeGroup(conduct, [_like_view(row, titles, seen) for row in rows], median(fines), min(fines), max(fines))


def _like_view(row: Any, titles: dict[str, str], seen: set[int]) -> LikeView:
    kept = next((one for one in row.charge.reckonings.all() if one.round == row.round), None)
    found = [titles.get(key, key) for key in kept.circumstances] if kept else []
    level = kept.level_title if kept else ""
    return LikeView(*_case_of(row, seen), decided_on(row), _("；").join(found), level, row.fine)


def _case_of(row: Any, seen: set[int]) -> tuple[str, str]:
    """The number of a case, and its page for those who may see it; never whose case it is."""
    case = row.charge.case
    return case.number or "", reverse("cases:case", args=[case.pk]) if case.pk in seen else ""


def _visible(officer: Officer, rows: Iterable[Any]) -> set[int]:
    cases = {row.charge.case_id for row in rows}
    return set(Case.objects.visible_to(officer).filter(pk__in=cases).values_list("pk", flat=True))
