"""What is cleared at once, and which evidence is put aside."""

from collections.abc import Iterator
from decimal import Decimal

from bureau.sample.story import at
from tests.cases.moves import Table, Try, moves


@moves("clear_at_once")
def clear(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        facts = {
            "party": party,
            "what": "S210线K1+200处遗洒的砂石",
            "cannot": "车辆故障，现场没有装载机械。",
            "party_is_present": True,
            "executor": "样例旗公路养护站",
            "manner": "装载机清除。",
            "budget": Decimal(800),
            "law": "",
            "opinion": "占用行车道，危及交通安全。",
        }
        yield Try("clear the road", facts)
        yield Try("the party could do it", facts | {"cannot": "　"}, lawful=False)


@moves("exclude_evidence")
def exclude(table: Table) -> Iterator[Try]:
    told = {"ground": "coercion", "reason": "被询问人称受到威胁，录音证实。"}
    for evidence in table.file.evidence[-1:]:
        yield Try(f"put {evidence} aside", told | {"evidence": evidence, "inquiry": None})


@moves("set_aside_decision")
def set_aside(table: Table) -> Iterator[Try]:
    for decision in table.file.contestable_decisions[:1]:
        facts = {"decision": decision, "outcome": "annulled", "procedural": False, "redo_ordered": False}
        yield Try(f"set aside for {decision.party}", facts | {"opinion": "主要证据不足。"})


@moves("clearing.record_clearing")
def record(table: Table) -> Iterator[Try]:
    done = {
        "carried_out_at": at(table.on, 9),
        "supervisor": table.cast["李明"],
        "signed_by": "养护站 高某、驾驶人",
        "cost": Decimal(760),
        "result": "砂石已经清除，恢复通行。",
    }
    yield Try("cleared", done)
    yield Try("nobody watched", done | {"supervisor": None}, lawful=False)
