"""How does HTML of ours become the bytes of a PDF? This file, and what speeds it up, alone know WeasyPrint.

It knows no Django either: it runs in a process of its own that is given everything and may reach for nothing.
"""

from functools import lru_cache
from hashlib import sha256

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents import acceleration
from documents.printjob import Job

PDF_VARIANT = "pdf/a-2u"
"""For keeping (GB/T 18894, ISO 19005-2): fonts embedded, colours defined, every character with its meaning."""


class ForbiddenAddress(ValueError):
    """A paper asked for something that is not ours; WeasyPrint goes on without it."""


class OwnAssetsOnly(URLFetcher):
    """Answers for the images we made ourselves for this very paper; everything else is refused."""

    def __init__(self, *allowed: str) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.allowed = frozenset(allowed)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in self.allowed:
            raise ForbiddenAddress(url[:80])
        return super().fetch(url, headers)


def typeset(job: Job) -> bytes:
    """Equal jobs give equal bytes. The typefaces are those of the fontconfig file that the environment names."""
    fonts, style = engine(job.sheet)
    page = acceleration.page_class(job.html, job.sheet, job.more)(
        string=job.html, url_fetcher=OwnAssetsOnly(*job.images)
    )
    identifier = sha256(job.html.encode()).hexdigest()[:32].encode()
    styles = [style, CSS(string=job.more)] if job.more else [style]
    return bytes(
        page.write_pdf(
            stylesheets=styles,
            font_config=fonts,
            pdf_identifier=identifier,
            pdf_tags=False,
            pdf_variant=PDF_VARIANT,
        )
    )


@lru_cache(maxsize=8)
def engine(sheet: str) -> tuple[FontConfiguration, CSS]:
    acceleration.install()
    fonts = FontConfiguration()
    return fonts, CSS(string=sheet, font_config=fonts, url_fetcher=OwnAssetsOnly())
