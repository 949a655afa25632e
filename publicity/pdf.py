"""How does a published decision become a PDF that was never anything else than public?"""

from django.template.loader import render_to_string
from django.utils import translation

from documents.rendering import pdf_from_html
from publicity.register import PublishedDecision
from publicity.screens import decision_page


def decision_pdf(one: PublishedDecision) -> bytes:
    """Made anew from the portal's own table; in Chinese whoever reads it. Raises MissingGlyph, RenderingFailed."""
    with translation.override("zh-hans"):
        return pdf_from_html(render_to_string("publicity/paper.html", decision_page(one)))
