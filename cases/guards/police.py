"""Is a suspected crime sent to the police as 移送规定 demands, and does the bureau keep its hands off meanwhile?"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from law.terms import term_rule

FIVE = ("letter", "report", "goods", "expert", "other")


@guard(
    basis="移送规定:11.1",
    cure=gettext_lazy("等公安机关答复；退回的，先登记退回，再由本机关处理"),
    by=HANDLERS,
    act="police-transfer.take_back_from_police",
)
def not_with_the_police(ask: Ask) -> Iterator[Text]:
    for one in ask.file.case.police_transfers.all():
        if one.holds_the_case:
            yield _("本案涉嫌“%(crime)s”，移送公安尚未了结（%(state)s），不得以行政处罚代替移送。") % {
                "crime": one.crime,
                "state": one.get_state_display(),
            }


@guard(basis="移送规定:5.1", cure=gettext_lazy("先把正在办理的移送办完"), by=HANDLERS)
def no_other_transfer_is_under_way(ask: Ask) -> Iterator[Text]:
    if any(one.holds_the_case for one in ask.file.case.police_transfers.all()):
        yield _("本案已有一件移送公安在办理。")


@guard(basis="移送规定:5.1", cure=gettext_lazy("另选持有效执法证件的执法人员组成专案组"), by=HANDLERS)
def team_is_able(ask: Ask) -> Iterator[Text]:
    if "first_officer" not in ask.facts:
        return
    team = [ask.facts["first_officer"], ask.facts["second_officer"]]
    if team[0].pk == team[1].pk:
        yield _("专案组不得少于两名执法人员。")
    for officer in team:
        if why := officer.why_not_enforcing(ask.on):
            yield _("%(name)s在 %(on)s 没有有效的行政执法证：%(why)s。") % {
                "name": officer.name,
                "on": ask.on,
                "why": why,
            }


@guard(basis="移送规定:5.2", cure=gettext_lazy("由本机关正职负责人或者主持工作的负责人审批"), by=HEAD)
def chief_decides(ask: Ask) -> Iterator[Text]:
    if "in_charge" in ask.facts and not ask.facts["in_charge"]:
        yield _("移送公安由本机关正职负责人或者主持工作的负责人决定，须写明以此身份审批。")


@guard(basis="移送规定:6", cure=gettext_lazy("附齐五类材料；没有检验报告、鉴定结论的，写明原因"), by=HANDLERS)
def five_materials_go_along(ask: Ask) -> Iterator[Text]:
    if "enclosed" not in ask.facts:
        return
    enclosed, why = set(ask.facts["enclosed"]), ask.facts.get("no_expert_reason", "").strip()
    missing = [one for one in FIVE if one not in enclosed and not (one == "expert" and why)]
    if missing:
        names = enclosed_names()
        yield _("还缺：%(names)s。") % {"names": _("、").join(str(names[one]) for one in missing)}


@guard(basis="移送规定:5.2", cure=gettext_lazy("写明超过的原因；移送仍须立即办理"), by=HANDLERS)
def sent_within_a_day(ask: Ask) -> Iterator[Text]:
    sent, decided = ask.facts.get("sent_at"), getattr(ask.subject, "decided_at", None)
    if not sent or not decided:
        return
    if sent < decided:
        yield _("送出时间早于批准时间。")
    hours = term_rule("police_send", ask.on).length
    if sent > decided + timedelta(hours=hours) and not ask.facts.get("late_reason", "").strip():
        yield _("批准以后超过 %(hours)d 小时才送出，须写明原因。") % {"hours": hours}


@guard(basis="移送规定:12", cure=gettext_lazy("登记公安机关立案，并在三日内办结交接手续"), by=HANDLERS)
def police_have_taken_over(ask: Ask) -> Iterator[Text]:
    if not any(one.state == "handed_over" for one in ask.file.case.police_transfers.all()):
        yield _("没有公安机关已经立案并办结交接的移送。")


def enclosed_names() -> dict[str, Text]:
    """The five kinds of material of article 6, in its order."""
    return {
        "letter": gettext_lazy("涉嫌犯罪案件移送书"),
        "report": gettext_lazy("涉嫌犯罪案件情况的调查报告"),
        "goods": gettext_lazy("涉案物品清单"),
        "expert": gettext_lazy("有关检验报告或者鉴定结论"),
        "other": gettext_lazy("其他有关涉嫌犯罪的材料"),
    }
