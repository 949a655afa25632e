"""How is a unit told to put something right, how does it answer, and who looks again?"""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from officers.models import Officer
from officers.roles import Role
from oversight.batches.followup import Rectification, RectificationAnswer, RectificationItem
from oversight.batches.models import ReviewBatch, ReviewFile
from oversight.batches.refusal import CannotDo


@transaction.atomic
def issue(
    file: ReviewFile,
    *,
    items: Mapping[str, str],
    answerer: Officer,
    due_on: date,
    note: str,
    officer: Officer,
    today: date,
) -> Rectification:
    """`items`: what to put right, by the number of the item. Raises CannotDo before the result stands."""
    if file.confirmed_on is None:
        raise CannotDo(_("结果确认以后才能发出整改通知。"))
    if file.objections.filter(decided_on=None).exists():
        raise CannotDo(_("还有异议没有决定，决定以后再发出整改通知。"))
    ReviewBatch.objects.select_for_update().get(pk=file.draw.batch_id)
    last = Rectification.objects.filter(year=today.year).aggregate(last=Max("serial"))["last"] or 0
    notice = Rectification.objects.create(
        file=file,
        year=today.year,
        serial=last + 1,
        answerer=answerer,
        due_on=due_on,
        note=note,
        issued_by=officer,
        issued_on=today,
    )
    RectificationItem.objects.bulk_create(
        RectificationItem(notice=notice, item=item, text=text) for item, text in items.items()
    )
    return notice


@transaction.atomic
def answer(item: RectificationItem, *, text: str, officer: Officer, today: date) -> None:
    """Raises CannotDo: not asked of this person, or answered and not yet looked at."""
    if item.notice.answerer_id != officer.pk:
        raise CannotDo(_("由整改责任人%(name)s回复。") % {"name": item.notice.answerer.name})
    try:
        with transaction.atomic():
            RectificationAnswer.objects.create(item=item, text=text, answered_by=officer, answered_on=today)
    except IntegrityError:
        raise CannotDo(_("这一项已经回复，等待复查。")) from None


def may_check(file: ReviewFile, officer: Officer) -> bool:
    """Whoever reviewed the file; an administrator where only experts did or where a reviewer has left."""
    reviewers = [one.reviewer.officer for one in file.standing_sheets if one.reviewer.officer is not None]
    if any(one.pk == officer.pk for one in reviewers):
        return True
    return officer.holds(Role.ADMINISTRATOR) and not any(one.is_active for one in reviewers)


@transaction.atomic
def check(item: RectificationItem, *, passed: bool, remark: str, officer: Officer, today: date) -> None:
    """Look again at what was answered; with the last item that passes the notice is done. Raises CannotDo."""
    if not may_check(item.notice.file, officer):
        raise CannotDo(_("由评查过本案卷的人员复查。"))
    waiting = RectificationAnswer.objects.filter(item=item, passed=None).exclude(answered_by=officer)
    if not waiting.update(passed=passed, remark=remark, checked_by=officer, checked_on=today):
        raise CannotDo(_("这一项没有等待复查的回复。"))
    open_ = item.notice.items.exclude(answers__passed=True)
    if not open_.exists():
        Rectification.objects.filter(pk=item.notice_id).update(done_on=today)
