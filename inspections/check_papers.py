"""Which papers come of a check, and from when can each be printed? (行政检查文书基本格式, 司法部)

The approval sheet from the application on, the notice once it is approved, the record of the scene once it has begun,
an order to put right as it was given. All are printed in Chinese and signed in ink.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format

from documents.rendering import pdf_from_html
from inspections.check_screens import cap_words, excuse_words, people_words
from inspections.models import Check, CheckOrder
from law.check_rules import CAP, NOTICE
from law.inspections import result_titles
from law.wording import wording
from officers.models import Bureau

REMEDIES = "remedy-clause-check-order"


@dataclass(frozen=True)
class Paper:
    template: str
    title: str
    fill: Callable[[Check], dict[str, Any]]
    is_ready: Callable[[Check], bool]


def paper_pdf(found: Check, key: str) -> bytes:
    """Raises KeyError for a paper there is not, MissingGlyph, RenderingFailed."""
    one = PAPERS[key]
    return _printed(one.template, _head(found) | {"title": one.title, "number": found.number} | one.fill(found))


def order_pdf(order: CheckOrder) -> bytes:
    """责令改正通知书. Raises MissingGlyph, RenderingFailed."""
    return _printed("inspections/checks_paper_order.html", order_of(order))


def order_of(order: CheckOrder) -> dict[str, Any]:
    head = _head(order.check_made)
    bureau = head["bureau"]
    remedies = wording(REMEDIES, order.ordered_on)
    return head | {
        "title": "责令改正通知书",
        "number": order.number,
        "order": order,
        "hazards": order.hazards.order_by("pk"),
        "remedies": remedies.format(reviewing_government=bureau.reviewing_government, court=bureau.court),
    }


def _printed(template: str, context: dict[str, Any]) -> bytes:
    with translation.override("zh-hans"):
        return pdf_from_html(render_to_string(template, context))


def _head(found: Check) -> dict[str, Any]:
    bureau = Bureau.objects.first()
    return {"check": found, "bureau": bureau, "people": people_words(found), "items": found.items.order_by("number")}


def approval_of(found: Check) -> dict[str, Any]:
    """What was asked, and what the head said; an urgent check shows why, and when it was made good."""
    return {
        "partners": found.partners.order_by("pk"),
        "cap": cap_words(found),
        "over_cap": excuse_words(CAP, found.over_cap_ground, found.over_cap_reason),
        "unnotified": excuse_words(NOTICE, found.unnotified_ground, found.unnotified_reason),
        "approved": _said(found.approved_by.name if found.approved_by else "", found.approved_on),
        "proposed": _said(found.proposed_by.name, found.proposed_on),
    }


def notice_of(found: Check) -> dict[str, Any]:
    return {"partners": found.partners.order_by("pk"), "day": found.planned_on}


def record_of(found: Check) -> dict[str, Any]:
    return {
        "answers": found.answers.order_by("pk"),
        "hazards": found.hazards.order_by("pk"),
        "partners": found.partners.order_by("pk"),
        "result": result_titles().get(found.result, ""),
    }


def _said(name: str, on: date | None) -> str:
    return f"{name} {date_format(on)}" if on else ""


PAPERS = {
    "approval": Paper("inspections/checks_paper_approval.html", "行政检查审批表", approval_of, lambda found: True),
    "notice": Paper(
        "inspections/checks_paper_notice.html", "行政检查通知书", notice_of, lambda found: found.approved_on is not None
    ),
    "record": Paper(
        "inspections/checks_paper_record.html", "现场检查笔录", record_of, lambda found: found.begun_on is not None
    ),
}


def papers_of(found: Check) -> list[tuple[str, str]]:
    """Key and title of those that can be printed now."""
    return [(key, one.title) for key, one in PAPERS.items() if one.is_ready(found)]
