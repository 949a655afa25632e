"""What is a case, who handles it, and in which state is it?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.hearings import Hearing
from cases.procedure.clearing import Clearings
from cases.procedure.closing import Closing
from cases.procedure.coercion import Coercing
from cases.procedure.correction import Corrections
from cases.procedure.cost import AccountingForCosts
from cases.procedure.decision import Deciding
from cases.procedure.discussion import Discussing
from cases.procedure.erasure import KeepingAndErasing
from cases.procedure.execution import Executing
from cases.procedure.exemption import AskingForExemption
from cases.procedure.exits import Exits
from cases.procedure.filing import Filing
from cases.procedure.hearing import Hearings
from cases.procedure.investigation import Investigating
from cases.procedure.joinder import JoiningAndParting
from cases.procedure.measures import Measures
from cases.procedure.notice import Notifying
from cases.procedure.paper_repair import RepairingPapers
from cases.procedure.police import SuspectingCrime
from cases.procedure.recusal import ChangingPeople
from cases.procedure.redrawing import Redrawing
from cases.procedure.referral import Referring
from cases.procedure.remedy import Remedies
from cases.procedure.restitution import AskingToMakeGood
from cases.procedure.review import Reviewing
from cases.procedure.review_disputes import Disagreeing
from cases.procedure.service import Serving
from cases.procedure.spot import PunishingOnTheSpot
from cases.procedure.stepback import SteppingBack
from cases.procedure.suspension import Pausing
from cases.states import ENDED, FILED, SUMMARY_STATES, Procedure, State
from officers.models import Department, Officer
from officers.roles import Role
from officers.state_field import StateField


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, officer: Officer) -> "CaseQuerySet":
        """The one scope of every list: own, own unit's, or by post (security.md P22)."""
        if not officer.sees_cases:
            return self.none()
        if officer.holds(Role.BUREAU_HEAD, Role.ADMINISTRATOR):
            return self
        scope = Q(pk__in=CaseOfficer.objects.filter(officer=officer, until=None).values("case"))
        if officer.holds(Role.OFFICER, Role.TEAM_HEAD):
            scope |= Q(department_id=officer.department_id)
        if officer.holds(Role.LEGAL_REVIEWER):
            scope |= Q(state__in=FILED)
        if officer.holds(Role.FINANCE, Role.PUBLISHER):
            scope |= Q(state__in=AFTER_DECISION)
        if officer.holds(Role.ARCHIVIST):
            scope |= Q(state__in=[State.CLOSED, State.ARCHIVED])
        # Whoever chairs its hearing, keeps its things or was asked for advice in it sees that case and no other.
        theirs: dict[Role, models.QuerySet[Any]] = {
            Role.HEARING_CHAIR: Hearing.objects.filter(chair=officer),
            Role.KEEPER: officer.custodies.all(),
            Role.LEGAL_COUNSEL: officer.advice_asked.all(),
        }
        for role, rows in theirs.items():
            if officer.holds(role):
                scope |= Q(pk__in=rows.values("case"))
        if officer.holds(Role.SEAL_KEEPER):
            scope |= Q(pk__in=self.model._default_manager.filter(seal_uses__isnull=False).values("pk"))
        return self.filter(scope)


AFTER_DECISION = [
    State.DECIDED,
    State.SERVED,
    State.CLOSING_PROPOSED,
    State.CLOSING_ENDORSED,
    State.CLOSED,
    State.ARCHIVED,
]


