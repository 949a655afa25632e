"""The application to the court for the costs carries its request and its five materials (行政强制法 55)."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_costs_of_substitute_performance"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="costclaim",
            name="assets",
            field=models.TextField(blank=True, verbose_name="执行标的（财产线索）"),
        ),
        migrations.AddField(
            model_name="costclaim",
            name="materials",
            field=models.JSONField(blank=True, default=dict, verbose_name="提交材料"),
        ),
        migrations.AddField(
            model_name="costclaim",
            name="proposed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="costclaim",
            name="requests",
            field=models.TextField(blank=True, verbose_name="请求事项"),
        ),
        migrations.AlterField(
            model_name="costclaim",
            name="state",
            field=models.CharField(
                choices=[
                    ("demanded", "待缴代履行费用"),
                    ("reminded", "已催告缴纳代履行费用"),
                    ("proposed", "待批准申请法院强制执行代履行费用"),
                    ("applied", "已申请法院强制执行代履行费用"),
                    ("accepted", "法院已受理代履行费用"),
                    ("paid", "代履行费用已缴清"),
                    ("waived", "依法不由当事人承担"),
                ],
                default="demanded",
                max_length=50,
                verbose_name="状态",
            ),
        ),
        migrations.AddConstraint(
            model_name="costclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("proposed_on", None), models.Q(("state", "proposed"), _negated=True)),
                    models.Q(
                        ("proposed_on__isnull", False),
                        models.Q(("requests", ""), _negated=True),
                        models.Q(("assets", ""), _negated=True),
                        models.Q(("materials", {}), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_court_is_asked_for_costs_with_the_materials",
                violation_error_message="申请法院强制执行代履行费用须写明请求并备齐材料（行政强制法第五十五条）。",
            ),
        ),
    ]
