"""What passes between a server process and the child that lays out its papers?"""

from dataclasses import dataclass

# An answer is one of these, the length of what follows, and what follows: a PDF or, after FAILED, a sentence.
READY = b"R"
PRINTED = b"P"
TOO_BIG = b"M"
FAILED = b"F"
LENGTH = 4


@dataclass(frozen=True)
class Job:
    """All that one paper needs: nothing is looked up, so nothing else can get in."""

    html: str
    sheet: str
    """The text of the style sheet, one of the few of documents/style: it is kept, parsed, for the next paper."""
    more: str = ""
    """Rules for this paper alone."""
    images: tuple[str, ...] = ()
    """The data URIs that may be read."""
