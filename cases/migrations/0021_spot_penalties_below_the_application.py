"""The summary procedure where no program can pass it by; what an ordinary case must have before a penalty is unchanged."""

from importlib import import_module

from django.db import migrations

from officers.triggers import Bar, bars

ordinary = import_module("cases.migrations.0003_law_below_the_application")

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

# In an ordinary case these hold as before; on the spot the officers decide, after telling and hearing the party.
EXEMPT = {"decider_never_handled_the_case", "notice_before_penalty"}

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
HANDLED = "SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = NEW.case_id"


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


def money_bars() -> list[Bar]:
    """The rows of cases/duties.py about money taken on the spot."""
    return [
        Bar(
            f"{name}_on_{event.lower()}",
            "cases_spotcollection",
            event,
            f"NEW.{column} IS NOT NULL AND (NEW.{column} IN ({HANDLED}))",
            f"职责分离：{name}",
        )
        for name, column in (("money_receiver_apart", "received_by_id"), ("money_depositor_apart", "deposited_by_id"))
        for event in ("INSERT", "UPDATE")
    ]


def exempt_bars(*, lifted: bool) -> list[Bar]:
    """The two that a summary case cannot meet: as they stood, or with the exemption."""
    found = [one for one in ordinary.decision_bars() if one.name in EXEMPT]
    return [
        Bar(one.name, one.table, one.event, f"NOT ({SUMMARY}) AND {one.when}" if lifted else one.when, one.message)
        for one in found
    ]


before = bars(exempt_bars(lifted=False))


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_punished_on_the_spot"),
    ]

    operations = [
        migrations.RunPython(before.reverse_code, before.code),
        bars([*exempt_bars(lifted=True), *spot_bars(), *money_bars()]),
    ]
