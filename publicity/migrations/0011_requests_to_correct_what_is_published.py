import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import publicity.corrections


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0010_tables_that_only_the_portal_reads"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "receipt",
                    models.CharField(
                        default=publicity.corrections.new_receipt,
                        editable=False,
                        max_length=20,
                        unique=True,
                        verbose_name="回执号",
                    ),
                ),
                ("number", models.CharField(max_length=200, verbose_name="哪一份决定")),
                ("wrong", models.TextField(verbose_name="哪一处不对，应当是什么")),
                ("contact", models.CharField(blank=True, max_length=120, verbose_name="联系方式")),
                ("received_on", models.DateField(verbose_name="收到日期")),
                ("due_on", models.DateField(verbose_name="答复期限")),
                ("basis", models.CharField(max_length=60)),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("accepted", models.BooleanField(null=True, verbose_name="已更正")),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
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
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_on", None)),
                        fields=["due_on", "id"],
                        name="unanswered_soonest_first",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted", None), ("answer", ""), ("answered_by", None), ("answered_on", None)),
                            models.Q(
                                ("accepted__isnull", False),
                                ("answered_by__isnull", False),
                                ("answered_on__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_whole",
                        violation_error_message="答复须写明结果、内容、日期和答复人。",
                    )
                ],
            },
        ),
    ]
