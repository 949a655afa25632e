"""Do the issued papers of a case say the same of the same fact? A pure question of the file; it asks no query."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases.case_file import CaseFile
from cases.papers.stated import DECISION, Fact, Stated, stated
from documents.models import Document
from documents.services import content_of

ROUND_BY_ROUND = frozenset({Fact.VIOLATED, Fact.PENALTY_BASIS})
"""What may lawfully change with a new notice: compared within one round only."""
CHANGED_BY_REMEDY = frozenset({Fact.FINE, Fact.PENALTY})
"""What a reconsideration or a court may have changed after the decision."""
CURE = {
    Fact.CASE_NUMBER: "核对立案登记的案号；写错的文书作废后重新制作，已送达的依法补正。",
    Fact.DECISION_NUMBER: "以处罚决定书的文号为准，引用错误的文书作废后重新制作，已送达的依法补正。",
    Fact.VIOLATED: "决定认定的违法条款应当是告知过的；条款有变的，重新告知后再作决定。",
    Fact.PENALTY_BASIS: "处罚依据应当是告知过的；依据有变的，重新告知后再作决定，仅因减轻处罚而减少的在卷内写明。",
}
OTHERWISE = "核对案卷，以正确的为准；写错的文书作废后重新制作，已送达的依法补正。"


@dataclass(frozen=True)
class Telling:
    paper: Document
    value: Any

    def __str__(self) -> str:
        return f"《{self.paper.title}》{self.paper.number}".strip()


@dataclass(frozen=True)
class Contradiction:
    """Two issued papers say two things of one fact."""

    fact: Fact
    first: Telling
    second: Telling
    of: str = ""

    @property
    def cure(self) -> str:
        return CURE.get(self.fact, OTHERWISE)

    @property
    def sentence(self) -> str:
        of = f"（{self.of}）" if self.of else ""
        return (
            f"{self.fact}{of}：{self.first}写作“{self.first.value}”，{self.second}写作“{self.second.value}”，不一致。"
        )


def contradictions(file: CaseFile) -> list[Contradiction]:
    """Every paper against the one that is the source of the fact, or else the first that tells it."""
    papers = [one for one in file.papers if one.state != "draft"]
    changed = {charge.party_id for charge in file.charges for one in charge.sanctions.all() if one.stage == "changed"}
    groups: dict[tuple[Any, ...], list[Telling]] = {}
    for paper in papers:
        for one in _told(paper):
            if not (one.fact in CHANGED_BY_REMEDY and paper.party_id in changed):
                groups.setdefault(_group(paper, one), []).append(Telling(paper, one.value))
    found = [one for key, told in groups.items() for one in _compare(key[0], key[-1], told)]
    return found + list(_closing(papers, changed))


def _told(paper: Document) -> Iterator[Stated]:
    yield from stated(paper.form_key, content_of(paper), of_one_party=paper.party_id is not None)
    if paper.form_key == DECISION and paper.number:
        yield Stated(Fact.DECISION_NUMBER, paper.number)


def _group(paper: Document, one: Stated) -> tuple[Any, ...]:
    """Tellings that must be equal: of the same fact, party, conduct and, where it may change with it, round."""
    if one.fact in (Fact.CASE_NUMBER, Fact.BUREAU):
        return (one.fact, "")
    round_ = paper.subject_key if one.fact in ROUND_BY_ROUND else ""
    return (one.fact, paper.party_id, round_, one.of)


def _compare(fact: Fact, of: str, told: list[Telling]) -> Iterator[Contradiction]:
    """A paper may quote any decision of the party, for there may have been several; it may not quote none of them."""
    sources = [one for one in told if one.paper.form_key == DECISION] or told[:1]
    right = {_plain(fact, one.value) for one in sources}
    others = [one for one in told if one not in sources]
    for one in others:
        if _plain(fact, one.value) not in right:
            yield Contradiction(fact, sources[-1], one, of)


def _closing(papers: list[Document], changed: set[int]) -> Iterator[Contradiction]:
    """The closing report tells the result of every party in one text: the penalty of each last decision is in it."""
    decided = {one.party_id: one for one in papers if one.form_key == DECISION and one.party_id not in changed}
    for report in (one for one in papers if one.form_key == "closing-report"):
        result = content_of(report).result
        for decision in decided.values():
            if (penalty := content_of(decision).penalty) not in result:
                yield Contradiction(Fact.PENALTY, Telling(decision, penalty), Telling(report, result))


def _plain(fact: Fact, value: Any) -> Any:
    """An individual business is named with and without who runs it."""
    return value.partition("（经营者")[0] if fact is Fact.PARTY else value
