"""Which rows of the review by persons may this officer open, and which case files to read for it?"""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from officers.models import Officer
from officers.roles import Role
from oversight.batches.followup import Objection, Rectification, RectificationItem
from oversight.batches.models import ReviewBatch, ReviewFile, Sheet
from oversight.batches.reviewing import heads_the_unit, may_mark, may_sign

OVERSEERS = (Role.ADMINISTRATOR, Role.BUREAU_HEAD)


def reads_for_review(officer: Officer, case_id: int) -> bool:
    """Whoever reviews a file may read the case while the review or its re-check lasts, and no longer."""
    mine = Sheet.objects.of(officer).filter(file__case=case_id)
    # One filter(): both conditions are about the same notice.
    looking_again = Q(file__rectifications__isnull=False, file__rectifications__done_on=None)
    return mine.filter(Q(file__confirmed_on=None) | looking_again).exists()


def access_batch(batch_id: int) -> ReviewBatch:
    return _one(ReviewBatch.objects.select_related("made_by").prefetch_related("units"), batch_id)


def _files() -> QuerySet[ReviewFile]:
    found = ReviewFile.objects.select_related("case", "unit", "draw__batch", "confirmed_by")
    people = ("sheets__reviewer__officer", "sheets__reviewer__expert", "sheets__submitted_by", "sheets__signed_by")
    return found.prefetch_related(*people, "objections")


def access_file(officer: Officer, file_id: int) -> ReviewFile:
    """For those who oversee or review it; once it is confirmed for the unit's head, later for who must answer."""
    file: ReviewFile = _one(_files(), file_id)
    reviews = any(one.reviewer.officer_id == officer.pk for one in file.standing_sheets)
    concerned = file.confirmed_on is not None and heads_the_unit(file, officer)
    if officer.holds(*OVERSEERS) or reviews or concerned or file.rectifications.filter(answerer=officer).exists():
        return file
    raise Http404


def access_sheet(officer: Officer, sheet_id: int) -> Sheet:
    """To mark it or to read one's own: nobody else's, whoever asks."""
    sheet = _sheet(sheet_id)
    if not may_mark(sheet, officer):
        raise Http404
    return sheet


def access_sheet_to_sign(officer: Officer, sheet_id: int) -> Sheet:
    sheet = _sheet(sheet_id)
    if not may_sign(sheet, officer):
        raise Http404
    return sheet


def _sheet(sheet_id: int) -> Sheet:
    sheet: Sheet = _one(Sheet.objects.select_related("reviewer__officer", "reviewer__expert"), sheet_id)
    sheet.file = _one(_files(), sheet.file_id)
    return sheet


def access_objection(objection_id: int) -> Objection:
    objection: Objection = _one(Objection.objects.select_related("raised_by", "decided_by"), objection_id)
    objection.file = _one(_files(), objection.file_id)
    return objection


def access_notice(officer: Officer, notice_id: int) -> Rectification:
    """For whoever may open the file; its answerer is one of them."""
    found = Rectification.objects.select_related("answerer", "issued_by")
    notice: Rectification = _one(
        found.prefetch_related("items__answers__answered_by", "items__answers__checked_by"), notice_id
    )
    notice.file = access_file(officer, notice.file_id)
    return notice


def access_notice_item(officer: Officer, item_id: int) -> RectificationItem:
    item: RectificationItem = _one(RectificationItem.objects.prefetch_related("answers"), item_id)
    item.notice = access_notice(officer, item.notice_id)
    return item


def _one(found: QuerySet[Any], pk: int) -> Any:
    row = found.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
