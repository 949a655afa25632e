"""Is every object and every inspector drawn equally often, and does a draw follow from pool and nonce alone?"""

import hashlib
import hmac
from collections import Counter

import pytest

from inspections.drawing import NobodyLeft, Stream, digest, draw, quota, seed_of, substitute
from tests.inspections.pools import NONCE, pool

DRAWS = 20_000


def chi_square(counts: list[int]) -> float:
    expected = sum(counts) / len(counts)
    return sum((one - expected) ** 2 / expected for one in counts)


def test_over_twenty_thousand_draws_nobody_is_favoured() -> None:
    """χ², in whole draws of an own seed each.

    The counts of one draw are not independent: k of n without replacement vary less by (n-k)/(n-1) than the multinomial,
    so that χ²·(n-1)/(n-k) has n-1 degrees of freedom. Critical values at 0.1 %: 27.88 (9), 20.52 (5), 24.32 (7). The
    seeds are fixed, so the test answers the same each time.
    """
    drawn = pool({"warned": 10, "broken": 6}, 8)
    warned, broken, leads, members = Counter[int](), Counter[int](), Counter[int](), Counter[int]()
    for number in range(DRAWS):
        for one in draw(drawn, digest(f"seed {number}"))["objects"]:
            (warned if one["class"] == "warned" else broken)[one["id"]] += 1
            if one["class"] == "warned":
                leads[one["officers"][0]] += 1
                members.update(one["officers"])
    assert sum(warned.values()) == DRAWS and sum(broken.values()) == 3 * DRAWS
    assert chi_square([warned[one] for one in range(1, 11)]) < 27.88
    assert chi_square([broken[one] for one in range(11, 17)]) * 5 / 3 < 20.52
    assert chi_square([leads[one] for one in range(901, 909)]) < 24.32
    assert chi_square([members[one] for one in range(901, 909)]) * 7 / 6 < 24.32


def test_a_biased_choice_would_be_noticed() -> None:
    """The same χ² of a choice that takes the first one in a hundred draws too often."""
    counts = Counter(0 if number % 100 == 0 else Stream(digest(f"{number}"), "x").below(10) for number in range(DRAWS))
    assert chi_square([counts[one] for one in range(10)]) > 27.88


def test_the_remainder_is_not_favoured() -> None:
    """2**64 = 5 · 3689348814741910323 + 1: the one number left over is thrown away, as are those beyond 3 · 2**62."""
    limit = 3 * 2**62
    stream = Stream(digest("x"), "wide")
    found = [stream.below(limit) for _one in range(400)]
    assert max(found) < limit
    # Without rejection, the first third would come twice as often as the others: 200 of 400 instead of 133.
    assert sum(one < 2**62 for one in found) < 170


def by_hand(seed: str, label: str, counter: int) -> int:
    mac = hmac.new(bytes.fromhex(seed), f"{label}/{counter}".encode(), hashlib.sha256).digest()
    return int.from_bytes(mac[:8], "big")


def test_a_small_draw_is_what_the_protocol_says_step_by_step() -> None:
    """Three failing firms, three inspectors, one kept away: written out as docs/decisions/0014 tells it."""
    small = pool({"broken": 3}, 3, recusals=[[1, 901], [2, 901], [3, 901]])
    seed = "00" * 32
    # Half of three, rounded up: two. First place among three, second among two.
    order = [1, 2, 3]
    first = by_hand(seed, "objects/broken", 0) % 3
    order[0], order[first] = order[first], order[0]
    second = 1 + by_hand(seed, "objects/broken", 1) % 2
    order[1], order[second] = order[second], order[1]
    expected = []
    for target in order[:2]:
        # 902 and 903 only; both hold as many before each object.
        team = [902, 903]
        if by_hand(seed, f"officers/{target}", 0) % 2 == 1:
            team.reverse()
        expected.append({"id": target, "class": "broken", "officers": team})
    assert draw(small, seed) == {"objects": expected}
    # And written down once, so that another version of the program cannot draw otherwise unnoticed.
    assert draw(small, seed) == {
        "objects": [
            {"id": 3, "class": "broken", "officers": [903, 902]},
            {"id": 2, "class": "broken", "officers": [903, 902]},
        ]
    }


def test_the_seed_binds_pool_day_and_nonce() -> None:
    expected = hashlib.sha256(f"{'ab' * 32}\n2026-03-10\n{NONCE}".encode()).hexdigest()
    assert seed_of("ab" * 32, "2026-03-10", NONCE) == expected
    assert len({seed_of("ab" * 32, day, nonce) for day in ("2026-03-10", "2026-03-11") for nonce in "ab"}) == 4


@pytest.mark.parametrize(
    ("name", "count", "drawn"),
    [
        ("trusted", 100, 1),
        ("trusted", 101, 2),
        ("trusted", 3, 1),
        ("ordinary", 20, 1),
        ("ordinary", 21, 2),
        ("warned", 10, 1),
        ("broken", 5, 3),
        ("gravely_broken", 5, 4),
        ("gravely_broken", 1, 1),
        ("warned", 0, 0),
    ],
)
def test_the_share_is_rounded_up_to_a_whole_object(name: str, count: int, drawn: int) -> None:
    assert quota(pool({name: count}, 2), name) == drawn


def test_the_share_is_of_the_register_and_not_of_what_is_left() -> None:
    """Of 20 that stand in the register 15 are at their cap: a tenth of 20 are drawn, of 30 with 28 at theirs the two left."""
    out = [{"id": 100 + one, "class": "warned", "reason": "cap"} for one in range(28)]
    assert quota(pool({"warned": 5}, 2, objects_excluded=out[:15]), "warned") == 2
    assert quota(pool({"warned": 2}, 2, objects_excluded=out), "warned") == 2


def test_work_is_spread_evenly() -> None:
    many = draw(pool({"gravely_broken": 50}, 9), digest("even"))
    held = Counter(officer for one in many["objects"] for officer in one["officers"])
    assert len(many["objects"]) == 40 and sorted(held.values()) == [8] + [9] * 8


def test_who_keeps_away_is_never_drawn_for_that_object() -> None:
    kept = pool({"gravely_broken": 10}, 3, recusals=[[one, 901] for one in range(1, 11)])
    for number in range(50):
        assert all(901 not in one["officers"] for one in draw(kept, digest(str(number)))["objects"])
    with pytest.raises(NobodyLeft):
        draw(pool({"broken": 1}, 2, recusals=[[1, 901]]), digest("x"))
    with pytest.raises(NobodyLeft):
        substitute(kept, digest("x"), 1, 1, [902, 903])
