"""Which files of a list does a seed draw, so that a stranger with the list and the seed draws the same?

The method, to be replayed without this program (docs/review-sampling.md shows it with an example):

1. The frame is the list of all files, ordered by case id. Each line is `case,unit,procedure` and ends with a line
   feed; the SHA-256 of these lines, as 64 hexadecimal digits, is the digest of the frame.
2. Files of one unit and one procedure are one stratum. Strata are ordered by unit, then by procedure.
3. A sample of n files is spread over the strata: if there are at most n strata, each gets one first. The rest is
   shared in proportion to the files that each stratum has left, by the largest remainder; between equal remainders
   the earlier stratum comes first.
4. The ticket of a file is the SHA-256 of `seed:digest:case`. Of each stratum the files with the smallest tickets,
   read as hexadecimal numbers, are drawn.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Stratum = tuple[int, str]


@dataclass(frozen=True)
class Entry:
    """One file of the frame."""

    case: int
    unit: int
    procedure: str

    @property
    def stratum(self) -> Stratum:
        return self.unit, self.procedure

    @property
    def line(self) -> str:
        return f"{self.case},{self.unit},{self.procedure}\n"


@dataclass(frozen=True)
class Share:
    """How many of a stratum's files are drawn."""

    unit: int
    procedure: str
    files: int
    drawn: int


def digest_of(frame: Sequence[Entry]) -> str:
    return hashlib.sha256("".join(one.line for one in frame).encode()).hexdigest()


def ticket_of(seed: str, digest: str, case: int) -> str:
    return hashlib.sha256(f"{seed}:{digest}:{case}".encode()).hexdigest()


def in_order(frame: Sequence[Entry]) -> list[Entry]:
    return sorted(frame, key=lambda one: one.case)


def shares_of(frame: Sequence[Entry], size: int | None) -> list[Share]:
    """How a sample is spread over the strata; without a size, or with one beyond the frame, everything is drawn."""
    counted: dict[Stratum, int] = defaultdict(int)
    for one in frame:
        counted[one.stratum] += 1
    if size is None or size >= len(frame):
        drawn: Mapping[Stratum, int] = counted
    else:
        drawn = _spread(dict(sorted(counted.items())), size)
    return [Share(*stratum, counted[stratum], drawn[stratum]) for stratum in sorted(counted)]


def _spread(counted: dict[Stratum, int], size: int) -> dict[Stratum, int]:
    first = 1 if len(counted) <= size else 0
    left = size - first * len(counted)
    room = sum(counted.values()) - first * len(counted)
    # Fractions: between equal remainders nothing but the order of the strata may decide.
    quotas = {one: Fraction(left * (files - first), room) for one, files in counted.items()}
    drawn = {one: first + int(quota) for one, quota in quotas.items()}
    by_remainder = sorted(quotas, key=lambda one: (int(quotas[one]) - quotas[one], one))
    for one in by_remainder[: size - sum(drawn.values())]:
        drawn[one] += 1
    return drawn


def draw(frame: Sequence[Entry], seed: str, size: int | None) -> list[int]:
    """The ids of the cases drawn, ascending."""
    ordered = in_order(frame)
    digest = digest_of(ordered)
    found: list[int] = []
    for share in shares_of(ordered, size):
        members = [one.case for one in ordered if one.stratum == (share.unit, share.procedure)]
        members.sort(key=lambda case: ticket_of(seed, digest, case))
        found += members[: share.drawn]
    return sorted(found)
