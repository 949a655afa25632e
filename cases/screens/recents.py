"""What did this officer do lately on the road, so that it need not be typed again?"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count

from cases.guards.spot import LIMITS
from cases.models import Case, Charge, Party, Sanction
from law.limits import limit
from law.reckoning import ChargeReckoning
from law.violations import PenaltyKind, Violation, violations_in_force
from officers.models import Officer

LATELY = timedelta(days=30)
QUICK = 6


@dataclass(frozen=True)
class Recents:
    place: str = ""
    partner: int | None = None
    codes: tuple[str, ...] = ()


def punishable_on_the_spot(on: date) -> list[Violation]:
    """Rows of the catalogue that may end in a warning, or in a fine within the higher of the two limits."""
    highest = max(limit(key, on) for key in LIMITS.values())
    return [one for one in violations_in_force(on) if _may_be_summary(one, highest)]


def _may_be_summary(violation: Violation, highest: int) -> bool:
    if PenaltyKind.WARNING in violation.kinds:
        return True
    return PenaltyKind.FINE in violation.kinds and violation.fine_min is not None and violation.fine_min <= highest


def recents(officer: Officer, today: date) -> Recents:
    """Place and partner of the last case of the last days, and the violations met most often."""
    mine = Case.objects.filter(assignments__officer=officer, registered_on__gte=today - LATELY)
    last = mine.order_by("-registered_on", "-pk").first()
    if last is None:
        return Recents()
    partner = last.assignments.exclude(officer=officer).filter(until=None).values_list("officer", flat=True).first()
    charges = Charge.objects.filter(case__in=mine, withdrawn_on=None)
    rows = charges.values_list("violation_code").annotate(times=Count("pk")).order_by("-times", "violation_code")
    return Recents(last.place, partner, tuple(code for code, _times in rows))


def quick_violations(codes: tuple[str, ...], on: date) -> list[Violation]:
    """The few that stand on the screen: those met lately, then those that are always within a citizen's limit."""
    allowed = {one.code: one for one in punishable_on_the_spot(on)}
    citizen = limit(LIMITS["citizen"], on)
    small = [one.code for one in allowed.values() if one.fine_max is not None and one.fine_max <= citizen]
    chosen = dict.fromkeys([code for code in (*codes, *small) if code in allowed])
    return [allowed[code] for code in list(chosen)[:QUICK]]


def known_party(officer: Officer, *, id_number: str, uscc: str, plate: str) -> Party | None:
    """The same person or firm in an earlier case that this officer may see; else whoever was met with this vehicle."""
    seen = Party.objects.filter(case__in=Case.objects.visible_to(officer).values("pk"), withdrawn_on=None)
    if id_number:
        seen = seen.filter(id_number=id_number)
    elif uscc:
        seen = seen.filter(uscc=uscc)
    elif plate:
        seen = seen.filter(charges__plate=plate, charges__withdrawn_on=None)
    else:
        return None
    return seen.order_by("-pk").first()


def proposed_fine(officer: Officer, one: ChargeReckoning, highest: int) -> Decimal | None:
    """What the same unit last imposed on the spot for this, if it lies in the step found; else that step's own sum.

    A sum above the limit of article 51 is cut to it where the step reaches down so far, and else stands as it is: the
    act then tells of the ordinary procedure.
    """
    violation = one.violation
    if PenaltyKind.FINE not in violation.kinds:
        return None
    if one.is_exempt or one.proposal.low is None or one.amount is None:
        return violation.fine_min or None
    if (last := _last_fine(officer, violation)) and one.covers(last):
        return last
    fine = min(one.amount, max(Decimal(highest), one.proposal.low))
    # A step ends on the fen; whoever reads 740.00 on a form of whole yuan asks what the rest is for.
    return (fine.to_integral_value() if fine == fine.to_integral_value() else fine) or None


def _last_fine(officer: Officer, violation: Violation) -> Decimal | None:
    last: Decimal | None = (
        Sanction.objects.filter(
            charge__violation_code=violation.code,
            charge__case__procedure="summary",
            charge__case__department=officer.department_id,
            stage="decided",
            fine__gt=0,
        )
        .order_by("-pk")
        .values_list("fine", flat=True)
        .first()
    )
    return last
