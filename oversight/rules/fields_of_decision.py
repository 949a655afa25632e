"""Do the papers from the notice to the closing report hold what the standards of review ask for, field by field?"""

from django.utils.translation import gettext_lazy as _

from oversight.rules.paper_fields import (
    CORRECTED_BY_BUREAU,
    DISCUSSED_AGAIN,
    REVIEWED_AGAIN,
    TOLD_AGAIN,
    TOO_LATE,
    Cure,
    paper_rule,
)

# --- 违法行为通知书 ----------------------------------------------------------------------------------
paper_rule("notice-facts", "violation-notice", "行政处罚法:44", {"facts": _("违法事实")}, TOLD_AGAIN)
paper_rule("notice-evidence", "violation-notice", "行政处罚法:44", {"evidence.*": _("证据")}, TOLD_AGAIN)
paper_rule(
    "notice-articles",
    "violation-notice",
    "行政处罚法:44",
    {"charges.*.violated": _("违反的条款"), "charges.*.penalty_basis": _("处罚依据")},
    TOLD_AGAIN,
)
paper_rule("notice-penalty", "violation-notice", "行政处罚法:44", {"proposal": _("拟作出的处罚")}, TOLD_AGAIN)
paper_rule(
    "notice-statement-right",
    "violation-notice",
    "行政处罚法:45.1",
    {"statement_sentence": _("陈述申辩的权利"), "statement_period": _("陈述申辩的期限")},
    TOLD_AGAIN,
)
paper_rule(
    "notice-contact",
    "violation-notice",
    "行政处罚法:44",
    {"letterhead.contact": _("联系人"), "letterhead.phone": _("联系电话"), "letterhead.address": _("机关地址")},
    TOLD_AGAIN,
)
paper_rule(
    "notice-issuer",
    "violation-notice",
    "行政处罚法:17",
    {"addressee": _("当事人"), "letterhead.bureau": _("署名机关"), "letterhead.on": _("日期")},
    TOLD_AGAIN,
)

# --- 陈述申辩 ---------------------------------------------------------------------------------------
paper_rule(
    "statement-paper",
    "statement-record",
    "行政处罚法:45.1",
    {"content": _("陈述申辩内容"), "period.begins": _("时间"), "place": _("地点"), "speaker.name": _("陈述申辩人")},
)
paper_rule(
    "statement-answer-paper",
    "statement-answer",
    "行政处罚法:45.1",
    {"statement": _("陈述申辩内容"), "reasons": _("理由"), "reviewers.*.name": _("复核人员")},
)

# --- 听证 ------------------------------------------------------------------------------------------
CALLED_AGAIN = Cure(_("听证前改期并重新通知；已经举行的，书面说明并附卷。"), always=True)
paper_rule(
    "hearing-notice-time-and-place",
    "hearing-notice",
    "行政处罚法:64(2)",
    {"cause": _("案由"), "held_at": _("听证时间"), "place": _("听证地点")},
    CALLED_AGAIN,
)
paper_rule(
    "hearing-notice-people",
    "hearing-notice",
    "行政处罚法:64(4)",
    {"chair.name": _("听证主持人"), "recorder.name": _("记录人")},
    CALLED_AGAIN,
)
paper_rule(
    "hearing-notice-rights",
    "hearing-notice",
    "行政处罚法:64(4)",
    {"recusal_sentence": _("申请回避的权利")},
    CALLED_AGAIN,
)
paper_rule(
    "hearing-notice-issuer",
    "hearing-notice",
    "行政处罚法:17",
    {
        "addressee": _("当事人"),
        "letterhead.bureau": _("署名机关"),
        "letterhead.on": _("日期"),
        "letterhead.phone": _("联系电话"),
    },
    CALLED_AGAIN,
)
paper_rule(
    "hearing-record-people",
    "hearing-record",
    "行政处罚法:64(7)",
    {
        "period.begins": _("开始时间"),
        "period.ends": _("结束时间"),
        "place": _("听证地点"),
        "chair": _("听证主持人"),
        "recorder": _("记录人"),
    },
)
paper_rule("hearing-record-party", "hearing-record", "行政处罚法:64(5)", {"party.name": _("当事人")})
paper_rule(
    "hearing-record-investigators",
    "hearing-record",
    "行政处罚法:64(6)",
    {"officers.*.name": _("调查人员"), "officers.*.certificate": _("执法证号")},
)
paper_rule(
    "hearing-report-people",
    "hearing-report",
    "行政处罚法:65",
    {"cause": _("案由"), "party": _("当事人"), "chair": _("听证主持人"), "recorder": _("记录人")},
)
paper_rule(
    "hearing-report-opinions",
    "hearing-report",
    "行政处罚法:65",
    {"summary": _("听证基本情况"), "advice": _("处理建议")},
)
paper_rule(
    "hearing-report-conclusion",
    "hearing-report",
    "行政处罚法:65",
    {"conclusion.text": _("听证意见"), "conclusion.name": _("听证主持人签名"), "conclusion.on": _("签名日期")},
)

