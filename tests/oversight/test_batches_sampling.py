"""Does the published method draw what a stranger with `sha256sum` draws, and does any seed draw the right number?"""

from hypothesis import given
from hypothesis import strategies as st

from oversight.batches.sampling import Entry, digest_of, draw, shares_of

FRAME = [
    Entry(11, 10, "ordinary"),
    Entry(12, 10, "ordinary"),
    Entry(13, 10, "summary"),
    Entry(21, 20, "ordinary"),
    Entry(22, 20, "ordinary"),
    Entry(23, 20, "ordinary"),
]
# printf '11,10,ordinary\n12,10,ordinary\n…23,20,ordinary\n' | sha256sum
DIGEST = "95436e25557950db686335409edbf93e0a3046e716ffcf8721d135fdf0a7417b"
# for c in 11 12 …; do printf "5eed:$DIGEST:$c" | sha256sum; done, the first digits:
# 11 f89430bb · 12 3ea28935 | 13 f79fc4a7 | 21 e3dd14ac · 22 3666640e · 23 59e7a6a7


def counts(frame: list[Entry], size: int | None) -> list[int]:
    return [one.drawn for one in shares_of(frame, size)]


def test_the_list_has_the_digest_that_sha256sum_prints() -> None:
    assert digest_of(FRAME) == DIGEST


def test_the_seed_draws_what_was_drawn_by_hand() -> None:
    """Four of six: one for each of three strata; of the one left 1/3, 0 and 2/3 fall to them, so the last gets it."""
    assert counts(FRAME, 4) == [1, 1, 2]
    assert draw(FRAME, "5eed", 4) == [12, 13, 22, 23]


def test_the_order_in_which_the_list_is_given_does_not_matter() -> None:
    assert draw(list(reversed(FRAME)), "5eed", 4) == [12, 13, 22, 23]


def strata(*sizes: int) -> list[Entry]:
    return [
        Entry(100 * unit + number, unit, "ordinary") for unit, size in enumerate(sizes, 1) for number in range(size)
    ]


def test_a_sample_is_spread_as_reckoned_by_hand() -> None:
    # 3, 1 and 6 files, five drawn: 1 + 1 + 1, then 2 over 2 : 0 : 5 = 4/7, 0, 10/7 -> 0, 0, 1 and the remainder 4/7.
    assert counts(strata(3, 1, 6), 5) == [2, 1, 2]
    # Two drawn, fewer than strata: 0.6, 0.2, 1.2 -> 0, 0, 1 and the remainder 0.6.
    assert counts(strata(3, 1, 6), 2) == [1, 0, 1]
    # Between equal remainders the earlier stratum.
    assert counts(strata(2, 2), 3) == [2, 1]


def test_all_files_are_drawn_without_a_size_or_with_one_beyond_the_list() -> None:
    assert draw(FRAME, "5eed", None) == draw(FRAME, "another", 6) == draw(FRAME, "x", 99) == [11, 12, 13, 21, 22, 23]


@given(
    sizes=st.lists(st.integers(1, 8), min_size=1, max_size=6), size=st.integers(1, 50), seed=st.text("0123456789abcdef")
)
def test_any_seed_draws_as_many_as_asked_and_no_file_twice(sizes: list[int], size: int, seed: str) -> None:
    frame = strata(*sizes)
    drawn = draw(frame, seed, size)
    assert len(drawn) == len(set(drawn)) == min(size, len(frame))
    assert set(drawn) <= {one.case for one in frame}
    assert size < len(sizes) or all(one.drawn >= 1 for one in shares_of(frame, size))
