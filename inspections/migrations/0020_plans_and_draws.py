"""Plans, draws that do not change once they are made, and who may be drawn for what."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import Bar, bars

PLAN_KEPT = ("number", "title", "year", "trade", "begins_on", "ends_on", "officers_per_object", "lead_id", "permille")
COMMITTED = (
    "plan_id",
    "redraw_of_id",
    "draws_on",
    "opened_by_id",
    "opened_at",
    "supervisor_id",
    "commitment",
    "committed_at",
)
POOLED = ("pool", "pool_sha256", "pooled_at")


def changed(columns: tuple[str, ...]) -> str:
    """SQL: one of these is another than before; nothing and something differ too."""
    return " OR ".join(
        f"(NEW.{one} <> OLD.{one} OR (NEW.{one} IS NULL) <> (OLD.{one} IS NULL))"
        for one in columns
        if one != "permille"
    )


def of_a_published_pool(row: str) -> str:
    return f"EXISTS (SELECT 1 FROM inspections_draw d WHERE d.id = {row}.draw_id AND d.pool_sha256 <> '')"


def of_an_approved_plan(row: str, plan: str) -> str:
    return f"EXISTS (SELECT 1 FROM inspections_drawplan p WHERE p.id = {row}.{plan} AND p.approved_by_id IS NOT NULL)"


DRAWN = "抽取已有结果或者已经取消，不得改动。"
POOL = "抽取池已经公布，不得改动。"
APPROVED = "抽查计划已经批准，不得改动。"
GONE = "抽取的记录不得删除。"
BARS = (
    Bar("draw_ended_stays", "inspections_draw", "UPDATE", "OLD.drawn_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL", DRAWN),
    Bar("draw_pool_stays", "inspections_draw", "UPDATE", f"OLD.pool_sha256 <> '' AND ({changed(COMMITTED + POOLED)})", POOL),
    Bar("draw_commitment_stays", "inspections_draw", "UPDATE", f"OLD.commitment <> '' AND ({changed(COMMITTED)})", "口令的摘要已经提交，不得改动。"),
    Bar("draw_begins_empty", "inspections_draw", "INSERT", "NEW.commitment <> '' OR NEW.pool <> '' OR NEW.nonce <> ''", "抽取须依次提交摘要、公布抽取池、揭示口令。"),
    Bar("draw_wants_plan", "inspections_draw", "INSERT", "NOT " + of_an_approved_plan("NEW", "plan_id"), "抽查计划批准以后才能抽取。"),
    Bar("draw_is_kept", "inspections_draw", "DELETE", "OLD.id IS NOT NULL", GONE),
    Bar("plan_approved_stays", "inspections_drawplan", "UPDATE", f"OLD.approved_by_id IS NOT NULL AND ({changed((*PLAN_KEPT, 'approved_by_id', 'approved_on'))} OR CAST(NEW.permille AS text) <> CAST(OLD.permille AS text))", APPROVED),
    Bar("plan_approved_is_kept", "inspections_drawplan", "DELETE", "OLD.approved_by_id IS NOT NULL", APPROVED),
    Bar("plan_items_stay", "inspections_drawplan_items", "DELETE", of_an_approved_plan("OLD", "drawplan_id"), APPROVED),
    Bar("plan_items_are_all", "inspections_drawplan_items", "INSERT", of_an_approved_plan("NEW", "drawplan_id"), APPROVED),
    Bar("plan_partners_stay", "inspections_planpartner", "DELETE", of_an_approved_plan("OLD", "plan_id"), APPROVED),
    Bar("plan_partners_are_all", "inspections_planpartner", "INSERT", of_an_approved_plan("NEW", "plan_id"), APPROVED),
    Bar("exclusion_before_pool", "inspections_exclusion", "INSERT", of_a_published_pool("NEW"), POOL),
    Bar("exclusion_stays", "inspections_exclusion", "UPDATE", of_a_published_pool("OLD"), POOL),
    Bar("exclusion_is_kept", "inspections_exclusion", "DELETE", of_a_published_pool("OLD"), POOL),
    Bar("waiver_before_pool", "inspections_capwaiver", "INSERT", of_a_published_pool("NEW"), POOL),
    Bar("waiver_stays", "inspections_capwaiver", "UPDATE", of_a_published_pool("OLD"), POOL),
    Bar("waiver_is_kept", "inspections_capwaiver", "DELETE", of_a_published_pool("OLD"), POOL),
    Bar("drawn_object_stays", "inspections_drawnobject", "UPDATE", "OLD.id IS NOT NULL", DRAWN),
    Bar("drawn_object_is_kept", "inspections_drawnobject", "DELETE", "OLD.id IS NOT NULL", GONE),
    Bar("substitution_stays", "inspections_substitution", "UPDATE", "OLD.id IS NOT NULL", DRAWN),
    Bar("substitution_is_kept", "inspections_substitution", "DELETE", "OLD.id IS NOT NULL", GONE),
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0010_sources_candidates_and_informants"),
        ("officers", "0003_counsel_is_a_post"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Draw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("draws_on", models.DateField(verbose_name="抽取日期")),
                ("opened_at", models.DateTimeField()),
                ("commitment", models.CharField(blank=True, max_length=64, verbose_name="口令的摘要")),
                ("committed_at", models.DateTimeField(blank=True, null=True)),
                ("pool", models.TextField(blank=True)),
                ("pool_sha256", models.CharField(blank=True, max_length=64, verbose_name="抽取池的摘要")),
                ("pooled_at", models.DateTimeField(blank=True, null=True)),
                ("nonce", models.CharField(blank=True, max_length=200, verbose_name="口令")),
                ("seed", models.CharField(blank=True, max_length=64, verbose_name="种子")),
                ("result", models.TextField(blank=True)),
                ("result_sha256", models.CharField(blank=True, max_length=64, verbose_name="结果的摘要")),
                ("drawn_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="取消的理由")),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "redraw_of",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redraw",
                        to="inspections.draw",
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervised_draws",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="监督人",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DrawnObject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "credit_class",
                    models.CharField(
                        choices=[
                            ("trusted", "守信"),
                            ("ordinary", "一般"),
                            ("warned", "警示"),
                            ("broken", "失信"),
                            ("gravely_broken", "严重失信"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drawn", to="inspections.draw"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drawn", to="inspections.checkobject"
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drawn", to="inspections.task"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draw", "target"),
                        name="an_object_is_drawn_once_a_draw",
                        violation_error_message="同一次抽取，一个对象只抽一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="计划编号")),
                ("title", models.CharField(max_length=120, verbose_name="任务名称")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "trade",
                    models.CharField(
                        choices=[
                            ("passenger", "道路客运"),
                            ("bus", "城市公交"),
                            ("taxi", "出租汽车"),
                            ("freight", "道路普通货运"),
                            ("dangerous", "危险货物运输"),
                            ("station", "客货运站场"),
                            ("repair", "机动车维修"),
                            ("training", "驾驶员培训"),
                            ("rental", "小微型客车租赁"),
                            ("water", "水路运输"),
                            ("highway", "公路路政"),
                            ("works", "交通建设工程"),
                        ],
                        max_length=20,
                        verbose_name="行业",
                    ),
                ),
                ("begins_on", models.DateField(verbose_name="检查时间从")),
                ("ends_on", models.DateField(verbose_name="检查时间到")),
                (
                    "officers_per_object",
                    models.PositiveSmallIntegerField(default=2, verbose_name="每个对象的检查人员数"),
                ),
                ("permille", models.JSONField(default=dict, editable=False)),
                ("drafted_on", models.DateField(verbose_name="拟订日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
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
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "items",
                    models.ManyToManyField(related_name="plans", to="inspections.checkitem", verbose_name="抽查事项"),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="officers.department",
                        verbose_name="牵头部门",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("begins_on"))),
                        name="a_plan_ends_after_it_begins",
                        violation_error_message="检查时间的结束早于开始。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("officers_per_object__gte", 2)),
                        name="two_officers_at_least_are_drawn",
                        violation_error_message="检查人员不得少于两人（行政处罚法第四十二条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by", None), ("approved_on", None)),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("approved_on__isnull", False),
                                models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_approves_own_plan",
                        violation_error_message="抽查计划须由拟订人以外的负责人批准。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="draw",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draws",
                to="inspections.drawplan",
                verbose_name="抽查计划",
            ),
        ),
        migrations.CreateModel(
            name="Exclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[("leave", "请假、外出"), ("duty", "另有任务"), ("recusal", "回避")],
                        max_length=20,
                        verbose_name="理由",
                    ),
                ),
                ("made_on", models.DateField()),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exclusions", to="inspections.draw"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="不参加的人员",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draw", "officer"),
                        name="an_officer_is_kept_out_once",
                        violation_error_message="这名人员已经排除。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InspectorTrade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("listed_on", models.DateField(verbose_name="列入日期")),
                ("delisted_on", models.DateField(blank=True, null=True, verbose_name="移出日期")),
                ("delisting_reason", models.CharField(blank=True, max_length=200, verbose_name="移出的理由")),
                (
                    "trade",
                    models.CharField(
                        choices=[
                            ("passenger", "道路客运"),
                            ("bus", "城市公交"),
                            ("taxi", "出租汽车"),
                            ("freight", "道路普通货运"),
                            ("dangerous", "危险货物运输"),
                            ("station", "客货运站场"),
                            ("repair", "机动车维修"),
                            ("training", "驾驶员培训"),
                            ("rental", "小微型客车租赁"),
                            ("water", "水路运输"),
                            ("highway", "公路路政"),
                            ("works", "交通建设工程"),
                        ],
                        max_length=20,
                        verbose_name="行业",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_trades",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="检查人员",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("delisted_on", None), ("delisting_reason", "")),
                            models.Q(
                                ("delisted_on__gte", models.F("listed_on")),
                                ("delisted_on__isnull", False),
                                models.Q(("delisting_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="inspectortrade_leaves_its_register_with_day_and_reason",
                        violation_error_message="移出须写明日期和理由，日期不能早于列入的日期。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("delisted_on", None)),
                        fields=("officer", "trade"),
                        name="an_inspector_is_listed_once_a_trade",
                        violation_error_message="这名人员在这一行业已经列入名录库。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="联合部门")),
                ("looks_at", models.CharField(max_length=200, verbose_name="检查内容")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="partners", to="inspections.drawplan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "name"),
                        name="a_partner_is_named_once",
                        violation_error_message="同一联合部门只写一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="回避的理由")),
                ("since", models.DateField(verbose_name="起始日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="终止日期")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_recusals",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="检查人员",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recusals",
                        to="inspections.checkobject",
                        verbose_name="检查对象",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("target", "officer"),
                        name="a_recusal_is_entered_once",
                        violation_error_message="这名人员对这个对象的回避已经登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("since")), _connector="OR"),
                        name="a_recusal_ends_after_it_begins",
                        violation_error_message="回避的终止日期早于起始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_recusal_has_a_reason",
                        violation_error_message="回避须写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Substitution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("leave", "请假、外出"),
                            ("duty", "另有任务"),
                            ("recusal", "回避"),
                            ("certificate", "执法证失效"),
                        ],
                        max_length=20,
                        verbose_name="退出的理由",
                    ),
                ),
                ("excluded", models.JSONField(default=list)),
                ("made_on", models.DateField()),
                (
                    "drawn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutions",
                        to="inspections.drawnobject",
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "out",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="退出的人员",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("drawn", "number"),
                        name="substitutions_are_numbered",
                        violation_error_message="刚才有人已经替换，刷新后再办。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("out", models.F("into")), _negated=True),
                        name="nobody_takes_own_place",
                        violation_error_message="替换的人不能是同一人。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CreditChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "was",
                    models.CharField(
                        choices=[
                            ("trusted", "守信"),
                            ("ordinary", "一般"),
                            ("warned", "警示"),
                            ("broken", "失信"),
                            ("gravely_broken", "严重失信"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "became",
                    models.CharField(
                        choices=[
                            ("trusted", "守信"),
                            ("ordinary", "一般"),
                            ("warned", "警示"),
                            ("broken", "失信"),
                            ("gravely_broken", "严重失信"),
                        ],
                        max_length=20,
                        verbose_name="信用风险分类",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("reason", models.CharField(max_length=200, verbose_name="依据")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credit_changes",
                        to="inspections.checkobject",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("was", models.F("became")), _negated=True),
                        name="a_change_of_credit_changes_it",
                        violation_error_message="信用风险分类没有变化。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CapWaiver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="超过频次仍须抽取的理由")),
                ("made_on", models.DateField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.checkobject",
                        verbose_name="检查对象",
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waivers", to="inspections.draw"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draw", "target"),
                        name="a_cap_is_waived_once",
                        violation_error_message="这个对象已经同意抽取。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_cap_is_waived_with_a_reason",
                        violation_error_message="超过频次抽取须写明理由。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(("supervisor", models.F("opened_by")), _negated=True),
                name="nobody_supervises_own_draw",
                violation_error_message="监督人不能是组织抽取的人。",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("commitment", ""), ("committed_at", None)),
                    models.Q(models.Q(("commitment", ""), _negated=True), ("committed_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_commitment_has_its_time",
                violation_error_message="口令的摘要须有时间。",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pool", ""), ("pool_sha256", ""), ("pooled_at", None)),
                    models.Q(
                        models.Q(("pool", ""), _negated=True),
                        models.Q(("pool_sha256", ""), _negated=True),
                        ("committed_at__isnull", False),
                        ("committed_at__lt", models.F("pooled_at")),
                        ("pooled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="the_nonce_is_committed_before_the_pool",
                violation_error_message="先提交口令的摘要，再公布抽取池。",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("drawn_at", None), ("nonce", ""), ("result", ""), ("result_sha256", ""), ("seed", "")),
                    models.Q(
                        models.Q(("nonce", ""), _negated=True),
                        models.Q(("seed", ""), _negated=True),
                        models.Q(("result", ""), _negated=True),
                        models.Q(("result_sha256", ""), _negated=True),
                        ("drawn_at__isnull", False),
                        ("pooled_at__isnull", False),
                        ("pooled_at__lt", models.F("drawn_at")),
                    ),
                    _connector="OR",
                ),
                name="a_draw_follows_its_published_pool",
                violation_error_message="先公布抽取池，再揭示口令、得出结果。",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancel_reason", ""), ("cancelled_at", None), ("cancelled_by", None)),
                    models.Q(
                        ("cancelled_at__isnull", False),
                        ("cancelled_by__isnull", False),
                        ("drawn_at", None),
                        models.Q(("cancel_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_cancelled_draw_has_a_reason_and_no_result",
                violation_error_message="取消须写明理由；已经抽出结果的不能取消。",
            ),
        ),
        bars(BARS),
    ]
