"""What are the terms called in the reader's language? Their titles come from law/data/terms.toml."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.models import Term

# Named here only so that `make messages` finds them; a term that a bureau adds keeps its own title.
TITLES = (
    gettext_noop("立案审查"),
    gettext_noop("作出处罚决定"),
    gettext_noop("陈述申辩"),
    gettext_noop("提出听证要求"),
    gettext_noop("听证通知提前期"),
    gettext_noop("法制审核"),
    gettext_noop("送达处罚决定书"),
    gettext_noop("送达补正决定书"),
    gettext_noop("公示处罚决定"),
    gettext_noop("撤回公示"),
    gettext_noop("缴纳罚款"),
    gettext_noop("申请行政复议"),
    gettext_noop("提起行政诉讼"),
    gettext_noop("立卷归档"),
    gettext_noop("抄送车籍所在地道路运输管理机构"),
    gettext_noop("先行登记保存处理"),
    gettext_noop("查封扣押"),
    gettext_noop("分期（延期）缴纳罚款"),
    gettext_noop("催告后履行义务"),
    gettext_noop("代履行前再次催告"),
    gettext_noop("申请法院强制执行"),
    gettext_noop("准备申请法院强制执行"),
    gettext_noop("法院受理强制执行申请"),
    gettext_noop("法院作出执行裁定"),
    gettext_noop("法院听取意见后作出是否执行的裁定"),
    gettext_noop("向上一级人民法院申请复议"),
    gettext_noop("中止执行满三年"),
    gettext_noop("行政复议答复"),
    gettext_noop("行政复议答复（简易程序）"),
    gettext_noop("行政诉讼答辩"),
    gettext_noop("不服复议决定起诉"),
    gettext_noop("上诉"),
    gettext_noop("重新作出决定"),
    gettext_noop("公告送达"),
    gettext_noop("归还借阅的案卷"),
    gettext_noop("报告当场采取的强制措施"),
    gettext_noop("退还被查封扣押的财物"),
    gettext_noop("恢复、退还或者补偿"),
    gettext_noop("缴纳代履行费用"),
    gettext_noop("解除或者处理查封扣押"),
    gettext_noop("移交财物保管人员"),
    gettext_noop("公告催促领取财物"),
    gettext_noop("当场处罚决定书副本备案"),
    gettext_noop("当场收缴的罚款交至机关"),
    gettext_noop("当场收缴的罚款缴付银行"),
    gettext_noop("决定是否移送公安机关"),
    gettext_noop("向公安机关移送"),
    gettext_noop("公安机关审查是否立案"),
    gettext_noop("提请公安机关复议"),
    gettext_noop("公安机关作出复议决定"),
    gettext_noop("建议检察机关立案监督"),
    gettext_noop("向公安机关移交涉案物品和材料"),
    gettext_noop("答复移送机关"),
    gettext_noop("返还登记保存物品"),
    gettext_noop("复查改正情况"),
    gettext_noop("取得鉴定意见"),
    gettext_noop("告知鉴定意见"),
    gettext_noop("提交听证报告"),
)


def name_of(term: Term) -> str:
    return _(term.title)
