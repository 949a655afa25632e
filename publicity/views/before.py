"""Who enforces here, with which certificate, under which powers, in which procedure, and how often?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from law.violations import PenaltyKind
from officers.access import public
from publicity.register import PublishedSheet

TITLES = {
    "organs": _("执法机关"),
    "officers": _("执法人员"),
    "powers": _("处罚事项清单"),
    "procedure": _("执法程序"),
    "measures": _("行政强制措施"),
    "figures": _("年度数据"),
}
LEADS = {
    "organs": _("以谁的名义执法，向谁投诉，向谁申请复议。"),
    "officers": _("有效行政执法证的姓名和证号，可以当面核对。"),
    "powers": _("每一种违法行为依据哪一条处罚。"),
    "procedure": _("一件案子怎样从立案到结案，当事人在哪一步可以说话。"),
    "measures": _("已经实施的查封、扣押等措施。"),
    "figures": _("每年公示了多少处罚决定，撤回了多少。"),
}
TEMPLATES = {
    "organs": "publicity/sheets/organs.html",
    "officers": "publicity/sheets/officers.html",
    "powers": "publicity/sheets/powers.html",
    "procedure": "publicity/sheets/procedure.html",
    "measures": "publicity/sheets/measures.html",
    "figures": "publicity/sheets/figures.html",
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
        "rows": [_labelled(row) for row in found.rows] if found else [],
        "as_of": found.as_of if found else None,
        "template": TEMPLATES[key],
    }
    return render(request, "publicity/sheet.html", context)


def _labelled(row: dict[str, object]) -> dict[str, object]:
    """The kinds of penalty in the reader's language."""
    kinds = row.get("kinds")
    if isinstance(kinds, list):
        return row | {"kind_labels": [LABELS[kind] for kind in kinds if kind in LABELS]}
    if isinstance(kinds, dict):
        return row | {"kind_counts": [(LABELS[kind], count) for kind, count in kinds.items() if kind in LABELS]}
    return row
