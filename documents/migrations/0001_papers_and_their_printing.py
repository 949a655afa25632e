"""Papers, their numbers, pictures and stored signatures, the outbox, and printing in bulk."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import documents.models


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0001_papers_numbers_and_outbox"),
        ("documents", "0020_stored_signatures"),
        ("documents", "0021_papers_wait_for_the_seal"),
        ("documents", "0030_papers_are_printed_in_bulk"),
    ]

    initial = True

    dependencies = [
        ("cases", "0001_the_procedure"),
        ("officers", "0001_officers_posts_and_certificates"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="说明")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="print_batches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="cases.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                ("form_key", models.CharField(max_length=40, verbose_name="文书")),
                ("subject_key", models.CharField(blank=True, default="", max_length=60, verbose_name="区分")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "草稿"), ("issued", "已签发"), ("served", "已送达"), ("voided", "已作废")],
                        default="draft",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                ("content", models.JSONField(verbose_name="内容")),
                ("content_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("template_version", models.CharField(blank=True, default="", max_length=12)),
                ("series", models.CharField(blank=True, default="", max_length=10, verbose_name="字")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年")),
                ("number_seq", models.PositiveIntegerField(blank=True, null=True, verbose_name="序号")),
                ("number", models.CharField(blank=True, default="", max_length=60, verbose_name="文号")),
                (
                    "drawn_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawn_documents",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("drawn_on", models.DateField(verbose_name="制作日期")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="签发日期")),
                ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                ("voided_on", models.DateField(blank=True, null=True, verbose_name="作废日期")),
                ("void_reason", models.CharField(blank=True, default="", max_length=200, verbose_name="作废理由")),
                ("awaits_seal", models.BooleanField(default=False, verbose_name="待用印")),
                ("verify_code", models.CharField(blank=True, max_length=32, null=True, unique=True)),
                (
                    "pdf",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=documents.models.paper_storage,
                        upload_to=documents.models.paper_path,
                    ),
                ),
                ("pdf_sha256", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["case", "form_key"], name="document_case_form")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")),
                        fields=("case", "form_key", "party", "subject_key"),
                        name="one_draft_per_paper_of_a_party",
                        violation_error_message="这份文书已有一份草稿，请在该草稿上修改。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("party", None), ("state", "draft")),
                        fields=("case", "form_key", "subject_key"),
                        name="one_draft_per_paper",
                        violation_error_message="这份文书已有一份草稿，请在该草稿上修改。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("series", ""), _negated=True),
                        fields=("series", "year", "number_seq"),
                        name="number_used_once",
                        violation_error_message="该文号已被使用。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            ("issued_on", None),
                            models.Q(("content_sha256", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="issued_paper_has_content_hash",
                        violation_error_message="已签发的文书必须留存内容校验值。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["issued", "served"]), _negated=True),
                            ("issued_on__isnull", False),
                            _connector="OR",
                        ),
                        name="issued_paper_has_date",
                        violation_error_message="已签发的文书必须有签发日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "served"), _negated=True), ("served_on__isnull", False), _connector="OR"
                        ),
                        name="served_paper_has_date",
                        violation_error_message="已送达的文书必须有送达日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "served"), _negated=True), ("awaits_seal", False), _connector="OR"
                        ),
                        name="served_paper_bears_its_seal",
                        violation_error_message="没有用印的文书不得送达。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "voided"), _negated=True),
                            models.Q(models.Q(("void_reason", ""), _negated=True), ("voided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="voided_paper_has_reason",
                        violation_error_message="作废文书必须写明理由和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number_seq", None), ("series", ""), ("year", None)),
                            models.Q(
                                models.Q(("series", ""), _negated=True),
                                ("number_seq__isnull", False),
                                ("year__isnull", False),
                                models.Q(("number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="number_is_whole",
                        violation_error_message="文号的字、年份和序号必须齐全。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("payload", models.JSONField()),
                ("created_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("last_error", models.CharField(blank=True, default="", max_length=500)),
            ],
            options={
                "verbose_name_plural": "outbox",
                "indexes": [
                    models.Index(condition=models.Q(("done_at", None)), fields=["due_at", "id"], name="outbox_waiting")
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PrintItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="documents.printbatch"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prints", to="documents.document"
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="documents.outbox",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("waiting", "等待打印"), ("done", "已备好"), ("failed", "未能打印")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("pages", models.PositiveIntegerField(default=0)),
                ("reason", models.CharField(blank=True, default="", max_length=300, verbose_name="原因")),
                ("remedy", models.CharField(blank=True, default="", max_length=200, verbose_name="怎么办")),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["batch", "place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "place"),
                        name="one_paper_at_each_place_of_a_batch",
                        violation_error_message="同一批中这个位置已有文书。",
                    ),
                    models.UniqueConstraint(
                        fields=("batch", "document"),
                        name="a_paper_is_once_in_a_batch",
                        violation_error_message="这份文书已在本批中。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "failed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_failed_print_has_a_reason",
                        violation_error_message="未能打印的文书须写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "done"), _negated=True), ("pages__gt", 0), _connector="OR"
                        ),
                        name="a_finished_print_has_pages",
                        violation_error_message="已备好的文书须有页数。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("series", models.CharField(max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "year"),
                        name="one_counter_per_series_and_year",
                        violation_error_message="该字号的年度计数已存在。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NumberVoid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="number_void", to="documents.document"
                    ),
                ),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="文号")),
                ("reason", models.CharField(max_length=200, verbose_name="作废理由")),
                (
                    "voided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("voided_on", models.DateField(verbose_name="作废日期")),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="void_number_has_reason",
                        violation_error_message="作废文号必须写明理由。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="StoredSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stored_signatures",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("image", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("officer",),
                        name="one_stored_signature_per_officer",
                        violation_error_message="每个人只能有一个存档签名。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AppliedSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applied_signatures",
                        to="documents.document",
                    ),
                ),
                (
                    "signature",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="documents.storedsignature"
                    ),
                ),
                ("act", models.CharField(max_length=60)),
                ("applied_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("document", "signature"),
                        name="a_paper_is_signed_once_by_one",
                        violation_error_message="这份文书上已有您的签名。",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
