"""Results of inspections: as they were loaded, and as the portal shows them in a table of its own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import publicity.inspected


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0020_figures_of_a_year_are_counted_and_approved"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="InspectionBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("loaded_on", models.DateField(verbose_name="导入日期")),
                ("due_on", models.DateField(verbose_name="最迟公示日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="审核日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="退回日期")),
                ("return_reason", models.CharField(blank=True, max_length=300, verbose_name="退回的理由")),
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
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "returned_by",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by", None), ("approved_on", None)),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("approved_on__isnull", False),
                                models.Q(("approved_by", models.F("loaded_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_approves_own_inspections",
                        violation_error_message="检查结果须由导入人以外的人审核。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("return_reason", ""), ("returned_by", None), ("returned_on", None)),
                            models.Q(
                                ("approved_by", None),
                                ("returned_by__isnull", False),
                                ("returned_on__isnull", False),
                                models.Q(("return_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_returned_batch_has_day_and_reason",
                        violation_error_message="退回检查结果须写明日期和理由，已经公示的不能退回。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InspectionResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.CharField(default=publicity.inspected.new_slug, editable=False, max_length=24, unique=True),
                ),
                ("plan", models.CharField(max_length=40, verbose_name="抽查计划")),
                ("item", models.CharField(max_length=120, verbose_name="检查事项")),
                ("is_person", models.BooleanField(verbose_name="个人")),
                ("name", models.CharField(max_length=120, verbose_name="检查对象")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                ("checked_on", models.DateField(verbose_name="检查日期")),
                ("organ", models.CharField(max_length=80, verbose_name="检查机关")),
                ("inspectors", models.CharField(max_length=80, verbose_name="检查人员证号")),
                ("result", models.CharField(max_length=30, verbose_name="检查结果")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("follow_up", models.CharField(blank=True, max_length=200, verbose_name="后续处理")),
                ("due_on", models.DateField(verbose_name="最迟公示日期")),
                ("public_until", models.DateField(verbose_name="公示截止日期")),
                ("void_on", models.DateField(blank=True, null=True, verbose_name="不再使用的日期")),
                ("void_reason", models.CharField(blank=True, max_length=300, verbose_name="理由")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="publicity.inspectionbatch",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("void_on", None)),
                        fields=("plan", "item", "name", "uscc", "checked_on", "organ"),
                        name="an_inspection_is_loaded_once",
                        violation_error_message="同一次检查的结果已经导入过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_person", False), ("uscc", ""), _connector="OR"),
                        name="no_number_of_a_person_is_loaded",
                        violation_error_message="个人不得填代码。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_on", None), ("void_reason", "")),
                            models.Q(("void_on__isnull", False), models.Q(("void_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_void_inspection_has_day_and_reason",
                        violation_error_message="不再使用的检查结果须写明日期和理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedInspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.CharField(max_length=24, unique=True)),
                (
                    "fate",
                    models.CharField(
                        choices=[("shown", "公示中"), ("withdrawn", "已撤回"), ("expired", "公示期满")],
                        default="shown",
                        max_length=10,
                        verbose_name="公示状态",
                    ),
                ),
                ("changed_on", models.DateField(verbose_name="最近变动日期")),
                ("plan", models.CharField(max_length=40, verbose_name="抽查计划")),
                ("item", models.CharField(blank=True, max_length=120, verbose_name="检查事项")),
                ("name_public", models.CharField(blank=True, max_length=120, verbose_name="检查对象")),
                ("is_person", models.BooleanField(verbose_name="个人")),
                ("uscc_public", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                ("checked_on", models.DateField(verbose_name="检查日期")),
                ("organ", models.CharField(max_length=80, verbose_name="检查机关")),
                ("inspectors", models.CharField(blank=True, max_length=80, verbose_name="检查人员证号")),
                ("result", models.CharField(blank=True, max_length=30, verbose_name="检查结果")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("follow_up", models.CharField(blank=True, max_length=200, verbose_name="后续处理")),
                ("published_on", models.DateField(verbose_name="公示日期")),
                ("public_until", models.DateField(verbose_name="公示截止日期")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
                ("withdrawal_reason", models.CharField(blank=True, max_length=300, verbose_name="撤回的理由")),
            ],
            options={
                "db_table": "published_inspection",
                "indexes": [
                    models.Index(
                        condition=models.Q(("fate", "shown")),
                        fields=["-published_on", "-id"],
                        name="inspections_newest_first",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fate", "shown"),
                            models.Q(
                                ("follow_up", ""),
                                ("name_public", ""),
                                ("note", ""),
                                ("result", ""),
                                ("uscc_public", ""),
                            ),
                            _connector="OR",
                        ),
                        name="an_inspection_that_is_gone_names_nobody",
                        violation_error_message="撤回、期满的检查结果不得留有对象和内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fate", "withdrawn"), _negated=True),
                            models.Q(
                                models.Q(("withdrawal_reason", ""), _negated=True), ("withdrawn_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_withdrawn_inspection_has_day_and_reason",
                        violation_error_message="撤回检查结果须写明日期和理由。",
                    ),
                ],
            },
        ),
    ]
