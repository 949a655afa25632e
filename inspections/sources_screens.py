"""What do the register, a source's own page and the board of due days show? Never who reported it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.screens.dates import SOON, Due, due_by
from inspections.models import Forwarding, Source
from inspections.models.sources import MACHINES, SourceQuerySet
from officers.models import Officer

STEPS: dict[str, Any] = {
    "register": gettext_lazy("登记"),
    "assign": gettext_lazy("交办"),
    "extend_reply": gettext_lazy("延长答复期限"),
    "extend_verify": gettext_lazy("延长核查期限"),
    "not_filed": gettext_lazy("决定不予立案"),
    "elsewhere": gettext_lazy("决定移送有管辖权的机关"),
    "case": gettext_lazy("转入案件"),
    "reply": gettext_lazy("答复"),
    "tell": gettext_lazy("告知反映人"),
    "satisfaction": gettext_lazy("回访"),
    "close": gettext_lazy("办结"),
    "forward": gettext_lazy("移送、抄告、协查"),
    "answer": gettext_lazy("收到回复"),
    "task": gettext_lazy("派检查任务"),
    "passed": gettext_lazy("审核通过"),
    "rejected": gettext_lazy("审核退回"),
    "same": gettext_lazy("确认是同一件事"),
    "different": gettext_lazy("确认不是同一件事"),
    "undo": gettext_lazy("撤销判断"),
}
CHIPS = {
    "mine": gettext_lazy("我的"),
    "open": gettext_lazy("没有办结"),
    "nobody": gettext_lazy("还没有交办"),
    "soon": gettext_lazy("三日内到期"),
    "overdue": gettext_lazy("已超期"),
    "review": gettext_lazy("待审核的设备记录"),
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class SourceRow:
    number: str
    title: str
    url: str
    kind: str
    received: date
    due: Due | None
    state: str
    level: str
    handler: str


def state_of(source: Source) -> tuple[str, str]:
    """Words and level of where a source stands."""
    if source.closed_on:
        return _("已办结"), "ok"
    if source.is_machines and not source.cleared_on:
        return _("待审核"), "warn"
    if source.case_id:
        return _("已转入案件"), "info"
    if source.handler_id is None:
        return _("待交办"), "warn"
    if source.replied_on:
        return _("已答复"), "info"
    return _("办理中"), "info"


def due_of_source(source: Source, today: date) -> Due | None:
    """The chip of what is owed next."""
    if source.is_machines and source.cleared_on is None and source.closed_on is None:
        return due_by(source.candidate.review_due_on, today, _("审核"))
    on = source.next_due
    if on is None:
        return None
    is_verify = on == source.verify_due_on and not source.decided_on
    return due_by(on, today, _("核查是否立案") if is_verify else _("答复"))


def rows_of_sources(sources: Iterable[Source], today: date) -> list[SourceRow]:
    return [_row(one, today) for one in sources]


def _row(source: Source, today: date) -> SourceRow:
    state, level = state_of(source)
    return SourceRow(
        number=str(source),
        title=Truncator(source.content).chars(90),
        url=reverse("inspections:source", args=[source.pk]),
        kind=str(source.get_kind_display()),
        received=source.received_on,
        due=due_of_source(source, today),
        state=state,
        level=level,
        handler=source.handler.name if source.handler else "",
    )


def filtered(sources: SourceQuerySet, wanted: dict[str, Any], officer: Officer, today: date) -> SourceQuerySet:
    """By words, kind, days and the ready-made list; the informant's table is not asked."""
    if words := wanted["q"].strip():
        names = ("content", "place", "plate", "object_name", "outside_number")
        scope = Q(pk__in=[])
        for name in names:
            scope |= Q(**{f"{name}__icontains": words})
        sources = sources.filter(scope)
    if wanted["kind"]:
        sources = sources.filter(kind=wanted["kind"])
    if wanted["received_from"]:
        sources = sources.filter(received_at__date__gte=wanted["received_from"])
    if wanted["received_to"]:
        sources = sources.filter(received_at__date__lte=wanted["received_to"])
    return by_chip(sources, wanted["list"], officer, today)


