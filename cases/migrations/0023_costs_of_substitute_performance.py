"""What a performance in the party's place cost is accounted for, demanded and settled (行政强制法 51.2)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0022_what_was_done_wrongly_is_made_good"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CostClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("demanded", "待缴代履行费用"),
                            ("reminded", "已催告缴纳代履行费用"),
                            ("applied", "已申请法院强制执行代履行费用"),
                            ("accepted", "法院已受理代履行费用"),
                            ("paid", "代履行费用已缴清"),
                            ("waived", "依法不由当事人承担"),
                        ],
                        default="demanded",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                ("cost", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="实际费用（元）")),
                ("breakdown", models.TextField(verbose_name="费用构成")),
                ("excess_reason", models.TextField(blank=True, verbose_name="超出预算的理由")),
                (
                    "prepaid",
                    models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name="已经预付（元）"),
                ),
                ("paid_back", models.CharField(blank=True, max_length=200, verbose_name="多预付的怎样退还")),
                ("waiver", models.CharField(blank=True, max_length=200, verbose_name="不由当事人承担的法律依据")),
                ("accounted_on", models.DateField()),
                ("reminded_on", models.DateField(blank=True, null=True)),
                ("court", models.CharField(blank=True, max_length=80, verbose_name="受理法院")),
                ("applied_on", models.DateField(blank=True, null=True)),
                ("court_number", models.CharField(blank=True, max_length=60, verbose_name="法院案号")),
                ("court_reason", models.TextField(blank=True, verbose_name="法院的理由")),
                (
                    "accounted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "applied_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="cost_claims", to="cases.case"
                    ),
                ),
                (
                    "clearing",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim",
                        to="cases.clearing",
                    ),
                ),
                (
                    "execution",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim",
                        to="cases.ownexecution",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cost_claims",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["applied", "accepted"]), _negated=True),
                            models.Q(
                                ("applied_by__isnull", False),
                                ("reminded_on__isnull", False),
                                models.Q(("court", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_court_is_asked_for_costs_after_a_reminder",
                        violation_error_message="未经催告不得申请法院强制执行（行政强制法第五十四条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "waived"), _negated=True),
                            models.Q(("waiver", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="costs_are_waived_only_by_law",
                        violation_error_message="代履行费用由当事人承担，法律另有规定的除外（行政强制法第五十一条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("prepaid__lte", models.F("cost")),
                            models.Q(("paid_back", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_prepaid_too_much_goes_back",
                        violation_error_message="预付多于实际费用的，多出的部分退还当事人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__gt", 0), models.Q(("breakdown", ""), _negated=True)),
                        name="costs_are_itemised",
                        violation_error_message="代履行费用须有金额和构成。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clearing", None), ("execution__isnull", False)),
                            models.Q(("clearing__isnull", False), ("execution", None)),
                            _connector="OR",
                        ),
                        name="costs_are_of_one_performance",
                        violation_error_message="代履行费用须指明是哪一次代履行。",
                    ),
                ],
                "verbose_name": "代履行费用",
            },
        ),
        migrations.CreateModel(
            name="CostPayment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="金额（元）")),
                ("paid_on", models.DateField(verbose_name="缴款日期")),
                ("receipt_number", models.CharField(max_length=40, unique=True, verbose_name="票据号")),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cost_payments", to="cases.costclaim"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="a_cost_payment_is_positive",
                        violation_error_message="缴款金额必须大于零。",
                    )
                ],
            },
        ),
    ]
