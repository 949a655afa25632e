"""What do the pages of the figures show?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases.figures.registry import Counted, count
from law.annual_tables import Measure
from oversight.annual.forms import FIRST
from oversight.annual.models import AnnualReport, PermitBatch
from oversight.annual.report import Cell, Report, filled, year_before

PER_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One figure of a table, in a page that is read downwards."""

    title: str
    group: str
    value: str
    before: str
    rule: str
    url: str
    is_missing: bool


def report_context(report: Report, query: str) -> dict[str, Any]:
    before = _year_before(report)
    address = reverse("oversight:annual-file", args=["pdf"]).removesuffix("pdf")
    return {
        "report": report,
        "tables": [
            {
                "table": one.table,
                "anchor": one.table.key,
                "lines": [_line(cell, before.get(cell.key, ""), query) for cell in one.cells],
                "certainty": "" if one.table.certainty == "S" else _("口径凭记忆，报出以前须核对"),
            }
            for one in report.tables
        ],
        "exports": [
            {"label": label, "url": f"{address}{suffix}?{query}"}
            for label, suffix in (("PDF", "pdf"), ("xlsx", "xlsx"), ("JSON", "json"))
        ],
    }


def _line(cell: Cell, before: str, query: str) -> Line:
    return Line(
        title=cell.column.title,
        group=cell.column.group,
        value=cell.text,
        before=before,
        rule=cell.column.rule,
        url=f"{reverse('oversight:annual-cell', args=[cell.key])}?{query}" if cell.rows else "",
        is_missing=cell.rows is None,
    )


def _year_before(report: Report) -> dict[str, str]:
    """The same columns over the same days of the year before, as they count today."""
    period = year_before(report.period)
    if period.begins < FIRST:
        return {}
    figures = count(period, report.figures)
    tables = filled(tuple(one.table for one in report.tables), figures, period)
    return {cell.key: cell.text for one in tables for cell in one.cells if cell.rows is not None}


def rows_page(report: Report, cell: Cell, query: QueryDict) -> dict[str, Any]:
    rows = cell.rows or ()
    shown, page = _page(rows, query)
    return {
        "cell": cell,
        "name": " ".join(filter(None, [cell.column.group, cell.column.title])),
        "value": cell.text,
        "report": report,
        "amount_title": _amount_title(cell.column.measure),
        "rows": [_row(one, cell, report) for one in shown],
        "page": page,
    }


def _amount_title(measure: Measure) -> str:
    if not measure.adds_up:
        return ""
    return _("金额（元）") if measure == Measure.YUAN else _("数量")


def _row(one: Counted, cell: Cell, report: Report) -> dict[str, Any]:
    return {
        "label": one.label,
        "on": date_format(one.on),
        "unit": report.units.get(one.unit, "") if one.unit else "",
        "amount": f"{one.amount:,.2f}" if cell.column.measure == Measure.YUAN else f"{one.amount:,.0f}",
        "url": reverse("cases:case", args=[one.case]) if one.case else one.url,
    }


def _page(rows: Sequence[Counted], query: QueryDict) -> tuple[Sequence[Counted], dict[str, str]]:
    after = query.get("after", "")
    start = min(int(after), len(rows)) if after.isascii() and after.isdecimal() and len(after) < 9 else 0
    shown = rows[start : start + PER_PAGE]
    words = {"first": start + 1 if shown else 0, "last": start + len(shown), "all": len(rows)}
    return shown, {
        "previous_url": _with(query, max(start - PER_PAGE, 0)) if start else "",
        "next_url": _with(query, start + PER_PAGE) if start + PER_PAGE < len(rows) else "",
        "count_text": _("第 %(first)d–%(last)d 条，共 %(all)d 条") % words,
    }


def _with(query: QueryDict, after: int) -> str:
    kept = query.copy()
    kept["after"] = str(after)
    return f"?{kept.urlencode()}"


def kept_row(kept: AnnualReport) -> dict[str, Any]:
    who = kept.kept_by.name if kept.kept_by else _("命令行")
    unit = kept.unit.name if kept.unit else _("全部单位")
    return {
        "pk": kept.pk,
        "period": f"{kept.begins} – {kept.ends}",
        "unit": unit,
        "said": _("%(who)s %(at)s 存档") % {"who": who, "at": f"{localtime(kept.kept_at):%Y-%m-%d %H:%M}"},
        "url": f"{reverse('oversight:annual')}?kept={kept.pk}",
        "changes_url": reverse("oversight:annual-changes", args=[kept.pk]),
        "sha": kept.sha256[:16],
    }


def batch_row(one: PermitBatch, rows: int) -> dict[str, str]:
    if one.approved_by and one.approved_on:
        state = _("%(who)s %(on)s 审核，已计入") % {"who": one.approved_by.name, "on": date_format(one.approved_on)}
    elif one.returned_by:
        state = _("已退回：%(reason)s") % {"reason": one.return_reason}
    else:
        state = _("等另一人审核，还没有计入")
    loaded = {"who": one.loaded_by.name, "on": date_format(one.loaded_on)}
    return {
        "url": reverse("oversight:annual-permits-batch", args=[one.pk]),
        "title": _("许可台账 %(rows)d 件") % {"rows": rows},
        "loaded": _("%(who)s %(on)s 导入") % loaded,
        "state": state,
    }
