"""Which terms start, end and lapse when something happens to a case?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F

from cases.act import Act
from cases.case_file import load_case_file
from law.terms import compute, term_rule

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Party, Term, TermExtension
    from officers.models import Officer


def open_terms(file: CaseFile, act: Act, facts: dict[str, Any], on: date) -> list[Term]:
    """Open what the act declares, once per party where the term is a party's own."""
    opened = []
    for opening in act.opens:
        rule = term_rule(opening.term, on)
        for party in parties_concerned(file, facts) if rule.per_party else [None]:
            if opening.when is None or opening.when(file, party):
                opened.append(_open(file.case, opening.term, party, on))
    return opened


def parties_concerned(file: CaseFile, facts: dict[str, Any]) -> list[Any]:
    document = facts.get("document")
    party = facts.get("party") or (document.party if document else None)
    return [party] if party else list(file.parties)


def open_term(case: Case, key: str, on: date, party: Party | None = None) -> Term:
    """Open one term by hand: the soft timer of a new lead."""
    return _open(case, key, party, on)


def _open(case: Case, key: str, party: Party | None, on: date) -> Term:
    rule = term_rule(key, on)
    derived = compute(rule, on)
    return case.terms.create(
        party=party,
        key=key,
        title=rule.title,
        nature=rule.nature,
        basis=rule.basis,
        opened_on=on,
        due_on=derived.due,
        derivation=derived.text,
    )


def meet_terms(case: Case, keys: tuple[str, ...], on: date) -> None:
    case.terms.filter(key__in=keys, ended_on=None).update(ended_on=on, ending="met")


def settle(case: Case, party: Party, on: date) -> None:
    """End the party's payment term once everything owed is paid."""
    file = load_case_file(case.pk)
    if file.paid_by(party) >= file.owed_by(party):
        case.terms.filter(key="payment", party=party, ended_on=None).update(ended_on=on, ending="met")


def excuse(case: Case, key: str, *, reason: str, on: date) -> None:
    case.terms.filter(key=key, ended_on=None).update(ended_on=on, ending="excused", note=reason[:200])


def end_all(
    case: Case,
    on: date,
    *,
    note: str,
    natures: tuple[str, ...] = ("duty", "soft", "right"),
    keys: tuple[str, ...] | None = None,
) -> None:
    """The procedure has gone another way: what was running no longer applies."""
    running = case.terms.filter(ended_on=None, nature__in=natures)
    if keys is not None:
        running = running.filter(key__in=keys)
    running.update(ended_on=on, ending="moot", note=note)


def extend(term: Term, *, reason: str, officer: Officer, on: date) -> TermExtension:
    """Lengthen a running term once, by the days that the dated rule allows."""
    rule = term_rule(term.key, term.opened_on)
    derived = compute(rule, term.opened_on, extended_by=rule.extension)
    extension = term.extensions.create(
        days=rule.extension,
        previous_due_on=term.due_on,
        due_on=derived.due,
        reason=reason,
        basis=rule.extension_basis,
        approved_by=officer,
        approved_on=on,
    )
    term.due_on, term.derivation = derived.due, derived.text
    term.save(update_fields=["due_on", "derivation"])
    return extension


def expire_rights(on: date, terms: Any) -> int:
    """A right not used in its period has expired; safe to repeat, safe for two workers."""
    return int(
        terms.filter(ended_on=None, nature="right", due_on__lt=on).update(ended_on=F("due_on"), ending="expired")
    )
