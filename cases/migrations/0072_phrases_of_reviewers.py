"""Reviewers keep the sentences they use again and again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0071_disputes_and_advice_in_a_review"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewPhrase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("point", models.PositiveSmallIntegerField(verbose_name="审核要点")),
                ("text", models.CharField(max_length=200, verbose_name="常用意见")),
                ("shared", models.BooleanField(default=False, verbose_name="全单位可用")),
                ("added_on", models.DateField()),
                ("retired_on", models.DateField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("point__gte", 1), ("point__lte", 8), models.Q(("text", ""), _negated=True)),
                        name="a_phrase_is_for_a_point",
                        violation_error_message="常用意见须写明内容和审核要点。",
                    )
                ],
            },
        ),
    ]
