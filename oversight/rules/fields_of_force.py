"""Do the papers of preservation, coercive measures and enforcement hold what they must, field by field?"""

from django.utils.translation import gettext_lazy as _

from oversight.rules.paper_fields import TOO_LATE, Cure, paper_rule

LIFTED = Cure(_("决定书有缺陷的，依法解除措施；需要继续的，重新批准、重新制作决定书。"))
REPAID = Cure(_("重新制作并送达催告书。"), always=True)
ASKED_ANEW = Cure(_("按人民法院的要求补正申请书和材料。"), always=True)

# --- 先行登记保存 -----------------------------------------------------------------------------------
paper_rule(
    "preservation-party-and-period",
    "preservation-list",
    "行政处罚法:56",
    {"party.name": _("当事人"), "cause": _("案由"), "begins": _("开始日期"), "ends": _("截止日期")},
    TOO_LATE,
)
paper_rule(
    "preservation-inventory",
    "preservation-list",
    "行政处罚法:56",
    {"rows.*.name": _("物品名称"), "rows.*.quantity": _("数量"), "keeper": _("保管人")},
    TOO_LATE,
)
paper_rule(
    "preservation-issuer",
    "preservation-list",
    "行政处罚法:17",
    {"letterhead.bureau": _("署名机关"), "letterhead.on": _("日期"), "officers.*.name": _("执法人员")},
    TOO_LATE,
)
paper_rule(
    "preservation-approval-signed",
    "preservation-approval",
    "行政处罚法:56",
    {
        "summary": _("登记保存理由"),
        "basis": _("依据"),
        "head.text": _("负责人审批意见"),
        "head.name": _("负责人签名"),
        "head.on": _("负责人签名日期"),
    },
)

# --- 行政强制措施 -----------------------------------------------------------------------------------
paper_rule(
    "measure-approval-reasons",
    "measure-approval",
    "行政强制法:18(1)",
    {"summary": _("案情和理由"), "measure": _("措施"), "basis": _("依据")},
)
paper_rule(
    "measure-approval-things",
    "measure-approval",
    "行政强制法:18(1)",
    {"things.*.name": _("财物名称"), "things.*.quantity": _("数量")},
)
paper_rule(
    "measure-approval-signed",
    "measure-approval",
    "行政强制法:18(1)",
    {
        "handler.text": _("经办人意见"),
        "handler.name": _("经办人签名"),
        "head.text": _("负责人审批意见"),
        "head.name": _("负责人签名"),
        "head.on": _("负责人签名日期"),
    },
)
paper_rule(
    "measure-decision-party",
    "measure-decision",
    "行政强制法:24.2",
    {"party.name": _("当事人姓名（名称）"), "party.address": _("当事人地址")},
    LIFTED,
)
paper_rule("measure-decision-facts", "measure-decision", "行政强制法:24.2", {"facts": _("违法事实")}, LIFTED)
paper_rule("measure-decision-basis", "measure-decision", "行政强制法:24.2", {"basis": _("实施依据")}, LIFTED)
paper_rule(
    "measure-decision-things",
    "measure-decision",
    "行政强制法:24.2",
    {"objects": _("财物名称和数量"), "things.*.name": _("清单中的名称"), "things.*.quantity": _("清单中的数量")},
    LIFTED,
)
paper_rule(
    "measure-decision-period",
    "measure-decision",
    "行政强制法:24.2",
    {"begins": _("开始日期"), "ends": _("截止日期")},
    LIFTED,
)
paper_rule("measure-decision-remedy", "measure-decision", "行政强制法:24.2", {"remedy": _("救济途径和期限")}, LIFTED)
paper_rule(
    "measure-decision-issuer",
    "measure-decision",
    "行政强制法:24.2",
    {"letterhead.bureau": _("署名机关"), "letterhead.on": _("日期"), "officers.*.certificate": _("执法证号")},
    LIFTED,
)
paper_rule(
    "extension-reasons",
    "measure-extension",
    "行政强制法:25.2",
    {"facts": _("违法行为"), "reason": _("延长的理由"), "until": _("延长后的截止日期")},
    LIFTED,
)
paper_rule(
    "extension-names-the-decision",
    "measure-extension",
    "行政强制法:25.2",
    {"taken_on": _("实施日期"), "decision_number": _("原决定书文号")},
    LIFTED,
)
paper_rule(
    "release-ground", "measure-release", "行政强制法:28.1", {"ground": _("解除的情形"), "facts": _("事由")}, TOO_LATE
)
paper_rule(
    "release-names-the-decision",
    "measure-release",
    "行政强制法:28.1",
    {"taken_on": _("实施日期"), "decision_number": _("原决定书文号"), "measure": _("措施")},
    TOO_LATE,
)
paper_rule("release-day", "measure-release", "行政强制法:28.1", {"from_day": _("解除日期")}, TOO_LATE)
paper_rule("release-things", "measure-release", "行政强制法:28.2", {"things.*.name": _("退还的财物")}, TOO_LATE)

# --- 催告和申请强制执行 --------------------------------------------------------------------------------
paper_rule(
    "reminder-duty",
    "reminder",
    "行政强制法:35",
    {"amount": _("催告金额"), "manner": _("履行方式"), "period": _("履行期限")},
    REPAID,
)
paper_rule(
    "reminder-names-the-decision",
    "reminder",
    "行政强制法:35",
    {"decision_number": _("决定书文号"), "decided_on": _("决定日期"), "letterhead.on": _("日期")},
    REPAID,
)
paper_rule(
    "application-applicant",
    "court-application",
    "行政强制法:55",
    {"applicant": _("申请人"), "applicant_address": _("申请人地址"), "applicant_phone": _("申请人电话")},
    ASKED_ANEW,
)
paper_rule(
    "application-respondent",
    "court-application",
    "行政强制法:55",
    {"respondent.name": _("被申请人"), "respondent.address": _("被申请人地址")},
    ASKED_ANEW,
)
paper_rule(
    "application-reasons",
    "court-application",
    "行政强制法:55",
    {
        "facts": _("事实和理由"),
        "decision_number": _("决定书文号"),
        "decision_served_on": _("决定书送达日期"),
        "reminder_served_on": _("催告书送达日期"),
    },
    ASKED_ANEW,
)
paper_rule(
    "application-requests",
    "court-application",
    "行政强制法:55",
    {"requests": _("请求事项"), "court": _("受理法院")},
    ASKED_ANEW,
)
paper_rule("application-materials", "court-application", "行政强制法:55", {"materials.*": _("附件")}, ASKED_ANEW)
paper_rule("application-signed", "court-application", "行政强制法:55", {"head": _("负责人签名")}, ASKED_ANEW)
