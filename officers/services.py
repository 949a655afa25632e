"""How do people join, change posts and keep their certificates? Every change is logged by name and number."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from officers.models import AnnualReview, Certificate, CertificateStop, Department, Officer, RoleGrant
from officers.roles import SYSTEM_ROLES, Role, may_be_held_together

log = structlog.get_logger()


def create_officer(
    *, staff_number: str, name: str, department: Department, position: str, password: str | None, by: Officer | None
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
    """A substitution ends at once, or has never begun."""
    first = max(on, grant.granted_on) if grant.acts_for_id else on
    RoleGrant.objects.running(on).filter(pk=grant.pk).update(ended_on=first)
    log.info("role_ended", officer=grant.officer.staff_number, role=grant.role, by=_number(by))


@transaction.atomic
def stand_in(substitute: Officer, *, acts_for: Officer, role: Role, since: date, until: date, by: Officer) -> RoleGrant:
    """Let a person act in the post of another between two days, both inclusive (代理). Raises ValidationError.

    Acts are recorded under the substitute's own name, so whoever handled a case cannot decide it as a substitute either.
    """
    grants = list(RoleGrant.objects.select_for_update().filter(officer__in=[substitute, acts_for]))
    own = frozenset(Role(one.role) for one in grants if one.officer_id == substitute.pk and one.ended_on is None)
    words = {"name": substitute.name, "holder": acts_for.name, "role": role.label}
    if substitute.pk == acts_for.pk:
        raise ValidationError(_("不能自己代理自己。"))
    if role in SYSTEM_ROLES or own & SYSTEM_ROLES:
        raise ValidationError(_("系统、安全、审计管理员不代理别人，也不由人代理。"))
    if not any(one.officer_id == acts_for.pk and one.role == role and one.ended_on is None for one in grants):
        raise ValidationError(_("%(holder)s没有担任%(role)s，不能由人代理。") % words)
    if role in own:
        raise ValidationError(_("%(name)s自己就担任%(role)s，不需要代理。") % words)
    if role == Role.TEAM_HEAD and substitute.department_id != acts_for.department_id:
        raise ValidationError(_("办案机构负责人由本单位的人代理，%(name)s在别的单位。") % words)
    if any(_overlaps(one, since, until) for one in grants if one.officer_id == substitute.pk and one.role == role):
        raise ValidationError(_("%(name)s在这些日子里已经代理%(role)s。") % words)
    grant = RoleGrant.objects.create(
        officer=substitute, role=role, granted_on=since, ended_on=until + timedelta(days=1), acts_for=acts_for
    )
    told = {"officer": substitute.staff_number, "acts_for": acts_for.staff_number, "role": role.value}
    log.info("substitution_granted", **told, since=str(since), until=str(until), by=_number(by))
    return grant


def _overlaps(grant: RoleGrant, since: date, until: date) -> bool:
    return grant.granted_on <= until and grant.ended_on is not None and since < grant.ended_on


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


@transaction.atomic
def review_certificates(results: Iterable[tuple[Certificate, bool]], *, year: int, on: date, by: Officer) -> int:
    """The yearly review of many certificates at one sitting; all are entered or none."""
    found = [review_certificate(one, year=year, on=on, passed=passed, by=by) for one, passed in results]
    return len(found)


def stop_certificate(
    certificate: Certificate, *, kind: str, since: date, until: date | None, reason: str, by: Officer
) -> CertificateStop:
    """暂扣, 吊销, 遗失注销 or 调离收回: from that day on its holder does not enforce with it."""
    stop: CertificateStop = certificate.stops.create(kind=kind, since=since, until=until, reason=reason, recorded_by=by)
    log.info("certificate_stopped", certificate=certificate.number, kind=kind, since=str(since), by=_number(by))
    return stop


def lift_suspension(stop: CertificateStop, *, until: date, by: Officer) -> None:
    """The last day of a suspension; its holder enforces again on the next."""
    CertificateStop.objects.filter(pk=stop.pk, kind=CertificateStop.Kind.SUSPENDED).update(until=until)
    log.info("suspension_lifted", certificate=stop.certificate.number, until=str(until), by=_number(by))


def _number(by: Officer | None) -> str:
    return by.staff_number if by else ""
