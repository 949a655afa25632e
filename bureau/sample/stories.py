"""Whole cases, as transport bureaus publish them; people and firms are invented."""

from bureau.sample.dangerous_goods import CHEMICALS, dangerous_goods
from bureau.sample.first_offence import TRUCKER, first_offence
from bureau.sample.overload import FIRM, overload
from bureau.sample.printing_plates import ENGRAVER, printing_plates

__all__ = [
    "CHEMICALS",
    "ENGRAVER",
    "FIRM",
    "TRUCKER",
    "dangerous_goods",
    "first_offence",
    "overload",
    "printing_plates",
]
