"""Which contents of the record were taken away by law, and which cases must be kept whole for now?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.models.record import RecordPayload
from cases.objects import LegalObject
from cases.procedure.erasure import Erasing, Holding
from law.citations import cite_all, print_citations
from law.erasure import erasure_ground
from officers.state_field import StateField


class LegalHold(Holding, LegalObject):
    """保全: until it is lifted nothing of the case's record is erased and its dossier is not disposed of."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("保全中")
        LIFTED = "lifted", _("已解除保全")

    slug = "legal-hold"
    relation = "legal_holds"
    ended = frozenset({"lifted"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="legal_holds")
    reason = models.CharField(_("保全的理由"), max_length=200)
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_on = models.DateField(_("保全日期"))
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_on = models.DateField(_("解除日期"), null=True, blank=True)
    lifting = models.CharField(_("解除的理由"), max_length=200, blank=True)
    state = StateField(default=State.IN_FORCE, choices=State.choices)

    class Meta:
        verbose_name = _("案件记录保全")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="lifted") | (Q(lifted_by__isnull=False) & ~Q(lifting="")),
                name="a_hold_is_lifted_by_somebody_for_a_reason",
                violation_error_message=_("解除保全须写明由谁、为什么解除。"),
            ),
        ]

    def __str__(self) -> str:
        return self.reason

    def told(self) -> list[tuple[str, str]]:
        return [(str(_("保全日期")), date_format(self.placed_on)), (str(_("解除的理由")), self.lifting)]


class PayloadErasure(Erasing, LegalObject):
    """删除: what one entry says is taken away by two people on a ground of the law; its header stays."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准删除")
        REFUSED = "refused", _("不批准删除")
        ERASED = "erased", _("已删除")

    slug = "payload-erasure"
    relation = "payload_erasures"
    ended = frozenset({"refused", "erased"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="payload_erasures")
    entry = models.ForeignKey("cases.RecordEntry", models.PROTECT, related_name="+")
    gseq = models.PositiveBigIntegerField(_("记录序号"))
    ground = models.CharField(_("依据"), max_length=12)
    """A key of law/data/erasure.toml, as it stands on the day of the proposal."""
    reason = models.TextField(_("理由"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("提出日期"))
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    state = StateField(default=State.PROPOSED, choices=State.choices)

    class Meta:
        verbose_name = _("记录内容的删除")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=~Q(state="refused"),
                name="an_entry_is_erased_once",
                violation_error_message=_("这一条已经提请删除，或者已经删除。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="erased") | Q(approved_on__isnull=False, approved_by__isnull=False),
                name="an_erasure_is_approved_by_somebody",
                violation_error_message=_("删除记录内容须经负责人批准。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gseq}"

    def told(self) -> list[tuple[str, str]]:
        return [
            (str(_("记录序号")), str(self.gseq)),
            (str(_("依据")), self.ground_in_words()),
            (str(_("理由")), self.reason),
        ]

    def ground_in_words(self) -> str:
        found = erasure_ground(self.ground, self.proposed_on)
        return f"{found.title}（{print_citations(cite_all(found.basis))}）" if found else self.ground

    def take_away(self) -> None:
        """The database lets go of a content only once its erasure bears the name of who approved it."""
        self.save(update_fields=["approved_by", "approved_on"])
        RecordPayload.objects.filter(entry=self.entry_id).delete()
