"""With which facts may each act be tried: what an officer would lawfully fill in, and what none may?

One function per act; it looks at the case and names the rows an act could be about. No row, no try. An act of a legal
object is named `slug.key`, as in a guard's cure_act.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from bureau.sample.story import CLEAN_RECORD, Cast, at
from cases.case_file import CaseFile
from tests.cases.situations import sanctions_of, working_days_later

Facts = dict[str, Any]
OPINION = {"opinion": "同意。"}
REPORT = {"findings": "查明的事实。", "opinion": "建议。", "is_complex": False, "concerns_public_interest": False}


@dataclass(frozen=True)
class Try:
    """Facts for one act; `lawful` is our reading of the statute, never asked of the product."""

    label: str
    facts: Facts
    lawful: bool = True


@dataclass(frozen=True)
class Table:
    """What a mover may look at; subject: the legal object of the act, where it is not the case itself."""

    file: CaseFile
    cast: Cast
    on: date
    subject: Any = None


Mover = Callable[[Table], Iterator[Try]]
MOVES: dict[str, Mover] = {}


def moves(*keys: str) -> Callable[[Mover], Mover]:
    def keep(mover: Mover) -> Mover:
        MOVES.update(dict.fromkeys(keys, mover))
        return mover

    return keep


@moves(
    *("propose_filing", "endorse_filing", "return_filing", "approve_filing", "refuse_filing"),
    *("endorse_report", "return_report", "approve_report", "withdraw_case", "reopen_investigation"),
    *("endorse_closing", "approve_closing"),
)
def opinion(table: Table) -> Iterator[Try]:
    yield Try("opinion", OPINION)


@moves("issue_notice", "submit_for_review", "resubmit_for_review", "submit_for_decision")
def nothing(table: Table) -> Iterator[Try]:
    yield Try("nothing", {})


@moves("conclude_investigation")
def conclude(table: Table) -> Iterator[Try]:
    full = sanctions_of(table.file)
    yield Try("penalty", REPORT | {"recommendation": "penalty", "sanctions": full})
    yield Try("no_penalty", REPORT | {"recommendation": "no_penalty", "sanctions": {}})
    yield Try("withdraw", REPORT | {"recommendation": "withdraw", "sanctions": {}})
    yield Try("transfer", REPORT | {"recommendation": "transfer", "sanctions": {}})
    yield Try("no sum", REPORT | {"recommendation": "penalty", "sanctions": {}}, lawful=False)
    foreign = sanctions_of(table.file, kinds=["close"])
    yield Try("kind not provided", REPORT | {"recommendation": "penalty", "sanctions": foreign}, lawful=False)


@moves("transfer_case")
def transfer(table: Table) -> Iterator[Try]:
    yield Try("transfer", OPINION | {"transferred_to": "邻旗交通运输局"})


@moves("serve_notice", "serve_decision")
def serve(table: Table) -> Iterator[Try]:
    forms = (
        {"violation-notice"} if table.file.case.state == "notifying" else {"penalty-decision", "no-penalty-decision"}
    )
    waiting = [one for one in table.file.papers if one.form_key in forms and one.state == "issued"]
    for document in waiting:
        yield Try(
            f"paper of {document.party.name}",
            {
                "document": document,
                "manner": "direct",
                "place": "样例旗",
                "receiver": "本人",
                "receiver_relation": "本人",
                "second_server": table.cast["陈军"],
            },
        )


@moves("record_statement")
def statement(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        yield Try("statement", {"party": party, "oral": False, "text": "请求从轻。"})


@moves("record_waiver")
def waiver(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        if not table.file.has_waived(party):
            yield Try(f"waiver of {party.name}", {"party": party, "text": "书面声明放弃。"})
            return


@moves("answer_statement")
def answer(table: Table) -> Iterator[Try]:
    for one in table.file.statements:
        if one.kind == "statement" and one.answered_on is None:
            yield Try("answer", {"statement": one, "accepted": "not", "answer": "不是法定从轻情形。"})
            yield Try("found right", {"statement": one, "accepted": "partly", "answer": "属实。"})


def points(wrong: tuple[int, ...] = (), count: int = 8) -> list[Facts]:
    return [
        {"number": one, "question": "?", "satisfied": one not in wrong, "remark": "不符" if one in wrong else ""}
        for one in range(1, count + 1)
    ]


@moves("pass_review")
def pass_review(table: Table) -> Iterator[Try]:
    yield Try("eight points", OPINION | {"points": points()})
    yield Try("one point wrong", OPINION | {"points": points(wrong=(4,))}, lawful=False)
    yield Try("seven points", OPINION | {"points": points(count=7)}, lawful=False)


@moves("return_review")
def return_review(table: Table) -> Iterator[Try]:
    comments = [{"place": "全案", "text": "补充称重单。"}]
    yield Try("return", OPINION | {"points": points(wrong=(4,)), "outcome": "returned", "comments": comments})


@moves("request_reexamination")
def request_reexamination(table: Table) -> Iterator[Try]:
    last = table.file.last_review
    if last and last.outcome == "returned" and not last.re_examines_id:
        yield Try("once more", {"request": "称重单已经在案。"})


@moves("raise_review_dispute")
def raise_review_dispute(table: Table) -> Iterator[Try]:
    last = table.file.last_review
    if last and last.outcome == "returned" and last.re_examines_id:
        yield Try("to the heads", {"reasons": "称重单已经在案。"})


@moves("ask_counsel")
def ask_counsel(table: Table) -> Iterator[Try]:
    yield Try("counsel", {"counsel": table.cast["严律"], "question": "九吨的认定是否需要称重？"})


@moves("answer_comments")
def answer_comments(table: Table) -> Iterator[Try]:
    open_ones = [one for review in table.file.reviews for one in review.comments.all() if one.answered_on is None]
    if open_ones:
        yield Try("answers", {"answers": {one.pk: "已补充。" for one in open_ones}})


def meeting(table: Table, votes: dict[str, str], agreed: bool) -> Facts:
    voices = [
        {"officer": table.cast[name], "vote": vote, "opinion": "意见", "reason": "理由", "signed": True}
        for name, vote in votes.items()
    ]
    return {
        "started_at": at(table.on, 9),
        "ended_at": at(table.on, 10),
        "place": "会议室",
        "reporter": table.cast["王强"],
        "recorder": table.cast["韩雪"],
        "report": "汇报",
        "conclusion": "结论",
        "agreed": agreed,
        "voices": voices,
    }


@moves("hold_discussion")
def discuss(table: Table) -> Iterator[Try]:
    three = {"卫国": "agree", "蒋平": "agree", "沈红": "disagree"}
    yield Try("two of three agree", meeting(table, three, True))
    yield Try("not agreed", meeting(table, {"卫国": "disagree", "蒋平": "disagree"}, False))
    yield Try("one head", meeting(table, {"卫国": "agree"}, True), lawful=False)
    yield Try("handler votes", meeting(table, {"卫国": "agree", "李明": "agree"}, True), lawful=False)
    yield Try("outvoted", meeting(table, {"卫国": "agree", "蒋平": "disagree", "沈红": "disagree"}, True), lawful=False)
    unsigned = meeting(table, three, True)
    unsigned["voices"] = [one | {"signed": False} for one in unsigned["voices"]]
    yield Try("unsigned", unsigned, lawful=False)


@moves("decide_penalty")
def decide(table: Table) -> Iterator[Try]:
    def decision(**changed: Any) -> Facts:
        return OPINION | {"late_reason": "", "sanctions": sanctions_of(table.file, **changed)}

    yield Try("as notified", decision())
    yield Try("heavier", decision(fine=Decimal(90000)), lawful=False)
    yield Try("nothing imposed", decision(kinds=[], fine=Decimal(0), confiscation=Decimal(0)), lawful=False)


@moves("decide_no_penalty")
def decide_no_penalty(table: Table) -> Iterator[Try]:
    told = OPINION | {"late_reason": "", "education": "当面讲解。", "harm": "没有危害后果。"}
    proof = next(iter(table.file.evidence), None)
    if proof:
        yield Try("no subjective fault", told | {"ground": "no_fault", "shown_by": proof})
    yield Try("no fault without a proof", told | {"ground": "no_fault"}, lawful=False)
    yield Try("of age", told | {"ground": "under_14", "guardian": "田某"}, lawful=False)
    corrected = {one.party_id for one in table.file.case.corrections.all() if one.corrected_on}
    lawful = all(one.pk in corrected for one in table.file.parties)
    yield Try("first offence", told | {"ground": "first_offence"}, lawful=lawful)
    yield Try("no education", told | {"ground": "no_fault", "education": " ", "shown_by": proof}, lawful=False)


@moves("extend_decision_period")
def extend(table: Table) -> Iterator[Try]:
    yield Try("extend", {"reason": "案情复杂。"})


@moves("record_payment")
def pay(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        left = table.file.owed_by(party) - table.file.paid_by(party)
        if left > 0:
            receipt = f"R-{table.file.case.pk}-{party.pk}-{table.file.paid_by(party)}"
            facts = {"party": party, "channel": "bank", "receipt_number": receipt}
            yield Try(f"all of {party.name}", facts | {"amount": left})
            yield Try(f"one yuan of {party.name}", facts | {"amount": Decimal(1)})


@moves("propose_closing")
def close(table: Table) -> Iterator[Try]:
    yield Try("close", OPINION | {"closing_note": "已履行完毕。"})


@moves("copy_to_home_authority")
def copy(table: Table) -> Iterator[Try]:
    due = [one for one in table.file.terms if one.key == "copy_home_authority" and one.ended_on is None]
    yield Try("copy", {"authority": "某旗交通运输局", "plate": "蒙G99871"}, lawful=bool(due))


@moves("archive")
def archive(table: Table) -> Iterator[Try]:
    yield Try("archive", {"archive_number": "2026-1"})


# --- facts that enter the file ------------------------------------------------------------------
@moves("add_party")
def add_party(table: Table) -> Iterator[Try]:
    name = f"新当事人{len(table.file.case.parties.all())}"
    yield Try("party", {"kind": "individual", "name": name, "id_number": "x", "address": "样例旗"})


@moves("add_charge")
def add_charge(table: Table) -> Iterator[Try]:
    for party in table.file.parties[-1:]:
        conduct = {"violation_code": "HY-012", "conduct_on": table.file.case.occurred_on, "facts": "另一行为。"}
        yield Try("charge", conduct | {"party": party})


@moves("withdraw_party")
def withdraw_party(table: Table) -> Iterator[Try]:
    for party in table.file.parties[-1:]:
        yield Try("withdraw party", {"party": party, "reason": "不是行为人。"})


@moves("withdraw_charge")
def withdraw_charge(table: Table) -> Iterator[Try]:
    for charge in table.file.charges[-1:]:
        yield Try("withdraw charge", {"charge": charge, "reason": "事实不成立。"})


@moves("add_evidence")
def add_evidence(table: Table) -> Iterator[Try]:
    kind = {"kind": "documentary", "title": "称重单", "source": "治超站", "proves": "质量"}
    form = {"formalities": {"original": "原件"}, "supports": [(one.pk, 1) for one in table.file.charges]}
    yield Try("evidence", kind | form | {"collected_on": table.on})


@moves("record_scene", "record_interview", "record_inspection")
def inquiry(table: Table) -> Iterator[Try]:
    if len(table.file.handlers) < 2:
        return
    # Nobody makes a record with oneself: each of the two has the other as partner.
    for partner in table.file.handlers[::-1]:
        yield Try(
            f"inquiry with {partner.name}",
            CLEAN_RECORD
            | {
                "second_officer": partner,
                "started_at": at(table.on, 14),
                "ended_at": at(table.on, 15),
                "place": "样例旗",
                "person_name": "田大力",
                "person_relation": "驾驶人",
            },
        )


@moves("assign_officer")
def assign(table: Table) -> Iterator[Try]:
    handling = {one.pk for one in table.file.handlers}
    free = [table.cast[name] for name in ("李明", "王强", "赵刚") if table.cast[name].pk not in handling]
    gone = {one.person_id for one in table.file.case.recusals.all() if one.state == "granted"}
    for one in free:
        yield Try(f"assign {one.name}", {"assigned": one, "reason": "增加力量。"}, lawful=one.pk not in gone)


@moves("recuse_officer")
def recuse(table: Table) -> Iterator[Try]:
    for officer in table.file.handlers[::-1]:
        asked = any(one.person_id == officer.pk for one in table.file.case.recusals.all())
        yield Try(f"recuse {officer.name}", {"recused": officer, "reason": "近亲属。"}, lawful=not asked)


@moves("order_correction")
def order(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        yield Try("order", {"party": party, "content": "立即补办。", "due_on": None})


def later(on: date, file: CaseFile) -> date:
    """The first day on which no party may still use a period of its own (five working days), nor awaits a hearing."""
    served = [file.notice_served_on(party) for party in file.parties]
    ends = [working_days_later(one, 5) + timedelta(days=1) for one in served if one]
    set_for = [localdate(one.set_for) for one in file.hearings if one.set_for]
    return max([on, *ends, *set_for])
