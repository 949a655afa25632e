"""May this outcome, answer or new decision follow from a reconsideration or a lawsuit?"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from officers.roles import Role

LEGAL = Role.LEGAL_REVIEWER.label


@guard(basis="行政复议法:20.1;行政诉讼法:46.1", cure=gettext_lazy("只登记针对已经送达的决定的复议、诉讼"), by=LEGAL)
def decision_can_be_contested(ask: Ask) -> Iterator[Text]:
    decision = ask.facts.get("decision")
    if not ask.file.decisions:
        yield _("本案没有有效的决定，没有可以申请复议或者起诉的对象。")
    elif decision and decision.effect in ("annulled", "invalid"):
        yield _("对%(name)s的决定已经被撤销或者确认无效。") % {"name": decision.party.name}


@guard(basis="行政复议法:29", cure=gettext_lazy("等前一件有了结果再登记"), by=LEGAL, act="remedy.record_outcome")
def no_remedy_is_pending(ask: Ask) -> Iterator[Text]:
    """While one is pending neither the other nor the same again is accepted."""
    decision = ask.facts.get("decision")
    for one in ask.file.remedies:
        if decision and one.decision_id == decision.pk and one.state != "final":
            yield _("%(title)s还没有了结，不得就同一决定再申请复议或者起诉。") % {"title": str(one)}


@guard(basis="行政复议法:48;行政诉讼法:67", cure=gettext_lazy("随答复（答辩）一并提交作出决定的证据和依据"), by=LEGAL)
def answer_brings_evidence(ask: Ask) -> Iterator[Text]:
    # What is not handed in in time counts as not there: the decision would fall for want of evidence.
    if "evidence_submitted" in ask.facts and not ask.facts["evidence_submitted"]:
        yield _("没有随答复（答辩）提交证据和依据的，视为没有相应证据。")


@guard(basis="行政复议法:42", cure=gettext_lazy("先登记停止执行"), by=LEGAL)
def execution_is_stayed(ask: Ask) -> Iterator[Text]:
    if not (ask.subject.stay_since and ask.subject.stay_until is None):
        yield _("执行没有停止，不用恢复。")


@guard(basis="行政复议法:42", cure=gettext_lazy("先登记恢复执行"), by=LEGAL)
def execution_is_not_stayed(ask: Ask) -> Iterator[Text]:
    if ask.subject.stay_since and ask.subject.stay_until is None:
        yield _("已经登记停止执行（%(since)s 起）。") % {"since": ask.subject.stay_since}


@guard(
    basis="行政复议法:63.2;行政诉讼法:77.2", cure=gettext_lazy("核对决定书；第三人提出相反请求的，勾选说明"), by=LEGAL
)
def change_is_not_heavier(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("outcome") != "changed" or ask.facts.get("third_party_asked"):
        return
    for charge in ask.file.charges:
        sums = ask.facts.get("changed_to", {}).get(str(charge.pk))
        before = ask.file.sanction(charge, "decided", ask.subject.decision.round)
        if not sums or before is None:
            continue
        if Decimal(sums["fine"]) > before.fine or Decimal(sums["confiscation"]) > before.confiscation:
            yield _("“%(conduct)s”变更后的金额高于原决定，变更不得对申请人更为不利。") % {
                "conduct": charge.violation.name
            }


@guard(
    basis="行政诉讼法:85", cure=gettext_lazy("复议决定和二审裁判不能上诉，登记生效"), by=LEGAL, act="remedy.take_effect"
)
def may_be_appealed(ask: Ask) -> Iterator[Text]:
    if ask.subject.kind != "litigation" or ask.subject.instance > 1:
        yield _("只有一审判决、裁定可以上诉。")


@guard(basis="行政诉讼法:85", cure=gettext_lazy("逾期不上诉的，登记生效"), by=LEGAL, act="remedy.take_effect")
def appeal_period_runs(ask: Ask) -> Iterator[Text]:
    for term in ask.file.terms_about(ask.subject, "appeal"):
        if ask.on > term.due_on:
            yield _("上诉期已于 %(due)s 届满。") % {"due": term.due_on}


@guard(basis="行政诉讼法:85", cure=gettext_lazy("等上诉期届满，或者登记上诉"), by=LEGAL, act="remedy.register_appeal")
def appeal_period_is_over(ask: Ask) -> Iterator[Text]:
    for term in ask.file.terms_about(ask.subject, "appeal"):
        if term.ended_on is None and ask.on <= term.due_on and ask.subject.instance == 1:
            yield _("上诉期到 %(due)s 届满，一审判决还没有生效。") % {"due": term.due_on}


@guard(
    basis="行政复议法:64;行政诉讼法:70",
    cure=gettext_lazy("原决定仍然有效的，不得就同一行为再作决定（行政处罚法第二十九条）"),
    by=HEAD,
)
def redo_is_possible(ask: Ask) -> Iterator[Text]:
    if not any(one.effect in ("annulled", "invalid") for one in ask.file.all_decisions):
        yield _("本案没有被撤销或者确认无效的决定，不能重新处理。")
    elif all(ask.file.standing_decision(party) for party in ask.file.parties):
        yield _("每名当事人都有有效的决定。")


@guard(
    basis="行政复议法:64.2;行政诉讼法:71",
    cure=gettext_lazy("查清新的事实或者改变处罚"),
    by=HANDLERS,
    act="reopen_investigation",
)
def not_the_same_again(ask: Ask) -> Iterator[Text]:
    """Annulled for its substance, a decision must not come back on the same facts and reasons."""
    proposed = ask.facts.get("sanctions", {})
    for remedy in ask.file.remedies:
        if remedy.outcome != "annulled" or remedy.procedural or remedy.state != "final":
            continue
        theirs = [one for one in ask.file.charges if one.party_id == remedy.party_id and one.pk in proposed]
        pairs = [(proposed[one.pk], ask.file.sanction(one, "decided", remedy.decision.round)) for one in theirs]
        same = [
            before is not None
            and (set(now["kinds"]), now["fine"], now["confiscation"])
            == (set(before.kinds), before.fine, before.confiscation)
            for now, before in pairs
        ]
        if same and all(same):
            yield _("对%(name)s的处罚与被撤销的决定（%(number)s）相同，不得以同一事实和理由作出基本相同的决定。") % {
                "name": remedy.party.name,
                "number": remedy.outcome_number,
            }


@guard(
    basis="程序规定:116",
    cure=gettext_lazy("等复议、诉讼有生效结果以后再结案"),
    by=LEGAL,
    act="remedy.record_outcome",
    title=gettext_lazy("复议、诉讼都已了结"),
)
def remedies_are_over(ask: Ask) -> Iterator[Text]:
    for one in ask.file.remedies:
        if one.state != "final":
            yield _("%(title)s还没有生效结果。") % {"title": str(one)}


@guard(
    basis="行政复议法:77;行政诉讼法:96",
    cure=gettext_lazy("重新调查处理"),
    by=HEAD,
    act="redo_case",
    title=gettext_lazy("责令重新作出的决定已经作出"),
)
def redo_is_done(ask: Ask) -> Iterator[Text]:
    for term in ask.file.open_terms("redo"):
        if ask.file.standing_decision(term.party) is None:
            yield _("责令重新作出的决定还没有作出，期限到 %(due)s。") % {"due": term.due_on}
