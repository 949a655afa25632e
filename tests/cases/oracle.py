"""Which rules of the statute does the case as it lies in the database break? Written from the law, not from the code.

Every threshold and period below stands here as a number on purpose: the product reads its own from law/data.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils.timezone import localdate

from cases.models import Case, Charge, Decision, Hearing, Party, Sanction
from officers.models import Certificate, RoleGrant
from tests.cases.oracle_execution import FALLEN, execution_breaches
from tests.cases.situations import working_days_later

SUBSTANCE = {
    *("add_party", "withdraw_party", "add_charge", "withdraw_charge", "add_evidence", "record_scene"),
    *("record_interview", "conclude_investigation", "record_statement", "answer_statement", "hold_hearing"),
    *("report_hearing", "treat_as_waived", "waive_hearing", "end_hearing", "lighten_proposal"),
}
"""Acts after which what a reviewer or the heads have examined is no longer what lies before them."""
CLOSED = ("closed", "archived")


def breaches(case: Case) -> list[str]:
    """Everything unlawful about the case, each with its article; nothing when all is well."""
    case = Case.objects.get(pk=case.pk)
    # One that was annulled was asked about while it stood; what is done anew since is judged by the new decision.
    standing = case.decisions.filter(kind="penalty").exclude(effect__in=FALLEN)
    found = [text for decision in standing for text in penalty_breaches(case, decision)]
    found += [text for decision in case.decisions.all() for text in decider_breaches(case, decision)]
    found += coercion_breaches(case)
    if case.state in CLOSED:
        found += closing_breaches(case)
    return found


def gate_breaches(case: Case, decision: Decision) -> list[str]:
    """Of what must precede a decision, the part that the database itself is to hold (security.md P5)."""
    found = []
    if case.assignments.filter(until=None).count() < 2:
        found.append("42: fewer than two officers")
    if decision.decided_by_id in everyone(case):
        found.append("57: the decider handled the case")
    if case.reviews.filter(reviewer=decision.decided_by).exists():
        found.append("58: the decider reviewed the case")
    if decision.kind != "penalty":
        return found
    found += hearing_breaches(case, decision)
    fired = {one.scope for one in case.fired_rules.filter(round=decision.round)}
    passed = case.reviews.filter(round=decision.round, outcome="passed", concluded_on__lte=decision.decided_on)
    if "review" in fired and not passed.exists():
        found.append("58: no review passed before the decision")
    if "discussion" in fired and not case.discussions.filter(round=decision.round, agreed=True).exists():
        found.append("57.2: no collective discussion")
    return found


# --- 行政强制法 ------------------------------------------------------------------------------------
def coercion_breaches(case: Case) -> Iterator[str]:
    handled = set(case.assignments.values_list("officer", flat=True))
    for measure in case.measures.exclude(carried_out_at=None):
        if not measure.urgent and (measure.approved_at is None or measure.approved_at > measure.carried_out_at):
            yield "18(1): carried out before it was approved"
        if measure.approved_by_id in handled:
            yield "18(1): approved by one who handles the case"
        if not (measure.heard and measure.handed_to and measure.scene_id):
            yield "18, 24: not heard, not recorded, or the decision not handed over on the spot"
        # A decision that was set aside lies in an earlier round; what is held in the new one waits for the new decision.
        if case.decisions.filter(round=case.round).exists() and measure.state in ("unreported", "reported"):
            yield "19: decided while things are held without approval"
        if case.state in CLOSED and measure.things.filter(fate__in=["held", "confiscated"]).exists():
            yield "26, 28: closed with things that nobody gave back or disposed of"


# --- 决定 -----------------------------------------------------------------------------------------
def penalty_breaches(case: Case, decision: Decision) -> Iterator[str]:
    yield from handler_breaches(case, decision.decided_on)
    yield from hearing_breaches(case, decision)
    yield from fact_breaches(case, decision)
    yield from redo_breaches(case, decision)
    yield from notice_breaches(case, decision)
    yield from police_breaches(case, decision)
    yield from dispute_breaches(case)
    if case.joined_to.filter(state="merged").exists():
        yield "29: decided although the case went into another"
    if decision.decided_on > case.filed_on + timedelta(days=93) and not late_reason(case):
        yield "60: decided late, and nobody said why"
    # The case holds what is proposed in its round of now: after a redoing, nothing of the decision that fell.
    if decision.round == case.round and case.recommendation != "penalty":
        yield "57: a penalty that nobody proposed and approved"
    if is_grave(case, decision.round) or held_hearing(case, decision.round):
        yield from review_breaches(case, decision)
    if is_grave(case, decision.round) or case.is_complex:
        yield from discussion_breaches(case, decision)


def police_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """82, 移送规定 11: a penalty never takes the place of a transfer."""
    held = case.police_transfers.exclude(state__in=["refused", "returned"])
    if held.filter(reported_on__lt=decision.decided_on).exists():
        yield "82: decided while the police have the case"


def dispute_breaches(case: Case) -> Iterator[str]:
    """25.2: while two authorities dispute it, or once it is the other's, it is not decided here."""
    if case.disputes.exclude(outcome="ours").exists():
        yield "25: decided while it is disputed whose case it is"


