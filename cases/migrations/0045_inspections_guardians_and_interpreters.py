"""An inquiry may be an inspection, with a guardian, an interpreter or a witness (行政处罚法 55)."""

from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0044_samples_and_appraisals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.AddField(
            model_name="inquiry",
            name="absence",
            field=models.CharField(blank=True, max_length=200, verbose_name="当事人不在场的原因"),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="drawing",
            field=models.CharField(blank=True, max_length=200, verbose_name="勘验示意图说明"),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="guardian",
            field=models.CharField(blank=True, max_length=60, verbose_name="到场的监护人"),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="interpreter",
            field=models.CharField(blank=True, max_length=60, verbose_name="翻译人员和语种"),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="weather",
            field=models.CharField(blank=True, max_length=20, verbose_name="天气情况"),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="witness",
            field=models.CharField(blank=True, max_length=120, verbose_name="被邀请人或者见证人"),
        ),
        migrations.AlterField(
            model_name="inquiry",
            name="kind",
            field=models.CharField(
                choices=[("scene", "现场笔录"), ("interview", "询问笔录"), ("inspection", "勘验笔录")], max_length=10
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("absence", ""), models.Q(("witness", ""), _negated=True), _connector="OR"),
                name="an_inspection_without_the_party_has_a_witness",
                violation_error_message="当事人不在场的，须有见证人。",
            ),
        ),
    )
