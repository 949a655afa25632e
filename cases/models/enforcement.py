"""How is a party who does not perform made to: reminded, then by the bureau's own hand or through the court?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.execution_states import OVER, EnforcementState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.court import Applying
from cases.procedure.enforcement import Interrupting, Reminding
from cases.procedure.substitute import OwnEnforcing
from officers.state_field import StateField


class Enforcement(Reminding, Applying, OwnEnforcing, Interrupting, LegalObject):
    """What is done in one case against one party who does not perform (行政强制法 34–59)."""

    class Accepted(models.TextChoices):
        FULLY = "fully", _("采纳")
        PARTLY = "partly", _("部分采纳")
        NOT = "not", _("不予采纳")

    slug = "enforcement"
    relation = "enforcements"
    ended = OVER

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="enforcements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="enforcements")
    state = StateField(_("状态"), default=EnforcementState.OPEN, choices=EnforcementState.choices)
    resumes_to = models.CharField(max_length=12, choices=EnforcementState.choices, blank=True)
    """Where a suspension or an agreement began; resuming goes back there."""
    begun_on = models.DateField()
    duty = models.TextField(_("应履行的义务"))

    reminded_on = models.DateField(null=True, blank=True)
    amount = models.DecimalField(_("催告金额（元）"), max_digits=14, decimal_places=2, default=0)
    manner = models.TextField(_("履行方式"), blank=True)
    demands = models.TextField(_("履行要求"), blank=True)
    measures = models.JSONField(_("逾期采取的措施"), default=list, blank=True)
    other_measure = models.CharField(_("其他强制执行方式或者代履行人"), max_length=120, blank=True)

    statement = models.TextField(_("催告后的陈述申辩"), blank=True)
    stated_on = models.DateField(null=True, blank=True)
    accepted = models.CharField(_("采纳情况"), max_length=10, choices=Accepted.choices, blank=True)
    answer = models.TextField(_("复核意见及理由"), blank=True)
    answered_on = models.DateField(null=True, blank=True)

    structure = models.CharField(_("应拆除的建筑物、构筑物、设施"), max_length=200, blank=True)
    remove_by = models.DateField(_("限期自行拆除的日期"), null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True)

    over_on = models.DateField(null=True, blank=True)
    over_ground = models.CharField(_("终结情形"), max_length=40, blank=True)
    over_reason = models.TextField(_("执行情况"), blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("强制执行")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party"],
                name="one_enforcement_per_party",
                violation_error_message=_("该当事人已在强制执行中。"),
            ),
            models.CheckConstraint(
                condition=Q(state="open") | Q(state__in=["done", "ended"]) | Q(reminded_on__isnull=False),
                name="nothing_is_enforced_before_a_reminder",
                violation_error_message=_("未经催告不得强制执行（行政强制法第三十五条、第五十四条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["suspended", "agreed"]) | ~Q(resumes_to=""),
                name="what_stands_still_knows_where_to_resume",
                violation_error_message=_("中止或者达成协议的执行须记明从哪一步恢复。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "ended"]) | Q(over_on__isnull=False),
                name="an_enforcement_that_is_over_has_its_day",
                violation_error_message=_("已了结的执行须有日期。"),
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(answer="") & ~Q(accepted="")),
                name="an_answer_after_a_reminder_has_reasons",
                violation_error_message=_("复核须写明意见和理由（行政强制法第三十六条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{_('强制执行')} {self.party}"

    @property
    def execution(self) -> "OwnExecution | None":
        """The bureau's own decision that is being carried out."""
        return max(self.executions.all(), key=lambda row: row.pk, default=None)

    @property
    def application(self) -> "CourtApplication | None":
        return max(self.applications.all(), key=lambda row: row.pk, default=None)

    @property
    def suspension(self) -> "EnforcementSuspension | None":
        """The one that still stands."""
        return next((one for one in self.suspensions.all() if one.last is None), None)

    @property
    def agreement(self) -> "EnforcementAgreement | None":
        return max(self.agreements.all(), key=lambda row: row.pk, default=None)

    def told(self) -> list[tuple[str, str]]:
        application = self.application
        court = ""
        if application:
            court = " ".join(filter(None, [application.court, application.court_number, application.outcome]))
        return [
            (gettext("应履行的义务"), self.duty),
            (gettext("催告"), f"{date_format(self.reminded_on)} {self.amount}" if self.reminded_on else ""),
            (gettext("催告后的陈述申辩"), self.statement),
            (gettext("复核意见及理由"), self.answer),
            (gettext("应拆除的建筑物、构筑物、设施"), self.structure),
            (gettext("强制执行决定"), self.execution.content if self.execution else ""),
            (gettext("法院"), court),
            (gettext("执行协议"), self.agreement.terms if self.agreement else ""),
            (gettext("中止"), self.suspension.reason if self.suspension else ""),
            (gettext("执行情况"), self.over_reason),
        ]


class _Part(models.Model):
    """What belongs to one enforcement, and so to its party."""

    class Meta:
        abstract = True

    @property
    def party(self) -> Party:
        return self.enforcement.party  # type: ignore[attr-defined,no-any-return]


