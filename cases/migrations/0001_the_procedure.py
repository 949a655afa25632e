"""The tables of a case and of every legal object in it."""

from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.models.evidence
import cases.models.spot
import cases.procedure.appraisal
import cases.procedure.archive
import cases.procedure.clearing
import cases.procedure.closing
import cases.procedure.coercion
import cases.procedure.coercion_ends
import cases.procedure.coercion_holds
import cases.procedure.correction
import cases.procedure.court
import cases.procedure.custody
import cases.procedure.decision
import cases.procedure.discussion
import cases.procedure.enforcement
import cases.procedure.execution
import cases.procedure.exits
import cases.procedure.filing
import cases.procedure.hearing
import cases.procedure.investigation
import cases.procedure.joinder
import cases.procedure.measures
import cases.procedure.notice
import cases.procedure.paper_repair
import cases.procedure.plan
import cases.procedure.police
import cases.procedure.preservation
import cases.procedure.recusal
import cases.procedure.redrawing
import cases.procedure.referral
import cases.procedure.refund
import cases.procedure.remedy
import cases.procedure.review
import cases.procedure.service
import cases.procedure.spot
import cases.procedure.stepback
import cases.procedure.substitute
import cases.procedure.suspension


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0001_procedure"),
        ("cases", "0004_terms_stand_still"),
        ("cases", "0010_penalty_reckoning"),
        ("cases", "0020_punished_on_the_spot"),
        ("cases", "0021_spot_penalties_below_the_application"),
        ("cases", "0030_a_hearing_has_a_life_of_its_own"),
        ("cases", "0031_what_a_party_was_told_and_said"),
        ("cases", "0040_preservation_by_registration"),
        ("cases", "0041_evidence_has_form_and_facts"),
        ("cases", "0042_corrections_are_checked_and_parties_taught"),
        ("cases", "0043_orders_obeyed_before_are_corrected"),
        ("cases", "0044_samples_and_appraisals"),
        ("cases", "0045_inspections_guardians_and_interpreters"),
        ("cases", "0050_coercive_measures"),
        ("cases", "0061_archive_loans_and_disposal"),
        ("cases", "0070_money_and_enforcement"),
        ("cases", "0080_reconsideration_and_litigation"),
        ("cases", "0090_suspected_crimes_go_to_the_police"),
        ("cases", "0092_investigations_stand_still"),
        ("cases", "0093_other_organs_take_part"),
        ("cases", "0094_cases_are_joined_and_parted"),
        ("cases", "0102_evidence_excluded_roads_cleared_decisions_set_aside"),
        ("cases", "0111_unfinished_forms_are_kept_for_their_writer"),
        ("cases", "0112_returns_name_the_field"),
    ]

    initial = True

    dependencies = [
        ("officers", "0001_officers_posts_and_certificates"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("lead", "线索登记"),
                            ("filing_proposed", "待办案机构审核立案"),
                            ("filing_endorsed", "待负责人批准立案"),
                            ("not_filed", "不予立案"),
                            ("investigating", "调查取证"),
                            ("report_submitted", "待办案机构审核报告"),
                            ("report_endorsed", "待负责人批准处理意见"),
                            ("proposal_approved", "处理意见已批准"),
                            ("notifying", "待送达违法行为通知书"),
                            ("notified", "已告知"),
                            ("under_review", "待法制审核"),
                            ("reviewed", "法制审核通过"),
                            ("ready", "待负责人决定"),
                            ("discussed", "已集体讨论"),
                            ("decided", "已决定待送达"),
                            ("served", "决定已送达"),
                            ("withdrawn", "已撤销立案"),
                            ("transferred", "已移送"),
                            ("closing_proposed", "待办案机构审核结案"),
                            ("closing_endorsed", "待负责人批准结案"),
                            ("closed", "已结案"),
                            ("archived", "已归档"),
                        ],
                        db_index=True,
                        default="lead",
                        max_length=50,
                    ),
                ),
                (
                    "procedure",
                    models.CharField(
                        choices=[("ordinary", "普通程序"), ("summary", "简易程序")],
                        default="ordinary",
                        max_length=8,
                        verbose_name="适用程序",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.CharField(blank=True, max_length=40, null=True, unique=True, verbose_name="案号")),
                ("cause", models.CharField(max_length=200, verbose_name="案由")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("inspection", "在行政检查中发现的"),
                            ("report", "个人、法人及其他组织举报经核实的"),
                            ("superior", "上级机关交办的"),
                            ("subordinate", "下级机关报请查处的"),
                            ("transfer", "有关部门移送的"),
                            ("other", "其他途径发现的"),
                        ],
                        max_length=20,
                        verbose_name="案件来源",
                    ),
                ),
                ("source_detail", models.CharField(blank=True, max_length=120, verbose_name="来源说明")),
                ("received_at", models.DateTimeField(verbose_name="受案时间")),
                ("occurred_on", models.DateField(verbose_name="发生日期")),
                ("place", models.CharField(max_length=160, verbose_name="发生地点")),
                ("summary", models.TextField(verbose_name="案件基本情况")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="officers.department",
                        verbose_name="办案机构",
                    ),
                ),
                ("registered_on", models.DateField(verbose_name="登记日期")),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="立案日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="结案日期")),
                ("archived_on", models.DateField(blank=True, null=True, verbose_name="归档日期")),
                ("round", models.PositiveSmallIntegerField(default=0)),
                (
                    "recommendation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("penalty", "给予行政处罚"),
                            ("no_penalty", "不予行政处罚"),
                            ("withdraw", "违法事实不能成立，撤销立案"),
                            ("transfer", "移送有管辖权的机关"),
                        ],
                        max_length=12,
                    ),
                ),
                ("findings", models.TextField(blank=True, verbose_name="调查经过及违法事实")),
                ("proposal_reasons", models.TextField(blank=True, verbose_name="处理意见及理由")),
                ("is_complex", models.BooleanField(default=False, verbose_name="疑难复杂、涉及多个法律关系")),
                ("concerns_public_interest", models.BooleanField(default=False, verbose_name="涉及重大公共利益")),
                ("exit_reason", models.TextField(blank=True, verbose_name="终结理由")),
                ("transferred_to", models.CharField(blank=True, max_length=120, verbose_name="受移送机关")),
                ("closing_note", models.TextField(blank=True, verbose_name="执行情况")),
                ("archive_number", models.CharField(blank=True, max_length=40, verbose_name="档案号")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-registered_on", "-id"], name="cases_newest_first"),
                    models.Index(fields=["department", "state"], name="cases_by_unit_and_state"),
                    models.Index(fields=["closed_on"], name="cases_by_closing_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "lead",
                                    "filing_proposed",
                                    "filing_endorsed",
                                    "not_filed",
                                    "investigating",
                                    "report_submitted",
                                    "report_endorsed",
                                    "proposal_approved",
                                    "notifying",
                                    "notified",
                                    "under_review",
                                    "reviewed",
                                    "ready",
                                    "discussed",
                                    "decided",
                                    "served",
                                    "withdrawn",
                                    "transferred",
                                    "closing_proposed",
                                    "closing_endorsed",
                                    "closed",
                                    "archived",
                                ],
                            )
                        ),
                        name="a_case_is_in_a_known_state",
                        violation_error_message="案件状态不在法定程序之内。",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None),
                            ("filed_on", None),
                            ("closed_on__gte", models.F("filed_on")),
                            _connector="OR",
                        ),
                        name="a_case_closes_after_it_is_filed",
                        violation_error_message="结案日期早于立案日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["closed", "archived"]), _negated=True),
                            ("closed_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_closed_case_has_its_day",
                        violation_error_message="已结案的案件必须有结案日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("procedure", "ordinary"),
                            models.Q(
                                ("procedure", "summary"),
                                (
                                    "state__in",
                                    ["archived", "closed", "closing_endorsed", "closing_proposed", "lead", "served"],
                                ),
                                ("filed_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_summary_case_goes_its_own_way",
                        violation_error_message="简易程序案件不经过立案、调查和审核（行政处罚法第五十一条）。",
                    ),
                ],
            },
            bases=(
                cases.procedure.filing.Filing,
                cases.procedure.spot.PunishingOnTheSpot,
                cases.procedure.investigation.Investigating,
                cases.procedure.measures.Measures,
                cases.procedure.correction.Corrections,
                cases.procedure.coercion.Coercing,
                cases.procedure.clearing.Clearings,
                cases.procedure.recusal.ChangingPeople,
                cases.procedure.notice.Notifying,
                cases.procedure.hearing.Hearings,
                cases.procedure.review.Reviewing,
                cases.procedure.discussion.Discussing,
                cases.procedure.decision.Deciding,
                cases.procedure.service.Serving,
                cases.procedure.execution.Executing,
                cases.procedure.exits.Exits,
                cases.procedure.police.SuspectingCrime,
                cases.procedure.referral.Referring,
                cases.procedure.joinder.JoiningAndParting,
                cases.procedure.stepback.SteppingBack,
                cases.procedure.suspension.Pausing,
                cases.procedure.closing.Closing,
                cases.procedure.remedy.Remedies,
                cases.procedure.redrawing.Redrawing,
                cases.procedure.paper_repair.RepairingPapers,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parties", to="cases.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("citizen", "个人"), ("individual_business", "个体工商户"), ("organisation", "单位")],
                        max_length=20,
                        verbose_name="当事人类型",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="姓名或名称")),
                ("sex", models.CharField(blank=True, max_length=4, verbose_name="性别")),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="出生日期")),
                ("id_number", models.CharField(blank=True, max_length=30, verbose_name="身份证件号")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                (
                    "representative",
                    models.CharField(blank=True, max_length=60, verbose_name="法定代表人（负责人、经营者）"),
                ),
                ("address", models.CharField(max_length=200, verbose_name="住址或地址")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                ("occupation", models.CharField(blank=True, max_length=60, verbose_name="职业")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="剔除日期")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["id_number"], name="parties_by_identity_number"),
                    models.Index(fields=["uscc"], name="parties_by_credit_code"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "organisation"), models.Q(("id_number", ""), _negated=True), _connector="OR"
                        ),
                        name="a_person_has_an_identity_number",
                        violation_error_message="个人和个体工商户经营者必须填写身份证件号。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "organisation"), _negated=True),
                            models.Q(("uscc", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_organisation_has_a_credit_code",
                        violation_error_message="单位必须填写统一社会信用代码。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="cases.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("documentary", "书证"),
                            ("physical", "物证"),
                            ("audiovisual", "视听资料"),
                            ("electronic", "电子数据"),
                            ("testimony", "证人证言"),
                            ("party_statement", "当事人的陈述"),
                            ("expert", "鉴定意见"),
                            ("record", "勘验笔录、现场笔录"),
                        ],
                        max_length=20,
                        verbose_name="证据种类",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="证据名称")),
                ("specification", models.CharField(blank=True, max_length=60, verbose_name="规格")),
                ("quantity", models.PositiveSmallIntegerField(default=1, verbose_name="数量")),
                ("source", models.CharField(max_length=120, verbose_name="来源")),
                ("collected_on", models.DateField(verbose_name="取得日期")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="取得地点")),
                (
                    "collected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("proves", models.CharField(max_length=200, verbose_name="证明内容")),
                ("file", models.FileField(blank=True, max_length=200, upload_to=cases.models.evidence.by_hash)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("content_type", models.CharField(blank=True, max_length=60)),
                ("added_on", models.DateField()),
                ("formalities", models.JSONField(blank=True, default=dict, verbose_name="形式要件")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("file", ""), models.Q(("sha256", ""), _negated=True), _connector="OR"),
                        name="an_evidence_file_has_its_hash",
                        violation_error_message="证据文件缺少校验值。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="inquiries", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inquiries",
                        to="cases.party",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("scene", "现场笔录"), ("interview", "询问笔录"), ("inspection", "勘验笔录")],
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(verbose_name="结束时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
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
                ("person_name", models.CharField(max_length=60, verbose_name="被询问人或现场人员")),
                ("person_id_number", models.CharField(blank=True, max_length=30, verbose_name="身份证件号")),
                ("person_relation", models.CharField(max_length=60, verbose_name="与案件关系")),
                ("person_phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                ("person_address", models.CharField(blank=True, max_length=200, verbose_name="住址")),
                ("plate", models.CharField(blank=True, max_length=12, verbose_name="车牌号")),
                ("body", models.TextField(blank=True, verbose_name="现场情况")),
                ("answers", models.JSONField(default=list)),
                ("certificates_shown", models.BooleanField(verbose_name="已出示执法证件")),
                ("rights_told", models.BooleanField(verbose_name="已告知权利义务")),
                ("signed", models.BooleanField(verbose_name="已逐页签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签说明")),
                ("guardian", models.CharField(blank=True, max_length=60, verbose_name="到场的监护人")),
                ("interpreter", models.CharField(blank=True, max_length=60, verbose_name="翻译人员和语种")),
                ("witness", models.CharField(blank=True, max_length=120, verbose_name="被邀请人或者见证人")),
                ("absence", models.CharField(blank=True, max_length=200, verbose_name="当事人不在场的原因")),
                ("weather", models.CharField(blank=True, max_length=20, verbose_name="天气情况")),
                ("drawing", models.CharField(blank=True, max_length=200, verbose_name="勘验示意图说明")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("absence", ""), models.Q(("witness", ""), _negated=True), _connector="OR"),
                        name="an_inspection_without_the_party_has_a_witness",
                        violation_error_message="当事人不在场的，须有见证人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gt", models.F("started_at"))),
                        name="an_inquiry_ends_after_it_begins",
                        violation_error_message="笔录结束时间必须晚于开始时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_inquire",
                        violation_error_message="笔录须由两名不同的执法人员制作（行政处罚法第四十二条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_inquiry_says_why",
                        violation_error_message="当事人未签名的，须注明拒签情况。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Charge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="charges", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                ("violation_code", models.CharField(max_length=20, verbose_name="违法行为")),
                ("conduct_on", models.DateField(verbose_name="行为发生日期")),
                ("facts", models.TextField(verbose_name="违法事实")),
                ("plate", models.CharField(blank=True, max_length=12, verbose_name="车牌号")),
                ("total_kg", models.PositiveIntegerField(blank=True, null=True, verbose_name="车货总质量（千克）")),
                ("limit_kg", models.PositiveIntegerField(blank=True, null=True, verbose_name="限定质量（千克）")),
                (
                    "illegal_income",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="违法所得（元）"
                    ),
                ),
                (
                    "base_amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="计罚基数（元）"
                    ),
                ),
                (
                    "same_act_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="same_act",
                        to="cases.charge",
                        verbose_name="同一个违法行为",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="行为终了日期")),
                (
                    "grave_harm",
                    models.BooleanField(default=False, verbose_name="涉及公民生命健康安全、金融安全且有危害后果"),
                ),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
            ],
            options={
                "indexes": [models.Index(fields=["violation_code"], name="charges_by_violation")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total_kg", None), ("limit_kg__isnull", False), _connector="OR"),
                        name="a_weight_has_a_limit",
                        violation_error_message="填写了车货总质量就要填写限定质量。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("conduct_on")), _connector="OR"
                        ),
                        name="conduct_ends_after_it_began",
                        violation_error_message="行为终了日期不能早于行为发生日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("same_act_as", None),
                            models.Q(("same_act_as", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_charge_is_not_its_own_twin",
                        violation_error_message="一项违法行为不能与自己并作同一个行为。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="cases.evidence"
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence_links", to="cases.charge"
                    ),
                ),
                ("line", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evidence", "charge", "line"),
                        name="a_fact_names_its_evidence_once",
                        violation_error_message="这份证据已经对应这项事实。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="showings", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                ("shown_at", models.DateTimeField(verbose_name="出示时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
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
                ("person_name", models.CharField(max_length=60, verbose_name="向谁出示")),
                ("opinion", models.TextField(blank=True, verbose_name="辨认和质证意见")),
                ("signed", models.BooleanField(default=False, verbose_name="已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签说明")),
                ("evidence", models.ManyToManyField(related_name="showings", to="cases.evidence")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_showing_says_why",
                        violation_error_message="没有签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_show",
                        violation_error_message="出示证据须由两名不同的执法人员进行。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="EvidenceExclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exclusions", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exclusion",
                        to="cases.evidence",
                    ),
                ),
                (
                    "inquiry",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exclusion",
                        to="cases.inquiry",
                    ),
                ),
                ("ground", models.CharField(max_length=40, verbose_name="排除的情形")),
                ("reason", models.TextField(verbose_name="怎样取得、怎样查明")),
                ("excluded_on", models.DateField()),
                (
                    "excluded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("evidence", None), ("inquiry__isnull", False)),
                            models.Q(("evidence__isnull", False), ("inquiry", None)),
                            _connector="OR",
                        ),
                        name="one_thing_is_excluded_at_a_time",
                        violation_error_message="一次只排除一份证据或者笔录。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="evidence_is_excluded_for_a_reason",
                        violation_error_message="排除证据须写明理由。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Preservation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="preservations", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preservations",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preservation_proposed", "待批准登记保存"),
                            ("preservation_approved", "已批准登记保存"),
                            ("preservation_refused", "不予登记保存"),
                            ("kept", "登记保存中"),
                            ("released", "已解除待返还"),
                            ("lapsed", "期满自动解除待返还"),
                            ("converted", "已转其他处理"),
                            ("returned", "物品已返还"),
                        ],
                        default="preservation_proposed",
                        max_length=50,
                    ),
                ),
                ("reason", models.TextField(verbose_name="登记保存理由")),
                ("things", models.JSONField(default=list, verbose_name="物品")),
                ("proposed_on", models.DateField()),
                ("kept_at", models.DateTimeField(blank=True, null=True, verbose_name="登记保存时间")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="保存地点")),
                ("keeper", models.CharField(blank=True, max_length=60, verbose_name="保管人")),
                (
                    "second_officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("signed", models.BooleanField(default=False, verbose_name="当事人已在清单上签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签或者不在场的情况和见证人")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("release", "解除登记保存，返还物品"),
                            ("appraisal", "送交鉴定"),
                            ("seizure", "转为查封、扣押"),
                            ("confiscation", "随处罚决定没收"),
                        ],
                        max_length=12,
                    ),
                ),
                ("outcome_on", models.DateField(blank=True, null=True)),
                ("outcome_reason", models.TextField(blank=True, verbose_name="处理理由")),
                ("lapsed_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("receiver", models.CharField(blank=True, max_length=60, verbose_name="领取人")),
                ("return_note", models.CharField(blank=True, max_length=200, verbose_name="返还情况")),
            ],
            options={
                "verbose_name": "先行登记保存",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kept_at", None),
                            ("signed", True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_preservation_is_signed_or_says_why_not",
                        violation_error_message="登记保存清单没有当事人签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["kept", "lapsed"]), _negated=True),
                            ("kept_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_kept_was_registered",
                        violation_error_message="登记保存须有清点登记的时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("returned_on__isnull", False), models.Q(("receiver", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_return_has_its_receiver",
                        violation_error_message="返还物品须写明日期和领取人。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.preservation.Preserving, models.Model),
        ),
        migrations.CreateModel(
            name="Sampling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="samplings", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samplings",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("samples_taken", "样品待处理"), ("samples_settled", "样品已处理")],
                        default="samples_taken",
                        max_length=50,
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="抽样开始时间")),
                ("ended_at", models.DateTimeField(verbose_name="抽样结束时间")),
                ("place", models.CharField(max_length=120, verbose_name="抽样地点")),
                ("things", models.JSONField(default=list, verbose_name="样品")),
                ("seals", models.CharField(max_length=200, verbose_name="封签编号和封样情况")),
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
                ("signed", models.BooleanField(default=False, verbose_name="当事人已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签或者不在场的情况和见证人")),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("settlement", models.CharField(blank=True, max_length=200, verbose_name="样品怎样处理")),
            ],
            options={
                "verbose_name": "抽样取证",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gt", models.F("started_at"))),
                        name="a_sampling_ends_after_it_begins",
                        violation_error_message="抽样结束时间必须晚于开始时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_sampling_says_why",
                        violation_error_message="没有签名的，须注明情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_sample",
                        violation_error_message="抽样取证须由两名不同的执法人员进行。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.appraisal.Sampled, models.Model),
        ),
        migrations.CreateModel(
            name="Appraisal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appraisals", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("entrusted", "鉴定中"),
                            ("received", "鉴定意见待告知"),
                            ("told_to_party", "鉴定意见已告知"),
                            ("contested", "当事人申请重新鉴定"),
                            ("repeated", "已重新鉴定"),
                            ("upheld", "不予重新鉴定"),
                        ],
                        default="entrusted",
                        max_length=50,
                    ),
                ),
                (
                    "repeats",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="cases.appraisal",
                    ),
                ),
                ("institution", models.CharField(max_length=120, verbose_name="鉴定机构")),
                ("qualification", models.CharField(max_length=120, verbose_name="资质证书号")),
                ("question", models.TextField(verbose_name="鉴定事项")),
                ("samples", models.TextField(verbose_name="送鉴材料")),
                ("entrusted_on", models.DateField()),
                ("expected_on", models.DateField(verbose_name="约定完成日期")),
                ("stops", models.JSONField(default=list)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("opinion", models.TextField(blank=True, verbose_name="鉴定意见")),
                ("appraisers", models.CharField(blank=True, max_length=120, verbose_name="鉴定人")),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="cases.evidence",
                    ),
                ),
                ("told_on", models.DateField(blank=True, null=True)),
                ("contest_reason", models.TextField(blank=True, verbose_name="申请重新鉴定的理由")),
                ("answer", models.TextField(blank=True, verbose_name="对申请的答复")),
            ],
            options={
                "verbose_name": "鉴定",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expected_on__gte", models.F("entrusted_on"))),
                        name="an_appraisal_ends_after_it_begins",
                        violation_error_message="约定完成日期早于委托日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "entrusted"),
                            models.Q(("received_on__isnull", False), models.Q(("opinion", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_received_appraisal_has_its_opinion",
                        violation_error_message="收到的鉴定须有日期和意见。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.appraisal.Appraising, models.Model),
        ),
        migrations.CreateModel(
            name="ArchiveFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("kept", "保管中"), ("disposal_proposed", "待批准销毁"), ("disposed", "已销毁")],
                        db_index=True,
                        default="kept",
                        max_length=50,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="archive_files", to="cases.case"
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="档案号")),
                (
                    "handed_over_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("received_on", models.DateField(verbose_name="接收日期")),
                ("main_items", models.PositiveIntegerField(default=0, verbose_name="正卷件数")),
                ("main_pages", models.PositiveIntegerField(default=0, verbose_name="正卷页数")),
                ("secondary_items", models.PositiveIntegerField(default=0, verbose_name="副卷件数")),
                ("secondary_pages", models.PositiveIntegerField(default=0, verbose_name="副卷页数")),
                ("retention", models.CharField(max_length=20, verbose_name="保管期限")),
                ("retain_until", models.DateField(blank=True, null=True, verbose_name="保管到")),
                (
                    "disposal_proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("disposal_proposed_on", models.DateField(blank=True, null=True)),
                ("appraisal", models.TextField(blank=True, verbose_name="鉴定意见")),
                (
                    "disposal_approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("disposal_approved_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "归档案卷",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case",), name="a_case_is_archived_once", violation_error_message="本案已经归档。"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disposal_approved_by", None),
                            models.Q(("disposal_approved_by", models.F("disposal_proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_a_disposal_alone",
                        violation_error_message="提出销毁和批准销毁须由两人分别办理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "disposed"), _negated=True),
                            models.Q(
                                ("disposal_proposed_by__isnull", False),
                                ("disposal_approved_by__isnull", False),
                                models.Q(("appraisal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_disposal_bears_two_names",
                        violation_error_message="销毁档案须有鉴定意见和两人签名。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.archive.Keeping, models.Model),
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("requested", "待批准借阅"),
                            ("approved", "已批准待借出"),
                            ("lent", "已借出"),
                            ("returned", "已归还"),
                            ("refused", "不予借阅"),
                        ],
                        db_index=True,
                        default="requested",
                        max_length=50,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loans", to="cases.case"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loans", to="cases.archivefile"
                    ),
                ),
                (
                    "borrower",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="借阅事由")),
                ("requested_on", models.DateField(verbose_name="申请日期")),
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
                ("approved_on", models.DateField(blank=True, null=True)),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="不予借阅的理由")),
                (
                    "lent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("lent_on", models.DateField(blank=True, null=True, verbose_name="借出日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="应归还日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="归还日期")),
                ("condition", models.CharField(blank=True, max_length=200, verbose_name="归还时案卷情况")),
            ],
            options={
                "verbose_name": "案卷借阅",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["requested", "approved", "lent"])),
                        fields=("file",),
                        name="a_dossier_is_lent_to_one_at_a_time",
                        violation_error_message="案卷已有人申请借阅或者尚未归还。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("borrower")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_an_own_loan",
                        violation_error_message="借阅人不得批准自己的借阅。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.archive.Lending, models.Model),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.party"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(choices=[("penalty", "行政处罚"), ("no_penalty", "不予行政处罚")], max_length=12),
                ),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("standing", "有效"),
                            ("changed", "已变更"),
                            ("illegal", "确认违法"),
                            ("annulled", "已撤销"),
                            ("invalid", "确认无效"),
                        ],
                        default="standing",
                        max_length=10,
                        verbose_name="效力",
                    ),
                ),
                ("effect_on", models.DateField(blank=True, null=True, verbose_name="效力变动日期")),
                ("ground", models.CharField(blank=True, max_length=40, verbose_name="不予处罚情形")),
                ("reasons", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("effect__in", ["standing", "changed", "illegal"])),
                        fields=("case", "party"),
                        name="one_decision_per_party",
                        violation_error_message="对同一当事人的同一违法行为不得重复决定（行政处罚法第二十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effect", "standing"), ("effect_on__isnull", False), _connector="OR"),
                        name="a_changed_effect_has_its_day",
                        violation_error_message="决定效力变动须有日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "penalty"), models.Q(("ground", ""), _negated=True), _connector="OR"
                        ),
                        name="no_penalty_names_its_ground",
                        violation_error_message="不予行政处罚须写明法定情形（行政处罚法第三十条至第三十三条、第三十六条）。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payments", to="cases.party"
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="金额（元）")),
                ("paid_on", models.DateField(verbose_name="缴款日期")),
                (
                    "channel",
                    models.CharField(
                        choices=[("bank", "银行代收"), ("electronic", "电子支付"), ("spot", "当场收缴")],
                        max_length=12,
                        verbose_name="缴款方式",
                    ),
                ),
                ("receipt_number", models.CharField(max_length=40, unique=True, verbose_name="财政票据号")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="a_payment_is_positive",
                        violation_error_message="缴款金额必须大于零。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="BankFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("uploaded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="BankLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="cases.bankfile"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="行号")),
                ("raw", models.JSONField(verbose_name="原文")),
                ("paid_on", models.DateField(blank=True, null=True, verbose_name="缴款日期")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="金额（元）"
                    ),
                ),
                ("receipt_number", models.CharField(blank=True, max_length=80, verbose_name="财政票据号")),
                ("decision_number", models.CharField(blank=True, max_length=200, verbose_name="决定书文号")),
                ("payer", models.CharField(blank=True, max_length=200, verbose_name="缴款人")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("matched", "已登记"),
                            ("underpaid", "已登记，未缴足"),
                            ("overpaid", "已登记，多缴"),
                            ("duplicate", "重复"),
                            ("unmatched", "未匹配"),
                            ("unreadable", "无法读取"),
                        ],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="原因")),
                (
                    "payment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_line",
                        to="cases.payment",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("file", "number"),
                        name="a_bank_line_is_kept_once",
                        violation_error_message="这一行已经读入。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("payment__isnull", False), ("status__in", ["matched", "underpaid", "overpaid"])),
                            models.Q(
                                models.Q(("status__in", ["matched", "underpaid", "overpaid"]), _negated=True),
                                ("payment", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_matched_line_has_its_payment",
                        violation_error_message="已登记的行须有对应的缴款。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CaseOfficer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="cases.case"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("case", "officer"),
                        name="an_officer_handles_a_case_once",
                        violation_error_message="该执法人员已是本案承办人。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Sanction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sanctions", to="cases.charge"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("proposed", "拟处罚"),
                            ("lightened", "听取意见后从轻的拟处罚"),
                            ("decided", "决定"),
                            ("changed", "复议、诉讼变更"),
                        ],
                        max_length=10,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("kinds", models.JSONField(default=list)),
                (
                    "fine",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="罚款（元）"
                    ),
                ),
                (
                    "confiscation",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="没收违法所得（元）"
                    ),
                ),
                ("other", models.CharField(blank=True, max_length=200, verbose_name="其他处罚内容")),
                ("reason", models.TextField(blank=True, verbose_name="裁量理由")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("charge", "stage", "round"),
                        name="one_sanction_per_charge_and_round",
                        violation_error_message="同一违法行为在同一轮次只能有一项处罚意见。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confiscation__gte", 0), ("fine__gte", 0)),
                        name="no_negative_sanction",
                        violation_error_message="金额不能为负数。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="FiredRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fired_rules", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fired_rules", to="cases.party"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("scope", models.CharField(max_length=12)),
                ("rule", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("basis", models.CharField(max_length=200)),
                ("fired_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "party", "round", "scope", "rule"), name="a_rule_fires_once_a_round"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Clearing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clearings", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clearings",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("decided", "已决定立即代履行"), ("done", "已清除")], default="decided", max_length=50
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="清除什么，在哪里")),
                ("cannot", models.CharField(max_length=200, verbose_name="当事人为什么不能清除")),
                ("law", models.CharField(blank=True, max_length=120, verbose_name="所依据的其他法律、法规")),
                ("executor", models.CharField(max_length=80, verbose_name="代履行人")),
                ("manner", models.TextField(verbose_name="清除方式")),
                ("budget", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="费用预算（元）")),
                ("party_is_present", models.BooleanField(default=False, verbose_name="当事人在场")),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("carried_out_at", models.DateTimeField(blank=True, null=True, verbose_name="实施时间")),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("signed_by", models.CharField(blank=True, max_length=120, verbose_name="签名或者盖章的人")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="实际费用（元）"
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="清除情况")),
            ],
            options={
                "verbose_name": "立即代履行",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                ("carried_out_at__isnull", False),
                                ("supervisor__isnull", False),
                                models.Q(("signed_by", ""), _negated=True),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_clearing_that_is_done_is_signed",
                        violation_error_message="已实施的代履行须有时间、监督人、签名和情况记录（行政强制法第五十一条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supervisor", None),
                            models.Q(("supervisor", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_decides_a_clearing_does_not_supervise_it",
                        violation_error_message="批准人不能作为到场监督人。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.clearing.ClearingAtOnce, models.Model),
        ),
        migrations.CreateModel(
            name="CoerciveMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待批准"),
                            ("refused", "未获批准"),
                            ("given_up", "申请已撤回"),
                            ("approved", "已批准待实施"),
                            ("unreported", "已当场实施待报告"),
                            ("reported", "已报告待补批"),
                            ("in_force", "强制措施实施中"),
                            ("lapsed", "期限届满，必须退还"),
                            ("released", "已解除待退还"),
                            ("returned", "财物已退还"),
                            ("confiscated", "财物已没收"),
                            ("handed_along", "财物已随案移送"),
                            ("settled", "财物已处理完毕"),
                        ],
                        db_index=True,
                        default="proposed",
                        max_length=50,
                    ),
                ),
                ("authority", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=40)),
                ("manner", models.CharField(max_length=10)),
                ("basis", models.CharField(max_length=120)),
                ("reason", models.TextField(verbose_name="采取措施的事实和理由")),
                ("relation_to_conduct", models.CharField(max_length=200, verbose_name="财物与违法行为的关系")),
                ("follows", models.CharField(blank=True, max_length=120, verbose_name="转自")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("proposed_on", models.DateField()),
                ("urgent", models.BooleanField(default=False)),
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
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("approval_opinion", models.TextField(blank=True)),
                ("carried_out_at", models.DateTimeField(blank=True, null=True)),
                (
                    "scene",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="cases.inquiry",
                    ),
                ),
                (
                    "second_officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("witness", models.CharField(blank=True, max_length=60)),
                ("heard", models.TextField(blank=True)),
                ("handed_to", models.CharField(blank=True, max_length=60)),
                ("reported_at", models.DateTimeField(blank=True, null=True)),
                ("late_reason", models.CharField(blank=True, max_length=200)),
                ("place", models.CharField(blank=True, max_length=120)),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ground", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("release_reason", models.TextField(blank=True)),
                ("released_on", models.DateField(blank=True, null=True)),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("returned_to", models.CharField(blank=True, max_length=60)),
                ("return_note", models.CharField(blank=True, max_length=200)),
                ("handed_along_to", models.CharField(blank=True, max_length=120)),
                ("receipt", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "verbose_name": "强制措施",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "proposed",
                                    "refused",
                                    "given_up",
                                    "approved",
                                    "unreported",
                                    "reported",
                                    "in_force",
                                    "lapsed",
                                    "released",
                                    "returned",
                                    "confiscated",
                                    "handed_along",
                                    "settled",
                                ],
                            )
                        ),
                        name="a_measure_is_in_a_known_state",
                        violation_error_message="强制措施的状态不在法定程序之内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("carried_out_at", None),
                            ("urgent", True),
                            models.Q(("approved_by__isnull", False), ("carried_out_at__gte", models.F("approved_at"))),
                            _connector="OR",
                        ),
                        name="a_measure_is_approved_before_it_is_carried_out",
                        violation_error_message="实施强制措施前须经负责人批准（行政强制法第十八条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("proposed", "refused", "given_up", "approved")),
                            ("carried_out_at__isnull", False),
                            _connector="OR",
                        ),
                        name="a_hold_has_its_moment",
                        violation_error_message="已实施的强制措施必须有实施时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_force"), _negated=True),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_measure_in_force_is_approved",
                        violation_error_message="未经负责人批准或者补批，强制措施不能继续（行政强制法第十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reported_at", None), ("reported_at__gte", models.F("carried_out_at")), _connector="OR"
                        ),
                        name="a_measure_is_reported_after_it_is_carried_out",
                        violation_error_message="报告时间早于实施时间。",
                    ),
                ],
                "indexes": [],
            },
            bases=(
                cases.procedure.coercion.Imposing,
                cases.procedure.coercion_holds.Holding,
                cases.procedure.coercion_ends.Ending,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Thing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="things", to="cases.coercivemeasure"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=120)),
                ("specification", models.CharField(blank=True, max_length=60)),
                ("quantity", models.CharField(max_length=20)),
                ("condition", models.CharField(blank=True, max_length=120)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("held", "在保管"),
                            ("confiscated", "已没收"),
                            ("returned", "已退还"),
                            ("handed_along", "已随案移送"),
                            ("disposed", "已处理"),
                        ],
                        default="held",
                        max_length=12,
                    ),
                ),
                ("fate_on", models.DateField(blank=True, null=True)),
                ("photos", models.ManyToManyField(blank=True, related_name="things", to="cases.evidence")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fate", "held"), ("fate_on", None)),
                            models.Q(models.Q(("fate", "held"), _negated=True), ("fate_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="the_fate_of_a_thing_has_its_day",
                        violation_error_message="财物的去向必须有日期。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="terms", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="cases.party",
                    ),
                ),
                ("about", models.CharField(blank=True, default="", max_length=60)),
                ("key", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=80)),
                ("nature", models.CharField(max_length=10)),
                ("basis", models.CharField(max_length=120)),
                ("opened_on", models.DateField()),
                ("due_on", models.DateField()),
                ("derivation", models.TextField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "已完成"),
                            ("expired", "期满"),
                            ("excused", "经批准不再适用"),
                            ("moot", "程序变更而终止"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                ("lateness_recorded_on", models.DateField(blank=True, null=True)),
                ("paused_since", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on", None)), fields=["due_on", "case"], name="open_terms_by_due_date"
                    ),
                    models.Index(
                        condition=models.Q(("ended_on", None)), fields=["case", "due_on"], name="open_terms_by_case"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("ending", "")),
                            models.Q(("ended_on__isnull", False), models.Q(("ending", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_ended_term_says_how",
                        violation_error_message="期限终结须写明方式。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("opened_on"))),
                        name="a_term_is_due_after_it_opens",
                        violation_error_message="期限届满日早于起算日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="a_term_has_a_basis",
                        violation_error_message="期限必须有依据。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermExclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exclusions", to="cases.term"
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("reason", models.CharField(max_length=60)),
                ("basis", models.CharField(max_length=120)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="an_exclusion_ends_after_it_begins",
                        violation_error_message="扣除期间的结束日早于开始日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="an_exclusion_has_a_basis",
                        violation_error_message="扣除期间必须有依据。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MeasureTest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tests", to="cases.coercivemeasure"
                    ),
                ),
                ("purpose", models.CharField(max_length=60)),
                ("institution", models.CharField(max_length=120)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("announced_on", models.DateField()),
                (
                    "exclusion",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="test", to="cases.termexclusion"
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first")), ("first__gte", models.F("announced_on"))),
                        name="a_test_is_announced_before_it_begins",
                        violation_error_message="检测期间应当明确并事先书面告知当事人（行政强制法第二十五条）。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="FieldComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="field_comments", to="cases.case"
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=60)),
                ("act", models.CharField(max_length=40)),
                ("field", models.CharField(max_length=60)),
                ("label", models.CharField(max_length=200, verbose_name="栏目")),
                ("text", models.TextField(verbose_name="意见")),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("given_on", models.DateField()),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="a_field_comment_says_something",
                        violation_error_message="退回意见须写明内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_answered_comment_has_its_answer",
                        violation_error_message="退回意见的答复须写明内容和答复人。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("ordered", "待改正复查"), ("corrected", "已改正"), ("handed_on", "未改正转其他处理")],
                        default="ordered",
                        max_length=50,
                    ),
                ),
                ("content", models.TextField(verbose_name="改正内容和要求")),
                ("ordered_on", models.DateField()),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="改正期限")),
                ("extension_reason", models.TextField(blank=True, verbose_name="延长改正期限的理由")),
                ("corrected_on", models.DateField(blank=True, null=True)),
                ("finding", models.CharField(blank=True, max_length=200, verbose_name="复查情况")),
            ],
            options={
                "verbose_name": "责令改正",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "corrected"), _negated=True),
                            ("corrected_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_corrected_order_has_its_day",
                        violation_error_message="已经改正的，须写明日期。",
                    )
                ],
                "indexes": [],
            },
            bases=(cases.procedure.correction.Correcting, models.Model),
        ),
        migrations.CreateModel(
            name="Recheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "correction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rechecks", to="cases.correction"
                    ),
                ),
                ("checked_on", models.DateField(verbose_name="复查日期")),
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
                (
                    "result",
                    models.CharField(
                        choices=[("corrected", "已改正"), ("partly", "部分改正"), ("not", "没有改正")],
                        max_length=10,
                        verbose_name="复查结果",
                    ),
                ),
                ("finding", models.TextField(verbose_name="复查情况")),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="下一步")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_officer", models.F("second_officer")), _negated=True),
                        name="two_different_officers_recheck",
                        violation_error_message="复查须由两名不同的执法人员进行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result", "corrected"), models.Q(("next_step", ""), _negated=True), _connector="OR"
                        ),
                        name="an_uncorrected_order_has_a_next_step",
                        violation_error_message="没有改正完毕的，须写明下一步怎样处理。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="EducationRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="education_records", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="education_records", to="cases.party"
                    ),
                ),
                ("taught_at", models.DateTimeField(verbose_name="教育时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
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
                ("person_name", models.CharField(max_length=60, verbose_name="受教育人")),
                ("content", models.TextField(verbose_name="教育内容")),
                ("response", models.TextField(blank=True, verbose_name="当事人的表示")),
                ("signed", models.BooleanField(default=False, verbose_name="已签名")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签说明")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("signed", True), models.Q(("refusal", ""), _negated=True), _connector="OR"),
                        name="an_unsigned_education_record_says_why",
                        violation_error_message="没有签名的，须注明情况。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CustodyChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="custody_changes", to="cases.case"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody_changes",
                        to="cases.coercivemeasure",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("offered", "待接收"), ("taken", "已接收"), ("declined", "未接收")],
                        default="offered",
                        max_length=50,
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custodies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("handed_at", models.DateTimeField()),
                ("place", models.CharField(max_length=120)),
                ("condition", models.CharField(max_length=200)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("remark", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "财物交接",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("giver", models.F("taker")), _negated=True),
                        name="things_pass_between_two_people",
                        violation_error_message="移交人和接收人不能是同一人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "taken"), _negated=True),
                            ("taken_at__gte", models.F("handed_at")),
                            _connector="OR",
                        ),
                        name="things_are_taken_after_they_are_handed_over",
                        violation_error_message="接收时间早于移交时间。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.custody.HandingOver, models.Model),
        ),
        migrations.CreateModel(
            name="Disposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disposals", to="cases.case"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposals",
                        to="cases.coercivemeasure",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待批准处理"),
                            ("allowed", "已批准处理"),
                            ("denied", "未批准处理"),
                            ("done", "已处理"),
                        ],
                        default="asked",
                        max_length=50,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("confiscated", "依法没收的财物"),
                            ("perishable", "鲜活物品或者其他不易保管的财物"),
                            ("unclaimed", "公告期满无人领取的财物"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("auction", "公开拍卖"),
                            ("sale", "变卖"),
                            ("destroy", "销毁"),
                            ("hand_over", "移交有关部门"),
                            ("treasury", "上缴国库"),
                        ],
                        max_length=10,
                    ),
                ),
                ("basis", models.CharField(max_length=120)),
                ("reason", models.TextField()),
                ("valuation", models.DecimalField(decimal_places=2, max_digits=14)),
                ("valued_by", models.CharField(max_length=120)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("asked_on", models.DateField()),
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
                ("approved_on", models.DateField(blank=True, null=True)),
                ("approval_opinion", models.TextField(blank=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("receiver", models.CharField(blank=True, max_length=120)),
                ("proceeds", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("receipt", models.CharField(blank=True, max_length=120)),
                ("things", models.ManyToManyField(related_name="disposals", to="cases.thing")),
            ],
            options={
                "verbose_name": "财物处理",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "denied"]), ("approved_by__isnull", False), _connector="OR"
                        ),
                        name="a_disposal_is_approved",
                        violation_error_message="处理财物须经负责人批准。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("done_on__isnull", False), ("proceeds__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_disposal_that_is_done_has_day_and_proceeds",
                        violation_error_message="处理财物须写明日期和所得款项。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.custody.Disposing, models.Model),
        ),
        migrations.CreateModel(
            name="ActDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                ("act", models.CharField(max_length=40)),
                ("about", models.CharField(blank=True, max_length=60)),
                ("fields", models.JSONField()),
                ("case_version", models.PositiveIntegerField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["saved_at"], name="act_draft_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "case", "act", "about"),
                        name="one_draft_per_form_and_officer",
                        violation_error_message="这张表已有一份草稿。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Enforcement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enforcements", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enforcements", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待催告"),
                            ("reminded", "已催告"),
                            ("decided", "已决定强制执行"),
                            ("substitute", "已决定代履行"),
                            ("proposed", "待批准申请法院强制执行"),
                            ("applied", "已申请法院强制执行"),
                            ("accepted", "法院已受理"),
                            ("rejected", "法院不予受理"),
                            ("granted", "法院准予执行"),
                            ("denied", "法院不准予执行"),
                            ("suspended", "已中止执行"),
                            ("agreed", "执行协议履行中"),
                            ("done", "已执行完毕"),
                            ("ended", "已终结执行"),
                        ],
                        default="open",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "resumes_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open", "待催告"),
                            ("reminded", "已催告"),
                            ("decided", "已决定强制执行"),
                            ("substitute", "已决定代履行"),
                            ("proposed", "待批准申请法院强制执行"),
                            ("applied", "已申请法院强制执行"),
                            ("accepted", "法院已受理"),
                            ("rejected", "法院不予受理"),
                            ("granted", "法院准予执行"),
                            ("denied", "法院不准予执行"),
                            ("suspended", "已中止执行"),
                            ("agreed", "执行协议履行中"),
                            ("done", "已执行完毕"),
                            ("ended", "已终结执行"),
                        ],
                        max_length=12,
                    ),
                ),
                ("begun_on", models.DateField()),
                ("duty", models.TextField(verbose_name="应履行的义务")),
                ("reminded_on", models.DateField(blank=True, null=True)),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, default=0, max_digits=14, verbose_name="催告金额（元）"),
                ),
                ("manner", models.TextField(blank=True, verbose_name="履行方式")),
                ("demands", models.TextField(blank=True, verbose_name="履行要求")),
                ("measures", models.JSONField(blank=True, default=list, verbose_name="逾期采取的措施")),
                (
                    "other_measure",
                    models.CharField(blank=True, max_length=120, verbose_name="其他强制执行方式或者代履行人"),
                ),
                ("statement", models.TextField(blank=True, verbose_name="催告后的陈述申辩")),
                ("stated_on", models.DateField(blank=True, null=True)),
                (
                    "accepted",
                    models.CharField(
                        blank=True,
                        choices=[("fully", "采纳"), ("partly", "部分采纳"), ("not", "不予采纳")],
                        max_length=10,
                        verbose_name="采纳情况",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="复核意见及理由")),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "structure",
                    models.CharField(blank=True, max_length=200, verbose_name="应拆除的建筑物、构筑物、设施"),
                ),
                ("remove_by", models.DateField(blank=True, null=True, verbose_name="限期自行拆除的日期")),
                ("announced_on", models.DateField(blank=True, null=True)),
                ("over_on", models.DateField(blank=True, null=True)),
                ("over_ground", models.CharField(blank=True, max_length=40, verbose_name="终结情形")),
                ("over_reason", models.TextField(blank=True, verbose_name="执行情况")),
            ],
            options={
                "verbose_name": "强制执行",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "party"),
                        name="one_enforcement_per_party",
                        violation_error_message="该当事人已在强制执行中。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "open"),
                            ("state__in", ["done", "ended"]),
                            ("reminded_on__isnull", False),
                            _connector="OR",
                        ),
                        name="nothing_is_enforced_before_a_reminder",
                        violation_error_message="未经催告不得强制执行（行政强制法第三十五条、第五十四条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["suspended", "agreed"]), _negated=True),
                            models.Q(("resumes_to", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_stands_still_knows_where_to_resume",
                        violation_error_message="中止或者达成协议的执行须记明从哪一步恢复。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["done", "ended"]), _negated=True),
                            ("over_on__isnull", False),
                            _connector="OR",
                        ),
                        name="an_enforcement_that_is_over_has_its_day",
                        violation_error_message="已了结的执行须有日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            models.Q(
                                models.Q(("answer", ""), _negated=True), models.Q(("accepted", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_after_a_reminder_has_reasons",
                        violation_error_message="复核须写明意见和理由（行政强制法第三十六条）。",
                    ),
                ],
                "indexes": [],
            },
            bases=(
                cases.procedure.enforcement.Reminding,
                cases.procedure.court.Applying,
                cases.procedure.substitute.OwnEnforcing,
                cases.procedure.enforcement.Interrupting,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="OwnExecution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="executions", to="cases.enforcement"
                    ),
                ),
                ("kind", models.CharField(choices=[("own", "行政强制执行"), ("substitute", "代履行")], max_length=10)),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("power", models.CharField(max_length=40, verbose_name="强制执行方式")),
                ("hiding", models.BooleanField(default=False, verbose_name="有转移或者隐匿财物迹象")),
                ("immediate", models.BooleanField(default=False, verbose_name="立即实施")),
                ("reason", models.TextField(verbose_name="理由")),
                ("planned_on", models.DateField(verbose_name="执行日期")),
                ("content", models.TextField(verbose_name="执行方式和内容")),
                ("executor", models.CharField(blank=True, max_length=80, verbose_name="代履行人")),
                (
                    "budget",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="费用预算（元）"
                    ),
                ),
                (
                    "prepaid_within",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="预付期限（日）"),
                ),
                ("reminded_again_on", models.DateField(blank=True, null=True)),
                ("carried_out_at", models.DateTimeField(blank=True, null=True)),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("signed_by", models.CharField(blank=True, max_length=120, verbose_name="签名或者盖章的人")),
                ("urgency", models.CharField(blank=True, max_length=200, verbose_name="紧急情况")),
                (
                    "cost",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="实际费用（元）"
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="实施情况")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "own"),
                            models.Q(models.Q(("executor", ""), _negated=True), ("budget__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_substitute_has_name_and_budget",
                        violation_error_message="代履行决定须写明代履行人和费用预算（行政强制法第五十一条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("carried_out_at", None),
                            models.Q(
                                models.Q(("result", ""), _negated=True), models.Q(("signed_by", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="what_was_carried_out_is_signed",
                        violation_error_message="实施强制执行须有情况记录和签名（行政强制法第五十一条）。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CourtApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="applications", to="cases.enforcement"
                    ),
                ),
                ("court", models.CharField(max_length=80, verbose_name="受理法院")),
                ("proposed_on", models.DateField()),
                ("requests", models.TextField(verbose_name="请求事项")),
                ("assets", models.TextField(verbose_name="申请强制执行标的情况")),
                ("materials", models.JSONField(default=dict, verbose_name="提交材料")),
                ("urgency", models.TextField(blank=True, verbose_name="立即执行的紧急情况")),
                ("applied_on", models.DateField(blank=True, null=True)),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("court_number", models.CharField(blank=True, max_length=60, verbose_name="法院案号")),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("ruled_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, verbose_name="裁定理由")),
                ("reviewed_by", models.CharField(blank=True, max_length=80, verbose_name="上一级人民法院")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("applied_on", None), ("applied_by__isnull", False), _connector="OR"),
                        name="the_head_signs_an_application",
                        violation_error_message="强制执行申请书须由行政机关负责人签名（行政强制法第五十五条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_on", None),
                            ("applied_on__isnull", True),
                            ("accepted_on__gte", models.F("applied_on")),
                            _connector="OR",
                        ),
                        name="a_court_accepts_after_the_application",
                        violation_error_message="受理日期早于申请日期。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="EnforcementSuspension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="suspensions", to="cases.enforcement"
                    ),
                ),
                ("ground", models.CharField(max_length=40, verbose_name="中止情形")),
                ("reason", models.TextField(verbose_name="中止理由")),
                ("harmless", models.BooleanField(default=False, verbose_name="没有明显社会危害，当事人确无能力履行")),
                ("first", models.DateField()),
                ("last", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("last", None)),
                        fields=("enforcement",),
                        name="enforcement_is_suspended_once_at_a_time",
                        violation_error_message="执行已经中止。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last", None), ("last__gte", models.F("first")), _connector="OR"),
                        name="a_suspension_ends_after_it_begins",
                        violation_error_message="中止的结束日早于开始日。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="EnforcementAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "enforcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="cases.enforcement"
                    ),
                ),
                ("agreed_on", models.DateField()),
                ("terms", models.TextField(verbose_name="协议内容")),
                ("last_day", models.DateField(verbose_name="全部履行的最后日期")),
                ("remedial", models.TextField(blank=True, verbose_name="当事人采取的补救措施")),
                (
                    "relief",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=14, verbose_name="减免的加处罚款（元）"
                    ),
                ),
                ("broken_on", models.DateField(blank=True, null=True)),
                ("breach", models.TextField(blank=True, verbose_name="不履行协议的情况")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("relief", 0), models.Q(("remedial", ""), _negated=True), _connector="OR"),
                        name="relief_needs_a_remedial_measure",
                        violation_error_message="当事人采取补救措施的，才可以减免加处的罚款（行政强制法第四十二条）。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="cases.party"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("statement", "陈述申辩"), ("waiver", "放弃陈述申辩和听证")], max_length=10
                    ),
                ),
                ("made_on", models.DateField(verbose_name="提出日期")),
                ("made_at", models.TimeField(blank=True, null=True, verbose_name="提出时间")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="地点")),
                ("oral", models.BooleanField(default=False, verbose_name="口头提出")),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "second_taker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="陈述申辩内容")),
                ("put_forward", models.TextField(blank=True, verbose_name="提出的事实和证据")),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "accepted",
                    models.CharField(
                        blank=True,
                        choices=[("fully", "采纳"), ("partly", "部分采纳"), ("not", "不予采纳")],
                        max_length=10,
                        verbose_name="采纳情况",
                    ),
                ),
                ("findings", models.TextField(blank=True, verbose_name="复核查明的情况")),
                ("answer", models.TextField(blank=True, verbose_name="复核意见及理由")),
                (
                    "consequence",
                    models.CharField(
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            models.Q(
                                models.Q(("answer", ""), _negated=True), models.Q(("accepted", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_has_reasons",
                        violation_error_message="复核须写明意见和理由。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hearings", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hearings", to="cases.party"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("requested", "听证已申请"),
                            ("refused", "听证不予受理"),
                            ("convened", "听证已通知"),
                            ("suspended", "听证已中止"),
                            ("held", "听证已举行"),
                            ("reported", "听证已报告"),
                            ("waived", "听证已放弃"),
                            ("ended", "听证已终止"),
                        ],
                        default="requested",
                        max_length=10,
                    ),
                ),
                ("requested_on", models.DateField()),
                ("oral", models.BooleanField(default=False)),
                ("request", models.TextField(blank=True, verbose_name="要求听证的理由")),
                ("convened_on", models.DateField(blank=True, null=True)),
                ("set_for", models.DateTimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("is_public", models.BooleanField(default=True)),
                (
                    "private_ground",
                    models.CharField(
                        blank=True,
                        choices=[("state", "国家秘密"), ("commercial", "商业秘密"), ("privacy", "个人隐私")],
                        max_length=10,
                    ),
                ),
                ("private_reason", models.CharField(blank=True, max_length=200)),
                (
                    "chair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("attended", models.CharField(blank=True, max_length=200, verbose_name="其他参加人")),
                ("stages", models.JSONField(default=list)),
                ("exhibits", models.JSONField(default=list)),
                ("signed", models.BooleanField(default=True, verbose_name="已核对并签名")),
                ("unsigned_reason", models.CharField(blank=True, max_length=200, verbose_name="拒绝签名的情况")),
                ("reported_on", models.DateField(blank=True, null=True)),
                ("report", models.TextField(blank=True, verbose_name="听证基本情况")),
                ("opinion", models.TextField(blank=True, verbose_name="听证意见")),
                (
                    "advice",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("as_notified", "按告知的处理意见决定"),
                            ("lighter", "减轻、从轻或者不予处罚"),
                            ("anew", "事实、证据或者依据有变化，补充调查后重新告知"),
                        ],
                        max_length=12,
                        verbose_name="处理建议",
                    ),
                ),
                ("ground", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "听证",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "party", "round"),
                        name="one_hearing_per_party_and_round",
                        violation_error_message="该当事人本轮已申请听证。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("held", "reported")), _negated=True),
                            models.Q(("held_on__isnull", False), models.Q(("stages", []), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_held_hearing_has_minutes",
                        violation_error_message="听证举行后须有笔录。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reported"), _negated=True),
                            models.Q(("opinion", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_reported_hearing_has_an_opinion",
                        violation_error_message="听证报告须有听证意见。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["refused", "waived", "ended"]), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_hearing_that_was_not_held_says_why",
                        violation_error_message="没有举行听证的，须写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_public", True), models.Q(("private_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="a_private_hearing_says_why",
                        violation_error_message="听证公开举行；不公开的须写明理由（行政处罚法第六十四条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chair", None),
                            ("recorder", None),
                            models.Q(("chair", models.F("recorder")), _negated=True),
                            _connector="OR",
                        ),
                        name="chair_and_recorder_differ",
                        violation_error_message="听证主持人和记录人不能是同一人。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.hearing.ConductingHearings, models.Model),
        ),
        migrations.CreateModel(
            name="HearingChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="cases.hearing"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("postponed", "延期"), ("suspended", "中止"), ("resumed", "恢复"), ("ended", "终止")],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("ground", models.CharField(blank=True, max_length=40)),
                ("reason", models.CharField(max_length=400)),
                ("was_set_for", models.DateTimeField(blank=True, null=True)),
                ("set_for", models.DateTimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["postponed", "resumed"]), _negated=True),
                            ("set_for__isnull", False),
                            _connector="OR",
                        ),
                        name="a_new_hearing_day_is_named",
                        violation_error_message="延期或者恢复听证须写明新的时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_change_of_a_hearing_has_a_reason",
                        violation_error_message="延期、中止、恢复或者终止听证须写明理由。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HearingAgent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agents", to="cases.hearing"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="代理人姓名")),
                ("sex", models.CharField(blank=True, max_length=2, verbose_name="性别")),
                ("id_number", models.CharField(max_length=40, verbose_name="身份证件号")),
                ("workplace", models.CharField(blank=True, max_length=120, verbose_name="工作单位及职务")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                (
                    "powers",
                    models.CharField(
                        choices=[("general", "一般授权"), ("special", "特别授权（可以代为承认、放弃、变更）")],
                        max_length=10,
                        verbose_name="授权范围",
                    ),
                ),
                ("authorised_on", models.DateField(verbose_name="授权日期")),
                (
                    "power_of_attorney",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.evidence",
                        verbose_name="授权委托书",
                    ),
                ),
                ("registered_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hearing", "name"),
                        name="an_agent_is_registered_once",
                        violation_error_message="该代理人已经登记。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HearingRecusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="cases.hearing"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
                ),
                (
                    "function",
                    models.CharField(choices=[("chair", "听证主持人"), ("recorder", "听证记录人")], max_length=10),
                ),
                (
                    "challenged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "asked_by",
                    models.CharField(choices=[("party", "当事人申请"), ("self", "本人自行回避")], max_length=10),
                ),
                ("reason", models.CharField(max_length=400)),
                ("granted", models.BooleanField()),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opinion", models.CharField(max_length=400)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("decided_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("granted", False), ("replacement__isnull", False), _connector="OR"),
                        name="a_recused_person_is_replaced",
                        violation_error_message="同意回避的须另行指定人员。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Joinder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="joinders", to="cases.case"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined_to",
                        to="cases.case",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待批准并案或者分案"),
                            ("refused", "不批准并案或者分案"),
                            ("approved", "已批准并案或者分案"),
                            ("merged", "已并案"),
                            ("linked", "已指定分案"),
                            ("done", "分案已承接"),
                        ],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("merge", "并案"), ("split", "分案")], max_length=10, verbose_name="方式"
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("parties", models.JSONField(default=list, verbose_name="分出的当事人")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                ("copied", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "并案分案",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("case")), _negated=True),
                        name="a_case_is_not_joined_to_itself",
                        violation_error_message="不能与本案自己并案。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "split"), ("other__isnull", False), _connector="OR"),
                        name="a_merger_names_both_cases",
                        violation_error_message="并案须写明另一案件。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "refused"), _negated=True),
                        fields=("other",),
                        name="a_case_is_joined_once",
                        violation_error_message="该案件已经并案或者分案。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.joinder.Joining, models.Model),
        ),
        migrations.CreateModel(
            name="PaymentPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payment_plans", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payment_plans", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待批准延期或者分期"),
                            ("approved", "已批准延期或者分期"),
                            ("refused", "不同意延期或者分期"),
                        ],
                        default="asked",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("deferral", "延期缴纳"), ("instalments", "分期缴纳")],
                        max_length=12,
                        verbose_name="申请事项",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                ("reason", models.TextField(verbose_name="申请理由")),
                ("proof", models.TextField(verbose_name="经济困难的证明材料")),
                ("decided_on", models.DateField(blank=True, null=True)),
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
                ("decision", models.TextField(blank=True, verbose_name="审批意见")),
            ],
            options={
                "verbose_name": "延期、分期缴纳",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "refused"), _negated=True),
                        fields=("case", "party"),
                        name="one_payment_plan_per_party",
                        violation_error_message="该当事人已有延期、分期缴纳的申请或者批准。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "asked"),
                            models.Q(("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_decided_plan_says_when_and_why",
                        violation_error_message="延期、分期缴纳的审批须有日期和意见。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.plan.Planning, models.Model),
        ),
        migrations.CreateModel(
            name="Instalment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="instalments", to="cases.paymentplan"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("due_on", models.DateField()),
                ("last_day", models.DateField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "number"),
                        name="instalments_are_numbered_once",
                        violation_error_message="同一期只能有一笔。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="an_instalment_is_positive",
                        violation_error_message="每期金额必须大于零。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Refund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refunds", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refunds", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("requested", "待批准退款"),
                            ("approved", "已批准待退款"),
                            ("refunded", "已退款"),
                            ("refused", "不予退款"),
                        ],
                        default="requested",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[("overpaid", "多缴"), ("changed", "处罚决定被撤销或者变更"), ("mistaken", "误缴")],
                        max_length=10,
                        verbose_name="退款事由",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="退款金额（元）")),
                ("reason", models.TextField(verbose_name="退款理由")),
                ("requested_on", models.DateField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision", models.TextField(blank=True, verbose_name="审批意见")),
                ("refunded_on", models.DateField(blank=True, null=True, verbose_name="退款日期")),
                ("voucher_number", models.CharField(blank=True, max_length=40, verbose_name="退付凭证号")),
            ],
            options={
                "verbose_name": "退款",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="a_refund_is_positive",
                        violation_error_message="退款金额必须大于零。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refunded"), _negated=True),
                            models.Q(("refunded_on__isnull", False), models.Q(("voucher_number", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_refund_has_its_voucher",
                        violation_error_message="已退款的须有退款日期和退付凭证号。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.refund.Refunding, models.Model),
        ),
        migrations.CreateModel(
            name="SurchargeRelief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="surcharge_reliefs", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="surcharge_reliefs", to="cases.party"
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="减免的加处罚款（元）")),
                ("reason", models.TextField(verbose_name="减免理由")),
                ("basis", models.CharField(max_length=120)),
                ("granted_on", models.DateField()),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="a_relief_is_positive",
                        violation_error_message="减免金额必须大于零。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), models.Q(("basis", ""), _negated=True)
                        ),
                        name="a_relief_has_reason_and_basis",
                        violation_error_message="减免加处罚款须有理由和依据。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notifications", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notifications", to="cases.party"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("substance", models.JSONField()),
                ("issued_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "party", "round"),
                        name="a_party_is_notified_once_a_round",
                        violation_error_message="该当事人本轮已经告知。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="LateEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="late_evidence", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="late", to="cases.evidence"
                    ),
                ),
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
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("judged_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="late_evidence_is_judged_with_a_reason",
                        violation_error_message="说明补充证据须写明理由。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PoliceTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="police_transfers", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "indexes": [],
            },
            bases=(cases.procedure.police.TransferringToPolice, models.Model),
        ),
        migrations.CreateModel(
            name="Reckoning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reckonings", to="cases.charge"
                    ),
                ),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("charge", "round"),
                        name="one_reckoning_per_charge_and_round",
                        violation_error_message="同一违法行为在同一轮次只裁量一次。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RecordHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecordEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gseq", models.PositiveBigIntegerField(unique=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="record", to="cases.case"
                    ),
                ),
                ("cseq", models.PositiveIntegerField()),
                ("act", models.CharField(max_length=60)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("header", models.TextField()),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "ordering": ["gseq"],
                "constraints": [models.UniqueConstraint(fields=("case", "cseq"), name="a_case_has_each_entry_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RecordPayload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="payload", to="cases.recordentry"
                    ),
                ),
                ("salt", models.CharField(max_length=32)),
                ("body", models.TextField()),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecusalRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请回避的人",
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
                ("ground", models.CharField(blank=True, max_length=40, verbose_name="回避情形")),
                ("reason", models.TextField(verbose_name="回避理由")),
                ("requested_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
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
                ("decision", models.TextField(blank=True, verbose_name="决定理由")),
                ("collective", models.TextField(blank=True, verbose_name="负责人集体讨论情况")),
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
                "indexes": [],
            },
            bases=(cases.procedure.recusal.Recusing, models.Model),
        ),
        migrations.CreateModel(
            name="AgencyTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agency_transfers", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "indexes": [],
            },
            bases=(cases.procedure.referral.BeingTransferred, models.Model),
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disputes", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "indexes": [],
            },
            bases=(cases.procedure.referral.Disputing, models.Model),
        ),
        migrations.CreateModel(
            name="Assistance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assistance_requests", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "indexes": [],
            },
            bases=(cases.procedure.referral.Assisting, models.Model),
        ),
        migrations.CreateModel(
            name="IncomingTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="incoming_transfers", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "indexes": [],
            },
            bases=(cases.procedure.referral.Receiving, models.Model),
        ),
        migrations.CreateModel(
            name="Remedy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="remedies", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="cases.decision",
                        verbose_name="被申请的决定",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "待答复（答辩）"),
                            ("answered", "已答复（答辩）待结果"),
                            ("concluded", "已有结果待生效"),
                            ("appealed", "二审待答辩"),
                            ("final", "已生效"),
                        ],
                        default="received",
                        max_length=50,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reconsideration", "行政复议"),
                            ("litigation", "行政诉讼"),
                            ("own", "本机关自行纠正"),
                        ],
                        max_length=16,
                        verbose_name="救济方式",
                    ),
                ),
                ("applicant", models.CharField(max_length=120, verbose_name="申请人（原告）")),
                ("authority", models.CharField(max_length=120, verbose_name="复议机关（法院）")),
                ("authority_number", models.CharField(max_length=60, verbose_name="受理文号（案号）")),
                ("applied_on", models.DateField(verbose_name="申请（起诉）日期")),
                ("received_on", models.DateField(verbose_name="收到副本日期")),
                ("simplified", models.BooleanField(default=False, verbose_name="适用简易程序")),
                ("claim", models.TextField(verbose_name="请求和理由")),
                ("instance", models.PositiveSmallIntegerField(default=1, verbose_name="审级")),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="答复（答辩）意见")),
                ("stay_since", models.DateField(blank=True, null=True, verbose_name="停止执行起")),
                ("stay_until", models.DateField(blank=True, null=True, verbose_name="停止执行止")),
                ("stay_reason", models.CharField(blank=True, max_length=200, verbose_name="停止执行的决定机关和理由")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "维持"),
                            ("dismissed", "驳回"),
                            ("changed", "变更"),
                            ("annulled", "撤销"),
                            ("illegal", "确认违法"),
                            ("invalid", "确认无效"),
                            ("withdrawn", "撤回申请（撤诉）或者终止"),
                        ],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("outcome_number", models.CharField(blank=True, max_length=60, verbose_name="决定书（裁判文书）文号")),
                ("outcome_on", models.DateField(blank=True, null=True, verbose_name="作出日期")),
                ("outcome_served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                ("outcome_reasons", models.TextField(blank=True, verbose_name="结果要点和理由")),
                ("procedural", models.BooleanField(default=False, verbose_name="仅因违反法定程序撤销")),
                (
                    "redo_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="责令重新作出的期限（日）"),
                ),
                ("redo_ordered", models.BooleanField(default=False, verbose_name="责令重新作出行政行为")),
                ("changed_to", models.JSONField(blank=True, default=dict)),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="生效日期")),
            ],
            options={
                "verbose_name": "复议、诉讼",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "final"), _negated=True),
                        fields=("decision", "kind"),
                        name="one_open_remedy_of_a_kind",
                        violation_error_message="对这份决定已有一件未了结的同类复议、诉讼。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_on__gte", models.F("applied_on"))),
                        name="a_remedy_is_received_after_it_is_sought",
                        violation_error_message="收到副本的日期早于申请（起诉）日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["concluded", "final"]), _negated=True),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("outcome_on__isnull", False),
                                models.Q(("outcome_reasons", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_concluded_remedy_has_its_outcome",
                        violation_error_message="复议、诉讼的结果须有种类、日期和要点。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "final"), _negated=True),
                            ("effective_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_final_remedy_has_its_day",
                        violation_error_message="已生效的复议、诉讼结果须有生效日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stay_until", None),
                            models.Q(("stay_since__isnull", False), ("stay_until__gte", models.F("stay_since"))),
                            _connector="OR",
                        ),
                        name="a_stay_ends_after_it_begins",
                        violation_error_message="停止执行的结束日早于开始日。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.remedy.AnsweringRemedy, models.Model),
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="cases.case"
                    ),
                ),
                ("matter", models.CharField(max_length=20)),
                ("act", models.CharField(max_length=40)),
                ("post", models.CharField(max_length=40)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("opinion", models.TextField()),
                ("given_on", models.DateField()),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="LegalReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.case"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("submitted_on", models.DateField()),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("substance", models.CharField(max_length=64)),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("concluded_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("passed", "同意"), ("returned", "退回补充调查或补正"), ("corrected", "提出纠正意见")],
                        max_length=10,
                    ),
                ),
                ("opinion", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""),
                            models.Q(
                                ("reviewer__isnull", False),
                                ("concluded_on__isnull", False),
                                models.Q(("opinion", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_concluded_review_is_signed",
                        violation_error_message="法制审核结论须有审核人、日期和书面意见。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewer", None),
                            models.Q(("reviewer", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_reviews_own_submission",
                        violation_error_message="法制审核人员不得是提请审核的承办人。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ReviewPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="cases.legalreview"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("question", models.CharField(max_length=120)),
                ("satisfied", models.BooleanField()),
                ("remark", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("review", "number"), name="a_point_is_answered_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("satisfied", True), models.Q(("remark", ""), _negated=True), _connector="OR"
                        ),
                        name="an_unsatisfied_point_says_why",
                        violation_error_message="审核要点答“否”的须说明理由。",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ReviewComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="cases.legalreview"
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="位置")),
                ("text", models.TextField(verbose_name="意见")),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Discussion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="discussions", to="cases.case"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField()),
                ("place", models.CharField(max_length=120)),
                (
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("report", models.TextField()),
                ("conclusion", models.TextField()),
                ("agreed", models.BooleanField()),
                ("substance", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gt", models.F("started_at"))),
                        name="a_discussion_ends_after_it_begins",
                        violation_error_message="讨论结束时间必须晚于开始时间。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Voice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "discussion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="voices", to="cases.discussion"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vote",
                    models.CharField(
                        choices=[("agree", "同意"), ("disagree", "不同意"), ("abstain", "弃权")], max_length=10
                    ),
                ),
                ("opinion", models.TextField()),
                ("reason", models.TextField()),
                ("signed", models.BooleanField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("discussion", "officer"),
                        name="a_head_votes_once",
                        violation_error_message="同一负责人只能表决一次。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ServiceAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="service_addresses", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="service_addresses", to="cases.party"
                    ),
                ),
                ("receiver", models.CharField(max_length=60, verbose_name="收件人")),
                ("receiver_relation", models.CharField(max_length=60, verbose_name="收件人与受送达人关系")),
                ("phone", models.CharField(max_length=30, verbose_name="联系手机")),
                ("address", models.CharField(max_length=200, verbose_name="邮寄地址")),
                ("postcode", models.CharField(blank=True, max_length=10, verbose_name="邮编")),
                ("electronic", models.BooleanField(default=False, verbose_name="同意电子送达")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sms", "手机短信"),
                            ("wechat", "移动微信"),
                            ("email", "电子邮箱"),
                            ("fax", "传真"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="电子送达渠道",
                    ),
                ),
                ("account", models.CharField(blank=True, max_length=120, verbose_name="号码或者账号")),
                ("covers", models.JSONField(blank=True, default=list, verbose_name="适用的文书")),
                ("signed_on", models.DateField(verbose_name="签订日期")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("electronic", False),
                            models.Q(
                                models.Q(("channel", ""), _negated=True), models.Q(("account", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="electronic_service_names_its_channel",
                        violation_error_message="同意电子送达的，须写明渠道和号码。",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SpotPenalty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spot_penalties", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spot_penalties", to="cases.party"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "party"),
                        name="one_spot_penalty_per_party",
                        violation_error_message="对该当事人已经当场处罚（行政处罚法第二十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["given", "copy_filed"])),
                        name="a_spot_penalty_is_in_a_known_state",
                        violation_error_message="当场处罚的状态不在规定之内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("certificates_shown", True), ("told_facts", True), ("told_rights", True)),
                        name="told_before_punished_on_the_spot",
                        violation_error_message="当场处罚以前须出示证件并口头告知（行政处罚法第四十四条、第五十二条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signing", "refused"), _negated=True),
                            models.Q(("refusal", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_refusal_to_sign_is_noted",
                        violation_error_message="当事人拒绝签收的，应当注明（行政处罚法第五十二条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signing", "drawn"), _negated=True),
                            models.Q(("signature_sha256", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_drawn_signature_has_its_hash",
                        violation_error_message="屏幕签名缺少图像或者校验值。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "copy_filed"), _negated=True),
                            models.Q(("copy_filed_on__isnull", False), models.Q(("copy_recipient", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_filed_copy_has_day_and_recipient",
                        violation_error_message="备案须有日期和接收人（程序规定第六十一条）。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.spot.FilingCopies, models.Model),
        ),
        migrations.CreateModel(
            name="SpotCollection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spot_collections", to="cases.case"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spot_collections", to="cases.party"
                    ),
                ),
                (
                    "payment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spot_collection", to="cases.payment"
                    ),
                ),
                (
                    "state",
                    models.CharField(
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
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("deposited_on", models.DateField(blank=True, null=True, verbose_name="缴付银行日期")),
                (
                    "deposited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("deposit_number", models.CharField(blank=True, max_length=40, verbose_name="银行回单号")),
            ],
            options={
                "verbose_name": "当场收缴罚款",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["afloat", "collected", "received", "deposited"])),
                        name="a_collection_is_in_a_known_state",
                        violation_error_message="当场收缴的状态不在规定之内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ground", "remote"), _negated=True), ("asked_by_party", True), _connector="OR"
                        ),
                        name="remote_collection_is_asked_for",
                        violation_error_message="须经当事人提出，才可以当场收缴（行政处罚法第六十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ground", "small"), models.Q(("ground_note", ""), _negated=True), _connector="OR"
                        ),
                        name="a_collection_says_why",
                        violation_error_message="当场收缴须写明具体情况（行政处罚法第六十八条、第六十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["afloat", "collected"]),
                            models.Q(("received_by__isnull", False), ("received_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="handed_over_money_has_a_receiver",
                        violation_error_message="罚款交至机关须有日期和接收人（行政处罚法第七十一条）。",
                    ),
                    models.CheckConstraint(
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
                ],
                "indexes": [],
            },
            bases=(cases.procedure.spot.Collecting, models.Model),
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="suspensions", to="cases.case"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待批准中止调查"),
                            ("refused", "不批准中止"),
                            ("running", "中止调查"),
                            ("resumed", "已恢复调查"),
                        ],
                        default="proposed",
                        max_length=50,
                    ),
                ),
                ("ground", models.CharField(max_length=40, verbose_name="中止情形")),
                ("explanation", models.TextField(verbose_name="具体情况")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("began_on", models.DateField(blank=True, null=True, verbose_name="中止日期")),
                ("resumed_on", models.DateField(blank=True, null=True, verbose_name="恢复日期")),
                ("resume_reason", models.TextField(blank=True, verbose_name="恢复的理由")),
            ],
            options={
                "verbose_name": "中止调查",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["proposed", "running"])),
                        fields=("case",),
                        name="one_suspension_at_a_time",
                        violation_error_message="本案已在中止或者正在报批中止。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["running", "resumed"]), _negated=True),
                            ("began_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_suspension_has_its_first_day",
                        violation_error_message="中止调查须有起始日期。",
                    ),
                ],
                "indexes": [],
            },
            bases=(cases.procedure.suspension.Suspending, models.Model),
        ),
        migrations.CreateModel(
            name="TermExtension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="cases.term"
                    ),
                ),
                ("days", models.PositiveSmallIntegerField()),
                ("previous_due_on", models.DateField()),
                ("due_on", models.DateField()),
                ("reason", models.TextField()),
                ("basis", models.CharField(max_length=120)),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("approved_on", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term",),
                        name="a_term_is_extended_once",
                        violation_error_message="办案期限只能延长一次。",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
