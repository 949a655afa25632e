import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import Bar, bars

NEVER = "评查标准导入后不得改动或者删除；导入新的版本。"
TABLE = "oversight_standardversion"
KEPT = [
    Bar(f"a_loaded_standard_stays_on_{event.lower()}", TABLE, event, "1 = 1", NEVER) for event in ("UPDATE", "DELETE")
]


class Migration(migrations.Migration):
    dependencies = [
        ("oversight", "0001_review_runs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StandardVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=40, verbose_name="标准代号")),
                ("title", models.CharField(max_length=120, verbose_name="标准名称")),
                ("source", models.CharField(max_length=300, verbose_name="来源")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                ("in_force_from", models.DateField(verbose_name="施行日期")),
                ("is_default", models.BooleanField(default=False, verbose_name="作为本单位默认的评查标准")),
                ("rows", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField(auto_now_add=True, verbose_name="导入时间")),
                (
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "in_force_from"], name="versions_of_a_standard")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("title", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                        ),
                        name="a_standard_says_what_it_is_and_where_from",
                        violation_error_message="评查标准须有代号、名称和来源。",
                    )
                ],
            },
        ),
        bars(KEPT),
    ]
