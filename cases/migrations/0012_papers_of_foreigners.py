"""A party is identified by one of several papers, and a foreigner has a nationality; until now all had residents' cards."""

from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_why_no_leniency_on_the_spot")]

    operations = with_bars_lifted(
        migrations.AddField(
            "party",
            "id_kind",
            models.CharField(default="resident", max_length=20, verbose_name="身份证件种类"),
        ),
        migrations.AddField(
            "party",
            "nationality",
            models.CharField(blank=True, default="", max_length=40, verbose_name="国籍"),
            preserve_default=False,
        ),
    )
