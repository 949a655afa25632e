import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import publicity.models
import publicity.procedure


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0002_what_hangs_on_a_paper"),
        ("officers", "0001_officers_posts_and_certificates"),
    ]

    operations = [
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="cases.decision"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="cases.party"
                    ),
                ),
                (
                    "slug",
                    models.CharField(default=publicity.models.new_slug, editable=False, max_length=24, unique=True),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("due", "待制作公示稿"),
                            ("redacted", "待审核"),
                            ("published", "已公示"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="due",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="文号")),
                ("party_name_public", models.CharField(blank=True, max_length=120, verbose_name="当事人")),
                ("is_person", models.BooleanField(default=True, verbose_name="个人")),
                ("uscc_public", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                ("conduct", models.TextField(verbose_name="违法行为")),
                ("facts_public", models.TextField(blank=True, verbose_name="违法事实")),
                ("basis_public", models.TextField(blank=True, verbose_name="处罚依据")),
                ("result_public", models.TextField(blank=True, verbose_name="处罚结果")),
                ("remedy_public", models.TextField(blank=True, verbose_name="救济途径")),
                ("fulfilment_public", models.CharField(blank=True, max_length=120, verbose_name="履行情况")),
                ("cited", models.CharField(blank=True, max_length=1000)),
                ("conduct_on", models.DateField(verbose_name="行为日期")),
                ("organ", models.CharField(max_length=80, verbose_name="处罚机关")),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                ("severity", models.CharField(blank=True, max_length=10)),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公示日期")),
                ("public_until", models.DateField(blank=True, null=True, verbose_name="公示截止日期")),
                (
                    "redacted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("redacted_on", models.DateField(blank=True, null=True)),
                ("return_reason", models.TextField(blank=True)),
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
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
                ("withdrawal_reason", models.TextField(blank=True, verbose_name="撤回的理由")),
            ],
            options={
                "verbose_name": "公示稿",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "published")),
                        fields=["-published_on", "-id"],
                        name="published_newest_first",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["due", "redacted", "published", "withdrawn"])),
                        name="a_publication_is_in_a_known_state",
                        violation_error_message="公示状态不在规定之内。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("decision",),
                        name="one_live_publication_per_decision",
                        violation_error_message="这份决定已有一份公示稿。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("redacted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_own_redaction",
                        violation_error_message="审核公示稿的人不得是制作公示稿的人（政府信息公开条例第十七条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "due"),
                            models.Q(
                                ("redacted_by__isnull", False),
                                models.Q(("party_name_public", ""), _negated=True),
                                models.Q(("facts_public", ""), _negated=True),
                                models.Q(("result_public", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_redacted_copy_has_texts_and_redactor",
                        violation_error_message="公示稿须有制作人、当事人、违法事实和处罚结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["published", "withdrawn"]), _negated=True),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("public_until__isnull", False),
                                ("published_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_published_copy_was_approved",
                        violation_error_message="公示须经另一人审核，并有公示日期和截止日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                models.Q(("withdrawal_reason", ""), _negated=True), ("withdrawn_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_withdrawal_has_day_and_reason",
                        violation_error_message="撤回公示须写明日期和理由（行政处罚法第四十八条第二款）。",
                    ),
                ],
            },
            bases=(publicity.procedure.Publishing, models.Model),
        ),
    ]
