"""Which notices stand on the portal while a case is under way, in which words, and until when?

Made anew from rows and issued papers, field by field: what is not named here is not published. A natural person goes by
the surname as everywhere on the portal; the notice in full hangs where its paper says.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cases.case_file import CaseFile, load_case_file
from cases.hearing_states import HearingState
from cases.models import CoerciveMeasure, Enforcement, Hearing, Party, PublicNotice, Term
from cases.objects import about_of
from cases.serving import NOTICE_TERM, about_notice
from documents.models import Document
from publicity.proposal import age_at_conduct
from publicity.protected import names_a_person, protected_strings
from publicity.redaction import mask, public_name

ADULT = 18
Row = dict[str, str]


def notices(on: date) -> list[Row]:
    """All that may be read on the day, soonest to end first."""
    found = [*hearings(on), *services(on), *demolitions(on), *unclaimed(on)]
    return sorted(found, key=lambda row: (row["until"], row["kind"], row["number"]))


def hearings(on: date) -> Iterator[Row]:
    """听证公告: every public hearing that is still to come (行政处罚法 64(3))."""
    waiting = Hearing.objects.filter(state=HearingState.CONVENED, is_public=True, set_for__date__gte=on)
    for hearing in waiting.select_related("chair").order_by("set_for", "pk"):
        papers = issued("hearing-announcement").filter(case=hearing.case_id, party=hearing.party_id)
        if (paper := papers.last()) and hearing.set_for and (file := _publishable(hearing.case_id, hearing.party_id)):
            local = timezone.localtime(hearing.set_for)
            yield _row(
                file,
                hearing.party_id,
                kind="hearing",
                number=paper.number,
                until=local.date(),
                when=f"{local:%Y-%m-%d %H:%M}",
                place=hearing.place,
                chair=hearing.chair.name if hearing.chair else "",
                posted_on=str(paper.issued_on or ""),
            )


def services(on: date) -> Iterator[Row]:
    """送达公告: while its period runs; what it serves is named by its title and number, not told (民事诉讼法 95)."""
    terms = {one.about: one for one in Term.objects.open().filter(key=NOTICE_TERM, due_on__gte=on)}
    papers = [int(about.rpartition("-")[2]) for about in terms]
    for posted in PublicNotice.objects.filter(document__in=papers).select_related("document").order_by("pk"):
        term = terms[about_notice(posted.document)]
        if term.opened_on == posted.posted_on and (file := _publishable(posted.case_id, posted.party_id)):
            yield _row(
                file,
                posted.party_id,
                kind="service",
                number=posted.document.number,
                until=term.due_on,
                paper=posted.document.form.rule.title,
                place=posted.places,
                posted_on=str(posted.posted_on),
            )


def demolitions(on: date) -> Iterator[Row]:
    """执行公告: until the day by which the party is to take it down itself (行政强制法 44)."""
    for enforcement in Enforcement.objects.filter(announced_on__isnull=False, remove_by__gte=on).order_by("pk"):
        papers = issued("demolition-notice").filter(case=enforcement.case_id, party=enforcement.party_id)
        if (paper := papers.last()) and (file := _publishable(enforcement.case_id, enforcement.party_id)):
            yield _row(
                file,
                enforcement.party_id,
                kind="demolition",
                number=paper.number,
                until=enforcement.remove_by,
                things=enforcement.structure,
                posted_on=str(enforcement.announced_on),
            )


def unclaimed(on: date) -> Iterator[Row]:
    """催领公告: three months for things that nobody fetches (公路安全保护条例 72.2)."""
    terms = {one.about: one for one in Term.objects.open().filter(key="unclaimed_notice", due_on__gte=on)}
    measures = CoerciveMeasure.objects.filter(case__in=[one.case_id for one in terms.values()])
    for measure in measures.prefetch_related("things").order_by("pk"):
        term = terms.get(about_of(measure))
        if term and (file := _publishable(measure.case_id, measure.party_id)):
            yield _row(
                file,
                measure.party_id,
                kind="unclaimed",
                number="",
                until=term.due_on,
                paper=str(measure.title),
                things="、".join(str(one) for one in measure.things.all()),
                posted_on=str(term.opened_on),
            )


def issued(form: str) -> QuerySet[Document]:
    return Document.objects.final().filter(form_key=form).order_by("pk")


def _publishable(case_id: int, party_id: int | None) -> CaseFile | None:
    """Nothing of a minor, nor of a case that two people have kept from the public (公开条例 15)."""
    file = load_case_file(case_id)
    party = _party(file, party_id)
    age = age_at_conduct(file, party)
    kept_back = any(one.state == "approved" for one in file.case.exemptions.all())
    return None if kept_back or (age is not None and age < ADULT) else file


def _party(file: CaseFile, party_id: int | None) -> Party:
    return next(one for one in file.case.parties.all() if one.pk == party_id)


def _row(file: CaseFile, party_id: int | None, *, kind: str, number: str, until: date, **texts: Any) -> Row:
    """Every text goes through the same mask as a public copy."""
    party, protected = _party(file, party_id), protected_strings(file)
    name = public_name(party.name) if names_a_person(party) else mask(party.name, protected)
    said = {key: mask(str(text), protected) for key, text in texts.items() if text}
    cause = mask(file.case.cause, protected)
    return {"kind": kind, "number": number, "party": name, "cause": cause, "until": str(until), **said}
