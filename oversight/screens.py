"""What do the panel on a case and the pages of the review show?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.case_file import CaseFile
from cases.panels import Panel
from law.review_standard import ReviewItem, Standard
from officers.models import Officer
from oversight import figures
from oversight.applicability import applies
from oversight.facts import final_papers
from oversight.places import article, cure_url, paper_title, place_url
from oversight.report import FileResult, Found, Report, file_result, found_of
from oversight.scoring import Assessment, assess
from oversight.standards import standard_on

SHOWN_IN_PANEL = 5
SHOWN_ON_REPORT = 20
# By these papers a question about the whole file is judged, and in these sections by the evidence too.
TELLING = ("investigation-report", "violation-notice", "penalty-decision", "no-penalty-decision", "spot-decision")
RESTS_ON_EVIDENCE = frozenset({"否决项", "合法性", "证据", "笔录", "各类文书", "规范性"})
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
    standard = standard_on(today)
    assessment = assess(file, standard)
    if assessment.score is None:
        return None
    found = without_repeats(case_rows(file, assessment, standard))
    open_, lost = [row for row in found if row.curable], [row for row in found if not row.curable]
    # What can still be put right comes first: that is what the page is opened for.
    shown, kept = open_[:SHOWN_IN_PANEL], lost[: max(SHOWN_IN_PANEL - len(open_), 1)]
    context = {
        "score": f"{assessment.score.normalize():f}",
        "grade": _(assessment.grade.title) if assessment.grade else "",
        "veto": assessment.is_vetoed,
        "curable": shown,
        "curable_count": len(open_),
        "lost": kept,
        "lost_count": len(lost),
        "more": len(found) - len(shown) - len(kept),
        "url": reverse("oversight:case", args=[file.case.pk]),
    }
    return Panel(_("案卷体检"), "oversight/_panel.html", context)


def case_rows(file: CaseFile, assessment: Assessment, standard: Standard) -> list[Row]:
    result = file_result(file, standard)
    return [row_of(result, one, cure=cure_url(file.case, one.act)) for one in found_of(assessment.faults)]


def without_repeats(rows: list[Row]) -> list[Row]:
    """A defect that two items name is one defect; the veto, which comes first, stays."""
    return list({row.sentence: row for row in reversed(rows)}.values())[::-1]


def asked_of_a_person(file: CaseFile, standard: Standard) -> list[dict[str, Any]]:
    """What no machine can judge of this file, each with the papers and the evidence that it is judged by."""
    evidence = reverse("cases:case", args=[file.case.pk]) + "#evidence"
    return [
        {
            "item": item,
            "basis": article(item.basis),
            "papers": [
                {"title": str(one), "url": place_url(file.case.pk, one.pk, "")} for one in _papers_beside(file, item)
            ],
            "evidence": [one.title for one in file.evidence] if item.section in RESTS_ON_EVIDENCE else [],
            "evidence_url": evidence,
        }
        for item in standard.items
        if not item.rules and applies(item.applies, file)
    ]


def _papers_beside(file: CaseFile, item: ReviewItem) -> list[Any]:
    """The papers that the item names; for an item about the whole file the ones by which it stands or falls."""
    issued = final_papers(file)
    named = [one for one in issued if one.title in item.document or (item.document and item.document in one.title)]
    return named or [one for one in issued if one.form_key in TELLING]


def case_context(file: CaseFile, standard: Standard, known: Iterable[Standard] = ()) -> dict[str, Any]:
    """Everything the review says about one file, item by item; `known`: by what else it can be reviewed."""
    assessment = assess(file, standard)
    rows = case_rows(file, assessment, standard)
    page = reverse("oversight:case", args=[file.case.pk])
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
        "curable": [row for row in rows if row.curable],
        "lost": [row for row in rows if not row.curable],
        "asked": asked_of_a_person(file, standard),
        "others": [
            {"title": one.title, "url": f"{page}?standard={one.key}"} for one in known if one.key != standard.key
        ],
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
    findings = figures.every_finding(report)
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
        "items": [{"row": row, "url": item_url(row.item.number, query)} for row in items],
        "grades": [grade.title for grade in report.standard.grades],
        "by_unit": [_unit_row(row, query) for row in figures.by_unit(report)],
        "findings": [row_of(file, one) for file, one in findings[:SHOWN_ON_REPORT]],
        "findings_count": len(findings),
        "all_url": f"{reverse('oversight:findings')}?{query}",
        "sample_note": sample_note(report),
    }


def _unit_row(row: figures.UnitFigures, query: str) -> dict[str, Any]:
    url = f"{reverse('oversight:files')}?{query}&of={row.unit}"
    return {
        "unit": row.name,
        "cases": row.files,
        "average": row.average if row.average is not None else "—",
        "grades": [
            {"title": title, "count": count, "url": f"{url}&grade={number}"}
            for number, (title, count) in enumerate(row.grades.items())
        ],
        "vetoed": row.vetoed,
        "vetoed_url": f"{url}&vetoed=1",
        "url": url,
    }


def item_units(report: Report, number: str, query: str) -> list[dict[str, Any]]:
    """How often one item failed in each unit, as bars that open the unit's places."""
    return [
        {
            "label": unit.name,
            "value": len(figures.every_finding(report, number, unit.unit)),
            "url": f"{item_url(number, query)}&of={unit.unit}",
        }
        for unit in report.tally.units
    ]


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
    files, mean = report.tally.files, figures.average_of(report.tally)
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
    vetoes = report.tally.vetoed
    rows.append({"label": _("有否决项"), "value": vetoes, "note": "", "url": f"{address}&vetoed=1"})
    return rows
