"""Do the papers from the filing to the report hold what the standards of review ask for, field by field?"""

from django.utils.translation import gettext_lazy as _

from oversight.rules.paper_fields import REPORTED_AGAIN, SCENE_AGAIN, TAKEN_AGAIN, TOO_LATE, Cure, paper_rule

# --- 立案登记表 -------------------------------------------------------------------------------------
paper_rule("filing-source-and-cause", "filing-form", "行政处罚法:54.2", {"source": _("案件来源"), "cause": _("案由")})
paper_rule(
    "filing-names-the-party",
    "filing-form",
    "行政处罚法:54.2",
    {"parties.*.name": _("当事人姓名（名称）"), "parties.*.address": _("当事人地址")},
)
paper_rule(
    "filing-tells-the-case",
    "filing-form",
    "行政处罚法:54.2",
    {"received_at": _("受案时间"), "summary": _("案件基本情况")},
)
paper_rule(
    "filing-handler-signed",
    "filing-form",
    "行政处罚法:54.2",
    {"handler.text": _("经办人意见"), "handler.name": _("经办人签名"), "handler.on": _("经办人签名日期")},
)
paper_rule(
    "filing-unit-head-signed",
    "filing-form",
    "行政处罚法:54.2",
    {
        "unit_head.text": _("办案机构意见"),
        "unit_head.name": _("办案机构负责人签名"),
        "unit_head.on": _("办案机构负责人签名日期"),
    },
)
paper_rule(
    "filing-head-signed",
    "filing-form",
    "行政处罚法:54.2",
    {"head.text": _("负责人审批意见"), "head.name": _("负责人签名"), "head.on": _("负责人签名日期")},
)

# --- 现场笔录 ---------------------------------------------------------------------------------------
paper_rule(
    "scene-paper-time-and-place",
    "scene-record",
    "行政处罚法:55.2",
    {"period.begins": _("开始时间"), "period.ends": _("结束时间"), "place": _("地点")},
    SCENE_AGAIN,
)
paper_rule(
    "scene-paper-officers",
    "scene-record",
    "行政处罚法:42.1",
    {"officers.*.name": _("执法人员"), "officers.*.certificate": _("执法证号"), "recorder": _("记录人")},
    SCENE_AGAIN,
)
paper_rule(
    "scene-paper-person",
    "scene-record",
    "行政处罚法:55.2",
    {"person.name": _("现场人员"), "person.relation": _("与案件关系")},
    SCENE_AGAIN,
)
paper_rule("scene-paper-situation", "scene-record", "行政处罚法:55.2", {"situation": _("主要内容")}, SCENE_AGAIN)
paper_rule(
    "scene-paper-signed",
    "scene-record",
    "行政处罚法:55.2",
    {
        "person_signature.name|person_signature.refused|witness.name": _("现场人员签名"),
        "person_signature.on|person_signature.refused|witness.on": _("签名日期"),
    },
    SCENE_AGAIN,
)

# --- 询问笔录 ---------------------------------------------------------------------------------------
paper_rule(
    "interview-paper-time-and-place",
    "interview-record",
    "行政处罚法:55.2",
    {"period.begins": _("开始时间"), "period.ends": _("结束时间"), "place": _("地点")},
    TAKEN_AGAIN,
)
paper_rule(
    "interview-paper-officers",
    "interview-record",
    "行政处罚法:42.1",
    {"interviewers.*.name": _("询问人"), "interviewers.*.certificate": _("执法证号"), "recorder": _("记录人")},
    TAKEN_AGAIN,
)
paper_rule(
    "interview-paper-person",
    "interview-record",
    "行政处罚法:55.2",
    {"person.name": _("被询问人"), "person.relation": _("与案件关系")},
    TAKEN_AGAIN,
)
paper_rule(
    "interview-paper-answers",
    "interview-record",
    "行政处罚法:55.2",
    {"exchange.*.question": _("询问内容"), "exchange.*.answer": _("回答")},
    TAKEN_AGAIN,
)
paper_rule(
    "interview-paper-signed",
    "interview-record",
    "行政处罚法:55.2",
    {
        "person_signature.name|person_signature.refused": _("被询问人签名"),
        "person_signature.on|person_signature.refused": _("签名日期"),
    },
    TAKEN_AGAIN,
)

