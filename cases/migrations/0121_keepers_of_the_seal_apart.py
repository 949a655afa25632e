"""Whoever places the seal neither handled nor decided the case, also below the application."""

from django.db import migrations

from officers.triggers import Bar, bars

# Written from cases.duties.bars_of().
BARS = [
    Bar(
        "seal_keeper_apart_on_insert",
        "cases_sealuse",
        "INSERT",
        "NEW.placed_by_id IS NOT NULL AND (NEW.placed_by_id IN (SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = NEW.case_id) OR NEW.placed_by_id IN (SELECT f.decided_by_id FROM cases_decision f WHERE f.case_id = NEW.case_id))",
        "用印人不得由本案的承办人、决定人担任（《中华人民共和国行政处罚法》第五十九条）。",
    ),
    Bar(
        "seal_keeper_apart_on_update",
        "cases_sealuse",
        "UPDATE",
        "NEW.placed_by_id IS NOT NULL AND (NEW.placed_by_id IN (SELECT f.officer_id FROM cases_caseofficer f WHERE f.case_id = NEW.case_id) OR NEW.placed_by_id IN (SELECT f.decided_by_id FROM cases_decision f WHERE f.case_id = NEW.case_id))",
        "用印人不得由本案的承办人、决定人担任（《中华人民共和国行政处罚法》第五十九条）。",
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0120_uses_of_the_seal"),
    ]

    operations = [bars(BARS)]
