"""The dossier in the archive: received by one from another, lent and returned, disposed of by two."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.archive


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0060_service_in_every_manner"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchiveFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("kept", "保管中"), ("disposal_proposed", "待批准销毁"), ("disposed", "已销毁")],
                        db_index=True,
                        default="kept",
                        max_length=50,
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="档案号")),
                ("received_on", models.DateField(verbose_name="接收日期")),
                ("main_items", models.PositiveIntegerField(default=0, verbose_name="正卷件数")),
                ("main_pages", models.PositiveIntegerField(default=0, verbose_name="正卷页数")),
                ("secondary_items", models.PositiveIntegerField(default=0, verbose_name="副卷件数")),
                ("secondary_pages", models.PositiveIntegerField(default=0, verbose_name="副卷页数")),
                ("retention", models.CharField(max_length=20, verbose_name="保管期限")),
                ("retain_until", models.DateField(blank=True, null=True, verbose_name="保管到")),
                ("disposal_proposed_on", models.DateField(blank=True, null=True)),
                ("appraisal", models.TextField(blank=True, verbose_name="鉴定意见")),
                ("disposal_approved_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="archive_files", to="cases.case"
                    ),
                ),
                (
                    "disposal_approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disposal_proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "handed_over_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "归档案卷",
            },
            bases=(cases.procedure.archive.Keeping, models.Model),
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("requested", "待批准借阅"),
                            ("approved", "已批准待借出"),
                            ("lent", "已借出"),
                            ("returned", "已归还"),
                            ("refused", "不予借阅"),
                        ],
                        db_index=True,
                        default="requested",
                        max_length=50,
                    ),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="借阅事由")),
                ("requested_on", models.DateField(verbose_name="申请日期")),
                ("approved_on", models.DateField(blank=True, null=True)),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="不予借阅的理由")),
                ("lent_on", models.DateField(blank=True, null=True, verbose_name="借出日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="应归还日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="归还日期")),
                ("condition", models.CharField(blank=True, max_length=200, verbose_name="归还时案卷情况")),
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
                    "borrower",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loans", to="cases.case"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loans", to="cases.archivefile"
                    ),
                ),
                (
                    "lent_by",
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
                "verbose_name": "案卷借阅",
            },
            bases=(cases.procedure.archive.Lending, models.Model),
        ),
        migrations.AddConstraint(
            model_name="archivefile",
            constraint=models.UniqueConstraint(
                fields=("case",), name="a_case_is_archived_once", violation_error_message="本案已经归档。"
            ),
        ),
        migrations.AddConstraint(
            model_name="archivefile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disposal_approved_by", None),
                    models.Q(("disposal_approved_by", models.F("disposal_proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_a_disposal_alone",
                violation_error_message="提出销毁和批准销毁须由两人分别办理。",
            ),
        ),
        migrations.AddConstraint(
            model_name="archivefile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "disposed"), _negated=True),
                    models.Q(
                        ("disposal_proposed_by__isnull", False),
                        ("disposal_approved_by__isnull", False),
                        models.Q(("appraisal", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_disposal_bears_two_names",
                violation_error_message="销毁档案须有鉴定意见和两人签名。",
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["requested", "approved", "lent"])),
                fields=("file",),
                name="a_dossier_is_lent_to_one_at_a_time",
                violation_error_message="案卷已有人申请借阅或者尚未归还。",
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    models.Q(("approved_by", models.F("borrower")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_an_own_loan",
                violation_error_message="借阅人不得批准自己的借阅。",
            ),
        ),
    ]
