"""Which facts of the case does a paper state: numbers, parties, days, sums, articles?"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from documents.forms.parts import ChargeLine, PartyBlock


class Fact(StrEnum):
    """What several papers of one case may say, as papers and sentences name it: always Chinese."""

    CASE_NUMBER = "案号"
    PARTY = "当事人姓名或名称"
    ID_NUMBER = "身份证件号"
    USCC = "统一社会信用代码"
    DECISION_NUMBER = "处罚决定书文号"
    DECIDED_ON = "处罚决定日期"
    FINE = "罚款数额"
    PENALTY = "处罚内容"
    VIOLATED = "违反的条款"
    PENALTY_BASIS = "处罚依据"
    BUREAU = "制作机关"


@dataclass(frozen=True)
class Stated:
    fact: Fact
    value: Any
    of: str = ""
    """The conduct concerned, where a paper names several."""


TO_THE_PARTY = frozenset(
    {
        *("violation-notice", "hearing-notice", "hearing-refusal", "hearing-change-notice", "correction-order"),
        *("service-receipt", "public-notice", "appraisal-notice", "preservation-release"),
        *("measure-extension", "test-notice", "measure-release", "things-transfer-notice"),
        *("payment-plan-notice", "reminder", "enforcement-notice"),
    }
)
"""Their addressee is the party; other letters go to organs."""
ABOUT_THE_DECISION = frozenset(
    {
        *("payment-plan-notice", "demolition-notice", "reminder", "enforcement-decision", "substitute-decision"),
        *("enforcement-agreement", "court-application", "remedy-answer", "home-copy"),
    }
)
"""Their "decision number" is the one of the penalty; that of other papers is of a seizure or an enforcement."""
DECISION = "penalty-decision"
DECISION_TITLE = "行政处罚决定书"


def stated(form_key: str, content: Any, *, of_one_party: bool) -> Iterator[Stated]:
    """of_one_party: whether the paper is drawn for one party, so that what it calls the party is that one."""
    if number := getattr(content, "case_number", ""):
        yield Stated(Fact.CASE_NUMBER, number)
    if letterhead := getattr(content, "letterhead", None):
        yield Stated(Fact.BUREAU, letterhead.bureau)
    if of_one_party:
        yield from _of_the_party(form_key, content)
        yield from _of_the_decision(form_key, content)
        yield from _articles(form_key, content)


def party_blocks_in(content: Any) -> Iterator[PartyBlock]:
    if isinstance(content, PartyBlock):
        yield content
    elif isinstance(content, tuple):
        for item in content:
            yield from party_blocks_in(item)
    elif is_dataclass(content):
        for field in fields(content):
            yield from party_blocks_in(getattr(content, field.name))


def _of_the_party(form_key: str, content: Any) -> Iterator[Stated]:
    blocks = [getattr(content, name, None) for name in ("party", "respondent")]
    for block in (one for one in blocks if isinstance(one, PartyBlock)):
        yield Stated(Fact.PARTY, block.name)
        if block.id_number:
            yield Stated(Fact.ID_NUMBER, block.id_number)
        if block.uscc:
            yield Stated(Fact.USCC, block.uscc)
    names = ("addressee",) if form_key in TO_THE_PARTY else ()
    for name in (*names, "party"):
        told = getattr(content, name, None)
        if isinstance(told, str) and told:
            yield Stated(Fact.PARTY, told)


def _of_the_decision(form_key: str, content: Any) -> Iterator[Stated]:
    if form_key in ABOUT_THE_DECISION:
        told = (("decision_number", Fact.DECISION_NUMBER), ("decided_on", Fact.DECIDED_ON), ("decision", Fact.PENALTY))
        yield from (Stated(fact, getattr(content, name)) for name, fact in told if getattr(content, name, None))
    if form_key in (DECISION, "payment-plan-notice"):
        yield Stated(Fact.FINE, content.fine)
    if form_key == DECISION:
        yield Stated(Fact.DECIDED_ON, content.letterhead.on)
        yield Stated(Fact.PENALTY, content.penalty)
    for row in (*getattr(content, "rows", ()), content):
        # The receipt names what was served in rows, the public notice and the entrustment in fields of their own.
        if getattr(row, "title", "") == DECISION_TITLE and getattr(row, "number", ""):
            yield Stated(Fact.DECISION_NUMBER, row.number)


def _articles(form_key: str, content: Any) -> Iterator[Stated]:
    if form_key not in ("violation-notice", DECISION):
        return
    for charge in content.charges:
        assert isinstance(charge, ChargeLine)
        yield Stated(Fact.VIOLATED, charge.violated, charge.conduct)
        yield Stated(Fact.PENALTY_BASIS, charge.penalty_basis, charge.conduct)
