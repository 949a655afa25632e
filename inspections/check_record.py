"""How does a check become the record of the scene that the people there sign (现场检查笔录)?"""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from documents.rendering import pdf_from_html
from inspections.check_screens import people_words
from inspections.models import Check
from law.inspections import result_titles
from officers.models import Bureau


def record_pdf(found: Check) -> bytes:
    """Chinese whoever reads it. Raises MissingGlyph, RenderingFailed."""
    with translation.override("zh-hans"):
        return pdf_from_html(render_to_string("inspections/checks_paper.html", record_of(found)))


def record_of(found: Check) -> dict[str, Any]:
    bureau = Bureau.objects.first()
    return {
        "check": found,
        "bureau": bureau.name if bureau else "",
        "people": people_words(found),
        "items": found.items.order_by("number"),
        "answers": found.answers.order_by("pk"),
        "hazards": found.hazards.order_by("pk"),
        "partners": found.partners.order_by("pk"),
        "result": result_titles().get(found.result, ""),
    }