class OwnExecution(_Part):
    """The bureau's own decision to enforce, or to let somebody perform in the party's place (行政强制法 37, 46.3, 50)."""

    class Kind(models.TextChoices):
        OWN = "own", _("行政强制执行")
        SUBSTITUTE = "substitute", _("代履行")

    enforcement = models.ForeignKey(Enforcement, models.PROTECT, related_name="executions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    power = models.CharField(_("强制执行方式"), max_length=40)
    hiding = models.BooleanField(_("有转移或者隐匿财物迹象"), default=False)
    immediate = models.BooleanField(_("立即实施"), default=False)
    reason = models.TextField(_("理由"))
    planned_on = models.DateField(_("执行日期"))
    content = models.TextField(_("执行方式和内容"))
    executor = models.CharField(_("代履行人"), max_length=80, blank=True)
    budget = models.DecimalField(_("费用预算（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    prepaid_within = models.PositiveSmallIntegerField(_("预付期限（日）"), null=True, blank=True)
    reminded_again_on = models.DateField(null=True, blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    signed_by = models.CharField(_("签名或者盖章的人"), max_length=120, blank=True)
    urgency = models.CharField(_("紧急情况"), max_length=200, blank=True)
    cost = models.DecimalField(_("实际费用（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    result = models.TextField(_("实施情况"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="own") | (~Q(executor="") & Q(budget__isnull=False)),
                name="a_substitute_has_name_and_budget",
                violation_error_message=_("代履行决定须写明代履行人和费用预算（行政强制法第五十一条）。"),
            ),
            models.CheckConstraint(
                condition=Q(carried_out_at=None) | (~Q(result="") & ~Q(signed_by="")),
                name="what_was_carried_out_is_signed",
                violation_error_message=_("实施强制执行须有情况记录和签名（行政强制法第五十一条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.decided_on}"


class CourtApplication(_Part):
    """An application to the court for enforcement, with what the court answered (行政强制法 53–59)."""

    enforcement = models.ForeignKey(Enforcement, models.PROTECT, related_name="applications")
    court = models.CharField(_("受理法院"), max_length=80)
    proposed_on = models.DateField()
    requests = models.TextField(_("请求事项"))
    assets = models.TextField(_("申请强制执行标的情况"))
    materials = models.JSONField(_("提交材料"), default=dict)
    """Key of each material (law/data/enforcement.toml) → what it is and on how many pages."""
    urgency = models.TextField(_("立即执行的紧急情况"), blank=True)
    applied_on = models.DateField(null=True, blank=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    court_number = models.CharField(_("法院案号"), max_length=60, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    ruled_on = models.DateField(null=True, blank=True)
    reason = models.TextField(_("裁定理由"), blank=True)
    reviewed_by = models.CharField(_("上一级人民法院"), max_length=80, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(applied_on=None) | Q(applied_by__isnull=False),
                name="the_head_signs_an_application",
                violation_error_message=_("强制执行申请书须由行政机关负责人签名（行政强制法第五十五条）。"),
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(applied_on__isnull=True) | Q(accepted_on__gte=F("applied_on")),
                name="a_court_accepts_after_the_application",
                violation_error_message=_("受理日期早于申请日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.court} {self.applied_on or self.proposed_on}"

    @property
    def outcome(self) -> str:
        days = [
            (gettext("申请"), self.applied_on),
            (gettext("受理"), self.accepted_on),
            (gettext("裁定"), self.ruled_on),
        ]
        return " ".join(f"{label} {date_format(on)}" for label, on in days if on)


class EnforcementSuspension(_Part):
    """Days on which enforcement stood still, both ends included (行政强制法 39)."""

    enforcement = models.ForeignKey(Enforcement, models.PROTECT, related_name="suspensions")
    ground = models.CharField(_("中止情形"), max_length=40)
    reason = models.TextField(_("中止理由"))
    harmless = models.BooleanField(_("没有明显社会危害，当事人确无能力履行"), default=False)
    first = models.DateField()
    last = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["enforcement"],
                condition=Q(last=None),
                name="enforcement_is_suspended_once_at_a_time",
                violation_error_message=_("执行已经中止。"),
            ),
            models.CheckConstraint(
                condition=Q(last=None) | Q(last__gte=F("first")),
                name="a_suspension_ends_after_it_begins",
                violation_error_message=_("中止的结束日早于开始日。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.ground}"


class EnforcementAgreement(_Part):
    """How the party performs in stages; a surcharge may be reduced, the fine itself never (行政强制法 42)."""

    enforcement = models.ForeignKey(Enforcement, models.PROTECT, related_name="agreements")
    agreed_on = models.DateField()
    terms = models.TextField(_("协议内容"))
    last_day = models.DateField(_("全部履行的最后日期"))
    remedial = models.TextField(_("当事人采取的补救措施"), blank=True)
    relief = models.DecimalField(_("减免的加处罚款（元）"), max_digits=14, decimal_places=2, default=0)
    broken_on = models.DateField(null=True, blank=True)
    breach = models.TextField(_("不履行协议的情况"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(relief=0) | ~Q(remedial=""),
                name="relief_needs_a_remedial_measure",
                violation_error_message=_("当事人采取补救措施的，才可以减免加处的罚款（行政强制法第四十二条）。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreed_on} {self.terms[:20]}"
