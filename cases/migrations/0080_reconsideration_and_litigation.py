"""What became of a decision in reconsideration or in court; a decision that fell makes room for a new one."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.remedy
from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0071_who_enters_money_did_not_decide"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.CreateModel(
            name="Remedy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("received", "待答复（答辩）"),
                            ("answered", "已答复（答辩）待结果"),
                            ("concluded", "已有结果待生效"),
                            ("appealed", "二审待答辩"),
                            ("final", "已生效"),
                        ],
                        default="received",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("reconsideration", "行政复议"), ("litigation", "行政诉讼")],
                        max_length=16,
                        verbose_name="救济方式",
                    ),
                ),
                ("applicant", models.CharField(max_length=120, verbose_name="申请人（原告）")),
                ("authority", models.CharField(max_length=120, verbose_name="复议机关（法院）")),
                ("authority_number", models.CharField(max_length=60, verbose_name="受理文号（案号）")),
                ("applied_on", models.DateField(verbose_name="申请（起诉）日期")),
                ("received_on", models.DateField(verbose_name="收到副本日期")),
                ("simplified", models.BooleanField(default=False, verbose_name="适用简易程序")),
                ("claim", models.TextField(verbose_name="请求和理由")),
                ("instance", models.PositiveSmallIntegerField(default=1, verbose_name="审级")),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, verbose_name="答复（答辩）意见")),
                ("stay_since", models.DateField(blank=True, null=True, verbose_name="停止执行起")),
                ("stay_until", models.DateField(blank=True, null=True, verbose_name="停止执行止")),
                ("stay_reason", models.CharField(blank=True, max_length=200, verbose_name="停止执行的决定机关和理由")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "维持"),
                            ("dismissed", "驳回"),
                            ("changed", "变更"),
                            ("annulled", "撤销"),
                            ("illegal", "确认违法"),
                            ("invalid", "确认无效"),
                            ("withdrawn", "撤回申请（撤诉）或者终止"),
                        ],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("outcome_number", models.CharField(blank=True, max_length=60, verbose_name="决定书（裁判文书）文号")),
                ("outcome_on", models.DateField(blank=True, null=True, verbose_name="作出日期")),
                ("outcome_served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                ("outcome_reasons", models.TextField(blank=True, verbose_name="结果要点和理由")),
                ("procedural", models.BooleanField(default=False, verbose_name="仅因违反法定程序撤销")),
                (
                    "redo_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="责令重新作出的期限（日）"),
                ),
                ("redo_ordered", models.BooleanField(default=False, verbose_name="责令重新作出行政行为")),
                ("changed_to", models.JSONField(blank=True, default=dict)),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="生效日期")),
            ],
            options={
                "verbose_name": "复议、诉讼",
            },
            bases=(cases.procedure.remedy.AnsweringRemedy, models.Model),
        ),
        migrations.RemoveConstraint(
            model_name="decision",
            name="one_decision_per_party",
        ),
        migrations.AddField(
            model_name="decision",
            name="effect",
            field=models.CharField(
                choices=[
                    ("standing", "有效"),
                    ("changed", "已变更"),
                    ("illegal", "确认违法"),
                    ("annulled", "已撤销"),
                    ("invalid", "确认无效"),
                ],
                default="standing",
                max_length=10,
                verbose_name="效力",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="effect_on",
            field=models.DateField(blank=True, null=True, verbose_name="效力变动日期"),
        ),
        migrations.AlterField(
            model_name="sanction",
            name="stage",
            field=models.CharField(
                choices=[
                    ("proposed", "拟处罚"),
                    ("lightened", "听取意见后从轻的拟处罚"),
                    ("decided", "决定"),
                    ("changed", "复议、诉讼变更"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("effect__in", ["standing", "changed", "illegal"])),
                fields=("case", "party"),
                name="one_decision_per_party",
                violation_error_message="对同一当事人的同一违法行为不得重复决定（行政处罚法第二十九条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("effect", "standing"), ("effect_on__isnull", False), _connector="OR"),
                name="a_changed_effect_has_its_day",
                violation_error_message="决定效力变动须有日期。",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="remedies", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remedies",
                to="cases.decision",
                verbose_name="被申请的决定",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remedies",
                to="cases.party",
                verbose_name="当事人",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "final"), _negated=True),
                fields=("decision", "kind"),
                name="one_open_remedy_of_a_kind",
                violation_error_message="对这份决定已有一件未了结的同类复议、诉讼。",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_on__gte", models.F("applied_on"))),
                name="a_remedy_is_received_after_it_is_sought",
                violation_error_message="收到副本的日期早于申请（起诉）日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["concluded", "final"]), _negated=True),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        ("outcome_on__isnull", False),
                        models.Q(("outcome_reasons", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_concluded_remedy_has_its_outcome",
                violation_error_message="复议、诉讼的结果须有种类、日期和要点。",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "final"), _negated=True), ("effective_on__isnull", False), _connector="OR"
                ),
                name="a_final_remedy_has_its_day",
                violation_error_message="已生效的复议、诉讼结果须有生效日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stay_until", None),
                    models.Q(("stay_since__isnull", False), ("stay_until__gte", models.F("stay_since"))),
                    _connector="OR",
                ),
                name="a_stay_ends_after_it_begins",
                violation_error_message="停止执行的结束日早于开始日。",
            ),
        ),
    )
