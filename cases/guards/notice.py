"""Was the party told, heard and answered before anything was decided?"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from law.holidays import add_working_days
from officers.roles import Role


@guard(basis="行政处罚法:62", cure=gettext_lazy("送达违法行为通知书"), by=HANDLERS, act="serve_notice")
def every_party_was_notified(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties_in_round:
        served = ask.file.notice_served_on(party)
        if served is None or served > ask.on:
            yield _("还没有向%(name)s送达违法行为通知书，不得作出行政处罚决定。") % {"name": party.name}


@guard(basis="行政处罚法:44", cure=gettext_lazy("等期限届满，或者由当事人书面放弃"), by=HANDLERS, act="record_waiver")
def statement_period_is_over(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties_in_round:
        term = ask.file.term("statement", party)
        if term and not ask.file.has_waived(party) and ask.on <= term.due_on:
            yield _("%(name)s的陈述申辩期到 %(due)s 届满。") % {"name": party.name, "due": term.due_on}


@guard(
    basis="行政处罚法:64(1)", cure=gettext_lazy("等期限届满，或者由当事人书面放弃"), by=HANDLERS, act="record_waiver"
)
def hearing_period_is_over(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties_in_round:
        term = ask.file.term("hearing_request", party)
        if term is None or ask.file.has_waived(party) or ask.file.hearing_of(party):
            continue
        if ask.on <= term.due_on:
            yield _("%(name)s可以在 %(due)s 前要求听证。") % {"name": party.name, "due": term.due_on}


@guard(basis="行政处罚法:45.1", cure=gettext_lazy("复核并答复当事人的意见"), by=HANDLERS, act="answer_statement")
def statements_are_answered(ask: Ask) -> Iterator[Text]:
    for statement in ask.file.statements:
        if statement.kind == "statement" and statement.answered_on is None:
            yield _("%(name)s的陈述申辩还没有复核。") % {"name": statement.party.name}


@guard(
    basis="行政处罚法:63", cure=gettext_lazy("举行听证，或者记明当事人撤回、放弃"), by=HANDLERS, act="convene_hearing"
)
def hearings_are_over(ask: Ask) -> Iterator[Text]:
    for hearing in ask.file.hearings:
        if hearing.status in ("requested", "convened"):
            yield _("%(name)s要求的听证还没有举行。") % {"name": hearing.party.name}


@guard(basis="行政处罚法:64(1)", cure=gettext_lazy("逾期要求的，视为放弃听证权利"), by=HANDLERS)
def asked_for_hearing_in_time(ask: Ask) -> Iterator[Text]:
    party = ask.facts.get("party")
    if party is None:
        return
    term = ask.file.term("hearing_request", party)
    if ask.file.hearing_of(party):
        yield _("%(name)s已经要求过听证。") % {"name": party.name}
    elif term is None:
        yield _("本案拟作出的处罚不属于应当告知听证权利的范围，或者通知书尚未送达。")
    elif ask.on > term.due_on:
        yield _("%(name)s要求听证的期限已于 %(due)s 届满。") % {"name": party.name, "due": term.due_on}


@guard(basis="行政处罚法:64(2)", cure=gettext_lazy("把听证改到送达七个工作日以后"), by=HANDLERS)
def hearing_is_announced_in_time(ask: Ask) -> Iterator[Text]:
    set_for = ask.facts.get("set_for")
    if set_for is None:
        return
    # Seven full working days lie between service and the hearing.
    earliest = add_working_days(ask.on, 7) + timedelta(days=1)
    if set_for.date() < earliest:
        yield _("听证的七个工作日前应当通知当事人，最早可以在 %(earliest)s 举行。") % {"earliest": earliest}


@guard(basis="行政处罚法:64(2)", cure=gettext_lazy("在通知的日期举行；改期的，重新通知"), by=HANDLERS)
def hearing_day_has_come(ask: Ask) -> Iterator[Text]:
    hearing = ask.facts.get("hearing")
    if hearing and hearing.set_for and ask.on < localdate(hearing.set_for):
        yield _("听证定于 %(day)s 举行，还没有到。") % {"day": localdate(hearing.set_for)}


@guard(basis="行政处罚法:64(4)", cure=gettext_lazy("另选听证主持人"), by=HANDLERS)
def chair_did_not_investigate(ask: Ask) -> Iterator[Text]:
    for role, officer in (
        (Role.HEARING_CHAIR.label, ask.facts.get("chair")),
        (_("听证记录人"), ask.facts.get("recorder")),
    ):
        if officer is not None and officer.pk in ask.file.everyone_who_handled:
            yield _("%(name)s是本案调查人员，不得担任%(role)s。") % {"name": officer.name, "role": role}


@guard(basis="行政处罚法:61", cure=gettext_lazy("填写实际送达的日期"), by=HANDLERS)
def served_after_it_was_issued(ask: Ask) -> Iterator[Text]:
    paper = ask.facts.get("document")
    if paper and paper.issued_on and ask.on < paper.issued_on:
        yield _("%(title)s %(issued)s 才签发，不能早于这一天送达。") % {"title": paper.title, "issued": paper.issued_on}


@guard(basis="行政处罚法:61", cure=gettext_lazy("送达行政处罚决定书"), by=HANDLERS, act="serve_decision")
def every_decision_is_served(ask: Ask) -> Iterator[Text]:
    for form in ("penalty-decision", "no-penalty-decision"):
        for paper in ask.file.papers_of(form):
            if paper.state != "draft" and ask.file.service_of(paper) is None:
                yield _("%(title)s %(number)s 还没有送达。") % {"title": paper.title, "number": paper.number}
