"""How does typed content become HTML and the same bytes of PDF every time? The only module that knows WeasyPrint."""

import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import Any

import pypdfium2
import segno
from django.template.loader import get_template, render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents import typefaces
from documents.ink import with_signatures
from documents.registry import ON_A_ROLL, paper_form
from documents.seals import seal_image

STYLESHEET = Path(__file__).resolve().parent / "style" / "paper.css"
ROLL = STYLESHEET.with_name("roll.css")
PNG = "data:image/png;base64,"
POINTS_PER_MM = 72 / 25.4
FOOT_MM = 6
PDF_VARIANT = "pdf/a-2u"
"""For keeping (GB/T 18894, ISO 19005-2): fonts embedded, colours defined, every character with its meaning."""


class MissingGlyph(ValueError):
    """No typeface can print these characters; the paper would show boxes instead of a name."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        named = "、".join(f"{character}（U+{ord(character):04X}）" for character in characters)
        super().__init__(f"以下字符没有可用的字形，文书无法打印：{named}")


class ForbiddenAddress(ValueError):
    """A paper asked for something that is not ours; WeasyPrint goes on without it."""


@dataclass(frozen=True)
class PaperMeta:
    """What stands on the paper besides its content."""

    number: str = ""
    """文号 of an issued paper with a series of its own."""
    mark: str = ""
    """试打, 样张, 已作废 … at the head of each page."""
    verify_url: str = ""
    sealed: bool = False
    signatures: tuple[tuple[str, str], ...] = ()
    """(name, picture) of the officers who signed it with their stored signatures."""


class OwnAssetsOnly(URLFetcher):
    """Answers for the images we made ourselves for this very paper; everything else is refused."""

    def __init__(self, *allowed: str) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.allowed = frozenset(allowed)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url not in self.allowed:
            raise ForbiddenAddress(url[:80])
        return super().fetch(url, headers)


def render_html(form_key: str, content: Any, *, meta: PaperMeta, stylesheets: tuple[str, ...] = ()) -> str:
    """The paper as HTML; `stylesheets` are addresses for a browser, the PDF needs none."""
    return _html(form_key, _visible(content), meta, _images(content, meta), stylesheets)


def render_pdf(form_key: str, content: Any, *, meta: PaperMeta) -> bytes:
    """The paper as PDF; equal arguments give equal bytes. Raises MissingGlyph."""
    images = _images(content, meta)
    return pdf_from_html(_html(form_key, _visible(content), meta, images, ()), *images.values())


def render_roll(form_key: str, content: Any, *, meta: PaperMeta) -> bytes:
    """The same content for a roll printer of 80 mm: one page as long as its text. Raises MissingGlyph."""
    images = _images(content, meta)
    context = _context(form_key, _visible(content), meta, images, ())
    html = render_to_string(ON_A_ROLL[form_key], context)
    tall = pdf_from_html(html, *images.values(), sheet=ROLL, more="@page { size: 80mm 3000mm }")
    return pdf_from_html(
        html, *images.values(), sheet=ROLL, more=f"@page {{ size: 80mm {_used_mm(tall) + FOOT_MM}mm }}"
    )


def _used_mm(tall: bytes) -> int:
    """How much of the one tall page is printed; the last thing on a roll is always text."""
    document = pypdfium2.PdfDocument(tall)
    page = document[0]
    text = page.get_textpage()
    lowest = min(text.get_charbox(index)[1] for index in range(text.count_chars()))
    used = page.get_height() - lowest
    text.close()
    document.close()
    return ceil(float(used) / POINTS_PER_MM)


def pdf_from_html(html: str, *images: str, sheet: Path = STYLESHEET, more: str = "") -> bytes:
    """Lay out HTML of ours; only the given data URIs are read. Raises MissingGlyph."""
    if lost := typefaces.missing(html):
        raise MissingGlyph(lost)
    fonts, style = _engine(sheet)
    page = HTML(string=html, url_fetcher=OwnAssetsOnly(*images))
    identifier = sha256(html.encode()).hexdigest()[:32].encode()
    styles = [style, CSS(string=more)] if more else [style]
    return bytes(
        page.write_pdf(
            stylesheets=styles,
            font_config=fonts,
            pdf_identifier=identifier,
            pdf_tags=False,
            pdf_variant=PDF_VARIANT,
        )
    )


@cache
def template_version(form_key: str) -> str:
    """Digest of the template, the frame and the stylesheet that print this form today."""
    names = (paper_form(form_key).template, "documents/paper.html")
    sources = [get_template(name).template.source for name in names]  # type: ignore[attr-defined]
    return sha256("\0".join([*sources, STYLESHEET.read_text()]).encode()).hexdigest()[:12]


@cache
def _engine(sheet: Path = STYLESHEET) -> tuple[FontConfiguration, CSS]:
    typefaces.use_private_fontconfig()
    fonts = FontConfiguration()
    return fonts, CSS(string=sheet.read_text(), font_config=fonts, url_fetcher=OwnAssetsOnly())


def _html(form_key: str, content: Any, meta: PaperMeta, images: dict[str, str], stylesheets: tuple[str, ...]) -> str:
    html = render_to_string(paper_form(form_key).template, _context(form_key, content, meta, images, stylesheets))
    return with_signatures(html, meta.signatures)


def _context(
    form_key: str, content: Any, meta: PaperMeta, images: dict[str, str], stylesheets: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "title": paper_form(form_key).rule.title,
        "paper": content,
        "meta": meta,
        "images": images,
        "stylesheets": stylesheets,
    }


def _images(content: Any, meta: PaperMeta) -> dict[str, str]:
    images = {"qr": "", "seal": "", "signature": ""}
    if meta.verify_url:
        code = segno.make(meta.verify_url, error="m", micro=False)
        images["qr"] = code.svg_data_uri(border=0, nl=False, encode_minimal=True)
    letterhead = getattr(content, "letterhead", None)
    if meta.sealed and letterhead:
        images["seal"] = seal_image(letterhead.seal_name or letterhead.bureau)
    drawn = getattr(content, "signature", "")
    if isinstance(drawn, str) and drawn.startswith(PNG):
        images["signature"] = drawn
    return images | {f"signed by {name}": picture for name, picture in meta.signatures}


def _visible(value: Any) -> Any:
    """Drop control and format characters: they print nothing and could turn the reading order around."""
    if isinstance(value, str):
        return "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    if isinstance(value, tuple):
        return tuple(_visible(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _visible(getattr(value, field.name)) for field in fields(value)})
    return value
