import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import Bar, bars

SHEET = "oversight_sheet"
REVIEWER = "SELECT 1 FROM oversight_batchreviewer r JOIN oversight_reviewfile f ON f.id = NEW.file_id"
ACTED = (
    ("handled", "JOIN cases_caseofficer a ON a.case_id = f.case_id AND a.officer_id = r.officer_id"),
    ("recorded", "JOIN cases_recordentry a ON a.case_id = f.case_id AND a.actor_id = r.officer_id"),
    (
        "voted",
        "JOIN cases_discussion d ON d.case_id = f.case_id "
        "JOIN cases_voice a ON a.discussion_id = d.id AND a.officer_id = r.officer_id",
    ),
)
FROZEN = "NEW.answers <> OLD.answers OR NEW.score <> OLD.score OR NEW.vetoed <> OLD.vetoed"
COUNTED = (
    "OLD.signed_on IS NOT NULL OR EXISTS (SELECT 1 FROM oversight_batchreviewer r "
    "WHERE r.id = OLD.reviewer_id AND r.officer_id IS NOT NULL)"
)
RULES = [
    *(
        Bar(f"a_draw_stays_on_{event.lower()}", "oversight_draw", event, "1 = 1", "抽取记录不得改动或者删除。")
        for event in ("UPDATE", "DELETE")
    ),
    Bar(
        "no_reviewer_of_the_same_unit",
        SHEET,
        "INSERT",
        f"EXISTS ({REVIEWER} JOIN officers_officer o ON o.id = r.officer_id "
        "WHERE r.id = NEW.reviewer_id AND o.department_id = f.unit_id)",
        "评查人员不得与案卷同一单位。",
    ),
    *(
        Bar(
            f"no_reviewer_who_{key}",
            SHEET,
            "INSERT",
            f"EXISTS ({REVIEWER} {acted} WHERE r.id = NEW.reviewer_id)",
            "办理、审核、讨论或者决定过本案的人员不得评查本案卷。",
        )
        for key, acted in ACTED
    ),
    Bar(
        "a_reviewer_is_of_the_batch",
        SHEET,
        "INSERT",
        f"NOT EXISTS ({REVIEWER} JOIN oversight_draw d ON d.id = f.draw_id "
        "WHERE r.id = NEW.reviewer_id AND r.batch_id = d.batch_id)",
        "评查人员不属于本批。",
    ),
    Bar(
        "a_third_only_where_two_differ",
        SHEET,
        "INSERT",
        "NEW.seat = 3 AND NOT EXISTS (SELECT 1 FROM oversight_reviewfile f "
        "WHERE f.id = NEW.file_id AND f.difference <> '')",
        "两人的评查没有分歧，不需要第三人。",
    ),
    Bar(
        "a_sheet_keeps_its_place",
        SHEET,
        "UPDATE",
        "NEW.file_id <> OLD.file_id OR NEW.seat <> OLD.seat OR NEW.reviewer_id <> OLD.reviewer_id",
        "评分表不得改换案卷、席位或者人员。",
    ),
    Bar(
        "a_submitted_sheet_keeps_its_marks",
        SHEET,
        "UPDATE",
        f"OLD.submitted_on IS NOT NULL AND ((NEW.submitted_on IS NOT NULL AND ({FROZEN})) "
        f"OR (NEW.submitted_on IS NULL AND ({COUNTED})))",
        "评分提交后不得改动。",
    ),
    Bar("a_sheet_is_never_deleted", SHEET, "DELETE", "1 = 1", "评分表不得删除。"),
    Bar(
        "no_reviewer_decides_the_objection",
        "oversight_objection",
        "UPDATE",
        "NEW.decided_by_id IS NOT NULL AND EXISTS (SELECT 1 FROM oversight_sheet s "
        "JOIN oversight_batchreviewer r ON r.id = s.reviewer_id WHERE s.file_id = NEW.file_id "
        "AND s.withdrawn_on IS NULL AND NEW.decided_by_id IN (r.officer_id, s.submitted_by_id, s.signed_by_id))",
        "异议由没有参加评分的人决定。",
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0081_a_penalty_is_kept_from_the_public_by_two"),
        ("officers", "0003_counsel_is_a_post"),
        ("oversight", "0010_administrators_standards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Expert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("organisation", models.CharField(max_length=80, verbose_name="单位")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "organisation"),
                        name="an_expert_is_registered_once",
                        violation_error_message="这名专家已经登记。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rectification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("serial", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True, verbose_name="整改要求")),
                ("issued_on", models.DateField(verbose_name="发出日期")),
                ("due_on", models.DateField(verbose_name="整改期限")),
                ("done_on", models.DateField(null=True)),
                (
                    "answerer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="整改责任人",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RectificationItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=20, verbose_name="检查项")),
                ("text", models.TextField(verbose_name="问题")),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="oversight.rectification"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("notice", "item"), name="a_notice_names_an_item_once")],
            },
        ),
        migrations.CreateModel(
            name="RectificationAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="整改情况")),
                ("answered_on", models.DateField()),
                ("passed", models.BooleanField(null=True)),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="复查意见")),
                ("checked_on", models.DateField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="oversight.rectificationitem",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("passed", None), ("passed", True), _connector="OR"),
                        fields=("item",),
                        name="an_item_has_one_open_answer",
                        violation_error_message="这一项已经回复，等待复查。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_by", None), ("checked_on", None), ("passed", None)),
                            models.Q(
                                ("checked_by__isnull", False),
                                ("checked_on__isnull", False),
                                ("passed__isnull", False),
                                models.Q(("checked_by", models.F("answered_by")), _negated=True),
                                models.Q(("passed", True), models.Q(("remark", ""), _negated=True), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_checked_by_another",
                        violation_error_message="整改情况由回复人以外的人复查；不通过的写明意见。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="批次名称")),
                ("begins", models.DateField(verbose_name="结案日期从")),
                ("ends", models.DateField(verbose_name="到")),
                (
                    "procedure",
                    models.CharField(
                        blank=True,
                        choices=[("ordinary", "普通程序"), ("summary", "简易程序")],
                        max_length=8,
                        verbose_name="适用程序",
                    ),
                ),
                ("domains", models.JSONField(blank=True, default=list, verbose_name="业务领域")),
                ("with_coercion", models.BooleanField(default=False, verbose_name="只选实施过强制措施的案卷")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="抽取件数")),
                ("standard", models.JSONField()),
                ("rule", models.JSONField()),
                ("made_on", models.DateField(verbose_name="建立日期")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(blank=True, related_name="+", to="officers.department", verbose_name="单位"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("begins"))),
                        name="a_batch_ends_after_it_begins",
                        violation_error_message="结束日期早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size", None), ("size__gte", 1), _connector="OR"),
                        name="a_sample_has_a_file",
                        violation_error_message="至少抽取一件。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("seed", models.CharField(max_length=64)),
                ("frame", models.JSONField()),
                ("frame_sha256", models.CharField(max_length=64)),
                ("shares", models.JSONField()),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="重新抽取的理由")),
                ("drawn_at", models.DateTimeField()),
                (
                    "drawn_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="draws", to="oversight.reviewbatch"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "number"), name="draws_of_a_batch_are_numbered"),
                    models.CheckConstraint(
                        condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="a_later_draw_has_its_reason",
                        violation_error_message="重新抽取须写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BatchReviewer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("named_on", models.DateField()),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "expert",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="oversight.expert"
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviewers",
                        to="oversight.reviewbatch",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "officer"),
                        name="an_officer_reviews_a_batch_once",
                        violation_error_message="已经是本批的评查人员。",
                    ),
                    models.UniqueConstraint(
                        fields=("batch", "expert"),
                        name="an_expert_reviews_a_batch_once",
                        violation_error_message="已经是本批的评查人员。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expert__isnull", False), ("officer", None)),
                            models.Q(("expert", None), ("officer__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_reviewer_is_an_officer_or_an_expert",
                        violation_error_message="评查人员是本单位人员或者外部专家。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("machine", models.JSONField(null=True)),
                (
                    "difference",
                    models.CharField(
                        blank=True,
                        choices=[("veto", "否决项认定不同"), ("grade", "等次不同"), ("points", "分差过大")],
                        max_length=6,
                    ),
                ),
                ("first_score", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("score", models.DecimalField(decimal_places=1, max_digits=4, null=True, verbose_name="得分")),
                ("grade", models.CharField(blank=True, max_length=20, verbose_name="等次")),
                ("vetoed", models.BooleanField(null=True)),
                ("confirmed_on", models.DateField(null=True, verbose_name="确认日期")),
                ("objections_until", models.DateField(null=True, verbose_name="异议截止日期")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="oversight.draw"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="officers.department"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("draw", "case"), name="a_file_is_drawn_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_by", None),
                                ("confirmed_on", None),
                                ("objections_until", None),
                                ("score", None),
                                ("vetoed", None),
                            ),
                            models.Q(
                                ("confirmed_by__isnull", False),
                                ("confirmed_on__isnull", False),
                                ("first_score__isnull", False),
                                ("objections_until__gt", models.F("confirmed_on")),
                                ("score__isnull", False),
                                ("vetoed__isnull", False),
                                models.Q(("grade", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_confirmed_result_is_whole",
                        violation_error_message="确认的评查结果须有得分、等次和确认人。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="rectification",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rectifications", to="oversight.reviewfile"
            ),
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=20, verbose_name="检查项")),
                ("text", models.TextField(verbose_name="异议和理由")),
                ("raised_on", models.DateField()),
                ("decide_by", models.DateField()),
                ("decided_on", models.DateField(null=True)),
                ("upheld", models.BooleanField(null=True)),
                ("answer", models.JSONField(null=True)),
                ("reasons", models.TextField(blank=True, verbose_name="决定的理由")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="oversight.reviewfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("file", "item"),
                        name="an_item_is_objected_to_once",
                        violation_error_message="对这一检查项已经提出过异议。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by", None), ("decided_on", None), ("reasons", ""), ("upheld", None)),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("upheld__isnull", False),
                                models.Q(("reasons", ""), _negated=True),
                                models.Q(("decided_by", models.F("raised_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_objection_is_decided_with_reasons",
                        violation_error_message="异议由提出人以外的人决定，并写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="an_objection_says_why"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seat", models.PositiveSmallIntegerField()),
                ("assigned_on", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="理由")),
                ("answers", models.JSONField(default=dict)),
                ("score", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("grade", models.CharField(blank=True, max_length=20)),
                ("vetoed", models.BooleanField(null=True)),
                ("submitted_on", models.DateField(null=True)),
                ("signed_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=300)),
                (
                    "assigned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="oversight.reviewfile"
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="oversight.batchreviewer"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("file", "seat"),
                        name="a_seat_is_taken_once",
                        violation_error_message="这个席位已经有人。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("file", "reviewer"),
                        name="nobody_reviews_a_file_twice",
                        violation_error_message="同一人不得对同一案卷评查两次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seat__range", (1, 3))), name="a_file_has_three_seats_at_most"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("score", None), ("submitted_by", None), ("submitted_on", None), ("vetoed", None)),
                            models.Q(
                                ("score__isnull", False),
                                ("submitted_by__isnull", False),
                                ("submitted_on__isnull", False),
                                ("vetoed__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_submitted_sheet_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_by", None), ("signed_on", None)),
                            models.Q(
                                ("signed_by__isnull", False),
                                ("signed_on__isnull", False),
                                ("submitted_on__isnull", False),
                                models.Q(("signed_by", models.F("submitted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_signs_off_what_they_typed",
                        violation_error_message="专家评分表须由录入人以外的人核对。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_by", None), ("withdrawn_on", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("submitted_on", None),
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_on__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_withdrawn_sheet_was_never_submitted",
                        violation_error_message="更换评查人员须写明理由；已经提交的不能更换。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.UniqueConstraint(fields=("year", "serial"), name="notices_of_a_year_are_numbered"),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gt", models.F("issued_on"))),
                name="a_notice_leaves_time",
                violation_error_message="整改期限应当晚于发出之日。",
            ),
        ),
        bars(RULES),
    ]
