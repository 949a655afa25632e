"""What does a file say about itself, read without the procedure's own guards?"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from django.utils.timezone import localdate

from cases.case_file import CaseFile
from cases.models import Charge, Decision, Inquiry, Party, Sanction
from cases.reckoned import charge_facts
from documents.models import Document
from law.ranges import lawful_range
from law.terms import TermRule, compute, term_rule
from law.thresholds import MajorCaseRule, PenaltyFacts, Scope, rules_that_fire
from law.violations import PenaltyKind

RECORD_FORMS = {"scene": "scene-record", "interview": "interview-record", "inspection": "inspection-record"}
SPOT_FORM = "spot-decision"
DECISION_FORMS = {"penalty": "penalty-decision", "no_penalty": "no-penalty-decision"}


@cache
def _last_day(rule: TermRule, start: date, extended_by: int) -> date:
    return compute(rule, start, extended_by=extended_by).due


def last_day(key: str, start: date, extended_by: int = 0) -> date:
    """When a term that began on a day ends; many files of a period share the days they count from."""
    return _last_day(term_rule(key, start), start, extended_by)


def day_of(moment: datetime) -> date:
    return localdate(moment)


def is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], {}, ())


_sorted: "WeakKeyDictionary[CaseFile, dict[str | None, list[Document]]]" = WeakKeyDictionary()


def final_papers(file: CaseFile, form: str | None = None) -> list[Document]:
    """What was issued and not voided."""
    # Sorted once for each file: two hundred rules ask for the papers of a form.
    if file not in _sorted:
        by_form: dict[str | None, list[Document]] = {None: []}
        # By its day, which every issued paper has: reading the state of a machine for each is slow.
        for one in file.papers:
            if one.issued_on is not None:
                by_form[None].append(one)
                by_form.setdefault(one.form_key, []).append(one)
        _sorted[file] = by_form
    return _sorted[file].get(form, [])


def paper_about(file: CaseFile, form: str, row: Any) -> Document | None:
    """The paper that one row of the file produced, such as the record of an inquiry."""
    key = f"{row._meta.model_name}-{row.pk}"
    return next((one for one in final_papers(file, form) if one.subject_key == key), None)


def record_of(file: CaseFile, inquiry: Inquiry) -> Document | None:
    return paper_about(file, RECORD_FORMS[inquiry.kind], inquiry)


def decision_paper(file: CaseFile, decision: Decision) -> Document | None:
    papers = final_papers(file, SPOT_FORM if file.is_summary else DECISION_FORMS[decision.kind])
    return next((one for one in papers if one.party_id == decision.party_id), None)


def notice_paper(file: CaseFile, party: Party) -> Document | None:
    """The last notice that still counts; a new round voids the one before."""
    return next((one for one in reversed(final_papers(file, "violation-notice")) if one.party_id == party.pk), None)


def service_of(file: CaseFile, paper: Document | None) -> Any | None:
    if paper is None:
        return None
    return next((one for one in file.services if one.document_id == paper.pk), None)


def receipt_of(file: CaseFile, paper: Document | None) -> Document | None:
    service = service_of(file, paper)
    return paper_about(file, "service-receipt", service) if service else None


def notified_on(file: CaseFile, party: Party) -> date | None:
    service = service_of(file, notice_paper(file, party))
    return service.served_on if service else None


def penalties(file: CaseFile) -> Iterator[tuple[Party, Decision]]:
    """Every decision that punishes, with its party."""
    named = {one.pk: one for one in file.parties}
    for decision in file.decisions:
        if decision.kind == "penalty" and decision.party_id in named:
            yield named[decision.party_id], decision


def decided_on(file: CaseFile) -> date | None:
    return min((one.decided_on for one in file.decisions), default=None)


def waived_on(file: CaseFile, party: Party) -> date | None:
    days = [one.made_on for one in file.statements if one.kind == "waiver" and one.party_id == party.pk]
    return min(days, default=None)


def sanctions(charges: Iterable[Charge], stage: str, round_: int) -> list[Sanction]:
    return [one for charge in charges for one in charge.sanctions.all() if (one.stage, one.round) == (stage, round_)]


def penalty_facts(file: CaseFile, party: Party, stage: str) -> PenaltyFacts:
    charges = file.charges_of(party)
    rows = sanctions(charges, stage, file.case.round)
    maxima = [one.violation.fine_max for one in charges if one.violation.fine_max is not None]
    heard = any(one.party_id == party.pk and one.held_on is not None for one in file.hearings)
    flags = {
        "complex": file.case.is_complex,
        "public_interest": file.case.concerns_public_interest,
        "hearing_held": heard,
    }
    return PenaltyFacts(
        party_kind="organisation" if party.kind == "organisation" else "citizen",
        kinds=frozenset(kind for one in rows for kind in one.kinds),
        fine=sum((one.fine for one in rows), Decimal(0)),
        confiscation=sum((one.confiscation for one in rows), Decimal(0)),
        fine_max=max(maxima, default=None),
        flags=frozenset(name for name, is_set in flags.items() if is_set),
    )


def required_by(file: CaseFile, scope: Scope, party: Party, on: date, stage: str = "decided") -> list[MajorCaseRule]:
    """The threshold rows that ask for a hearing, a review or a discussion of this penalty on that day."""
    return list(rules_that_fire(scope, penalty_facts(file, party, stage), on))


def lawful_fine(charge: Charge) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and highest fine by the law of the day of the conduct; equal where a formula fixes it.

    An article with steps is read by the conditions that the last report found; a step without a fine allows none.
    """
    kept = max(charge.reckonings.all(), key=lambda one: one.round, default=None)
    facts = charge_facts(charge, {"circumstances": kept.circumstances} if kept else {})
    allowed = lawful_range(facts, charge.violation, charge.conduct_on, facts.circumstances)
    if not allowed.is_fined and PenaltyKind.FINE in charge.violation.kinds:
        return Decimal(0), Decimal(0)
    return allowed.low, allowed.high


def handled_ever(file: CaseFile) -> dict[int, str]:
    """Everybody who handled the case, by id, with the name."""
    return {one.officer_id: one.officer.name for one in file.case.assignments.all()}
