"""Whose case is it, and what has become of a case that was sent on or came from elsewhere?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.case_file import CaseFile
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from cases.states import State


@guard(basis="行政处罚法:25.2", cure=gettext_lazy("先协商确定管辖，或者报请共同的上一级机关指定"), by=HANDLERS)
def is_ours_to_decide(ask: Ask) -> Iterator[Text]:
    disputes = list(ask.file.case.disputes.all())
    for one in disputes:
        if not one.has_ended:
            yield _("与%(agency)s的管辖争议还没有解决。") % {"agency": one.other_agency}
    last = max(disputes, key=lambda one: one.pk, default=None)
    if last and last.has_ended and not last.leaves_the_case_here:
        yield _("本案已确定由%(agency)s管辖，应当移送。") % {"agency": last.other_agency}


@guard(basis="行政处罚法:25.2", cure=gettext_lazy("先了结正在进行的管辖争议"), by=HANDLERS)
def no_dispute_is_open(ask: Ask) -> Iterator[Text]:
    if any(not one.has_ended for one in ask.file.case.disputes.all()):
        yield _("本案已有一件管辖争议在办理。")


@guard(basis="行政处罚法:25", cure=gettext_lazy("登记受移送机关不接收，或者登记公安机关退回"), by=HANDLERS)
def transfer_came_back(ask: Ask) -> Iterator[Text]:
    if not came_back(ask.file):
        yield _("案件没有被退回。")


def came_back(file: CaseFile) -> bool:
    """Declined or returned by whom it was sent to, and nobody else has it."""
    agencies = [one.state for one in file.case.agency_transfers.all()]
    police = [one.state for one in file.case.police_transfers.all()]
    held = any(one != "declined" for one in agencies) or any(one not in ("refused", "returned") for one in police)
    return not held and ("declined" in agencies or "returned" in police)


@guard(basis="行政处罚法:27.2", cure=gettext_lazy("来源不是移送的，不用登记"), by=HANDLERS)
def was_sent_to_us(ask: Ask) -> Iterator[Text]:
    if not was_sent(ask.file):
        yield _("案件来源不是有关部门移送，或者移送已经登记。")


def was_sent(file: CaseFile) -> bool:
    return file.case.source == "transfer" and not list(file.case.incoming_transfers.all())


@guard(basis="行政处罚法:54.2", cure=gettext_lazy("先决定是否立案"), by=HEAD)
def filing_is_decided(ask: Ask) -> Iterator[Text]:
    if ask.file.case.state in (State.LEAD, State.FILING_PROPOSED, State.FILING_ENDORSED):
        yield _("是否立案还没有决定。")
