"""How does a page call the fields of a paper's content?"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

NAMES = {
    "case_number": _("案号"),
    "cause": _("案由"),
    "source": _("案件来源"),
    "source_detail": _("来源单位或途径"),
    "received_at": _("受案时间"),
    "filed_on": _("立案日期"),
    "parties": _("当事人"),
    "party": _("当事人"),
    "respondent": _("被申请人"),
    "summary": _("案件基本情况"),
    "facts": _("违法事实"),
    "basis": _("依据"),
    "rows": _("清单各行"),
    "lines": _("审批事项"),
    "evidence": _("证据"),
    "charges": _("违法行为和条款"),
    "discretion": _("裁量情节"),
    "conclusion": _("结论和处理意见"),
    "investigators": _("调查人员"),
    "officers": _("执法人员"),
    "signatures": _("签名"),
    "handler": _("承办人意见"),
    "unit_head": _("办案机构负责人意见"),
    "legal_review": _("法制审核意见"),
    "head": _("负责人意见"),
    "remarks": _("备注"),
    "outcome": _("处理结果"),
    "result": _("处罚结果"),
    "execution": _("执行情况"),
    "goods": _("物品"),
    "things": _("涉案财物"),
    "measure": _("强制措施"),
    "letterhead": _("制作机关"),
    "requests": _("申请事项"),
    "decision_number": _("决定书文号"),
    "decision_served_on": _("决定书送达日期"),
    "reminder_number": _("催告书文号"),
    "reminder_served_on": _("催告书送达日期"),
    "materials": _("材料"),
    "court": _("法院"),
}


def field_names(fields: Iterable[str]) -> list[str]:
    """Each once, in the order of the paper; a field that has no name of its own here counts as 其他内容."""
    return list(dict.fromkeys(str(NAMES.get(one, _("其他内容"))) for one in fields))
