"""Which regulations of its own did the bureau have in force on a day, which rules enforce them, and what did counsel say?

Versions follow each other: a later one ends the one before on the day before its own. Nothing is deleted.
"""

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from officers.models import CounselContract, Officer


class RegulationQuerySet(models.QuerySet["Regulation"]):
    def in_force(self, on: date) -> "RegulationQuerySet":
        """With `current`, the version of that day."""
        that_day = RegulationVersion.objects.in_force(on)
        found = self.filter(pk__in=that_day.values("regulation"))
        return found.prefetch_related(Prefetch("versions", queryset=that_day, to_attr="current")).order_by("number")


class Regulation(models.Model):
    """One regulation of the bureau (制度), whatever it said at which time."""

    number = models.CharField(gettext_lazy("编号"), max_length=40, unique=True)
    title = models.CharField(gettext_lazy("名称"), max_length=120)
    repealed_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeals", verbose_name=gettext_lazy("由哪一项代替")
    )

    objects = RegulationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(repealed_by=None) | ~Q(repealed_by=F("id")),
                name="no_regulation_repeals_itself",
                violation_error_message=gettext_lazy("制度不能由自己代替。"),
            )
        ]

    def __str__(self) -> str:
        return f"《{self.title}》"


class RegulationVersionQuerySet(models.QuerySet["RegulationVersion"]):
    def in_force(self, on: date) -> "RegulationVersionQuerySet":
        return self.filter(Q(in_force_until=None) | Q(in_force_until__gte=on), in_force_from__lte=on)


class RegulationVersion(models.Model):
    """Its text from a day on; in_force_until is its last day."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="versions")
    document = models.CharField(gettext_lazy("发文字号"), max_length=60, blank=True)
    text = models.TextField(gettext_lazy("正文"))
    change = models.CharField(gettext_lazy("这次改了什么"), max_length=300, blank=True)
    in_force_from = models.DateField(gettext_lazy("施行日期"))
    in_force_until = models.DateField(gettext_lazy("失效日期"), null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = RegulationVersionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-in_force_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulation", "in_force_from"],
                name="one_version_of_a_regulation_a_day",
                violation_error_message=gettext_lazy("这一天已经有一个版本施行。"),
            ),
            models.CheckConstraint(
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")),
                name="a_version_ends_after_it_begins",
                violation_error_message=gettext_lazy("失效日期早于施行日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regulation} {self.in_force_from}"


class RegulationLink(models.Model):
    """A rule of this system that enforces the regulation; `rule` is a key of oversight.enforced."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="links")
    rule = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regulation", "rule"],
                name="a_rule_is_linked_to_a_regulation_once",
                violation_error_message=gettext_lazy("已经关联过。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.regulation} {self.rule}"


class Consultation(models.Model):
    """What the counsel was asked and said: advice, never a vote (法律顾问)."""

    asked_on = models.DateField(gettext_lazy("咨询日期"))
    contract = models.ForeignKey(
        CounselContract,
        models.PROTECT,
        related_name="consultations",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("法律顾问"),
    )
    counsel = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("公职律师"),
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="consultations", null=True, blank=True, verbose_name=gettext_lazy("案件")
    )
    regulation = models.ForeignKey(
        Regulation,
        models.PROTECT,
        related_name="consultations",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("制度"),
    )
    question = models.TextField(gettext_lazy("咨询的问题"), max_length=2000)
    advice = models.TextField(gettext_lazy("顾问的意见"), max_length=4000)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-asked_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(contract=None, counsel__isnull=False) | Q(contract__isnull=False, counsel=None),
                name="advice_comes_from_one_counsel",
                violation_error_message=gettext_lazy("选择法律顾问或者公职律师，只选一名。"),
            ),
            models.CheckConstraint(
                condition=Q(case=None) | Q(regulation=None),
                name="a_consultation_is_about_one_thing",
                violation_error_message=gettext_lazy("咨询针对一件案件或者一项制度，只选一样。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_on} {self.adviser}"

    @property
    def adviser(self) -> str:
        return str(self.contract or self.counsel)


@transaction.atomic
def add_version(
    regulation: Regulation, *, text: str, document: str, change: str, in_force_from: date, by: Officer
) -> RegulationVersion:
    """The version before ends on the day before; raises ValidationError where a later one is there already."""
    regulation = Regulation.objects.select_for_update().get(pk=regulation.pk)
    last = regulation.versions.first()
    if last is not None and in_force_from <= last.in_force_from:
        raise ValidationError(_("已有 %(on)s 施行的版本，新版本须在它以后施行。") % {"on": last.in_force_from})
    if last is not None and (last.in_force_until is None or last.in_force_until >= in_force_from):
        last.in_force_until = in_force_from - timedelta(days=1)
        last.save(update_fields=["in_force_until"])
    made: RegulationVersion = regulation.versions.create(
        text=text, document=document, change=change, in_force_from=in_force_from, entered_by=by
    )
    if regulation.repealed_by_id:
        regulation.repealed_by = None
        regulation.save(update_fields=["repealed_by"])
    return made


@transaction.atomic
def repeal(regulation: Regulation, *, last_day: date, by_which: Regulation | None) -> None:
    """Raises ValidationError where nothing is in force on that day."""
    regulation = Regulation.objects.select_for_update().get(pk=regulation.pk)
    last = regulation.versions.first()
    if last is None or last.in_force_until is not None:
        raise ValidationError(_("这项制度已经失效。"))
    if last_day < last.in_force_from:
        raise ValidationError(_("早于现行版本的施行日期 %(on)s。") % {"on": last.in_force_from})
    last.in_force_until = last_day
    last.save(update_fields=["in_force_until"])
    regulation.repealed_by = by_which
    regulation.save(update_fields=["repealed_by"])
