"""What exactly was a party told, and what came into the file afterwards?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party


class Notification(models.Model):
    """The substance of one party's notice, frozen on the day of issue (行政处罚法 44)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="notifications")
    party = models.ForeignKey(Party, models.PROTECT, related_name="notifications")
    round = models.PositiveSmallIntegerField()
    substance = models.JSONField()
    issued_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party", "round"],
                name="a_party_is_notified_once_a_round",
                violation_error_message=_("该当事人本轮已经告知。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.issued_on}"


class LateEvidence(models.Model):
    """What evidence that came after the notice means: the same facts, or new ones (行政处罚法 44, 46.3)."""

    class Meaning(models.TextChoices):
        FAVOURS = "favours", _("有利于当事人")
        SAME = "same", _("印证已经告知的事实")
        NEW = "new", _("证明没有告知过的不利事实")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="late_evidence")
    evidence = models.OneToOneField("cases.Evidence", models.PROTECT, related_name="late")
    meaning = models.CharField(_("证明什么"), max_length=10, choices=Meaning.choices)
    reason = models.TextField(_("理由"))
    shown_on = models.DateField(_("交当事人质证的日期"), null=True, blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="late_evidence_is_judged_with_a_reason",
                violation_error_message=_("说明补充证据须写明理由。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.evidence} {self.get_meaning_display()}"
