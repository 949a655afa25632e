"""How is an article of law named: in our data (行政处罚法:57.2(1)), in print and in a narrow column?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from law.laws import UnknownLaw, law
from law.numerals import to_chinese

# 行政处罚法:57.2(1) · 第十七条之一 = :17-1 · 第一项第二目 = (1.2) · an item without a paragraph = :63(2)
_NOTATION = re.compile(
    r"(?P<law>[^:;\s]+):(?P<article>\d+)(?:-(?P<sub>\d+))?(?:\.(?P<paragraph>\d+))?"
    r"(?:\((?P<item>\d+)(?:\.(?P<subitem>\d+))?\))?"
)


class BadCitation(ValueError):
    """The text is not in our notation, or names a law that laws.toml does not know."""


@dataclass(frozen=True)
class Citation:
    """One place in one law; a zero means that the citation does not go so deep."""

    law: str
    article: int
    sub: int = 0
    paragraph: int = 0
    item: int = 0
    subitem: int = 0

    def __str__(self) -> str:
        return f"《{law(self.law).title}》{self.article_text}{self.place_text}"

    @property
    def article_text(self) -> str:
        """第五十七条, 第十七条之一."""
        return f"第{to_chinese(self.article)}条" + (f"之{to_chinese(self.sub)}" if self.sub else "")

    @property
    def place_text(self) -> str:
        """第二款第一项: what stands inside the article, or nothing."""
        parts = ((self.paragraph, "款"), (self.item, "项"), (self.subitem, "目"))
        return "".join(f"第{to_chinese(number)}{unit}" for number, unit in parts if number)

    @property
    def short(self) -> str:
        """行政处罚法57条2款1项, for narrow columns and refusals."""
        sub = f"之{to_chinese(self.sub)}" if self.sub else ""
        parts = ((self.paragraph, "款"), (self.item, "项"), (self.subitem, "目"))
        return f"{self.law}{self.article}条{sub}" + "".join(f"{number}{unit}" for number, unit in parts if number)

    @property
    def key(self) -> str:
        """行政处罚法:57.2(1): what `cite` reads back."""
        sub = f"-{self.sub}" if self.sub else ""
        paragraph = f".{self.paragraph}" if self.paragraph else ""
        subitem = f".{self.subitem}" if self.subitem else ""
        item = f"({self.item}{subitem})" if self.item else ""
        return f"{self.law}:{self.article}{sub}{paragraph}{item}"


def cite(text: str) -> Citation:
    """Read one citation; an alias (处罚法:33) becomes the law's key. Raises BadCitation."""
    found = _NOTATION.fullmatch(text.strip())
    if found is None:
        raise BadCitation(f"{text!r} is not written like 行政处罚法:57.2(1)")
    numbers = {name: int(value or 0) for name, value in found.groupdict().items() if name != "law"}
    try:
        return Citation(law=law(found["law"]).key, **numbers)
    except UnknownLaw as reason:
        raise BadCitation(f"{text!r}: laws.toml has no law called {found['law']!r}") from reason


def cite_all(text: str) -> tuple[Citation, ...]:
    """Read citations separated by semicolons; empty text gives none."""
    return tuple(cite(part) for part in text.replace("；", ";").split(";") if part.strip())


def print_citations(citations: Iterable[Citation]) -> str:
    """As printed on a paper: each law once, each article once, 《甲法》第十条第一款、第二款，《乙法》第三条."""
    laws = []
    for _, same_law in groupby(citations, key=lambda each: each.law):
        articles = []
        of_law = list(same_law)
        for _, same_article in groupby(of_law, key=lambda each: (each.article, each.sub)):
            places = list(same_article)
            articles.append(places[0].article_text + "、".join(each.place_text for each in places if each.place_text))
        laws.append(f"《{law(of_law[0].law).title}》" + "、".join(articles))
    return "，".join(laws)
