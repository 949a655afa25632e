"""Which terms start, end and lapse when something happens to a case?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F

from cases import serving
from cases.act import Act
from cases.case_file import load_case_file
from cases.money import account_of
from cases.objects import about_of
from law.terms import compute, term_rule

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, Party, Term, TermExclusion, TermExtension
    from officers.models import Officer


def open_terms(file: CaseFile, act: Act, facts: dict[str, Any], on: date, subject: Any = None) -> list[Term]:
    """Open what the act declares, once per party where the term is a party's own; subject: the legal object acted on."""
    opened = []
    for opening in (*act.opens, *serving.openings(act, facts)):
        since = opening.since(file, facts, on) if opening.since else on
        rule = term_rule(opening.term, since)
        about = opening.about(file, facts) if opening.about else about_of(subject)
        for party in parties_concerned(file, facts, subject) if rule.per_party else [None]:
            if opening.when is None or opening.when(file, party):
                length = opening.length(file) if opening.length else None
                opened.append(_open(file.case, opening.term, party, since, about, length))
    return opened


def parties_concerned(file: CaseFile, facts: dict[str, Any], subject: Any = None) -> list[Any]:
    document = facts.get("document")
    party = facts.get("party") or (document.party if document else None) or getattr(subject, "party", None)
    return [party] if party else list(file.parties_in_round)


def open_term(case: Case, key: str, on: date, party: Party | None = None) -> Term:
    """Open one term by hand: the soft timer of a new lead."""
    return _open(case, key, party, on)


def _open(case: Case, key: str, party: Party | None, on: date, about: str = "", length: int | None = None) -> Term:
    rule = term_rule(key, on)
    if length is not None:
        rule = replace(rule, length=length)
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


def meet_by_service(case: Case, act: Act, facts: dict[str, Any], on: date) -> None:
    """What the service of a paper fulfils is fulfilled on the day of service, not when somebody writes it down."""
    if not act.serves:
        return
    document = facts["document"]
    rule = document.form.rule
    if rule.service_meets:
        day = serving.reckon(case.terms.all(), facts, on)
        met = case.terms.filter(key__in=rule.service_meets, party=document.party_id, ended_on=None)
        met.filter(about__in=("", serving.about_of_paper(document))).update(
            ended_on=day.on, ending="met", paused_since=None
        )


PAYMENT_TERMS = ("payment", "instalment")
UNTIL_PAID = ("court_application", "court_application_warning")


def settle(case: Case, party: Party, on: date, *, paid_on: date | None = None) -> None:
    """End each term of payment by whose day nothing is left to pay; once all is paid nobody need go to court."""
    ended_on = paid_on or on
    account = account_of(load_case_file(case.pk), party, on)
    unpaid = {one.due.on for one in account.reckoning.parts if one.left}
    for term in case.terms.filter(key__in=PAYMENT_TERMS, party=party, ended_on=None):
        if term.due_on not in unpaid:
            case.terms.filter(pk=term.pk).update(
                ended_on=max(ended_on, term.opened_on), ending="met", paused_since=None
            )
    if account.is_settled:
        running = case.terms.filter(key__in=UNTIL_PAID, party=party, ended_on=None)
        running.update(ended_on=on, ending="moot", note="已缴清", paused_since=None)


def open_dated(case: Case, key: str, due_on: date, on: date, party: Party, subject: Any, told: str) -> Term:
    """A term whose last day a decision has set; the rule says only what it is and moves it to a working day."""
    rule = term_rule(key, on)
    last_day = compute(rule, due_on).due
    return case.terms.create(
        party=party,
        about=about_of(subject),
        key=key,
        title=rule.title,
        nature=rule.nature,
        basis=rule.basis,
        opened_on=on,
        due_on=last_day,
        derivation=f"{on.isoformat()} {rule.starts}，{told}，{due_on.isoformat()} 前缴纳，截止 {last_day.isoformat()}",
    )


def end_terms_of(case: Case, subject: Any, on: date, *, note: str, keys: tuple[str, ...] | None = None) -> None:
    """What was running for one legal object no longer applies: all of it, or the terms named."""
    running = case.terms.filter(about=about_of(subject), ended_on=None)
    if keys is not None:
        running = running.filter(key__in=keys)
    running.update(ended_on=on, ending="moot", note=note[:200], paused_since=None)


