"""What does the list of papers on the case page say of each: is it there, who makes it, and what comes first?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.act import Act, Ask, Guard, Obstacle, acts_of
from cases.case_file import CaseFile
from cases.guards import apart, people, recusal
from cases.objects import about_of, objects_of
from cases.screens.asked_papers import Asked, asked_papers, papers_of
from cases.screens.offers import Hindrance, act_url, has_something_to_act_on, hindrance
from cases.services import in_source_state, obstacles
from documents.registry import ON_A_ROLL
from law.citations import cite_all, print_citations
from law.forms import form_rule
from law.holidays import CalendarMissing
from officers.models import Officer

LEVELS = {"grey": "", "blue": "active", "green": "done", "red": "calm"}
ABOUT_THE_PERSON = frozenset(
    one.name for module in (apart, people, recusal) for one in vars(module).values() if isinstance(one, Guard)
)
"""Guards that look at who acts: what they say of the reader is nothing to the person whose act it is."""


@dataclass(frozen=True)
class Can:
    """What this officer may do about one act, worked out once for all the papers it makes."""

    url: str = ""
    reasons: list[Obstacle] = field(default_factory=list)


@dataclass(frozen=True)
class AskedView:
    title: str
    party: str
    article: str
    is_there: bool
    number: str = ""
    state_label: str = ""
    state_level: str = ""
    date: Any = None
    url: str = ""
    pdf_url: str = ""
    roll_url: str = ""
    act: str = ""
    act_url: str = ""
    """Only where this officer may do it now."""
    who: str = ""
    after: str = ""
    first_act: str = ""
    first_url: str = ""
    reasons: list[Hindrance] = field(default_factory=list)


@dataclass(frozen=True)
class PaperList:
    there: list[AskedView]
    """Issued or served."""
    open: list[AskedView]
    """Drafted and not yet issued, or missing; in the order in which they can be made."""


def paper_list(file: CaseFile, officer: Officer, on: date) -> PaperList:
    rows = asked_papers(file, on)
    known: dict[tuple[str, str], Can] = {}
    views = [_view(file, row, officer, on, known) for row in rows]
    return PaperList([one for one in views if one.is_there], [one for one in views if not one.is_there])


def _view(file: CaseFile, row: Asked, officer: Officer, on: date, known: dict[tuple[str, str], Can]) -> AskedView:
    told: dict[str, Any] = {}
    if row.paper:
        told |= {
            "number": row.paper.number,
            "state_label": str(row.paper.status.label),
            "state_level": LEVELS[row.paper.status.colour],
            "date": row.paper.served_on or row.paper.issued_on or row.paper.drawn_on,
            "url": reverse("documents:paper", args=[row.paper.pk]),
            "pdf_url": reverse("documents:pdf", args=[row.paper.pk]),
        }
        if row.form.key in ON_A_ROLL:
            told["roll_url"] = reverse("documents:roll", args=[row.paper.pk])
    else:
        told["state_label"], told["state_level"] = _("还没有"), "waiting"
    if row.act and not row.is_there:
        told |= _still_to_do(file, row, row.act, Ask(file, officer, on, subject=row.machine), known)
    return AskedView(
        title=row.title,
        party=row.party.name if row.party else "",
        article=_why(row),
        is_there=row.is_there,
        **told,
    )


def _why(row: Asked) -> str:
    """The article that asks for the paper; for a receipt, the one about service."""
    return print_citations(cite_all(row.form.basis)) if row.form.basis else ""


def _still_to_do(file: CaseFile, row: Asked, act: Act, ask: Ask, known: dict[tuple[str, str], Can]) -> dict[str, Any]:
    """Who makes it and by which act; what comes before, and what stands in the way of that today."""
    told: dict[str, Any] = {"act": str(act.title), "who": _who(file, act)}
    before = row.after
    if not before and row.machine is not None:
        now = row.first or act
        key = (about_of(row.machine), now.key)
        if key not in known:
            known[key] = _can(file, row.machine, now, ask)
        can = known[key]
        before = tuple(title for one in can.reasons for title in _cured_by(file, one))
        told["reasons"] = [hindrance(file, one, ask.on) for one in can.reasons]
        told |= {"first_act": str(now.title), "first_url": can.url} if row.first else {"act_url": can.url}
    told["after"] = _("、").join(dict.fromkeys(one for one in before if one != row.title))
    return told


def _can(file: CaseFile, machine: Any, act: Act, ask: Ask) -> Can:
    if act.by.check(ask):
        found = obstacles(machine, act.key, ask)
        is_open = not found and has_something_to_act_on(machine, act, file, ask.on)
        return Can(url=act_url(machine, act.key) if is_open else "", reasons=found)
    if not in_source_state(machine, act):
        return Can()
    about_the_case = [one for one in act.requires if one.name not in ABOUT_THE_PERSON]
    try:
        return Can(reasons=[reason for one in about_the_case for reason in one.obstacles(ask)])
    except CalendarMissing:
        return Can()


def _cured_by(file: CaseFile, obstacle: Obstacle) -> list[str]:
    """The papers that the act makes which cures it: they come before."""
    kind, _dot, key = obstacle.cure_act.rpartition(".")
    if not key:
        return []
    machines: list[Any] = [one for one in objects_of(file) if one.slug == kind] if kind else [file.case]
    return [form_rule(form).title for one in machines[:1] for form in papers_of(acts_of(one)[key])]


def _who(file: CaseFile, act: Act) -> str:
    """The role; for the handlers, by name."""
    names = _("、").join(one.name for one in file.handlers) if act.by.name == people.case_officers.name else ""
    return _("%(who)s（%(names)s）") % {"who": act.by.title, "names": names} if names else str(act.by.title)