# --- 法制审核和集体讨论 --------------------------------------------------------------------------------
paper_rule(
    "review-paper-case",
    "legal-review-opinion",
    "行政处罚法:58.1",
    {"cause": _("案由"), "handlers.*.name": _("承办人"), "bureau": _("承办机构")},
    REVIEWED_AGAIN,
)
paper_rule(
    "review-paper-proposal",
    "legal-review-opinion",
    "行政处罚法:58.1",
    {"proposal": _("拟作出的处理"), "reason": _("送审理由"), "received_on": _("送审日期")},
    REVIEWED_AGAIN,
)
paper_rule(
    "review-paper-signed",
    "legal-review-opinion",
    "行政处罚法:58.2",
    {"reviewer.text": _("审核意见"), "reviewer.name": _("审核人员签名"), "reviewer.on": _("审核日期")},
    REVIEWED_AGAIN,
)
paper_rule(
    "minutes-time-and-people",
    "discussion-minutes",
    "行政处罚法:57.2",
    {
        "cause": _("案由"),
        "period.begins": _("开始时间"),
        "period.ends": _("结束时间"),
        "place": _("地点"),
        "chair.name": _("主持人"),
        "recorder": _("记录人"),
        "present.*.name": _("参加人"),
        "present.*.duty": _("参加人职务"),
    },
    DISCUSSED_AGAIN,
)
paper_rule(
    "minutes-report-and-opinions",
    "discussion-minutes",
    "行政处罚法:57.2",
    {"report": _("案情汇报"), "speeches.*.text": _("讨论意见和理由")},
    DISCUSSED_AGAIN,
)
paper_rule(
    "minutes-conclusion-signed",
    "discussion-minutes",
    "行政处罚法:57.2",
    {"conclusion": _("结论性意见"), "signatures.*.name": _("签名"), "signatures.*.on": _("签名日期")},
    DISCUSSED_AGAIN,
)

