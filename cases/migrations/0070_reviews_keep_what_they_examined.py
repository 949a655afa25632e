"""A review keeps the dossier that it is about, and why it was asked for; a point may not apply (行政处罚法 58)."""

from django.db import migrations, models

from officers.triggers import with_bars_lifted

OUTCOMES = [
    ("passed", "同意"),
    ("returned", "退回补充调查或补正"),
    ("corrected", "提出纠正意见"),
    ("transfer", "建议移送"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0051_files_kept_so_far_are_entered_in_the_store"),
    ]

    operations = with_bars_lifted(
        migrations.AddField("legalreview", "examined", models.JSONField(default=dict)),
        migrations.AddField("legalreview", "why", models.JSONField(default=list)),
        migrations.AlterField("legalreview", "outcome", models.CharField(blank=True, choices=OUTCOMES, max_length=10)),
        migrations.AddField("reviewpoint", "applies", models.BooleanField(db_default=True, default=True)),
        migrations.AddConstraint(
            "reviewpoint",
            models.CheckConstraint(
                condition=models.Q(
                    ("applies", True),
                    models.Q(("satisfied", True), models.Q(("remark", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_point_that_does_not_apply_says_why",
                violation_error_message="审核要点答“不适用”的须说明理由。",
            ),
        ),
    )