def redo_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """复议法 64.2, 行诉法 71: what was annulled for its substance does not come back the same."""
    for remedy in case.remedies.filter(party=decision.party, outcome="annulled", procedural=False, state="final"):
        sums = [
            sorted((one.charge_id, one.fine, one.confiscation, tuple(sorted(one.kinds))) for one in rows)
            for round_ in (remedy.decision.round, decision.round)
            if (rows := Sanction.objects.filter(charge__party=decision.party, stage="decided", round=round_))
        ]
        if remedy.decision.round != decision.round and len(sums) == 2 and sums[0] == sums[1]:
            yield "64.2: the annulled decision again"


def handler_breaches(case: Case, on: date) -> Iterator[str]:
    handlers = [one.officer for one in case.assignments.all() if one.until is None or one.until > on]
    if len(handlers) < 2:
        yield "42: fewer than two officers"
    gone = set(case.recusals.filter(state="granted", decided_on__lte=on).values_list("person", flat=True))
    for officer in handlers:
        if officer.pk in gone:
            yield f"43: {officer.name} was recused"
        if not certified(officer.pk, on):
            yield f"42: {officer.name} holds no valid certificate"


def certified(officer_id: int, on: date) -> bool:
    for card in Certificate.objects.filter(officer=officer_id, kind="enforcement", valid_from__lte=on):
        last = card.annual_reviews.filter(reviewed_on__lte=on).order_by("reviewed_on").last()
        if (card.valid_until is None or card.valid_until >= on) and (last is None or last.passed):
            return True
    return False


def hearing_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """44, 45, 62, 63: told, heard, answered."""
    party, on, round_ = decision.party, decision.decided_on, decision.round
    notices = case.documents.filter(form_key="violation-notice", party=party, subject_key=f"round-{round_}")
    served = case.services.filter(document__in=notices.exclude(state="voided"), served_on__lte=on).first()
    if served is None:
        yield f"62: no notice reached {party.name}"
        return
    said = case.statements.filter(party=party, round=round_)
    asked = case.hearings.filter(round=round_, party=party)
    if not said.filter(kind="waiver").exists():
        if on <= working_days_later(served.served_on, 3):
            yield f"44: {party.name} could still speak"
        if had_hearing_right(party, round_) and not asked and on <= working_days_later(served.served_on, 5):
            yield f"64: {party.name} could still ask for a hearing"
    if said.filter(kind="statement", answered_on=None).exists():
        yield f"45: {party.name} was not answered"
    lightened = Sanction.objects.filter(charge__party=party, stage="lightened", round=round_)
    if said.filter(consequence="lighter").exists() and not lightened.exists():
        yield f"45: {party.name} was found right and is punished as before"
    over = ["reported", "refused", "waived", "ended"]
    if asked.exclude(state__in=over).exists() or asked.filter(held_on__gt=on).exists():
        yield f"63: the hearing of {party.name} is not over"
    for one in asked:
        yield from conduct_breaches(case, one, had_hearing_right(party, round_), served.served_on)


