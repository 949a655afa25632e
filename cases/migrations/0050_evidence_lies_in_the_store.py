"""A file of evidence is a content of the store."""

import django.db.models.deletion
from django.db import migrations, models

import cases.models.evidence
import cases.models.service
import files.storage
from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0041_contents_are_erased_by_two_or_held"),
        ("files", "0001_originals_and_uploads"),
    ]

    operations = [
        *with_bars_lifted(
            migrations.AddField(
                model_name="evidence",
                name="stored",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="evidence",
                    to="files.storedfile",
                ),
            ),
            migrations.AlterField(
                model_name="evidence",
                name="file",
                field=models.FileField(
                    blank=True,
                    max_length=200,
                    storage=files.storage.evidence_storage,
                    upload_to=cases.models.evidence.by_hash,
                ),
            ),
            migrations.AlterField(
                model_name="serviceproof",
                name="file",
                field=models.FileField(
                    max_length=200, storage=files.storage.evidence_storage, upload_to=cases.models.service.by_hash
                ),
            ),
        ),
    ]
