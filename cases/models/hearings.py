"""What became of a hearing that a party asked for, from the request to the report?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.hearing_states import CLOSED, TOOK_PLACE, HearingState
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.hearing import ConductingHearings
from officers.state_field import StateField


class Hearing(ConductingHearings, LegalObject):
    """A hearing asked for by a party (行政处罚法 63–65)."""

    class PrivateGround(models.TextChoices):
        """Every other hearing is public (行政处罚法 64(3))."""

        STATE = "state", _("国家秘密")
        COMMERCIAL = "commercial", _("商业秘密")
        PRIVACY = "privacy", _("个人隐私")

    class Advice(models.TextChoices):
        """What the chair advises after the hearing; a heavier penalty is not among it (行政处罚法 45.2)."""

        AS_NOTIFIED = "as_notified", _("按告知的处理意见决定")
        LIGHTER = "lighter", _("减轻、从轻或者不予处罚")
        ANEW = "anew", _("事实、证据或者依据有变化，补充调查后重新告知")

    slug = "hearing"
    relation = "hearings"
    ended = CLOSED

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="hearings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="hearings")
    round = models.PositiveSmallIntegerField()
    state = StateField(default=HearingState.REQUESTED, choices=HearingState.choices, max_length=10)
    requested_on = models.DateField()
    oral = models.BooleanField(default=False)
    request = models.TextField(_("要求听证的理由"), blank=True)
    convened_on = models.DateField(null=True, blank=True)
    set_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=True)
    private_ground = models.CharField(max_length=10, choices=PrivateGround.choices, blank=True)
    private_reason = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    attended = models.CharField(_("其他参加人"), max_length=200, blank=True)
    stages = models.JSONField(default=list)
    """What was said, in order: stage, speaker, text (行政处罚法 64(7))."""
    exhibits = models.JSONField(default=list)
    """Each piece of evidence that was shown: evidence, title, opinion of the party."""
    signed = models.BooleanField(_("已核对并签名"), default=True)
    unsigned_reason = models.CharField(_("拒绝签名的情况"), max_length=200, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    report = models.TextField(_("听证基本情况"), blank=True)
    opinion = models.TextField(_("听证意见"), blank=True)
    advice = models.CharField(_("处理建议"), max_length=12, choices=Advice.choices, blank=True)
    ground = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    """Why it was refused, withdrawn or ended."""

    class Meta:
        verbose_name = _("听证")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party", "round"],
                name="one_hearing_per_party_and_round",
                violation_error_message=_("该当事人本轮已申请听证。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=TOOK_PLACE) | (Q(held_on__isnull=False) & ~Q(stages=[])),
                name="a_held_hearing_has_minutes",
                violation_error_message=_("听证举行后须有笔录。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=HearingState.REPORTED) | ~Q(opinion=""),
                name="a_reported_hearing_has_an_opinion",
                violation_error_message=_("听证报告须有听证意见。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[HearingState.REFUSED, HearingState.WAIVED, HearingState.ENDED]) | ~Q(note=""),
                name="a_hearing_that_was_not_held_says_why",
                violation_error_message=_("没有举行听证的，须写明原因。"),
            ),
            models.CheckConstraint(
                condition=Q(is_public=True) | ~Q(private_reason=""),
                name="a_private_hearing_says_why",
                violation_error_message=_("听证公开举行；不公开的须写明理由（行政处罚法第六十四条）。"),
            ),
            models.CheckConstraint(
                condition=Q(chair=None) | Q(recorder=None) | ~Q(chair=F("recorder")),
                name="chair_and_recorder_differ",
                violation_error_message=_("听证主持人和记录人不能是同一人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_state_display()}"

    @property
    def heading(self) -> str:
        return str(self.party)

    def told(self) -> list[tuple[str, str]]:
        when = f"{localtime(self.set_for):%Y-%m-%d %H:%M}" if self.set_for else ""
        return [
            (gettext("提出日期"), f"{self.requested_on}{gettext('（口头）') if self.oral else ''}"),
            (gettext("要求听证的理由"), self.request),
            (gettext("听证时间"), when),
            (gettext("听证地点"), self.place),
            (gettext("听证主持人"), self.chair.name if self.chair else ""),
            (gettext("听证记录人"), self.recorder.name if self.recorder else ""),
            (gettext("不公开的理由"), "" if self.is_public else self.private_reason),
            (gettext("委托代理人"), gettext("、").join(one.name for one in self.agents.all())),
            *((str(one.get_kind_display()), f"{one.on} {one.reason}") for one in self.changes.all()),
            (gettext("听证意见"), self.opinion),
            (gettext("情况"), self.note),
        ]


class HearingChange(models.Model):
    """The hearing was put off, interrupted, taken up again or ended, and why (程序规定, 听证一章)."""

    class Kind(models.TextChoices):
        POSTPONED = "postponed", _("延期")
        SUSPENDED = "suspended", _("中止")
        RESUMED = "resumed", _("恢复")
        ENDED = "ended", _("终止")

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="changes")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    ground = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=400)
    was_set_for = models.DateTimeField(null=True, blank=True)
    set_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind__in=["postponed", "resumed"]) | Q(set_for__isnull=False),
                name="a_new_hearing_day_is_named",
                violation_error_message=_("延期或者恢复听证须写明新的时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_change_of_a_hearing_has_a_reason",
                violation_error_message=_("延期、中止、恢复或者终止听证须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


class HearingAgent(models.Model):
    """Who speaks for the party at the hearing: one or two people with a power of attorney (行政处罚法 64(5))."""

    class Powers(models.TextChoices):
        GENERAL = "general", _("一般授权")
        SPECIAL = "special", _("特别授权（可以代为承认、放弃、变更）")

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="agents")
    name = models.CharField(_("代理人姓名"), max_length=60)
    sex = models.CharField(_("性别"), max_length=2, blank=True)
    id_number = models.CharField(_("身份证件号"), max_length=40)
    workplace = models.CharField(_("工作单位及职务"), max_length=120, blank=True)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    powers = models.CharField(_("授权范围"), max_length=10, choices=Powers.choices)
    authorised_on = models.DateField(_("授权日期"))
    power_of_attorney = models.ForeignKey(
        "cases.Evidence", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("授权委托书")
    )
    registered_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["hearing", "name"],
                name="an_agent_is_registered_once",
                violation_error_message=_("该代理人已经登记。"),
            )
        ]

    def __str__(self) -> str:
        return self.name


class HearingRecusal(models.Model):
    """A challenge to the chair or the recorder and what the head decided (行政处罚法 43, 64(4))."""

    class Function(models.TextChoices):
        CHAIR = "chair", _("听证主持人")
        RECORDER = "recorder", _("听证记录人")

    class By(models.TextChoices):
        PARTY = "party", _("当事人申请")
        SELF = "self", _("本人自行回避")

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="recusals")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    function = models.CharField(max_length=10, choices=Function.choices)
    challenged = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.CharField(max_length=10, choices=By.choices)
    reason = models.CharField(max_length=400)
    granted = models.BooleanField()
    replacement = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    opinion = models.CharField(max_length=400)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(granted=False) | Q(replacement__isnull=False),
                name="a_recused_person_is_replaced",
                violation_error_message=_("同意回避的须另行指定人员。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_function_display()} {self.challenged}"
