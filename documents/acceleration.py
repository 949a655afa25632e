"""Which parts of WeasyPrint do the same in less time here, and for which version is that proven?

Each entry of a list REPLACED stands for one function of WeasyPrint or of what it rests on, does what that does for
papers like ours, and hands everything else to it. tests/documents/test_acceleration.py prints the papers both ways and
compares the bytes. With any other version nothing is replaced, nor even imported; a line in the log says so, and papers
only take longer.
"""

import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any

import weasyprint
from weasyprint.text.ffi import harfbuzz_subset

PROVEN = {"weasyprint": "70.0", "pydyf": "0.13.0", "tinyhtml5": "2.1.0"}
PARTS = ("documents.acceleration_writing", "documents.acceleration_layout")

log = logging.getLogger("weasyprint")
_before: list[tuple[Any, str, Any]] = []


def install() -> bool:
    """Replace what is slow; says whether it did. Twice is once."""
    found = {name: version(name) for name in PROVEN}
    if found != PROVEN or harfbuzz_subset is None:
        log.error("Papers are laid out without acceleration: it is proven for %s, not for %s.", PROVEN, found)
        return False
    for owner, name, function in _replaced():
        place = owner if isinstance(owner, dict) else owner.__dict__
        if place[name] is not function:
            _before.append((owner, name, place[name]))
            _put(owner, name, function)
    return True


def _replaced() -> Iterator[tuple[Any, str, Any]]:
    for part in PARTS:
        yield from import_module(part).REPLACED


def page_class(*texts: str) -> type[Any]:
    """What reads the HTML, a weasyprint.HTML: given its text and its style sheets."""
    chosen: type[Any] = import_module(PARTS[1]).page_class(*texts) if _before else weasyprint.HTML
    return chosen


def remove() -> None:
    """WeasyPrint as its makers wrote it: for the comparison."""
    while _before:
        _put(*_before.pop())


def _put(owner: Any, name: str, function: Any) -> None:
    if isinstance(owner, dict):
        owner[name] = function
    else:
        setattr(owner, name, function)