def conduct_breaches(case: Case, hearing: Hearing, has_right: bool, told_on: date) -> Iterator[str]:
    """64: not refused to whom it is due; announced in time, held on its day by people who did not investigate."""
    name = hearing.party.name
    if hearing.state == "refused" and has_right and hearing.requested_on <= working_days_later(told_on, 5):
        yield f"63: {name} asked in time and was not heard"
    if {hearing.chair_id, hearing.recorder_id} & everyone(case):
        yield f"64(4): an investigator conducted the hearing of {name}"
    if hearing.held_on is None:
        return
    if hearing.held_on < localdate(hearing.set_for):
        yield f"64: the hearing of {name} was held before its day"
    if hearing.held_on <= working_days_later(hearing.convened_on, 7):
        yield f"64(2): {name} was told less than seven working days before"
    if not {"charge", "defence"} <= {one["stage"] for one in hearing.stages if one["text"]}:
        yield f"64(7): the record does not say what both sides said at the hearing of {name}"


def proposed(party: Party, round_: int) -> list[tuple[Decimal, Decimal]]:
    charges = party.charges.filter(withdrawn_on=None)
    return [
        (one.fine, one.confiscation)
        for charge in charges
        for one in charge.sanctions.filter(stage="proposed", round=round_)
    ]


def had_hearing_right(party: Party, round_: int) -> bool:
    limit = 50000 if party.kind == "organisation" else 5000
    fines, taken = (
        (sum(column) for column in zip(*proposed(party, round_), strict=True)) if proposed(party, round_) else (0, 0)
    )
    return fines >= limit or taken >= limit


def is_grave(case: Case, round_: int) -> bool:
    """The bureau's list: 5,000 yuan for a person, 50,000 for an organisation, fined or confiscated."""
    parties = case.parties.filter(withdrawn_on=None)
    return (
        any(had_hearing_right(party, round_) for party in parties) or case.is_complex or case.concerns_public_interest
    )


def held_hearing(case: Case, round_: int) -> bool:
    return case.hearings.filter(round=round_, held_on__isnull=False).exists()


def fact_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """5, 9, 36, 40, 45.2: facts proved, within the law, not heavier than announced."""
    if not case.evidence.exists() or not case.inquiries.exists():
        yield "40: decided without evidence"
    for charge in decision.party.charges.filter(withdrawn_on=None):
        decided = charge.sanctions.filter(stage="decided", round=decision.round).first()
        announced = charge.sanctions.filter(stage="proposed", round=decision.round).first()
        if decided is None or not (decided.kinds or twins(charge)):
            yield "57: a penalty that imposes nothing"
        elif announced is None or not set(decided.kinds) <= set(announced.kinds):
            yield "44: a kind of penalty that was not announced"
        elif decided.fine > announced.fine or decided.confiscation > announced.confiscation:
            yield "45.2: heavier than announced"
        if decided and "fine" in decided.kinds and decided.fine < overload_minimum(charge) and not decided.reason:
            yield "5: below the lawful minimum without a reason"
        if decided:
            yield from income_breaches(charge, decided)
        # 28.2: illegal income is confiscated whatever the penalty article says.
        always = {"warning", "confiscate_income"} if charge.illegal_income else {"warning"}
        if decided and not set(decided.kinds) <= {*charge.violation.kinds, *always}:
            yield "9: a kind of penalty that the law does not provide"
        if decided and decided.fine:
            yield from discretion_breaches(charge, decided)


def income_breaches(charge: Charge, decided: Sanction) -> Iterator[str]:
    """28.2: all of the illegal income and no more, but for what goes back to somebody by law."""
    income, gone = charge.illegal_income or 0, decided.confiscation + decided.returned
    if not twins(charge) and gone != income:
        yield f"28.2: {income} came in, {gone} is accounted for"
    if decided.returned and not decided.returned_to.strip():
        yield "28.2: something goes back, and nobody knows to whom"


