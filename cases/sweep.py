"""Which terms have lapsed? Idempotent; two workers at once are the normal case."""

from datetime import date

import structlog
from django.db import transaction

from cases import clocks, record
from cases.models import Case, Term
from cases.objects import about_of, object_type
from cases.services import Refused, perform
from law.terms import all_terms

log = structlog.get_logger()


def sweep(today: date) -> int:
    """End the rights that expired, do what the law itself does at the end of a period, and record each duty that was
    missed, once. Returns how many were missed anew.
    """
    clocks.expire_rights(today, Term.objects.all())
    _let_lapse(today)
    late = Term.objects.overdue(today).filter(lateness_recorded_on=None).values_list("pk", flat=True)
    return sum(_record_lateness(pk, today) for pk in list(late))


def _record_lateness(pk: int, today: date) -> int:
    with transaction.atomic():
        # Compare and set: of two sweepers only one changes the row.
        taken = Term.objects.filter(pk=pk, ended_on=None, lateness_recorded_on=None).update(lateness_recorded_on=today)
        if not taken:
            return 0
        term = Term.objects.get(pk=pk)
        case = Case.objects.select_for_update().get(pk=term.case_id)
        record.append(
            case,
            act="term_lapsed",
            actor=None,
            role="system",
            on=today,
            state=(case.state, case.state),
            basis=term.basis if ":" in term.basis else "",
            facts={"term": term.key, "due": term.due_on, "text": f"{term.title} {term.due_on}"},
        )
    log.info("term_lapsed", case=case.pk, term=term.key, due=str(term.due_on))
    return 1


def _let_lapse(today: date) -> None:
    """What ends by itself when its period is over (`lapse` in terms.toml) ends by an act of the system, on the record."""
    acts = {rule.key: rule.lapse for rule in all_terms() if rule.lapse}
    lapsed = Term.objects.running().filter(key__in=acts, due_on__lt=today).exclude(about="")
    for term in list(lapsed):
        slug, _dot, key = acts[term.key].partition(".")
        subject = next(
            (one for one in getattr(term.case, object_type(slug).relation).all() if about_of(one) == term.about), None
        )
        if subject is None:
            continue
        try:
            perform(subject, key, None, today)
        except Refused:
            # Another worker was first, or somebody has just ended it by hand.
            log.info("lapse_not_needed", case=term.case_id, term=term.key, about=term.about)
