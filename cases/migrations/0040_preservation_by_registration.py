"""Things kept as evidence by registration have a life of their own (行政处罚法 56)."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0031_what_a_party_was_told_and_said"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Preservation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("preservation_proposed", "待批准登记保存"),
                            ("preservation_approved", "已批准登记保存"),
                            ("preservation_refused", "不予登记保存"),
                            ("kept", "登记保存中"),
                            ("released", "已解除待返还"),
                            ("lapsed", "期满自动解除待返还"),
                            ("converted", "已转其他处理"),
                            ("returned", "物品已返还"),
                        ],
                        default="preservation_proposed",
                        max_length=50,
                    ),
                ),
                ("reason", models.TextField(verbose_name="登记保存理由")),
                ("things", models.JSONField(default=list, verbose_name="物品")),
                ("proposed_on", models.DateField()),
                ("kept_at", models.DateTimeField(blank=True, null=True, verbose_name="登记保存时间")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="保存地点")),
                ("keeper", models.CharField(blank=True, max_length=60, verbose_name="保管人")),
                ("signed", models.BooleanField(default=False, verbose_name="当事人已在清单上签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签或者不在场的情况和见证人")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("release", "解除登记保存，返还物品"),
                            ("appraisal", "送交鉴定"),
                            ("seizure", "转为查封、扣押"),
                            ("confiscation", "随处罚决定没收"),
                        ],
                        max_length=12,
                    ),
                ),
                ("outcome_on", models.DateField(blank=True, null=True)),
                ("outcome_reason", models.TextField(blank=True, verbose_name="处理理由")),
                ("lapsed_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("receiver", models.CharField(blank=True, max_length=60, verbose_name="领取人")),
                ("return_note", models.CharField(blank=True, max_length=200, verbose_name="返还情况")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="preservations", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preservations",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "second_officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "先行登记保存",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kept_at", None),
                            ("signed", True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_preservation_is_signed_or_says_why_not",
                        violation_error_message="登记保存清单没有当事人签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["kept", "lapsed"]), _negated=True),
                            ("kept_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_kept_was_registered",
                        violation_error_message="登记保存须有清点登记的时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("returned_on__isnull", False), models.Q(("receiver", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_return_has_its_receiver",
                        violation_error_message="返还物品须写明日期和领取人。",
                    ),
                ],
            },
        ),
    ]
