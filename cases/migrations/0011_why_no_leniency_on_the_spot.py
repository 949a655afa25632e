"""A penalty on the spot keeps why conduct on a list of what is let off was punished all the same."""

from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_what_is_returned_of_the_income")]

    operations = with_bars_lifted(
        migrations.AddField(
            "spotpenalty",
            "weighed",
            models.CharField(blank=True, default="", max_length=200, verbose_name="不适用不予处罚的理由"),
            preserve_default=False,
        ),
    )
