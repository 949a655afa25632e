"""What would the public read of a decision, before a person has looked at it?

Made anew from the served paper, field by field out of a short list: what is not listed is not published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from cases.case_file import CaseFile
from cases.models import Decision, Party, Sanction
from documents.forms.decision import PenaltyDecision
from documents.forms.spot import SpotDecision
from documents.models import Document
from documents.services import content_of
from law.publication import DisplayRule, UnknownDisplayPeriod, display_rule
from law.violations import PenaltyKind
from officers.models import Bureau
from publicity.protected import names_a_person, protected_strings
from publicity.redaction import mask, public_name

EDITED = ("party_name_public", "facts_public", "basis_public", "result_public", "fulfilment_public")
"""The texts that a person reads and may shorten; the rest follows from the decision."""


PUBLISHED_FORMS = ("penalty-decision", "spot-decision")
"""The papers that punish; a case has one or the other for each party."""


class NotServed(LookupError):
    """There is no served penalty decision for this party."""


@dataclass(frozen=True)
class Texts:
    """The proposal for the texts that a person answers for."""

    party_name_public: str
    facts_public: str
    basis_public: str
    result_public: str
    fulfilment_public: str


def served_paper(file: CaseFile, party_id: int) -> Document | None:
    papers = [
        one
        for form in PUBLISHED_FORMS
        for one in file.papers_of(form)
        if one.party_id == party_id and one.state == "served"
    ]
    return papers[-1] if papers else None


def propose(file: CaseFile, decision: Decision) -> Texts:
    """The public texts of one decision. Raises NotServed."""
    party, paper = decision.party, _paper(file, decision)
    protected = protected_strings(file)
    return Texts(
        party_name_public=public_name(party.name) if names_a_person(party) else mask(party.name, protected),
        facts_public=mask(paper.facts, protected),
        basis_public=mask("\n".join(_basis(line) for line in paper.charges), protected),
        result_public=mask(paper.penalty, protected),
        fulfilment_public=_fulfilment(file, party),
    )


def fixed_fields(file: CaseFile, decision: Decision, organ: Bureau) -> dict[str, Any]:
    """What follows from the decision and is not for anybody to word. Raises NotServed."""
    party, paper = decision.party, _paper(file, decision)
    charges = file.charges_of(party)
    cited = dict.fromkeys(
        one.key for charge in charges for one in (*charge.violation.violated, *charge.violation.penalty)
    )
    grade = grade_of(file, decision)
    return {
        "number": served_number(file, decision),
        "is_person": party.is_person,
        "uscc_public": "" if party.kind == Party.Kind.CITIZEN else party.uscc,
        "conduct": "；".join(line.conduct for line in paper.charges),
        "remedy_public": paper.remedy,
        "cited": ";".join(cited),
        "conduct_on": min(one.conduct_on for one in charges),
        "organ": organ.name,
        "decided_on": decision.decided_on,
        "kinds": f";{';'.join(kinds)};" if (kinds := kinds_of(sanctions_of(file, decision))) else "",
        "severity": grade.key if grade else "",
        "public_until": grade.last_day(decision.decided_on) if grade and grade.is_shown else None,
    }


def grade_of(file: CaseFile, decision: Decision) -> DisplayRule | None:
    """The dated rule of display for this decision; nothing where no rule was in force."""
    sanctions = sanctions_of(file, decision)
    try:
        fine = sum((one.fine for one in sanctions), Decimal(0))
        return display_rule(kinds_of(sanctions), fine, decision.decided_on, summary=file.is_summary)
    except UnknownDisplayPeriod:
        return None


def sanctions_of(file: CaseFile, decision: Decision) -> list[Sanction]:
    """What was decided for each charge against the decision's party."""
    charges = file.charges_of(decision.party)
    return [one for charge in charges if (one := file.sanction(charge, "decided", decision.round)) is not None]


def kinds_of(sanctions: Iterable[Sanction]) -> list[str]:
    """The kinds of penalty in the order of 行政处罚法 9, each once."""
    used = {kind for one in sanctions for kind in one.kinds}
    return [kind for kind in PenaltyKind.values if kind in used]


def served_number(file: CaseFile, decision: Decision) -> str:
    paper = served_paper(file, decision.party_id)
    return paper.number if paper else ""


def age_at_conduct(file: CaseFile, party: Party) -> int | None:
    days: list[date] = [one.conduct_on for one in file.charges_of(party)]
    return party.age(min(days)) if days else None


def _paper(file: CaseFile, decision: Decision) -> PenaltyDecision | SpotDecision:
    paper = served_paper(file, decision.party_id)
    if paper is None:
        raise NotServed(f"decision {decision.pk}")
    content: PenaltyDecision | SpotDecision = content_of(paper)
    return content


def _basis(line: Any) -> str:
    return f"{line.conduct}：违反{line.violated}，依据{line.penalty_basis}处罚。"


def _fulfilment(file: CaseFile, party: Party) -> str:
    owed = file.owed_by(party)
    if not owed:
        return ""
    return "罚没款已缴清。" if file.paid_by(party) >= owed else "罚没款尚未缴清。"
