"""Where does one fine lie among the fines of like cases? Pure numbers; nobody is named and nobody is ranked."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import quantiles

FEWEST = 5
"""Fewer say nothing about where the middle lies: they are counted and not summed up."""
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Spread:
    """count, and what is said of so many: quartiles by linear interpolation, both ends included."""

    count: int
    low: Decimal
    lower: Decimal
    median: Decimal
    upper: Decimal
    high: Decimal
    below: int
    """How many were fined less than this case is to be."""
    same: int
    above: int


def spread(fines: Iterable[Decimal], own: Decimal) -> Spread | None:
    """None where there are too few of them."""
    found = sorted(fines)
    if len(found) < FEWEST:
        return None
    lower, median, upper = (one.quantize(CENT, ROUND_HALF_UP) for one in quantiles(found, n=4, method="inclusive"))
    below, same = sum(one < own for one in found), found.count(own)
    return Spread(len(found), found[0], lower, median, upper, found[-1], below, same, above=len(found) - below - same)
