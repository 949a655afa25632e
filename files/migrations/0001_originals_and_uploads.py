"""Originals lie in one store, come in piece by piece, and who looked at one stays known."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import files.storage
from officers.triggers import Bar, bars

STORED = "files_storedfile"
OTHER_BYTES = (
    "NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size OR NEW.content_type <> OLD.content_type "
    "OR NEW.stored_at <> OLD.stored_at"
)
KEPT = [
    Bar("storedfile_keeps_its_content", STORED, "UPDATE", OTHER_BYTES, "原件的校验值、大小和类型不得改动。"),
    *(
        Bar(
            f"fileaccess_keeps_on_{event.lower()}",
            "files_fileaccess",
            event,
            "1 = 1",
            "查看和下载证据的记录只能追加，不得改动或者删除。",
        )
        for event in ("UPDATE", "DELETE")
    ),
]


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0041_contents_are_erased_by_two_or_held"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("size", models.PositiveBigIntegerField()),
                ("content_type", models.CharField(max_length=60)),
                ("file", models.FileField(max_length=200, storage=files.storage.evidence_storage, upload_to="")),
                ("stored_at", models.DateTimeField()),
                ("says", models.JSONField(default=dict)),
                (
                    "preview",
                    models.FileField(blank=True, max_length=200, storage=files.storage.evidence_storage, upload_to=""),
                ),
                ("looked_into_at", models.DateTimeField(blank=True, null=True)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "fault",
                    models.CharField(
                        blank=True, choices=[("changed", "与接收时不一致"), ("missing", "读不出来")], max_length=10
                    ),
                ),
                ("fault_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sha256", ""), _negated=True), models.Q(("file", ""), _negated=True)
                        ),
                        name="a_stored_file_has_its_hash_and_place",
                        violation_error_message="文件缺少校验值或者存放位置。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FileAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "what",
                    models.CharField(
                        choices=[("view", "看了原件情况"), ("preview", "看了预览图"), ("download", "下载了原件")],
                        max_length=10,
                    ),
                ),
                ("page", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "sha256"], name="who_looked_at_it")],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("length", models.PositiveBigIntegerField()),
                ("offset", models.PositiveBigIntegerField(default=0)),
                ("started_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uploads",
                        to="files.storedfile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("offset__lte", models.F("length"))),
                        name="an_upload_is_not_longer_than_announced",
                        violation_error_message="上传的内容超过了所报的大小。",
                    )
                ],
            },
        ),
        bars(KEPT),
    ]
