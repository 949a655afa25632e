"""What does a source tell the lead of a case, so that nobody types it again?"""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate

from cases.models import Case
from inspections.models import Source

CASE_SOURCES = {
    Source.Kind.HOTLINE_12328: Case.Source.REPORT,
    Source.Kind.HOTLINE_OTHER: Case.Source.REPORT,
    Source.Kind.REPORT: Case.Source.REPORT,
    Source.Kind.COMPLAINT: Case.Source.REPORT,
    Source.Kind.TRANSFER: Case.Source.TRANSFER,
    Source.Kind.SUPERIOR: Case.Source.SUPERIOR,
    Source.Kind.CHECK: Case.Source.INSPECTION,
}
"""Which of the six sources of form 1 it is; the rest came by another way."""


def known_of(source: Source) -> dict[str, Any]:
    """By the names of the fields of cases.forms.lead.LeadForm; nothing about who reported it."""
    candidate = getattr(source, "candidate", None)
    occurred = localdate(candidate.recorded_at) if candidate else source.occurred_on
    return {
        "source": CASE_SOURCES.get(Source.Kind(source.kind), Case.Source.OTHER),
        "source_detail": f"{source.get_kind_display()} {source} {source.outside_number}".strip()[:120],
        "received_at": source.received_at,
        "cause": f"{source.object_name or source.plate}涉嫌"[:200] if source.object_name or source.plate else "",
        "occurred_on": occurred or source.received_on,
        "place": source.place,
        "summary": summary_of(source),
    }


def summary_of(source: Source) -> str:
    """The content and, each in a line, what the register knows besides."""
    told = [
        (source.content, ""),
        (source.plate, "车牌号："),
        (source.object_name, "被反映的单位或个人："),
    ]
    lines = [f"{label}{text}" for text, label in told if text]
    candidate = getattr(source, "candidate", None)
    if candidate and candidate.reviewed_on:
        who, on = candidate.reviewed_by.name, date_format(candidate.reviewed_on)
        lines.append(f"设备：{candidate.equipment}；记录编号：{candidate.record_number}；{on}经{who}审核符合要求。")
    return "\n".join(lines)
