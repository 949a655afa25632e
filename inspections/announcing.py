"""Who must hear at once of what happens to registers, plans and draws, without these knowing who that is?

The portal stands above: it registers here, and is told within the same transaction, so that a pool is public before
anybody can go on (docs/decisions/0014).
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspections.models import Draw

Hear = Callable[["Draw"], None]
Compile = Callable[[date], None]
Look = Callable[[str], Iterable[str]]

_of_draws: list[Hear] = []
_of_registers: list[Compile] = []
_looks: list[Look] = []


def on_draw(hear: Hear) -> None:
    """Called once, when the app that shows draws is ready."""
    if hear not in _of_draws:
        _of_draws.append(hear)


def on_registers(hear: Compile) -> None:
    if hear not in _of_registers:
        _of_registers.append(hear)


def look_through(look: Look) -> None:
    """A question to every text that everybody will read: sentences on what it says too much."""
    if look not in _looks:
        _looks.append(look)


def announce(draw: "Draw") -> None:
    for hear in _of_draws:
        hear(draw)


def announce_registers(on: date) -> None:
    for hear in _of_registers:
        hear(on)


def says_too_much(text: str) -> list[str]:
    return [sentence for look in _looks for sentence in look(text)]
