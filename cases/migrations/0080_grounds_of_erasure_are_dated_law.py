"""The grounds of an erasure are rows of law/data/erasure.toml, no longer a list in the code."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0071_disputes_and_advice_in_a_review")]

    operations = [
        migrations.AlterField(
            model_name="payloaderasure",
            name="ground",
            field=models.CharField(max_length=12, verbose_name="依据"),
        ),
    ]
