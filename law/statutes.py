"""Which article was in force on a day, and what changed from one version of a statute to the next?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction

from law.citations import Citation
from law.laws import UnknownLaw, law
from law.models import Article, Statute
from law.statute_text import ParsedArticle, ParsedStatute, parse

__all__ = [
    "Changes",
    "Loaded",
    "StatuteError",
    "articles_in_force",
    "changed_articles",
    "load_statute",
    "parse",
    "passage",
]

ONE_DAY = timedelta(days=1)


class StatuteError(ValueError):
    """The text cannot be taken in as it is; the message says why, in Chinese."""


@dataclass(frozen=True)
class Changes:
    """Articles as printed (第六十三条), in the order of the text."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    repealed: tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    statute: Statute
    is_new: bool
    previous: Statute | None
    changes: Changes | None


def articles_in_force(citations: Iterable[Citation], on: date) -> dict[Citation, Article]:
    """The articles that these citations meant on a day, as far as they are loaded: one query for all of them."""
    wanted = set(citations)
    found = Article.objects.filter(
        statute__in=Statute.objects.in_force(on).filter(short__in={one.law for one in wanted}),
        number__in={one.article for one in wanted},
    ).select_related("statute")
    # Of two versions on one day the later one, being read last.
    known = {
        (one.statute.short, one.number, one.sub): one for one in found.order_by("statute__in_force_from", "-statute_id")
    }
    return {one: known[key] for one in wanted if (key := (one.law, one.article, one.sub)) in known}


def passage(article: Article, citation: Citation) -> str:
    """The words that the citation points at: its item, its paragraph, or the whole article."""
    paragraph = _cited_paragraph(article, citation)
    if paragraph is None:
        return article.text
    items = {item["number"]: str(item["text"]) for item in paragraph["items"]}
    return items.get(citation.item, str(paragraph["text"]))


def changed_articles(old: Statute, new: Statute) -> Changes:
    """Compared by number and by text without spaces: a new typesetting is no amendment."""
    before, after = _texts(old), _texts(new)
    return Changes(
        changed=tuple(str(each) for key, (each, text) in after.items() if key in before and before[key][1] != text),
        added=tuple(str(each) for key, (each, _) in after.items() if key not in before),
        repealed=tuple(str(each) for key, (each, _) in before.items() if key not in after),
    )


@transaction.atomic
def load_statute(
    content: bytes,
    *,
    title: str,
    in_force_from: date,
    in_force_until: date | None = None,
    short: str = "",
    version_label: str = "",
    source: str = "",
) -> Loaded:
    """Store a version; the same bytes a second time change nothing. Raises StatuteError.

    The version before it ends the day before; one loaded late ends the day before its successor.
    """
    digest = sha256(content).hexdigest()
    known = Statute.objects.filter(title=title, sha256=digest).first()
    if known is not None:
        return Loaded(known, False, _previous(known), None)
    if Statute.objects.filter(title=title, in_force_from=in_force_from).exists():
        raise StatuteError(f"《{title}》{in_force_from.isoformat()} 施行的版本已录入，内容不同，请核对施行日期。")
    parsed = _parse_or_refuse(content, title)
    statute = Statute.objects.create(
        title=title,
        short=short or _short_of(title),
        version_label=version_label,
        in_force_from=in_force_from,
        in_force_until=in_force_until or _day_before_successor(title, in_force_from),
        source=source,
        sha256=digest,
    )
    Article.objects.bulk_create(_article(statute, each) for each in parsed.articles)
    previous = _previous(statute)
    _close(previous, in_force_from)
    return Loaded(statute, True, previous, changed_articles(previous, statute) if previous else None)


def _cited_paragraph(article: Article, citation: Citation) -> dict[str, Any] | None:
    paragraphs: list[dict[str, Any]] = article.paragraphs
    if citation.paragraph:
        return paragraphs[citation.paragraph - 1] if citation.paragraph <= len(paragraphs) else None
    # An item cited without its paragraph (第六十三条第二项) stands in the first one that has items.
    return next((each for each in paragraphs if each["items"]), None) if citation.item else None


def _texts(statute: Statute) -> dict[tuple[int, int], tuple[Article, str]]:
    return {(each.number, each.sub): (each, "".join(each.text.split())) for each in statute.articles.all()}


def _parse_or_refuse(content: bytes, title: str) -> ParsedStatute:
    try:
        parsed = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as reason:
        raise StatuteError("文件不是 UTF-8 编码的纯文本。") from reason
    if not parsed.articles:
        raise StatuteError(f"在《{title}》中没有找到从“第一条”开始的条文。")
    if parsed.doubts:
        raise StatuteError("条号不连续，可能缺少条文：" + "；".join(parsed.doubts))
    return parsed


def _short_of(title: str) -> str:
    try:
        return law(title).key
    except UnknownLaw:
        return title


def _previous(statute: Statute) -> Statute | None:
    earlier = Statute.objects.filter(title=statute.title, in_force_from__lt=statute.in_force_from)
    return earlier.order_by("-in_force_from").first()


def _day_before_successor(title: str, on: date) -> date | None:
    later = Statute.objects.filter(title=title, in_force_from__gt=on).order_by("in_force_from").first()
    return later.in_force_from - ONE_DAY if later else None


def _close(previous: Statute | None, successor_from: date) -> None:
    if previous is None or (previous.in_force_until and previous.in_force_until < successor_from):
        return
    previous.in_force_until = successor_from - ONE_DAY
    previous.save(update_fields=["in_force_until"])


def _article(statute: Statute, parsed: ParsedArticle) -> Article:
    return Article(
        statute=statute,
        number=parsed.number,
        sub=parsed.sub,
        part=parsed.part,
        chapter=parsed.chapter,
        section=parsed.section,
        text=parsed.text,
        paragraphs=parsed.paragraphs,
    )
