"""What was carried out wrongly, or sold far below its value, is made good (行政强制法 28.2, 41)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0021_auctions_go_through_an_auction_house"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Restitution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待决定恢复或者补偿"),
                            ("ordered", "已决定恢复或者补偿，待办理"),
                            ("done", "已恢复或者已补偿"),
                            ("refused", "不予恢复或者补偿"),
                            ("turned", "已转国家赔偿"),
                        ],
                        default="proposed",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("annulled", "执行以后决定被撤销或者确认无效"),
                            ("mistaken", "执行错误"),
                            ("low_price", "变卖价格明显低于市场价格"),
                        ],
                        max_length=10,
                        verbose_name="事由",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("return", "退还财物"),
                            ("licence", "发还、恢复许可证件或者资格"),
                            ("restore", "恢复原状"),
                            ("compensate", "补偿"),
                            ("damages", "赔偿"),
                        ],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="退还、恢复或者补偿的内容")),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="补偿、赔偿金额（元）"
                    ),
                ),
                ("reckoning", models.TextField(blank=True, verbose_name="金额怎样计算")),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField()),
                ("within", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="办理期限（日）")),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision", models.TextField(blank=True, verbose_name="审批意见")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("done_how", models.TextField(blank=True, verbose_name="办理情况")),
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="收据、凭证或者文书")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="restitutions", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disposal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restitutions",
                        to="cases.disposal",
                    ),
                ),
                (
                    "execution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restitutions",
                        to="cases.ownexecution",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restitutions",
                        to="cases.coercivemeasure",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restitutions",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "performance",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restitutions",
                        to="cases.performance",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "恢复、补偿",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("disposal", None),
                                ("execution", None),
                                ("measure", None),
                                ("performance__isnull", False),
                            ),
                            models.Q(
                                ("disposal", None),
                                ("execution", None),
                                ("measure__isnull", False),
                                ("performance", None),
                            ),
                            models.Q(
                                ("disposal", None),
                                ("execution__isnull", False),
                                ("measure", None),
                                ("performance", None),
                            ),
                            models.Q(
                                ("disposal__isnull", False),
                                ("execution", None),
                                ("measure", None),
                                ("performance", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_restitution_is_for_one_thing_done",
                        violation_error_message="恢复、补偿须指明是哪一项执行或者处理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("manner__in", ("compensate", "damages")), _negated=True),
                            models.Q(("amount__gt", 0), models.Q(("reckoning", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_compensation_has_its_sum",
                        violation_error_message="补偿、赔偿须有金额和计算办法。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "proposed"),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_restitution_is_decided_by_somebody",
                        violation_error_message="恢复、补偿须经负责人决定并写明意见。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("done_on__isnull", False), models.Q(("proof", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_restitution_that_is_done_has_its_proof",
                        violation_error_message="已恢复或者补偿的，须有日期和凭证。",
                    ),
                ],
            },
        ),
    ]
