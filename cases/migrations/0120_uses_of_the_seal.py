"""Papers wait for the keeper of the seal, and the register says who placed it."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0112_returns_name_the_field"),
        ("documents", "0021_papers_wait_for_the_seal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SealUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("waiting", "待用印"), ("placed", "已用印"), ("refused", "用印申请已退回")],
                        default="waiting",
                        max_length=50,
                    ),
                ),
                ("requested_on", models.DateField(verbose_name="申请日期")),
                ("placed_on", models.DateField(blank=True, null=True, verbose_name="用印日期")),
                ("refusal", models.TextField(blank=True, verbose_name="退回理由")),
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
            },
            bases=(cases.procedure.sealing.Sealing, models.Model),
        ),
    ]
