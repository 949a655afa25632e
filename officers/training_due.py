"""How many lessons must this person still attend? Said to the person and to the administrator, never as a ranking.

Who has never held a certificate of enforcement needs the training before the post; who holds one, the yearly one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.certificates import NoCertificateRule, TrainingRule, training_rule
from officers.models import CERTIFIED, Certificate, Officer, Training
from officers.roles import Role

TRAINED = (Role.OFFICER, Role.TEAM_HEAD)
WITH_TRAININGS = ("grants", *CERTIFIED, "trainings")


@dataclass(frozen=True)
class Lessons:
    officer: Officer
    rule: TrainingRule
    attended: Decimal

    @property
    def attended_written(self) -> str:
        return written(self.attended)

    @property
    def missing_written(self) -> str:
        return written(self.missing)

    @property
    def missing(self) -> Decimal:
        return max(Decimal(self.rule.hours) - self.attended, Decimal(0))


def written(hours: Decimal) -> str:
    """30 and 7.5, not 30.0."""
    text = f"{hours:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def lessons_of(officer: Officer, today: date) -> Lessons | None:
    """None for a person who holds no post of enforcement, or while no rule is in force."""
    if not officer.holds(*TRAINED):
        return None
    cards = [one for one in officer.certificates.all() if one.kind == Certificate.Kind.ENFORCEMENT]
    is_certified = any(one.valid_from <= today for one in cards)
    kind = Training.Kind.YEARLY if is_certified else Training.Kind.PRE_POST
    try:
        rule = training_rule(kind.value, today)
    except NoCertificateRule:
        return None
    counting = [
        one
        for one in officer.trainings.all()
        if one.kind == kind and one.held_on <= today and (one.held_on.year == today.year or not is_certified)
    ]
    return Lessons(officer, rule, sum((one.hours for one in counting), Decimal(0)))


def still_missing(officers: Iterable[Officer], today: date) -> list[Lessons]:
    """Of those given, in the same order, who has not had enough yet."""
    found = (lessons_of(one, today) for one in officers)
    return [one for one in found if one is not None and one.missing]
