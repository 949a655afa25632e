"""Given a pool and a seed, which objects are drawn, and which officers for each? The same answer always, on any machine.

Pure: no table, no clock, no chance of its own. docs/decisions/0014 says the same in words; scripts/verify_draw.py does
it again without a line of this file.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")
SPAN: int = 2**64
Pool = dict[str, Any]


class NobodyLeft(ValueError):
    """For this object too few officers may be drawn; the argument is its number."""


def canonical(value: Any) -> str:
    """One way to write a value down, so that its hash means it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def seed_of(pool_sha256: str, on: str, nonce: str) -> str:
    """Hexadecimal; the three parts each on a line of their own."""
    return digest(f"{pool_sha256}\n{on}\n{nonce}")


class Stream:
    """Numbers out of a seed, for one purpose: HMAC-SHA256 over label and counter, eight bytes of each."""

    def __init__(self, seed: str, label: str) -> None:
        self._key, self._label, self._count = bytes.fromhex(seed), label, 0

    def below(self, limit: int) -> int:
        """Each of 0 … limit-1 equally likely: what would favour the small ones is thrown away."""
        while True:
            message = f"{self._label}/{self._count}".encode()
            self._count += 1
            number = int.from_bytes(hmac.digest(self._key, message, "sha256")[:8], "big")
            if number < SPAN - SPAN % limit:
                return number % limit

    def choose(self, rows: Sequence[T], count: int) -> list[T]:
        """So many of them, in the order in which they were drawn (Fisher and Yates, stopped early)."""
        left = list(rows)
        for place in range(count):
            other = place + self.below(len(left) - place)
            left[place], left[other] = left[other], left[place]
        return left[:count]


def quota(pool: Pool, credit_class: str) -> int:
    """The share of all objects of the class in the register, rounded up; never more than there are to draw from."""
    to_draw: int = sum(one["class"] == credit_class for one in pool["objects"])
    all_of_them = to_draw + sum(one["class"] == credit_class for one in pool["objects_excluded"])
    permille: int = pool["permille"][credit_class]
    share: int = -(-all_of_them * permille // 1000)
    return min(share, to_draw)


def eligible(pool: Pool, object_id: int) -> list[int]:
    """Officers of the pool who need not keep away from this object, by number."""
    away = {officer for target, officer in pool["recusals"] if target == object_id}
    return sorted(one["id"] for one in pool["inspectors"] if one["id"] not in away)


def draw(pool: Pool, seed: str) -> dict[str, Any]:
    """Class by class the objects, then for each in turn its officers, always among those with the fewest so far.

    The first officer leads. Raises NobodyLeft.
    """
    drawn: list[dict[str, Any]] = []
    held = {one["id"]: 0 for one in pool["inspectors"]}
    for credit_class in pool["classes"]:
        ids = sorted(one["id"] for one in pool["objects"] if one["class"] == credit_class)
        for object_id in Stream(seed, f"objects/{credit_class}").choose(ids, quota(pool, credit_class)):
            team = _team(pool, seed, object_id, held)
            drawn.append({"id": object_id, "class": credit_class, "officers": team})
    return {"objects": drawn}


def _team(pool: Pool, seed: str, object_id: int, held: dict[int, int]) -> list[int]:
    stream, team = Stream(seed, f"officers/{object_id}"), list[int]()
    for _seat in range(pool["officers_per_object"]):
        free = [one for one in eligible(pool, object_id) if one not in team]
        if not free:
            raise NobodyLeft(object_id)
        fewest = min(held[one] for one in free)
        least_busy = [one for one in free if held[one] == fewest]
        found = least_busy[stream.below(len(least_busy))]
        held[found] += 1
        team.append(found)
    return team


def substitute(pool: Pool, seed: str, object_id: int, number: int, left_out: Sequence[int]) -> int:
    """Who takes the place of an officer who fell out: the object's substitution of that number.

    left_out: who is or was of the team, and whoever may not go on that day. Raises NobodyLeft.
    """
    free = [one for one in eligible(pool, object_id) if one not in left_out]
    if not free:
        raise NobodyLeft(object_id)
    return free[Stream(seed, f"substitute/{object_id}/{number}").below(len(free))]
