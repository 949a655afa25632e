"""What would be filled in when a case is to be kept whole, or something of its record is to be erased?"""

from collections.abc import Iterator

from cases.guards.erasure import ABOUT_ERASING
from cases.models import RecordEntry
from tests.cases.moves import Table, Try, moves


@moves("place_legal_hold")
def place_legal_hold(table: Table) -> Iterator[Try]:
    yield Try("asked by the supervisors", {"reason": "样例旗纪委监委调取。"})


@moves("propose_erasure")
def propose_erasure(table: Table) -> Iterator[Try]:
    asked = [one.entry_id for one in table.file.case.payload_erasures.all()]
    entries = RecordEntry.objects.filter(case=table.file.case.pk).exclude(act__in=ABOUT_ERASING).exclude(pk__in=asked)
    first = entries.order_by("cseq").first()
    if first is None:
        return
    told = {"entry": first, "ground": "unlawful", "reason": "登记了与案件无关的人员信息。"}
    # Whatever runs bids to keep it: a remedy, or a hold.
    free = not any(not one.has_ended for one in (*table.file.case.legal_holds.all(), *table.file.case.remedies.all()))
    yield Try("unlawfully collected", told, lawful=free)
    yield Try("too early", told | {"ground": "period_over"}, lawful=False)
