"""Where do the points of a line and the parts of a box stand in a drawing that the server makes?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor
from typing import Any

from law.fairness import Box

WIDTH, HEIGHT = 360, 150
TOP, BOTTOM, SIDE = 24, 120, 30
LEAST_SPAN = 5
"""Points of a score: a smaller span would make a mountain of a tenth."""


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    value: str
    label: str


@dataclass(frozen=True)
class Line:
    """dots: what is known; strokes: pieces of the line, broken where a period is not known."""

    dots: tuple[Dot, ...]
    strokes: tuple[str, ...]
    labels: tuple[Dot, ...]
    low: int
    high: int
    width: int = WIDTH
    height: int = HEIGHT


def line(values: Sequence[tuple[str, Decimal | None]], ceiling: int = 100) -> Line:
    """The points from left to right, between a floor below the lowest and the ceiling above the highest."""
    known = [one for _label, one in values if one is not None]
    low = max(min(floor(min(known, default=Decimal(0))) - 1, ceiling - LEAST_SPAN), 0)
    step = (WIDTH - 2 * SIDE) / max(len(values) - 1, 1)
    places = [SIDE + number * step for number in range(len(values))]
    dots, strokes, stroke = [], [], []
    for x, (label, value) in zip(places, values, strict=True):
        if value is None:
            strokes.append(stroke)
            stroke = []
            continue
        y = BOTTOM - (BOTTOM - TOP) * float(value - low) / (ceiling - low)
        dots.append(Dot(f"{x:.1f}", f"{y:.1f}", str(value), label))
        stroke.append(f"{x:.1f},{y:.1f}")
    strokes.append(stroke)
    labels = tuple(
        Dot(f"{x:.1f}", str(HEIGHT - 8), "", label) for x, (label, _value) in zip(places, values, strict=True)
    )
    return Line(tuple(dots), tuple(" ".join(one) for one in strokes if len(one) > 1), labels, low, ceiling)


def box_marks(box: Box, outliers: Sequence[Decimal]) -> dict[str, Any]:
    """Where the box, its median and what stands out are drawn, in percents from the lowest to the highest fine."""
    room = (box.high - box.low) or Decimal(1)

    def place(fine: Decimal) -> str:
        return f"{100 * (fine - box.low) / room:.1f}"

    marks: dict[str, Any] = {name: place(getattr(box, name)) for name in ("low", "lower", "median", "upper", "high")}
    return marks | {
        "width": f"{100 * (box.upper - box.lower) / room:.1f}",
        "outliers": sorted({place(fine) for fine in outliers}),
    }
