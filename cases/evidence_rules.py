"""Which evidence carries which fact of which charge, and what does a piece of evidence still lack?

Pure questions to a case file; guards, screens and papers ask them alike.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from law.evidence import Requirement, missing

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Charge, Evidence

WORDS_OF_THE_PARTY = "party_statement"
MONITORED = "电子技术监控设备自动记录"


@dataclass(frozen=True)
class Fact:
    """One line of the facts of a charge: what has to be proved, and by what it is."""

    charge: "Charge"
    line: int
    text: str
    evidence: tuple["Evidence", ...]


def lacking(evidence: "Evidence", on: date) -> tuple[Requirement, ...]:
    return missing(evidence.kind, evidence.formalities, on)


def is_monitored(evidence: "Evidence") -> bool:
    """Recorded by a device without an officer (行政处罚法 41)."""
    return bool(evidence.formalities.get("origin") == MONITORED)


def fact_lines(charge: "Charge") -> list[str]:
    """The facts of a charge line by line; a single paragraph is one fact."""
    return [line.strip() for line in charge.facts.splitlines() if line.strip()] or [charge.facts]


def matrix(file: "CaseFile") -> list[Fact]:
    """Every fact of every charge with the evidence that was named for it, in the order of the file."""
    named: dict[tuple[int, int], list[Any]] = {}
    for evidence in file.evidence:
        for link in evidence.links.all():
            named.setdefault((link.charge_id, link.line), []).append(evidence)
    return [
        Fact(charge, line, text, tuple(named.get((charge.pk, line), ())))
        for charge in file.charges
        for line, text in enumerate(fact_lines(charge), 1)
    ]


def is_supported(fact: Fact, on: date) -> bool:
    """By at least one piece that has its form."""
    return any(not lacking(one, on) for one in fact.evidence)


def rests_on_words_alone(fact: Fact) -> bool:
    return bool(fact.evidence) and all(one.kind == WORDS_OF_THE_PARTY for one in fact.evidence)


def told_formalities(evidence: "Evidence") -> str:
    """For the list of evidence: 复制件；与原件核对无异；提供人…"""
    said = [one for name, one in evidence.formalities.items() if one and name not in ("compared", "signed", "origin")]
    if evidence.formalities.get("compared"):
        said.insert(1, "与原件核对无异" if evidence.kind == "documentary" else "与原物核对无误")
    return "；".join(said)
