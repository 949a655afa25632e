"""What has this person to do in reviews: mark, sign off, decide, answer, look again?"""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import due_by
from cases.screens.worklist import WorkRow
from officers.models import Officer
from officers.roles import Role
from oversight.batches.access import OVERSEERS
from oversight.batches.followup import Objection, Rectification, RectificationAnswer, RectificationItem
from oversight.batches.models import ReviewFile, Sheet

SHOWN = 50


def review_tasks(officer: Officer, today: date) -> list[WorkRow]:
    """At most four queries, however many files there are."""
    rows = [*_to_answer(officer, today), *_to_look_again(officer), *_to_mark(officer)]
    if officer.holds(*OVERSEERS):
        rows += [*_to_decide(officer, today), *_to_sign(officer)]
    if officer.holds(Role.TEAM_HEAD):
        rows += _to_read(officer, today)
    return rows


def _row(number: str, title: str, verb: str, address: str, due: object = None) -> WorkRow:
    return WorkRow(
        number=number,
        title=title,
        party="",
        url=address,
        verb=verb,
        verb_url=address,
        due=due,
        waiting_for="",
        since_days=0,
    )


def _to_mark(officer: Officer) -> list[WorkRow]:
    mine = Q(reviewer__officer=officer)
    if officer.holds(Role.ADMINISTRATOR):
        mine |= Q(reviewer__expert__isnull=False) & ~Q(file__sheets__reviewer__officer=officer)
    found = Sheet.objects.standing().filter(mine, submitted_on=None).select_related("file__case", "file__draw__batch")
    return [
        _row(
            str(one.file.case),
            one.file.draw.batch.title,
            _("录入专家评分") if one.is_experts else _("评查案卷"),
            reverse("oversight:review-sheet", args=[one.pk]),
        )
        for one in found.select_related("reviewer").defer("file__machine", "file__draw__frame").order_by("pk")[:SHOWN]
    ]


def _to_sign(officer: Officer) -> list[WorkRow]:
    found = Sheet.objects.standing().filter(reviewer__expert__isnull=False, submitted_on__isnull=False, signed_on=None)
    found = found.exclude(submitted_by=officer).select_related("file__case", "file__draw__batch")
    return [
        _row(
            str(one.file.case),
            one.file.draw.batch.title,
            _("核对专家评分"),
            reverse("oversight:sheet-sign", args=[one.pk]),
        )
        for one in found.exclude(file__sheets__reviewer__officer=officer)
        .defer("file__machine", "file__draw__frame")
        .order_by("pk")[:SHOWN]
    ]


def _to_decide(officer: Officer, today: date) -> list[WorkRow]:
    """Not of files that this person reviewed; the page says so of everything else that bars somebody."""
    found = Objection.objects.filter(decided_on=None).exclude(file__sheets__reviewer__officer=officer)
    found = found.select_related("file__case").defer("file__machine").order_by("decide_by", "pk")
    return [
        _row(
            str(one.file.case),
            one.item,
            _("决定异议"),
            reverse("oversight:objection", args=[one.pk]),
            due_by(one.decide_by, today, _("决定异议")),
        )
        for one in found[:SHOWN]
    ]


def _to_read(officer: Officer, today: date) -> list[WorkRow]:
    """Results against which the unit may still object."""
    found = ReviewFile.objects.filter(unit=officer.department_id, objections_until__gte=today).select_related("case")
    return [
        _row(
            str(one.case),
            _("案卷评查结果"),
            _("看结果，可提出异议"),
            reverse("oversight:review-file", args=[one.pk]),
            due_by(one.objections_until, today, _("提出异议"), is_right=True),
        )
        for one in found.defer("machine").order_by("objections_until", "pk")[:SHOWN]
    ]


def _to_answer(officer: Officer, today: date) -> list[WorkRow]:
    """Notices with an item that was not answered, or whose last answer did not pass."""
    open_ = RectificationItem.objects.filter(notice=OuterRef("pk")).exclude(
        Exists(RectificationAnswer.objects.filter(item=OuterRef("pk")).exclude(passed=False))
    )
    found = Rectification.objects.filter(Exists(open_), answerer=officer, done_on=None).select_related("file__case")
    return [
        _row(
            one.number,
            str(one.file.case),
            _("回复整改情况"),
            reverse("oversight:rectification", args=[one.pk]),
            due_by(one.due_on, today, _("整改")),
        )
        for one in found.defer("file__machine").order_by("due_on", "pk")[:SHOWN]
    ]


def _to_look_again(officer: Officer) -> list[WorkRow]:
    waiting = Rectification.objects.filter(items__answers__isnull=False, items__answers__passed=None, done_on=None)
    mine = waiting.filter(file__sheets__reviewer__officer=officer, file__sheets__withdrawn_on=None)
    return [
        _row(one.number, str(one.file.case), _("复查整改情况"), reverse("oversight:rectification", args=[one.pk]))
        for one in mine.select_related("file__case").defer("file__machine").distinct().order_by("pk")[:SHOWN]
    ]
