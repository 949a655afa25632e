"""Did a party seek reconsideration or sue, what was answered, and what became of the decision?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models.decision import Decision
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.remedy import AnsweringRemedy
from cases.states import RemedyState
from officers.state_field import StateField


class Remedy(AnsweringRemedy, LegalObject):
    """One reconsideration or lawsuit against one decision, both instances of a suit; or the bureau sets it aside itself."""

    class Kind(models.TextChoices):
        RECONSIDERATION = "reconsideration", _("行政复议")
        LITIGATION = "litigation", _("行政诉讼")
        OWN = "own", _("本机关自行纠正")

    class Outcome(models.TextChoices):
        """行政复议法 63–69, 41, 74; 行政诉讼法 69–77, 62."""

        UPHELD = "upheld", _("维持")
        DISMISSED = "dismissed", _("驳回")
        CHANGED = "changed", _("变更")
        ANNULLED = "annulled", _("撤销")
        ILLEGAL = "illegal", _("确认违法")
        INVALID = "invalid", _("确认无效")
        WITHDRAWN = "withdrawn", _("撤回申请（撤诉）或者终止")

    slug = "remedy"
    relation = "remedies"
    ended = frozenset({RemedyState.FINAL})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="remedies")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="remedies", verbose_name=_("被申请的决定"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="remedies", verbose_name=_("当事人"))
    state = StateField(_("状态"), default=RemedyState.RECEIVED, choices=RemedyState.choices)
    kind = models.CharField(_("救济方式"), max_length=16, choices=Kind.choices)
    applicant = models.CharField(_("申请人（原告）"), max_length=120)
    authority = models.CharField(_("复议机关（法院）"), max_length=120)
    authority_number = models.CharField(_("受理文号（案号）"), max_length=60)
    applied_on = models.DateField(_("申请（起诉）日期"))
    received_on = models.DateField(_("收到副本日期"))
    simplified = models.BooleanField(_("适用简易程序"), default=False)
    claim = models.TextField(_("请求和理由"))
    instance = models.PositiveSmallIntegerField(_("审级"), default=1)

    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    answer = models.TextField(_("答复（答辩）意见"), blank=True)

    stay_since = models.DateField(_("停止执行起"), null=True, blank=True)
    stay_until = models.DateField(_("停止执行止"), null=True, blank=True)
    stay_reason = models.CharField(_("停止执行的决定机关和理由"), max_length=200, blank=True)

    outcome = models.CharField(_("结果"), max_length=12, choices=Outcome.choices, blank=True)
    outcome_number = models.CharField(_("决定书（裁判文书）文号"), max_length=60, blank=True)
    outcome_on = models.DateField(_("作出日期"), null=True, blank=True)
    outcome_served_on = models.DateField(_("送达日期"), null=True, blank=True)
    outcome_reasons = models.TextField(_("结果要点和理由"), blank=True)
    procedural = models.BooleanField(_("仅因违反法定程序撤销"), default=False)
    redo_days = models.PositiveSmallIntegerField(_("责令重新作出的期限（日）"), null=True, blank=True)
    redo_ordered = models.BooleanField(_("责令重新作出行政行为"), default=False)
    changed_to = models.JSONField(default=dict, blank=True)
    """For a change: charge id → fine and confiscation as text, in yuan."""
    effective_on = models.DateField(_("生效日期"), null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("复议、诉讼")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "kind"],
                condition=~Q(state="final"),
                name="one_open_remedy_of_a_kind",
                violation_error_message=_("对这份决定已有一件未了结的同类复议、诉讼。"),
            ),
            models.CheckConstraint(
                condition=Q(received_on__gte=F("applied_on")),
                name="a_remedy_is_received_after_it_is_sought",
                violation_error_message=_("收到副本的日期早于申请（起诉）日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["concluded", "final"])
                | (~Q(outcome="") & Q(outcome_on__isnull=False) & ~Q(outcome_reasons="")),
                name="a_concluded_remedy_has_its_outcome",
                violation_error_message=_("复议、诉讼的结果须有种类、日期和要点。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="final") | Q(effective_on__isnull=False),
                name="a_final_remedy_has_its_day",
                violation_error_message=_("已生效的复议、诉讼结果须有生效日期。"),
            ),
            models.CheckConstraint(
                condition=Q(stay_until=None) | Q(stay_since__isnull=False, stay_until__gte=F("stay_since")),
                name="a_stay_ends_after_it_begins",
                violation_error_message=_("停止执行的结束日早于开始日。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.authority_number}"

    @property
    def sets_aside(self) -> bool:
        """The public copy of such a decision must come down (行政处罚法 48.2)."""
        changing = {self.Outcome.CHANGED, self.Outcome.ANNULLED, self.Outcome.ILLEGAL, self.Outcome.INVALID}
        return self.outcome in changing

    @property
    def runs(self) -> tuple[date, date | None]:
        """From the application to the day it was over (None: still pending); no surcharge runs then (行政处罚法 73.3)."""
        return self.applied_on, self.effective_on

    def told(self) -> list[tuple[str, str]]:
        stay = ""
        if self.stay_since:
            until = date_format(self.stay_until) if self.stay_until else gettext("至今")
            stay = f"{date_format(self.stay_since)} – {until} {self.stay_reason}"
        outcome = f"{self.get_outcome_display()} {self.outcome_number} {self.outcome_reasons}" if self.outcome else ""
        return [
            (gettext("针对"), f"{self.party.name} {date_format(self.decision.decided_on)}"),
            (gettext("申请人（原告）"), self.applicant),
            (gettext("复议机关（法院）"), self.authority),
            (gettext("申请（起诉）日期"), date_format(self.applied_on)),
            (gettext("请求和理由"), self.claim),
            (gettext("答复（答辩）意见"), self.answer),
            (gettext("停止执行"), stay),
            (gettext("结果"), outcome),
            (gettext("生效日期"), date_format(self.effective_on) if self.effective_on else ""),
        ]