def by_chip(sources: SourceQuerySet, key: str, officer: Officer, today: date) -> SourceQuerySet:
    if key == "mine":
        return sources.open().filter(handler=officer)
    if key == "open":
        return sources.open()
    if key == "nobody":
        return sources.open().reported().filter(handler=None)
    if key == "soon":
        return owed_between(sources, today, today + timedelta(days=SOON))
    if key == "overdue":
        return owed_between(sources, date.min, today - timedelta(days=1))
    if key == "review":
        return sources.open().filter(kind__in=MACHINES, cleared_on=None)
    return sources


def owed_between(sources: SourceQuerySet, first: date, last: date) -> SourceQuerySet:
    """An answer or a decision is owed between the two days."""
    answer = Q(replied_on=None, reply_due_on__range=(first, last))
    decision = Q(decided_on=None, verify_due_on__range=(first, last))
    return sources.open().filter(answer | decision)


def board(officer: Officer, today: date) -> list[dict[str, Any]]:
    """What is owed when, in four groups; what is late stays on top."""
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    spans = (
        (_("已超期"), date.min, today - timedelta(days=1)),
        (_("本周"), today, sunday),
        (_("下周"), sunday + timedelta(days=1), sunday + timedelta(days=7)),
        (_("以后"), sunday + timedelta(days=8), date.max),
    )
    owed = owed_between(Source.objects.visible_to(officer), date.min, date.max).select_related("handler")[:500]
    rows = sorted(rows_of_sources(owed, today), key=lambda row: row.due.on if row.due else date.max)
    found = [
        {"title": title, "rows": [row for row in rows if row.due and first <= row.due.on <= last]}
        for title, first, last in spans
    ]
    return [group for group in found if group["rows"]]


