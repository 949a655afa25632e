"""How does typed content become HTML and the same bytes of PDF every time?

Here the paper is written; it is laid out by documents/typesetting.py, in a limited process that documents/press.py keeps.
"""

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

from documents import typefaces
from documents.ink import with_signatures
from documents.press import RenderingFailed, print_job
from documents.printjob import Job
from documents.registry import ON_A_ROLL, paper_form
from documents.seals import seal_image

STYLESHEET = Path(__file__).resolve().parent / "style" / "paper.css"
ROLL = STYLESHEET.with_name("roll.css")
PNG = "data:image/png;base64,"
POINTS_PER_MM = 72 / 25.4
FOOT_MM = 6
QR_MASK = 3
"""Any of the eight can be read; weighing all of them takes longer than drawing the code."""


class MissingGlyph(ValueError):
    """No typeface can print these characters; the paper would show boxes instead of a name."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        named = "、".join(f"{character}（U+{ord(character):04X}）" for character in characters)
        super().__init__(f"以下字符没有可用的字形，文书无法打印：{named}")


CANNOT_PRINT = (MissingGlyph, RenderingFailed)
"""What is wrong with the paper itself, in words for the officer who drew it up."""


@dataclass(frozen=True)
class PaperMeta:
    """What stands on the paper besides its content."""

    number: str = ""
    """文号 of an issued paper with a series of its own."""
    mark: str = ""
    """试打, 样张, 已作废 … at the head of each page."""
    verify_url: str = ""
    follows: str = ""
    """承接: the record's entry before it, in groups; printed beside the code."""
    sealed: bool = False
    signatures: tuple[tuple[str, str], ...] = ()
    """(name, picture) of the officers who signed it with their stored signatures."""


def render_html(form_key: str, content: Any, *, meta: PaperMeta, stylesheets: tuple[str, ...] = ()) -> str:
    """The paper as HTML; `stylesheets` are addresses for a browser, the PDF needs none."""
    return _html(form_key, _visible(content), meta, _images(content, meta), stylesheets)


def render_pdf(form_key: str, content: Any, *, meta: PaperMeta) -> bytes:
    """The paper as PDF; equal arguments give equal bytes. Raises MissingGlyph, RenderingFailed."""
    images = _images(content, meta)
    return pdf_from_html(_html(form_key, _visible(content), meta, images, ()), *images.values())


def render_roll(form_key: str, content: Any, *, meta: PaperMeta) -> bytes:
    """The same content for a roll printer of 80 mm: one page as long as its text. Raises the same."""
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
    """Lay out HTML of ours; only the given data URIs are read. Raises MissingGlyph, RenderingFailed."""
    if lost := typefaces.missing(html):
        raise MissingGlyph(lost)
    return print_job(Job(html=html, sheet=_text(sheet), more=more, images=tuple(image for image in images if image)))


@cache
def template_version(form_key: str) -> str:
    """Digest of the template, the frame and the stylesheet that print this form today."""
    names = (paper_form(form_key).template, "documents/paper.html")
    sources = [get_template(name).template.source for name in names]  # type: ignore[attr-defined]
    return sha256("\0".join([*sources, STYLESHEET.read_text()]).encode()).hexdigest()[:12]


@cache
def _text(sheet: Path) -> str:
    return sheet.read_text()


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
        code = segno.make(meta.verify_url, error="m", micro=False, mask=QR_MASK)
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
