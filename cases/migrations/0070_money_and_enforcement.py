"""Payment plans, refunds, files from the bank, and enforcement with its decisions and its application."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0061_archive_loans_and_disposal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BankFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Enforcement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("open", "待催告"),
                            ("reminded", "已催告"),
                            ("decided", "已决定强制执行"),
                            ("substitute", "已决定代履行"),
                            ("proposed", "待批准申请法院强制执行"),
                            ("applied", "已申请法院强制执行"),
                            ("accepted", "法院已受理"),
                            ("rejected", "法院不予受理"),
                            ("granted", "法院准予执行"),
                            ("denied", "法院不准予执行"),
                            ("suspended", "已中止执行"),
                            ("agreed", "执行协议履行中"),
                            ("done", "已执行完毕"),
                            ("ended", "已终结执行"),
                        ],
                        default="open",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "resumes_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "待催告"),
                            ("reminded", "已催告"),
                            ("decided", "已决定强制执行"),
                            ("substitute", "已决定代履行"),
                            ("proposed", "待批准申请法院强制执行"),
                            ("applied", "已申请法院强制执行"),
                            ("accepted", "法院已受理"),
                            ("rejected", "法院不予受理"),
                            ("granted", "法院准予执行"),
                            ("denied", "法院不准予执行"),
                            ("suspended", "已中止执行"),
                            ("agreed", "执行协议履行中"),
                            ("done", "已执行完毕"),
                            ("ended", "已终结执行"),
                        ],
                        max_length=12,
                    ),
                ),
                ("begun_on", models.DateField()),
                ("duty", models.TextField(verbose_name="应履行的义务")),
                ("reminded_on", models.DateField(blank=True, null=True)),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name="催告金额（元）"),
                ),
                ("manner", models.TextField(blank=True, verbose_name="履行方式")),
                ("demands", models.TextField(blank=True, verbose_name="履行要求")),
                ("measures", models.JSONField(blank=True, default=list, verbose_name="逾期采取的措施")),
                (
                    "other_measure",
                    models.CharField(blank=True, max_length=120, verbose_name="其他强制执行方式或者代履行人"),
                ),
                ("statement", models.TextField(blank=True, verbose_name="催告后的陈述申辩")),
                ("stated_on", models.DateField(blank=True, null=True)),
                (
                    "accepted",
                    models.CharField(
                        blank=True,
                        choices=[("fully", "采纳"), ("partly", "部分采纳"), ("not", "不予采纳")],
                        max_length=10,
                        verbose_name="采纳情况",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="复核意见及理由")),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "structure",
                    models.CharField(blank=True, max_length=200, verbose_name="应拆除的建筑物、构筑物、设施"),
                ),
                ("remove_by", models.DateField(blank=True, null=True, verbose_name="限期自行拆除的日期")),
                ("announced_on", models.DateField(blank=True, null=True)),
                ("over_on", models.DateField(blank=True, null=True)),
                ("over_ground", models.CharField(blank=True, max_length=40, verbose_name="终结情形")),
                ("over_reason", models.TextField(blank=True, verbose_name="执行情况")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enforcements", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enforcements", to="cases.party"
                    ),
                ),
            ],
            options={
                "verbose_name": "强制执行",
            },
        ),
        migrations.CreateModel(
            name="CourtApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("court", models.CharField(max_length=80, verbose_name="受理法院")),
                ("proposed_on", models.DateField()),
                ("requests", models.TextField(verbose_name="请求事项")),
                ("assets", models.TextField(verbose_name="申请强制执行标的情况")),
                ("materials", models.JSONField(default=dict, verbose_name="提交材料")),
                ("urgency", models.TextField(blank=True, verbose_name="立即执行的紧急情况")),
                ("applied_on", models.DateField(blank=True, null=True)),
                ("court_number", models.CharField(blank=True, max_length=60, verbose_name="法院案号")),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("ruled_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, verbose_name="裁定理由")),
                ("reviewed_by", models.CharField(blank=True, max_length=80, verbose_name="上一级人民法院")),
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
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="applications", to="cases.enforcement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EnforcementAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreed_on", models.DateField()),
                ("terms", models.TextField(verbose_name="协议内容")),
                ("last_day", models.DateField(verbose_name="全部履行的最后日期")),
                ("remedial", models.TextField(blank=True, verbose_name="当事人采取的补救措施")),
                (
                    "relief",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="减免的加处罚款（元）"
                    ),
                ),
                ("broken_on", models.DateField(blank=True, null=True)),
                ("breach", models.TextField(blank=True, verbose_name="不履行协议的情况")),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="cases.enforcement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OwnExecution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("own", "行政强制执行"), ("substitute", "代履行")], max_length=10)),
                ("decided_on", models.DateField()),
                ("power", models.CharField(max_length=40, verbose_name="强制执行方式")),
                ("hiding", models.BooleanField(default=False, verbose_name="有转移或者隐匿财物迹象")),
                ("immediate", models.BooleanField(default=False, verbose_name="立即实施")),
                ("reason", models.TextField(verbose_name="理由")),
                ("planned_on", models.DateField(verbose_name="执行日期")),
                ("content", models.TextField(verbose_name="执行方式和内容")),
                ("executor", models.CharField(blank=True, max_length=80, verbose_name="代履行人")),
                (
                    "budget",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="费用预算（元）"
                    ),
                ),
                (
                    "prepaid_within",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="预付期限（日）"),
                ),
                ("reminded_again_on", models.DateField(blank=True, null=True)),
                ("carried_out_at", models.DateTimeField(blank=True, null=True)),
                ("signed_by", models.CharField(blank=True, max_length=120, verbose_name="签名或者盖章的人")),
                ("urgency", models.CharField(blank=True, max_length=200, verbose_name="紧急情况")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="实际费用（元）"
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="实施情况")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="executions", to="cases.enforcement"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaymentPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("asked", "待批准延期或者分期"),
                            ("approved", "已批准延期或者分期"),
                            ("refused", "不同意延期或者分期"),
                        ],
                        default="asked",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("deferral", "延期缴纳"), ("instalments", "分期缴纳")],
                        max_length=12,
                        verbose_name="申请事项",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                ("reason", models.TextField(verbose_name="申请理由")),
                ("proof", models.TextField(verbose_name="经济困难的证明材料")),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision", models.TextField(blank=True, verbose_name="审批意见")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payment_plans", to="cases.case"
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
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payment_plans", to="cases.party"
                    ),
                ),
            ],
            options={
                "verbose_name": "延期、分期缴纳",
            },
        ),
        migrations.CreateModel(
            name="Instalment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("due_on", models.DateField()),
                ("last_day", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="instalments", to="cases.paymentplan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Refund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("requested", "待批准退款"),
                            ("approved", "已批准待退款"),
                            ("refunded", "已退款"),
                            ("refused", "不予退款"),
                        ],
                        default="requested",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[("overpaid", "多缴"), ("changed", "处罚决定被撤销或者变更"), ("mistaken", "误缴")],
                        max_length=10,
                        verbose_name="退款事由",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="退款金额（元）")),
                ("reason", models.TextField(verbose_name="退款理由")),
                ("requested_on", models.DateField()),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision", models.TextField(blank=True, verbose_name="审批意见")),
                ("refunded_on", models.DateField(blank=True, null=True, verbose_name="退款日期")),
                ("voucher_number", models.CharField(blank=True, max_length=40, verbose_name="退付凭证号")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refunds", to="cases.case"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refunds", to="cases.party"
                    ),
                ),
            ],
            options={
                "verbose_name": "退款",
            },
        ),
        migrations.CreateModel(
            name="SurchargeRelief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="减免的加处罚款（元）")),
                ("reason", models.TextField(verbose_name="减免理由")),
                ("basis", models.CharField(max_length=120)),
                ("granted_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="surcharge_reliefs", to="cases.case"
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="surcharge_reliefs", to="cases.party"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ground", models.CharField(max_length=40, verbose_name="中止情形")),
                ("reason", models.TextField(verbose_name="中止理由")),
                ("harmless", models.BooleanField(default=False, verbose_name="没有明显社会危害，当事人确无能力履行")),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="suspensions", to="cases.enforcement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BankLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="行号")),
                ("raw", models.JSONField(verbose_name="原文")),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="缴款日期")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="金额（元）"
                    ),
                ),
                ("receipt_number", models.CharField(blank=True, max_length=80, verbose_name="财政票据号")),
                ("decision_number", models.CharField(blank=True, max_length=200, verbose_name="决定书文号")),
                ("payer", models.CharField(blank=True, max_length=200, verbose_name="缴款人")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("matched", "已登记"),
                            ("underpaid", "已登记，未缴足"),
                            ("overpaid", "已登记，多缴"),
                            ("duplicate", "重复"),
                            ("unmatched", "未匹配"),
                            ("unreadable", "无法读取"),
                        ],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="原因")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="cases.bankfile"
                    ),
                ),
                (
                    "payment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_line",
                        to="cases.payment",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("file", "number"),
                        name="a_bank_line_is_kept_once",
                        violation_error_message="这一行已经读入。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("payment__isnull", False), ("status__in", ["matched", "underpaid", "overpaid"])),
                            models.Q(
                                models.Q(("status__in", ["matched", "underpaid", "overpaid"]), _negated=True),
                                ("payment", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_matched_line_has_its_payment",
                        violation_error_message="已登记的行须有对应的缴款。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="enforcement",
            constraint=models.UniqueConstraint(
                fields=("case", "party"),
                name="one_enforcement_per_party",
                violation_error_message="该当事人已在强制执行中。",
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "open"), ("state__in", ["done", "ended"]), ("reminded_on__isnull", False), _connector="OR"
                ),
                name="nothing_is_enforced_before_a_reminder",
                violation_error_message="未经催告不得强制执行（行政强制法第三十五条、第五十四条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["suspended", "agreed"]), _negated=True),
                    models.Q(("resumes_to", ""), _negated=True),
                    _connector="OR",
                ),
                name="what_stands_still_knows_where_to_resume",
                violation_error_message="中止或者达成协议的执行须记明从哪一步恢复。",
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["done", "ended"]), _negated=True),
                    ("over_on__isnull", False),
                    _connector="OR",
                ),
                name="an_enforcement_that_is_over_has_its_day",
                violation_error_message="已了结的执行须有日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on", None),
                    models.Q(models.Q(("answer", ""), _negated=True), models.Q(("accepted", ""), _negated=True)),
                    _connector="OR",
                ),
                name="an_answer_after_a_reminder_has_reasons",
                violation_error_message="复核须写明意见和理由（行政强制法第三十六条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="courtapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(("applied_on", None), ("applied_by__isnull", False), _connector="OR"),
                name="the_head_signs_an_application",
                violation_error_message="强制执行申请书须由行政机关负责人签名（行政强制法第五十五条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="courtapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on", None),
                    ("applied_on__isnull", True),
                    ("accepted_on__gte", models.F("applied_on")),
                    _connector="OR",
                ),
                name="a_court_accepts_after_the_application",
                violation_error_message="受理日期早于申请日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="enforcementagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("relief", 0), models.Q(("remedial", ""), _negated=True), _connector="OR"),
                name="relief_needs_a_remedial_measure",
                violation_error_message="当事人采取补救措施的，才可以减免加处的罚款（行政强制法第四十二条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownexecution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "own"),
                    models.Q(models.Q(("executor", ""), _negated=True), ("budget__isnull", False)),
                    _connector="OR",
                ),
                name="a_substitute_has_name_and_budget",
                violation_error_message="代履行决定须写明代履行人和费用预算（行政强制法第五十一条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownexecution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("carried_out_at", None),
                    models.Q(models.Q(("result", ""), _negated=True), models.Q(("signed_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="what_was_carried_out_is_signed",
                violation_error_message="实施强制执行须有情况记录和签名（行政强制法第五十一条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "refused"), _negated=True),
                fields=("case", "party"),
                name="one_payment_plan_per_party",
                violation_error_message="该当事人已有延期、分期缴纳的申请或者批准。",
            ),
        ),
        migrations.AddConstraint(
            model_name="paymentplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "asked"),
                    models.Q(("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_decided_plan_says_when_and_why",
                violation_error_message="延期、分期缴纳的审批须有日期和意见。",
            ),
        ),
        migrations.AddConstraint(
            model_name="instalment",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"),
                name="instalments_are_numbered_once",
                violation_error_message="同一期只能有一笔。",
            ),
        ),
        migrations.AddConstraint(
            model_name="instalment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="an_instalment_is_positive",
                violation_error_message="每期金额必须大于零。",
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="a_refund_is_positive",
                violation_error_message="退款金额必须大于零。",
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refunded"), _negated=True),
                    models.Q(("refunded_on__isnull", False), models.Q(("voucher_number", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_refund_has_its_voucher",
                violation_error_message="已退款的须有退款日期和退付凭证号。",
            ),
        ),
        migrations.AddConstraint(
            model_name="surchargerelief",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="a_relief_is_positive",
                violation_error_message="减免金额必须大于零。",
            ),
        ),
        migrations.AddConstraint(
            model_name="surchargerelief",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("reason", ""), _negated=True), models.Q(("basis", ""), _negated=True)),
                name="a_relief_has_reason_and_basis",
                violation_error_message="减免加处罚款须有理由和依据。",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.UniqueConstraint(
                condition=models.Q(("last", None)),
                fields=("enforcement",),
                name="enforcement_is_suspended_once_at_a_time",
                violation_error_message="执行已经中止。",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.CheckConstraint(
                condition=models.Q(("last", None), ("last__gte", models.F("first")), _connector="OR"),
                name="a_suspension_ends_after_it_begins",
                violation_error_message="中止的结束日早于开始日。",
            ),
        ),
    ]
