"""What an entry says can be taken away by two people on a ground of the law, and by nobody while a hold stands."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.procedure.erasure
from officers.triggers import Bar, bars

# Written from cases.duties.bars_of().
HELD = (
    "NEW.approved_by_id IS NOT NULL AND (NEW.approved_by_id IN (SELECT f.officer_id FROM cases_caseofficer f "
    "WHERE f.case_id = NEW.case_id) OR NEW.approved_by_id IN (SELECT NEW.proposed_by_id))"
)
SAID = (
    "批准删除记录内容的人不得由本案的承办人、提请删除记录内容的人担任（《中华人民共和国个人信息保护法》第四十七条）。"
)
APART = [
    Bar(f"payload_erasure_approver_apart_on_{event.lower()}", "cases_payloaderasure", event, HELD, SAID)
    for event in ("INSERT", "UPDATE")
]
KEEPS, PAYLOADS = "recordpayload_keeps_on_delete", "cases_recordpayload"
BEFORE = bars([Bar(KEEPS, PAYLOADS, "DELETE", "1 = 1", "全过程记录只能追加，不得改动或者删除。")])
UNAPPROVED = (
    "NOT EXISTS (SELECT 1 FROM cases_payloaderasure e WHERE e.entry_id = OLD.entry_id AND e.approved_by_id IS NOT NULL)"
)
ON_HOLD = (
    "EXISTS (SELECT 1 FROM cases_recordentry r JOIN cases_legalhold h ON h.case_id = r.case_id "
    "WHERE r.id = OLD.entry_id AND h.state = 'in_force')"
)
NOW = [
    Bar(KEEPS, PAYLOADS, "DELETE", UNAPPROVED, "全过程记录只能追加，不得改动或者删除。"),
    Bar("recordpayload_is_held_on_delete", PAYLOADS, "DELETE", ON_HOLD, "本案的记录正在保全，不得删除。"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0040_checkpoints_of_the_record"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="保全的理由")),
                ("placed_on", models.DateField(verbose_name="保全日期")),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                ("lifting", models.CharField(blank=True, max_length=200, verbose_name="解除的理由")),
                (
                    "state",
                    models.CharField(
                        choices=[("in_force", "保全中"), ("lifted", "已解除保全")], default="in_force", max_length=50
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="legal_holds", to="cases.case"
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "案件记录保全",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "lifted"), _negated=True),
                            models.Q(("lifted_by__isnull", False), models.Q(("lifting", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_hold_is_lifted_by_somebody_for_a_reason",
                        violation_error_message="解除保全须写明由谁、为什么解除。",
                    )
                ],
            },
            bases=(cases.procedure.erasure.Holding, models.Model),
        ),
        migrations.CreateModel(
            name="PayloadErasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gseq", models.PositiveBigIntegerField(verbose_name="记录序号")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("period_over", "保存期限已届满（第四十七条第一款第二项）"),
                            ("unlawful", "违反法律、行政法规处理个人信息（第四十七条第一款第四项）"),
                        ],
                        max_length=12,
                        verbose_name="依据",
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "待批准删除"), ("refused", "不批准删除"), ("erased", "已删除")],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payload_erasures", to="cases.case"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.recordentry"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "记录内容的删除",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "refused"), _negated=True),
                        fields=("entry",),
                        name="an_entry_is_erased_once",
                        violation_error_message="这一条已经提请删除，或者已经删除。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "erased"), _negated=True),
                            models.Q(("approved_by__isnull", False), ("approved_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_erasure_is_approved_by_somebody",
                        violation_error_message="删除记录内容须经负责人批准。",
                    ),
                ],
            },
            bases=(cases.procedure.erasure.Erasing, models.Model),
        ),
        bars(APART),
        migrations.RunPython(BEFORE.reverse_code, BEFORE.code),
        bars(NOW),
    ]
