"""The tables of a case that point at a paper, made after the papers themselves."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.models.service
import cases.procedure.paper_repair
import cases.procedure.sealing


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0002_service_of_papers"),
        ("cases", "0060_service_in_every_manner"),
        ("cases", "0110_papers_are_corrected_and_voided"),
        ("cases", "0120_uses_of_the_seal"),
    ]

    initial = True

    dependencies = [
        ("cases", "0001_the_procedure"),
        ("documents", "0001_papers_and_their_printing"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wrong", models.CharField(blank=True, max_length=400, verbose_name="原文")),
                ("right", models.CharField(blank=True, max_length=400, verbose_name="应为")),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_corrections", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="documents.document"
                    ),
                ),
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
                    "state",
                    models.CharField(
                        choices=[("proposed", "待批准补正"), ("refused", "不批准补正"), ("approved", "已补正")],
                        default="proposed",
                        max_length=50,
                    ),
                ),
            ],
            options={
                "verbose_name": "文书补正",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("paper",),
                        name="one_correction_of_a_paper_at_a_time",
                        violation_error_message="这份文书正在报批补正。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wrong", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="a_correction_says_what_and_why",
                        violation_error_message="补正须写明原文和理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_correction_is_approved_by_somebody",
                        violation_error_message="补正须经负责人批准。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.paper_repair.CorrectingPaper, models.Model),
        ),
        migrations.CreateModel(
            name="PaperVoiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wrong", models.CharField(blank=True, max_length=400, verbose_name="原文")),
                ("right", models.CharField(blank=True, max_length=400, verbose_name="应为")),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_voidings", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="voidings", to="documents.document"
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                ("reissue", models.BooleanField(default=True, verbose_name="换发")),
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
                    "state",
                    models.CharField(
                        choices=[("proposed", "待批准作废"), ("refused", "不批准作废"), ("approved", "已作废")],
                        default="proposed",
                        max_length=50,
                    ),
                ),
            ],
            options={
                "verbose_name": "文书作废",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("paper",),
                        name="one_voiding_of_a_paper_at_a_time",
                        violation_error_message="这份文书正在报批作废。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_voiding_says_why",
                        violation_error_message="作废文书须写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_voiding_is_approved_by_somebody",
                        violation_error_message="作废文书须经负责人批准。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.paper_repair.VoidingPaper, models.Model),
        ),
        migrations.CreateModel(
            name="SealUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seal_uses", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seal_use",
                        to="documents.document",
                        verbose_name="文书",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待用印"), ("placed", "已用印"), ("refused", "用印申请已退回")],
                        default="waiting",
                        max_length=50,
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="申请日期")),
                (
                    "placed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="用印人",
                    ),
                ),
                ("placed_on", models.DateField(blank=True, null=True, verbose_name="用印日期")),
                ("refusal", models.TextField(blank=True, verbose_name="退回理由")),
            ],
            options={
                "verbose_name": "用印",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "placed"), _negated=True),
                            models.Q(("placed_by__isnull", False), ("placed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_placed_seal_says_by_whom",
                        violation_error_message="用印须有用印人和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_refused_seal_says_why",
                        violation_error_message="退回用印申请须写明理由。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.sealing.Sealing, models.Model),
        ),
        migrations.CreateModel(
            name="ServiceRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="services", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="services", to="documents.document"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="services", to="cases.party"
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("direct", "直接送达"),
                            ("left", "留置送达"),
                            ("post", "邮寄送达"),
                            ("entrusted", "委托送达"),
                            ("electronic", "电子送达"),
                            ("forwarded", "转交送达"),
                            ("public", "公告送达"),
                        ],
                        max_length=10,
                        verbose_name="送达方式",
                    ),
                ),
                ("served_on", models.DateField(verbose_name="送达日期")),
                ("derivation", models.CharField(blank=True, default="", max_length=120)),
                ("recorded_on", models.DateField(blank=True, null=True, verbose_name="登记日期")),
                ("place", models.CharField(max_length=120, verbose_name="送达地点")),
                ("receiver", models.CharField(max_length=60, verbose_name="收件人")),
                ("receiver_relation", models.CharField(max_length=60, verbose_name="收件人与受送达人关系")),
                ("receiver_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="收件人年龄")),
                ("refusal", models.CharField(blank=True, default="", max_length=200, verbose_name="拒收事由")),
                ("witness", models.CharField(blank=True, max_length=60, verbose_name="见证人")),
                ("post_number", models.CharField(blank=True, max_length=40, verbose_name="邮件号码")),
                (
                    "through",
                    models.CharField(blank=True, default="", max_length=120, verbose_name="受托或者转交的机关、单位"),
                ),
                (
                    "forwarding_ground",
                    models.CharField(blank=True, default="", max_length=12, verbose_name="转交的原因"),
                ),
                (
                    "remedy_channel",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="提交复议申请的互联网渠道"),
                ),
                (
                    "server",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "second_server",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="备注")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document",), name="a_paper_is_served_once", violation_error_message="该文书已送达。"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("manner", "left"), _negated=True),
                            models.Q(("witness", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="leaving_needs_a_witness",
                        violation_error_message="留置送达须有见证人或拍照录像说明（民事诉讼法第八十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("manner", "post"), _negated=True),
                            models.Q(("post_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="posting_needs_a_number",
                        violation_error_message="邮寄送达须填写邮件号码。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("server", models.F("second_server")), _negated=True),
                        name="two_different_officers_serve",
                        violation_error_message="送达须由两名不同的执法人员进行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("manner__in", ["entrusted", "forwarded"]), _negated=True),
                            models.Q(("through", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="service_through_others_names_them",
                        violation_error_message="委托、转交送达须写明受托或者转交的机关、单位。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ServiceAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="service_attempts", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_attempts",
                        to="documents.document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="service_attempts", to="cases.party"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("direct", "直接送达未成"),
                            ("post", "邮件被退回"),
                            ("entrusted", "受托机关未能送达"),
                            ("electronic", "电子送达未到达"),
                            ("forwarded", "转交未成"),
                            ("search", "查找下落未果"),
                        ],
                        max_length=10,
                        verbose_name="怎么送的",
                    ),
                ),
                ("attempted_at", models.DateTimeField(verbose_name="时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("reason", models.CharField(max_length=300, verbose_name="为什么没有送到")),
                ("post_number", models.CharField(blank=True, max_length=40, verbose_name="邮件号码")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_failed_service_says_why",
                        violation_error_message="未能送达的，须写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "post"), _negated=True),
                            models.Q(("post_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_returned_letter_has_its_number",
                        violation_error_message="邮件被退回的，须填写邮件号码。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_tried",
                        violation_error_message="送达须由两名不同的执法人员进行。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PublicNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="public_notices", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_notices",
                        to="documents.document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="public_notices", to="cases.party"
                    ),
                ),
                ("posted_on", models.DateField(verbose_name="公告发出日期")),
                ("places", models.CharField(max_length=200, verbose_name="张贴、刊登在哪里")),
                ("reason", models.CharField(max_length=300, verbose_name="公告送达的原因")),
                ("summary", models.TextField(verbose_name="文书主要内容")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("places", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="a_public_notice_says_where_and_why",
                        violation_error_message="公告送达须记明原因和经过（民事诉讼法第九十五条）。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Entrustment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entrustments", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entrustments",
                        to="documents.document",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entrustments", to="cases.party"
                    ),
                ),
                ("organ", models.CharField(max_length=120, verbose_name="受托机关")),
                ("reason", models.CharField(max_length=200, verbose_name="委托的原因")),
                ("sent_on", models.DateField(verbose_name="发函日期")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ServiceProof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="service_proofs", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_proofs",
                        to="documents.document",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("file", models.FileField(max_length=200, upload_to=cases.models.service.by_hash)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("content_type", models.CharField(max_length=60)),
                ("added_on", models.DateField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        name="a_proof_of_service_has_its_hash",
                        violation_error_message="证明文件缺少校验值。",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
