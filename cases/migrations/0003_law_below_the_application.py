"""What perform() demands, repeated where no program can pass it by."""

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
SUMMARY = "(SELECT c.procedure FROM cases_case c WHERE c.id = NEW.case_id) = 'summary'"
OF_SUMMARY = (
    "EXISTS (SELECT 1 FROM cases_charge g JOIN cases_case c ON c.id = g.case_id "
    "WHERE g.id = NEW.charge_id AND c.procedure = 'summary')"
)
CITIZEN = (
    "EXISTS (SELECT 1 FROM cases_charge g JOIN cases_party p ON p.id = g.party_id "
    "WHERE g.id = NEW.charge_id AND p.kind <> 'organisation')"
)
TOTAL = (
    "(SELECT COALESCE(SUM(s.fine), 0) FROM cases_sanction s JOIN cases_charge g ON g.id = s.charge_id "
    "WHERE g.case_id = NEW.case_id AND g.party_id = NEW.party_id AND s.stage = 'decided')"
)
# The amounts of 行政处罚法 51 as they stand since 2021-07-15 (law/data/limits.toml): a program may be stricter, never wider.
CITIZEN_LIMIT, ORGANISATION_LIMIT = 200, 3000
KINDS = """('["warning"]', '["fine"]', '["warning", "fine"]', '["fine", "warning"]')"""

# On the spot the officers decide themselves, after telling and hearing the party: two of these are not asked there.
DECISION = [
    (
        "two_officers_before_decision",
        "(SELECT COUNT(*) FROM cases_caseofficer h WHERE h.case_id = NEW.case_id AND h.until IS NULL) < 2",
        "执法人员不得少于两人（行政处罚法第四十二条）。",
    ),
    (
        "decider_never_handled_the_case",
        f"NOT ({SUMMARY}) AND " + HANDLES.format(who="NEW.decided_by_id"),
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
        f"NOT ({SUMMARY}) AND "
        + PENALTY
        + "NOT EXISTS (SELECT 1 FROM cases_servicerecord s JOIN documents_document d ON d.id = s.document_id "
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
        "AND g.state IN ('requested', 'convened', 'suspended', 'held'))",
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
SPOT_DECISION = [
    (
        "spot_decision_by_its_officers",
        f"{SUMMARY} AND NOT EXISTS (SELECT 1 FROM cases_caseofficer h WHERE h.case_id = NEW.case_id "
        "AND h.officer_id = NEW.decided_by_id AND h.until IS NULL)",
        "当场处罚由本案执法人员决定（行政处罚法第五十二条）。",
    ),
    (
        "spot_decision_is_a_penalty",
        f"{SUMMARY} AND NEW.kind <> 'penalty'",
        "简易程序只能当场作出行政处罚决定（行政处罚法第五十一条）。",
    ),
    (
        "told_and_heard_before_spot_decision",
        f"{SUMMARY} AND NOT EXISTS (SELECT 1 FROM cases_spotpenalty s WHERE s.case_id = NEW.case_id "
        "AND s.party_id = NEW.party_id AND s.certificates_shown AND s.told_facts AND s.told_rights)",
        "未出示证件、口头告知，不得当场作出处罚决定（行政处罚法第四十四条、第五十二条）。",
    ),
    (
        "spot_fine_within_its_limit",
        f"{SUMMARY} AND {TOTAL} > (SELECT CASE WHEN p.kind = 'organisation' THEN {ORGANISATION_LIMIT} "
        f"ELSE {CITIZEN_LIMIT} END FROM cases_party p WHERE p.id = NEW.party_id)",
        "罚款超过简易程序的限额（行政处罚法第五十一条）。",
    ),
]
SPOT_SANCTION = [
    (
        "spot_sanction_within_its_limit",
        f"NEW.stage = 'decided' AND {OF_SUMMARY} AND "
        f"(NEW.fine > {ORGANISATION_LIMIT} OR (NEW.fine > {CITIZEN_LIMIT} AND {CITIZEN}))",
        "罚款超过简易程序的限额（行政处罚法第五十一条）。",
    ),
    (
        "spot_sanction_is_warning_or_fine",
        f"NEW.stage = 'decided' AND {OF_SUMMARY} AND "
        f"(NEW.confiscation > 0 OR NEW.other <> '' OR CAST(NEW.kinds AS TEXT) NOT IN {KINDS})",
        "简易程序只能给予警告或者罚款（行政处罚法第五十一条）。",
    ),
]
ONLY_SUMMARY = [
    ("cases_spotpenalty", "spot_penalty_of_a_summary_case", f"NOT {SUMMARY}"),
    ("cases_payment", "spot_money_of_a_summary_case", f"NEW.channel = 'spot' AND NOT {SUMMARY}"),
    ("cases_spotcollection", "spot_collection_of_a_summary_case", f"NOT {SUMMARY}"),
]
PROCEDURE = Bar(
    "procedure_stands_once_decided",
    "cases_case",
    "UPDATE",
    "NEW.procedure <> OLD.procedure AND (OLD.procedure <> 'summary' OR OLD.state <> 'lead' OR NEW.state <> 'lead')",
    "只有尚未处罚的简易程序线索可以转为普通程序（行政处罚法第五十四条）。",
)
KEPT = [
    Bar(f"{table}_keeps_on_delete", f"cases_{table}", "DELETE", "1 = 1", "涉案财物的登记和交接只能追加，不得删除。")
    for table in ("thing", "custodychange")
]
SIGNED = Bar(
    "a_signed_change_of_hands_stays",
    "cases_custodychange",
    "UPDATE",
    "OLD.state = 'taken'",
    "双方签名的交接不得改动。",
)
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


def decision_bars() -> list[Bar]:
    return [Bar(name, "cases_decision", "INSERT", when, message) for name, when, message in DECISION]


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


def spot_bars() -> list[Bar]:
    """What holds in a summary case, and what holds summary rows out of every other case."""
    return [
        *(Bar(name, "cases_decision", "INSERT", when, message) for name, when, message in SPOT_DECISION),
        *(
            Bar(f"{name}_on_{event.lower()}", "cases_sanction", event, when, message)
            for name, when, message in SPOT_SANCTION
            for event in ("INSERT", "UPDATE")
        ),
        *(
            Bar(f"{name}_on_{event.lower()}", table, event, when, "不是简易程序案件（行政处罚法第五十一条）。")
            for table, name, when in ONLY_SUMMARY
            for event in ("INSERT", "UPDATE")
        ),
        PROCEDURE,
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_what_hangs_on_a_paper"),
        ("documents", "0002_issued_papers_never_change"),
    ]

    operations = [bars([*decision_bars(), *record_bars(), VOICE, UNDECIDED, *spot_bars(), *KEPT, SIGNED])]
