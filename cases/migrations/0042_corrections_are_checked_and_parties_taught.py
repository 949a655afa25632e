"""An order to correct has a life of its own with its re-checks; a lesson is kept (行政处罚法 28, 33.3)."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0041_evidence_has_form_and_facts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.CreateModel(
            name="EducationRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("taught_at", models.DateTimeField(verbose_name="教育时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("person_name", models.CharField(max_length=60, verbose_name="受教育人")),
                ("content", models.TextField(verbose_name="教育内容")),
                ("response", models.TextField(blank=True, verbose_name="当事人的表示")),
                ("signed", models.BooleanField(default=False, verbose_name="已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签说明")),
            ],
        ),
        migrations.CreateModel(
            name="Recheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("checked_on", models.DateField(verbose_name="复查日期")),
                (
                    "result",
                    models.CharField(
                        choices=[("corrected", "已改正"), ("partly", "部分改正"), ("not", "没有改正")],
                        max_length=10,
                        verbose_name="复查结果",
                    ),
                ),
                ("finding", models.TextField(verbose_name="复查情况")),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="下一步")),
            ],
        ),
        migrations.AlterModelOptions(
            name="correction",
            options={"verbose_name": "责令改正"},
        ),
        migrations.AddField(
            model_name="correction",
            name="extension_reason",
            field=models.TextField(blank=True, verbose_name="延长改正期限的理由"),
        ),
        migrations.AddField(
            model_name="correction",
            name="state",
            field=django_fsm.FSMField(
                choices=[("ordered", "待改正复查"), ("corrected", "已改正"), ("handed_on", "未改正转其他处理")],
                default="ordered",
                max_length=50,
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "corrected"), _negated=True), ("corrected_on__isnull", False), _connector="OR"
                ),
                name="a_corrected_order_has_its_day",
                violation_error_message="已经改正的，须写明日期。",
            ),
        ),
        migrations.AddField(
            model_name="educationrecord",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="education_records", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="educationrecord",
            name="first_officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="educationrecord",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="education_records", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="educationrecord",
            name="second_officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="recheck",
            name="correction",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rechecks", to="cases.correction"
            ),
        ),
        migrations.AddField(
            model_name="recheck",
            name="first_officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="recheck",
            name="second_officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="educationrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                name="an_unsigned_education_record_says_why",
                violation_error_message="没有签名的，须注明情况。",
            ),
        ),
        migrations.AddConstraint(
            model_name="recheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                name="two_different_officers_recheck",
                violation_error_message="复查须由两名不同的执法人员进行。",
            ),
        ),
        migrations.AddConstraint(
            model_name="recheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("result", "corrected"), models.Q(("next_step", ""), _negated=True), _connector="OR"
                ),
                name="an_uncorrected_order_has_a_next_step",
                violation_error_message="没有改正完毕的，须写明下一步怎样处理。",
            ),
        ),
    )