EXEMPT = {"unable_to_discern", "minor_corrected", "no_fault"}


def discretion_breaches(charge: Charge, decided: Sanction) -> Iterator[str]:
    """29, 30, 31, 33, 34: one fine for one act, none where the law exempts, no other step without a reason."""
    found = charge.reckonings.filter(round=decided.round).first()
    if any(one.sanctions.filter(stage="decided", round=decided.round, fine__gt=0) for one in twins(charge)):
        yield "29: two fines for one act"
    if found and EXEMPT & set(found.circumstances):
        yield "33: punished although exempt"
    if found is None or found.tier_low is None or decided.reason.strip():
        return
    if found.range_low <= decided.fine and not found.tier_low <= decided.fine <= found.tier_high:
        yield "34: outside the step that was found, without a reason"


def twins(charge: Charge) -> list[Charge]:
    """The other charges for the same conduct."""
    root = charge.same_act_as_id or charge.pk
    same = charge.party.charges.filter(Q(pk=root) | Q(same_act_as=root), withdrawn_on=None)
    return list(same.exclude(pk=charge.pk))


def notice_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """44, 45: the paper that the party received says the facts that were decided, and nothing new came against it."""
    notice = case.documents.filter(
        form_key="violation-notice", party=decision.party, subject_key=f"round-{decision.round}", state="served"
    ).last()
    if notice is None:
        return  # hearing_breaches says so
    charges = decision.party.charges.filter(withdrawn_on=None).order_by("pk")
    if notice.content["facts"] != "\n".join(one.facts for one in charges):
        yield "44: other facts than the notice told"
    for one in case.evidence.filter(added_on__gt=notice.issued_on):
        judged = case.late_evidence.filter(evidence=one).first()
        if judged is None:
            yield f"44: {one.title} came after the notice and nobody said what it proves"
        elif judged.meaning == "new":
            yield f"44: {one.title} proves what the party was not told"
    if case.statements.filter(round=decision.round, consequence="anew").exists():
        yield "44: a changed case that was not announced anew"
    for charge in charges:
        decided = charge.sanctions.filter(stage="decided", round=decision.round).first()
        told = charge.sanctions.filter(stage="proposed", round=decision.round).first()
        if decided and told and decided.reason == told.reason and decided.confiscation < told.confiscation:
            yield "5: lighter than announced without a reason"


def overload_minimum(charge: Charge) -> int:
    """超限运输规定 43: 500 yuan for each full tonne above the limit; 0 for every other conduct."""
    return (charge.total_kg - charge.limit_kg) // 1000 * 500 if charge.total_kg and charge.limit_kg else 0


def late_reason(case: Case) -> str:
    """Extended, or explained in the decision itself; a holiday may move the ninetieth day by three."""
    if case.terms.filter(key="decide", extensions__isnull=False).exists():
        return "extended"
    decided = case.record.filter(act="decide_penalty").order_by("cseq").last()
    return str(json.loads(decided.payload.body)["facts"].get("late_reason", "")) if decided else ""


def review_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """58: passed, by the right person, on what was decided."""
    review = case.reviews.filter(round=decision.round).order_by("pk").last()
    if review is None or review.outcome != "passed" or review.concluded_on > decision.decided_on:
        yield "58: no review passed before the decision"
        return
    chairs = case.hearings.filter(round=decision.round).values_list("chair", "recorder")
    if review.reviewer_id in everyone(case) or any(review.reviewer_id in pair for pair in chairs):
        yield "58: the reviewer took part in the case"
    if not Certificate.objects.filter(officer=review.reviewer, kind="legal").exists():
        yield "58.2: the reviewer is not qualified"
    if sorted(point.number for point in review.points.all()) != list(range(1, 9)):
        yield "58: the eight points were not answered"
    if any(not point.satisfied for point in review.points.all()):
        yield "58: passed with a point that is not satisfied"
    if changed_since(case, ("submit_for_review", "resubmit_for_review")):
        yield "58: what was reviewed is not what was decided"


