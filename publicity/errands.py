"""What do the publishers owe the public, and until when?"""

from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Decision, Term
from cases.screens.dates import Due, due_by, due_of
from cases.screens.worklist import WorkRow
from law.annual import publish_rule
from officers.models import Officer
from officers.roles import Role
from publicity.annual import AnnualFigures
from publicity.corrections import CorrectionRequest
from publicity.from_checks import checks_owed
from publicity.inspected import InspectionBatch
from publicity.models import Publication
from publicity.states import PublicationState

SHOWN = 50


def withdrawal_errands(officer: Officer, today: date) -> list[WorkRow]:
    """What is on show though its decision was changed or set aside: three working days (行政处罚法 48.2)."""
    if not officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD):
        return []
    terms = {one.case_id: one for one in Term.objects.open().filter(key="withdraw_publication")}
    copies = Publication.objects.filter(state=PublicationState.PUBLISHED)
    # The term opens when a case's last penalty is public: of two parties the first may be on show and fall before it.
    owed = copies.filter(Q(case__in=list(terms)) | Q(public_until__gte=today))
    # Where one party's decision fell, the other parties' stay public.
    fallen = owed.exclude(decision__effect=Decision.Effect.STANDING).select_related("case", "party").order_by("pk")
    return [_row(one, _("撤回公示"), "withdraw", due_of(terms.get(one.case_id), today)) for one in fallen[:SHOWN]]


def approval_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Copies that wait for a second person."""
    if not officer.holds(Role.PUBLISHER):
        return []
    waiting = Publication.objects.filter(state=PublicationState.REDACTED).exclude(redacted_by=officer)
    page = list(waiting.select_related("case", "party").order_by("redacted_on", "pk")[:SHOWN])
    terms = {one.case_id: one for one in Term.objects.open().filter(key="publish", case__in=[c.case_id for c in page])}
    return [_row(one, _("审核并公示"), "approve", due_of(terms.get(one.case_id), today)) for one in page]


def annual_errands(officer: Officer, today: date) -> list[WorkRow]:
    """In January and until it is done, the figures of the year before."""
    if not officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD):
        return []
    year, address = today.year - 1, reverse("publicity:annual")
    decided = Decision.objects.filter(decided_on__year=year)
    if AnnualFigures.objects.filter(year=year).exclude(approved_by=None).exists() or not decided.exists():
        return []
    due = due_by(publish_rule(today).due_on(year), today, _("公布年度数据"))
    title = _("%(year)s年度行政执法数据") % {"year": year}
    row = WorkRow(
        number=str(year),
        title=title,
        party="",
        url=address,
        verb=_("公布年度数据"),
        verb_url=address,
        due=due,
        waiting_for="",
        since_days=0,
    )
    return [row]


def inspection_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Results of inspections that wait for a second person, and those that came back to the one who loaded them."""
    if not officer.holds(Role.PUBLISHER, Role.BUREAU_HEAD):
        return []
    others = InspectionBatch.objects.waiting().exclude(loaded_by=officer).counted()
    own = InspectionBatch.objects.to_put_right().filter(loaded_by=officer).counted()
    found = [(_("审核并公示"), one) for one in others.order_by("due_on", "pk")[:SHOWN]]
    found += [(_("改好再导入"), one) for one in own.order_by("due_on", "pk")[:SHOWN]]
    return [_inspection_row(one, verb, today) for verb, one in found]


def check_result_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Finished checks whose results nobody has sent on yet: one row, due with the first of them."""
    if not officer.holds(Role.PUBLISHER):
        return []
    owed = checks_owed(today)
    if not owed:
        return []
    address, verb = reverse("publicity:finished-checks"), _("送审检查结果")
    return [
        WorkRow(
            number="",
            title=_("完成的检查 %(count)d 次等待公示") % {"count": len(owed)},
            party="",
            url=address,
            verb=verb,
            verb_url=address,
            due=due_by(min(one.check.publish_by or today for one in owed), today, _("公示检查结果")),
            waiting_for="",
            since_days=0,
        )
    ]


def _inspection_row(one: Any, verb: str, today: date) -> WorkRow:
    """`one` is an InspectionBatch with its count."""
    address = reverse("publicity:inspected-batch", args=[one.pk])
    return WorkRow(
        number="",
        title=_("行政检查结果 %(count)d 条") % {"count": one.count},
        party="",
        url=address,
        verb=verb,
        verb_url=address,
        due=due_by(one.due_on, today, _("公示检查结果")),
        waiting_for="",
        since_days=0,
    )


def _row(one: Publication, verb: str, key: str, due: Due | None) -> WorkRow:
    """Leads to the act itself: a publisher may not open every case that was once published."""
    address = reverse("publicity:act", args=[one.pk, key])
    return WorkRow(
        number=one.number,
        title=one.case.cause,
        party=one.party.name,
        url=address,
        verb=verb,
        verb_url=address,
        due=due,
        waiting_for="",
        since_days=0,
    )


def correction_errands(officer: Officer, today: date) -> list[WorkRow]:
    """Requests for correction that wait for an answer, on the worklist of those who may give it."""
    if not officer.holds(Role.PUBLISHER):
        return []
    return [
        WorkRow(
            number=one.receipt,
            title=one.number,
            party="",
            url=reverse("publicity:answer-correction", args=[one.pk]),
            verb=_("答复"),
            verb_url=reverse("publicity:answer-correction", args=[one.pk]),
            due=due_by(one.due_on, today, _("答复更正申请")),
            waiting_for="",
            since_days=0,
        )
        for one in CorrectionRequest.objects.unanswered()[:SHOWN]
    ]
