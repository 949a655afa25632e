"""What is due for an officer, in one line for each case, and who was told today?

By e-mail only whoever asked for it and gave an address; a line has the case's number and the day, and no name: mail
is read on its way.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPException

import structlog
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case, Digest, DigestChoice, Term
from cases.screens.dates import due_by
from cases.screens.term_names import name_of
from cases.screens.worklist import OWN_TERMS, WorkRow, handled_by
from officers.models import Officer
from officers.roles import Role

log = structlog.get_logger()
AHEAD = timedelta(days=7)
KEPT = timedelta(days=30)
TOLD = (Role.OFFICER, Role.TEAM_HEAD)


@dataclass(frozen=True)
class DueLine:
    case: Case
    term: Term
    words: str


def due_lines(officer: Officer, today: date) -> list[DueLine]:
    """The nearest open duty of each case that the officer handles, or heads the unit of: due within a week, or late."""
    terms = Term.objects.running().filter(nature__in=OWN_TERMS, due_on__lte=today + AHEAD)
    mine = Case.objects.filter(pk__in=handled_by(officer))
    if officer.holds(Role.TEAM_HEAD):
        mine |= Case.objects.filter(department_id=officer.department_id)
    found = terms.filter(case__in=mine.values("pk")).select_related("case").order_by("due_on", "pk")
    nearest: dict[int, Term] = {}
    for term in found:
        nearest.setdefault(term.case_id, term)
    return [DueLine(one.case, one, _line(one, today)) for one in nearest.values()]


def _line(term: Term, today: date) -> str:
    due = due_by(term.due_on, today, name_of(term))
    return f"{term.case} {due.term_title} {date_format(due.on)} {due.label}"


def tell_everybody(now: datetime, today: date) -> int:
    """One notice a day for whoever has something due; how many are new. Safe to run again, and in two workers at once."""
    Digest.objects.filter(on__lt=today - KEPT).delete()
    told = 0
    for officer in Officer.objects.holding(*TOLD):
        if lines := due_lines(officer, today):
            row, is_new = Digest.objects.get_or_create(officer=officer, on=today, defaults={"count": len(lines)})
            told += is_new
            _mail(row, lines, now)
    return told


def _mail(row: Digest, lines: list[DueLine], now: datetime) -> None:
    choice = DigestChoice.objects.filter(officer=row.officer, by_mail=True).exclude(address="").first()
    # Compare and set before sending: two workers send one mail, and a mail that failed is sent by the next run.
    if choice is None or not Digest.objects.filter(pk=row.pk, mailed_at=None).update(mailed_at=now):
        return
    count = len(lines)
    subject = ngettext("%(count)d 件案件临近期限", "%(count)d 件案件临近期限", count) % {"count": count}
    try:
        send_mail(subject, "\n".join(one.words for one in lines), None, [choice.address])
    except (SMTPException, OSError) as error:
        Digest.objects.filter(pk=row.pk).update(mailed_at=None)
        log.warning("digest_not_mailed", officer=row.officer_id, error=str(error))


def digest_errand(officer: Officer, today: date) -> list[WorkRow]:
    """Today's notice, on the officer's worklist."""
    row = Digest.objects.filter(officer=officer, on=today).first()
    if row is None:
        return []
    title = ngettext("%(count)d 件案件七日内到期或者已超期", "%(count)d 件案件七日内到期或者已超期", row.count)
    url = reverse("cases:digest")
    return [
        WorkRow(
            number="",
            title=title % {"count": row.count},
            party=_("今天的期限提醒"),
            url=url,
            verb=_("查看"),
            verb_url=url,
            due=None,
            waiting_for="",
            since_days=0,
        )
    ]
