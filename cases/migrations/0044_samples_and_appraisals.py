"""Samples and appraisals have lives of their own (行政处罚法 46, 56; 行政强制法 25.3)."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0043_orders_obeyed_before_are_corrected"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Appraisal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("entrusted", "鉴定中"),
                            ("received", "鉴定意见待告知"),
                            ("told_to_party", "鉴定意见已告知"),
                            ("contested", "当事人申请重新鉴定"),
                            ("repeated", "已重新鉴定"),
                            ("upheld", "不予重新鉴定"),
                        ],
                        default="entrusted",
                        max_length=50,
                    ),
                ),
                ("institution", models.CharField(max_length=120, verbose_name="鉴定机构")),
                ("qualification", models.CharField(max_length=120, verbose_name="资质证书号")),
                ("question", models.TextField(verbose_name="鉴定事项")),
                ("samples", models.TextField(verbose_name="送鉴材料")),
                ("entrusted_on", models.DateField()),
                ("expected_on", models.DateField(verbose_name="约定完成日期")),
                ("stops", models.JSONField(default=list)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("opinion", models.TextField(blank=True, verbose_name="鉴定意见")),
                ("appraisers", models.CharField(blank=True, max_length=120, verbose_name="鉴定人")),
                ("told_on", models.DateField(blank=True, null=True)),
                ("contest_reason", models.TextField(blank=True, verbose_name="申请重新鉴定的理由")),
                ("answer", models.TextField(blank=True, verbose_name="对申请的答复")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appraisals", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="cases.evidence",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "repeats",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="cases.appraisal",
                    ),
                ),
            ],
            options={
                "verbose_name": "鉴定",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expected_on__gte", models.F("entrusted_on"))),
                        name="an_appraisal_ends_after_it_begins",
                        violation_error_message="约定完成日期早于委托日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "entrusted"),
                            models.Q(("received_on__isnull", False), models.Q(("opinion", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_received_appraisal_has_its_opinion",
                        violation_error_message="收到的鉴定须有日期和意见。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sampling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("samples_taken", "样品待处理"), ("samples_settled", "样品已处理")],
                        default="samples_taken",
                        max_length=50,
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="抽样开始时间")),
                ("ended_at", models.DateTimeField(verbose_name="抽样结束时间")),
                ("place", models.CharField(max_length=120, verbose_name="抽样地点")),
                ("things", models.JSONField(default=list, verbose_name="样品")),
                ("seals", models.CharField(max_length=200, verbose_name="封签编号和封样情况")),
                ("signed", models.BooleanField(default=False, verbose_name="当事人已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签或者不在场的情况和见证人")),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("settlement", models.CharField(blank=True, max_length=200, verbose_name="样品怎样处理")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="samplings", to="cases.case"
                    ),
                ),
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
                        related_name="samplings",
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
                "verbose_name": "抽样取证",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gt", models.F("started_at"))),
                        name="a_sampling_ends_after_it_begins",
                        violation_error_message="抽样结束时间必须晚于开始时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_sampling_says_why",
                        violation_error_message="没有签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_sample",
                        violation_error_message="抽样取证须由两名不同的执法人员进行。",
                    ),
                ],
            },
        ),
    ]
