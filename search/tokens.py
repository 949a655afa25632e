"""Into which words is a text cut, so that any part of it leads back to it, on both databases alike?

A run of Chinese characters becomes its pairs (张三丰: 张三, 三丰), a run of letters and digits stays whole. What people
know only in part gets its parts too: numbers, plates, credit codes, the letters of a name in pinyin. An identity
number leaves nothing but its last four.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.initials import initials

HAN = "\u3400-\u9fff\U00020000-\U0003134f"
RUN = re.compile(f"[{HAN}]+|[0-9a-z]+")
PLATE = re.compile(f"[{HAN}][a-z][·•. -]?[0-9a-z{HAN}]{{5,7}}(?![0-9a-z])")
IDENTITY = re.compile(r"\d{15}|\d{17}[\dx]")
LONG_NUMBER = 15
"""From so many digits on a number in free text may be somebody's identity or account: only its last four are kept."""
LONGEST_TEXT = 3000
LONGEST_QUERY = 100
LONGEST_RUN = 40
BETWEEN = "/"
"""Stands between two texts, so that no word reaches from one into the next."""


def fold(text: str) -> str:
    """One form for full and half width, capitals and small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(text: str) -> Iterator[str]:
    """The words of a folded text in order."""
    for run in RUN.findall(text):
        if run[0].isascii():
            yield run[-4:] if len(run) >= LONG_NUMBER and run[: LONG_NUMBER - 1].isdigit() else run[:LONGEST_RUN]
        else:
            yield from pairs(run)


def pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    yield from (run[at : at + 2] for at in range(len(run) - 1))


def text_words(text: str) -> list[str]:
    return list(runs(fold(text[:LONGEST_TEXT])))


def number_words(number: str) -> list[str]:
    """A case's or a paper's number: its digits are found with and without zeros, from the front and from the back."""
    found = text_words(number)
    for run in re.findall(r"\d+", fold(number)):
        found += [*_ends(run, 2, 2), run.lstrip("0")]
    return [one for one in dict.fromkeys(found) if one]


def _ends(word: str, front: int, back: int) -> list[str]:
    """The word, what it begins with (from so many characters on) and what it ends with."""
    fronts = [word[:stop] for stop in range(front, len(word))]
    return [word, *fronts, *(word[start:] for start in range(1, len(word) - back + 1))]


def name_words(name: str) -> list[str]:
    """A name, and any two to eight letters of it in pinyin."""
    parts: dict[str, None] = {}
    for letters in initials(name):
        parts |= dict.fromkeys(letters[at : at + size] for size in range(2, 9) for at in range(len(letters) - size + 1))
        parts[letters] = None
    return [one for one in (*text_words(name), *parts) if len(one) > 1]


def plate_words(plate: str) -> list[str]:
    whole = plain_plate(plate)
    return [*_ends(whole, 4, 4), *_ends(whole[1:], 3, 4)] if len(whole) > 4 else [whole]


def plain_plate(plate: str) -> str:
    return "".join(one for one in fold(plate) if one.isalnum())


def code_words(code: str) -> list[str]:
    """A credit code: whole, its first six to ten, its last four to eight."""
    whole = fold(code)
    return [whole, *(whole[:size] for size in range(6, 11)), *(whole[-size:] for size in range(4, 9))] if code else []


def phone_words(phone: str) -> list[str]:
    digits = "".join(one for one in fold(phone) if one.isascii() and one.isdigit())
    return [digits, digits[-4:]] if len(digits) >= 7 else []


def identity_words(number: str) -> list[str]:
    """The last four, and nothing more: the index is copied more freely than the cases are."""
    return [fold(number)[-4:]] if len(number) >= 8 else []


def joined(texts: Iterable[list[str]]) -> str:
    """All texts of a case in one line, each once."""
    lines = dict.fromkeys(" ".join(one) for one in texts if one)
    return f" {BETWEEN} ".join(lines)


@dataclass(frozen=True)
class Wanted:
    """What somebody typed, cut like the texts."""

    phrases: tuple[str, ...]
    """Words that must follow each other in this order, each phrase somewhere."""
    identities: tuple[str, ...] = ()
    """Whole identity numbers: not in the index, looked up where they are kept."""

    @property
    def words(self) -> list[str]:
        return list(dict.fromkeys(word for phrase in self.phrases for word in phrase.split()))

    @property
    def is_empty(self) -> bool:
        return not self.phrases and not self.identities

    def is_met_by(self, words: str) -> bool:
        line = f" {words} "
        return all(f" {phrase} " in line for phrase in self.phrases)

    def touches(self, words: str) -> bool:
        """Does at least one of the phrases stand in it?"""
        line = f" {words} "
        return any(f" {phrase} " in line for phrase in self.phrases)


def wanted(query: str) -> Wanted:
    """Empty when nothing of it can be looked for: at least two characters are."""
    text = fold(query[:LONGEST_QUERY])
    identities = tuple(IDENTITY.fullmatch(run).group() for run in RUN.findall(text) if IDENTITY.fullmatch(run))
    phrases = [plain_plate(plate) for plate in PLATE.findall(text)]
    for run in RUN.findall(PLATE.sub(" ", text)):
        if run not in identities and len(run) > 1:
            phrases.append(run[:LONGEST_RUN] if run[0].isascii() else " ".join(pairs(run)))
    return Wanted(tuple(dict.fromkeys(phrases)), identities)
