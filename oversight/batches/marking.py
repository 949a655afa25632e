"""What does the machine propose for a file, what does a sheet of marks come to, and what do two or three of them?

The rule of the final result: two sheets that differ neither in grade nor in a veto nor by more than the points of the
batch's rule give their mean; where they differ a third person reviews the file, and the median of the three counts. A
veto gives 0 points, so the median has a veto just when two of the three found one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.case_file import CaseFile
from law.review_standard import ReviewItem, Standard
from oversight.applicability import applies
from oversight.batches.models import ReviewFile
from oversight.report import found_of
from oversight.scoring import TENTH, assess, score_of

Answers = Mapping[str, Mapping[str, Any]]


class Outcome(models.TextChoices):
    OK = "ok", _("没有问题")
    FAULT = "fault", _("有问题")
    NOT_CONCERNED = "na", _("不涉及")
    ASKED = "asked", _("由人判断")
    """Only of the machine: it cannot judge."""


@dataclass(frozen=True)
class Judged:
    """One item as a person marked it, in the form in which a score is reckoned."""

    item: ReviewItem
    lost: Decimal
    found: bool

    @property
    def is_veto(self) -> bool:
        return self.item.veto and self.found


@dataclass(frozen=True)
class Result:
    score: Decimal
    grade: str
    vetoed: bool


def proposal(file: CaseFile, standard: Standard) -> dict[str, dict[str, Any]]:
    """What the machine says of every item of the standard, with each finding's article and place; plain JSON."""
    marks = {mark.item.number: mark for mark in assess(file, standard).marks}
    proposed: dict[str, dict[str, Any]] = {}
    for item in standard.items:
        mark = marks.get(item.number)
        if mark is not None:
            findings = [vars(one) for one in found_of([mark])]
            outcome = Outcome.FAULT if findings else Outcome.OK
            proposed[item.number] = {"outcome": outcome.value, "lost": f"{mark.lost:f}", "findings": findings}
            continue
        concerned = not item.rules and applies(item.applies, file)
        outcome = Outcome.ASKED if concerned else Outcome.NOT_CONCERNED
        proposed[item.number] = {"outcome": outcome.value, "lost": "0", "findings": []}
    return proposed


def is_same(answer: Mapping[str, Any], proposed: Mapping[str, Any]) -> bool:
    """Whether a person says what the machine says."""
    same = answer["outcome"] == proposed["outcome"]
    return same and (answer["outcome"] != Outcome.FAULT or Decimal(answer["lost"]) == Decimal(proposed["lost"]))


def result_of(standard: Standard, answers: Answers) -> Result | None:
    """None where no item is left that carries points."""
    judged = [
        Judged(item, min(Decimal(answer["lost"]), item.points), answer["outcome"] == Outcome.FAULT)
        for item in standard.items
        if (answer := answers.get(item.number)) and answer["outcome"] in (Outcome.OK, Outcome.FAULT)
    ]
    score = score_of(judged, standard.base)
    if score is None:
        return None
    return Result(score, standard.grade_of(score).title, any(one.is_veto for one in judged))


def difference(first: Result, second: Result, most: Decimal) -> str:
    """Why a third person must look; empty where the two agree well enough. Exactly `most` points are no difference."""
    if first.vetoed != second.vetoed:
        return ReviewFile.Difference.VETO
    if first.grade != second.grade:
        return ReviewFile.Difference.GRADE
    return ReviewFile.Difference.POINTS if abs(first.score - second.score) > most else ""


def final(standard: Standard, results: Sequence[Result]) -> Result:
    """Of two the mean, of three the median."""
    score = Decimal(median(one.score for one in results)).quantize(TENTH, ROUND_HALF_UP)
    vetoed = sum(one.vetoed for one in results) * 2 > len(results)
    return Result(score, standard.grade_of(score).title, vetoed)


def final_of(standard: Standard, sheets: Iterable[Answers], settled: Answers) -> Result:
    """Reckoned anew, with `settled` (what upheld objections say of their items) put into every sheet."""
    results = [result_of(standard, {**answers, **settled}) for answers in sheets]
    return final(standard, [one for one in results if one is not None])
