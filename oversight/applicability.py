"""To which files does an item of the standard apply? What does not apply leaves the denominator."""

from collections.abc import Callable

from cases.case_file import CaseFile
from law.thresholds import Scope
from law.tiers import tiers_for
from oversight import facts
from oversight.rules.coercion import carried_out, registered
from oversight.rules.enforcing import enforcements

Applies = Callable[[CaseFile], bool]
CLOSED = frozenset({"closed", "archived"})


def _weighed(file: CaseFile) -> bool:
    return any(one.total_kg is not None for one in file.charges)


def _has_discretion(file: CaseFile) -> bool:
    """A fine between a lowest and a highest one was chosen; a formula leaves nothing to choose."""
    return any(low != high for charge in _fined(file) for low, high in [facts.lawful_fine(charge)])


def _fined(file: CaseFile) -> list:
    if not any(facts.penalties(file)):
        return []
    decided = facts.sanctions(file.charges, "decided", file.case.round)
    fined = {one.charge_id for one in decided if "fine" in one.kinds}
    return [one for one in file.charges if one.pk in fined]


def _needs(scope: Scope) -> Applies:
    def check(file: CaseFile) -> bool:
        return any(
            facts.required_by(file, scope, party, decision.decided_on) for party, decision in facts.penalties(file)
        )

    return check


_needs_review = _needs(Scope.REVIEW)
_needs_discussion = _needs(Scope.DISCUSSION)


def _term(key: str, file: CaseFile) -> bool:
    """The duty was fulfilled, or the sweep has recorded that it is late: either way it can be judged."""
    return any(one.key == key and one.lateness_recorded_on is not None for one in file.terms)


APPLICABLE: dict[str, Applies] = {
    "all": lambda file: True,
    "filed": lambda file: file.case.filed_on is not None,
    "summary": lambda file: file.is_summary and bool(file.decisions),
    "papers": lambda file: bool(facts.final_papers(file)),
    "outward": lambda file: any(one.form.rule.served for one in facts.final_papers(file)),
    "inquiry": lambda file: bool(file.inquiries),
    "scene": lambda file: any(one.kind == "scene" for one in file.inquiries),
    "interview": lambda file: any(one.kind == "interview" for one in file.inquiries),
    "refusal": lambda file: any(not one.signed for one in file.inquiries),
    # A report is judged once it was approved; before that it is a draft.
    "reported": lambda file: bool(facts.final_papers(file, "investigation-report")),
    "weighed": _weighed,
    "evidence": lambda file: bool(file.evidence),
    "copies": lambda file: any(
        one.kind == "documentary" and (one.formalities or {}).get("original") != "原件" for one in file.evidence
    ),
    "audiovisual": lambda file: any(one.kind in ("audiovisual", "electronic") for one in file.evidence),
    "testimony": lambda file: any(one.kind in ("testimony", "party_statement") for one in file.evidence),
    "expert": lambda file: any(one.kind == "expert" for one in file.evidence),
    "appraised": lambda file: bool(file.case.appraisals.all()),
    "measure": lambda file: bool(carried_out(file)),
    "tested": lambda file: any(one.tests.all() for one in carried_out(file)),
    "preserved": lambda file: bool(registered(file)),
    "held": lambda file: bool(carried_out(file) or registered(file)),
    "enforced": lambda file: bool(enforcements(file)),
    "police": lambda file: bool(file.case.police_transfers.all()),
    "no-penalty": lambda file: any(one.kind == "no_penalty" for one in file.decisions),
    "tiered": lambda file: any(tiers_for(one.violation_code, one.conduct_on) for one in _fined(file)),
    "notified": lambda file: bool(facts.final_papers(file, "violation-notice")),
    "statement": lambda file: any(one.kind == "statement" for one in file.statements),
    "hearing": lambda file: any(one.convened_on is not None for one in file.hearings),
    "review": lambda file: _needs_review(file) or any(one.outcome for one in file.reviews),
    "discussion": lambda file: _needs_discussion(file) or bool(file.discussions),
    "decided": lambda file: bool(file.decisions),
    "decidable": lambda file: bool(file.decisions) or _term("decide", file),
    "penalty": lambda file: any(facts.penalties(file)),
    "discretion": _has_discretion,
    "money": lambda file: file.case.state in CLOSED and any(facts.penalties(file)),
    "closed": lambda file: file.case.state in CLOSED,
    "archived": lambda file: file.case.archived_on is not None,
    "archivable": lambda file: file.case.archived_on is not None or _term("archive", file),
}

# An item about one paper applies to files that have it, issued.
PAPERS = (
    "closing-report",
    "correction-order",
    "court-application",
    "discussion-minutes",
    "filing-form",
    "hearing-notice",
    "hearing-record",
    "hearing-report",
    "legal-review-opinion",
    "measure-extension",
    "measure-release",
    "penalty-decision",
    "preservation-list",
    "reminder",
    "spot-decision",
)


def _has(form: str) -> Applies:
    return lambda file: bool(facts.final_papers(file, form))


APPLICABLE |= {f"has-{form}": _has(form) for form in PAPERS}


# What a penalty on the spot has no occasion for: notice, waiting, another decider, proof of later service (行政处罚法 51–53).
ORDINARY_ONLY = frozenset(
    {
        "decider-did-not-handle",
        "decision-complete",
        "decision-has-proof-of-service",
        "decision-served-in-time",
        "discretion-is-reasoned",
        "facts-rest-on-evidence",
        "hearing-period-waited",
        "not-heavier-than-notified",
        "notice-served-before-decision",
        "performance-is-stated",
        "statement-period-waited",
        "each-fact-is-proved",
        "notice-tells-hearing-right",
    }
)


def applies(key: str, file: CaseFile) -> bool:
    """Raises KeyError for a key that no predicate has."""
    return APPLICABLE[key](file)


def rules_asked(rules: tuple[str, ...], file: CaseFile) -> tuple[str, ...]:
    """Of an item's rules those that this file's procedure knows; without any the item leaves the denominator."""
    return tuple(one for one in rules if one not in ORDINARY_ONLY) if file.is_summary else tuple(rules)
