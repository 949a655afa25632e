"""What is wrong with the papers of a case: out of date, at odds with each other, or not printed as they were filled?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.panels import Panel
from cases.papers import stale_drafts
from cases.papers.consistency import contradictions
from cases.screens.field_names import field_names
from documents.models import Document
from documents.services import print_failures
from officers.models import Officer


@dataclass(frozen=True)
class Finding:
    label: str
    level: str
    sentence: str
    cure: str
    links: tuple[tuple[str, str], ...]
    """Name and address of each paper concerned."""


def paper_check(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """A panel only where there is something to put right."""
    findings = [*_unprinted(file), *_contradicting(file), *_stale(file)]
    return Panel(_("文书核对"), "cases/_paper_check.html", findings) if findings else None


def _unprinted(file: CaseFile) -> Iterator[Finding]:
    waiting = {one.pk: one for one in file.papers if one.state != "draft" and not one.pdf}
    for pk, error in print_failures(waiting).items():
        cure = _("请把这句话告诉管理员；内容改正或者系统修好以后，文书会自动重新打印存档。")
        yield Finding(_("没有存档"), "bad", error, cure, (_link(waiting[pk]),))


def _contradicting(file: CaseFile) -> Iterator[Finding]:
    for one in contradictions(file):
        links = (_link(one.first.paper), _link(one.second.paper))
        yield Finding(_("前后不一致"), "bad", one.sentence, one.cure, links)


def _stale(file: CaseFile) -> Iterator[Finding]:
    for one in stale_drafts(file):
        what = {"paper": one.paper.title, "fields": _("、").join(field_names(one.fields))}
        yield Finding(
            _("内容已过时"),
            "warn",
            _("《%(paper)s》草稿制作以后案情有变：%(fields)s。") % what,
            _("签发时会按最新案情重新制作；要现在看到最新内容，办理“按最新案情更新草稿”。"),
            (_link(one.paper),),
        )


def _link(paper: Document) -> tuple[str, str]:
    return f"{paper.title} {paper.number}".strip(), reverse("documents:paper", args=[paper.pk])
