"""Cases punished on the spot: their procedure, what was done there, and what became of the money."""

import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

import cases.models.spot
from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_penalty_reckoning"),
        ("officers", "0002_three_administrators_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.CreateModel(
            name="SpotCollection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("afloat", "水上收缴，尚未抵岸"),
                            ("collected", "已收缴，待交至机关"),
                            ("received", "已交至机关，待缴付银行"),
                            ("deposited", "已缴付银行"),
                        ],
                        default="collected",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("small", "依法给予一百元以下罚款（第六十八条第一项）"),
                            ("hard_later", "不当场收缴事后难以执行（第六十八条第二项）"),
                            ("remote", "边远、水上、交通不便地区，当事人提出（第六十九条）"),
                        ],
                        max_length=12,
                        verbose_name="当场收缴的理由",
                    ),
                ),
                ("ground_note", models.CharField(blank=True, max_length=200, verbose_name="具体情况")),
                ("asked_by_party", models.BooleanField(default=False, verbose_name="当事人提出当场缴纳")),
                ("landed_on", models.DateField(blank=True, null=True, verbose_name="抵岸日期")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="交至机关日期")),
                ("deposited_on", models.DateField(blank=True, null=True, verbose_name="缴付银行日期")),
                ("deposit_number", models.CharField(blank=True, max_length=40, verbose_name="银行回单号")),
            ],
            options={
                "verbose_name": "当场收缴罚款",
            },
        ),
        migrations.CreateModel(
            name="SpotPenalty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("given", "已当场作出，待备案"), ("copy_filed", "副本已备案")],
                        default="given",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="处罚时间")),
                ("place", models.CharField(max_length=160, verbose_name="处罚地点")),
                ("certificates_shown", models.BooleanField(verbose_name="已出示执法证件并查明身份")),
                ("told_facts", models.BooleanField(verbose_name="已口头告知违法事实、处罚理由和依据")),
                ("told_rights", models.BooleanField(verbose_name="已口头告知陈述、申辩等权利义务")),
                ("told_fine", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="告知的罚款（元）")),
                ("statement_made", models.BooleanField(verbose_name="当事人提出了陈述、申辩")),
                (
                    "signing",
                    models.CharField(
                        choices=[
                            ("drawn", "在屏幕上签名"),
                            ("paper", "在打印的决定书上签名"),
                            ("refused", "拒绝签收，已注明"),
                        ],
                        max_length=8,
                        verbose_name="签名",
                    ),
                ),
                ("signer", models.CharField(max_length=60, verbose_name="签名人")),
                ("signer_relation", models.CharField(max_length=60, verbose_name="与当事人关系")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签的情况")),
                (
                    "signature",
                    models.FileField(blank=True, max_length=200, upload_to=cases.models.spot.signature_by_hash),
                ),
                ("signature_sha256", models.CharField(blank=True, max_length=64)),
                ("copy_filed_on", models.DateField(blank=True, null=True, verbose_name="备案日期")),
                ("copy_recipient", models.CharField(blank=True, max_length=60, verbose_name="接收备案的部门或者人员")),
            ],
            options={
                "verbose_name": "当场处罚",
            },
        ),
        migrations.RemoveConstraint(
            model_name="case",
            name="a_filed_case_has_number_and_day",
        ),
        migrations.AddField(
            model_name="case",
            name="procedure",
            field=models.CharField(
                choices=[("ordinary", "普通程序"), ("summary", "简易程序")],
                default="ordinary",
                max_length=8,
                verbose_name="适用程序",
            ),
        ),
        migrations.AlterField(
            model_name="payment",
            name="channel",
            field=models.CharField(
                choices=[("bank", "银行代收"), ("electronic", "电子支付"), ("spot", "当场收缴")],
                max_length=12,
                verbose_name="缴款方式",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state__in",
                            [
                                "archived",
                                "closed",
                                "closing_endorsed",
                                "closing_proposed",
                                "decided",
                                "discussed",
                                "investigating",
                                "notified",
                                "notifying",
                                "proposal_approved",
                                "ready",
                                "report_endorsed",
                                "report_submitted",
                                "reviewed",
                                "served",
                                "transferred",
                                "under_review",
                                "withdrawn",
                            ],
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        ("number__isnull", False),
                        models.Q(("filed_on__isnull", False), ("procedure", "summary"), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="a_filed_case_has_number_and_day",
                violation_error_message="已立案的案件必须有案号和立案日期（行政处罚法第五十四条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("procedure", "ordinary"),
                    models.Q(
                        ("procedure", "summary"),
                        ("state__in", ["archived", "closed", "closing_endorsed", "closing_proposed", "lead", "served"]),
                        ("filed_on", None),
                    ),
                    _connector="OR",
                ),
                name="a_summary_case_goes_its_own_way",
                violation_error_message="简易程序案件不经过立案、调查和审核（行政处罚法第五十一条）。",
            ),
        ),
        migrations.AddField(
            model_name="spotcollection",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="spot_collections", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="spotcollection",
            name="deposited_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spotcollection",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="spot_collections", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="spotcollection",
            name="payment",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="spot_collection", to="cases.payment"
            ),
        ),
        migrations.AddField(
            model_name="spotcollection",
            name="received_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spotpenalty",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="spot_penalties", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="spotpenalty",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="spot_penalties", to="cases.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="spotcollection",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["afloat", "collected", "received", "deposited"])),
                name="a_collection_is_in_a_known_state",
                violation_error_message="当场收缴的状态不在规定之内。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotcollection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "remote"), _negated=True), ("asked_by_party", True), _connector="OR"
                ),
                name="remote_collection_is_asked_for",
                violation_error_message="须经当事人提出，才可以当场收缴（行政处罚法第六十九条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotcollection",
            constraint=models.CheckConstraint(
                condition=models.Q(("ground", "small"), models.Q(("ground_note", ""), _negated=True), _connector="OR"),
                name="a_collection_says_why",
                violation_error_message="当场收缴须写明具体情况（行政处罚法第六十八条、第六十九条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotcollection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["afloat", "collected"]),
                    models.Q(("received_by__isnull", False), ("received_on__isnull", False)),
                    _connector="OR",
                ),
                name="handed_over_money_has_a_receiver",
                violation_error_message="罚款交至机关须有日期和接收人（行政处罚法第七十一条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotcollection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "deposited"), _negated=True),
                    models.Q(
                        ("deposited_by__isnull", False),
                        ("deposited_on__isnull", False),
                        models.Q(("deposit_number", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="deposited_money_has_its_slip",
                violation_error_message="缴付银行须有日期、经手人和回单号（行政处罚法第七十一条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.UniqueConstraint(
                fields=("case", "party"),
                name="one_spot_penalty_per_party",
                violation_error_message="对该当事人已经当场处罚（行政处罚法第二十九条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["given", "copy_filed"])),
                name="a_spot_penalty_is_in_a_known_state",
                violation_error_message="当场处罚的状态不在规定之内。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.CheckConstraint(
                condition=models.Q(("certificates_shown", True), ("told_facts", True), ("told_rights", True)),
                name="told_before_punished_on_the_spot",
                violation_error_message="当场处罚以前须出示证件并口头告知（行政处罚法第四十四条、第五十二条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signing", "refused"), _negated=True),
                    models.Q(("refusal", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_refusal_to_sign_is_noted",
                violation_error_message="当事人拒绝签收的，应当注明（行政处罚法第五十二条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signing", "drawn"), _negated=True),
                    models.Q(("signature_sha256", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_drawn_signature_has_its_hash",
                violation_error_message="屏幕签名缺少图像或者校验值。",
            ),
        ),
        migrations.AddConstraint(
            model_name="spotpenalty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "copy_filed"), _negated=True),
                    models.Q(("copy_filed_on__isnull", False), models.Q(("copy_recipient", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_filed_copy_has_day_and_recipient",
                violation_error_message="备案须有日期和接收人（程序规定第六十一条）。",
            ),
        ),
    )
