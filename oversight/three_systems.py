"""How are publication, the record of the whole process and legal review kept, by the findings and by the dates?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case, FiredRule, LegalReview, Term
from law.self_report import EnforcementSystem, enforcement_systems
from law.thresholds import Scope
from oversight.figures import ItemFigures, by_item
from oversight.models import ReviewRun
from oversight.places import article
from oversight.results import Report

Ids = QuerySet[Any, Any]


@dataclass(frozen=True)
class Count:
    label: str
    value: int
    url: str


@dataclass(frozen=True)
class Kept:
    """One of the three systems: the figures of the dates, the items that were looked at, those with faults."""

    title: str
    basis: str
    counts: tuple[Count, ...]
    checked: int
    faults: tuple[ItemFigures, ...]

    @property
    def sentence(self) -> str:
        figures = _("，").join(f"{one.label} {one.value}" for one in self.counts)
        if not self.checked:
            return _("%(figures)s。本标准没有机器检查这项制度的项目。") % {"figures": figures}
        if not self.faults:
            return _("%(figures)s。检查 %(items)d 项，没有发现问题。") % {"figures": figures, "items": self.checked}
        return _("%(figures)s。检查 %(items)d 项，%(faults)d 项有问题，共 %(findings)d 处。") % {
            "figures": figures,
            "items": self.checked,
            "faults": len(self.faults),
            "findings": sum(one.findings for one in self.faults),
        }


def three_systems(run: ReviewRun, report: Report) -> list[Kept]:
    """One query for each figure, however many files."""
    figures = by_item(report)
    return [_kept(one, run, report, figures) for one in enforcement_systems(run.ends)]


def _kept(system: EnforcementSystem, run: ReviewRun, report: Report, figures: list[ItemFigures]) -> Kept:
    tells = {one.number for one in report.standard.items if system.rules & set(one.rules)}
    labels = {key: label for key, (owner, label, _ask) in about().items() if owner == system.key}
    return Kept(
        title=system.title,
        basis=article(system.basis),
        counts=tuple(
            Count(label, run.reviewed.filter(case__in=cases_about(key)).count(), _url(run, key))
            for key, label in labels.items()
        ),
        checked=len(tells),
        faults=tuple(one for one in figures if one.item.number in tells),
    )


def cases_about(key: str) -> Ids | None:
    """The ids of all cases of which a figure speaks; None for a figure that nobody wrote."""
    found = about().get(key)
    return found[2]() if found else None


def about() -> dict[str, tuple[str, str, Callable[[], Ids]]]:
    """By the key in the address: the system, the words, the cases."""
    return {
        "to-publish": ("disclosure", _("应当公示的案件"), lambda: _terms(~Q(ending__in=["moot", "excused"]))),
        "published-in-time": ("disclosure", _("按期公示"), lambda: _terms(Q(ending="met", ended_on__lte=F("due_on")))),
        "published-late": ("disclosure", _("逾期公示"), lambda: _terms(Q(ending="met", ended_on__gt=F("due_on")))),
        "unpublished": ("disclosure", _("尚未公示"), lambda: _terms(Q(ended_on=None))),
        "archived": (
            "record",
            _("已归档"),
            lambda: Case.objects.filter(archived_on__isnull=False).values_list("pk", flat=True),
        ),
        "unarchived": (
            "record",
            _("尚未归档"),
            lambda: Case.objects.filter(archived_on=None).values_list("pk", flat=True),
        ),
        "to-review": ("review", _("应当法制审核的案件"), lambda: _fired().values_list("case", flat=True)),
        "review-passed": (
            "review",
            _("审核同意"),
            lambda: _fired().filter(case__in=_passed()).values_list("case", flat=True),
        ),
        "review-missing": (
            "review",
            _("没有审核同意"),
            lambda: _fired().exclude(case__in=_passed()).values_list("case", flat=True),
        ),
    }


def _terms(standing: Q) -> Ids:
    return Term.objects.filter(standing, key="publish").values_list("case", flat=True)


def _fired() -> QuerySet[FiredRule]:
    return FiredRule.objects.filter(scope=Scope.REVIEW)


def _passed() -> Ids:
    return LegalReview.objects.filter(outcome=LegalReview.Outcome.PASSED).values_list("case", flat=True)


def _url(run: ReviewRun, key: str) -> str:
    return f"{reverse('oversight:files')}?{urlencode({'run': run.pk, 'about': key})}"
