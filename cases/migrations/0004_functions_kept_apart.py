"""Functions that must not lie in one hand, held by the database: what cases/duties.py said when this was written."""

from collections.abc import Iterator

from django.db import migrations

from officers.triggers import Bar, bars

# name, table, when it bars, and what it answers. Written from cases.duties.bars_of().
APART = [
    (
        "money_receiver_apart",
        "cases_spotcollection",
        "NEW.received_by_id IS NOT NULL AND (NEW.received_by_id IN (SELECT f.officer_id "
        "FROM cases_caseofficer f WHERE f.case_id = NEW.case_id))",
        "当场收缴罚款的接收人不得由本案的承办人担任（《中华人民共和国行政处罚法》第七十一条）。",
    ),
    (
        "money_depositor_apart",
        "cases_spotcollection",
        "NEW.deposited_by_id IS NOT NULL AND (NEW.deposited_by_id IN (SELECT f.officer_id "
        "FROM cases_caseofficer f WHERE f.case_id = NEW.case_id))",
        "缴付银行的经手人不得由本案的承办人担任（《中华人民共和国行政处罚法》第七十一条）。",
    ),
    (
        "measure_approver_apart",
        "cases_coercivemeasure",
        "NEW.approved_by_id IS NOT NULL AND (NEW.approved_by_id IN (SELECT f.officer_id "
        "FROM cases_caseofficer f WHERE f.case_id = NEW.case_id) OR NEW.approved_by_id IN (SELECT f.taker_id "
        "FROM cases_custodychange f WHERE f.case_id = NEW.case_id))",
        "强制措施的批准人不得由本案的承办人、财物保管人员担任（《中华人民共和国行政强制法》第十八条第一项）。",
    ),
    (
        "keeper_apart",
        "cases_custodychange",
        "NEW.taker_id IS NOT NULL AND (NEW.taker_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id))",
        "财物保管人员不得由本案的承办人担任（《交通运输行政执法程序规定》第一百一十九条）。",
    ),
    (
        "handler_apart_from_keeper",
        "cases_caseofficer",
        "NEW.officer_id IS NOT NULL AND NEW.until IS NULL AND (NEW.officer_id IN (SELECT f.taker_id "
        "FROM cases_custodychange f WHERE f.case_id = NEW.case_id))",
        "承办人不得由本案的财物保管人员担任（《交通运输行政执法程序规定》第一百一十九条）。",
    ),
    (
        "disposal_approver_apart",
        "cases_disposal",
        "NEW.approved_by_id IS NOT NULL AND (NEW.approved_by_id IN (SELECT f.officer_id "
        "FROM cases_caseofficer f WHERE f.case_id = NEW.case_id) OR NEW.approved_by_id IN (SELECT f.taker_id "
        "FROM cases_custodychange f WHERE f.case_id = NEW.case_id))",
        "财物处理的批准人不得由本案的承办人、财物保管人员担任（《中华人民共和国行政处罚法》第七十四条第一款）。",
    ),
    (
        "payment_apart",
        "cases_payment",
        "NEW.entered_by_id IS NOT NULL AND NEW.channel <> 'spot' "
        "AND (NEW.entered_by_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id) OR NEW.entered_by_id IN (SELECT f.reviewer_id "
        "FROM cases_legalreview f WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL) "
        "OR NEW.entered_by_id IN (SELECT f.chair_id FROM cases_hearing f WHERE f.case_id = NEW.case_id "
        "AND f.chair_id IS NOT NULL UNION SELECT f.recorder_id FROM cases_hearing f "
        "WHERE f.case_id = NEW.case_id AND f.recorder_id IS NOT NULL) "
        "OR NEW.entered_by_id IN (SELECT f.decided_by_id FROM cases_decision f "
        "WHERE f.case_id = NEW.case_id))",
        "登记缴款的财务人员不得由本案的承办人、法制审核人员、听证主持人或者记录人、决定人担任（《中华人民共和国行政处罚法》第六十七条第一款）。",
    ),
    (
        "recused_handler",
        "cases_caseofficer",
        "NEW.officer_id IS NOT NULL AND NEW.until IS NULL AND (NEW.officer_id IN (SELECT f.person_id "
        "FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
        "承办人不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "recused_reviewer",
        "cases_legalreview",
        "NEW.reviewer_id IS NOT NULL AND NEW.concluded_on >= (SELECT MIN(r.decided_on) "
        "FROM cases_recusalrequest r WHERE r.case_id = NEW.case_id AND r.person_id = NEW.reviewer_id "
        "AND r.state = 'granted') AND (NEW.reviewer_id IN (SELECT f.person_id FROM cases_recusalrequest f "
        "WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
        "法制审核人员不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "recused_chair",
        "cases_hearing",
        "NEW.chair_id IS NOT NULL AND NEW.held_on IS NULL AND (NEW.chair_id IN (SELECT f.person_id "
        "FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
        "听证主持人不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "recused_recorder",
        "cases_hearing",
        "NEW.recorder_id IS NOT NULL AND NEW.held_on IS NULL AND (NEW.recorder_id IN (SELECT f.person_id "
        "FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
        "听证记录人不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "recused_voter",
        "cases_voice",
        "NEW.officer_id IS NOT NULL AND (NEW.officer_id IN (SELECT f.person_id FROM cases_recusalrequest f "
        "WHERE f.case_id = (SELECT d.case_id FROM cases_discussion d WHERE d.id = NEW.discussion_id) "
        "AND f.state = 'granted'))",
        "参加集体讨论的负责人不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "recused_decider",
        "cases_decision",
        "NEW.decided_by_id IS NOT NULL AND NEW.decided_on >= (SELECT MIN(r.decided_on) "
        "FROM cases_recusalrequest r WHERE r.case_id = NEW.case_id AND r.person_id = NEW.decided_by_id "
        "AND r.state = 'granted') AND (NEW.decided_by_id IN (SELECT f.person_id FROM cases_recusalrequest f "
        "WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
        "决定人不得由本案的已回避的人员担任（《中华人民共和国行政处罚法》第四十三条）。",
    ),
    (
        "reviewer_apart",
        "cases_legalreview",
        "NEW.reviewer_id IS NOT NULL AND (NEW.reviewer_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id) OR NEW.reviewer_id IN (SELECT f.chair_id FROM cases_hearing f "
        "WHERE f.case_id = NEW.case_id AND f.chair_id IS NOT NULL UNION SELECT f.recorder_id "
        "FROM cases_hearing f WHERE f.case_id = NEW.case_id AND f.recorder_id IS NOT NULL))",
        "法制审核人员不得由本案的承办人、听证主持人或者记录人担任（《中华人民共和国行政处罚法》第五十八条）。",
    ),
    (
        "hearing_chair_apart",
        "cases_hearing",
        "NEW.chair_id IS NOT NULL AND (NEW.chair_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id) OR NEW.chair_id IN (SELECT f.reviewer_id FROM cases_legalreview f "
        "WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL))",
        "听证主持人不得由本案的承办人、法制审核人员担任（《中华人民共和国行政处罚法》第六十四条第四项）。",
    ),
    (
        "hearing_recorder_apart",
        "cases_hearing",
        "NEW.recorder_id IS NOT NULL AND (NEW.recorder_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id) OR NEW.recorder_id IN (SELECT f.reviewer_id FROM cases_legalreview f "
        "WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL))",
        "听证记录人不得由本案的承办人、法制审核人员担任（《中华人民共和国行政处罚法》第六十四条第四项）。",
    ),
    (
        "handler_apart",
        "cases_caseofficer",
        "NEW.officer_id IS NOT NULL AND NEW.until IS NULL AND (NEW.officer_id IN (SELECT f.reviewer_id "
        "FROM cases_legalreview f WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL) "
        "OR NEW.officer_id IN (SELECT f.chair_id FROM cases_hearing f WHERE f.case_id = NEW.case_id "
        "AND f.chair_id IS NOT NULL UNION SELECT f.recorder_id FROM cases_hearing f "
        "WHERE f.case_id = NEW.case_id AND f.recorder_id IS NOT NULL) "
        "OR NEW.officer_id IN (SELECT f.decided_by_id FROM cases_decision f WHERE f.case_id = NEW.case_id))",
        "承办人不得由本案的法制审核人员、听证主持人或者记录人、决定人担任（《中华人民共和国行政处罚法》第六十四条第四项）。",
    ),
    (
        "decider_apart",
        "cases_decision",
        "NEW.decided_by_id IS NOT NULL AND (SELECT c.procedure FROM cases_case c "
        "WHERE c.id = NEW.case_id) <> 'summary' AND (NEW.decided_by_id IN (SELECT f.officer_id "
        "FROM cases_caseofficer f WHERE f.case_id = NEW.case_id) "
        "OR NEW.decided_by_id IN (SELECT f.reviewer_id FROM cases_legalreview f "
        "WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL) "
        "OR NEW.decided_by_id IN (SELECT f.chair_id FROM cases_hearing f WHERE f.case_id = NEW.case_id "
        "AND f.chair_id IS NOT NULL UNION SELECT f.recorder_id FROM cases_hearing f "
        "WHERE f.case_id = NEW.case_id AND f.recorder_id IS NOT NULL))",
        "决定人不得由本案的承办人、法制审核人员、听证主持人或者记录人担任（《中华人民共和国行政处罚法》第五十七条第一款）。",
    ),
    (
        "loan_approver_apart",
        "cases_loan",
        "NEW.approved_by_id IS NOT NULL AND (NEW.approved_by_id IN (SELECT NEW.borrower_id))",
        "借阅批准人不得由本案的借阅人担任（《中华人民共和国档案法》第十四条）。",
    ),
    (
        "archive_disposal_approver_apart",
        "cases_archivefile",
        "NEW.disposal_approved_by_id IS NOT NULL "
        "AND (NEW.disposal_approved_by_id IN (SELECT NEW.disposal_proposed_by_id))",
        "批准销毁的人不得由本案的提出销毁的人担任（《中华人民共和国档案法》第二十一条）。",
    ),
    (
        "seal_keeper_apart",
        "cases_sealuse",
        "NEW.placed_by_id IS NOT NULL AND (NEW.placed_by_id IN (SELECT f.officer_id FROM cases_caseofficer f "
        "WHERE f.case_id = NEW.case_id) OR NEW.placed_by_id IN (SELECT f.decided_by_id FROM cases_decision f "
        "WHERE f.case_id = NEW.case_id))",
        "用印人不得由本案的承办人、决定人担任（《中华人民共和国行政处罚法》第五十九条）。",
    ),
]


def apart() -> Iterator[Bar]:
    for name, table, when, message in APART:
        for event in ("INSERT", "UPDATE"):
            yield Bar(f"{name}_on_{event.lower()}", table, event, when, message)


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0051_custody_held_by_the_database"),
        ("cases", "0071_who_enters_money_did_not_decide"),
        ("cases", "0091_recused_people_take_no_part"),
        ("cases", "0100_functions_kept_apart"),
        ("cases", "0101_reviewers_and_chairs_are_barred_once"),
        ("cases", "0121_keepers_of_the_seal_apart"),
    ]
    dependencies = [
        ("cases", "0003_law_below_the_application"),
    ]

    operations = [bars(apart())]