# --- 证据 ------------------------------------------------------------------------------------------
ADDED = Cure(_("在决定前补正证据的形式要件。"), "complete_evidence", until_decided=True)
paper_rule(
    "list-names-each-piece",
    "evidence-list",
    "行政处罚法:46.1",
    {"rows.*.name": _("证据名称"), "rows.*.kind": _("证据种类"), "rows.*.quantity": _("数量")},
    ADDED,
)
paper_rule(
    "list-says-where-and-when",
    "evidence-list",
    "行政处罚法:46.2",
    {"rows.*.source": _("来源"), "rows.*.obtained_on": _("取得日期"), "rows.*.collected_by": _("取证人")},
    ADDED,
)
paper_rule("list-says-what-it-proves", "evidence-list", "行政处罚法:46.2", {"rows.*.proves": _("证明内容")}, ADDED)
paper_rule(
    "recording-note-maker",
    "recording-note",
    "行政处罚法:46.2",
    {"making.*.text": _("制作方法"), "collector": _("制作人"), "collected_on": _("制作时间")},
    ADDED,
)
paper_rule("recording-note-proves", "recording-note", "行政处罚法:46.2", {"proves": _("证明对象")}, ADDED)

# --- 案件调查报告 ------------------------------------------------------------------------------------
paper_rule(
    "report-head-matter",
    "investigation-report",
    "行政处罚法:57.1",
    {
        "cause": _("案由"),
        "filed_on": _("立案日期"),
        "investigators.*.name": _("调查人员"),
        "parties.*.name": _("当事人"),
    },
    REPORTED_AGAIN,
)
paper_rule("report-facts", "investigation-report", "行政处罚法:57.1", {"facts": _("违法事实")}, REPORTED_AGAIN)
paper_rule(
    "report-evidence",
    "investigation-report",
    "行政处罚法:57.1",
    {"evidence.*.name": _("证据"), "evidence.*.proves": _("证明内容")},
    REPORTED_AGAIN,
)
paper_rule(
    "report-basis",
    "investigation-report",
    "行政处罚法:57.1",
    {"charges.*.violated": _("违反的条款"), "charges.*.penalty_basis": _("处罚依据")},
    REPORTED_AGAIN,
)
paper_rule("report-advice", "investigation-report", "行政处罚法:57.1", {"conclusion": _("处理意见")}, REPORTED_AGAIN)
paper_rule(
    "report-unit-head-signed",
    "investigation-report",
    "行政处罚法:57.1",
    {
        "unit_head.text": _("办案机构意见"),
        "unit_head.name": _("办案机构负责人签名"),
        "unit_head.on": _("办案机构负责人签名日期"),
    },
)
paper_rule(
    "report-head-signed",
    "investigation-report",
    "行政处罚法:57.1",
    {"head.text": _("负责人审批意见"), "head.name": _("负责人签名"), "head.on": _("负责人签名日期")},
)

# --- 责令改正 ---------------------------------------------------------------------------------------
paper_rule("correction-names-the-party", "correction-order", "行政处罚法:28.1", {"addressee": _("当事人")}, TOO_LATE)
paper_rule("correction-facts", "correction-order", "行政处罚法:28.1", {"facts": _("违法事实")}, TOO_LATE)
paper_rule("correction-basis", "correction-order", "行政处罚法:28.1", {"basis": _("责令改正的依据")}, TOO_LATE)
paper_rule(
    "correction-demand",
    "correction-order",
    "行政处罚法:28.1",
    {"demand": _("改正内容和要求"), "immediately|before": _("改正期限")},
    TOO_LATE,
)
paper_rule("correction-remedy", "correction-order", "行政处罚法:7.1", {"remedy": _("救济途径")}, TOO_LATE)
paper_rule(
    "correction-issuer",
    "correction-order",
    "行政处罚法:17",
    {"letterhead.bureau": _("署名机关"), "letterhead.on": _("日期"), "officers.*.certificate": _("执法证号")},
    TOO_LATE,
)
paper_rule(
    "recheck-is-recorded",
    "recheck-record",
    "行政处罚法:28.1",
    {"checked_on": _("复查日期"), "result": _("复查结果"), "finding": _("复查情况"), "officers.*.name": _("复查人员")},
)
paper_rule(
    "education-is-recorded",
    "education-record",
    "行政处罚法:33.3",
    {"content": _("教育内容"), "person": _("受教育人"), "officers.*.name": _("执法人员")},
)
