"""What happened in this case, newest first, as the record tells it?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Text, acts_of
from cases.models import Case, RecordEntry
from cases.objects import object_types
from documents.models import Document
from law.citations import cite_all, print_citations

# What enters the record without being an act of the case itself.
OTHER_TITLES: dict[str, Text] = {
    "register_lead": gettext_lazy("登记线索"),
    "term_lapsed": gettext_lazy("期限已过"),
    "court_bundle": gettext_lazy("制作交法院的案卷包"),
    "apply_signature": gettext_lazy("在文书上使用存档签名"),
}


@dataclass(frozen=True)
class PaperLink:
    title: str
    url: str


@dataclass(frozen=True)
class Entry:
    title: str
    who: str
    on: date
    at: datetime
    basis: str
    detail: list[str]
    papers: list[PaperLink]
    system: bool


def name_event(key: str, title: Text) -> None:
    """An app above tells how its own acts are called."""
    OTHER_TITLES[key] = title


SIDEWAYS = ("crime", "report", "request", "return_reason", "explanation", "question", "questions", "handed_over")


def titles() -> dict[str, Text]:
    machines: tuple[Any, ...] = (*object_types(), Case)
    return OTHER_TITLES | {key: act.title for machine in machines for key, act in acts_of(machine).items()}


def titles_of_objects() -> dict[tuple[str, str], Text]:
    """By the kind of legal object and the act: two kinds may call their acts alike."""
    return {(kind._meta.label_lower, key): act.title for kind in object_types() for key, act in acts_of(kind).items()}


def timeline(case: Case) -> list[Entry]:
    entries = list(case.record.select_related("actor", "payload").order_by("-cseq"))
    papers = {paper.pk: paper for paper in Document.objects.filter(case=case)}
    names = titles()
    return [_entry(one, names, papers) for one in entries]


def _entry(entry: RecordEntry, names: Mapping[str, Text], papers: Mapping[int, Document]) -> Entry:
    payload = getattr(entry, "payload", None)
    said: dict[str, Any] = json.loads(payload.body) if payload else {}
    header = json.loads(entry.header)
    basis, kind = header["basis"], header["obj"].partition(":")[0]
    links = [
        PaperLink(str(papers[one["id"]]), reverse("documents:paper", args=[one["id"]]))
        for one in said.get("papers", [])
        if one["id"] in papers
    ]
    return Entry(
        title=str(titles_of_objects().get((kind, entry.act)) or names.get(entry.act, entry.act)),
        who=entry.actor.name if entry.actor else _("系统"),
        on=entry.on,
        at=entry.recorded_at,
        basis=print_citations(cite_all(basis)) if basis else "",
        detail=_detail(said.get("facts", {})) if payload else [_("所记的内容已依法删除。")],
        papers=links,
        system=entry.actor is None,
    )


def _detail(facts: Mapping[str, Any]) -> list[str]:
    """The words a person wrote; ids and ticks stay in the record."""
    shown = (
        "opinion",
        "reason",
        "text",
        "answer",
        "conclusion",
        "closing_note",
        "title",
        "name",
        "transferred_to",
        *SIDEWAYS,
    )
    return [str(facts[key]) for key in shown if isinstance(facts.get(key), str) and facts[key]]
