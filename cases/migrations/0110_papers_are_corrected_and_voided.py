"""A slip of the pen in an issued paper is put right by a new one; a paper that nobody has is taken out of use."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.paper_repair


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0102_evidence_excluded_roads_cleared_decisions_set_aside"),
        ("documents", "0002_issued_papers_never_change"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wrong", models.CharField(blank=True, max_length=400, verbose_name="原文")),
                ("right", models.CharField(blank=True, max_length=400, verbose_name="应为")),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("proposed", "待批准补正"), ("refused", "不批准补正"), ("approved", "已补正")],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_corrections", to="cases.case"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="documents.document"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
            ],
            options={
                "verbose_name": "文书补正",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("paper",),
                        name="one_correction_of_a_paper_at_a_time",
                        violation_error_message="这份文书正在报批补正。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wrong", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="a_correction_says_what_and_why",
                        violation_error_message="补正须写明原文和理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_correction_is_approved_by_somebody",
                        violation_error_message="补正须经负责人批准。",
                    ),
                ],
            },
            bases=(cases.procedure.paper_repair.CorrectingPaper, models.Model),
        ),
        migrations.CreateModel(
            name="PaperVoiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wrong", models.CharField(blank=True, max_length=400, verbose_name="原文")),
                ("right", models.CharField(blank=True, max_length=400, verbose_name="应为")),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                ("reissue", models.BooleanField(default=True, verbose_name="换发")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("proposed", "待批准作废"), ("refused", "不批准作废"), ("approved", "已作废")],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_voidings", to="cases.case"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="voidings", to="documents.document"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "文书作废",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("paper",),
                        name="one_voiding_of_a_paper_at_a_time",
                        violation_error_message="这份文书正在报批作废。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_voiding_says_why",
                        violation_error_message="作废文书须写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_voiding_is_approved_by_somebody",
                        violation_error_message="作废文书须经负责人批准。",
                    ),
                ],
            },
            bases=(cases.procedure.paper_repair.VoidingPaper, models.Model),
        ),
    ]
