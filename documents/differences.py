"""What does a paper say otherwise than the one before it: field by field, word by word?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from documents.labels import LABELS, OTHER

# A number or a Latin word is one word; of Chinese every character is.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|\s+|.", re.DOTALL)
LONG = 4_000
"""Words above which the comparison takes frequent words for noise: exact is quadratic."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?")
OPENS, CLOSES = "\ue002", "\ue003"
MARKED = re.compile(f"{OPENS}([^{OPENS}{CLOSES}]*){CLOSES}")
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Piece:
    """A run of words: the same in both, gone, or new."""

    text: str
    mark: str = ""
    """"", "gone" or "new"."""


@dataclass(frozen=True)
class Change:
    """One field that reads otherwise now."""

    path: Path
    label: str
    pieces: tuple[Piece, ...]


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Every field whose words differ, in the order of the paper; old and new: stored contents of one form."""
    before, after = dict(_leaves(old, ())), dict(_leaves(new, ()))
    paths = list(dict.fromkeys([*after, *before]))
    return [
        Change(path, label_of(path), tuple(pieces(before.get(path, ""), after.get(path, ""))))
        for path in paths
        if before.get(path, "") != after.get(path, "")
    ]


def pieces(before: str, after: str) -> Iterator[Piece]:
    """The two texts in one, word by word."""
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > LONG)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("".join(new[j1:j2]))
            continue
        if i2 > i1:
            yield Piece("".join(old[i1:i2]), "gone")
        if j2 > j1:
            yield Piece("".join(new[j1:j2]), "new")


def label_of(path: Path) -> str:
    """处罚 2：违法行为; what a person calls the field."""
    parts: list[str | Promise] = []
    for step in path:
        if isinstance(step, int):
            parts[-1] = f"{parts[-1]} {step + 1}"
        else:
            parts.append(LABELS.get(step, OTHER))
    return _("：").join(dict.fromkeys(str(one) for one in parts))


def with_marks(content: Any, changes: list[Change], path: Path = ()) -> Any:
    """The typed content with what is new in its texts between two marks, which `marked` makes visible."""
    found = {change.path: change for change in changes}
    return _mark(content, found, path)


def marked(html: str) -> str:
    """The paper with its new words marked; html: made by render_html from `with_marks`."""
    shown = MARKED.sub(r'<mark class="slot">\1</mark>', html)
    return shown.replace(OPENS, "").replace(CLOSES, "")


def _mark(value: Any, found: dict[Path, Change], path: Path) -> Any:
    if isinstance(value, str) and path in found:
        return "".join(_between(one) for one in found[path].pieces if one.mark != "gone")
    if isinstance(value, tuple) and not _is_text(value):
        return tuple(_mark(one, found, (*path, place)) for place, one in enumerate(value))
    if is_dataclass(value) and not isinstance(value, type):
        named = {one.name: _mark(getattr(value, one.name), found, (*path, one.name)) for one in fields(value)}
        return replace(value, **named)
    return value


def _between(piece: Piece) -> str:
    # Line by line: a mark never runs over the end of a paragraph.
    lines = piece.text.split("\n")
    return "\n".join(f"{OPENS}{one}{CLOSES}" if piece.mark and one else one for one in lines)


def _is_text(value: Any) -> bool:
    return bool(value) and all(isinstance(one, str) for one in value)


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _leaves(one, (*path, name))
    elif isinstance(value, list) and not _is_text(value):
        for place, one in enumerate(value):
            yield from _leaves(one, (*path, place))
    else:
        yield path, _printed(value)


def _printed(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if value is None:
        return ""
    text = str(value)
    if DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return f"{day.year}年{day.month}月{day.day}日"
    if MOMENT.fullmatch(text):
        at = datetime.fromisoformat(text)
        return f"{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute:02}分"
    return text
