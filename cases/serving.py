"""Which day counts as the day of service, and which terms does the service of a paper start?

The officer says what the proof shows; the day follows from the manner of service (law/data/service.toml).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cases.act import Act, Opening
from cases.case_file import CaseFile
from cases.objects import object_types
from cases.substitute_costs import costs_are_demanded
from law.forms import all_forms
from law.service import manner

if TYPE_CHECKING:
    from documents.models import Document

NOTICE_TERM = "public_notice_service"
PUBLIC = "public"
DECISIONS = ("penalty-decision", "no-penalty-decision")
MOVING = ("violation-notice", *DECISIONS)
"""Their service carries the case on; each of them has an act of its own."""
OF_MEASURES = ("measure-decision", "measure-extension", "test-notice", "measure-release", "things-transfer-notice")
OF_ENFORCEMENT = (
    "reminder",
    "enforcement-decision",
    "substitute-decision",
    "enforcement-notice",
    "enforcement-agreement",
)
# Terms that a service starts only for some parties.
WHEN: dict[str, Callable[[CaseFile, Any], bool]] = {
    "payment": lambda file, party: file.owed_by(party) > 0,
    "hearing_request": CaseFile.has_hearing_right,
    # The reminder of the costs is the same form; it starts no second period.
    "cost_payment": costs_are_demanded,
}


class NotPosted(LookupError):
    """Service by public notice without a notice: there is no day to count from."""


@dataclass(frozen=True)
class Day:
    """The day of service, and by which rule it is that day; as papers print it, always Chinese."""

    on: date
    event: str
    basis: str


def reckon(terms: Iterable[Any], facts: dict[str, Any], on: date) -> Day:
    """The day of service by law. terms: those of the case; on: the day on which the service is recorded.

    Raises NotPosted.
    """
    key = facts.get("manner") or "direct"
    if key != PUBLIC:
        happened = facts.get("happened_on") or on
        rule = manner(key, happened)
        return Day(happened, rule.event, rule.basis)
    term = notice_term(terms, facts["document"])
    if term is None:
        raise NotPosted(str(facts["document"]))
    # 自发出公告之日起，经过……日，即视为送达: served once the last day of the period is over.
    day = term.due_on + timedelta(days=1)
    rule = manner(key, day)
    return Day(day, rule.event, rule.basis)


def day_of_service(terms: Iterable[Any], facts: dict[str, Any], on: date) -> date | None:
    """None where no paper is asked about, or none was posted."""
    if facts.get("document") is None:
        return None
    try:
        return reckon(terms, facts, on).on
    except NotPosted:
        return None


def notice_term(terms: Iterable[Any], document: "Document") -> Any | None:
    """The period of the latest public notice for this paper that was not given up."""
    about = about_notice(document)
    found = [one for one in terms if one.key == NOTICE_TERM and one.about == about and one.ending != "moot"]
    return max(found, key=lambda one: int(one.pk), default=None)


def about_notice(document: "Document") -> str:
    return f"document-{document.pk}"


def about_of_paper(document: "Document") -> str:
    """The legal object that a paper concerns, as its terms name it; empty where it concerns the case."""
    model, _dash, _pk = document.subject_key.partition("-")
    kinds = {str(kind._meta.model_name) for kind in object_types()}
    return document.subject_key if model in kinds else ""


def openings(act: Act, facts: dict[str, Any]) -> Iterator[Opening]:
    """What the service of this paper starts, from the day of service."""
    if not act.serves:
        return
    document = facts["document"]
    for term in document.form.rule.service_opens:
        yield Opening(term, when=WHEN.get(term), since=_day_of, about=lambda file, facts: about_of_paper(document))


def _day_of(file: CaseFile, facts: dict[str, Any], on: date) -> date:
    return reckon(file.terms, facts, on).on


def unserved(file: CaseFile, forms: Iterable[str] | None = None) -> "list[Document]":
    """The issued papers that the law wants served and nobody has yet; of these forms, or of all."""
    wanted = {form.key for form in all_forms() if form.served} if forms is None else set(forms)
    served = {one.document_id for one in file.services}
    return [one for one in file.papers if one.form_key in wanted and one.state == "issued" and one.pk not in served]


def served_by_the_way(file: CaseFile) -> "list[Document]":
    """Those whose service carries no case on: serve_paper_on_party."""
    return [one for one in unserved(file) if one.form_key not in MOVING]


def attempts_for(file: CaseFile, document: "Document") -> list[Any]:
    """Failed tries with this paper, and searches for its party's whereabouts."""
    tries = by_age(file.case.service_attempts.all())
    return [
        one
        for one in tries
        if one.document_id == document.pk or (one.kind == "search" and one.party_id == document.party_id)
    ]


def confirmed_address(file: CaseFile, party: Any, on: date) -> Any | None:
    """What the party last signed about where papers reach it; a later confirmation replaces an earlier one."""
    rows = file.case.service_addresses.all()
    signed = [one for one in rows if one.party_id == party.pk and one.signed_on <= on]
    return max(signed, key=lambda one: (one.signed_on, one.pk), default=None)


def entrustments_of(file: CaseFile, document: "Document") -> list[Any]:
    return [one for one in by_age(file.case.entrustments.all()) if one.document_id == document.pk]


def proofs(file: CaseFile) -> list[Any]:
    return by_age(file.case.service_proofs.all())


def by_age(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: int(row.pk))


def issued_for_service(file: CaseFile) -> "list[Document]":
    """Issued papers that the law wants served, whether they were or not."""
    wanted = {form.key for form in all_forms() if form.served}
    return [one for one in file.papers if one.form_key in wanted and one.state != "draft"]


OTHER_MANNERS = frozenset({"post", "entrusted", "electronic", "forwarded"})


def has_failed_otherwise(tried: set[str]) -> bool:
    """下落不明，或者用其他方式无法送达 (民事诉讼法 95): a search without result, or a direct try and one more."""
    return "search" in tried or ("direct" in tried and bool(tried & OTHER_MANNERS))


def may_be_posted(file: CaseFile) -> "list[Document]":
    """The unserved papers of which a public notice would be lawful."""
    return [
        one
        for one in unserved(file)
        if notice_term(file.terms, one) is None
        and has_failed_otherwise({tried.kind for tried in attempts_for(file, one)})
    ]
