"""Which seal goes over the issuer's name: the bureau's own image, a sample that says so, or none?"""

import base64
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

RADIUS = 78
SWEEP = 250
"""Degrees of the ring that the name fills; the gap is at the foot."""


@dataclass(frozen=True)
class RingCharacter:
    character: str
    angle: str
    """Degrees clockwise from the top, as text: SVG wants a point, whatever the language."""


def ring(name: str) -> list[RingCharacter]:
    step = min(SWEEP / max(len(name) - 1, 1), 30)
    first = -step * (len(name) - 1) / 2
    return [RingCharacter(character, f"{first + step * i:.2f}") for i, character in enumerate(name)]


def star() -> str:
    """Points of a five-pointed star around the origin."""
    corners = []
    for i in range(10):
        radius, angle = (26 if i % 2 == 0 else 10), math.radians(36 * i - 90)
        corners.append(f"{radius * math.cos(angle):.2f},{radius * math.sin(angle):.2f}")
    return " ".join(corners)


@lru_cache(maxsize=32)
def sample_seal(name: str) -> str:
    """A data URI of a drawn seal marked 样章; never good for a real paper."""
    svg = render_to_string("documents/seal.svg", {"ring": ring(name), "star": star(), "radius": RADIUS})
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def seal_image(name: str) -> str:
    """The seal for an issued paper as a data URI, "" when the paper is sealed by hand."""
    own: Path | None = settings.SEAL_IMAGE
    if own:
        return "data:image/png;base64," + base64.b64encode(own.read_bytes()).decode()
    return sample_seal(name) if settings.SAMPLE_SEAL else ""
