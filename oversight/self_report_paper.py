"""How does the self-review report become an official paper, with the register of cases as its annex?"""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime

from documents.rendering import pdf_from_html
from officers.models import Bureau
from oversight.charts import line
from oversight.register import register
from oversight.self_report import SelfReport, basic_rows
from oversight.trend import trend

ENTRIES_PRINTED = 500
"""More belong in the workbook; the paper says so."""


def self_report_pdf(said: SelfReport) -> bytes:
    """Chinese whoever reads it. Raises MissingGlyph."""
    with translation.override("zh-hans"):
        bureau, points = Bureau.objects.first(), trend(said.report).points
        context = {
            "said": said,
            "basic": basic_rows(said),
            "entries": list(register(said.run, ENTRIES_PRINTED)),
            "bureau": bureau.name if bureau else "",
            "made_on": localtime(said.run.run_at).date(),
            "trend_points": points,
            "trend_line": line([(one.label, one.average) for one in points]),
        }
        return pdf_from_html(render_to_string("oversight/self_report_paper.html", context))
