"""What was reported to the bureau, by which way, who sees to it until when, and what came of it?

A source is no legal object with a procedure of its own: the procedure begins with the case (程序规定 62). Whoever reported
it stands in a table of its own, so that no list, export or search of sources can come upon a name by accident.
"""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from inspections.models.registers import CheckObject
from inspections.models.task import Task
from officers.models import Department, Officer
from officers.roles import Role

SEE_ALL = (Role.BUREAU_HEAD, Role.ADMINISTRATOR)
MACHINES = ("weighing", "camera")
"""The kinds whose records a person reviews before anything is filed (行政处罚法 41)."""


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, officer: Officer) -> "SourceQuerySet":
        """The own unit's and the own ones; a head of a unit also sees what nobody was given yet."""
        if not officer.sees_cases:
            return self.none()
        if officer.holds(*SEE_ALL):
            return self
        scope = Q(pk__in=[])
        if officer.holds(Role.OFFICER, Role.TEAM_HEAD):
            scope |= Q(department_id=officer.department_id) | Q(handler=officer) | Q(registered_by=officer)
        if officer.holds(Role.TEAM_HEAD):
            scope |= Q(department=None)
        return self.filter(scope)

    def open(self) -> "SourceQuerySet":
        return self.filter(closed_on=None)

    def reported(self) -> "SourceQuerySet":
        """Without what machines recorded: those are reviewed, not answered."""
        return self.exclude(kind__in=MACHINES)

    def unanswered(self) -> "SourceQuerySet":
        return self.open().filter(reply_due_on__isnull=False, replied_on=None)

    def undecided(self) -> "SourceQuerySet":
        return self.open().filter(verify_due_on__isnull=False, decided_on=None)


