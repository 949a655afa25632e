"""Which decisions wait for publication, and how does a public copy come into being?"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef

from cases.case_file import load_case_file
from cases.models import Case, Decision, Term
from documents.models import Document
from officers.models import Bureau, Officer
from publicity.models import Publication
from publicity.proposal import PUBLISHED_FORMS, fixed_fields


@dataclass(frozen=True)
class DuePublication:
    """A penalty decision whose case still owes the public its publication."""

    decision: Decision
    number: str
    is_served: bool
    term: Term


def due_publications(officer: Officer) -> list[DuePublication]:
    """Decisions without a public copy in cases whose term runs, nearest due first.

    A decision not to punish is not published: the duty is about penalties (行政处罚法 48.1).
    """
    terms = {
        term.case_id: term
        for term in Term.objects.open()
        .filter(key="publish", case__in=Case.objects.visible_to(officer).values("pk"))
        .order_by("-due_on", "-pk")
    }
    decisions = (
        Decision.objects.filter(case__in=list(terms), kind=Decision.Kind.PENALTY)
        .exclude(Exists(Publication.objects.live().filter(decision=OuterRef("pk"))))
        .select_related("case", "party")
    )
    papers = _papers(list(terms))
    found = [
        DuePublication(
            one, paper.number if paper else "", paper is not None and paper.state == "served", terms[one.case_id]
        )
        for one in decisions
        for paper in [papers.get((one.case_id, one.party_id))]
    ]
    return sorted(found, key=lambda one: (one.term.due_on, one.decision.pk))


def _papers(case_ids: list[int]) -> dict[tuple[int, int | None], Document]:
    papers = Document.objects.final().filter(case__in=case_ids, form_key__in=PUBLISHED_FORMS).order_by("pk")
    return {(one.case_id, one.party_id): one for one in papers}


@transaction.atomic
def prepare(decision: Decision) -> Publication:
    """The public copy of a served penalty decision, still without its texts; the one there is when asked again.

    Raises publicity.proposal.NotServed.
    """
    Case.objects.select_for_update().get(pk=decision.case_id)
    existing = Publication.objects.live().filter(decision=decision).first()
    if existing is not None:
        return existing
    fields = fixed_fields(load_case_file(decision.case_id), decision, Bureau.objects.get())
    return Publication.objects.create(case=decision.case, decision=decision, party=decision.party, **fields)
