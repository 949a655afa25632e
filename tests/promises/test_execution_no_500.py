"""Can anything that is typed break the forms of auctions, of what is made good and of costs, or be lost when refused?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, at
from tests.cases.guard_rows import auction, cost, restitution
from tests.cases.guard_rows.execution import reminded
from tests.cases.guard_table import Situation
from tests.cases.holding import detained
from tests.promises.test_things_no_500 import try_all

Make = Callable[[Any], Situation]
HELD, REMINDED, FALLEN = "things detained", "reminded", "fallen after it was carried out"
TELL: dict[str, Any] = {
    HELD: detained,
    REMINDED: reminded,
    FALLEN: restitution.fallen_after_it_was_carried_out,
}
FORMS: tuple[tuple[str, Make, str, tuple[str, ...]], ...] = (
    (HELD, auction.allowed, "赵刚", ("entrust_auction",)),
    (HELD, auction.entrusted, "赵刚", ("record_auction",)),
    (FALLEN, restitution.to_be_given_back, "李明", ("propose_restitution",)),
    (FALLEN, restitution.asked_for, "卫国", ("approve_restitution", "refuse_restitution")),
    (FALLEN, restitution.ordered, "李明", ("carry_out_restitution",)),
    (FALLEN, restitution.ordered, "卫国", ("turn_to_damages",)),
    (REMINDED, cost.carried_out, "赵刚", ("account_for_costs",)),
    (REMINDED, cost.demanded, "杨兰", ("record_cost_payment",)),
    (REMINDED, cost.reminded_of_costs, "赵刚", ("propose_cost_application",)),
    (REMINDED, cost.proposed_to_the_court, "卫国", ("apply_for_costs", "return_cost_application")),
    (REMINDED, cost.brought_before_the_court, "赵刚", ("record_court_on_costs",)),
)


@pytest.mark.parametrize(("story", "make", "who", "keys"), FORMS, ids=[keys[0] for *_rest, keys in FORMS])
def test_no_form_breaks_or_forgets(
    story: str, make: Make, who: str, keys: tuple[str, ...], db: None, printer: None, time_machine: Any
) -> None:
    cast: Cast = hire_everyone("quick")
    time_machine.move_to(at(date(2027, 6, 1), 18), tick=False)  # everything told has happened
    found = make({story: TELL[story](cast)})
    time_machine.move_to(at(found.on, 18), tick=False)
    machine = found.subject or found.case
    where = f"/cases/{found.case.pk}/"
    address = f"{where}{machine.slug}/{machine.pk}/" if found.subject else where
    try_all(cast, found.case, machine, address, who, keys, found.on)
