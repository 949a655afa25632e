"""Who is said to be too close to a case, who says so, and what was decided (行政处罚法 43)?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.recusal import Recusing
from law.reasons import reason
from officers.state_field import StateField


class RecusalRequest(Recusing, LegalObject):
    """One request that one person step aside; a recused person is nobody's actor in this case any more."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("待决定是否回避")
        GRANTED = "granted", _("决定回避")
        REFUSED = "refused", _("驳回回避申请")
        RECONSIDERING = "reconsidering", _("回避申请复议中")
        UPHELD = "upheld", _("维持驳回")

    class Origin(models.TextChoices):
        PARTY = "party", _("当事人或者其代理人申请")
        OWN = "own", _("本人自行申请")
        ORDERED = "ordered", _("负责人决定")

    slug = "recusal"
    relation = "recusals"
    ended = frozenset({"granted", "upheld"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="recusals")
    state = StateField(default=State.REQUESTED, choices=State.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("申请回避的人")
    )
    origin = models.CharField(_("由谁提出"), max_length=10, choices=Origin.choices)
    applicant = models.ForeignKey(Party, models.PROTECT, related_name="+", null=True, blank=True)
    ground = models.CharField(_("回避情形"), max_length=40, blank=True)
    reason = models.TextField(_("回避理由"))
    requested_on = models.DateField(_("提出日期"))
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decision = models.TextField(_("决定理由"), blank=True)
    collective = models.TextField(_("负责人集体讨论情况"), blank=True)

    class Meta:
        verbose_name = _("回避")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="requested") | (Q(decided_on__isnull=False) & Q(decided_by__isnull=False)),
                name="a_decided_recusal_says_by_whom",
                violation_error_message=_("回避决定须有决定人和日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=models.F("person")),
                name="nobody_decides_on_own_recusal",
                violation_error_message=_("不得决定本人的回避。"),
            ),
            models.CheckConstraint(
                condition=~Q(origin="party") | Q(applicant__isnull=False),
                name="an_application_names_its_party",
                violation_error_message=_("当事人申请回避的，须写明是哪名当事人。"),
            ),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(state__in=["requested", "reconsidering", "granted"]),
                name="one_open_recusal_for_one_person",
                violation_error_message=_("该人员的回避已在办理或者已经决定回避。"),
            ),
        ]

    def __str__(self) -> str:
        return self.person.name

    @property
    def is_granted(self) -> bool:
        return bool(self.state == self.State.GRANTED)

    @property
    def ground_title(self) -> str:
        return reason(self.ground, self.requested_on).title if self.ground else ""

    def told(self) -> list[tuple[str, str]]:
        said: list[tuple[Any, str]] = [
            (_("由谁提出"), str(self.get_origin_display())),
            (_("当事人"), self.applicant.name if self.applicant else ""),
            (_("回避情形"), self.ground_title),
            (_("回避理由"), self.reason),
            (_("提出日期"), date_format(self.requested_on)),
            (_("决定日期"), date_format(self.decided_on) if self.decided_on else ""),
            (_("决定理由"), self.decision),
            (_("负责人集体讨论情况"), self.collective),
        ]
        return [(str(label), value) for label, value in said]
