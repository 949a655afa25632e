"""Transfers to and from other authorities, disputes over jurisdiction and requests for assistance have lives of their own."""

import django.db.models.deletion
import django_fsm
from django.db import migrations, models

import cases.procedure.referral


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0092_investigations_stand_still"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("sent", "待受移送机关答复"),
                            ("accepted", "受移送机关已接收"),
                            ("declined", "受移送机关不接收"),
                        ],
                        default="sent",
                        max_length=50,
                    ),
                ),
                ("addressee", models.CharField(max_length=120, verbose_name="受移送机关")),
                ("sent_on", models.DateField(verbose_name="移送日期")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("receiver", models.CharField(blank=True, max_length=60, verbose_name="接收人")),
                ("answer", models.TextField(blank=True, verbose_name="受移送机关的意见")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agency_transfers", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "移送其他机关",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["sent", "accepted"])),
                        fields=("case",),
                        name="one_transfer_to_an_authority_at_a_time",
                        violation_error_message="本案已经移送。",
                    )
                ],
            },
            bases=(cases.procedure.referral.BeingTransferred, models.Model),
        ),
        migrations.CreateModel(
            name="Assistance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("sent", "待协助机关答复"),
                            ("answered", "协助机关已答复"),
                            ("declined", "协助机关不予协助"),
                        ],
                        default="sent",
                        max_length=50,
                    ),
                ),
                ("addressee", models.CharField(max_length=120, verbose_name="协助机关")),
                ("questions", models.TextField(verbose_name="请求协助调查的问题")),
                ("sent_on", models.DateField(verbose_name="发函日期")),
                ("due_on", models.DateField(verbose_name="请于何日前答复")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("answer", models.TextField(blank=True, verbose_name="答复内容")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assistance_requests", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "协助调查",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("sent_on"))),
                        name="help_is_asked_for_in_the_future",
                        violation_error_message="答复日期早于发函日期。",
                    )
                ],
            },
            bases=(cases.procedure.referral.Assisting, models.Model),
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("negotiating", "协商管辖中"),
                            ("settled", "协商确定管辖"),
                            ("reported", "已报请指定管辖"),
                            ("designated", "已指定管辖"),
                        ],
                        default="negotiating",
                        max_length=50,
                    ),
                ),
                ("other_agency", models.CharField(max_length=120, verbose_name="对方机关")),
                ("question", models.TextField(verbose_name="争议的问题")),
                ("raised_on", models.DateField(verbose_name="提出日期")),
                ("superior", models.CharField(blank=True, max_length=120, verbose_name="共同的上一级机关")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="报请日期")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("ours", "由本机关管辖"), ("theirs", "由对方机关管辖")],
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="确定日期")),
                ("decision_number", models.CharField(blank=True, max_length=60, verbose_name="指定管辖文号")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disputes", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "管辖争议",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["settled", "designated"]), _negated=True),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_settled_dispute_says_whose_case_it_is",
                        violation_error_message="写明由哪个机关管辖。",
                    )
                ],
            },
            bases=(cases.procedure.referral.Disputing, models.Model),
        ),
        migrations.CreateModel(
            name="IncomingTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("received", "待答复移送机关"), ("answered", "已答复移送机关")],
                        default="received",
                        max_length=50,
                    ),
                ),
                ("sender", models.CharField(max_length=120, verbose_name="移送机关")),
                ("letter_number", models.CharField(blank=True, max_length=60, verbose_name="移送函文号")),
                ("received_on", models.DateField(verbose_name="收到日期")),
                ("materials", models.TextField(verbose_name="随案材料和物品")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("answer", models.TextField(blank=True, verbose_name="答复内容")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="incoming_transfers", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "来案移送",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case",),
                        name="a_case_is_sent_to_us_once",
                        violation_error_message="本案的移送已经登记。",
                    )
                ],
            },
            bases=(cases.procedure.referral.Receiving, models.Model),
        ),
    ]
