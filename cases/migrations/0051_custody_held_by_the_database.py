"""Who approves or keeps never investigates, a change of hands is never rewritten, and no thing disappears."""

from collections.abc import Iterator

from django.db import migrations

from officers.triggers import Bar, bars

HANDLERS = "SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = NEW.case_id"
KEEPERS = "SELECT f.taker_id FROM cases_custodychange f WHERE f.case_id = NEW.case_id"
APART = [
    ("measure_approver_apart", "cases_coercivemeasure", "approved_by_id", (HANDLERS, KEEPERS)),
    ("keeper_apart", "cases_custodychange", "taker_id", (HANDLERS,)),
    ("handler_apart_from_keeper", "cases_caseofficer", "officer_id", (KEEPERS,)),
    ("disposal_approver_apart", "cases_disposal", "approved_by_id", (HANDLERS, KEEPERS)),
]


def apart() -> Iterator[Bar]:
    for name, table, column, others in APART:
        held = " OR ".join(f"NEW.{column} IN ({other})" for other in others)
        for event in ("INSERT", "UPDATE"):
            when = f"NEW.{column} IS NOT NULL AND ({held})"
            yield Bar(f"{name}_on_{event.lower()}", table, event, when, f"职责分离：{name}")


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


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0050_coercive_measures"),
    ]

    operations = [bars([*apart(), *KEPT, SIGNED])]
