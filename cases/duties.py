"""Which functions in one case must never lie in one hand?

One specification for both places where it is held: perform() asks `guard_apart(NAME)` (cases/guards/apart.py), and the
database refuses the row itself by the triggers that `bars_of` writes (their SQL stands in the migrations; a test
compares them with this page). A function says who has held it, once as SQL and once as a question to the case file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from law.citations import cite_all, print_citations
from officers.triggers import Bar

if TYPE_CHECKING:
    from cases.case_file import CaseFile


@dataclass(frozen=True)
class Function:
    """One function in a case. sql: the ids of its holders, over {case}; held_by: the same from the file."""

    name: str
    title: Promise | str
    sql: str
    held_by: "Callable[[CaseFile], set[int]]"


@dataclass(frozen=True)
class Apart:
    """Whoever is written into table.column for a case must never have held one of these functions in it."""

    name: str
    table: str
    column: str
    functions: tuple[str, ...]
    basis: str
    role: Promise | str
    """What the new holder would be: 法制审核人员, 听证主持人 …"""
    case: str = "NEW.case_id"
    """SQL for the id of the case of the row that is written."""
    when: str = ""
    """SQL over NEW for rows to which it does not apply otherwise; empty: all."""


def _ids(rows: Any, *columns: str) -> set[int]:
    return {pk for row in rows for column in columns if (pk := getattr(row, f"{column}_id"))}


def _asked_for_repair(case: Any) -> set[int]:
    rows = (*case.paper_corrections.all(), *case.paper_voidings.all())
    return {one.proposed_by_id for one in rows if one.state == "proposed"}


def _asked_to_erase(case: Any) -> set[int]:
    return {one.proposed_by_id for one in case.payload_erasures.all() if one.state == "proposed"}


def _would_borrow(loans: Any) -> set[int]:
    return {one.borrower_id for one in loans if one.state == "requested"}


FUNCTIONS: dict[str, Function] = {
    one.name: one
    for one in (
        Function(
            "handler",
            _("承办人"),
            "SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = {case}",
            lambda file: set(file.everyone_who_handled),
        ),
        Function(
            "reviewer",
            _("法制审核人员"),
            "SELECT f.reviewer_id FROM cases_legalreview f WHERE f.case_id = {case} AND f.reviewer_id IS NOT NULL",
            lambda file: set(file.everyone_who_reviewed),
        ),
        Function(
            "hearing",
            _("听证主持人或者记录人"),
            "SELECT f.chair_id FROM cases_hearing f WHERE f.case_id = {case} AND f.chair_id IS NOT NULL "
            "UNION SELECT f.recorder_id FROM cases_hearing f WHERE f.case_id = {case} AND f.recorder_id IS NOT NULL",
            lambda file: _ids(file.case.hearings.all(), "chair", "recorder"),
        ),
        Function(
            "decider",
            _("决定人"),
            "SELECT f.decided_by_id FROM cases_decision f WHERE f.case_id = {case}",
            lambda file: _ids(file.all_decisions, "decided_by"),
        ),
        Function(
            "keeper",
            _("财物保管人员"),
            "SELECT f.taker_id FROM cases_custodychange f WHERE f.case_id = {case}",
            lambda file: _ids(file.case.custody_changes.all(), "taker"),
        ),
        Function(
            "loan_borrower",
            _("借阅人"),
            "SELECT NEW.borrower_id",
            lambda file: _would_borrow(file.case.loans.all()),
        ),
        Function(
            "disposal_proposer",
            _("提出销毁的人"),
            "SELECT NEW.disposal_proposed_by_id",
            lambda file: _ids(file.case.archive_files.all(), "disposal_proposed_by"),
        ),
        Function(
            "repair_proposer",
            _("报请更正文书的人"),
            "SELECT NEW.proposed_by_id",
            lambda file: _asked_for_repair(file.case),
        ),
        Function(
            "erasure_proposer",
            _("提请删除记录内容的人"),
            "SELECT NEW.proposed_by_id",
            lambda file: _asked_to_erase(file.case),
        ),
        Function(
            "recused",
            _("已回避的人员"),
            "SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = {case} AND f.state = 'granted'",
            lambda file: {one.person_id for one in file.case.recusals.all() if one.is_granted},
        ),
    )
}

SINCE_RECUSED = (
    "NEW.{day} >= (SELECT MIN(r.decided_on) FROM cases_recusalrequest r "
    "WHERE r.case_id = NEW.case_id AND r.person_id = NEW.{who} AND r.state = 'granted')"
)

APART: tuple[Apart, ...] = (
    Apart(
        "reviewer_apart",
        "cases_legalreview",
        "reviewer_id",
        ("handler", "hearing"),
        "行政处罚法:58",
        _("法制审核人员"),
    ),
    Apart(
        "hearing_chair_apart",
        "cases_hearing",
        "chair_id",
        ("handler", "reviewer"),
        "行政处罚法:64(4)",
        _("听证主持人"),
    ),
    Apart(
        "hearing_recorder_apart",
        "cases_hearing",
        "recorder_id",
        ("handler", "reviewer"),
        "行政处罚法:64(4)",
        _("听证记录人"),
    ),
    Apart(
        "handler_apart",
        "cases_caseofficer",
        "officer_id",
        ("reviewer", "hearing", "decider"),
        "行政处罚法:64(4)",
        _("承办人"),
        when="NEW.until IS NULL",
    ),
    Apart(
        "decider_apart",
        "cases_decision",
        "decided_by_id",
        ("handler", "reviewer", "hearing"),
        "行政处罚法:57.1",
        _("决定人"),
        # On the spot the officers themselves decide (行政处罚法 52.1); there a bar of its own asks that they do.
        when="(SELECT c.procedure FROM cases_case c WHERE c.id = NEW.case_id) <> 'summary'",
    ),
    Apart(
        "measure_approver_apart",
        "cases_coercivemeasure",
        "approved_by_id",
        ("handler", "keeper"),
        "行政强制法:18(1)",
        _("强制措施的批准人"),
    ),
    Apart(
        "keeper_apart",
        "cases_custodychange",
        "taker_id",
        ("handler",),
        "程序规定:119",
        _("财物保管人员"),
    ),
    Apart(
        "handler_apart_from_keeper",
        "cases_caseofficer",
        "officer_id",
        ("keeper",),
        "程序规定:119",
        _("承办人"),
        when="NEW.until IS NULL",
    ),
    Apart(
        "disposal_approver_apart",
        "cases_disposal",
        "approved_by_id",
        ("handler", "keeper"),
        "行政处罚法:74.1",
        _("财物处理的批准人"),
    ),
    Apart(
        "loan_approver_apart",
        "cases_loan",
        "approved_by_id",
        ("loan_borrower",),
        "档案法:14",
        _("借阅批准人"),
    ),
    Apart(
        "archive_disposal_approver_apart",
        "cases_archivefile",
        "disposal_approved_by_id",
        ("disposal_proposer",),
        "档案法:21",
        _("批准销毁的人"),
    ),
    # An issued paper is touched only with the word of somebody who neither made it nor asks for it.
    Apart(
        "paper_correction_approver_apart",
        "cases_papercorrection",
        "approved_by_id",
        ("handler", "repair_proposer"),
        "行政处罚法:75.2",
        _("批准补正文书的人"),
    ),
    Apart(
        "paper_voiding_approver_apart",
        "cases_papervoiding",
        "approved_by_id",
        ("handler", "repair_proposer"),
        "行政处罚法:75.2",
        _("批准作废文书的人"),
    ),
    Apart(
        "payload_erasure_approver_apart",
        "cases_payloaderasure",
        "approved_by_id",
        ("handler", "erasure_proposer"),
        "个人信息保护法:47",
        _("批准删除记录内容的人"),
    ),
    Apart(
        "money_receiver_apart",
        "cases_spotcollection",
        "received_by_id",
        ("handler",),
        "行政处罚法:71",
        _("当场收缴罚款的接收人"),
    ),
    Apart(
        "money_depositor_apart",
        "cases_spotcollection",
        "deposited_by_id",
        ("handler",),
        "行政处罚法:71",
        _("缴付银行的经手人"),
    ),
    Apart(
        "payment_apart",
        "cases_payment",
        "entered_by_id",
        ("handler", "reviewer", "hearing", "decider"),
        "行政处罚法:67.1",
        _("登记缴款的财务人员"),
        # On the spot the officers themselves take the money (行政处罚法 68, 69); who receives it from them is apart.
        when="NEW.channel <> 'spot'",
    ),
    Apart(
        "seal_keeper_apart",
        "cases_sealuse",
        "placed_by_id",
        ("handler", "decider"),
        "行政处罚法:59",
        _("用印人"),
    ),
    # Whoever has been recused takes no further part; what was done before is judged by the decision on the recusal.
    Apart(
        "recused_handler",
        "cases_caseofficer",
        "officer_id",
        ("recused",),
        "行政处罚法:43",
        _("承办人"),
        when="NEW.until IS NULL",
    ),
    Apart(
        "recused_reviewer",
        "cases_legalreview",
        "reviewer_id",
        ("recused",),
        "行政处罚法:43",
        _("法制审核人员"),
        when=SINCE_RECUSED.format(day="concluded_on", who="reviewer_id"),
    ),
    Apart(
        "recused_chair",
        "cases_hearing",
        "chair_id",
        ("recused",),
        "行政处罚法:43",
        _("听证主持人"),
        when="NEW.held_on IS NULL",
    ),
    Apart(
        "recused_recorder",
        "cases_hearing",
        "recorder_id",
        ("recused",),
        "行政处罚法:43",
        _("听证记录人"),
        when="NEW.held_on IS NULL",
    ),
    Apart(
        "recused_voter",
        "cases_voice",
        "officer_id",
        ("recused",),
        "行政处罚法:43",
        _("参加集体讨论的负责人"),
        case="(SELECT d.case_id FROM cases_discussion d WHERE d.id = NEW.discussion_id)",
    ),
    Apart(
        "recused_decider",
        "cases_decision",
        "decided_by_id",
        ("recused",),
        "行政处罚法:43",
        _("决定人"),
        when=SINCE_RECUSED.format(day="decided_on", who="decided_by_id"),
    ),
)


def apart(name: str) -> Apart:
    """Raises KeyError."""
    return {one.name: one for one in APART}[name]


def bars_of(rules: tuple[Apart, ...] = APART) -> Iterator[Bar]:
    """The triggers that hold these rules below the application, for INSERT and for UPDATE."""
    for rule in rules:
        who = f"NEW.{rule.column}"
        held = " OR ".join(f"{who} IN ({FUNCTIONS[name].sql.format(case=rule.case)})" for name in rule.functions)
        when = f"{who} IS NOT NULL AND {rule.when + ' AND ' if rule.when else ''}({held})"
        for event in ("INSERT", "UPDATE"):
            yield Bar(f"{rule.name}_on_{event.lower()}", rule.table, event, when, message_of(rule))


def message_of(rule: Apart) -> str:
    """The sentence that the database answers with: always Chinese, with the article."""
    with override("zh-hans"):
        held = "、".join(str(FUNCTIONS[name].title) for name in rule.functions)
        return f"{rule.role}不得由本案的{held}担任（{print_citations(cite_all(rule.basis))}）。"
