"""How do people join, change posts and keep their certificates? Every change is logged by name and number."""

from datetime import date
from typing import Any

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from officers.models import AnnualReview, Certificate, Department, Officer, RoleGrant
from officers.roles import Role, may_be_held_together

log = structlog.get_logger()


def create_officer(
    *, staff_number: str, name: str, department: Department, position: str, password: str, by: Officer | None
) -> Officer:
    """An account without any post can do nothing until a post is granted (security.md S15)."""
    officer = Officer.objects.create_user(staff_number, name, password, department=department, position=position)
    log.info("officer_created", officer=staff_number, by=_number(by))
    return officer


@transaction.atomic
def grant_role(officer: Officer, role: Role, on: date, *, by: Officer | None = None) -> RoleGrant:
    """Give a post; raises ValidationError where one person may not hold both (security.md P25, S14)."""
    held = frozenset(
        Role(one.role) for one in RoleGrant.objects.select_for_update().filter(officer=officer, ended_on=None)
    )
    if role in held:
        raise ValidationError(_("%(name)s已经担任%(role)s。") % {"name": officer.name, "role": role.label})
    if not may_be_held_together(held, role):
        raise ValidationError(_("系统、安全、审计管理员只能担任这一个职务，不得兼任业务职务。"))
    grant = RoleGrant.objects.create(officer=officer, role=role, granted_on=on)
    log.info("role_granted", officer=officer.staff_number, role=role.value, by=_number(by))
    return grant


def end_role(grant: RoleGrant, on: date, *, by: Officer) -> None:
    RoleGrant.objects.filter(pk=grant.pk, ended_on=None).update(ended_on=on)
    log.info("role_ended", officer=grant.officer.staff_number, role=grant.role, by=_number(by))


def set_active(officer: Officer, *, active: bool, by: Officer) -> None:
    """Out means out at the next request: the access check reads the row, not the session."""
    officer.is_active = active
    officer.save(update_fields=["is_active"])
    log.info("officer_activated" if active else "officer_deactivated", officer=officer.staff_number, by=_number(by))


def reset_password(officer: Officer, password: str, *, by: Officer) -> None:
    officer.set_password(password)
    officer.save(update_fields=["password"])
    log.info("password_reset", officer=officer.staff_number, by=_number(by))


def add_certificate(officer: Officer, *, by: Officer, **certificate: Any) -> Certificate:
    added: Certificate = officer.certificates.create(**certificate)
    log.info("certificate_added", officer=officer.staff_number, kind=added.kind, by=_number(by))
    return added


def review_certificate(certificate: Certificate, *, year: int, on: date, passed: bool, by: Officer) -> AnnualReview:
    """The annual review (年度审验): a certificate that failed it no longer lets its holder enforce."""
    review: AnnualReview = certificate.annual_reviews.create(year=year, reviewed_on=on, passed=passed)
    log.info("certificate_reviewed", certificate=certificate.number, year=year, passed=passed, by=_number(by))
    return review


def _number(by: Officer | None) -> str:
    return by.staff_number if by else ""
