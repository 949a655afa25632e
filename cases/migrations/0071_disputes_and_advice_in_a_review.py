"""A conclusion of the legal review can be re-examined and disputed; counsel may be asked (行政处罚法 58)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.procedure.review_disputes
from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0070_reviews_keep_what_they_examined"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *with_bars_lifted(
            migrations.AddField(
                model_name="legalreview",
                name="re_examines",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.legalreview",
                ),
            ),
            migrations.AddField(
                model_name="legalreview",
                name="request",
                field=models.TextField(blank=True, verbose_name="申请复核的理由"),
            ),
        ),
        migrations.CreateModel(
            name="ReviewAdvice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.TextField(verbose_name="征求意见的问题")),
                ("asked_on", models.DateField(verbose_name="征求日期")),
                ("text", models.TextField(blank=True, verbose_name="顾问意见")),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="提出日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待提出意见"),
                            ("given", "已提出意见"),
                        ],
                        default="asked",
                        max_length=50,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="review_advice", to="cases.case"
                    ),
                ),
                (
                    "counsel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalreview"
                    ),
                ),
            ],
            options={
                "verbose_name": "法律顾问意见",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "given"), _negated=True),
                            models.Q(("given_on__isnull", False), models.Q(("text", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="advice_that_was_given_says_something",
                        violation_error_message="顾问意见须写明内容和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("counsel", models.F("asked_by")), _negated=True),
                        name="nobody_asks_own_advice",
                        violation_error_message="不能向自己征求意见。",
                    ),
                ],
            },
            bases=(cases.procedure.review_disputes.Advising, models.Model),
        ),
        migrations.CreateModel(
            name="ReviewDispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reasons", models.TextField(verbose_name="承办机构的意见和理由")),
                ("raised_on", models.DateField(verbose_name="提请日期")),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[("review", "按审核意见办理"), ("handlers", "采纳承办机构的意见，附卷重新审核")],
                        max_length=10,
                        verbose_name="决定",
                    ),
                ),
                ("opinion", models.TextField(blank=True, verbose_name="负责人的意见和理由")),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("raised", "待负责人决定"), ("settled", "已决定")], default="raised", max_length=50
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="review_disputes", to="cases.case"
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalreview"
                    ),
                ),
                (
                    "settled_by",
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
                "verbose_name": "法制审核分歧",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review",),
                        name="a_review_is_disputed_once",
                        violation_error_message="同一审核意见只能提请负责人决定一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "settled"), _negated=True),
                            models.Q(
                                ("settled_by__isnull", False),
                                models.Q(("opinion", ""), _negated=True),
                                models.Q(("ruling", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_settled_dispute_says_how_and_why",
                        violation_error_message="分歧的决定须写明结果、理由和决定人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled_by", None),
                            models.Q(("settled_by", models.F("raised_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_settles_own_dispute",
                        violation_error_message="提请人不得决定自己提请的分歧。",
                    ),
                ],
            },
            bases=(cases.procedure.review_disputes.Settling, models.Model),
        ),
    ]
