"""What score does a file earn by a standard, and what lost the points?"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from cases.case_file import CaseFile
from law.review_standard import Grade, ReviewItem, Standard
from oversight.applicability import applies, rules_asked
from oversight.findings import Finding
from oversight.rules import RULES

FULL = Decimal(100)
TENTH = Decimal("0.1")


class Weighed(Protocol):
    """One judged item, whether by the machine or by a person."""

    @property
    def item(self) -> ReviewItem: ...

    @property
    def lost(self) -> Decimal: ...

    @property
    def is_veto(self) -> bool: ...


@dataclass(frozen=True)
class Mark:
    """What one item of the standard says about one file."""

    item: ReviewItem
    findings: tuple[Finding, ...]

    @property
    def lost(self) -> Decimal:
        """Points lost: so many per finding, never more than the item is worth."""
        return min(self.item.points, self.item.per_finding * len(self.findings))

    @property
    def is_veto(self) -> bool:
        return self.item.veto and bool(self.findings)


@dataclass(frozen=True)
class Assessment:
    """The marks of the items that apply and that a machine can judge, with score and grade."""

    marks: tuple[Mark, ...]
    score: Decimal | None
    """None while nothing can be judged yet."""
    grade: Grade | None

    @property
    def is_vetoed(self) -> bool:
        return any(mark.is_veto for mark in self.marks)

    @property
    def faults(self) -> tuple[Mark, ...]:
        """Vetoes first, then what costs most."""
        marks = [mark for mark in self.marks if mark.findings]
        return tuple(sorted(marks, key=lambda mark: (not mark.item.veto, -mark.lost)))


def assess(file: CaseFile, standard: Standard) -> Assessment:
    """Ask every rule of the standard once; pure, for a file that is loaded."""
    answers: dict[str, tuple[Finding, ...]] = {}

    def answer(key: str) -> tuple[Finding, ...]:
        if key not in answers:
            answers[key] = RULES[key].findings(file)
        return answers[key]

    marks = tuple(
        Mark(item, tuple(finding for key in asked for finding in answer(key)))
        for item in standard.items
        if (asked := rules_asked(item.rules, file)) and applies(item.applies, file)
    )
    score = score_of(marks, standard.base)
    return Assessment(marks, score, standard.grade_of(score) if score is not None else None)


def score_of(marks: Iterable[Weighed], base: Decimal = Decimal(0)) -> Decimal | None:
    """Out of 100: what does not apply leaves the denominator; any veto gives 0 (review_standard.md §2).

    `base` is had by every file without a veto, the weighed items share the rest; deductions come off the whole.
    """
    judged = list(marks)
    weighed = [mark for mark in judged if not mark.item.deducts]
    whole = sum((mark.item.points for mark in weighed), Decimal(0))
    if any(mark.is_veto for mark in judged):
        return Decimal(0)
    if not whole:
        return None
    kept = whole - sum((mark.lost for mark in weighed), Decimal(0))
    taken = sum((mark.lost for mark in judged if mark.item.deducts), Decimal(0))
    score = base + (FULL - base) * kept / whole - taken
    return max(score, Decimal(0)).quantize(TENTH, ROUND_HALF_UP)
