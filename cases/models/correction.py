"""What was ordered to be put right, was it, and was the party taught?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.measure_states import CorrectionState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.correction import Correcting
from officers.state_field import StateField


class Correction(Correcting, LegalObject):
    """An order to correct the violation, with every re-check of it (行政处罚法 28)."""

    slug = "correction"
    relation = "corrections"
    ended = frozenset({CorrectionState.CORRECTED, CorrectionState.HANDED_ON})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="corrections")
    party = models.ForeignKey(Party, models.PROTECT, related_name="corrections")
    state = StateField(default=CorrectionState.ORDERED, choices=CorrectionState.choices)
    content = models.TextField(_("改正内容和要求"))
    ordered_on = models.DateField()
    due_on = models.DateField(_("改正期限"), null=True, blank=True)
    extension_reason = models.TextField(_("延长改正期限的理由"), blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    finding = models.CharField(_("复查情况"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("责令改正")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state=CorrectionState.CORRECTED) | Q(corrected_on__isnull=False),
                name="a_corrected_order_has_its_day",
                violation_error_message=_("已经改正的，须写明日期。"),
            )
        ]

    def __str__(self) -> str:
        return self.content

    def is_unmet(self, on: date) -> bool:
        """Handed on as not corrected, or past its day and not yet found corrected."""
        if self.state == CorrectionState.HANDED_ON:
            return True
        return self.state == CorrectionState.ORDERED and (self.due_on or self.ordered_on) < on

    def told(self) -> list[tuple[str, str]]:
        checks = [
            f"{date_format(one.checked_on)} {one.get_result_display()}{gettext('：')}{one.finding} {one.next_step}".strip()
            for one in sorted(self.rechecks.all(), key=lambda row: row.pk)
        ]
        due = date_format(self.due_on) if self.due_on else gettext("立即改正")
        return [
            (gettext("当事人"), self.party.name),
            (gettext("改正内容和要求"), self.content),
            (gettext("改正期限"), due),
            (gettext("延长改正期限的理由"), self.extension_reason),
            *((gettext("复查 %(number)d") % {"number": number}, text) for number, text in enumerate(checks, 1)),
        ]


class Recheck(models.Model):
    """One look at whether the order was obeyed; there may be several."""

    class Result(models.TextChoices):
        CORRECTED = "corrected", _("已改正")
        PARTLY = "partly", _("部分改正")
        NOT = "not", _("没有改正")

    correction = models.ForeignKey(Correction, models.PROTECT, related_name="rechecks")
    checked_on = models.DateField(_("复查日期"))
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    result = models.CharField(_("复查结果"), max_length=10, choices=Result.choices)
    finding = models.TextField(_("复查情况"))
    next_step = models.CharField(_("下一步"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(first_officer=F("second_officer")),
                name="two_different_officers_recheck",
                violation_error_message=_("复查须由两名不同的执法人员进行。"),
            ),
            models.CheckConstraint(
                condition=Q(result="corrected") | ~Q(next_step=""),
                name="an_uncorrected_order_has_a_next_step",
                violation_error_message=_("没有改正完毕的，须写明下一步怎样处理。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.correction} {self.get_result_display()}"


class EducationRecord(models.Model):
    """Where there is no penalty the party is taught instead (行政处罚法 33.3)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="education_records")
    party = models.ForeignKey(Party, models.PROTECT, related_name="education_records")
    taught_at = models.DateTimeField(_("教育时间"))
    place = models.CharField(_("地点"), max_length=120)
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    person_name = models.CharField(_("受教育人"), max_length=60)
    content = models.TextField(_("教育内容"))
    response = models.TextField(_("当事人的表示"), blank=True)
    signed = models.BooleanField(_("已签名"), default=False)
    refusal = models.CharField(_("拒签说明"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(signed=True) | ~Q(refusal=""),
                name="an_unsigned_education_record_says_why",
                violation_error_message=_("没有签名的，须注明情况。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.taught_at:%Y-%m-%d}"
