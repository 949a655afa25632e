"""A reviewer's remark may quote the words that it is about."""

from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0072_phrases_of_reviewers"),
    ]

    operations = with_bars_lifted(
        migrations.AddField(
            "reviewcomment",
            "quote",
            models.CharField("原文", blank=True, db_default="", default="", max_length=200),
        ),
    )
