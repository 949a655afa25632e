"""Is what is decided what the party was told, or lighter with a reason?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from cases.hearing_states import HearingState
from cases.notified import (
    current_proposal,
    differences,
    is_heavier,
    is_lighter,
    late_evidence,
    meaning_of,
    told_sanction,
)
from cases.reckoned import reckoned
from law.violations import PenaltyKind


@guard(basis="行政处罚法:44", cure=gettext_lazy("退回调查，重新告知"), by=HANDLERS, act="reopen_investigation")
def decided_as_notified(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties_in_round:
        for what in differences(ask.file, party):
            yield _("%(name)s的%(what)s与告知的不一致，应当重新告知。") % {"name": party.name, "what": what}


@guard(
    basis="行政处罚法:44",
    cure=gettext_lazy("写明补充的证据证明什么，并交当事人质证"),
    by=HANDLERS,
    act="judge_late_evidence",
)
def late_evidence_is_judged(ask: Ask) -> Iterator[Text]:
    for one in late_evidence(ask.file):
        if meaning_of(ask.file, one) is None:
            yield _("告知以后补充的证据“%(title)s”还没有说明证明什么。") % {"title": one.title}


@guard(basis="行政处罚法:44", cure=gettext_lazy("退回调查，重新告知"), by=HANDLERS, act="reopen_investigation")
def nothing_must_be_told_anew(ask: Ask) -> Iterator[Text]:
    for one in late_evidence(ask.file):
        judged = meaning_of(ask.file, one)
        if judged is not None and judged.meaning == "new":
            yield _("补充的证据“%(title)s”证明没有告知过的不利事实，应当重新告知。") % {"title": one.title}
    for statement in ask.file.statements:
        if statement.consequence == "anew":
            yield _("复核%(name)s的陈述申辩后，事实、依据或者处罚要变更，应当重新告知。") % {
                "name": statement.party.name
            }
    for hearing in ask.file.hearings:
        if hearing.state == HearingState.REPORTED and hearing.advice == "anew":
            yield _("听证报告认为%(name)s的事实、证据或者依据有变化，应当重新告知。") % {"name": hearing.party.name}


@guard(
    basis="行政处罚法:45.2",
    cure=gettext_lazy("按告知的处罚决定，或者退回调查后重新告知"),
    by=HANDLERS,
    act="reopen_investigation",
)
def not_heavier_than_notified(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges_in_round:
        notified, kept = ask.file.sanction(charge, "proposed"), told_sanction(ask.file, charge)
        intended = ask.facts.get("sanctions", {}).get(charge.pk) or _as_facts(current_proposal(ask.file, charge))
        if not notified or not intended:
            continue
        beyond = kept and any(intended[name] > Decimal(kept[name]) for name in ("fine", "confiscation"))
        if beyond or (kept and set(intended["kinds"]) - set(kept["kinds"])) or is_heavier(intended, notified):
            yield _("“%(conduct)s”的决定重于告知的处罚，不得因当事人陈述、申辩而给予更重的处罚。") % {
                "conduct": charge.violation.name
            }


@guard(basis="行政处罚法:5.2", cure=gettext_lazy("在裁量理由中写明比告知的处罚轻的理由"), by=HEAD)
def lighter_has_its_reason(ask: Ask) -> Iterator[Text]:
    rows = reckoned(ask)
    for charge in ask.file.charges_in_round:
        notified = ask.file.sanction(charge, "proposed")
        decided = ask.facts.get("sanctions", {}).get(charge.pk)
        if not notified or not decided or not decided["kinds"] or not is_lighter(decided, notified):
            continue
        low = rows[charge.pk].range.low
        if PenaltyKind.FINE in decided["kinds"] and low is not None and decided["fine"] < low:
            continue  # within_lawful_range asks for its reason.
        reason = decided.get("reason", "").strip()
        if not reason or reason == notified.reason.strip():
            yield _("“%(conduct)s”的处罚比告知的轻而没有写明理由。") % {"conduct": charge.violation.name}


@guard(
    basis="行政处罚法:45.1",
    cure=gettext_lazy("提出更轻的处理意见"),
    by=HANDLERS,
    act="lighten_proposal",
)
def promised_lightening_has_come(ask: Ask) -> Iterator[Text]:
    """Who was found right must find it again in what is proposed."""
    for statement in ask.file.statements:
        theirs = ask.file.charges_of(statement.party)
        if statement.consequence == "lighter" and not any(ask.file.sanction(one, "lightened") for one in theirs):
            yield _("采纳了%(name)s的陈述申辩，还没有提出更轻的处理意见。") % {"name": statement.party.name}


@guard(
    basis="行政处罚法:45.1",
    cure=gettext_lazy("先复核陈述申辩并采纳，或者由听证报告提出从轻的建议"),
    by=HANDLERS,
    act="answer_statement",
)
def party_was_found_right(ask: Ask) -> Iterator[Text]:
    right = any(one.accepted in ("fully", "partly") for one in ask.file.statements)
    advised = any(one.state == HearingState.REPORTED and one.advice == "lighter" for one in ask.file.hearings)
    if not right and not advised:
        yield _("还没有采纳当事人的陈述申辩，听证报告也没有建议从轻。")


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("由负责人在决定时写明理由"), by=HEAD)
def lightened_once(ask: Ask) -> Iterator[Text]:
    if any(ask.file.sanction(charge, "lightened") for charge in ask.file.charges_in_round):
        yield _("本轮已经提出过更轻的处理意见。")


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("至少有一项处罚轻于告知的内容"), by=HANDLERS)
def proposal_is_lighter(ask: Ask) -> Iterator[Text]:
    if "sanctions" not in ask.facts:
        return
    pairs = [
        (ask.facts["sanctions"].get(one.pk), ask.file.sanction(one, "proposed")) for one in ask.file.charges_in_round
    ]
    if not any(is_lighter(new, told) for new, told in pairs if new and told):
        yield _("没有一项处罚轻于告知的内容。")


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("采纳的才能从轻；不采纳的维持告知的意见或者重新告知"), by=HANDLERS)
def consequence_follows_the_answer(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("consequence") == "lighter" and ask.facts.get("accepted") == "not":
        yield _("陈述申辩没有采纳，不能据此提出更轻的处理意见。")


@guard(basis="行政处罚法:42.1", cure=gettext_lazy("由两名执法人员听取并记录"), by=HANDLERS)
def two_officers_take_it_down(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("oral") and ask.facts.get("second_taker") in (None, ask.officer):
        yield _("口头陈述申辩应当由两名执法人员听取并记录。")


def _as_facts(sanction: Any) -> dict[str, Any] | None:
    if sanction is None:
        return None
    return {name: getattr(sanction, name) for name in ("kinds", "fine", "confiscation", "other", "reason")}
