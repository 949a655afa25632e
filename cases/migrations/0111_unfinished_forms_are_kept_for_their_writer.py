"""What is typed and not yet done is kept for its writer, outside of the record."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0110_papers_are_corrected_and_voided"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(max_length=40)),
                ("about", models.CharField(blank=True, max_length=60)),
                ("fields", models.JSONField()),
                ("case_version", models.PositiveIntegerField()),
                ("saved_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["saved_at"], name="act_draft_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "case", "act", "about"),
                        name="one_draft_per_form_and_officer",
                        violation_error_message="这张表已有一份草稿。",
                    )
                ],
            },
        ),
    ]
