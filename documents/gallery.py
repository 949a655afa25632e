"""What does the gallery say of each form, in which groups, and how does the first page of a sample look?"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

import pypdfium2
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.registry import FORMS, ON_A_ROLL, paper_form
from documents.rendering import PaperMeta, render_pdf
from law.forms import FormRule

MARK = "样张"
SAMPLES = ("shortest", "typical", "longest")
THUMB_PIXELS = 360
KEPT_SECONDS = 7 * 24 * 3600
Chapters = tuple[tuple[str, tuple[str, ...]], ...]
"""Title and form keys, in the order of the procedure."""

_asked: list[Callable[[], Chapters]] = []
_pdfium = Lock()  # PDFium keeps state of its own and bears one thread at a time.


@dataclass(frozen=True)
class SampleLink:
    label: str
    url: str


@dataclass(frozen=True)
class Card:
    key: str
    title: str
    marks: tuple[str, ...]
    thumb_url: str
    url: str
    samples: tuple[SampleLink, ...]


@dataclass(frozen=True)
class Group:
    anchor: str
    title: str
    cards: tuple[Card, ...]


def group_with(chapters: Callable[[], Chapters]) -> None:
    """Called once by the app that knows the procedure, when it is ready."""
    _asked[:] = [chapters]


def groups(wanted: str = "") -> list[Group]:
    """Every form whose name or ministry number answers to what is looked for; groups without one are left out."""
    found = []
    for place, (title, keys) in enumerate(_chapters()):
        cards = tuple(card_of(key) for key in keys if _answers(paper_form(key).rule, wanted))
        if cards:
            found.append(Group(f"group-{place}", title, cards))
    return found


def _chapters() -> Chapters:
    told = _asked[0]() if _asked else ()
    chapters = tuple((title, tuple(key for key in keys if key in FORMS)) for title, keys in told)
    named = {key for _title, keys in chapters for key in keys}
    rest = tuple(sorted(FORMS.keys() - named, key=lambda key: paper_form(key).rule.order))
    return (*chapters, (_("案卷"), rest))


def _answers(rule: FormRule, wanted: str) -> bool:
    wanted = wanted.strip()
    return wanted in rule.title or (wanted.isdigit() and int(wanted) == rule.ministry_no)


def card_of(key: str) -> Card:
    form = paper_form(key)
    names = {"shortest": _("最短"), "typical": _("常见"), "longest": _("最长")}
    return Card(
        key=key,
        title=form.rule.title,
        marks=marks_of(form.rule),
        thumb_url=reverse("documents:sample-thumb", args=[key, "typical"]),
        url=reverse("documents:sample", args=[key, "typical"]),
        samples=tuple(SampleLink(names[one], reverse("documents:sample", args=[key, one])) for one in SAMPLES),
    )


def marks_of(rule: FormRule) -> tuple[str, ...]:
    """How it is numbered, served, sealed, copied and bound, in a few words each."""
    volumes = {"main": _("正卷"), "secondary": _("副卷"), "register": _("不入卷")}
    marks = (
        _("部颁式样 %(number)d") % {"number": rule.ministry_no} if rule.ministry_no else _("辅助文书"),
        _("“%(series)s”字编号") % {"series": rule.series} if rule.series else "",
        _("须送达") if rule.served else "",
        _("须盖章") if rule.sealed else "",
        _("一式两份") if rule.copies == 2 else "",
        _("可打 80 mm") if rule.key in ON_A_ROLL else "",
        volumes[rule.volume],
    )
    return tuple(one for one in marks if one)


def first_page(key: str, name: str) -> bytes:
    """Page 1 of a sample as PNG; kept for a week. Raises UnknownForm, or KeyError for a sample that is not there."""
    content = paper_form(key).samples()[name]
    pdf_key = sha256(f"{key}/{name}/{content!r}".encode()).hexdigest()[:24]
    kept: bytes | None = cache.get(f"first-page-{pdf_key}")
    if kept is None:
        kept = _png(render_pdf(key, content, meta=PaperMeta(mark=MARK)))
        cache.set(f"first-page-{pdf_key}", kept, KEPT_SECONDS)
    return kept


def _png(pdf: bytes) -> bytes:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        page = document[0]
        picture = page.render(scale=THUMB_PIXELS / page.get_width()).to_pil().convert("L")
        document.close()
    packed = io.BytesIO()
    picture.quantize(16).save(packed, "PNG", optimize=True)
    return packed.getvalue()
