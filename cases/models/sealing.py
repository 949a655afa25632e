"""Which papers wait for the seal, who placed it, and when?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.sealing import Sealing
from documents.models import Document
from officers.state_field import StateField


class SealUse(Sealing, LegalObject):
    """One use of the seal that its keeper decides on; where sealing is automatic there is none, but the register."""

    class State(models.TextChoices):
        WAITING = "waiting", _("待用印")
        PLACED = "placed", _("已用印")
        REFUSED = "refused", _("用印申请已退回")

    slug = "seal-use"
    relation = "seal_uses"
    ended = frozenset({"placed"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="seal_uses")
    document = models.OneToOneField(Document, models.PROTECT, related_name="seal_use", verbose_name=_("文书"))
    state = StateField(default=State.WAITING, choices=State.choices)
    requested_on = models.DateField(_("申请日期"))
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("用印人")
    )
    placed_on = models.DateField(_("用印日期"), null=True, blank=True)
    refusal = models.TextField(_("退回理由"), blank=True)

    class Meta:
        verbose_name = _("用印")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="placed") | (Q(placed_by__isnull=False) & Q(placed_on__isnull=False)),
                name="a_placed_seal_says_by_whom",
                violation_error_message=_("用印须有用印人和日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""),
                name="a_refused_seal_says_why",
                violation_error_message=_("退回用印申请须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    def told(self) -> list[tuple[str, str]]:
        return [
            (gettext("申请日期"), date_format(self.requested_on)),
            (gettext("用印人"), self.placed_by.name if self.placed_by else ""),
            (gettext("用印日期"), date_format(self.placed_on) if self.placed_on else ""),
            (gettext("退回理由"), self.refusal),
        ]
