"""Whoever asks to correct or void a paper, or handled the case, does not approve it: below the application too."""

from collections.abc import Iterator

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import Bar, bars, with_bars_lifted

# Written from cases.duties.bars_of().
HELD = (
    "NEW.approved_by_id IS NOT NULL AND (NEW.approved_by_id IN (SELECT f.officer_id FROM cases_caseofficer f "
    "WHERE f.case_id = NEW.case_id) OR NEW.approved_by_id IN (SELECT NEW.proposed_by_id))"
)
SAID = "的人不得由本案的承办人、报请更正文书的人担任（《中华人民共和国行政处罚法》第七十五条第二款）。"


def apart() -> Iterator[Bar]:
    for name, what in (("correction", "批准补正文书"), ("voiding", "批准作废文书")):
        for event in ("INSERT", "UPDATE"):
            bar = f"paper_{name}_approver_apart_on_{event.lower()}"
            yield Bar(bar, f"cases_paper{name}", event, HELD, what + SAID)


def proposed_by(name: str) -> migrations.AlterField:
    who = models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)
    return migrations.AlterField(model_name=name, name="proposed_by", field=who)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0030_who_asks_to_repair_a_paper"),
    ]

    operations = [
        *with_bars_lifted(proposed_by("papercorrection"), proposed_by("papervoiding")),
        bars(apart()),
    ]
