"""What does nobody type, but somebody may send?"""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

NASTY = (
    "",
    " ",
    "\x00",
    "标\x00题",
    "\u202e反过来的文字\u202c",
    "１２３４５",
    "٣٤٥",
    "🚛🏽‍⚖️",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "=1+1",
    "{{ 7 }}{% csrf_token %}",
    "%(name)s %s {0}",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "-1",
    "-0.001",
    "1e999",
    "NaN",
    "Infinity",
    "99999999999999999999999999",
    "0x10",
    "999999999",
    "on",
    "yes",
    "2026-04-09",
    "2026-04-09T08:00",
    "\r\n\r\nX-Header: 1",
    "a" * 20_001,
    "汉" * 350_000,  # a little over one megabyte
    "\ufeff\u200b\u2028",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
)
MARK = "标记7f3a"
"""Typed into one text field of every form: it must stand in the page again when the form is refused."""


def each_somewhere(fields: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Forms filled with these so that each stands in some field once: few requests, none too large to be read."""
    for start in range(0, len(NASTY), len(fields)):
        yield {name: NASTY[(start + number) % len(NASTY)] for number, name in enumerate(fields)}


def values(choices: list[str]) -> st.SearchStrategy[str]:
    own = [st.sampled_from(choices)] if choices else []
    return st.one_of(*own, *own, st.sampled_from(NASTY), st.text(max_size=40).map(without_surrogates))


def without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def choices_of(field: Any) -> list[str]:
    """The keys that a select or radio field offers, groups opened; nothing for other fields."""
    found: list[str] = []
    for key, label in getattr(field, "choices", ()) or ():
        found += [str(one) for one, _label in label] if isinstance(label, list | tuple) else [str(key)]
    return found


def answers(fields: dict[str, Any]) -> st.SearchStrategy[dict[str, str]]:
    """A submission: any field nasty, lawful-looking or missing."""
    return st.fixed_dictionaries({}, optional={name: values(choices_of(field)) for name, field in fields.items()})
