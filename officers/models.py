"""Who works here, at which post, and with which certificate on a given day?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.certificates import review_rule
from officers.absence import Leave
from officers.counsel import CounselContract
from officers.equipment import EquipmentCheck, Vehicle, VehicleTrip
from officers.learning import QualificationExam, Training
from officers.roles import BUSINESS_ROLES, SYSTEM_ROLES, Role

__all__ = [
    "AnnualReview",
    "Bureau",
    "Certificate",
    "CertificateStop",
    "CounselContract",
    "Department",
    "EquipmentCheck",
    "Leave",
    "Officer",
    "OfficerManager",
    "QualificationExam",
    "RoleGrant",
    "Training",
    "Vehicle",
    "VehicleTrip",
]

CERTIFIED = ("certificates__annual_reviews", "certificates__stops")
"""What to prefetch where many people are asked whether they may enforce."""


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

    def holding(self, *roles: Role) -> "models.QuerySet[Officer]":
        """Of one of these posts today, in their own right or as a substitute; each person once."""
        held = RoleGrant.objects.held_on(localdate()).filter(role__in=roles)
        return self.filter(is_active=True, pk__in=held.values("officer")).order_by("staff_number")


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
        """The posts held now, substitutions of today among them; one query per request, prefetched in lists."""
        today = localdate()
        return frozenset(Role(grant.role) for grant in self.grants.all() if grant.is_held(today))

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

    def why_not_enforcing(self, on: date) -> str:
        """Every reason in words, so that the refusal says what to put right; empty where the officer may enforce."""
        if self.may_enforce(on):
            return ""
        faults = [
            gettext("证件%(number)s%(fault)s") % {"number": one.number, "fault": flaw.sentence}
            for one in self.certificates.all()
            if one.kind == Certificate.Kind.ENFORCEMENT and (flaw := one.flaw(on))
        ]
        left = [] if self.is_active else [gettext("账号已停用")]
        held = faults or ([] if self.enforcement_certificate(on) else [gettext("没有登记行政执法证")])
        return gettext("；").join([*left, *held])

    def has_legal_qualification(self, on: date) -> bool:
        return _first_valid(self.certificates.all(), Certificate.Kind.LEGAL, on) is not None

    def signature(self, on: date) -> str:
        """Name with certificate number, as records of inquiry print it."""
        certificate = self.enforcement_certificate(on)
        return f"{self.name}（{certificate.number}）" if certificate else self.name


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def held_on(self, today: date) -> "RoleGrantQuerySet":
        """What gives its post today; see RoleGrant.is_held."""
        standing_in = Q(acts_for__isnull=False, granted_on__lte=today, ended_on__gt=today)
        return self.filter(Q(ended_on=None) | standing_in)

    def running(self, today: date) -> "RoleGrantQuerySet":
        """What may be ended: posts held, and substitutions that go on or are still to come."""
        return self.filter(Q(ended_on=None) | Q(acts_for__isnull=False, ended_on__gt=today))


class RoleGrant(models.Model):
    """One person holds one post from a day on; ended, never deleted.

    With acts_for it is a substitution (代理): between two days known beforehand the person acts in the post of another,
    under the own name, so that every rule about who may not do both looks at the person who really acts.
    """

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    """The first day on which the post is no longer held."""
    acts_for = models.ForeignKey(Officer, models.PROTECT, related_name="substituted", null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "role"],
                condition=Q(ended_on=None),
                name="a_post_is_held_once",
                violation_error_message=_("该人员已担任这一职务。"),
            ),
            models.CheckConstraint(
                condition=Q(acts_for=None) | Q(ended_on__gte=F("granted_on"), ended_on__isnull=False),
                name="a_substitution_has_its_last_day",
                violation_error_message=_("代理须有起止日期，止日不早于起日。"),
            ),
            models.CheckConstraint(
                condition=Q(acts_for=None) | ~Q(acts_for=F("officer")),
                name="nobody_stands_in_for_oneself",
                violation_error_message=_("不能自己代理自己。"),
            ),
            models.CheckConstraint(
                condition=Q(acts_for=None) | ~Q(role__in=sorted(one.value for one in SYSTEM_ROLES)),
                name="nobody_stands_in_for_an_administrator",
                violation_error_message=_("系统、安全、审计管理员不能由人代理。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_role_display()}"

    def is_held(self, today: date) -> bool:
        """A post of one's own until it is ended; a substitution between its days."""
        if self.acts_for_id is None:
            return self.ended_on is None
        return self.granted_on <= today and self.ended_on is not None and today < self.ended_on

    def was_held(self, on: date) -> bool:
        """On any day, also a past or a coming one."""
        return self.granted_on <= on and (self.ended_on is None or on < self.ended_on)


@dataclass(frozen=True)
class Flaw:
    """Why a certificate does not count on a day; kind: early, over, failed, unreviewed, or the kind of its stop."""

    kind: str
    sentence: str


