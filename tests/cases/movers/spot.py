"""The acts of the summary procedure, tried on cases of the ordinary one: there none of them is ever open."""

from collections.abc import Iterator
from decimal import Decimal

from bureau.sample.story import at
from tests.cases.moves import OPINION, Table, Try, moves


@moves("punish_on_the_spot")
def punish(table: Table) -> Iterator[Try]:
    one = {"kinds": ["fine"], "fine": Decimal(200), "confiscation": Decimal(0), "other": "", "reason": ""}
    spot = {
        "given_at": at(table.on, 12),
        "certificates_shown": True,
        "told_facts": True,
        "told_rights": True,
        "told_fine": Decimal(200),
        "signing": "paper",
        "signer": "当事人",
        "signer_relation": "本人",
        "refusal": "",
    }
    facts = {
        "sanctions": {charge.pk: one for charge in table.file.charges},
        "statement": {"text": "", "accepted": "", "answer": ""},
        "spot": spot,
    }
    yield Try("on the spot", facts, lawful=False)


@moves("turn_ordinary")
def turn(table: Table) -> Iterator[Try]:
    yield Try("already ordinary", OPINION, lawful=False)
