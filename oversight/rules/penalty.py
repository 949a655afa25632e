"""Is the penalty one that the law of the day provides, within its range and no heavier than announced?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Charge, Sanction
from law.tiers import tiers_for
from law.violations import PenaltyKind
from oversight import facts
from oversight.findings import Finding, at, rule


def _decided(file: CaseFile) -> Iterator[tuple[Charge, Sanction]]:
    punished = {party.pk for party, _decision in facts.penalties(file)}
    for charge in file.charges:
        if charge.party_id in punished:
            for sanction in facts.sanctions([charge], "decided", file.case.round):
                yield charge, sanction


def _on_decision(file: CaseFile, charge: Charge, text: str, basis: str, field: str) -> Finding:
    papers = [one for one in facts.final_papers(file, "penalty-decision") if one.party_id == charge.party_id]
    return Finding(
        text,
        basis,
        **at(papers[-1] if papers else None, "penalty-decision"),
        field=field,
        locator=charge.party.name,
        how=_("决定已经作出，不能补正；应当自行纠正。"),
    )


@rule("fine-in-lawful-range", basis="行政处罚法:5.2")
def fine_in_lawful_range(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        if PenaltyKind.FINE not in sanction.kinds:
            continue
        low, high = facts.lawful_fine(charge)
        values = {"fine": sanction.fine, "low": low, "high": high, "conduct": charge.violation.name}
        if high is not None and sanction.fine > high:
            text = _("“%(conduct)s”罚款 %(fine)s 元，超过法定上限 %(high)s 元。") % values
            yield _on_decision(file, charge, text, "行政处罚法:5.2", _("罚款数额"))
        # A lower fine needs a ground of mitigation (行政处罚法 32), which is written as its reason.
        if low is not None and sanction.fine < low and not sanction.reason.strip():
            text = _("“%(conduct)s”罚款 %(fine)s 元，低于法定下限 %(low)s 元而没有减轻的理由。") % values
            yield _on_decision(file, charge, text, "行政处罚法:32", _("罚款数额"))


@rule("kinds-have-a-basis", basis="行政处罚法:38.1")
def kinds_have_a_basis(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        for kind in sorted(set(sanction.kinds) - set(charge.provided_kinds) - {PenaltyKind.WARNING.value}):
            text = _("“%(conduct)s”的罚则没有规定“%(kind)s”。") % {
                "conduct": charge.violation.name,
                "kind": PenaltyKind(kind).label,
            }
            yield _on_decision(file, charge, text, "行政处罚法:38.1", _("处罚种类"))


@rule("not-heavier-than-notified", basis="行政处罚法:45.2")
def not_heavier_than_notified(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        told = next(iter(facts.sanctions([charge], "proposed", file.case.round)), None)
        if told is None:
            text = _("“%(conduct)s”没有告知过拟作出的处罚。") % {"conduct": charge.violation.name}
        elif sanction.fine > told.fine or sanction.confiscation > told.confiscation:
            text = _("“%(conduct)s”告知罚没 %(told)s 元，决定罚没 %(fine)s 元，重于告知。") % {
                "conduct": charge.violation.name,
                "told": told.fine + told.confiscation,
                "fine": sanction.fine + sanction.confiscation,
            }
        elif set(sanction.kinds) - set(told.kinds):
            text = _("“%(conduct)s”决定的处罚种类多于告知的种类。") % {"conduct": charge.violation.name}
        else:
            continue
        yield _on_decision(file, charge, text, "行政处罚法:45.2", _("处罚内容"))


@rule("decided-party-was-charged", basis="行政处罚法:40")
def decided_party_was_charged(file: CaseFile) -> Iterator[Finding]:
    charged = {charge.party_id for charge, _sanction in _decided(file)}
    named = {one.pk for one in file.parties}
    for decision in file.decisions:
        if decision.kind == "penalty" and (decision.party_id not in charged or decision.party_id not in named):
            yield Finding(
                _("决定处罚的当事人没有对应的、经调查认定的违法行为。"),
                "行政处罚法:40",
                **at(facts.decision_paper(file, decision), "penalty-decision"),
                field=_("当事人"),
                how=_("决定已经作出，不能补正；应当自行纠正。"),
            )


@rule("articles-of-the-day-of-conduct", basis="行政处罚法:37")
def articles_of_the_day_of_conduct(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        papers = [one for one in facts.final_papers(file, "penalty-decision") if one.party_id == charge.party_id]
        lines = papers[-1].content.get("charges", ()) if papers else ()
        for line in lines:
            if line.get("code") != charge.violation_code:
                continue
            cited = (line.get("violated"), line.get("penalty_basis"))
            if cited != (charge.violation.violated_text, charge.penalty_basis(sanction.kinds)):
                text = _("决定书引用的条款不是 %(on)s 有效的条款。") % {"on": charge.conduct_on}
                yield _on_decision(file, charge, text, "行政处罚法:37", _("违反"))


@rule("same-articles-notified-and-decided", basis="行政处罚法:44")
def same_articles_notified_and_decided(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        notice, paper = facts.notice_paper(file, party), facts.decision_paper(file, decision)
        if notice and paper and _articles(notice) != _articles(paper):
            yield Finding(
                _("决定书认定的违法行为或者引用的条款与通知书不一致（%(name)s）。") % {"name": party.name},
                "行政处罚法:44",
                **at(paper),
                field=_("违反"),
                locator=party.name,
                how=_("事实、依据变更的应当重新告知；决定已经作出，应当自行纠正。"),
            )


def _articles(paper: object) -> list[tuple[str, str, str]]:
    rows = paper.content.get("charges", ())  # type: ignore[attr-defined]
    return sorted((row.get("code", ""), row.get("violated", ""), row.get("penalty_basis", "")) for row in rows)


@rule("fine-matches-a-tier", basis="行政处罚法:34")
def fine_matches_a_tier(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        tiers = tiers_for(charge.violation_code, charge.conduct_on)
        inside = [
            one
            for one in tiers
            if (one.fine_min is None or sanction.fine >= one.fine_min)
            and (one.fine_max is None or sanction.fine <= one.fine_max)
        ]
        if tiers and not inside:
            text = _("罚款 %(fine)s 元不在本单位裁量基准的任何一档之内。") % {"fine": sanction.fine}
            yield _on_decision(file, charge, text, "行政处罚法:34", _("罚款数额"))


@rule("discretion-is-reasoned", basis="行政处罚法:5.2")
def discretion_is_reasoned(file: CaseFile) -> Iterator[Finding]:
    for charge, sanction in _decided(file):
        low, high = facts.lawful_fine(charge)
        if PenaltyKind.FINE in sanction.kinds and low != high and not sanction.reason.strip():
            text = _("“%(conduct)s”有裁量幅度，决定书没有说明裁量理由。") % {"conduct": charge.violation.name}
            yield _on_decision(file, charge, text, "行政处罚法:5.2", _("裁量"))