def discussion_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """57.2: the heads together, with every voice."""
    last = case.discussions.filter(round=decision.round).order_by("pk").last()
    if last is None or localdate(last.ended_at) > decision.decided_on:
        yield "57.2: no collective discussion"
        return
    voices = list(last.voices.all())
    agreeing = [one for one in voices if one.vote == "agree" and is_head(one.officer_id)]
    if len(agreeing) < 2 or len(agreeing) * 2 <= len(voices):
        yield "57.2: fewer than two heads, or no majority, agreed"
    if any(one.officer_id in everyone(case) for one in voices):
        yield "57.2: a handler voted"
    if not all(one.signed and one.reason and one.opinion for one in voices):
        yield "57.2: a voice is incomplete"
    if changed_since(case, ("hold_discussion",)):
        yield "57.2: what was discussed is not what was decided"


def decider_breaches(case: Case, decision: Decision) -> Iterator[str]:
    """57: the head decides, and has neither investigated nor reviewed."""
    if not is_head(decision.decided_by_id):
        yield "57: not decided by a head"
    if decision.decided_by_id in everyone(case):
        yield "57: the decider handled the case"
    if case.reviews.filter(reviewer=decision.decided_by).exists():
        yield "58: the decider reviewed the case"
    if case.recusals.filter(state="granted", person=decision.decided_by, decided_on__lte=decision.decided_on):
        yield "43: the decider was recused"
    if case.decisions.filter(party=decision.party).exclude(effect__in=["annulled", "invalid"]).count() > 1:
        yield "29: decided twice"
    if decision.kind == "no_penalty":
        if not case.exit_reason.strip():
            yield "33.3: no education recorded"
        corrected = case.corrections.filter(party=decision.party, corrected_on__isnull=False)
        if decision.ground == "first_offence" and not corrected.exists():
            yield "33.1: not corrected"


def everyone(case: Case) -> set[int]:
    return set(case.assignments.values_list("officer", flat=True))


def is_head(officer_id: int) -> bool:
    return RoleGrant.objects.filter(officer=officer_id, role="bureau_head", ended_on=None).exists()


def changed_since(case: Case, acts: tuple[str, ...]) -> bool:
    """Did a fact enter the file after the last of these acts? The record knows the order."""
    order = [json.loads(one.header)["type"] for one in case.record.order_by("cseq")]
    last = max((place for place, act in enumerate(order) if act in acts), default=-1)
    return any(act in SUBSTANCE for act in order[last + 1 :])


# --- 结案 -----------------------------------------------------------------------------------------
def closing_breaches(case: Case) -> Iterator[str]:
    """116, 67, 48, 61: nothing owed, nothing unserved, nothing unpublished, nothing left to carry out or put back."""
    yield from execution_breaches(case)
    for decision in case.decisions.all():
        papers = case.documents.filter(form_key__in=["penalty-decision", "no-penalty-decision"], party=decision.party)
        if not case.services.filter(document__in=papers.exclude(state="voided")).exists():
            yield f"61: {decision.party.name} never received the decision"
        charges = decision.party.charges.filter(withdrawn_on=None)
        rows = [one for charge in charges for one in charge.sanctions.filter(stage="decided")]
        owed = sum(one.fine + one.confiscation for one in rows)
        paid = sum(one.amount for one in case.payments.filter(party=decision.party))
        if paid < owed and decision.effect not in ("annulled", "invalid"):
            yield f"67: {decision.party.name} still owes {owed - paid}"
    if case.decisions.filter(kind="penalty").exists():
        publish = case.terms.filter(key="publish")
        if not publish.exists() or publish.filter(ended_on=None).exists():
            yield "48: not published and not excused"
    if case.corrections.filter(corrected_on=None).exists():
        yield "28: the correction was not checked"