class Case(
    Filing,
    PunishingOnTheSpot,
    Investigating,
    Measures,
    Corrections,
    Coercing,
    Clearings,
    ChangingPeople,
    Notifying,
    Hearings,
    Reviewing,
    Disagreeing,
    Discussing,
    Deciding,
    Serving,
    Executing,
    Exits,
    SuspectingCrime,
    Referring,
    JoiningAndParting,
    SteppingBack,
    Pausing,
    Closing,
    Remedies,
    AskingToMakeGood,
    AccountingForCosts,
    Redrawing,
    RepairingPapers,
    KeepingAndErasing,
    AskingForExemption,
    models.Model,
):
    """One enforcement case, under the ordinary procedure (普通程序) or the summary one (简易程序)."""

    class Source(models.TextChoices):
        """The six sources that form 1 prints."""

        INSPECTION = "inspection", _("在行政检查中发现的")
        REPORT = "report", _("个人、法人及其他组织举报经核实的")
        SUPERIOR = "superior", _("上级机关交办的")
        SUBORDINATE = "subordinate", _("下级机关报请查处的")
        TRANSFER = "transfer", _("有关部门移送的")
        OTHER = "other", _("其他途径发现的")

    class Recommendation(models.TextChoices):
        """The four outcomes of 行政处罚法 57."""

        PENALTY = "penalty", _("给予行政处罚")
        NO_PENALTY = "no_penalty", _("不予行政处罚")
        WITHDRAW = "withdraw", _("违法事实不能成立，撤销立案")
        TRANSFER = "transfer", _("移送有管辖权的机关")

    state = StateField(default=State.LEAD, choices=State.choices, db_index=True)
    procedure = models.CharField(_("适用程序"), max_length=8, choices=Procedure.choices, default=Procedure.ORDINARY)
    version = models.PositiveIntegerField(default=1)
    number = models.CharField(_("案号"), max_length=40, null=True, blank=True, unique=True)
    cause = models.CharField(_("案由"), max_length=200)
    source = models.CharField(_("案件来源"), max_length=20, choices=Source.choices)
    source_detail = models.CharField(_("来源说明"), max_length=120, blank=True)
    received_at = models.DateTimeField(_("受案时间"))
    occurred_on = models.DateField(_("发生日期"))
    place = models.CharField(_("发生地点"), max_length=160)
    summary = models.TextField(_("案件基本情况"))
    department = models.ForeignKey(Department, models.PROTECT, related_name="cases", verbose_name=_("办案机构"))
    registered_on = models.DateField(_("登记日期"))
    filed_on = models.DateField(_("立案日期"), null=True, blank=True)
    closed_on = models.DateField(_("结案日期"), null=True, blank=True)
    archived_on = models.DateField(_("归档日期"), null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    recommendation = models.CharField(max_length=12, choices=Recommendation.choices, blank=True)
    findings = models.TextField(_("调查经过及违法事实"), blank=True)
    proposal_reasons = models.TextField(_("处理意见及理由"), blank=True)
    is_complex = models.BooleanField(_("疑难复杂、涉及多个法律关系"), default=False)
    concerns_public_interest = models.BooleanField(_("涉及重大公共利益"), default=False)
    exit_reason = models.TextField(_("终结理由"), blank=True)
    transferred_to = models.CharField(_("受移送机关"), max_length=120, blank=True)
    closing_note = models.TextField(_("执行情况"), blank=True)
    archive_number = models.CharField(_("档案号"), max_length=40, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["-registered_on", "-id"], name="cases_newest_first"),
            models.Index(fields=["department", "state"], name="cases_by_unit_and_state"),
            models.Index(fields=["closed_on"], name="cases_by_closing_day"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=State.values),
                name="a_case_is_in_a_known_state",
                violation_error_message=_("案件状态不在法定程序之内。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(FILED))
                | (Q(number__isnull=False) & (Q(filed_on__isnull=False) | Q(procedure="summary"))),
                name="a_filed_case_has_number_and_day",
                violation_error_message=_("已立案的案件必须有案号和立案日期（行政处罚法第五十四条）。"),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(filed_on=None) | Q(closed_on__gte=F("filed_on")),
                name="a_case_closes_after_it_is_filed",
                violation_error_message=_("结案日期早于立案日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.CLOSED, State.ARCHIVED]) | Q(closed_on__isnull=False),
                name="a_closed_case_has_its_day",
                violation_error_message=_("已结案的案件必须有结案日期。"),
            ),
            models.CheckConstraint(
                condition=Q(procedure="ordinary")
                | (Q(procedure="summary") & Q(state__in=sorted(SUMMARY_STATES)) & Q(filed_on=None)),
                name="a_summary_case_goes_its_own_way",
                violation_error_message=_("简易程序案件不经过立案、调查和审核（行政处罚法第五十一条）。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{_('未立案')} {self.pk}"

    @property
    def standing(self) -> State:
        return State(self.state)

    @property
    def has_ended(self) -> bool:
        return self.standing in ENDED


class CaseOfficer(models.Model):
    """Who handles a case from when to when; a change of officers leaves both rows."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignments")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "officer"],
                condition=Q(until=None),
                name="an_officer_handles_a_case_once",
                violation_error_message=_("该执法人员已是本案承办人。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.since}"
