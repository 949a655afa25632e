"""A hearing is a legal object: its own state, stages, exhibits, changes, agents, challenges and report."""

import django.db.models.deletion
import django_fsm
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from officers.triggers import Bar, bars, with_bars_lifted

MESSAGE = "听证尚未了结，不得作出处罚决定（行政处罚法第六十三条）。"
UNFINISHED = (
    "NEW.kind = 'penalty' AND EXISTS (SELECT 1 FROM cases_hearing g WHERE g.case_id = NEW.case_id "
    "AND g.round = NEW.round AND g.{where})"
)


def unfinished(where: str) -> migrations.RunPython:
    return bars(
        [Bar("hearing_over_before_penalty", "cases_decision", "INSERT", UNFINISHED.format(where=where), MESSAGE)]
    )


before = unfinished("status IN ('requested', 'convened')")
now = unfinished("state IN ('requested', 'convened', 'suspended', 'held')")


def keep_what_was_held(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What was held before had its opinion in the record: it counts as reported on the day it was held."""
    for one in apps.get_model("cases", "Hearing").objects.all():
        if one.state == "held":
            one.stages = [{"stage": "minutes", "speaker": "", "text": one.minutes}]
            one.state, one.reported_on, one.report = "reported", one.held_on, one.minutes
            one.opinion = one.opinion or one.minutes
        elif one.state == "waived":
            one.note = one.minutes or "放弃或者撤回"
        else:
            continue
        one.save()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0021_spot_penalties_below_the_application"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(before.reverse_code, before.code),
        *with_bars_lifted(
            migrations.AlterModelOptions(
                name="hearing",
                options={"verbose_name": "听证"},
            ),
            migrations.RemoveConstraint(
                model_name="hearing",
                name="a_held_hearing_has_minutes",
            ),
            migrations.RenameField(model_name="hearing", old_name="status", new_name="state"),
            migrations.AlterField(
                model_name="hearing",
                name="state",
                field=django_fsm.FSMField(
                    choices=[
                        ("requested", "听证已申请"),
                        ("refused", "听证不予受理"),
                        ("convened", "听证已通知"),
                        ("suspended", "听证已中止"),
                        ("held", "听证已举行"),
                        ("reported", "听证已报告"),
                        ("waived", "听证已放弃"),
                        ("ended", "听证已终止"),
                    ],
                    default="requested",
                    max_length=10,
                ),
            ),
            migrations.AddField(
                model_name="hearing",
                name="advice",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("as_notified", "按告知的处理意见决定"),
                        ("lighter", "减轻、从轻或者不予处罚"),
                        ("anew", "事实、证据或者依据有变化，补充调查后重新告知"),
                    ],
                    max_length=12,
                    verbose_name="处理建议",
                ),
            ),
            migrations.AddField(
                model_name="hearing",
                name="attended",
                field=models.CharField(blank=True, max_length=200, verbose_name="其他参加人"),
            ),
            migrations.AddField(
                model_name="hearing",
                name="ended_at",
                field=models.DateTimeField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="hearing",
                name="exhibits",
                field=models.JSONField(default=list),
            ),
            migrations.AddField(
                model_name="hearing",
                name="ground",
                field=models.CharField(blank=True, max_length=40),
            ),
            migrations.AddField(
                model_name="hearing",
                name="note",
                field=models.TextField(blank=True),
            ),
            migrations.AddField(
                model_name="hearing",
                name="private_ground",
                field=models.CharField(
                    blank=True,
                    choices=[("state", "国家秘密"), ("commercial", "商业秘密"), ("privacy", "个人隐私")],
                    max_length=10,
                ),
            ),
            migrations.AddField(
                model_name="hearing",
                name="report",
                field=models.TextField(blank=True, verbose_name="听证基本情况"),
            ),
            migrations.AddField(
                model_name="hearing",
                name="reported_on",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="hearing",
                name="request",
                field=models.TextField(blank=True, verbose_name="要求听证的理由"),
            ),
            migrations.AddField(
                model_name="hearing",
                name="signed",
                field=models.BooleanField(default=True, verbose_name="已核对并签名"),
            ),
            migrations.AddField(
                model_name="hearing",
                name="stages",
                field=models.JSONField(default=list),
            ),
            migrations.AddField(
                model_name="hearing",
                name="started_at",
                field=models.DateTimeField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="hearing",
                name="unsigned_reason",
                field=models.CharField(blank=True, max_length=200, verbose_name="拒绝签名的情况"),
            ),
            migrations.AlterField(
                model_name="hearing",
                name="opinion",
                field=models.TextField(blank=True, verbose_name="听证意见"),
            ),
            migrations.RunPython(keep_what_was_held, migrations.RunPython.noop),
            migrations.RemoveField(
                model_name="hearing",
                name="minutes",
            ),
            migrations.AddConstraint(
                model_name="hearing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ("held", "reported")), _negated=True),
                        models.Q(("held_on__isnull", False), models.Q(("stages", []), _negated=True)),
                        _connector="OR",
                    ),
                    name="a_held_hearing_has_minutes",
                    violation_error_message="听证举行后须有笔录。",
                ),
            ),
            migrations.AddConstraint(
                model_name="hearing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "reported"), _negated=True),
                        models.Q(("opinion", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="a_reported_hearing_has_an_opinion",
                    violation_error_message="听证报告须有听证意见。",
                ),
            ),
            migrations.AddConstraint(
                model_name="hearing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["refused", "waived", "ended"]), _negated=True),
                        models.Q(("note", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="a_hearing_that_was_not_held_says_why",
                    violation_error_message="没有举行听证的，须写明原因。",
                ),
            ),
            migrations.AddConstraint(
                model_name="hearing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("is_public", True), models.Q(("private_reason", ""), _negated=True), _connector="OR"
                    ),
                    name="a_private_hearing_says_why",
                    violation_error_message="听证公开举行；不公开的须写明理由（行政处罚法第六十四条）。",
                ),
            ),
            migrations.AddConstraint(
                model_name="hearing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("chair", None),
                        ("recorder", None),
                        models.Q(("chair", models.F("recorder")), _negated=True),
                        _connector="OR",
                    ),
                    name="chair_and_recorder_differ",
                    violation_error_message="听证主持人和记录人不能是同一人。",
                ),
            ),
        ),
        now,
        migrations.CreateModel(
            name="HearingAgent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="代理人姓名")),
                ("sex", models.CharField(blank=True, max_length=2, verbose_name="性别")),
                ("id_number", models.CharField(max_length=40, verbose_name="身份证件号")),
                ("workplace", models.CharField(blank=True, max_length=120, verbose_name="工作单位及职务")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                (
                    "powers",
                    models.CharField(
                        choices=[("general", "一般授权"), ("special", "特别授权（可以代为承认、放弃、变更）")],
                        max_length=10,
                        verbose_name="授权范围",
                    ),
                ),
                ("authorised_on", models.DateField(verbose_name="授权日期")),
                ("registered_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="HearingChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("postponed", "延期"), ("suspended", "中止"), ("resumed", "恢复"), ("ended", "终止")],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("ground", models.CharField(blank=True, max_length=40)),
                ("reason", models.CharField(max_length=400)),
                ("was_set_for", models.DateTimeField(blank=True, null=True)),
                ("set_for", models.DateTimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="HearingRecusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "function",
                    models.CharField(choices=[("chair", "听证主持人"), ("recorder", "听证记录人")], max_length=10),
                ),
                (
                    "asked_by",
                    models.CharField(choices=[("party", "当事人申请"), ("self", "本人自行回避")], max_length=10),
                ),
                ("reason", models.CharField(max_length=400)),
                ("granted", models.BooleanField()),
                ("opinion", models.CharField(max_length=400)),
                ("decided_on", models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name="hearingagent",
            name="hearing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agents", to="cases.hearing"
            ),
        ),
        migrations.AddField(
            model_name="hearingagent",
            name="power_of_attorney",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.evidence",
                verbose_name="授权委托书",
            ),
        ),
        migrations.AddField(
            model_name="hearingchange",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="hearingchange",
            name="hearing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.hearing"
            ),
        ),
        migrations.AddField(
            model_name="hearingchange",
            name="party",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
        ),
        migrations.AddField(
            model_name="hearingrecusal",
            name="challenged",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="hearingrecusal",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="hearingrecusal",
            name="hearing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="cases.hearing"
            ),
        ),
        migrations.AddField(
            model_name="hearingrecusal",
            name="party",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
        ),
        migrations.AddField(
            model_name="hearingrecusal",
            name="replacement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="hearingagent",
            constraint=models.UniqueConstraint(
                fields=("hearing", "name"),
                name="an_agent_is_registered_once",
                violation_error_message="该代理人已经登记。",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearingchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["postponed", "resumed"]), _negated=True),
                    ("set_for__isnull", False),
                    _connector="OR",
                ),
                name="a_new_hearing_day_is_named",
                violation_error_message="延期或者恢复听证须写明新的时间。",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearingchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="a_change_of_a_hearing_has_a_reason",
                violation_error_message="延期、中止、恢复或者终止听证须写明理由。",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearingrecusal",
            constraint=models.CheckConstraint(
                condition=models.Q(("granted", False), ("replacement__isnull", False), _connector="OR"),
                name="a_recused_person_is_replaced",
                violation_error_message="同意回避的须另行指定人员。",
            ),
        ),
    ]
