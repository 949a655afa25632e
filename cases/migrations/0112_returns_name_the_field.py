"""A return names the field that is to be put right, and the answer is kept beside it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0111_unfinished_forms_are_kept_for_their_writer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FieldComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(blank=True, max_length=60)),
                ("act", models.CharField(max_length=40)),
                ("field", models.CharField(max_length=60)),
                ("label", models.CharField(max_length=200, verbose_name="栏目")),
                ("text", models.TextField(verbose_name="意见")),
                ("given_on", models.DateField()),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="field_comments", to="cases.case"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="a_field_comment_says_something",
                        violation_error_message="退回意见须写明内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_answered_comment_has_its_answer",
                        violation_error_message="退回意见的答复须写明内容和答复人。",
                    ),
                ],
            },
        ),
    ]
