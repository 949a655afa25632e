import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("officers", "0001_officers_posts_and_certificates"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begins", models.DateField(verbose_name="结案日期从")),
                ("ends", models.DateField(verbose_name="结案日期到")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="officers.department",
                        verbose_name="单位",
                    ),
                ),
                ("standard", models.CharField(max_length=40, verbose_name="评查标准")),
                (
                    "run_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("run_at", models.DateTimeField(verbose_name="评查时间")),
                ("files", models.PositiveIntegerField(verbose_name="件数")),
                ("result", models.JSONField()),
            ],
            options={
                "indexes": [models.Index(fields=["begins", "ends", "-run_at"], name="review_runs_of_a_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("begins"))),
                        name="a_review_period_ends_after_it_begins",
                        violation_error_message="评查期间的结束日期早于开始日期。",
                    )
                ],
            },
        ),
    ]
