"""What a lawful officer would fill in to take a coercive measure, and what the law forbids."""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate

from tests.cases.holding import FACTS, LORRY
from tests.cases.moves import Table, Try, moves


def facts(table: Table, **changed: Any) -> dict[str, Any]:
    return FACTS | {"party": table.file.parties[0], "things": [dict(LORRY)]} | changed


@moves("propose_measure")
def propose(table: Table) -> Iterator[Try]:
    if not table.file.parties:
        return
    yield Try("propose", facts(table))
    yield Try("not provided", facts(table, authority="impound-everything"), lawful=False)
    yield Try("what one lives on", facts(table, necessities=True), lawful=False)
    yield Try("a place", facts(table, things=[LORRY | {"kind": "place"}]), lawful=False)


@moves("take_measure_at_once")
def take(table: Table) -> Iterator[Try]:
    scenes = [one for one in table.file.inquiries if one.kind == "scene" and localdate(one.started_at) <= table.on]
    if not (table.file.parties and scenes):
        return
    spot = {
        "carried_out_at": scenes[-1].ended_at,
        "scene": scenes[-1],
        "second_officer": table.cast["陈军"],
        "party_present": True,
        "witness": "",
        "told": True,
        "heard": "没有意见。",
        "handed_to": "本人",
        "place": "停车场",
    }
    yield Try("at once", facts(table, **spot))
    yield Try("nobody saw it", facts(table, **spot | {"party_present": False}), lawful=False)
