"""Are the figures of agreement those of a hand calculation, and does an unfinished file stay out of them?"""

from decimal import Decimal

from django.urls import reverse

from oversight.batches.agreement import Agreement, agreement, by_item
from oversight.standards import thawed
from tests.oversight.batches import batch_of, file_of, hand_in, sign_in, with_reviewers


def test_kappa_is_the_one_of_the_textbook_table() -> None:
    """50 pairs: both yes 20, both no 15, yes-no 5, no-yes 10.

    Observed 35/50 = 0.7; the first says yes in 25/50, the second in 30/50: expected 0.5 x 0.6 + 0.5 x 0.4 = 0.5;
    kappa (0.7 - 0.5) / (1 - 0.5) = 0.4.
    """
    pairs = [("ok", "ok")] * 20 + [("fault", "fault")] * 15 + [("ok", "fault")] * 5 + [("fault", "ok")] * 10
    found = agreement(pairs)
    assert found == Agreement(50, 35, Decimal("0.40"))
    assert found.share == Decimal("70.0")


def test_kappa_of_three_answers_and_below_nothing() -> None:
    """Four pairs ok-fault, fault-ok, na-na, ok-ok: observed 2/4.

    Left ok 2, fault 1, na 1; right ok 2, fault 1, na 1: expected (4 + 1 + 1) / 16 = 0.375; kappa 0.125 / 0.625 = 0.2.
    """
    pairs = [("ok", "fault"), ("fault", "ok"), ("na", "na"), ("ok", "ok")]
    assert agreement(pairs).kappa == Decimal("0.20")
    # Always the opposite: observed 0, expected 0.5: -0.5 / 0.5 = -1.
    assert agreement([("ok", "fault"), ("fault", "ok")]).kappa == Decimal("-1.00")


def test_kappa_is_undefined_where_both_always_say_the_same_one_thing() -> None:
    assert agreement([("ok", "ok")] * 9) == Agreement(9, 9, None)
    assert agreement([]) == Agreement(0, 0, None)
    assert agreement([]).share is None


def test_a_batch_counts_its_finished_files_and_prints_them_as_csv(world, client) -> None:
    """Two files finished, a third only by one: of P05 the first two say fault-fault and ok-ok, the machine twice ok."""
    cast = world["cast"]
    batch = batch_of(cast)
    with_reviewers(batch, cast, "施康", "尤佳", "华章")
    one, two, half = (file_of(batch, world[name]) for name in ("overload", "dangerous", "first_offence"))
    number = next(
        n for n, said in one.machine.items() if said["outcome"] == two.machine[n]["outcome"] == "ok" and n[0] == "P"
    )
    for seat in (1, 2):
        hand_in(one, seat, **{number: ("fault", "0.5")})
        hand_in(two, seat)
    hand_in(half, 1)
    files = batch.last_draw.files.prefetch_related("sheets__reviewer")
    row = next(row for row in by_item(thawed(batch.standard), files) if row.item.number == number)
    assert row.persons == Agreement(2, 2, Decimal("1.00"))
    # Machine and person: ok-fault twice, ok-ok twice; expected 1 x 1/2: (1/2 - 1/2) / (1/2) = 0.
    assert row.machine == Agreement(4, 2, Decimal("0.00"))
    page = sign_in(client, cast["韩雪"]).get(reverse("oversight:batch-agreement", args=[batch.pk]))
    assert "评查一致性" in page.text
    lines = client.get(reverse("oversight:batch-agreement-csv", args=[batch.pk])).content.decode("utf-8-sig")
    line = next(line for line in lines.splitlines() if line.startswith(f"{number},"))
    assert line.endswith(",4,2,50.0,0.00,2,2,100.0,1.00")
    assert all(name not in lines for name in ("施康", "尤佳", "华章"))
