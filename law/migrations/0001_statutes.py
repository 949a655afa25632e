import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Statute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                (
                    "short",
                    models.CharField(
                        help_text="引用时使用的简称，与法律目录（laws.toml）一致", max_length=60, verbose_name="简称"
                    ),
                ),
                ("version_label", models.CharField(blank=True, max_length=60, verbose_name="版本")),
                ("in_force_from", models.DateField(verbose_name="施行日期")),
                ("in_force_until", models.DateField(blank=True, null=True, verbose_name="有效期至")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="来源")),
                ("sha256", models.CharField(max_length=64, verbose_name="原文摘要")),
            ],
            options={
                "ordering": ("title", "in_force_from"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("title", "in_force_from"),
                        name="statute_one_version_per_day",
                        violation_error_message="同一法规在同一施行日期只能有一个版本。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_until__isnull", True),
                            ("in_force_until__gte", models.F("in_force_from")),
                            _connector="OR",
                        ),
                        name="statute_ends_after_it_begins",
                        violation_error_message="有效期不得早于施行日期。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "statute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="law.statute"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="条")),
                ("sub", models.PositiveIntegerField(default=0, verbose_name="条之")),
                ("part", models.CharField(blank=True, max_length=120, verbose_name="编")),
                ("chapter", models.CharField(blank=True, max_length=120, verbose_name="章")),
                ("section", models.CharField(blank=True, max_length=120, verbose_name="节")),
                ("text", models.TextField(verbose_name="条文")),
                ("paragraphs", models.JSONField(default=list, verbose_name="款、项、目")),
            ],
            options={
                "ordering": ("statute", "number", "sub"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statute", "number", "sub"),
                        name="article_once_in_its_statute",
                        violation_error_message="同一版本中条号不得重复。",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
