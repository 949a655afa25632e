"""What was kept as evidence before there was a store is entered there; no byte is touched."""

from django.db import migrations
from django.utils import timezone


def enter(apps, editor):
    stored_files = apps.get_model("files", "StoredFile")
    for evidence in apps.get_model("cases", "Evidence").objects.exclude(file="").order_by("pk"):
        given = {
            "size": evidence.size,
            "content_type": evidence.content_type,
            "file": evidence.file.name,
            "stored_at": timezone.now(),
        }
        evidence.stored, _new = stored_files.objects.get_or_create(sha256=evidence.sha256, defaults=given)
        evidence.save(update_fields=["stored"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0050_evidence_lies_in_the_store")]

    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
