"""What do the pages of a batch show: how far it is, who owes what, how the files were drawn?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import due_by
from officers.models import Department, Officer
from oversight.batches.choosing import replayed
from oversight.batches.followup import Objection, Rectification
from oversight.batches.forms import seat_title
from oversight.batches.models import Draw, ReviewBatch, ReviewFile, Sheet

PER_PAGE = 50


def kinds_of(batch: ReviewBatch) -> str:
    units = _("、").join(one.name for one in batch.units.all()) or _("全部单位")
    parts = [units, batch.get_procedure_display() if batch.procedure else _("全部程序"), *batch.domains]
    if batch.with_coercion:
        parts.append(_("实施过强制措施"))
    return " · ".join(parts)


def batch_rows(batches: Sequence[ReviewBatch]) -> list[dict[str, Any]]:
    return [
        {
            "batch": one,
            "url": reverse("oversight:review-batch", args=[one.pk]),
            "kinds": kinds_of(one),
            "progress": _("%(done)d / %(all)d 件已确认") % {"done": one.confirmed, "all": one.drawn},  # type: ignore[attr-defined]
        }
        for one in batches
    ]


def batch_context(batch: ReviewBatch, officer: Officer, today: date, query: QueryDict) -> dict[str, Any]:
    draw = batch.last_draw
    files = list(
        draw.files.select_related("case", "unit")
        .defer("machine")
        .prefetch_related("sheets__reviewer__officer", "sheets__reviewer__expert")
        .order_by("pk")
    )
    shown, page = paged(files, query)
    return {
        "batch": batch,
        "kinds": kinds_of(batch),
        "kpis": progress(files),
        "files": [file_row(one) for one in shown],
        "page": page,
        "draw": draw,
        "draws": [draw_row(one) for one in sorted(batch.draws.all(), key=lambda one: -one.number)],
        "shares": share_rows(draw),
        "reviewers": list(batch.reviewers.select_related("officer__department", "expert").order_by("pk")),
        "owed": owed_rows(batch, draw, today),
        "is_assigned": any(one.standing_sheets for one in files),
        "has_empty_seats": any(len(one.standing_sheets) < one.seats for one in files),
        "agreement_url": reverse("oversight:batch-agreement", args=[batch.pk]),
    }


def progress(files: Sequence[ReviewFile]) -> list[dict[str, Any]]:
    """Files only: nothing is counted by person."""
    scored = sum(one.is_scored for one in files)
    third = sum(bool(one.difference) and not one.is_scored for one in files)
    rows = [
        (_("抽取件数"), len(files), ""),
        (_("已评完"), scored, f"{100 * scored / len(files):.0f}%" if files else ""),
        (_("等第三人"), third, ""),
        (_("结果已确认"), sum(one.confirmed_on is not None for one in files), ""),
    ]
    return [{"label": label, "value": value, "note": note, "url": ""} for label, value, note in rows]


def file_row(file: ReviewFile) -> dict[str, Any]:
    label, level = state_of(file)
    return {
        "file": file,
        "url": reverse("oversight:review-file", args=[file.pk]),
        "seats": [f"{seat_title(one.seat)} {one.reviewer}" for one in file.standing_sheets],
        "label": label,
        "level": level,
    }


def state_of(file: ReviewFile) -> tuple[str, str]:
    """Where a file stands, in words that tell nothing of what anybody marked."""
    if file.confirmed_on is not None:
        return _("结果已确认"), "ok"
    if file.is_scored:
        return _("已评完，待确认"), "info"
    sheets = file.standing_sheets
    if not sheets:
        return _("未分派"), ""
    if len(sheets) < file.seats:
        return _("缺评查人员"), "bad"
    return (_("等第三人"), "warn") if file.difference else (_("评查中"), "warn")


def sheet_state(sheet: Sheet) -> str:
    if sheet.counts:
        return _("已提交")
    if sheet.submitted_on is not None:
        return _("已录入，待核对")
    return _("未提交")


def owed_rows(batch: ReviewBatch, draw: Draw, today: date) -> list[dict[str, Any]]:
    """What is still to be done in the batch, by whom and on which file; the oldest first."""
    unsigned = Q(signed_on=None, reviewer__expert__isnull=False)
    open_ = Sheet.objects.standing().filter(Q(submitted_on=None) | unsigned, file__draw=draw)
    rows = [
        {
            "what": _("录入核对") if one.submitted_on else _("评查"),
            "who": str(one.reviewer),
            "file": str(one.file),
            "url": reverse("oversight:review-file", args=[one.file_id]),
            "due": None,
        }
        for one in open_.select_related("file__case", "reviewer__officer", "reviewer__expert")
        .defer("file__machine")
        .order_by("pk")[:PER_PAGE]
    ]
    objections = Objection.objects.filter(file__draw__batch=batch, decided_on=None).select_related("file__case")
    rows += [
        {
            "what": _("决定异议"),
            "who": _("业务管理员或者执法部门负责人"),
            "file": str(one.file),
            "url": reverse("oversight:objection", args=[one.pk]),
            "due": due_by(one.decide_by, today, _("决定异议")),
        }
        for one in objections.order_by("decide_by", "pk")
    ]
    notices = Rectification.objects.filter(file__draw__batch=batch, done_on=None)
    rows += [
        {
            "what": _("整改"),
            "who": one.answerer.name,
            "file": f"{one.number} {one.file}",
            "url": reverse("oversight:rectification", args=[one.pk]),
            "due": due_by(one.due_on, today, _("整改")),
        }
        for one in notices.select_related("file__case", "answerer").order_by("due_on", "pk")
    ]
    return rows


def draw_row(draw: Draw) -> dict[str, Any]:
    return {
        "draw": draw,
        "files": len(draw.frame),
        "csv_url": reverse("oversight:batch-frame", args=[draw.batch_id, draw.number]),
    }


def share_rows(draw: Draw) -> list[dict[str, Any]]:
    names = {one.pk: one.name for one in Department.objects.filter(pk__in={row[0] for row in draw.shares})}
    procedures = {"ordinary": _("普通程序"), "summary": _("简易程序")}
    return [
        {"unit": names[unit], "procedure": procedures[procedure], "files": files, "drawn": drawn}
        for unit, procedure, files, drawn in draw.shares
    ]


def is_replayed(draw: Draw) -> bool:
    """Whether the stored list and seed still draw the stored files."""
    return replayed(draw) == sorted(draw.files.values_list("case_id", flat=True))


def paged(rows: Sequence[Any], query: QueryDict) -> tuple[Sequence[Any], dict[str, str]]:
    after = query.get("after", "")
    start = min(int(after), len(rows)) if after.isascii() and after.isdecimal() and len(after) < 9 else 0
    shown = rows[start : start + PER_PAGE]
    values = {"first": start + 1 if shown else 0, "last": start + len(shown), "all": len(rows)}
    return shown, {
        "previous_url": f"?after={max(start - PER_PAGE, 0)}" if start else "",
        "next_url": f"?after={start + PER_PAGE}" if start + PER_PAGE < len(rows) else "",
        "count_text": _("第 %(first)d–%(last)d 条，共 %(all)d 条") % values,
    }
