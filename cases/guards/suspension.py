"""May an investigation stand still or end, and is it going on where it must?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.case_file import CaseFile
from cases.guards.declare import guard
from cases.guards.people import ADMINISTRATOR, HANDLERS, HEAD
from cases.states import State
from law.reasons import reasons_for

SUSPENDABLE = (State.INVESTIGATING, State.NOTIFYING, State.NOTIFIED)
MEASURES = ("seizure", "preservation")


@guard(basis="行政处罚法:60", cure=gettext_lazy("先恢复调查"), by=HEAD, act="suspension.resume_investigation")
def not_suspended(ask: Ask) -> Iterator[Text]:
    for one in ask.file.case.suspensions.all():
        if one.state == "running":
            yield _("本案自 %(day)s 起中止调查。") % {"day": one.began_on}


@guard(basis="行政处罚法:60", cure=gettext_lazy("等负责人决定，或者先恢复调查"), by=HEAD)
def no_suspension_is_open(ask: Ask) -> Iterator[Text]:
    if any(one.state in ("proposed", "running") for one in ask.file.case.suspensions.all()):
        yield _("本案已在中止或者正在报批中止。")


@guard(basis="行政处罚法:60", cure=gettext_lazy("由业务管理员在法律数据中录入允许中止的情形"), by=ADMINISTRATOR)
def suspension_is_provided(ask: Ask) -> Iterator[Text]:
    if not reasons_for("suspension", ask.on):
        yield _("没有规定可以中止调查的情形。")


@guard(basis="行政处罚法:60", cure=gettext_lazy("案件已经进入下一阶段的，不批准中止"), by=HEAD)
def is_still_investigated(ask: Ask) -> Iterator[Text]:
    if ask.file.case.state not in SUSPENDABLE:
        yield _("案件现在是“%(state)s”，不能中止调查。") % {"state": ask.file.case.get_state_display()}


@guard(basis="行政处罚法:57.1", cure=gettext_lazy("由承办人写明情形，报请终止调查"), by=HANDLERS, act="propose_ending")
def ending_is_proposed(ask: Ask) -> Iterator[Text]:
    if not ending_waits_for_the_head(ask.file):
        yield _("承办人还没有报请终止调查。")


def ending_waits_for_the_head(file: CaseFile) -> bool:
    given = file.approvals("ending")
    return bool(given) and given[-1].act == "propose_ending"


@guard(basis="行政强制法:28.1", cure=gettext_lazy("先解除查封、扣押和先行登记保存，退还财物"), by=HANDLERS)
def measures_are_lifted(ask: Ask) -> Iterator[Text]:
    for term in [one for key in MEASURES for one in ask.file.open_terms(key)]:
        yield _("“%(title)s”还没有解除。") % {"title": term.title}
