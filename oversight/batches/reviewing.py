"""How is a sheet filled in, handed in and signed off, when is a third one needed, and when does the result stand?"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from law.review_standard import Standard
from officers.models import Officer
from officers.roles import Role
from oversight.batches.assigning import assign_third
from oversight.batches.marking import Result, difference, final_of, result_of
from oversight.batches.models import ReviewBatch, ReviewFile, Sheet
from oversight.batches.refusal import CannotDo, working_days_after
from oversight.standards import thawed


def save_answers(sheet: Sheet, answers: dict[str, dict[str, Any]]) -> None:
    """Kept while the reviewer is still at it. Raises CannotDo for a sheet that was handed in or given to another."""
    open_ = Sheet.objects.standing().filter(pk=sheet.pk, submitted_on=None)
    if not open_.update(answers=answers):
        raise CannotDo(_("这份评分已经提交或者换人，不能再改。"))


@transaction.atomic
def submit(sheet: Sheet, answers: dict[str, dict[str, Any]], *, officer: Officer, today: date) -> None:
    """Hand in a whole sheet; where it makes the two complete and they differ, a third person is drawn. Raises CannotDo."""
    file = _locked(sheet.file_id)
    result = result_of(standard_of(file), answers)
    if result is None:
        raise CannotDo(_("没有一项有分值的项目，不能计分。"))
    save_answers(sheet, answers)
    Sheet.objects.filter(pk=sheet.pk).update(
        score=result.score, grade=result.grade, vetoed=result.vetoed, submitted_by=officer, submitted_on=today
    )
    _compare(file.pk, today)


@transaction.atomic
def sign_off(sheet: Sheet, *, officer: Officer, today: date) -> None:
    """An expert's marks, typed in by one, compared with the paper by another. Raises CannotDo."""
    file = _locked(sheet.file_id)
    if sheet.submitted_by_id == officer.pk:
        raise CannotDo(_("%(name)s录入了这份评分，须由另一人核对。") % {"name": officer.name})
    if marks_in(file, officer):
        raise CannotDo(_("%(name)s评查本案卷，不能核对别人的评分。") % {"name": officer.name})
    waiting = Sheet.objects.standing().filter(pk=sheet.pk, signed_on=None, submitted_on__isnull=False)
    if not waiting.filter(reviewer__expert__isnull=False).update(signed_by=officer, signed_on=today):
        raise CannotDo(_("这份评分不等核对。"))
    _compare(file.pk, today)


@transaction.atomic
def give_back(sheet: Sheet, *, officer: Officer) -> None:
    """What was typed in is not what the paper says: whoever typed it puts it right. Raises CannotDo."""
    if sheet.submitted_by_id == officer.pk:
        raise CannotDo(_("%(name)s录入了这份评分，须由另一人核对。") % {"name": officer.name})
    waiting = Sheet.objects.standing().filter(pk=sheet.pk, signed_on=None, submitted_on__isnull=False)
    fields = {"submitted_by": None, "submitted_on": None, "score": None, "vetoed": None, "grade": ""}
    if not waiting.filter(reviewer__expert__isnull=False).update(**fields):
        raise CannotDo(_("这份评分不等核对。"))


@transaction.atomic
def confirm(file: ReviewFile, *, officer: Officer, today: date) -> Result:
    """Close the review of one file by the stated rule; the unit may object from now on. Raises CannotDo."""
    file = _locked(file.pk)
    if file.confirmed_on is not None:
        raise CannotDo(_("结果已经确认。"))
    if not file.is_scored:
        raise CannotDo(_("还有评查人员没有提交，不能确认结果。"))
    result = final_result(file)
    until = working_days_after(today, int(file.draw.batch.rule["objection_working_days"]))
    ReviewFile.objects.filter(pk=file.pk).update(
        first_score=result.score,
        score=result.score,
        grade=result.grade,
        vetoed=result.vetoed,
        confirmed_by=officer,
        confirmed_on=today,
        objections_until=until,
    )
    return result


def standard_of(file: ReviewFile) -> Standard:
    return thawed(file.draw.batch.standard)


def final_result(file: ReviewFile) -> Result:
    """By the sheets as they stand, with what upheld objections say of their items."""
    settled = {one.item: one.answer for one in file.objections.all() if one.upheld}
    return final_of(standard_of(file), [one.answers for one in file.standing_sheets], settled)


def marks_in(file: ReviewFile, officer: Officer) -> bool:
    """Whether this person reviews the file, or has typed in or signed off what an expert marked in it."""
    return any(
        officer.pk in (one.reviewer.officer_id, one.submitted_by_id, one.signed_by_id) for one in file.standing_sheets
    )


def may_see_marks(file: ReviewFile, officer: Officer) -> bool:
    """Blind until the last one is in: then those who marked, who oversee, and once confirmed the unit's head."""
    if not file.is_scored:
        return False
    if officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD) or marks_in(file, officer):
        return True
    return file.confirmed_on is not None and heads_the_unit(file, officer)


def heads_the_unit(file: ReviewFile, officer: Officer) -> bool:
    return officer.holds(Role.TEAM_HEAD) and officer.department_id == file.unit_id


def may_mark(sheet: Sheet, officer: Officer) -> bool:
    """The reviewer; for an expert an administrator who has no other part in the file."""
    if sheet.withdrawn_on is not None:
        return False
    if not sheet.is_experts:
        return sheet.reviewer.officer_id == officer.pk
    if not officer.holds(Role.ADMINISTRATOR):
        return False
    others = [one for one in sheet.file.standing_sheets if one.pk != sheet.pk]
    return not any(officer.pk in (one.reviewer.officer_id, one.submitted_by_id, one.signed_by_id) for one in others)


def may_sign(sheet: Sheet, officer: Officer) -> bool:
    """An administrator or head who neither typed it in nor marks the file."""
    if not (sheet.is_experts and sheet.submitted_on and not sheet.signed_on and sheet.withdrawn_on is None):
        return False
    return officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD) and not marks_in(sheet.file, officer)


def _locked(pk: int) -> ReviewFile:
    # The batch's row, since a file's relations are read on: two sheets handed in at once are compared one after another.
    file = ReviewFile.objects.select_for_update(of=("self",)).select_related("draw__batch").get(pk=pk)
    ReviewBatch.objects.select_for_update().get(pk=file.draw.batch_id)
    return file


def _compare(pk: int, today: date) -> None:
    file = ReviewFile.objects.select_related("draw__batch").prefetch_related("sheets__reviewer").get(pk=pk)
    if file.difference or not file.is_scored:
        return
    first, second = (Result(one.score, one.grade, one.vetoed) for one in file.standing_sheets)
    found = difference(first, second, Decimal(str(file.draw.batch.rule["difference_points"])))
    if found:
        ReviewFile.objects.filter(pk=file.pk).update(difference=found)
        file.difference = found
        assign_third(file, today=today)