def end_payment(case: Case, party: Party, on: date, *, note: str) -> None:
    """Nobody waits for this party's money any longer."""
    running = case.terms.filter(key__in=PAYMENT_TERMS, party=party, ended_on=None)
    running.update(ended_on=on, ending="moot", note=note[:200], paused_since=None)


def meet_rights(case: Case, party: Party, keys: tuple[str, ...], on: date) -> None:
    """A party has made use of a right of its own."""
    case.terms.filter(key__in=keys, party=party, ended_on=None).update(ended_on=on, ending="met", paused_since=None)


def void_payment(case: Case, party: Party, on: date) -> None:
    """The decision on this party no longer stands: nothing is to be paid, and nothing of it to be published."""
    file = load_case_file(case.pk)
    running = case.terms.filter(ended_on=None)
    note = "决定已被撤销或者确认无效"
    money = running.filter(key__in=(*PAYMENT_TERMS, *UNTIL_PAID), party=party)
    money.update(ended_on=on, ending="moot", note=note, paused_since=None)
    if not any(one.kind == "penalty" for one in file.decisions):
        running.filter(key="publish").update(ended_on=on, ending="moot", note=note, paused_since=None)


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


def end_unless_over(case: Case, about: str, on: date, *, note: str, unless_over: date) -> None:
    """What runs about one thing no longer applies, where its period was not over before that day."""
    running = case.terms.filter(about=about, ended_on=None, due_on__gte=unless_over)
    running.update(ended_on=on, ending="moot", note=note, paused_since=None)
    # The period has run: served on the day after.
    case.terms.filter(about=about, ended_on=None).update(ended_on=F("due_on"), ending="expired")


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


def stopping_for(terms: Iterable[Term], cause: str) -> list[Term]:
    """The open terms that the law lets stand still for this cause (`stops_for` in terms.toml)."""
    return [one for one in terms if one.ended_on is None and cause in term_rule(one.key, one.opened_on).stops_for]


def pause_for(case: Case, cause: str, *, first: date, terms: Iterable[int] | None = None) -> None:
    """Let what stops for a cause stand still from a day on: all such terms of the case, or those named by id.

    A term that stands still already goes on doing so from its earlier day.
    """
    for term in stopping_for(case.terms.running(), cause):
        if terms is None or term.pk in set(terms):
            pause(term, first=first)


def resume_for(
    case: Case,
    cause: str,
    *,
    last: date,
    reason: str,
    basis: str,
    still: frozenset[str] = frozenset(),
    terms: Iterable[int] | None = None,
) -> None:
    """The cause has gone; a term that another cause (`still`) stops as well goes on standing still."""
    for term in stopping_for(case.terms.open().exclude(paused_since=None), cause):
        held = still & set(term_rule(term.key, term.opened_on).stops_for)
        if not held and (terms is None or term.pk in set(terms)):
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


def end_of(subject: Any, key: str, on: date, *, ending: str, note: str = "") -> None:
    """End the running terms of one legal object otherwise than by doing what they wait for."""
    running = subject.case.terms.filter(key=key, about=about_of(subject), ended_on=None)
    running.update(ended_on=on, ending=ending, note=note[:200], paused_since=None)


def expire_rights(on: date, terms: Any) -> int:
    """A right not used in its period has expired; safe to repeat, safe for two workers."""
    return int(
        terms.filter(ended_on=None, paused_since=None, nature="right", due_on__lt=on).update(
            ended_on=F("due_on"), ending="expired"
        )
    )


def open_term_about(subject: Any, key: str, on: date) -> Term:
    """Open a term of one legal object where its act cannot declare it: the day is the object's own."""
    party = subject.party if term_rule(key, on).per_party else None
    return _open(subject.case, key, party, on, about_of(subject))


def excuse_about(subject: Any, key: str, *, reason: str, on: date) -> None:
    """Another rule of law takes the place of a term of one legal object."""
    running = subject.case.terms.filter(key=key, about=about_of(subject), ended_on=None)
    running.update(ended_on=on, ending="excused", note=reason[:200], paused_since=None)


def shorten(excluded: TermExclusion, *, last: date) -> date:
    """What was to stand still ends earlier than announced: the days after `last` count again."""
    excluded.last = last
    excluded.save(update_fields=["last"])
    return _count_anew(excluded.term)
