import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What a file and a finding were called in the one piece that a run used to be.
ROW = ("place", "number", "party", "unit_name", "closed_on", "grade", "level", "vetoed")
FINDING = ("place", "item", "sentence", "basis", "form", "field", "locator", "curable", "act", "how", "veto", "points")


def lay_down_row_by_row(apps, schema_editor):
    runs, files = apps.get_model("oversight", "ReviewRun"), apps.get_model("oversight", "ReviewedFile")
    findings = apps.get_model("oversight", "ReviewedFinding")
    for run in runs.objects.all():
        given = [one | {"place": place} for place, one in enumerate(run.result.pop("files", []), start=1)]
        rows = files.objects.bulk_create(
            files(
                run=run,
                case_id=one["case"],
                unit_id=one["unit"],
                score=one["score"] or None,
                **{name: one[name] for name in ROW},
            )
            for one in given
        )
        findings.objects.bulk_create(
            findings(run=run, file=row, document_id=found["document"], **{name: found[name] for name in FINDING})
            for row, one in zip(rows, given, strict=True)
            for found in (found | {"place": place} for place, found in enumerate(one["found"], start=1))
        )
        run.done, run.finished_at = run.files, run.run_at
        run.save()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0081_a_penalty_is_kept_from_the_public_by_two"),
        ("documents", "0040_papers_name_the_entry_they_follow"),
        ("officers", "0003_counsel_is_a_post"),
        ("oversight", "0020_review_batches"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField(verbose_name="整改措施")),
                ("written_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ReviewedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=40)),
                ("party", models.TextField()),
                ("unit_name", models.CharField(max_length=80)),
                ("closed_on", models.DateField()),
                ("score", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ("grade", models.CharField(max_length=40)),
                ("level", models.CharField(max_length=10)),
                ("vetoed", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="ReviewedFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("item", models.CharField(max_length=40)),
                ("sentence", models.TextField()),
                ("basis", models.CharField(max_length=200)),
                ("form", models.CharField(blank=True, max_length=60)),
                ("field", models.TextField(blank=True)),
                ("locator", models.TextField(blank=True)),
                ("curable", models.BooleanField()),
                ("act", models.CharField(blank=True, max_length=60)),
                ("how", models.TextField(blank=True)),
                ("veto", models.BooleanField()),
                ("points", models.DecimalField(decimal_places=2, max_digits=6)),
            ],
        ),
        migrations.AddField(
            model_name="reviewrun",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="停止时间"),
        ),
        migrations.AddField(
            model_name="reviewrun",
            name="done",
            field=models.PositiveIntegerField(default=0, verbose_name="已评查"),
        ),
        migrations.AddField(
            model_name="reviewrun",
            name="finished_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="完成时间"),
        ),
        migrations.AddConstraint(
            model_name="reviewrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("finished_at", None), ("cancelled_at", None), _connector="OR"),
                name="a_finished_review_was_not_stopped",
                violation_error_message="评查已经完成，不能停止。",
            ),
        ),
        migrations.AddField(
            model_name="measure",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="oversight.reviewrun"
            ),
        ),
        migrations.AddField(
            model_name="measure",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reviewedfile",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
        ),
        migrations.AddField(
            model_name="reviewedfile",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviewed", to="oversight.reviewrun"
            ),
        ),
        migrations.AddField(
            model_name="reviewedfile",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="officers.department"
            ),
        ),
        migrations.AddField(
            model_name="reviewedfinding",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.document",
            ),
        ),
        migrations.AddField(
            model_name="reviewedfinding",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="found", to="oversight.reviewedfile"
            ),
        ),
        migrations.AddField(
            model_name="reviewedfinding",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="oversight.reviewrun"
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                fields=("run", "item"),
                name="one_measure_for_each_item_of_a_run",
                violation_error_message="这一项已有整改措施。",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedfile",
            constraint=models.UniqueConstraint(
                fields=("run", "place"),
                name="one_file_at_each_place_of_a_review",
                violation_error_message="同一次评查中这个位置已有案卷。",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedfile",
            constraint=models.UniqueConstraint(
                fields=("run", "case"),
                name="a_file_is_reviewed_once_in_a_run",
                violation_error_message="同一次评查中每件案卷只评一次。",
            ),
        ),
        migrations.AddIndex(
            model_name="reviewedfinding",
            index=models.Index(fields=["run", "item"], name="findings_of_a_run_by_item"),
        ),
        migrations.AddConstraint(
            model_name="reviewedfinding",
            constraint=models.UniqueConstraint(
                fields=("file", "place"),
                name="one_finding_at_each_place_of_a_file",
                violation_error_message="这件案卷的这个位置已有问题。",
            ),
        ),
        migrations.RunPython(lay_down_row_by_row, migrations.RunPython.noop),
    ]
