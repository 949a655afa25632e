"""What the whole record was at a moment is noted and kept: signed, and never changed again."""

from django.db import migrations, models

from officers.triggers import Bar, bars

KEPT = [
    Bar(
        f"recordcheckpoint_keeps_on_{event.lower()}",
        "cases_recordcheckpoint",
        event,
        "1 = 1",
        "全过程记录的检查点只能追加，不得改动或者删除。",
    )
    for event in ("UPDATE", "DELETE")
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0031_repairs_of_papers_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordCheckpoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveBigIntegerField(unique=True)),
                ("taken_at", models.DateTimeField()),
                ("text", models.TextField()),
                ("outside", models.BooleanField(default=False)),
            ],
            options={"ordering": ["size"]},
        ),
        bars(KEPT),
    ]
