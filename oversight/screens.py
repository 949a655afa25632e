"""What do the panel on a case and the pages of the review show?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.case_file import CaseFile
from cases.panels import Panel
from law.review_standard import Standard, review_standard
from officers.models import Officer
from oversight import figures
from oversight.places import article, cure_url, paper_title, place_url
from oversight.report import FileResult, Found, Report, file_result, found_of
from oversight.scoring import Assessment, assess

SHOWN_IN_PANEL = 5
SHOWN_ON_REPORT = 20
ITEMS_IN_CHART = 10
# Named here only so that `make messages` finds them; the grades themselves are data of the standard.
GRADES = (gettext_noop("优秀"), gettext_noop("良好"), gettext_noop("合格"), gettext_noop("不合格"))


@dataclass(frozen=True)
class Row:
    """One finding as a page shows it."""

    case_number: str
    case_url: str
    party: str
    sentence: str
    article: str
    paper: str
    field: str
    locator: str
    points: str
    veto: bool
    url: str
    cure_url: str
    curable: bool
    how: str
    item: str
    state_label: str
    state_level: str


def row_of(file: FileResult, one: Found, *, cure: str = "") -> Row:
    label, level = (_("可以补正"), "warn") if one.curable else (_("不能补正"), "bad")
    return Row(
        case_number=file.number,
        case_url=reverse("oversight:case", args=[file.case]),
        party=file.party,
        sentence=one.sentence,
        article=article(one.basis),
        paper=paper_title(one.form),
        field=one.field,
        locator=one.locator,
        points=one.points,
        veto=one.veto,
        url=place_url(file.case, one.document, one.field),
        cure_url=cure,
        curable=one.curable,
        how=one.how,
        item=one.item,
        state_label=str(label),
        state_level=level,
    )


def panel(file: CaseFile, officer: Officer, today: date) -> Panel | None:
    """案卷体检 beside the open case; nothing before there is anything to judge."""
    standard = review_standard(today)
    assessment = assess(file, standard)
    if assessment.score is None:
        return None
    rows = case_rows(file, assessment, standard)
    shown = without_repeats(rows)
    context = {
        "score": f"{assessment.score.normalize():f}",
        "grade": _(assessment.grade.title) if assessment.grade else "",
        "veto": assessment.is_vetoed,
        "findings": shown[:SHOWN_IN_PANEL],
        "more": max(len(shown) - SHOWN_IN_PANEL, 0),
        "url": reverse("oversight:case", args=[file.case.pk]),
    }
    return Panel(_("案卷体检"), "oversight/_panel.html", context)


def case_rows(file: CaseFile, assessment: Assessment, standard: Standard) -> list[Row]:
    result = file_result(file, standard)
    return [row_of(result, one, cure=cure_url(file.case, one.act)) for one in found_of(assessment.faults)]


def without_repeats(rows: list[Row]) -> list[Row]:
    """A defect that two items name is one defect; the veto, which comes first, stays."""
    return list({row.sentence: row for row in reversed(rows)}.values())[::-1]


def case_context(file: CaseFile, standard: Standard) -> dict[str, Any]:
    """Everything the review says about one file, item by item."""
    assessment = assess(file, standard)
    judged = {mark.item.key: mark for mark in assessment.marks}
    sections: dict[str, list[dict[str, Any]]] = {}
    for item in standard.items:
        mark = judged.get(item.key)
        sections.setdefault(item.section, []).append(
            {"item": item, "state": _item_state(item.auto, mark), "lost": mark.lost if mark else None}
        )
    return {
        "case": file.case,
        "case_url": reverse("cases:case", args=[file.case.pk]),
        "parties": _("、").join(one.name for one in file.parties),
        "score": f"{assessment.score.normalize():f}" if assessment.score is not None else "—",
        "grade": assessment.grade,
        "veto": assessment.is_vetoed,
        "findings": case_rows(file, assessment, standard),
        "sections": [{"title": title, "rows": rows} for title, rows in sections.items()],
        "standard": standard,
    }


def _item_state(auto: str, mark: Any) -> dict[str, str]:
    if mark is None:
        return {"label": _("人工核对") if auto == "no" else _("不涉及"), "level": ""}
    if mark.findings:
        return {"label": _("有问题"), "level": "bad"}
    return {"label": _("通过"), "level": "ok"}


def report_context(report: Report, query: str) -> dict[str, Any]:
    items = figures.by_item(report)
    findings = list(figures.every_finding(report))
    return {
        "report": report,
        "data_until": report.made_at,
        "kpis": kpis(report, query),
        "by_item": [
            {"label": f"{row.item.number} {row.item.text}", "value": row.files, "url": item_url(row.item.number, query)}
            for row in items
            if not row.item.veto
        ][:ITEMS_IN_CHART],
        "vetoes": [
            {"cases": row.files, "sentence": row.item.text, "url": item_url(row.item.number, query)}
            for row in items
            if row.item.veto
        ],
        "by_unit": [
            {
                "unit": row.name,
                "cases": row.files,
                "average": row.average if row.average is not None else "—",
                "failed": row.failed,
                "url": f"{reverse('oversight:files')}?{query}&of={row.unit}",
            }
            for row in figures.by_unit(report)
        ],
        "findings": [row_of(file, one) for file, one in findings[:SHOWN_ON_REPORT]],
        "findings_count": len(findings),
        "all_url": f"{reverse('oversight:findings')}?{query}",
        "sample_note": sample_note(report),
    }


def sample_note(report: Report) -> str:
    few = [row.name for row in figures.by_unit(report) if row.average is None]
    if not few:
        return ""
    return _("%(units)s不足 %(least)d 件，不计算平均分。") % {
        "units": _("、").join(few),
        "least": figures.FEWEST_FOR_AN_AVERAGE,
    }


def item_url(number: str, query: str) -> str:
    return f"{reverse('oversight:item', args=[number])}?{query}"


def kpis(report: Report, query: str) -> list[dict[str, Any]]:
    """Reviewed, average, files per grade, vetoes; every figure opens its files."""
    files, mean = len(report.files), figures.average(report.files)
    address = f"{reverse('oversight:files')}?{query}"
    rows: list[dict[str, Any]] = [
        {"label": _("评查件数"), "value": files, "note": "", "url": address},
        {
            "label": _("平均分"),
            "value": mean if mean is not None else "—",
            "note": "" if mean is not None else _("不足 %(least)d 件") % {"least": figures.FEWEST_FOR_AN_AVERAGE},
            "url": "",
        },
    ]
    for number, (title, count) in enumerate(figures.by_grade(report).items()):
        share = f"{100 * count / files:.1f}%" if files else ""
        rows.append({"label": _(title), "value": count, "note": share, "url": f"{address}&grade={number}"})
    vetoes = len(figures.vetoed(report))
    rows.append({"label": _("有否决项"), "value": vetoes, "note": "", "url": f"{address}&vetoed=1"})
    return rows
