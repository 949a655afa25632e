"""May cases be joined or parted here, and is nothing lost or decided twice on the way?"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.case_file import CaseFile
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.states import State


@guard(
    basis="行政处罚法:29", cure=gettext_lazy("在续办的案件中一并处理，本案按并案办结"), by=HANDLERS, act="end_as_merged"
)
def not_merged_away(ask: Ask) -> Iterator[Text]:
    for one in merged_into(ask.file):
        yield _("本案已并入%(case)s，不得另行决定。") % {"case": one.case}


def merged_into(file: CaseFile) -> list[Any]:
    return [one for one in file.case.joined_to.all() if one.state == "merged"]


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("本案没有经批准并入其他案件的，不用办理"), by=HANDLERS)
def is_merged_away(ask: Ask) -> Iterator[Text]:
    if not merged_into(ask.file):
        yield _("没有经批准的并案把本案并入其他案件。")


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("在调查阶段报请并案、分案"), by=HANDLERS)
def both_are_investigated(ask: Ask) -> Iterator[Text]:
    other = ask.facts.get("other") or getattr(ask.subject, "other", None)
    for case in [ask.file.case, *([other] if other else [])]:
        if case.state != State.INVESTIGATING:
            yield _("%(case)s现在是“%(state)s”，不在调查阶段。") % {"case": case, "state": case.get_state_display()}


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("留下至少一名当事人"), by=HANDLERS)
def somebody_stays(ask: Ask) -> Iterator[Text]:
    leaving = set(ask.facts.get("parties", ()))
    if leaving and not [one for one in ask.file.parties if one.pk not in leaving]:
        yield _("分案以后本案没有当事人了。")


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("先办完分案：由分出的案件承接，再登记完成"), by=HANDLERS)
def no_split_is_half_done(ask: Ask) -> Iterator[Text]:
    if any(one.kind == "split" and one.state in ("approved", "linked") for one in ask.file.case.joinders.all()):
        yield _("本案有已批准而没有办完的分案。")


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("由办案机构登记分案线索，在原案中指定"), by=HANDLERS)
def comes_from_a_split(ask: Ask) -> Iterator[Text]:
    if split_from(ask.file) is None:
        yield _("本案不是经批准分出的案件。")


def split_from(file: CaseFile) -> Any:
    return next((one for one in file.case.joined_to.all() if one.kind == "split" and one.state == "linked"), None)


@guard(basis="行政处罚法:54.1", cure=gettext_lazy("先在分出的案件中承接"), by=HANDLERS)
def split_is_taken_over(ask: Ask) -> Iterator[Text]:
    other = getattr(ask.subject, "other", None)
    if other is None or not other.filed_on:
        yield _("分出的案件还没有承接。")
