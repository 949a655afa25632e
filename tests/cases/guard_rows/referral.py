"""The guards of jurisdiction and of cases sent to and by others, each with what it refuses."""

from datetime import date

from cases.models import Case
from tests.cases.guard_rows.ordinary import INVESTIGATED, READY
from tests.cases.guard_table import Situation, Stories, row, situation

BACK = situation("ready", "卫国", date(2026, 4, 2))


def disputed(now: Situation, state: str = "negotiating", outcome: str = "") -> None:
    told = {"other_agency": "邻旗交通运输局", "question": "都认为在本地。", "raised_on": now.on}
    now.case.disputes.create(state=state, outcome=outcome, **told)


def returned(stories: Stories) -> Situation:
    now = BACK(stories)
    now.case.agency_transfers.create(addressee="邻旗交通运输局", sent_on=now.on, state="declined")
    return now


def sent_to_us(stories: Stories) -> Situation:
    now = INVESTIGATED(stories)
    Case.objects.filter(pk=now.case.pk).update(source="transfer")
    return now


@row("is_ours_to_decide", "行政处罚法:25.2", "本案已确定由邻旗交通运输局管辖，应当移送", READY)
def _(now: Situation) -> None:
    disputed(now, "designated", "theirs")


@row("no_dispute_is_open", "行政处罚法:25.2", "本案已有一件管辖争议在办理", INVESTIGATED)
def _(now: Situation) -> None:
    disputed(now)


@row("transfer_came_back", "行政处罚法:25", "案件没有被退回", returned)
def _(now: Situation) -> None:
    now.case.agency_transfers.create(addressee="另一旗交通运输局", sent_on=now.on, state="accepted")


@row("was_sent_to_us", "行政处罚法:27.2", "案件来源不是有关部门移送，或者移送已经登记", sent_to_us)
def _(now: Situation) -> None:
    now.case.incoming_transfers.create(sender="样例旗公安局", received_on=now.on, materials="案卷一册。")


@row("filing_is_decided", "行政处罚法:54.2", "是否立案还没有决定", INVESTIGATED)
def _(now: Situation) -> None:
    Case.objects.filter(pk=now.case.pk).update(state="lead", number=None, filed_on=None)
