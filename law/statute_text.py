"""How does the plain text of a statute fall into chapters, articles, paragraphs and items?"""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from law.numerals import NUMERAL, from_chinese, to_chinese

Level = Literal["part", "chapter", "section"]
_LEVELS: dict[str, Level] = {"编": "part", "章": "chapter", "节": "section"}

_ARTICLE = re.compile(rf"第(?P<number>{NUMERAL})条(?:之(?P<sub>{NUMERAL}))?(?P<space>[\s　]*)(?P<text>.*)")
_HEADING = re.compile(rf"第{NUMERAL}(?:分)?(?P<level>[编章节])(?:[\s　]+|$)")
# Judicial interpretations number their chapters 一、二、三; without the mark # that would also fit a paragraph.
_MARKED_HEADING = re.compile(rf"#+\s*{NUMERAL}、")
_ITEM = re.compile(rf"[（(](?P<number>{NUMERAL})[）)]\s*(?P<text>.*)")
_SUBITEM = re.compile(r"(?P<number>\d{1,2})[.．、]\s*(?P<text>\D.*)")


@dataclass
class ParsedArticle:
    """One article; paragraphs are {"text", "items": [{"number", "text", "subitems": [{"number", "text"}]}]}."""

    number: int
    sub: int = 0
    part: str = ""
    chapter: str = ""
    section: str = ""
    paragraphs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def label(self) -> tuple[int, int]:
        return self.number, self.sub

    @property
    def text(self) -> str:
        """Every line as it stood, without the article's own heading."""
        return "\n".join(line for paragraph in self.paragraphs for line in _lines_of(paragraph))


@dataclass(frozen=True)
class ParsedStatute:
    articles: tuple[ParsedArticle, ...]
    doubts: tuple[str, ...]
    """Lines written like an article's beginning whose number comes too early: an article may be missing."""


def parse(text: str) -> ParsedStatute:
    """Read a statute. Articles start at 第一条 and follow each other; whatever does not is part of the text."""
    reader = _Reader()
    for line in text.removeprefix("\ufeff").splitlines():
        if cleaned := line.strip(" \t　*"):
            reader.read(cleaned)
    return ParsedStatute(tuple(reader.articles), tuple(reader.doubts))


class _Reader:
    """Walks down the lines, knowing where it stands: under which headings, in which article."""

    def __init__(self) -> None:
        self.articles: list[ParsedArticle] = []
        self.doubts: list[str] = []
        self.headings: dict[Level, str] = {"part": "", "chapter": "", "section": ""}
        self.spaced: bool | None = None
        """Whether this text sets articles off with a space; the first article decides."""

    def read(self, line: str) -> None:
        article = _ARTICLE.fullmatch(line.lstrip("# "))
        if article is not None and self._begins_article(article, line):
            return
        if self._is_heading(line):
            return
        # Before the first article stand title, history and table of contents.
        if self.articles:
            _append_line(self.articles[-1].paragraphs, line.lstrip("# "))

    def _begins_article(self, found: re.Match[str], line: str) -> bool:
        label = (from_chinese(found["number"]), from_chinese(found["sub"]) if found["sub"] else 0)
        spaced = bool(found["space"]) or not found["text"]
        if self.spaced is None and label == (1, 0):
            self.spaced = spaced
        if self.spaced and not spaced:
            return False
        if not self._follows(label):
            if self.spaced and self.articles and label > self.articles[-1].label:
                self.doubts.append(line[:40])
            return False
        headings = self.headings
        self.articles.append(ParsedArticle(*label, headings["part"], headings["chapter"], headings["section"]))
        if found["text"]:
            _append_line(self.articles[-1].paragraphs, found["text"])
        return True

    def _follows(self, label: tuple[int, int]) -> bool:
        if not self.articles:
            return label == (1, 0)
        number, sub = self.articles[-1].label
        return label in ((number + 1, 0), (number, sub + 1))

    def _is_heading(self, line: str) -> bool:
        bare = line.lstrip("# ")
        found = _HEADING.match(bare)
        if found is not None:
            self._enter(_LEVELS[found["level"]], bare)
            return True
        if _MARKED_HEADING.match(line):
            self._enter("chapter", bare)
            return True
        return False

    def _enter(self, level: Level, heading: str) -> None:
        """A new part ends its chapter, a new chapter its section; the entries of a contents page are overwritten."""
        self.headings[level] = re.sub(r"[\s　]+", " ", heading)
        if level == "part":
            self.headings["chapter"] = ""
        if level != "section":
            self.headings["section"] = ""


def _append_line(paragraphs: list[dict[str, Any]], line: str) -> None:
    item = _ITEM.fullmatch(line)
    if item is not None and paragraphs:
        number = from_chinese(item["number"])
        paragraphs[-1]["items"].append({"number": number, "text": item["text"], "subitems": []})
        return
    subitem = _SUBITEM.fullmatch(line)
    if subitem is not None and paragraphs and paragraphs[-1]["items"]:
        subitems = paragraphs[-1]["items"][-1]["subitems"]
        subitems.append({"number": int(subitem["number"]), "text": subitem["text"]})
        return
    paragraphs.append({"text": line, "items": []})


def _lines_of(paragraph: dict[str, Any]) -> list[str]:
    lines = [paragraph["text"]]
    for item in paragraph["items"]:
        lines.append(f"（{to_chinese(item['number'])}）{item['text']}")
        lines += [f"{subitem['number']}.{subitem['text']}" for subitem in item["subitems"]]
    return lines
