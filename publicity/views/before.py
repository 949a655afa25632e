"""Who enforces here, with which certificate, under which powers, in which procedure, and how often?"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from law.violations import PenaltyKind
from officers.access import public
from publicity.random_screens import SHOW
from publicity.register import PublishedSheet
from publicity.views.public import NO_ROBOTS

TITLES = {
    "organs": _("执法机关"),
    "officers": _("执法人员"),
    "powers": _("处罚事项清单"),
    "procedure": _("执法程序"),
    "notices": _("公告"),
    "measures": _("行政强制措施"),
    "random-plans": _("抽查计划"),
    "random-items": _("抽查事项清单"),
    "random-objects": _("检查对象名录库"),
    "random-people": _("执法检查人员名录库"),
    "random-changes": _("清单和名录库的变动"),
    "figures": _("年度数据"),
}
LEADS = {
    "organs": _("以谁的名义执法，向谁投诉，向谁申请复议。"),
    "officers": _("有效行政执法证的姓名和证号，可以当面核对。"),
    "powers": _("每一种违法行为依据哪一条处罚。"),
    "procedure": _("一件案子怎样从立案到结案，当事人在哪一步可以说话。"),
    "notices": _("听证公告、送达公告、限期拆除公告和催领公告，期限届满自动撤下。"),
    "measures": _("已经实施的查封、扣押等措施。"),
    "random-plans": _("今年对哪些行业、按多大比例、和哪些部门一起随机抽查。"),
    "random-items": _("随机抽查查什么、依据哪一条；没有列入的不查。"),
    "random-objects": _("哪些单位可能被抽到；个人只列名录号。"),
    "random-people": _("哪些执法人员可能被抽到，各能检查哪些行业。"),
    "random-changes": _("两年以内列入、移出和信用分类的变动，逐日列出。"),
    "figures": _("每年的处罚、强制、复议诉讼和公示各有多少。"),
}
TEMPLATES = {
    "organs": "publicity/sheets/organs.html",
    "officers": "publicity/sheets/officers.html",
    "powers": "publicity/sheets/powers.html",
    "procedure": "publicity/sheets/procedure.html",
    "notices": "publicity/sheets/notices.html",
    "measures": "publicity/sheets/measures.html",
    **dict.fromkeys(SHOW, "publicity/sheets/random.html"),
    "figures": "publicity/sheets/figures.html",
}
NOTICE_KINDS = {
    "hearing": _("听证公告"),
    "service": _("送达公告"),
    "demolition": _("限期拆除公告"),
    "unclaimed": _("催领公告"),
}
NOTICE_FACTS = {
    "party": _("当事人"),
    "cause": _("案由"),
    "paper": _("文书或者措施"),
    "number": _("文号"),
    "when": _("听证时间"),
    "place": _("地点"),
    "chair": _("听证主持人"),
    "things": _("标的"),
    "posted_on": _("公告日期"),
    "until": _("公告至"),
}
MANNERS = {
    "seal": _("查封场所、设施或者财物（宗）"),
    "seize": _("扣押财物（宗）"),
    "detain": _("暂扣车辆（宗）"),
    "other": _("其他行政强制措施（宗）"),
}
LABELS = {kind: PenaltyKind(kind).label for kind in PenaltyKind.values}


@public
@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    listed = [{"key": key, "title": title, "lead": LEADS[key]} for key, title in TITLES.items()]
    return render(request, "publicity/before.html", {"sheets": listed})


@public
@require_safe
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    if key not in TITLES:
        raise Http404
    found = PublishedSheet.objects.filter(key=key).first()
    context = {
        "key": key,
        "title": TITLES[key],
        "lead": LEADS[key],
        "rows": [SHOW.get(key, _labelled)(row) for row in found.rows if _still_runs(row)] if found else [],
        "as_of": found.as_of if found else None,
        "template": TEMPLATES[key],
    }
    response = render(request, "publicity/sheet.html", context)
    if key == "notices":
        response["X-Robots-Tag"] = NO_ROBOTS  # gone in weeks; no search engine is to keep it
    return response


def _still_runs(row: dict[str, object]) -> bool:
    """A notice goes with its day, whether or not the nightly sweep has been there."""
    return "until" not in row or date.fromisoformat(str(row["until"])) >= timezone.localdate()


def _said(name: str, value: object) -> str:
    """Days as a reader writes them; the rows keep them as programs do."""
    if name in ("posted_on", "until"):
        return date_format(date.fromisoformat(str(value)))
    if name == "when":
        moment = datetime.fromisoformat(str(value))
        return f"{date_format(moment)} {moment:%H:%M}"
    return str(value)


def shown_figures(row: dict[str, Any]) -> dict[str, Any]:
    """One year's figures, line by line, in the reader's language."""
    penalties, coercion, published = row["penalties"], row["coercion"], row["published"]
    kinds = [(_("其中%(kind)s（宗）") % {"kind": LABELS[kind]}, n) for kind, n in penalties["kinds"].items()]
    measures = [(MANNERS[manner], n) for manner, n in coercion["measures"].items()]
    remedies = [
        (label, row["remedies"][kind][what])
        for kind, what, label in (
            ("reconsideration", "received", _("行政复议（件）")),
            ("reconsideration", "set_aside", _("其中被纠错（件）")),
            ("litigation", "received", _("行政诉讼（件）")),
            ("litigation", "set_aside", _("其中败诉（件）")),
        )
    ]
    lines = [
        (_("行政处罚（宗）"), penalties["total"]),
        (_("其中简易程序（宗）"), penalties["summary"]),
        *kinds,
        (_("罚没金额（元）"), f"{Decimal(penalties['money']):,.2f}"),
        (_("不予处罚（件）"), row["no_penalty"]),
        *measures,
        (_("行政机关强制执行（宗）"), coercion["own"]),
        (_("申请法院强制执行（宗）"), coercion["court"]),
        *remedies,
        (_("已公示的处罚决定（份）"), published["shown"]),
        (_("其中已撤回（份）"), published["withdrawn"]),
    ]
    facts = [{"label": label, "value": value} for label, value in lines]
    return {"year": row["year"], "as_of": date.fromisoformat(row["as_of"]), "facts": facts}


def _labelled(row: dict[str, object]) -> dict[str, object]:
    """Codes in the reader's language."""
    if "penalties" in row:
        return shown_figures(row)
    if row.get("kind") in NOTICE_KINDS:
        facts = [
            {"label": label, "value": _said(name, row[name])} for name, label in NOTICE_FACTS.items() if row.get(name)
        ]
        return {"kind_label": NOTICE_KINDS[str(row["kind"])], "facts": facts}
    kinds = row.get("kinds")
    if isinstance(kinds, list):
        return row | {"kind_labels": [LABELS[kind] for kind in kinds if kind in LABELS]}
    return row
