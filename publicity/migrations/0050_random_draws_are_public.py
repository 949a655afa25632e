"""Random draws as everybody reads them, in a table of the portal's own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0040_reports_through_the_portal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedDraw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("plan", models.CharField(max_length=200, verbose_name="抽查计划")),
                ("draws_on", models.DateField(verbose_name="抽取日期")),
                ("organiser", models.CharField(max_length=40, verbose_name="组织人")),
                ("supervisor", models.CharField(max_length=40, verbose_name="监督人")),
                ("opened_at", models.DateTimeField()),
                ("committed_at", models.DateTimeField(blank=True, null=True)),
                ("commitment", models.CharField(blank=True, max_length=64, verbose_name="口令的摘要")),
                ("pooled_at", models.DateTimeField(blank=True, null=True)),
                ("pool_sha256", models.CharField(blank=True, max_length=64, verbose_name="抽取池的摘要")),
                ("pool_counts", models.JSONField(default=dict)),
                ("drawn_at", models.DateTimeField(blank=True, null=True)),
                ("nonce", models.CharField(blank=True, max_length=200, verbose_name="口令")),
                ("seed", models.CharField(blank=True, max_length=64, verbose_name="种子")),
                ("result_sha256", models.CharField(blank=True, max_length=64, verbose_name="结果的摘要")),
                ("rows", models.JSONField(default=list)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300, verbose_name="取消的理由")),
                ("redraw_of", models.PositiveBigIntegerField(blank=True, null=True)),
                ("redrawn_as", models.PositiveBigIntegerField(blank=True, null=True)),
                ("file", models.TextField(blank=True)),
            ],
            options={
                "db_table": "published_draw",
                "ordering": ["-number"],
            },
        ),
    ]
