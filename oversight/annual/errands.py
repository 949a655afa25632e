"""What do those who answer for the figures still owe of last year?"""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Decision
from cases.screens.dates import due_by
from cases.screens.worklist import WorkRow
from law.annual import publish_rule
from law.rule_of_law_report import SUBMIT, deadline
from officers.models import Officer
from officers.roles import Role
from oversight.annual.models import AnnualReport, PermitBatch, RuleOfLawReport


def annual_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Until it is done: last year's tables kept by the day they are public; its report on the rule of law; permits."""
    if not officer.holds(Role.ADMINISTRATOR):
        return []
    year = today.year - 1
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = []
    # A bureau that had decided nothing yet began with this system only later.
    had_cases = Decision.objects.filter(decided_on__range=(first, last)).exists()
    if (
        had_cases
        and not AnnualReport.objects.filter(begins=first, ends=last, unit=None, kept_at__date__gt=last).exists()
    ):
        address = f"{reverse('oversight:annual')}?begins={first}&ends={last}"
        rows.append(
            _row(year, _("行政执法统计年报"), _("核对并存档"), address, publish_rule(today).due_on(year), today)
        )
    due = deadline(SUBMIT, today)
    if had_cases and due and not RuleOfLawReport.objects.filter(year=year).exists():
        address = reverse("oversight:annual-texts")
        rows.append(_row(year, _("法治政府建设年度情况报告"), _("起草"), address, due.due_on(year), today))
    return rows


def permit_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Tables of permits that wait for a second person."""
    if not officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD):
        return []
    waiting = PermitBatch.objects.filter(approved_by=None, returned_by=None).exclude(loaded_by=officer)
    return [
        _row(None, _("许可台账"), _("审核"), reverse("oversight:annual-permits-batch", args=[one.pk]), None, today)
        for one in waiting.order_by("pk")[:20]
    ]


def _row(year: int | None, title: str, verb: str, url: str, due: date | None, today: date) -> WorkRow:
    return WorkRow(
        number=str(year or ""),
        title=title,
        party="",
        url=url,
        verb=verb,
        verb_url=url,
        due=due_by(due, today, title) if due else None,
        waiting_for="",
        since_days=0,
    )