class Certificate(models.Model):
    """A document that lets an officer enforce (执法证) or review (法律职业资格)."""

    class Kind(models.TextChoices):
        ENFORCEMENT = "enforcement", _("行政执法证")
        LEGAL = "legal", _("法律职业资格证书")

    class Series(models.TextChoices):
        """Whose certificate it is; a person may hold one of each at the same time."""

        MINISTRY = "ministry", _("交通运输行政执法证")
        GOVERNMENT = "government", _("政府制发的行政执法证")

    class Category(models.TextChoices):
        """门类: what its holder may enforce; codes are stored and never change."""

        HIGHWAY = "highway", _("公路路政")
        ROAD = "road", _("道路运政")
        WATER = "water", _("水路运政")
        WATERWAY = "waterway", _("航道")
        PORT = "port", _("港口")
        WORKS = "works", _("工程质量安全监督")
        MARITIME = "maritime", _("海事")
        GENERAL = "general", _("综合")

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="certificates")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.CharField(_("证号"), max_length=40, unique=True)
    issued_by = models.CharField(_("发证机关"), max_length=60)
    valid_from = models.DateField(_("有效期自"))
    valid_until = models.DateField(_("有效期至"), null=True, blank=True)
    series = models.CharField(_("制发"), max_length=20, choices=Series.choices, blank=True)
    category = models.CharField(_("执法门类"), max_length=20, choices=Category.choices, blank=True)
    area = models.CharField(_("执法区域"), max_length=60, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True, blank=True, verbose_name=_("补发、换发前的证件")
    )

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
        return self.flaw(on) is None

    def flaw(self, on: date) -> "Flaw | None":
        """Why it does not count on that day: its dates, a stop, the last yearly review (证件年度审验)."""
        if on < self.valid_from:
            return Flaw("early", gettext("自 %(day)s 起才有效") % {"day": self.valid_from})
        if self.valid_until and on > self.valid_until:
            return Flaw("over", gettext("有效期已于 %(day)s 届满") % {"day": self.valid_until})
        if stop := next((one for one in self.stops.all() if one.is_in_force(on)), None):
            return Flaw(stop.kind, stop.sentence)
        past = [review for review in self.annual_reviews.all() if review.reviewed_on <= on]
        last = max(past, key=lambda review: review.reviewed_on, default=None)
        if last is not None and not last.passed:
            return Flaw("failed", gettext("%(year)d 年度审验不合格") % {"year": last.year})
        if missing := self.year_not_reviewed(on):
            return Flaw("unreviewed", gettext("%(year)d 年度没有经过审验，自行失效") % {"year": missing})
        return None

    def last_day(self, today: date) -> date | None:
        """The last day on which it counts, as things stand today: its end, or the day by which a review is wanted."""
        ends = [self.valid_until] if self.valid_until else []
        rule = review_rule(self.series, today)
        if rule is not None:
            reviewed = max((one.year for one in self.annual_reviews.all() if one.passed), default=0)
            ends.append(rule.due_on(max(reviewed, self.valid_from.year) + 1))
        return min(ends, default=None)

    def year_not_reviewed(self, on: date) -> int:
        """The year for want of whose review it has lapsed by itself, 0 if for none (law/data/certificates.toml)."""
        rule = review_rule(self.series, on)
        if rule is None:
            return 0
        year = rule.last_year_due(on)
        past = (review for review in self.annual_reviews.all() if review.passed and review.reviewed_on <= on)
        reviewed = max((review.year for review in past), default=0)
        return year if self.valid_from.year < year and reviewed < year else 0


class CertificateStop(models.Model):
    """From a day on a certificate does not count: suspended for a time, revoked, lost or collected for good."""

    class Kind(models.TextChoices):
        SUSPENDED = "suspended", _("暂扣")
        REVOKED = "revoked", _("吊销")
        LOST = "lost", _("遗失注销")
        COLLECTED = "collected", _("调离收回")

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="stops")
    kind = models.CharField(_("情形"), max_length=20, choices=Kind.choices)
    since = models.DateField(_("自何日起"))
    until = models.DateField(_("至何日止"), null=True, blank=True)
    """The last day of a suspension; open until it is known."""
    reason = models.CharField(_("理由"), max_length=200)
    recorded_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(kind="suspended", until__gte=F("since")),
                name="only_a_suspension_ends_and_not_before_it_begins",
                violation_error_message=_("只有暂扣有截止日期，且不早于起始日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_stop_of_a_certificate_says_why",
                violation_error_message=_("写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate} {self.get_kind_display()}"

    def is_in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def sentence(self) -> str:
        words = {"day": self.since, "kind": self.get_kind_display(), "reason": self.reason, "until": self.until}
        if self.until:
            return gettext("自 %(day)s 至 %(until)s 被%(kind)s（%(reason)s）") % words
        return gettext("自 %(day)s 起已%(kind)s（%(reason)s）") % words


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