class Source(models.Model):
    """One line of the register of sources (线索登记)."""

    class Kind(models.TextChoices):
        HOTLINE_12328 = "hotline_12328", _("12328 热线")
        HOTLINE_OTHER = "hotline_other", _("其他热线（市长、旗长热线）")
        REPORT = "report", _("举报")
        COMPLAINT = "complaint", _("投诉")
        CONGRESS = "congress", _("人大代表建议")
        CONFERENCE = "conference", _("政协提案")
        TRANSFER = "transfer", _("其他机关移送")
        SUPERIOR = "superior", _("上级交办")
        CHECK = "check", _("检查中发现")
        WEIGHING = "weighing", _("治超站称重记录")
        CAMERA = "camera", _("电子监控记录")

    class Grade(models.TextChoices):
        SIMPLE = "simple", _("简单")
        ORDINARY = "ordinary", _("普通")
        COMPLEX = "complex", _("复杂")

    class Channel(models.TextChoices):
        PHONE = "phone", _("电话")
        PLATFORM = "platform", _("平台转办")
        PORTAL = "portal", _("网上填写")
        LETTER = "letter", _("来信、公文")
        VISIT = "visit", _("当面")
        SCENE = "scene", _("执法现场")
        MACHINE = "machine", _("设备记录导入")

    class Decision(models.TextChoices):
        CASE = "case", _("转入案件")
        NOT_FILED = "not_filed", _("不予立案")
        ELSEWHERE = "elsewhere", _("移送有管辖权的机关")

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", _("满意")
        FAIRLY = "fairly", _("基本满意")
        DISSATISFIED = "dissatisfied", _("不满意")
        UNREACHED = "unreached", _("未能回访")

    kind = models.CharField(_("来源"), max_length=20, choices=Kind.choices)
    grade = models.CharField(_("难易"), max_length=10, choices=Grade.choices, default=Grade.ORDINARY)
    channel = models.CharField(_("渠道"), max_length=10, choices=Channel.choices)
    outside_number = models.CharField(_("来文号或工单号"), max_length=60, blank=True)
    received_at = models.DateTimeField(_("收到时间"))
    content = models.TextField(_("反映的内容"))
    occurred_on = models.DateField(_("发生日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=160, blank=True)
    plate = models.CharField(_("车牌号"), max_length=20, blank=True)
    object_name = models.CharField(_("被反映的单位或个人"), max_length=120, blank=True)
    target = models.ForeignKey(
        CheckObject, models.PROTECT, related_name="sources", verbose_name=_("名录库中的对象"), null=True, blank=True
    )
    is_lead = models.BooleanField(_("反映违法行为"), default=True)
    """To be verified: does it become a case or not? A question put to the hotline does not."""
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="sources", verbose_name=_("承办机构"), null=True, blank=True
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="sources",
        verbose_name=_("承办人"),
        null=True,
        blank=True,
    )
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    """None: written by the public itself."""
    reply_due_on = models.DateField(_("答复期限"), null=True, blank=True)
    reply_counted = models.CharField(max_length=300, blank=True)
    reply_extension_reason = models.CharField(_("延长答复的理由"), max_length=300, blank=True)
    verify_due_on = models.DateField(_("核查期限"), null=True, blank=True)
    verify_counted = models.CharField(max_length=300, blank=True)
    verify_extension_reason = models.CharField(_("延长核查的理由"), max_length=300, blank=True)
    replied_on = models.DateField(_("答复日期"), null=True, blank=True)
    reply = models.TextField(_("答复"), blank=True)
    reply_by = models.CharField(_("答复方式"), max_length=10, choices=Channel.choices, blank=True)
    satisfaction = models.CharField(_("满意度"), max_length=15, choices=Satisfaction.choices, blank=True)
    asked_on = models.DateField(_("回访日期"), null=True, blank=True)
    decision = models.CharField(_("处理决定"), max_length=10, choices=Decision.choices, blank=True)
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decision_reason = models.TextField(_("决定的理由"), blank=True)
    told_on = models.DateField(_("告知反映人的日期"), null=True, blank=True)
    cleared_on = models.DateField(_("审核通过日期"), null=True, blank=True)
    """Of a machine's record: a person found it true, clear, whole and accurate (行政处罚法 41.2)."""
    case = models.ForeignKey(Case, models.PROTECT, related_name="sources", null=True, blank=True)
    tasks = models.ManyToManyField(Task, related_name="sources", blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    closing_note = models.CharField(_("办结说明"), max_length=300, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["reply_due_on"], condition=Q(closed_on=None), name="sources_by_reply_day"),
            models.Index(fields=["verify_due_on"], condition=Q(closed_on=None), name="sources_by_verify_day"),
            models.Index(fields=["kind", "received_at"], name="sources_by_kind_and_day"),
            models.Index(fields=["plate"], condition=~Q(plate=""), name="sources_by_plate"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision="", decided_on=None, decided_by=None, decision_reason="")
                | ~Q(decision="") & Q(decided_on__isnull=False, decided_by__isnull=False) & ~Q(decision_reason=""),
                name="a_decision_on_a_source_is_whole",
                violation_error_message=_("是否立案的决定须写明结果、理由、日期和决定人（程序规定第六十二条）。"),
            ),
            models.CheckConstraint(
                condition=Q(case=None) | Q(decision="case"),
                name="a_source_with_a_case_was_decided_so",
                violation_error_message=_("已经转入案件的线索，处理决定只能是转入案件。"),
            ),
            models.CheckConstraint(
                condition=Q(case=None) | ~Q(kind__in=MACHINES) | Q(cleared_on__isnull=False),
                name="no_case_from_a_record_nobody_reviewed",
                violation_error_message=_("设备记录未经审核，不得立案（行政处罚法第四十一条第二款）。"),
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None, reply="", reply_by="")
                | Q(replied_on__isnull=False) & ~Q(reply="") & ~Q(reply_by=""),
                name="a_reply_to_a_source_is_whole",
                violation_error_message=_("答复须写明内容、日期和方式。"),
            ),
            models.CheckConstraint(
                condition=Q(satisfaction="", asked_on=None) | ~Q(satisfaction="") & Q(asked_on__isnull=False),
                name="satisfaction_has_its_day",
                violation_error_message=_("满意度须写明回访日期。"),
            ),
            models.CheckConstraint(
                condition=Q(verify_due_on=None) | Q(is_lead=True),
                name="only_a_lead_is_verified",
                violation_error_message=_("不反映违法行为的，没有核查期限。"),
            ),
        ]

    def __str__(self) -> str:
        return f"XS{timezone.localtime(self.received_at).year}-{self.pk:05d}"

    @property
    def received_on(self) -> date:
        return timezone.localdate(self.received_at)

    @property
    def is_machines(self) -> bool:
        return self.kind in MACHINES

    @property
    def title(self) -> str:
        return f"{self.get_kind_display()} · {Truncator(self.content).chars(40)}"

    @property
    def next_due(self) -> date | None:
        """The nearer of what is still owed: the decision or the answer."""
        owed = [self.verify_due_on if not self.decided_on else None, self.reply_due_on if not self.replied_on else None]
        return min((one for one in owed if one), default=None) if self.closed_on is None else None


