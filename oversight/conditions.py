"""How are the conditions called under which an item of a standard applies to a file?"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from law.forms import form_rule
from oversight.applicability import PAPERS

CONDITIONS: dict[str, Any] = {
    "all": _("全部案卷"),
    "filed": _("已立案"),
    "summary": _("当场处罚"),
    "papers": _("有签发的文书"),
    "outward": _("有送达当事人的文书"),
    "inquiry": _("有笔录"),
    "scene": _("有现场笔录"),
    "interview": _("有询问笔录"),
    "refusal": _("有人拒签"),
    "reported": _("调查报告已批准"),
    "weighed": _("有称重"),
    "evidence": _("有证据"),
    "copies": _("有书证复制件"),
    "audiovisual": _("有视听资料或者电子数据"),
    "testimony": _("有证言或者当事人陈述"),
    "expert": _("有鉴定意见"),
    "appraised": _("委托过鉴定"),
    "measure": _("实施过强制措施"),
    "tested": _("强制措施中有检测"),
    "preserved": _("有先行登记保存"),
    "held": _("有强制措施或者登记保存"),
    "enforced": _("启动过强制执行"),
    "police": _("移送过公安"),
    "no-penalty": _("决定不予处罚"),
    "tiered": _("有裁量档次"),
    "notified": _("有违法行为通知书"),
    "statement": _("有陈述申辩"),
    "hearing": _("通知过听证"),
    "review": _("应当或者已经法制审核"),
    "discussion": _("应当或者已经集体讨论"),
    "decided": _("已作出决定"),
    "decidable": _("已决定或者办案期限已过"),
    "penalty": _("决定处罚"),
    "discretion": _("罚款有裁量幅度"),
    "money": _("有罚没款且已结案"),
    "closed": _("已结案"),
    "archived": _("已归档"),
    "archivable": _("已归档或者归档期限已过"),
}

# The title of a paper is Chinese in every language.
CONDITIONS |= {f"has-{form}": f"有《{form_rule(form).title}》" for form in PAPERS}
