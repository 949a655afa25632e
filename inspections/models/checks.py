"""Which object was checked, with whose approval, by whom, on what, and what came of it?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from inspections.check_procedure import Checking
from inspections.check_states import CheckState
from inspections.models.outings import Campaign, Outing
from inspections.models.registers import CheckItem, CheckObject
from inspections.models.task import Task
from officers.models import Department, Officer
from officers.roles import Role
from officers.state_field import StateField

SEES_ALL = (Role.BUREAU_HEAD, Role.ADMINISTRATOR)
SEES_UNIT = (Role.OFFICER, Role.TEAM_HEAD)
SEES_FINISHED = (Role.PUBLISHER,)


class CheckQuerySet(models.QuerySet["Check"]):
    def visible_to(self, officer: Officer) -> "CheckQuerySet":
        """One's own, one's unit's; the heads and the administrator see all, the publishers what is finished."""
        if officer.holds(*SEES_ALL):
            return self
        scope = Q(officers=officer) | Q(proposed_by=officer)
        if officer.holds(*SEES_UNIT):
            scope |= Q(department_id=officer.department_id)
        if officer.holds(*SEES_FINISHED):
            scope |= Q(state=CheckState.FINISHED)
        return self.filter(pk__in=self.model._default_manager.filter(scope).values("pk"))

    def finished(self) -> "CheckQuerySet":
        return self.filter(state=CheckState.FINISHED)


