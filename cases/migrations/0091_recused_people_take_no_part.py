"""A request that somebody step aside has a life of its own, and whoever has stepped aside takes no part again."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.procedure.recusal
from officers.triggers import Bar, bars

RECUSED = [
    (
        "recused_handler",
        "cases_caseofficer",
        "NEW.officer_id IS NOT NULL AND NEW.until IS NULL AND (NEW.officer_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
    ),
    (
        "recused_reviewer",
        "cases_legalreview",
        "NEW.reviewer_id IS NOT NULL AND NEW.concluded_on >= (SELECT MIN(r.decided_on) FROM cases_recusalrequest r WHERE r.case_id = NEW.case_id AND r.person_id = NEW.reviewer_id AND r.state = 'granted') AND (NEW.reviewer_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
    ),
    (
        "recused_chair",
        "cases_hearing",
        "NEW.chair_id IS NOT NULL AND NEW.held_on IS NULL AND (NEW.chair_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
    ),
    (
        "recused_recorder",
        "cases_hearing",
        "NEW.recorder_id IS NOT NULL AND NEW.held_on IS NULL AND (NEW.recorder_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
    ),
    (
        "recused_voter",
        "cases_voice",
        "NEW.officer_id IS NOT NULL AND (NEW.officer_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = (SELECT d.case_id FROM cases_discussion d WHERE d.id = NEW.discussion_id) AND f.state = 'granted'))",
    ),
    (
        "recused_decider",
        "cases_decision",
        "NEW.decided_by_id IS NOT NULL AND NEW.decided_on >= (SELECT MIN(r.decided_on) FROM cases_recusalrequest r WHERE r.case_id = NEW.case_id AND r.person_id = NEW.decided_by_id AND r.state = 'granted') AND (NEW.decided_by_id IN (SELECT f.person_id FROM cases_recusalrequest f WHERE f.case_id = NEW.case_id AND f.state = 'granted'))",
    ),
]


def recused_bars() -> list[Bar]:
    return [
        Bar(f"{name}_on_{event.lower()}", table, event, when, f"职责分离：{name}")
        for name, table, when in RECUSED
        for event in ("INSERT", "UPDATE")
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0090_suspected_crimes_go_to_the_police"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RecusalRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("requested", "待决定是否回避"),
                            ("granted", "决定回避"),
                            ("refused", "驳回回避申请"),
                            ("reconsidering", "回避申请复议中"),
                            ("upheld", "维持驳回"),
                        ],
                        default="requested",
                        max_length=50,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("party", "当事人或者其代理人申请"),
                            ("own", "本人自行申请"),
                            ("ordered", "负责人决定"),
                        ],
                        max_length=10,
                        verbose_name="由谁提出",
                    ),
                ),
                ("ground", models.CharField(blank=True, max_length=40, verbose_name="回避情形")),
                ("reason", models.TextField(verbose_name="回避理由")),
                ("requested_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                ("decision", models.TextField(blank=True, verbose_name="决定理由")),
                ("collective", models.TextField(blank=True, verbose_name="负责人集体讨论情况")),
                (
                    "applicant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请回避的人",
                    ),
                ),
            ],
            options={
                "verbose_name": "回避",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "requested"),
                            models.Q(("decided_on__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_decided_recusal_says_by_whom",
                        violation_error_message="回避决定须有决定人和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decided_by", models.F("person")), _negated=True),
                        name="nobody_decides_on_own_recusal",
                        violation_error_message="不得决定本人的回避。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("origin", "party"), _negated=True), ("applicant__isnull", False), _connector="OR"
                        ),
                        name="an_application_names_its_party",
                        violation_error_message="当事人申请回避的，须写明是哪名当事人。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["requested", "reconsidering", "granted"])),
                        fields=("case", "person"),
                        name="one_open_recusal_for_one_person",
                        violation_error_message="该人员的回避已在办理或者已经决定回避。",
                    ),
                ],
            },
            bases=(cases.procedure.recusal.Recusing, models.Model),
        ),
        bars(recused_bars()),
    ]
