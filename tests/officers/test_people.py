"""Who may enforce on which day, and which posts may one person hold?"""

from datetime import date
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from officers.models import Certificate, Department, Officer, RoleGrant
from officers.roles import BUSINESS_ROLES, SYSTEM_ROLES, Role, may_be_held_together
from officers.services import end_role, grant_role

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
JANUARY = date(2026, 1, 15)
# valid from, valid until, annual reviews (day, passed) → may the holder enforce on 10 March 2026?
TABLE = [
    ("2023-01-01", "2028-12-31", [], True),
    ("2026-03-10", "2028-12-31", [], True),  # the first day
    ("2026-03-11", "2028-12-31", [], False),  # not yet
    ("2023-01-01", "2026-03-10", [], True),  # the last day
    ("2023-01-01", "2026-03-09", [], False),  # over since yesterday
    ("2023-01-01", None, [], True),  # without an end
    ("2023-01-01", "2028-12-31", [("2026-01-15", True)], True),
    ("2023-01-01", "2028-12-31", [("2026-01-15", False)], False),
    ("2023-01-01", "2028-12-31", [("2025-01-15", False), ("2026-01-15", True)], True),  # passed again
    ("2023-01-01", "2028-12-31", [("2025-01-15", True), ("2026-01-15", False)], False),
    ("2023-01-01", "2028-12-31", [("2026-03-10", False)], False),  # failed this very day
    ("2023-01-01", "2028-12-31", [("2026-03-11", False)], True),  # will fail tomorrow
    ("2023-01-01", "2026-03-09", [("2026-01-15", True)], False),  # a passed review does not lengthen it
    ("2026-03-11", "2028-12-31", [("2026-01-15", True)], False),
]


@pytest.fixture
def officer() -> Officer:
    return Officer.objects.create(staff_number="1001", name="甲", department=Department.objects.create(name="一中队"))


def certify(
    officer: Officer, begins: str, ends: str | None, reviews: list[tuple[str, bool]], kind: str = "enforcement"
) -> None:
    until = date.fromisoformat(ends) if ends else None
    begin = date.fromisoformat(begins)
    certificate = Certificate.objects.create(
        officer=officer,
        kind=kind,
        number=f"A{Certificate.objects.count()}",
        issued_by="样例",
        valid_from=begin,
        valid_until=until,
    )
    for day, passed in reviews:
        on = date.fromisoformat(day)
        certificate.annual_reviews.create(year=on.year, reviewed_on=on, passed=passed)


@pytest.mark.parametrize(("begins", "ends", "reviews", "expected"), TABLE)
def test_a_certificate_lets_its_holder_enforce(
    officer: Officer, begins: str, ends: str | None, reviews: list[tuple[str, bool]], expected: bool
) -> None:
    certify(officer, begins, ends, reviews)
    assert officer.may_enforce(DAY) is expected
    assert officer.has_legal_qualification(DAY) is False


def test_nobody_enforces_without_a_certificate_or_with_a_lawyers(officer: Officer) -> None:
    assert not officer.may_enforce(DAY)
    certify(officer, "2023-01-01", None, [], kind="legal")
    assert not officer.may_enforce(DAY)
    assert officer.has_legal_qualification(DAY)


def test_a_second_certificate_counts_when_the_first_has_failed(officer: Officer) -> None:
    certify(officer, "2023-01-01", "2028-12-31", [("2026-01-15", False)])
    certify(officer, "2026-02-01", "2028-12-31", [])
    assert officer.may_enforce(DAY)
    assert "A1" in officer.signature(DAY)


def test_who_has_left_does_not_enforce(officer: Officer) -> None:
    certify(officer, "2023-01-01", None, [])
    officer.is_active = False
    assert not officer.may_enforce(DAY)


def test_a_certificate_cannot_end_before_it_begins(officer: Officer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        certify(officer, "2026-03-10", "2026-03-09", [])


def test_a_certificate_is_reviewed_once_a_year(officer: Officer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        certify(officer, "2023-01-01", None, [("2026-01-15", False), ("2026-02-15", True)])


# --- posts ---------------------------------------------------------------------------------------------
ADMINISTRATORS = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}


def test_the_three_administrators_are_the_three_of_the_standard() -> None:
    assert SYSTEM_ROLES == ADMINISTRATORS
    assert set(Role) == BUSINESS_ROLES | SYSTEM_ROLES


@pytest.mark.parametrize(("held", "added"), [pair for pair in product(Role, Role) if pair[0] != pair[1]])
def test_an_administrator_of_the_system_holds_that_one_post(officer: Officer, held: Role, added: Role) -> None:
    may = held not in ADMINISTRATORS and added not in ADMINISTRATORS
    assert may_be_held_together(frozenset({held}), added) is may
    grant_role(officer, held, JANUARY)
    if may:
        grant_role(officer, added, DAY)
        return
    with pytest.raises(ValidationError, match="只能担任这一个职务"):
        grant_role(officer, added, DAY)
    assert set(RoleGrant.objects.values_list("role", flat=True)) == {held}


def test_after_the_post_has_ended_another_may_be_given(officer: Officer) -> None:
    grant = grant_role(officer, Role.AUDIT_ADMIN, JANUARY)
    end_role(grant, DAY, by=officer)
    grant_role(officer, Role.OFFICER, DAY)
    assert Officer.objects.get(pk=officer.pk).roles == {Role.OFFICER}
    assert RoleGrant.objects.count() == 2  # ended, not deleted


def test_the_database_refuses_the_same_post_twice(officer: Officer) -> None:
    grant_role(officer, Role.OFFICER, JANUARY)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(officer=officer, role=Role.OFFICER, granted_on=DAY)
