"""What a party was told is kept, and what became of what it said."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0030_a_hearing_has_a_life_of_its_own"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *with_bars_lifted(
            migrations.AddField(
                model_name="statement",
                name="consequence",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("none", "维持告知的处理意见"),
                        ("lighter", "提出更轻的处理意见，不重新告知"),
                        ("anew", "事实、依据或者处罚要变更，重新告知"),
                    ],
                    max_length=10,
                    verbose_name="复核的结果",
                ),
            ),
            migrations.AddField(
                model_name="statement",
                name="findings",
                field=models.TextField(blank=True, verbose_name="复核查明的情况"),
            ),
            migrations.AddField(
                model_name="statement",
                name="made_at",
                field=models.TimeField(blank=True, null=True, verbose_name="提出时间"),
            ),
            migrations.AddField(
                model_name="statement",
                name="place",
                field=models.CharField(blank=True, max_length=120, verbose_name="地点"),
            ),
            migrations.AddField(
                model_name="statement",
                name="put_forward",
                field=models.TextField(blank=True, verbose_name="提出的事实和证据"),
            ),
            migrations.AddField(
                model_name="statement",
                name="second_taker",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="statement",
                name="taken_by",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AlterField(
                model_name="sanction",
                name="stage",
                field=models.CharField(
                    choices=[("proposed", "拟处罚"), ("lightened", "听取意见后从轻的拟处罚"), ("decided", "决定")],
                    max_length=10,
                ),
            ),
        ),
        migrations.CreateModel(
            name="LateEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "meaning",
                    models.CharField(
                        choices=[
                            ("favours", "有利于当事人"),
                            ("same", "印证已经告知的事实"),
                            ("new", "证明没有告知过的不利事实"),
                        ],
                        max_length=10,
                        verbose_name="证明什么",
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("shown_on", models.DateField(blank=True, null=True, verbose_name="交当事人质证的日期")),
                ("judged_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("substance", models.JSONField()),
                ("issued_on", models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name="lateevidence",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="late_evidence", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="lateevidence",
            name="evidence",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="late", to="cases.evidence"
            ),
        ),
        migrations.AddField(
            model_name="lateevidence",
            name="judged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="notification",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notifications", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="notification",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notifications", to="cases.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="lateevidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="late_evidence_is_judged_with_a_reason",
                violation_error_message="说明补充证据须写明理由。",
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.UniqueConstraint(
                fields=("case", "party", "round"),
                name="a_party_is_notified_once_a_round",
                violation_error_message="该当事人本轮已经告知。",
            ),
        ),
    ]
