"""The transfer of a case to the police has a life of its own: reported, decided, sent, answered, taken back."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.police


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0080_reconsideration_and_litigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PoliceTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("reported", "待负责人决定是否移送"),
                            ("refused", "决定不移送"),
                            ("approved", "已批准移送待送出"),
                            ("sent", "已送出待公安签收"),
                            ("received", "公安机关审查中"),
                            ("declined", "公安机关不予立案"),
                            ("reconsidering", "已提请公安机关复议"),
                            ("upheld", "复议维持不予立案"),
                            ("supervised", "已建议立案监督"),
                            ("filed", "公安机关已立案"),
                            ("handed_over", "已向公安机关移交"),
                            ("returned", "已退回本机关处理"),
                        ],
                        default="reported",
                        max_length=50,
                    ),
                ),
                ("crime", models.CharField(max_length=80, verbose_name="涉嫌罪名")),
                ("report", models.TextField(verbose_name="移送报告")),
                ("reported_on", models.DateField(verbose_name="报告日期")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="批准时间")),
                ("refusal", models.TextField(blank=True, verbose_name="不移送的理由")),
                ("addressee", models.CharField(blank=True, max_length=120, verbose_name="受移送机关")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="送出时间")),
                ("late_reason", models.CharField(blank=True, max_length=200, verbose_name="超过二十四小时的原因")),
                ("materials", models.JSONField(default=list, verbose_name="移送材料")),
                ("goods", models.JSONField(default=list, verbose_name="涉案物品")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="公安签收日期")),
                ("receiver", models.CharField(blank=True, max_length=60, verbose_name="公安签收人")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="通知日期")),
                ("answer_number", models.CharField(blank=True, max_length=60, verbose_name="通知书文号")),
                ("answer", models.TextField(blank=True, verbose_name="公安机关的意见")),
                ("request", models.TextField(blank=True, verbose_name="提请复议或者建议监督的理由")),
                ("handed_over_on", models.DateField(blank=True, null=True, verbose_name="移交日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="退回日期")),
                ("returned_by", models.CharField(blank=True, max_length=120, verbose_name="退回机关")),
                ("return_reason", models.TextField(blank=True, verbose_name="退回理由")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="police_transfers", to="cases.case"
                    ),
                ),
                (
                    "first_officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "second_officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "移送公安",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_officers_form_the_team",
                        violation_error_message="专案组须由两名以上不同的执法人员组成（移送规定第五条）。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["refused", "returned"]), _negated=True),
                        fields=("case",),
                        name="one_transfer_to_the_police_at_a_time",
                        violation_error_message="本案已有一件移送公安在办理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_refused_transfer_says_why",
                        violation_error_message="不批准移送的，应当记录理由（移送规定第五条）。",
                    ),
                ],
            },
            bases=(cases.procedure.police.TransferringToPolice, models.Model),
        ),
    ]
