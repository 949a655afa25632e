"""A paper that is served names the entry of the record that it follows, and goes on naming it."""

from django.db import migrations, models

from officers.triggers import Bar, bars, with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_issued_papers_never_change")]

    operations = [
        *with_bars_lifted(
            migrations.AddField(
                model_name="document",
                name="follows",
                field=models.CharField(blank=True, db_default="", default="", max_length=20, verbose_name="承接"),
            )
        ),
        bars(
            [
                Bar(
                    "issued_paper_keeps_what_it_follows",
                    "documents_document",
                    "UPDATE",
                    "OLD.state IN ('issued', 'served', 'voided') AND NEW.follows <> OLD.follows",
                    "已签发的文书不得改动，只能以新的文书更正。",
                )
            ]
        ),
    ]
