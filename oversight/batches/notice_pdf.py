"""What does a rectification notice say, on the page and as a printed paper?"""

from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from documents.rendering import pdf_from_html
from officers.models import Bureau
from oversight.batches.followup import Rectification


def notice_context(notice: Rectification, today: date | None = None) -> dict[str, Any]:
    """Without a day nothing is said about what is overdue: the paper is the same on every day."""
    items = sorted(notice.items.all(), key=lambda one: one.pk)
    bureau = Bureau.objects.first()
    return {
        "notice": notice,
        "file": notice.file,
        "bureau_name": bureau.name if bureau else "",
        "overdue": today is not None and notice.is_overdue(today),
        "items": [
            {"item": one, "answers": sorted(one.answers.all(), key=lambda given: given.pk), "last": one.last_answer}
            for one in items
        ],
    }


def notice_pdf(notice: Rectification) -> bytes:
    """Chinese whoever reads it; it names what was asked for, not what was answered. Raises MissingGlyph."""
    with translation.override("zh-hans"):
        return pdf_from_html(render_to_string("oversight/batches/paper.html", notice_context(notice)))
