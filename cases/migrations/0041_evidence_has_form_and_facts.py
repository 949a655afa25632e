"""Evidence says what its form needs, which facts it proves, and to whom it was shown (行政处罚法 41, 46)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0040_preservation_by_registration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.AddField(
            model_name="evidence",
            name="formalities",
            field=models.JSONField(blank=True, default=dict, verbose_name="形式要件"),
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveSmallIntegerField(default=1)),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence_links", to="cases.charge"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="cases.evidence"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evidence", "charge", "line"),
                        name="a_fact_names_its_evidence_once",
                        violation_error_message="这份证据已经对应这项事实。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("shown_at", models.DateTimeField(verbose_name="出示时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("person_name", models.CharField(max_length=60, verbose_name="向谁出示")),
                ("opinion", models.TextField(blank=True, verbose_name="辨认和质证意见")),
                ("signed", models.BooleanField(default=False, verbose_name="已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签说明")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="showings", to="cases.case"
                    ),
                ),
                ("evidence", models.ManyToManyField(related_name="showings", to="cases.evidence")),
                (
                    "first_officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "second_officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_showing_says_why",
                        violation_error_message="没有签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_show",
                        violation_error_message="出示证据须由两名不同的执法人员进行。",
                    ),
                ],
            },
        ),
    )
