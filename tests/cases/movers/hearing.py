"""Around a hearing: the facts that a handler, a chair or a head would fill in."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate

from bureau.sample.story import at
from tests.cases.moves import Facts, Table, Try, moves
from tests.cases.situations import working_days_later

STAGES = ("opening", "charge", "evidence", "defence", "debate", "last")


@moves("request_hearing")
def request_hearing(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        asked = any(one.party_id == party.pk for one in table.file.hearings)
        if table.file.notice_served_on(party) and not asked:
            yield Try(f"hearing for {party.name}", {"party": party, "oral": False})


def asked_in_time(table: Table) -> bool:
    party = table.subject.party
    served = table.file.notice_served_on(party)
    grave = any(one.fine >= 50000 for one in table.file.sanctions_of(party, "proposed"))
    return bool(served) and grave and table.subject.requested_on <= working_days_later(served, 5)


def of_this_round(table: Table) -> bool:
    return bool(table.file.case.state == "notified" and table.subject.round == table.file.case.round)


def was_told_in_time(table: Table) -> bool:
    """Seven full working days between the service of what set the day and the day (行政处罚法 64(2))."""
    forms = ("hearing-notice", "hearing-change-notice")
    told = [one for one in table.file.services if one.document.form_key in forms and one.document.issued_on]
    day = table.subject.set_for
    return bool(told and day) and localdate(day) > working_days_later(told[-1].served_on, 7)


def its_day_has_come(table: Table) -> bool:
    return bool(table.subject.set_for and localdate(table.subject.set_for) <= table.on)


def setting(table: Table, day: date) -> Facts:
    return {"set_for": at(day, 9), "place": "听证室"}


@moves("hearing.convene_hearing")
def convene(table: Table) -> Iterator[Try]:
    lawful = of_this_round(table) and asked_in_time(table)
    people = {"chair": table.cast["褚文"], "recorder": table.cast["朱玉"], "is_public": True, "private_reason": ""}
    in_time = setting(table, working_days_later(table.on, 8)) | people
    yield Try("convene", in_time, lawful)
    yield Try("too soon", in_time | setting(table, working_days_later(table.on, 7)), lawful=False)
    yield Try("handler chairs", in_time | {"chair": table.cast["李明"]}, lawful=False)
    yield Try("private without a reason", in_time | {"is_public": False}, lawful=False)


@moves("hearing.refuse_hearing")
def refuse(table: Table) -> Iterator[Try]:
    lawful = of_this_round(table) and not asked_in_time(table)
    yield Try("refused", {"ground": "refused-late", "reason": "逾期。"}, lawful)


@moves("hearing.hold_hearing")
def hold(table: Table) -> Iterator[Try]:
    held = {
        "started_at": at(table.on, 9),
        "ended_at": at(table.on, 10),
        "stages": [{"stage": one, "speaker": "", "text": "已记录。"} for one in STAGES],
        "exhibits": [{"evidence": one.pk, "title": one.title, "opinion": "无异议。"} for one in table.file.evidence],
        "signed": True,
    }
    lawful = of_this_round(table) and its_day_has_come(table) and was_told_in_time(table)
    yield Try("held", held, lawful)
    yield Try("no last words", held | {"stages": held["stages"][:-1]}, lawful=False)


@moves("hearing.report_hearing")
def report(table: Table) -> Iterator[Try]:
    yield Try("report", {"report": "情况。", "opinion": "意见。", "advice": "as_notified"}, of_this_round(table))


@moves("hearing.postpone_hearing")
def postpone(table: Table) -> Iterator[Try]:
    change = {"ground": "postponed-other", "reason": "会场停电。"}
    yield Try("postponed", change | setting(table, working_days_later(table.on, 8)), of_this_round(table))
    yield Try("too soon", change | setting(table, working_days_later(table.on, 7)), lawful=False)


@moves("hearing.suspend_hearing")
def suspend(table: Table) -> Iterator[Try]:
    yield Try("suspended", {"ground": "suspended-new-evidence", "reason": "重新鉴定。"}, of_this_round(table))


@moves("hearing.resume_hearing")
def resume(table: Table) -> Iterator[Try]:
    facts = {"reason": "鉴定完毕。"} | setting(table, working_days_later(table.on, 8))
    yield Try("resumed", facts, of_this_round(table))


@moves("hearing.treat_as_waived")
def absent(table: Table) -> Iterator[Try]:
    lawful = of_this_round(table) and its_day_has_come(table) and was_told_in_time(table)
    yield Try("absent", {"ground": "ended-absent", "reason": "没有到场，也没有说明理由。"}, lawful)


@moves("hearing.waive_hearing")
def withdrawn(table: Table) -> Iterator[Try]:
    yield Try("withdrawn", {"reason": "当事人书面撤回。"}, of_this_round(table))


@moves("hearing.end_hearing")
def ended(table: Table) -> Iterator[Try]:
    yield Try("ended", {"ground": "ended-notice-withdrawn", "reason": "重新告知。"}, of_this_round(table))


@moves("hearing.register_agent")
def agent(table: Table) -> Iterator[Try]:
    count = len(table.subject.agents.all())
    facts = {"name": f"代理人{count}", "id_number": "x", "powers": "general", "authorised_on": table.on}
    yield Try("agent", facts | {"authorised": True}, of_this_round(table) and count < 2)
    yield Try("no power of attorney", facts | {"authorised": False}, lawful=False)


@moves("hearing.decide_recusal")
def recusal(table: Table) -> Iterator[Try]:
    facts = {"function": "recorder", "asked_by": "party", "reason": "近亲属。", "opinion": "属实。"}
    granted = facts | {"granted": True, "replacement": table.cast["韩雪"]}
    judged = table.cast["韩雪"].pk in table.file.everyone_who_reviewed
    yield Try("replaced", granted, of_this_round(table) and not judged)
    yield Try("a handler instead", granted | {"replacement": table.cast["王强"]}, lawful=False)
    yield Try("nobody instead", granted | {"replacement": None}, lawful=False)
