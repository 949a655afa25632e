"""Which of the party's things are registered and kept as evidence, until when, and what became of them?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.measure_states import PreservationState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.preservation import Preserving
from officers.state_field import StateField


class Preservation(Preserving, LegalObject):
    """先行登记保存: seven working days, no extension; it ends by itself where nobody decides (行政处罚法 56)."""

    class Outcome(models.TextChoices):
        """程序规定 on what is decided within the seven days; the release has a paper of its own."""

        RELEASE = "release", _("解除登记保存，返还物品")
        APPRAISAL = "appraisal", _("送交鉴定")
        SEIZURE = "seizure", _("转为查封、扣押")
        CONFISCATION = "confiscation", _("随处罚决定没收")

    slug = "preservation"
    relation = "preservations"
    ended = frozenset({PreservationState.REFUSED, PreservationState.CONVERTED, PreservationState.RETURNED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="preservations")
    party = models.ForeignKey(Party, models.PROTECT, related_name="preservations", verbose_name=_("当事人"))
    state = StateField(default=PreservationState.PROPOSED, choices=PreservationState.choices)
    reason = models.TextField(_("登记保存理由"))
    things = models.JSONField(_("物品"), default=list)
    """[{name, specification, quantity, condition}], as counted on the spot."""
    proposed_on = models.DateField()
    kept_at = models.DateTimeField(_("登记保存时间"), null=True, blank=True)
    place = models.CharField(_("保存地点"), max_length=120, blank=True)
    keeper = models.CharField(_("保管人"), max_length=60, blank=True)
    second_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    signed = models.BooleanField(_("当事人已在清单上签名"), default=False)
    refusal = models.CharField(_("拒签或者不在场的情况和见证人"), max_length=200, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_reason = models.TextField(_("处理理由"), blank=True)
    lapsed_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    receiver = models.CharField(_("领取人"), max_length=60, blank=True)
    return_note = models.CharField(_("返还情况"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("先行登记保存")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kept_at=None) | Q(signed=True) | ~Q(refusal=""),
                name="a_preservation_is_signed_or_says_why_not",
                violation_error_message=_("登记保存清单没有当事人签名的，须注明情况。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PreservationState.KEPT, PreservationState.LAPSED]) | Q(kept_at__isnull=False),
                name="what_is_kept_was_registered",
                violation_error_message=_("登记保存须有清点登记的时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=PreservationState.RETURNED) | (Q(returned_on__isnull=False) & ~Q(receiver="")),
                name="a_return_has_its_receiver",
                violation_error_message=_("返还物品须写明日期和领取人。"),
            ),
        ]

    def __str__(self) -> str:
        return "、".join(one["name"] for one in self.things) or str(self.party)

    def told(self) -> list[tuple[str, str]]:
        kept = date_format(localtime(self.kept_at), "DATETIME_FORMAT") if self.kept_at else ""
        lapsed = gettext("七个工作日内没有作出处理决定，登记保存自动解除，物品须立即返还。") if self.lapsed_on else ""
        return [
            (gettext("当事人"), self.party.name),
            (gettext("登记保存理由"), self.reason),
            (gettext("物品"), told_things(self.things)),
            (gettext("登记保存时间"), kept),
            (gettext("保存地点和保管人"), " ".join(filter(None, (self.place, self.keeper)))),
            (gettext("签名情况"), self.refusal),
            (gettext("处理决定"), f"{self.get_outcome_display()} {self.outcome_reason}" if self.outcome else ""),
            (gettext("期满解除"), lapsed),
            (gettext("返还"), " ".join(filter(None, (self.receiver, self.return_note)))),
        ]


def told_things(things: list[dict[str, str]]) -> str:
    """印版（30×20厘米） 4块 完好；…"""
    return "；".join(
        " ".join(
            filter(
                None,
                (
                    f"{one['name']}（{one['specification']}）" if one.get("specification") else one["name"],
                    one.get("quantity", ""),
                    one.get("condition", ""),
                ),
            )
        )
        for one in things
    )
