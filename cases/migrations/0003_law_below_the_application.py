"""What perform() demands before a decision, repeated where no program can pass it by."""

from django.db import migrations

from officers.triggers import Bar, bars

HANDLES = "EXISTS (SELECT 1 FROM cases_caseofficer h WHERE h.case_id = NEW.case_id AND h.officer_id = {who})"
PENALTY = "NEW.kind = 'penalty' AND "
FIRED = (
    "EXISTS (SELECT 1 FROM cases_firedrule f WHERE f.case_id = NEW.case_id AND f.round = NEW.round "
    "AND f.scope = '{scope}')"
)
WAIVED = (
    "EXISTS (SELECT 1 FROM cases_statement w WHERE w.case_id = NEW.case_id AND w.party_id = NEW.party_id "
    "AND w.round = NEW.round AND w.kind = 'waiver')"
)
HEARING = (
    "EXISTS (SELECT 1 FROM cases_hearing g WHERE g.case_id = NEW.case_id AND g.party_id = NEW.party_id "
    "AND g.round = NEW.round)"
)

DECISION = [
    (
        "two_officers_before_decision",
        "(SELECT COUNT(*) FROM cases_caseofficer h WHERE h.case_id = NEW.case_id AND h.until IS NULL) < 2",
        "执法人员不得少于两人（行政处罚法第四十二条）。",
    ),
    (
        "decider_never_handled_the_case",
        HANDLES.format(who="NEW.decided_by_id"),
        "承办人不得决定本案（行政处罚法第五十七条）。",
    ),
    (
        "decider_never_reviewed_the_case",
        "EXISTS (SELECT 1 FROM cases_legalreview r WHERE r.case_id = NEW.case_id "
        "AND r.reviewer_id = NEW.decided_by_id)",
        "法制审核人员不得决定本案（行政处罚法第五十八条）。",
    ),
    (
        "notice_before_penalty",
        PENALTY + "NOT EXISTS (SELECT 1 FROM cases_servicerecord s JOIN documents_document d ON d.id = s.document_id "
        "WHERE s.party_id = NEW.party_id AND d.form_key = 'violation-notice' AND d.state = 'served' "
        "AND d.subject_key = 'round-' || NEW.round AND s.served_on <= NEW.decided_on)",
        "未送达违法行为通知书，不得作出处罚决定（行政处罚法第六十二条）。",
    ),
    (
        "party_heard_before_penalty",
        PENALTY + f"NOT {WAIVED} AND EXISTS (SELECT 1 FROM cases_term t WHERE t.case_id = NEW.case_id "
        "AND t.party_id = NEW.party_id AND t.ending <> 'moot' AND t.due_on >= NEW.decided_on "
        f"AND (t.key = 'statement' OR (t.key = 'hearing_request' AND NOT {HEARING})))",
        "陈述申辩期或者要求听证的期限未满，不得作出处罚决定（行政处罚法第四十四条、第六十四条）。",
    ),
    (
        "hearing_over_before_penalty",
        PENALTY + "EXISTS (SELECT 1 FROM cases_hearing g WHERE g.case_id = NEW.case_id AND g.round = NEW.round "
        "AND g.status IN ('requested', 'convened'))",
        "听证尚未了结，不得作出处罚决定（行政处罚法第六十三条）。",
    ),
    (
        "statement_answered_before_penalty",
        PENALTY + "EXISTS (SELECT 1 FROM cases_statement s WHERE s.case_id = NEW.case_id AND s.round = NEW.round "
        "AND s.kind = 'statement' AND s.answered_on IS NULL)",
        "陈述申辩尚未复核，不得作出处罚决定（行政处罚法第四十五条）。",
    ),
    (
        "review_before_penalty",
        PENALTY + FIRED.format(scope="review") + " AND NOT EXISTS (SELECT 1 FROM cases_legalreview r "
        "WHERE r.case_id = NEW.case_id AND r.round = NEW.round AND r.outcome = 'passed' "
        "AND r.concluded_on <= NEW.decided_on)",
        "应当法制审核而未经审核或者审核未通过，不得作出决定（行政处罚法第五十八条）。",
    ),
    (
        "discussion_before_penalty",
        PENALTY + FIRED.format(scope="discussion") + " AND NOT EXISTS (SELECT 1 FROM cases_discussion d "
        "WHERE d.case_id = NEW.case_id AND d.round = NEW.round AND d.agreed)",
        "应当集体讨论而未经讨论同意，不得作出决定（行政处罚法第五十七条）。",
    ),
]
APART = [
    ("cases_legalreview", "reviewer_id", "review", "承办人不得审核本案（行政处罚法第五十八条）。"),
    ("cases_hearing", "chair_id", "chair", "调查人员不得主持听证（行政处罚法第六十四条）。"),
    ("cases_hearing", "recorder_id", "recorder", "调查人员不得记录听证（行政处罚法第六十四条）。"),
]


def decision_bars() -> list[Bar]:
    return [Bar(name, "cases_decision", "INSERT", when, message) for name, when, message in DECISION]


def apart_bars() -> list[Bar]:
    return [
        Bar(
            f"{name}_apart_on_{event.lower()}",
            table,
            event,
            f"NEW.{column} IS NOT NULL AND " + HANDLES.format(who=f"NEW.{column}"),
            message,
        )
        for table, column, name, message in APART
        for event in ("INSERT", "UPDATE")
    ]


def record_bars() -> list[Bar]:
    return [
        Bar(
            f"{table}_keeps_on_{event.lower()}",
            f"cases_{table}",
            event,
            "1 = 1",
            "全过程记录只能追加，不得改动或者删除。",
        )
        for table in ("recordentry", "recordpayload")
        for event in ("UPDATE", "DELETE")
    ]


VOICE = Bar(
    "handlers_do_not_vote",
    "cases_voice",
    "INSERT",
    "EXISTS (SELECT 1 FROM cases_discussion d JOIN cases_caseofficer h ON h.case_id = d.case_id "
    "WHERE d.id = NEW.discussion_id AND h.officer_id = NEW.officer_id)",
    "承办人不得参加集体讨论的表决（行政处罚法第五十七条）。",
)
UNDECIDED = Bar(
    "decision_is_never_changed",
    "cases_decision",
    "UPDATE",
    "NEW.kind <> OLD.kind OR NEW.party_id <> OLD.party_id OR NEW.decided_on <> OLD.decided_on",
    "行政处罚决定不得改动。",
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_service_of_papers"),
        ("documents", "0002_issued_papers_never_change"),
    ]

    operations = [bars([*decision_bars(), *apart_bars(), *record_bars(), VOICE, UNDECIDED])]
