"""The grounds of an erasure are rows of law/data/erasure.toml, no longer a list in the code."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0073_a_remark_quotes_its_passage")]

    operations = [
        migrations.AlterField(
            model_name="payloaderasure",
            name="ground",
            field=models.CharField(max_length=12, verbose_name="依据"),
        ),
    ]
