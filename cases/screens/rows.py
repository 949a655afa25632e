"""One line of a box on a page: what it is called, what it says, where it leads."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    label: str
    value: str
    url: str = ""
