"""The bars of 0100 hold what these held, and name every function: on PostgreSQL the older ones spoke first."""

from django.db import migrations

from officers.triggers import Bar, bars_taken_down

HANDLES = "EXISTS (SELECT 1 FROM cases_caseofficer h WHERE h.case_id = NEW.case_id AND h.officer_id = {who})"
OLDER = [
    ("cases_legalreview", "reviewer_id", "review", "承办人不得审核本案（行政处罚法第五十八条）。"),
    ("cases_hearing", "chair_id", "chair", "调查人员不得主持听证（行政处罚法第六十四条）。"),
    ("cases_hearing", "recorder_id", "recorder", "调查人员不得记录听证（行政处罚法第六十四条）。"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0100_functions_kept_apart"),
    ]

    operations = [
        bars_taken_down(
            Bar(
                f"{name}_apart_on_{event.lower()}",
                table,
                event,
                f"NEW.{column} IS NOT NULL AND " + HANDLES.format(who=f"NEW.{column}"),
                message,
            )
            for table, column, name, message in OLDER
            for event in ("INSERT", "UPDATE")
        )
    ]
