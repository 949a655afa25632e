"""Does a paper that is to be issued say what the rows of the case say? Asked once more, past the one who filled it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cases.case_file import CaseFile
from cases.models import Party
from cases.papers.parts import Drawing, party_block
from cases.papers.stated import DECISION, Fact, Stated, party_blocks_in, stated
from documents.readback import facts, uneven_sums
from law.forms import form_rule


class PaperDisagrees(ValueError):
    """A paper says something else than the case; it is not issued."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("；".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Known:
    """What the case knows of a fact; several values where several decisions were made one after the other."""

    values: tuple[Any, ...]


def check(form_key: str, content: Any, drawing: Drawing) -> None:
    """Raises PaperDisagrees with every difference."""
    if found := list(disagreements(form_key, content, drawing)):
        raise PaperDisagrees(found)


def disagreements(form_key: str, content: Any, drawing: Drawing) -> Iterator[str]:
    title, party = form_rule(form_key).title, drawing.party
    known = known_facts(drawing.file, party, drawing)
    for one in stated(form_key, content, of_one_party=party is not None):
        values = known.get(one.fact)
        if values and one.value not in values.values:
            yield _sentence(title, one, values.values[-1])
    names = {party_block(one, drawing.on).name for one in drawing.file.case.parties.all()}
    for block in party_blocks_in(content):
        if block.name not in names:
            yield f"文书《{title}》所列当事人“{block.name}”不是本案登记的当事人。"
    for sum_ in uneven_sums("\n".join(way for fact in facts(content) for way in fact.ways)):
        yield f"文书《{title}》的金额“{sum_.field}”大小写不一致，应为“{sum_.expected}”。"


def known_facts(file: CaseFile, party: Party | None, drawing: Drawing) -> dict[Fact, Known]:
    known: dict[Fact, tuple[Any, ...]] = {
        Fact.CASE_NUMBER: (file.case.number,),
        Fact.BUREAU: (drawing.bureau.name,),
    }
    if party is not None:
        block = party_block(party, drawing.on)
        known |= {
            Fact.PARTY: (party.name, block.name),
            Fact.ID_NUMBER: (party.identity_words,),
            Fact.USCC: (party.uscc,),
        }
        known |= _of_decisions(file, party)
    return {fact: Known(values) for fact, values in known.items() if any(values)}


def _of_decisions(file: CaseFile, party: Party) -> dict[Fact, tuple[Any, ...]]:
    decisions = [one for one in file.all_decisions if one.party_id == party.pk]
    papers = [one for one in file.papers_of(DECISION, party) if one.number]
    sums = {
        sum((one.fine for one in found), Decimal(0))
        for decision in decisions
        for stage in ("decided", "changed")
        if (
            found := [one for charge in file.charges_of(party) if (one := file.sanction(charge, stage, decision.round))]
        )
    }
    known: dict[Fact, tuple[Any, ...]] = {
        Fact.DECISION_NUMBER: tuple(one.number for one in papers),
        Fact.DECIDED_ON: tuple(one.decided_on for one in decisions),
        Fact.FINE: tuple(sums),
    }
    return known


def _sentence(title: str, one: Stated, known: Any) -> str:
    return f"文书《{title}》的{one.fact}写作“{one.value}”，案卷记载为“{known}”，不一致。"
