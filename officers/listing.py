"""How is a register shown: its headings, its rows, and what may be done with each?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Text = str | Promise
SHOWN = 200
"""Rows of a list that is not cut into pages; the newest come first."""


@dataclass(frozen=True)
class Link:
    title: Text
    url: str


@dataclass(frozen=True)
class Line:
    """The first cell names the row and carries the link."""

    cells: tuple[Any, ...]
    url: str = ""
    acts: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Table:
    headings: tuple[Text, ...]
    lines: list[Line] = field(default_factory=list)
    empty: Text = ""
    title: Text = ""

    @property
    def rows(self) -> Iterator[dict[str, Any]]:
        """Each cell with its heading, for the narrow screen."""
        for line in self.lines:
            named = list(zip(self.headings, line.cells, strict=True))
            yield {"head": named[0][1], "cells": named[1:], "url": line.url, "acts": line.acts}

    @property
    def has_acts(self) -> bool:
        return any(line.acts for line in self.lines)
