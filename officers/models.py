"""Who works here, at which post, and with which certificate on a given day?"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from officers.roles import BUSINESS_ROLES, Role


class Bureau(models.Model):
    """The one authority in whose name this installation decides; printed on every paper."""

    name = models.CharField(_("机关全称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=20)
    seal_name = models.CharField(_("印章名称"), max_length=80)
    division_code = models.CharField(_("行政区划代码"), max_length=6)
    number_prefix = models.CharField(_("文号机关代字"), max_length=20)
    address = models.CharField(_("联系地址"), max_length=120)
    postcode = models.CharField(_("邮编"), max_length=6)
    phone = models.CharField(_("联系电话"), max_length=30)
    contact = models.CharField(_("联系人"), max_length=20)
    supervision_phone = models.CharField(_("监督电话"), max_length=30)
    bank_name = models.CharField(_("罚款代收银行"), max_length=80)
    bank_address = models.CharField(_("代收银行地址"), max_length=120)
    bank_account = models.CharField(_("代收账号"), max_length=40)
    reviewing_government = models.CharField(_("行政复议机关"), max_length=80)
    court = models.CharField(_("有管辖权的人民法院"), max_length=80)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(pk=1), name="one_bureau_only", violation_error_message=_("一套系统只服务一个执法机关。")
            )
        ]

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """An organisational unit: a squad, the legal office, the general office."""

    name = models.CharField(_("名称"), max_length=40, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    handles_cases = models.BooleanField(_("办案机构"), default=False)

    def __str__(self) -> str:
        return self.name


class OfficerManager(BaseUserManager["Officer"]):
    def create_user(self, staff_number: str, name: str, password: str | None = None, **fields: Any) -> "Officer":
        officer = self.model(staff_number=staff_number, name=name, **fields)
        officer.set_password(password)
        officer.save(using=self._db)
        return officer

    def holding(self, role: Role) -> "models.QuerySet[Officer]":
        return self.filter(is_active=True, grants__role=role, grants__ended_on=None).order_by("staff_number")


class Officer(AbstractBaseUser):
    """A member of staff who signs in; an enforcement officer when certified."""

    staff_number = models.CharField(_("工号"), max_length=20, unique=True)
    name = models.CharField(_("姓名"), max_length=40)
    department = models.ForeignKey(Department, models.PROTECT, related_name="officers", verbose_name=_("部门"))
    position = models.CharField(_("职务"), max_length=40, blank=True)
    phone = models.CharField(_("电话"), max_length=30, blank=True)
    is_active = models.BooleanField(_("在职"), default=True)

    USERNAME_FIELD = "staff_number"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects = OfficerManager()

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The posts held now; one query per request, prefetched in lists."""
        return frozenset(Role(grant.role) for grant in self.grants.all() if grant.ended_on is None)

    def holds(self, *roles: Role) -> bool:
        return self.is_active and bool(self.roles & set(roles))

    @property
    def sees_cases(self) -> bool:
        return self.is_active and bool(self.roles & BUSINESS_ROLES)

    def enforcement_certificate(self, on: date) -> "Certificate | None":
        """The certificate under which this officer may enforce on that day (行政处罚法 42)."""
        return _first_valid(self.certificates.all(), Certificate.Kind.ENFORCEMENT, on)

    def may_enforce(self, on: date) -> bool:
        return self.is_active and self.enforcement_certificate(on) is not None

    def has_legal_qualification(self, on: date) -> bool:
        return _first_valid(self.certificates.all(), Certificate.Kind.LEGAL, on) is not None

    def signature(self, on: date) -> str:
        """Name with certificate number, as records of inquiry print it."""
        certificate = self.enforcement_certificate(on)
        return f"{self.name}（{certificate.number}）" if certificate else self.name


class RoleGrant(models.Model):
    """One person holds one post from a day on; ended, never deleted."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "role"],
                condition=Q(ended_on=None),
                name="a_post_is_held_once",
                violation_error_message=_("该人员已担任这一职务。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_role_display()}"


class Certificate(models.Model):
    """A document that lets an officer enforce (执法证) or review (法律职业资格)."""

    class Kind(models.TextChoices):
        ENFORCEMENT = "enforcement", _("行政执法证")
        LEGAL = "legal", _("法律职业资格证书")

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="certificates")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.CharField(_("证号"), max_length=40, unique=True)
    issued_by = models.CharField(_("发证机关"), max_length=60)
    valid_from = models.DateField(_("有效期自"))
    valid_until = models.DateField(_("有效期至"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="certificate_ends_after_it_begins",
                violation_error_message=_("证件有效期止早于有效期起。"),
            )
        ]

    def __str__(self) -> str:
        return self.number

    def is_valid(self, on: date) -> bool:
        """In its dates and not failed at the last annual review before that day (证件年度审验)."""
        if on < self.valid_from or (self.valid_until and on > self.valid_until):
            return False
        past = [review for review in self.annual_reviews.all() if review.reviewed_on <= on]
        return not past or max(past, key=lambda review: review.reviewed_on).passed


class AnnualReview(models.Model):
    """The yearly examination of a certificate."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="annual_reviews")
    year = models.PositiveSmallIntegerField(_("年度"))
    reviewed_on = models.DateField(_("审验日期"))
    passed = models.BooleanField(_("审验合格"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["certificate", "year"],
                name="a_certificate_is_reviewed_once_a_year",
                violation_error_message=_("该证件本年度已审验。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate} {self.year}"


def _first_valid(certificates: "Iterable[Certificate]", kind: str, on: date) -> Certificate | None:
    return next((one for one in certificates if one.kind == kind and one.is_valid(on)), None)
