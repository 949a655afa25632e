"""Which papers of the case exist, where does each stand, and what has become of it since?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.objects import about_of
from cases.screens.rows import Row
from cases.versions import previous_version
from documents.models import Document


@dataclass(frozen=True)
class PaperView:
    title: str
    number: str
    state_label: str
    state_level: str
    party: str
    date: date | None
    url: str
    pdf_url: str
    changes_url: str
    became: tuple[Row, ...]
    """已补正, 已作废: each with the paper that says so."""


def paper_views(file: CaseFile) -> list[PaperView]:
    """Every paper, also those that were taken out of use."""
    every = sorted(file.case.documents.all(), key=lambda one: int(one.pk))
    return [paper_view(file, one) for one in every]


def changes_url(file: CaseFile, paper: Document) -> str:
    known = previous_version(file, paper) is not None
    return reverse("cases:paper-changes", args=[file.case.pk, paper.pk]) if known else ""


def became(file: CaseFile, paper: Document) -> tuple[Row, ...]:
    """What was done about a paper after it was issued, with the paper that does it."""
    by_subject = {one.subject_key: one for one in file.papers_of("paper-correction")}
    rows = [
        _repair_row(_("已补正"), by_subject.get(about_of(one)))
        for one in file.case.paper_corrections.all()
        if one.paper_id == paper.pk and one.state == "approved"
    ]
    rows += [
        _repair_row(_("已换发") if one.replacement else _("不再换发"), one.replacement)
        for one in file.case.paper_voidings.all()
        if one.paper_id == paper.pk and one.state == "approved"
    ]
    return tuple(rows)


def _repair_row(label: str, paper: Document | None) -> Row:
    return Row(label, paper.number, reverse("documents:paper", args=[paper.pk])) if paper else Row(label, "")


def paper_view(file: CaseFile, paper: Document) -> PaperView:
    return PaperView(
        title=paper.title,
        number=paper.number,
        state_label=str(paper.status.label),
        state_level={"grey": "", "blue": "active", "green": "done", "red": "calm"}[paper.status.colour],
        party=paper.party.name if paper.party else "",
        date=paper.served_on or paper.issued_on or paper.drawn_on,
        url=reverse("documents:paper", args=[paper.pk]),
        pdf_url=reverse("documents:pdf", args=[paper.pk]),
        changes_url=changes_url(file, paper),
        became=became(file, paper),
    )