class Informant(models.Model):
    """Who reported it. Read by those who handle it, each time with a reason; shown nowhere else."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="informant")
    name = models.CharField(_("反映人姓名"), max_length=60, blank=True)
    phone = models.CharField(_("反映人电话"), max_length=40, blank=True)
    wants_unknown = models.BooleanField(_("要求保密"), default=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(name="", phone=""),
                name="an_informant_left_something",
                violation_error_message=_("没有留姓名和电话的，不登记反映人。"),
            )
        ]

    def __str__(self) -> str:
        return str(_("反映人"))


class InformantReading(models.Model):
    """Somebody looked who reported it: who, when, why."""

    informant = models.ForeignKey(Informant, models.PROTECT, related_name="readings")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    reason = models.CharField(_("查看的理由"), max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_reading_has_its_reason",
                violation_error_message=_("查看反映人须写明理由。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.read_at:%Y-%m-%d} {self.reason}"


class SourceStep(models.Model):
    """What was done with a source, by whom and when; added to, never changed."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="steps")
    what = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField()
    text = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.what


class SourceLink(models.Model):
    """Two sources that tell of the same thing, or do not: a person judged it; a link can be undone."""

    first = models.ForeignKey(Source, models.PROTECT, related_name="links_later")
    second = models.ForeignKey(Source, models.PROTECT, related_name="links_earlier")
    why = models.CharField(_("为什么提出"), max_length=200)
    is_same = models.BooleanField(_("同一件事"))
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judged_on = models.DateField()
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    undone_on = models.DateField(null=True, blank=True)
    undo_reason = models.CharField(_("撤销的理由"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(undone_on=None),
                name="two_sources_are_judged_once",
                violation_error_message=_("这两条线索已经判断过。"),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="the_earlier_source_comes_first",
                violation_error_message=_("线索不能与自己关联。"),
            ),
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_on=None, undo_reason="")
                | Q(undone_by__isnull=False, undone_on__isnull=False) & ~Q(undo_reason=""),
                name="an_undone_link_has_day_and_reason",
                violation_error_message=_("撤销关联须写明日期和理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id}–{self.second_id}"


class Forwarding(models.Model):
    """A source handed on to another organ, or told to it (移送、抄告)."""

    class Way(models.TextChoices):
        TRANSFER = "transfer", _("移送")
        COPY = "copy", _("抄告")
        ASSIST = "assist", _("协查")

    source = models.ForeignKey(Source, models.PROTECT, related_name="forwardings")
    way = models.CharField(_("方式"), max_length=10, choices=Way.choices)
    organ = models.CharField(_("机关"), max_length=120)
    content = models.TextField(_("移送、抄告的内容"))
    sent_on = models.DateField(_("发出日期"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reply_due_on = models.DateField(_("回复期限"))
    replied_on = models.DateField(_("收到回复日期"), null=True, blank=True)
    reply = models.TextField(_("回复"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reply_due_on__gte=F("sent_on")),
                name="an_organ_answers_after_it_was_asked",
                violation_error_message=_("回复期限早于发出日期。"),
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None, reply="") | Q(replied_on__isnull=False) & ~Q(reply=""),
                name="an_organs_answer_is_whole",
                violation_error_message=_("回复须写明内容和日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} {self.organ}"

    def answered(self, **facts: Any) -> bool:
        """Write the answer down once; False where somebody was faster."""
        return bool(Forwarding.objects.filter(pk=self.pk, replied_on=None).update(**facts))