def facts_of(source: Source) -> list[dict[str, Any]]:
    """Names and values of the page, without what is empty."""
    rows: list[tuple[Any, Any]] = [
        (_("来源"), f"{source.get_kind_display()}（{source.get_channel_display()}）"),
        (_("来文号或工单号"), source.outside_number),
        (_("收到时间"), f"{localtime(source.received_at):%Y-%m-%d %H:%M}"),
        (_("反映的内容"), source.content),
        (_("发生日期"), source.occurred_on and date_format(source.occurred_on)),
        (_("地点"), source.place),
        (_("车牌号"), source.plate),
        (_("被反映的单位或个人"), source.object_name),
        (_("名录库中的对象"), source.target and source.target.name),
        (_("反映违法行为"), _("是") if source.is_lead else _("否")),
        (
            _("承办"),
            source.handler and f"{source.handler.name}（{source.department.name if source.department else ''}）",
        ),
        (_("核查期限"), _clock(source.verify_due_on, source.verify_counted, source.verify_extension_reason)),
        (_("答复期限"), _clock(source.reply_due_on, source.reply_counted, source.reply_extension_reason)),
        (_("处理决定"), _decision(source)),
        (_("告知反映人"), source.told_on and date_format(source.told_on)),
        (
            _("答复"),
            source.replied_on
            and f"{date_format(source.replied_on)}（{source.get_reply_by_display()}）\n{source.reply}",
        ),
        (_("满意度"), source.satisfaction and source.get_satisfaction_display()),
        (_("办结"), source.closed_on and f"{date_format(source.closed_on)} {source.closing_note}"),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _clock(due: date | None, counted: str, extended: str) -> str:
    """The day, how it was counted, and why it was put off."""
    if due is None:
        return ""
    lines = [date_format(due), counted, _("已延长：%(reason)s") % {"reason": extended} if extended else ""]
    return "\n".join(line for line in lines if line)


def _decision(source: Source) -> str:
    if not source.decided_on or not source.decided_by:
        return ""
    who = f"{date_format(source.decided_on)} {source.decided_by.name}"
    return f"{source.get_decision_display()}（{who}）\n{source.decision_reason}"


def machine_facts(source: Source) -> list[dict[str, Any]]:
    """What the device recorded, what it lacked that day, and what came of the review."""
    one = getattr(source, "candidate", None)
    if one is None:
        return []
    lacked = one.equipment.faults_on(timezone.localdate(one.recorded_at))
    kilograms = _("%(total)d 千克，限值 %(limit)d 千克，%(axles)d 轴")
    weighed = {"total": one.total_kg or 0, "limit": one.limit_kg or 0, "axles": one.axles or 0}
    rows: list[tuple[Any, Any]] = [
        (_("设备"), str(one.equipment)),
        (_("记录编号"), one.record_number),
        (_("记录时间"), f"{localtime(one.recorded_at):%Y-%m-%d %H:%M:%S}"),
        (_("称重"), kilograms % weighed if one.total_kg else ""),
        (_("图像、录像的 SHA-256"), one.evidence_sha256),
        (_("设备在记录当日"), "\n".join(lacked) or _("审核、公布、标志、检定都符合要求")),
        (_("审核期限"), date_format(one.review_due_on)),
        (_("审核"), _reviewed(one)),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _reviewed(one: Any) -> str:
    if one.reviewed_on is None:
        return ""
    result = _("符合要求") if one.passed else _("不符合要求，退回")
    return f"{result}（{date_format(one.reviewed_on)} {one.reviewed_by.name}）\n{one.review_reason}"


def forwarding_rows(source: Source, today: date) -> list[dict[str, Any]]:
    return [
        {
            "one": one,
            "due": None if one.replied_on else due_by(one.reply_due_on, today, _("回复")),
            "url": "" if one.replied_on else reverse("inspections:answer-forwarding", args=[one.pk]),
        }
        for one in Forwarding.objects.filter(source=source).order_by("pk")
    ]


EXPORTED: tuple[tuple[Any, Any], ...] = (
    (gettext_lazy("编号"), str),
    (gettext_lazy("来源"), lambda one: one.get_kind_display()),
    (gettext_lazy("渠道"), lambda one: one.get_channel_display()),
    (gettext_lazy("来文号或工单号"), lambda one: one.outside_number),
    (gettext_lazy("收到时间"), lambda one: f"{localtime(one.received_at):%Y-%m-%d %H:%M}"),
    (gettext_lazy("反映的内容"), lambda one: one.content),
    (gettext_lazy("地点"), lambda one: one.place),
    (gettext_lazy("车牌号"), lambda one: one.plate),
    (gettext_lazy("被反映的单位或个人"), lambda one: one.object_name),
    (gettext_lazy("承办机构"), lambda one: one.department.name if one.department else ""),
    (gettext_lazy("核查期限"), lambda one: one.verify_due_on or ""),
    (gettext_lazy("处理决定"), lambda one: one.get_decision_display()),
    (gettext_lazy("决定日期"), lambda one: one.decided_on or ""),
    (gettext_lazy("案件"), lambda one: str(one.case) if one.case else ""),
    (gettext_lazy("答复期限"), lambda one: one.reply_due_on or ""),
    (gettext_lazy("答复日期"), lambda one: one.replied_on or ""),
    (gettext_lazy("满意度"), lambda one: one.get_satisfaction_display()),
    (gettext_lazy("办结日期"), lambda one: one.closed_on or ""),
)
"""No informant and nothing that leads to one."""


def as_csv(sources: Iterable[Source]) -> str:
    """Nothing that a person typed becomes a formula in somebody's spreadsheet."""
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow([str(title) for title, _value in EXPORTED])
    for one in sources:
        texts = [str(value(one)) for _title, value in EXPORTED]
        writer.writerow([f"'{text}" if text.startswith(FORMULA) else text for text in texts])
    return target.getvalue()
