"""Information made public by channel, and services handled by month."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0050_random_draws_are_public"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ServiceItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="事项编码")),
                ("name", models.CharField(max_length=120, verbose_name="事项名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("licence", "行政许可"), ("other", "其他事项")], max_length=10, verbose_name="类别"
                    ),
                ),
            ],
            options={
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="InformationItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("channel", models.CharField(max_length=40, verbose_name="渠道")),
                ("published_on", models.DateField(verbose_name="公开日期")),
                ("link", models.URLField(blank=True, max_length=400, verbose_name="网址")),
                ("void_on", models.DateField(blank=True, null=True, verbose_name="作废日期")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-published_on", "-pk"],
                "indexes": [models.Index(fields=["published_on", "channel"], name="information_by_day_and_channel")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("void_on", None)),
                        fields=("title", "channel", "published_on"),
                        name="an_information_is_entered_once",
                        violation_error_message="这条信息已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="月份")),
                ("handled", models.PositiveIntegerField(verbose_name="办件数")),
                ("on_time", models.PositiveIntegerField(verbose_name="按期办结数")),
                ("rated", models.PositiveIntegerField(verbose_name="评价数")),
                ("satisfied", models.PositiveIntegerField(verbose_name="满意数")),
                ("loaded_on", models.DateField(verbose_name="导入日期")),
                ("void_on", models.DateField(blank=True, null=True, verbose_name="作废日期")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="months", to="publicity.serviceitem"
                    ),
                ),
                (
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("void_on", None)),
                        fields=("item", "month"),
                        name="a_service_has_one_count_a_month",
                        violation_error_message="这个事项这个月已经导入过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on_time__lte", models.F("handled")), ("satisfied__lte", models.F("rated"))
                        ),
                        name="no_part_is_more_than_the_whole",
                        violation_error_message="按期办结数不超过办件数，满意数不超过评价数。",
                    ),
                ],
            },
        ),
    ]
