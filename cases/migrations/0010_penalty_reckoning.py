"""What was found and reckoned for each charge; which charges are one act; the sums and days the law asks for."""

import django.db.models.deletion
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_terms_stand_still"),
    ]

    operations = with_bars_lifted(
        migrations.CreateModel(
            name="Reckoning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("round", models.PositiveSmallIntegerField()),
                ("circumstances", models.JSONField(default=list, verbose_name="情节")),
                ("level", models.CharField(blank=True, max_length=40, verbose_name="裁量等次")),
                ("effect", models.CharField(blank=True, max_length=20)),
                ("level_title", models.CharField(blank=True, max_length=40)),
                ("range_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("range_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("tier_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("tier_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="建议罚款（元）"
                    ),
                ),
                ("lines", models.JSONField(default=list)),
            ],
        ),
        migrations.AddField(
            model_name="charge",
            name="base_amount",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="计罚基数（元）"
            ),
        ),
        migrations.AddField(
            model_name="charge",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="行为终了日期"),
        ),
        migrations.AddField(
            model_name="charge",
            name="grave_harm",
            field=models.BooleanField(default=False, verbose_name="涉及公民生命健康安全、金融安全且有危害后果"),
        ),
        migrations.AddField(
            model_name="charge",
            name="same_act_as",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="same_act",
                to="cases.charge",
                verbose_name="同一个违法行为",
            ),
        ),
        migrations.AddIndex(
            model_name="charge",
            index=models.Index(fields=["violation_code"], name="charges_by_violation"),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(fields=["id_number"], name="parties_by_identity_number"),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(fields=["uscc"], name="parties_by_credit_code"),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("conduct_on")), _connector="OR"),
                name="conduct_ends_after_it_began",
                violation_error_message="行为终了日期不能早于行为发生日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("same_act_as", None), models.Q(("same_act_as", models.F("id")), _negated=True), _connector="OR"
                ),
                name="a_charge_is_not_its_own_twin",
                violation_error_message="一项违法行为不能与自己并作同一个行为。",
            ),
        ),
        migrations.AddField(
            model_name="reckoning",
            name="charge",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reckonings", to="cases.charge"
            ),
        ),
        migrations.AddConstraint(
            model_name="reckoning",
            constraint=models.UniqueConstraint(
                fields=("charge", "round"),
                name="one_reckoning_per_charge_and_round",
                violation_error_message="同一违法行为在同一轮次只裁量一次。",
            ),
        ),
    )
