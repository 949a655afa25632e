"""Is the illegal income found confiscated, all of it and no more, but for what goes back to those who paid it (行政处罚法 28.2)?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.reckoned import reckoned
from law.ranges import ZERO, yuan

RETURNED = gettext_lazy("依法应当退赔的，填写退赔的金额、退给谁和依据；其余的全部没收")


@dataclass(frozen=True)
class Taken:
    """One act of one party: what it brought in, and what becomes of that."""

    conduct: str
    income: Decimal
    confiscated: Decimal
    returned: Decimal

    @property
    def figures(self) -> dict[str, Any]:
        return {
            "conduct": self.conduct,
            "income": yuan(self.income),
            "taken": yuan(self.confiscated),
            "returned": yuan(self.returned),
        }


@guard(basis="行政处罚法:28.2", cure=RETURNED, by=HANDLERS)
def income_is_confiscated(ask: Ask) -> Iterator[Text]:
    for one in _taken(ask):
        rest = one.income - one.confiscated - one.returned
        if rest > 0:
            yield _(
                "“%(conduct)s”查明违法所得 %(income)s 元，没收 %(taken)s 元、退赔 %(returned)s 元，"
                "还有 %(rest)s 元没有没收。"
            ) % {**one.figures, "rest": yuan(rest)}


@guard(
    basis="行政处罚法:28.2",
    cure=gettext_lazy("没收和退赔合计不超过查明的违法所得；违法所得登记错的，撤回该违法行为后重新添加"),
    by=HANDLERS,
)
def no_more_than_the_income(ask: Ask) -> Iterator[Text]:
    for one in _taken(ask):
        if one.income < one.confiscated + one.returned:
            yield _("“%(conduct)s”没收 %(taken)s 元、退赔 %(returned)s 元，超过查明的违法所得 %(income)s 元。") % (
                one.figures
            )


@guard(basis="行政处罚法:28.2", cure=gettext_lazy("写明退给谁、依据什么退赔"), by=HANDLERS)
def returning_has_its_reason(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges_in_round:
        one = ask.facts.get("sanctions", {}).get(charge.pk) or {}
        if one.get("returned", ZERO) > 0 and not one.get("returned_to", "").strip():
            yield _("“%(conduct)s”退赔 %(returned)s 元，没有写明退给谁、依据什么。") % {
                "conduct": charge.violation.name,
                "returned": yuan(one["returned"]),
            }


def _taken(ask: Ask) -> Iterator[Taken]:
    """Act by act: an income that two rules on the same act both name was received once."""
    rows = reckoned(ask)
    acts: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for charge in ask.file.charges_in_round:
        # What must not be punished at all is another guard's concern.
        if charge.pk in rows and not rows[charge.pk].is_exempt:
            acts[charge.party_id, charge.act_key].append(charge)
    for charges in acts.values():
        sanctions = [ask.facts["sanctions"].get(one.pk) or {} for one in charges]
        yield Taken(
            charges[0].violation.name,
            max(one.illegal_income or ZERO for one in charges),
            sum((one.get("confiscation", ZERO) for one in sanctions), ZERO),
            sum((one.get("returned", ZERO) for one in sanctions), ZERO),
        )


FOR_INCOME = (income_is_confiscated, no_more_than_the_income, returning_has_its_reason)
"""Asked wherever a penalty is proposed, lightened or decided."""
