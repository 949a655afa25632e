"""How does a unit object to its result, and who decides that with what effect?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from officers.models import Officer
from officers.roles import Role
from oversight.batches.assigning import acted_on
from oversight.batches.followup import Objection
from oversight.batches.models import ReviewFile
from oversight.batches.refusal import CannotDo, working_days_after
from oversight.batches.reviewing import final_result, heads_the_unit, marks_in


def may_object(file: ReviewFile, officer: Officer, today: date) -> bool:
    return heads_the_unit(file, officer) and file.objections_until is not None and today <= file.objections_until


@transaction.atomic
def object_to(file: ReviewFile, *, item: str, text: str, officer: Officer, today: date) -> Objection:
    """Raises CannotDo: too late, or twice against one item."""
    if not may_object(file, officer, today):
        raise CannotDo(_("结果没有确认，或者提出异议的期限已过。"))
    due = working_days_after(today, int(file.draw.batch.rule["decision_working_days"]))
    try:
        with transaction.atomic():
            return Objection.objects.create(
                file=file, item=item, text=text, raised_by=officer, raised_on=today, decide_by=due
            )
    except IntegrityError:
        raise CannotDo(_("对这一检查项已经提出过异议。")) from None


def why_not_decide(file: ReviewFile, officer: Officer) -> str:
    """Why this administrator or head may not decide an objection; empty where they may."""
    told = {"name": officer.name}
    if marks_in(file, officer):
        return _("%(name)s评查过本案卷，异议由没有参加评分的人决定。") % told
    if officer.department_id == file.unit_id:
        return _("%(name)s与案卷是同一单位，异议由其他单位的人决定。") % told
    if officer.pk in acted_on([file.case_id]).get(file.case_id, set()):
        return _("%(name)s办理过本案，异议由没有参加办案的人决定。") % told
    return ""


@transaction.atomic
def decide(
    objection: Objection, *, upheld: bool, answer: Mapping[str, Any] | None, reasons: str, officer: Officer, today: date
) -> None:
    """With reasons; upheld, the item counts in every sheet as `answer` says and the result is reckoned anew.

    Raises CannotDo: decided already, or by somebody with a part in it.
    """
    file = ReviewFile.objects.select_for_update(of=("self",)).select_related("draw__batch").get(pk=objection.file_id)
    if not officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD):
        raise CannotDo(_("异议由业务管理员或者执法部门负责人决定。"))
    if barred := why_not_decide(file, officer):
        raise CannotDo(barred)
    facts = {"upheld": upheld, "answer": answer if upheld else None, "reasons": reasons}
    waiting = Objection.objects.filter(pk=objection.pk, decided_on=None)
    if not waiting.update(decided_by=officer, decided_on=today, **facts):
        raise CannotDo(_("这项异议已经决定。"))
    if upheld:
        result = final_result(file)
        ReviewFile.objects.filter(pk=file.pk).update(score=result.score, grade=result.grade, vetoed=result.vetoed)
