"""Why is a penalty of this case not published, who asked for it, and who allowed it (行政处罚法 48.1, 50)?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.exemption import Exempting
from officers.state_field import StateField


class PublicationExemption(Exempting, LegalObject):
    """不予公示: asked for by one person, allowed by another; the reason stays with the case."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准不予公示")
        REFUSED = "refused", _("不批准不予公示")
        APPROVED = "approved", _("已批准不予公示")

    slug = "exemption"
    relation = "exemptions"
    ended = frozenset({"refused", "approved"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="exemptions")
    reason = models.TextField(_("不予公示的理由"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("提出日期"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(_("批准日期"), null=True, blank=True)
    state = StateField(default=State.PROPOSED, choices=State.choices)

    class Meta:
        verbose_name = _("不予公示")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state="proposed"),
                name="a_case_asks_for_one_exemption_at_a_time",
                violation_error_message=_("本案已经提请不予公示，还没有答复。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(decided_by__isnull=False, decided_on__isnull=False) & ~Q(decided_by=F("proposed_by")),
                name="nobody_exempts_on_own_proposal",
                violation_error_message=_("不予公示须由提请人以外的负责人批准。"),
            ),
        ]

    def __str__(self) -> str:
        return self.reason

    def told(self) -> list[tuple[str, str]]:
        return [(str(_("提出日期")), date_format(self.proposed_on)), (str(_("提请人")), self.proposed_by.name)]
