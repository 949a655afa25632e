"""Which cases were filed, closed, reviewed, challenged or sent to the police in a period?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from cases.figures.moments import within
from cases.figures.registry import Counted, Period, Rows, counts
from cases.models import Case, LegalReview, PoliceTransfer, Remedy

SET_ASIDE = (Remedy.Outcome.CHANGED, Remedy.Outcome.ANNULLED, Remedy.Outcome.ILLEGAL, Remedy.Outcome.INVALID)
CORRECTED = (LegalReview.Outcome.RETURNED, LegalReview.Outcome.CORRECTED)
FILED_BY_POLICE = (PoliceTransfer.State.FILED, PoliceTransfer.State.HANDED_OVER)


@counts("cases.filed", "cases.closed")
def course(period: Period) -> Rows:
    """简易程序不立案；结案的按结案日期，不论何时立案."""
    filed = Case.objects.filter(filed_on__range=period.days)
    closed = Case.objects.filter(closed_on__range=period.days, number__isnull=False)
    return {
        "cases.filed": [_of_case(one, one.filed_on) for one in filed if one.filed_on],
        "cases.closed": [_of_case(one, one.closed_on) for one in closed if one.closed_on],
    }


@counts("review.concluded", "review.corrected")
def reviews(period: Period) -> Rows:
    """Every conclusion of a legal review, and those of them that wanted something put right."""
    found = LegalReview.objects.filter(concluded_on__range=period.days).exclude(outcome="").select_related("case")
    rows = [(one, _beside("review", one, one.concluded_on)) for one in found if one.concluded_on]
    return {
        "review.concluded": [row for _one, row in rows],
        "review.corrected": [row for one, row in rows if one.outcome in CORRECTED],
    }


@counts("remedies.reconsideration", "remedies.reconsideration_lost", "remedies.litigation", "remedies.litigation_lost")
def remedies(period: Period) -> Rows:
    """复议、诉讼按收到的数量，纠错、败诉按生效的数量."""
    received = Remedy.objects.filter(received_on__range=period.days).select_related("case")
    lost = Remedy.objects.filter(effective_on__range=period.days, outcome__in=SET_ASIDE).select_related("case")
    return {
        f"remedies.{kind}{suffix}": [_beside("remedy", one, getattr(one, day)) for one in rows if one.kind == kind]
        for kind in (Remedy.Kind.RECONSIDERATION.value, Remedy.Kind.LITIGATION.value)
        for rows, suffix, day in ((list(received), "", "received_on"), (list(lost), "_lost", "effective_on"))
    }


@counts("police.sent", "police.filed")
def police(period: Period) -> Rows:
    """涉嫌犯罪移送: when the papers left the bureau, and when the police told that they have opened a case."""
    transfers = PoliceTransfer.objects.select_related("case")
    filed = transfers.filter(answered_on__range=period.days, state__in=FILED_BY_POLICE)
    return {
        "police.sent": [
            _beside("police-transfer", one, localdate(one.sent_at))
            for one in transfers.filter(**within("sent_at", period))
            if one.sent_at
        ],
        "police.filed": _all_beside("police-transfer", filed, "answered_on"),
    }


def _all_beside(kind: str, found: Iterable[Any], day: str) -> list[Counted]:
    return [_beside(kind, one, getattr(one, day)) for one in found]


def _of_case(one: Case, on: date) -> Counted:
    return Counted(f"case:{one.pk}", on, one.number or str(one.pk), one.pk, one.department_id)


def _beside(kind: str, one: Any, on: date) -> Counted:
    """One thing of a case."""
    case = one.case
    return Counted(f"{kind}:{one.pk}", on, case.number or str(case.pk), case.pk, case.department_id)
