"""Until when must something happen, and how was that day computed?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party


class TermQuerySet(models.QuerySet["Term"]):
    def open(self) -> "TermQuerySet":
        return self.filter(ended_on=None)

    def running(self) -> "TermQuerySet":
        """Open and not standing still: only these can lapse."""
        return self.open().filter(paused_since=None)

    def overdue(self, on: date) -> "TermQuerySet":
        return self.running().filter(due_on__lt=on, nature="duty")


class Term(models.Model):
    """A deadline as a stored row with its derivation; extensions add rows (design.md, Truth and time)."""

    class Ending(models.TextChoices):
        MET = "met", _("已完成")
        EXPIRED = "expired", _("期满")
        EXCUSED = "excused", _("经批准不再适用")
        MOOT = "moot", _("程序变更而终止")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="terms")
    party = models.ForeignKey(Party, models.PROTECT, related_name="terms", null=True, blank=True)
    about = models.CharField(max_length=60, blank=True, default="")
    """The legal object it belongs to (cases.objects.about_of); empty for a term of the case itself."""
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=80)
    nature = models.CharField(max_length=10)
    basis = models.CharField(max_length=120)
    opened_on = models.DateField()
    due_on = models.DateField()
    derivation = models.TextField()
    ended_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    note = models.CharField(max_length=200, blank=True)
    lateness_recorded_on = models.DateField(null=True, blank=True)
    paused_since = models.DateField(null=True, blank=True)
    """The first day that does not count while the end of the pause is not known."""

    objects = TermQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_on", "case"], condition=Q(ended_on=None), name="open_terms_by_due_date"),
            models.Index(fields=["case", "due_on"], condition=Q(ended_on=None), name="open_terms_by_case"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(ended_on=None) & Q(ending="")) | (Q(ended_on__isnull=False) & ~Q(ending="")),
                name="an_ended_term_says_how",
                violation_error_message=_("期限终结须写明方式。"),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opened_on")),
                name="a_term_is_due_after_it_opens",
                violation_error_message=_("期限届满日早于起算日。"),
            ),
            models.CheckConstraint(
                condition=~Q(basis=""), name="a_term_has_a_basis", violation_error_message=_("期限必须有依据。")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.due_on}"

    def is_overdue(self, on: date) -> bool:
        return self.ended_on is None and self.paused_since is None and self.nature == "duty" and on > self.due_on

    def was_met_in_time(self) -> bool:
        return self.ended_on is not None and self.ended_on <= self.due_on


class TermExtension(models.Model):
    """A longer deadline, approved by the head with a reason."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="extensions")
    days = models.PositiveSmallIntegerField()
    previous_due_on = models.DateField()
    due_on = models.DateField()
    reason = models.TextField()
    basis = models.CharField(max_length=120)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["term"],
                name="a_term_is_extended_once",
                violation_error_message=_("办案期限只能延长一次。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} +{self.days}"


class TermExclusion(models.Model):
    """Days that do not count towards a term: testing, a stay of execution, a suspension; both ends included."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="exclusions")
    first = models.DateField()
    last = models.DateField()
    reason = models.CharField(max_length=60)
    basis = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="an_exclusion_ends_after_it_begins",
                violation_error_message=_("扣除期间的结束日早于开始日。"),
            ),
            models.CheckConstraint(
                condition=~Q(basis=""),
                name="an_exclusion_has_a_basis",
                violation_error_message=_("扣除期间必须有依据。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} -{self.first}…{self.last}"
