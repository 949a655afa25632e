"""May this check be made: by these people, on these items, once more this year, approved and announced?"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.guards.declare import guard
from inspections.check_states import CheckState
from law.check_rules import check_points, check_rule, yearly_cap
from officers.models import CERTIFIED
from officers.roles import Role

CHECKERS = gettext_lazy("检查人员")
APPROVERS = gettext_lazy("办案机构负责人或者执法部门负责人")
ADMINISTRATOR = gettext_lazy("业务管理员")
FEWEST = 2


def _is_checker(ask: Ask) -> bool:
    return ask.officer.holds(Role.OFFICER, Role.TEAM_HEAD) and ask.officer in ask.subject.officers.all()


def _may_approve(ask: Ask) -> bool:
    own_unit = ask.officer.department_id == ask.subject.department_id
    return ask.officer.holds(Role.BUREAU_HEAD) or (ask.officer.holds(Role.TEAM_HEAD) and own_unit)


checkers = Actor("checkers", CHECKERS, _is_checker)
approvers = Actor("approvers", APPROVERS, _may_approve)


def uncertified(officers: Any, day: date) -> list[Any]:
    return [one for one in officers if not one.may_enforce(day)]


def _certified(ask: Ask, day: date) -> Iterator[Text]:
    people = list(ask.subject.officers.prefetch_related(*CERTIFIED))
    if len(people) < FEWEST:
        yield _("只有 %(count)d 名检查人员，不得少于两人。") % {"count": len(people)}
    for one in uncertified(people, day):
        yield _("%(name)s的执法证件在 %(on)s 无效，不能参加检查。") % {"name": one.name, "on": date_format(day)}


@guard(basis="行政处罚法:42", cure=gettext_lazy("换人后重新申请，或者由业务管理员更新证件"), by=ADMINISTRATOR)
def two_are_certified_on_the_planned_day(ask: Ask) -> Iterator[Text]:
    yield from _certified(ask, ask.subject.planned_on)


@guard(basis="行政处罚法:42", cure=gettext_lazy("换人后重新申请，或者由业务管理员更新证件"), by=ADMINISTRATOR)
def two_are_certified_that_day(ask: Ask) -> Iterator[Text]:
    yield from _certified(ask, ask.on)


@guard(basis="行政处罚法:42", cure=gettext_lazy("换人后重新申请，或者由业务管理员更新证件"), by=ADMINISTRATOR)
def two_were_certified_at_the_visit(ask: Ask) -> Iterator[Text]:
    yield from _certified(ask, ask.subject.begun_on)


def _published(ask: Ask, day: date) -> Iterator[Text]:
    items = list(ask.subject.items.all())
    if not items:
        yield _("没有写明检查事项。")
    listed = {one.pk for one in ask.subject.items.on(day)}
    for one in items:
        if one.pk not in listed:
            yield _("检查事项“%(item)s”在 %(on)s 没有列入公布的清单，不得检查。") % {
                "item": one,
                "on": date_format(day),
            }


@guard(basis="涉企检查意见:2", cure=gettext_lazy("改选已公布的事项；应当检查的，先列入清单并公布"), by=ADMINISTRATOR)
def items_are_published(ask: Ask) -> Iterator[Text]:
    yield from _published(ask, ask.subject.planned_on)


@guard(basis="涉企检查意见:2", cure=gettext_lazy("改选已公布的事项；应当检查的，先列入清单并公布"), by=ADMINISTRATOR)
def items_are_still_published(ask: Ask) -> Iterator[Text]:
    yield from _published(ask, ask.on)


@guard(basis="涉企检查意见:2", cure=gettext_lazy("由业务管理员核对检查对象名录"), by=ADMINISTRATOR)
def object_is_listed(ask: Ask) -> Iterator[Text]:
    target = ask.subject.target
    day = ask.subject.planned_on
    if target.listed_on > day or (target.delisted_on and target.delisted_on <= day):
        yield _("%(name)s在 %(on)s 不在检查对象名录里。") % {"name": target.name, "on": date_format(day)}


def made_in_the_year(check: Any) -> int:
    """Checks of the same enterprise in the year of this one, made or approved, in whatever trade it is listed."""
    same = type(check)._default_manager.exclude(pk=check.pk).filter(planned_on__year=check.planned_on.year)
    enterprise = {"target__uscc": check.target.uscc} if check.target.uscc else {"target": check.target}
    same = same.filter(**enterprise)
    return int(same.filter(state__in=[CheckState.APPROVED, CheckState.UNDER_WAY, CheckState.FINISHED]).count())


@guard(basis="涉企检查意见:4", cure=gettext_lazy("按投诉举报、复查等情形确需检查的，写明情形和理由"), by=CHECKERS)
def within_the_yearly_cap(ask: Ask) -> Iterator[Text]:
    check = ask.subject
    cap = yearly_cap(check.target.credit_class, check.planned_on)
    if cap is None or check.over_cap_ground:
        return
    made = made_in_the_year(check)
    if made >= cap.most:
        yield _("%(name)s %(year)d 年已安排检查 %(made)d 次，年度上限是 %(most)d 次。") % {
            "name": check.target.name,
            "year": check.planned_on.year,
            "made": made,
            "most": cap.most,
        }


@guard(basis="涉企检查意见:5", cure=gettext_lazy("由不参加这次检查的负责人审批"), by=APPROVERS)
def approver_does_not_check(ask: Ask) -> Iterator[Text]:
    if ask.officer in ask.subject.officers.all():
        yield _("%(name)s参加这次检查，不能自己审批。") % {"name": ask.officer.name}


@guard(
    basis="涉企检查意见:5",
    cure=gettext_lazy("登记通知；不宜事先通知的，写明情形和理由"),
    by=CHECKERS,
    act="notify_enterprise",
)
def enterprise_knows(ask: Ask) -> Iterator[Text]:
    check = ask.subject
    if check.notified_on is None and not check.unnotified_ground:
        yield _("还没有通知%(name)s，也没有写明不事先通知的理由。") % {"name": check.target.name}


@guard(basis="涉企检查意见:5", cure=gettext_lazy("改期重新申请审批"), by=CHECKERS, act="revise_check")
def it_is_the_approved_day(ask: Ask) -> Iterator[Text]:
    if ask.on != ask.subject.planned_on:
        yield _("批准的检查日期是 %(on)s。") % {"on": date_format(ask.subject.planned_on)}


@guard(basis="涉企检查意见:5", cure=gettext_lazy("这次检查事先已经批准，不用补办"), by=APPROVERS)
def approval_is_still_owed(ask: Ask) -> Iterator[Text]:
    if ask.subject.approved_on is not None:
        yield _("这次检查已经于 %(on)s 批准。") % {"on": date_format(ask.subject.approved_on)}


@guard(basis="涉企检查意见:3", cure=gettext_lazy("逐项填写检查表"), by=CHECKERS, act="answer_points")
def every_point_is_answered(ask: Ask) -> Iterator[Text]:
    """Not where nobody could be reached or let the officers in: there is nothing to answer."""
    check = ask.subject
    result = ask.facts.get("result")
    if result is None or result in check_rule(check.begun_on).incomplete_results:
        return
    answered = set(check.answers.values_list("point", flat=True))
    left = [one for one in check_points(check.target.trade, check.begun_on) if one.key not in answered]
    if left:
        yield _("检查表还有 %(count)d 项没有填写：%(first)s…") % {"count": len(left), "first": left[0].title}


@guard(basis="双随机意见:1", cure=gettext_lazy("检查结果选“已责令改正”，或者说明当场改正"), by=CHECKERS)
def result_fits_what_was_found(ask: Ask) -> Iterator[Text]:
    """Where something is not in order the public must not read that nothing was found."""
    if ask.facts.get("result") != "nothing_found":
        return
    check = ask.subject
    wrong = check.answers.filter(answer="not_met").count()
    hazards = check.hazards.count()
    if wrong or hazards:
        yield _("检查表有 %(wrong)d 项不符合、登记了 %(hazards)d 个隐患，结果不能是“未发现问题”。") % {
            "wrong": wrong,
            "hazards": hazards,
        }


@guard(basis="涉企检查意见:5", cure=gettext_lazy("先逐个写明隐患是否整改到位"), by=CHECKERS)
def looked_at_again(ask: Ask) -> Iterator[Text]:
    """A re-check says of each hazard whether it is gone, or until when it must be."""
    check = ask.subject
    if check.task is None:
        return
    if check.task.hazards.open().filter(due_on__lt=check.begun_on).exists():
        yield _("复查的隐患里有到期的还没有写明是否整改到位。")