class Check(Checking, models.Model):
    """One check of one object by two officers or more (行政检查), from its approval to its result."""

    class Signing(models.TextChoices):
        SIGNED = "signed", _("现场负责人签名")
        REFUSED = "refused", _("拒绝签名")
        ABSENT = "absent", _("无人在场")

    state = StateField(default=CheckState.PROPOSED, choices=CheckState.choices, db_index=True)
    kind = models.CharField(_("检查种类"), max_length=20, choices=Task.Origin.choices)
    target = models.ForeignKey(CheckObject, models.PROTECT, related_name="checks", verbose_name=_("检查对象"))
    task = models.ForeignKey(
        Task, models.PROTECT, related_name="checks", verbose_name=_("检查任务"), null=True, blank=True
    )
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="checks", verbose_name=_("专项行动"), null=True, blank=True
    )
    outing = models.ForeignKey(
        Outing, models.PROTECT, related_name="checks", verbose_name=_("出动"), null=True, blank=True
    )
    items = models.ManyToManyField(CheckItem, related_name="checks", verbose_name=_("检查事项"))
    officers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="checks", verbose_name=_("检查人员"))
    plan = models.CharField(_("抽查计划编号"), max_length=40, blank=True)
    planned_on = models.DateField(_("检查日期"))
    place = models.CharField(_("检查地点"), max_length=200)
    department = models.ForeignKey(Department, models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField(_("申请日期"))

    over_cap_ground = models.CharField(_("超过年度频次的情形"), max_length=30, blank=True)
    over_cap_reason = models.CharField(_("超过年度频次的说明"), max_length=300, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    number = models.CharField(_("审批编号"), max_length=60, blank=True)
    return_reason = models.CharField(_("退回的理由"), max_length=300, blank=True)
    visit_code = models.CharField(max_length=24, unique=True, null=True, blank=True)
    slip_given = models.BooleanField(default=False)
    """A rating slip was handed out; which one, nobody can say (inspections.ratings)."""

    notified_on = models.DateField(_("通知日期"), null=True, blank=True)
    notified_how = models.CharField(_("通知方式和接收人"), max_length=120, blank=True)
    unnotified_ground = models.CharField(_("不事先通知的情形"), max_length=30, blank=True)
    unnotified_reason = models.CharField(_("不事先通知的说明"), max_length=300, blank=True)

    urgent_reason = models.CharField(_("情况紧急的说明"), max_length=300, blank=True)
    confirm_due_on = models.DateField(_("最迟补办审批日期"), null=True, blank=True)

    begun_on = models.DateField(_("实际检查日期"), null=True, blank=True)
    begun_at = models.TimeField(_("开始时间"), null=True, blank=True)
    ended_at = models.TimeField(_("结束时间"), null=True, blank=True)
    on_scene = models.CharField(_("现场负责人"), max_length=60, blank=True)
    on_scene_post = models.CharField(_("职务"), max_length=60, blank=True)
    told_rights = models.BooleanField(_("已出示证件、说明来意、告知申请回避和陈述申辩的权利"), default=False)
    findings = models.TextField(_("检查情况"), blank=True)
    signing = models.CharField(_("签名情况"), max_length=10, choices=Signing.choices, blank=True)
    signing_reason = models.CharField(_("没有签名的原因"), max_length=200, blank=True)

    result = models.CharField(_("检查结果"), max_length=30, blank=True)
    """A code of law/data/inspections.toml."""
    public_note = models.CharField(_("公示的说明"), max_length=200, blank=True)
    follow_up = models.CharField(_("后续处理"), max_length=200, blank=True)
    finished_on = models.DateField(_("完成日期"), null=True, blank=True)
    is_complete = models.BooleanField(_("检查记录完整"), default=False)
    """Only such a check is counted in the yearly table (表四)."""
    publish_by = models.DateField(_("最迟公示日期"), null=True, blank=True)
    call_off_reason = models.CharField(_("取消的理由"), max_length=300, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("行政检查")
        indexes: ClassVar = [
            models.Index(fields=["target", "begun_on"], name="checks_of_an_object"),
            models.Index(fields=["begun_on"], name="checks_by_day"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="an_approval_has_its_number",
                violation_error_message=_("这个审批编号已经用过。"),
            ),
            models.CheckConstraint(
                condition=Q(state="approved", approved_on__isnull=False) | ~Q(state="approved"),
                name="an_approved_check_has_its_approval",
                violation_error_message=_("检查须有批准人和批准日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["under_way", "finished"])
                | Q(approved_on__lte=F("begun_on"))
                | (~Q(urgent_reason="") & Q(confirm_due_on__isnull=False)),
                name="a_check_is_approved_before_or_urgent",
                violation_error_message=_("检查须事先批准；情况紧急的写明理由，事后补办。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="finished") | (~Q(result="") & Q(finished_on__isnull=False)),
                name="a_finished_check_has_its_result",
                violation_error_message=_("完成的检查须有结果。"),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.target} {self.planned_on}"

    @property
    def standing(self) -> CheckState:
        return CheckState(self.state)

    @property
    def day(self) -> date:
        """The day on which it was made or is to be made."""
        return self.begun_on or self.planned_on

    @property
    def is_joint(self) -> bool:
        return bool(self.partners.all())


class CheckPartner(models.Model):
    """Another department that came along in the same visit (联合检查、综合查一次)."""

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="partners")
    department = models.CharField(_("部门"), max_length=80)
    looked_at = models.CharField(_("检查内容"), max_length=200)

    def __str__(self) -> str:
        return self.department


class PointAnswer(models.Model):
    """What was found at one point of the form; the point's words stay as they were read."""

    class Answer(models.TextChoices):
        MET = "met", _("符合")
        NOT_MET = "not_met", _("不符合")
        NOT_ASKED = "not_asked", _("不适用")

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="answers")
    point = models.CharField(max_length=40)
    title = models.CharField(_("检查要点"), max_length=200)
    basis = models.CharField(_("依据"), max_length=120)
    answer = models.CharField(_("检查结果"), max_length=10, choices=Answer.choices)
    remark = models.CharField(_("备注"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_made", "point"],
                name="a_point_of_a_check_is_answered_once",
                violation_error_message=_("这个要点已经填写。"),
            )
        ]

    def __str__(self) -> str:
        return self.title


class CheckEvent(models.Model):
    """One act on a check, as it was done; only ever added to. A check has no case, hence no place in the record."""

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="events")
    act = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(_("办理日期"))
    at = models.DateTimeField(auto_now_add=True)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    said = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.act}"


class CheckCase(models.Model):
    """The case that a check led to: seen from both."""

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="cases")
    case = models.OneToOneField(Case, models.PROTECT, related_name="found_by_check")
    opened_on = models.DateField(_("登记日期"))

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.case_id}"
