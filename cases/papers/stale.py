"""Which drafts would be filled otherwise today, and in which fields? What is issued is always filled anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist

from cases.act import Ask
from cases.case_file import CaseFile
from cases.papers.parts import Drawing
from documents.content import to_json
from documents.models import Document
from documents.services import draw
from officers.models import Bureau


class Filled(Protocol):
    @property
    def one_per(self) -> str: ...

    @property
    def build(self) -> Any: ...

    def subject_key(self, drawing: Drawing) -> str: ...


@dataclass(frozen=True)
class StaleDraft:
    paper: Document
    content: Any
    """As it would be filled today."""
    fields: tuple[str, ...]
    """Which fields differ, by the names of the schema."""


def stale_drafts(file: CaseFile, builders: Mapping[str, Filled]) -> Iterator[StaleDraft]:
    """Filled again as of the day it was drawn, by the same officer: only the case may make a difference."""
    drafts = [one for one in file.papers if one.state == "draft" and one.form_key in builders]
    bureau = Bureau.objects.get() if drafts else None
    for paper in drafts:
        builder = builders[paper.form_key]
        drawing = _drawing(file, paper, builder, bureau)
        if drawing is None or builder.subject_key(drawing) != paper.subject_key:
            continue  # Of an earlier round, or about a row that is no more: nobody will issue it.
        content = builder.build(drawing)
        today = to_json(content)
        differing = tuple(name for name, value in today.items() if _differs(name, paper.content.get(name), value))
        if differing:
            yield StaleDraft(paper, content, differing)


def _differs(name: str, then: Any, now: Any) -> bool:
    """That a case has got its number since is no change of the case."""
    return bool(then != now) and not (name == "case_number" and not then)


def refresh(one: StaleDraft, ask: Ask) -> Document:
    """Fill the draft again; who drew it and when stays, for the content is of that day."""
    paper = one.paper
    return draw(
        case=ask.file.case,
        form_key=paper.form_key,
        content=one.content,
        officer=paper.drawn_by,
        on=paper.drawn_on,
        party=paper.party,
        subject_key=paper.subject_key,
    )


def _drawing(file: CaseFile, paper: Document, builder: Filled, bureau: Any) -> Drawing | None:
    about = None
    if builder.one_per == "row":
        model, _dash, pk = paper.subject_key.partition("-")
        try:
            about = apps.get_model("cases", model).objects.get(pk=pk)
        except (ObjectDoesNotExist, LookupError):
            return None
    return Drawing(file, Ask(file, paper.drawn_by, paper.drawn_on), bureau, paper.party, about)