# --- 行政处罚决定书 ----------------------------------------------------------------------------------
paper_rule(
    "decision-names-the-party",
    "penalty-decision",
    "行政处罚法:59.1(1)",
    {
        "party.name": _("当事人姓名（名称）"),
        "party.address": _("当事人地址"),
        "party.uscc|party.id_number": _("证件号码"),
    },
    CORRECTED_BY_BUREAU,
)
paper_rule("decision-facts", "penalty-decision", "行政处罚法:59.1(2)", {"facts": _("违法事实")}, CORRECTED_BY_BUREAU)
paper_rule(
    "decision-evidence", "penalty-decision", "行政处罚法:59.1(2)", {"evidence.*": _("证据")}, CORRECTED_BY_BUREAU
)
paper_rule(
    "decision-articles",
    "penalty-decision",
    "行政处罚法:59.1(3)",
    {"charges.*.violated": _("违反的条款"), "charges.*.penalty_basis": _("处罚依据")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "decision-tells-the-procedure",
    "penalty-decision",
    "行政处罚法:59.1",
    {"history": _("告知和听取意见的经过")},
    TOO_LATE,
)
paper_rule(
    "decision-penalty", "penalty-decision", "行政处罚法:59.1(3)", {"penalty": _("处罚内容")}, CORRECTED_BY_BUREAU
)
paper_rule(
    "decision-remedy",
    "penalty-decision",
    "行政处罚法:59.1(5)",
    {"remedy": _("救济途径和期限"), "reviewing_government": _("行政复议机关"), "court": _("人民法院")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "decision-issuer",
    "penalty-decision",
    "行政处罚法:59.1(6)",
    {"letterhead.bureau": _("署名机关"), "letterhead.on": _("作出决定的日期")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "no-penalty-facts",
    "no-penalty-decision",
    "行政处罚法:57.1(2)",
    {"party.name": _("当事人姓名（名称）"), "facts": _("违法事实"), "evidence.*": _("证据")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "no-penalty-reasons",
    "no-penalty-decision",
    "行政处罚法:33.1",
    {"grounds": _("不予处罚的理由"), "basis": _("不予处罚的依据")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "no-penalty-education",
    "no-penalty-decision",
    "行政处罚法:33.3",
    {"education": _("教育情况")},
    Cure(_("对当事人进行教育，制作教育记录。"), "record_education", always=True),
)

# --- 当场行政处罚决定书 -------------------------------------------------------------------------------
paper_rule(
    "spot-decision-facts",
    "spot-decision",
    "行政处罚法:52.2",
    {
        "party.name": _("当事人姓名（名称）"),
        "given_at": _("时间"),
        "place": _("地点"),
        "facts": _("违法事实"),
        "charges.*.violated": _("违反的条款"),
    },
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "spot-decision-basis",
    "spot-decision",
    "行政处罚法:52.2",
    {"charges.*.penalty_basis": _("处罚依据"), "penalty": _("处罚内容")},
    CORRECTED_BY_BUREAU,
)
paper_rule(
    "spot-decision-payment", "spot-decision", "行政处罚法:52.2", {"payment": _("履行方式和期限")}, CORRECTED_BY_BUREAU
)
paper_rule(
    "spot-decision-remedy", "spot-decision", "行政处罚法:52.2", {"remedy": _("救济途径和期限")}, CORRECTED_BY_BUREAU
)
paper_rule(
    "spot-decision-issuer",
    "spot-decision",
    "行政处罚法:52.2",
    {
        "letterhead.bureau": _("署名机关"),
        "letterhead.on": _("日期"),
        "officers.*.name": _("执法人员"),
        "officers.*.certificate": _("执法证号"),
    },
    CORRECTED_BY_BUREAU,
)

# --- 送达回证和结案报告 --------------------------------------------------------------------------------
RECEIPT = Cure(_("补充送达的证明材料，书面说明并附卷。"), "add_service_proof", always=True)
paper_rule(
    "receipt-names-the-paper",
    "service-receipt",
    "行政处罚法:61.1",
    {"addressee": _("受送达人"), "rows.*.title": _("送达文书"), "rows.*.number": _("文号")},
    RECEIPT,
)
paper_rule(
    "receipt-says-how",
    "service-receipt",
    "行政处罚法:61.1",
    {
        "rows.*.served_at": _("送达日期"),
        "rows.*.place": _("送达地点"),
        "rows.*.method": _("送达方式"),
        "rows.*.server": _("送达人"),
    },
    RECEIPT,
)
paper_rule(
    "closing-names-the-case",
    "closing-report",
    "行政处罚法:47",
    {"case_number": _("案号"), "cause": _("案由"), "parties.*.name": _("当事人")},
)
paper_rule("closing-result", "closing-report", "行政处罚法:47", {"result": _("处理结果"), "outcome": _("结案情形")})
paper_rule("closing-execution", "closing-report", "行政处罚法:47", {"execution": _("执行情况")})
paper_rule(
    "closing-handler-signed",
    "closing-report",
    "行政处罚法:47",
    {
        "handler.text": _("经办人意见"),
        "handler.name": _("经办人签名"),
        "handler.on": _("经办人签名日期"),
        "unit_head.name": _("办案机构负责人签名"),
        "unit_head.on": _("办案机构负责人签名日期"),
    },
)
