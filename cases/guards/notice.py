"""Was the party told, heard and answered before anything was decided?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import serving
from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.hearing_states import OPEN, HearingState


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
    basis="行政处罚法:63",
    cure=gettext_lazy("举行听证并提交报告，或者记明当事人撤回、放弃"),
    by=HANDLERS,
    act="hearing.convene_hearing",
)
def hearings_are_over(ask: Ask) -> Iterator[Text]:
    for hearing in ask.file.hearings:
        if hearing.state == HearingState.HELD:
            yield _("%(name)s要求的听证还没有提交听证报告。") % {"name": hearing.party.name}
        elif hearing.state in OPEN:
            yield _("%(name)s要求的听证还没有举行。") % {"name": hearing.party.name}


@guard(basis="行政处罚法:61", cure=gettext_lazy("填写实际送达的日期"), by=HANDLERS)
def served_after_it_was_issued(ask: Ask) -> Iterator[Text]:
    paper, day = ask.facts.get("document"), serving.day_of_service(ask.file.terms, ask.facts, ask.on)
    if paper and paper.issued_on and day and day < paper.issued_on:
        yield _("%(title)s %(issued)s 才签发，不能早于这一天送达。") % {"title": paper.title, "issued": paper.issued_on}


@guard(
    basis="行政处罚法:61",
    cure=gettext_lazy("送达行政处罚决定书"),
    by=HANDLERS,
    act="serve_decision",
    title=gettext_lazy("决定书已经送达"),
)
def every_decision_is_served(ask: Ask) -> Iterator[Text]:
    for form in ("penalty-decision", "no-penalty-decision", "spot-decision"):
        for paper in ask.file.papers_of(form):
            if paper.state != "draft" and ask.file.service_of(paper) is None:
                yield _("%(title)s %(number)s 还没有送达。") % {"title": paper.title, "number": paper.number}
