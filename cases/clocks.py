"""Which terms start, end and lapse when something happens to a case?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F

from cases.act import Act
from cases.case_file import load_case_file
from cases.objects import about_of
from law.terms import compute, term_rule

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Party, Term, TermExclusion, TermExtension
    from officers.models import Officer


def open_terms(file: CaseFile, act: Act, facts: dict[str, Any], on: date, subject: Any = None) -> list[Term]:
    """Open what the act declares, once per party where the term is a party's own; subject: the legal object acted on."""
    opened = []
    for opening in act.opens:
        since = opening.since(file, facts, on) if opening.since else on
        rule = term_rule(opening.term, since)
        for party in parties_concerned(file, facts, subject) if rule.per_party else [None]:
            if opening.when is None or opening.when(file, party):
                opened.append(_open(file.case, opening.term, party, since, about_of(subject)))
    return opened


def parties_concerned(file: CaseFile, facts: dict[str, Any], subject: Any = None) -> list[Any]:
    document = facts.get("document")
    party = facts.get("party") or (document.party if document else None) or getattr(subject, "party", None)
    return [party] if party else list(file.parties)


def open_term(case: Case, key: str, on: date, party: Party | None = None) -> Term:
    """Open one term by hand: the soft timer of a new lead."""
    return _open(case, key, party, on)


def _open(case: Case, key: str, party: Party | None, on: date, about: str = "") -> Term:
    rule = term_rule(key, on)
    derived = compute(rule, on)
    return case.terms.create(
        party=party,
        about=about,
        key=key,
        title=rule.title,
        nature=rule.nature,
        basis=rule.basis,
        opened_on=on,
        due_on=derived.due,
        derivation=derived.text,
    )


def meet_terms(case: Case, keys: tuple[str, ...], on: date, subject: Any = None) -> None:
    """What is done with one legal object meets its own terms, not those of another of its kind."""
    met = case.terms.filter(key__in=keys, ended_on=None)
    if about := about_of(subject):
        met = met.filter(about__in=("", about))
    met.update(ended_on=on, ending="met", paused_since=None)


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
    running.update(ended_on=on, ending="moot", note=note, paused_since=None)


def extend(term: Term, *, reason: str, officer: Officer, on: date) -> TermExtension:
    """Lengthen a running term once, by the days that the dated rule allows."""
    rule = term_rule(term.key, term.opened_on)
    extension = term.extensions.create(
        days=rule.extension,
        previous_due_on=term.due_on,
        due_on=term.due_on,
        reason=reason,
        basis=rule.extension_basis,
        approved_by=officer,
        approved_on=on,
    )
    extension.due_on = _count_anew(term)
    extension.save(update_fields=["due_on"])
    return extension


def pause(term: Term, *, first: date) -> None:
    """Let a term stand still from a day on; resume() says until when. Nothing lapses meanwhile."""
    term.paused_since = first
    term.save(update_fields=["paused_since"])


def resume(term: Term, *, last: date, reason: str, basis: str) -> None:
    """Go on counting on the day after `last`; a pause that ended before it began excludes nothing."""
    first, term.paused_since = term.paused_since, None
    term.save(update_fields=["paused_since"])
    if first is not None and last >= first:
        exclude(term, first=first, last=last, reason=reason, basis=basis)


def stop_for(case: Case, cause: str, *, first: date) -> None:
    """Let every running term stand still that the law's data stops for this cause (`stops_for` in terms.toml)."""
    for term in case.terms.running():
        if cause in term_rule(term.key, term.opened_on).stops_for:
            pause(term, first=first)


def go_on_after(
    case: Case, cause: str, *, last: date, reason: str, basis: str, still: frozenset[str] = frozenset()
) -> None:
    """The cause has gone; a term that another cause (`still`) stops as well goes on standing still."""
    for term in case.terms.open().exclude(paused_since=None):
        stops = term_rule(term.key, term.opened_on).stops_for
        if cause in stops and not still & set(stops):
            resume(term, last=last, reason=reason, basis=basis)


def reopen(case: Case, key: str, cause: str, *, last: date, reason: str, basis: str) -> None:
    """A period that had ended with the case's departure runs on when the case is back; nothing of it is lost.

    Whether the days between count is said by `stops_for` of the rule.
    """
    term = case.terms.filter(key=key).exclude(ended_on=None).order_by("-pk").first()
    if term is None or term.ended_on is None:
        return
    first = term.ended_on + timedelta(days=1)
    term.ended_on, term.ending, term.note = None, "", reason
    term.save(update_fields=["ended_on", "ending", "note"])
    if last >= first and cause in term_rule(term.key, term.opened_on).stops_for:
        exclude(term, first=first, last=last, reason=reason, basis=basis)


def recount_from(case: Case, key: str, start: date) -> None:
    """Two cases have become one: the period runs from the earlier day."""
    for term in case.terms.open().filter(key=key):
        term.opened_on = min(term.opened_on, start)
        term.save(update_fields=["opened_on"])
        _count_anew(term)


def exclude(term: Term, *, first: date, last: date, reason: str, basis: str) -> TermExclusion:
    """Days that do not count, both ends included; the due day is counted anew from the beginning.

    Counting anew makes the result independent of the order in which extensions and exclusions came, and a day that
    lies in two exclusions is left out once.
    """
    excluded = term.exclusions.create(first=first, last=last, reason=reason, basis=basis)
    _count_anew(term)
    return excluded


def _count_anew(term: Term) -> date:
    rule = term_rule(term.key, term.opened_on)
    derived = compute(
        rule,
        term.opened_on,
        extended_by=sum(one.days for one in term.extensions.all()),
        excluded=[(one.first, one.last, one.reason) for one in term.exclusions.order_by("first", "pk")],
    )
    term.due_on, term.derivation = derived.due, derived.text
    term.save(update_fields=["due_on", "derivation"])
    return derived.due


def expire_rights(on: date, terms: Any) -> int:
    """A right not used in its period has expired; safe to repeat, safe for two workers."""
    return int(
        terms.filter(ended_on=None, paused_since=None, nature="right", due_on__lt=on).update(
            ended_on=F("due_on"), ending="expired"
        )
    )
