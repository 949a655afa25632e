"""What would be filled in for the acts by which a case leaves its road?"""

from collections.abc import Iterator

from cases.models import Case
from tests.cases.moves import OPINION, Table, Try, moves


@moves("report_suspected_crime")
def report_crime(table: Table) -> Iterator[Try]:
    told = OPINION | {"crime": "伪造国家机关证件罪", "report": "核实的情况。"}
    able = {"first_officer": table.cast["赵刚"], "second_officer": table.cast["孙丽"]}
    free = all(one.state in ("refused", "returned") for one in table.file.case.police_transfers.all())
    yield Try("suspicion", told | able, lawful=free)
    yield Try("one officer", told | able | {"second_officer": table.cast["赵刚"]}, lawful=False)


@moves("conclude_as_transferred")
def conclude_as_transferred(table: Table) -> Iterator[Try]:
    if any(one.state == "handed_over" for one in table.file.case.police_transfers.all()):
        yield Try("the police have it", OPINION)


@moves("apply_for_recusal")
def apply_for_recusal(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        told = {"ground": "interest", "reason": "有借款纠纷。"}
        before = {one.person_id for one in table.file.case.recusals.all()}
        free = [table.cast[name] for name in ("沈红", "蒋平", "朱玉") if table.cast[name].pk not in before]
        asked = told | {"person": free[0], "origin": "party", "applicant": party}
        yield Try("party asks", asked)
        if before:
            again = next(one for one in table.cast.values() if one.pk in before)
            yield Try("of the same again", asked | {"person": again}, lawful=False)
        yield Try(
            "in another's name", asked | {"origin": "own", "applicant": None, "person": table.cast["蒋平"]}, False
        )


@moves("change_officers")
def change_officers(table: Table) -> Iterator[Try]:
    handling = {one.pk for one in table.file.handlers}
    gone = {one.person_id for one in table.file.case.recusals.all() if one.state == "granted"}
    judged = table.file.everyone_who_judged
    free = [
        table.cast[name]
        for name in ("周勇", "吴敏", "赵刚", "孙丽")
        if table.cast[name].pk not in handling | gone | judged
    ]
    for leaving in table.file.handlers[-1:]:
        for one in free[:1]:
            told = {"leaving": leaving, "assigned": one, "reason": "工作调动。", "handed_over": "案卷一册。"}
            yield Try("change", told)
            yield Try("nothing handed over", told | {"handed_over": " "}, lawful=False)


@moves("propose_suspension")
def propose_suspension(table: Table) -> Iterator[Try]:
    open_ones = [one for one in table.file.case.suspensions.all() if one.state in ("proposed", "running")]
    told = OPINION | {"ground": "party_missing", "explanation": "多次联系不上。"}
    yield Try("party missing", told, lawful=not open_ones)


@moves("propose_ending")
def propose_ending(table: Table) -> Iterator[Try]:
    yield Try("no violation", {"ground": "no_violation", "opinion": "没有违法事实。证件有效。"})


@moves("end_investigation", "return_ending")
def end_investigation(table: Table) -> Iterator[Try]:
    given = [one for one in table.file.case.approvals.all() if one.matter == "ending"]
    if given and max(given, key=lambda one: one.pk).act == "propose_ending":
        yield Try("the head answers", OPINION)


@moves("raise_dispute")
def raise_dispute(table: Table) -> Iterator[Try]:
    ended = all(one.state in ("settled", "designated") for one in table.file.case.disputes.all())
    yield Try("dispute", {"other_agency": "邻旗交通运输局", "question": "都认为违法行为发生在本地。"}, lawful=ended)


@moves("request_assistance")
def request_assistance(table: Table) -> Iterator[Try]:
    yield Try("letter", {"addressee": "邻旗交通运输局", "questions": "车辆的发证记录。", "due_on": table.on})


@moves("register_incoming_transfer")
def register_incoming(table: Table) -> Iterator[Try]:
    if table.file.case.source == "transfer" and not table.file.case.incoming_transfers.all():
        yield Try("received", {"sender": "样例旗公安局", "letter_number": "", "materials": "案卷一册。"})


@moves("resume_returned_case")
def resume_returned_case(table: Table) -> Iterator[Try]:
    back = [one for one in table.file.case.agency_transfers.all() if one.state == "declined"]
    back += [one for one in table.file.case.police_transfers.all() if one.state == "returned"]
    if back:
        yield Try("back", OPINION)


@moves("propose_merge")
def propose_merge(table: Table) -> Iterator[Try]:
    case = table.file.case
    others = Case.objects.filter(state="investigating", joined_to=None).exclude(pk=case.pk)
    for other in others.order_by("pk")[:1]:
        yield Try("merge", OPINION | {"other": other, "reason": "同一当事人。"})


@moves("propose_split")
def propose_split(table: Table) -> Iterator[Try]:
    pks = [one.pk for one in table.file.parties]
    if len(pks) > 1:
        yield Try("one leaves", OPINION | {"parties": pks[-1:], "reason": "另案处理。"})
        yield Try("all leave", OPINION | {"parties": pks, "reason": "另案处理。"}, lawful=False)


@moves("end_as_merged")
def end_as_merged(table: Table) -> Iterator[Try]:
    if any(one.state == "merged" for one in table.file.case.joined_to.all()):
        yield Try("merged", {})


@moves("take_over_split")
def take_over_split(table: Table) -> Iterator[Try]:
    if any(one.kind == "split" and one.state == "linked" for one in table.file.case.joined_to.all()):
        yield Try("taken over", {})


@moves("send_back_filing", "send_back_report", "send_back_undecided", "return_closing", "send_back_closing")
def send_back(table: Table) -> Iterator[Try]:
    yield Try("with a reason", {"opinion": "材料不全，补正后再报。"})
