"""Whoever enters a payment has neither handled nor decided the case (cases/duties.py, 行政处罚法 67)."""

from django.db import migrations

from officers.triggers import Bar, bars

WHO = "NEW.entered_by_id"
HELD = (
    "SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = NEW.case_id",
    "SELECT f.reviewer_id FROM cases_legalreview f WHERE f.case_id = NEW.case_id AND f.reviewer_id IS NOT NULL",
    "SELECT f.chair_id FROM cases_hearing f WHERE f.case_id = NEW.case_id AND f.chair_id IS NOT NULL "
    "UNION SELECT f.recorder_id FROM cases_hearing f WHERE f.case_id = NEW.case_id AND f.recorder_id IS NOT NULL",
    "SELECT f.decided_by_id FROM cases_decision f WHERE f.case_id = NEW.case_id",
)
WHEN = f"{WHO} IS NOT NULL AND ({' OR '.join(f'{WHO} IN ({sql})' for sql in HELD)})"


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0070_money_and_enforcement"),
    ]

    operations = [
        bars(
            Bar(f"payment_apart_on_{event.lower()}", "cases_payment", event, WHEN, "职责分离：payment_apart")
            for event in ("INSERT", "UPDATE")
        )
    ]
