"""How does a report become an official paper of A4 pages?"""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime

from documents.rendering import pdf_from_html
from officers.models import Bureau
from oversight import figures
from oversight.places import paper_title, short_article
from oversight.report import Report
from oversight.workbook import method_rows, summary_rows

FINDINGS_PRINTED = 300
"""More belong in the workbook; the paper says so."""


def report_pdf(report: Report) -> bytes:
    """Chinese whoever reads it; equal reports give equal bytes. Raises MissingGlyph."""
    with translation.override("zh-hans"):
        return pdf_from_html(render_to_string("oversight/paper.html", paper_context(report)))


def paper_context(report: Report) -> dict[str, Any]:
    findings = figures.every_finding(report)
    bureau = Bureau.objects.first()
    return {
        "report": report,
        "bureau": bureau.name if bureau else "",
        "made_on": localtime(report.made_at).date(),
        "summary": summary_rows(report),
        "units": figures.by_unit(report),
        "items": figures.by_item(report),
        "findings": [
            {
                "number": number,
                "file": file,
                "one": one,
                "article": short_article(one.basis),
                "paper": paper_title(one.form),
            }
            for number, (file, one) in enumerate(findings[:FINDINGS_PRINTED], start=1)
        ],
        "findings_count": len(findings),
        "method": method_rows(report),
    }
