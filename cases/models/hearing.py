"""What did the party receive, say and ask for?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.party import Party


class ServiceRecord(models.Model):
    """Proof that a paper reached a party on a day (行政处罚法 61, 民事诉讼法 87–95)."""

    class Manner(models.TextChoices):
        DIRECT = "direct", _("直接送达")
        LEFT = "left", _("留置送达")
        POST = "post", _("邮寄送达")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="services")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="services")
    party = models.ForeignKey(Party, models.PROTECT, related_name="services")
    manner = models.CharField(_("送达方式"), max_length=10, choices=Manner.choices)
    served_on = models.DateField(_("送达日期"))
    place = models.CharField(_("送达地点"), max_length=120)
    receiver = models.CharField(_("收件人"), max_length=60)
    receiver_relation = models.CharField(_("收件人与受送达人关系"), max_length=60)
    witness = models.CharField(_("见证人"), max_length=60, blank=True)
    post_number = models.CharField(_("邮件号码"), max_length=40, blank=True)
    server = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_server = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.CharField(_("备注"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], name="a_paper_is_served_once", violation_error_message=_("该文书已送达。")
            ),
            models.CheckConstraint(
                condition=~Q(manner="left") | ~Q(witness=""),
                name="leaving_needs_a_witness",
                violation_error_message=_("留置送达须有见证人或拍照录像说明（民事诉讼法第八十九条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(manner="post") | ~Q(post_number=""),
                name="posting_needs_a_number",
                violation_error_message=_("邮寄送达须填写邮件号码。"),
            ),
            models.CheckConstraint(
                condition=~Q(server=F("second_server")),
                name="two_different_officers_serve",
                violation_error_message=_("送达须由两名不同的执法人员进行。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.served_on}"


class Statement(models.Model):
    """What a party said after the notice, and how it was answered (行政处罚法 45)."""

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("陈述申辩")
        WAIVER = "waiver", _("放弃陈述申辩和听证")

    class Accepted(models.TextChoices):
        FULLY = "fully", _("采纳")
        PARTLY = "partly", _("部分采纳")
        NOT = "not", _("不予采纳")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="statements")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    made_on = models.DateField(_("提出日期"))
    oral = models.BooleanField(_("口头提出"), default=False)
    text = models.TextField(_("陈述申辩内容"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    accepted = models.CharField(_("采纳情况"), max_length=10, choices=Accepted.choices, blank=True)
    answer = models.TextField(_("复核意见及理由"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(answer="") & ~Q(accepted="")),
                name="an_answer_has_reasons",
                violation_error_message=_("复核须写明意见和理由。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_kind_display()}"


class Hearing(models.Model):
    """A hearing asked for by a party (行政处罚法 63–65)."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("已申请")
        CONVENED = "convened", _("已通知")
        HELD = "held", _("已举行")
        WAIVED = "waived", _("放弃或撤回")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="hearings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="hearings")
    round = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.REQUESTED)
    requested_on = models.DateField()
    oral = models.BooleanField(default=False)
    convened_on = models.DateField(null=True, blank=True)
    set_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    is_public = models.BooleanField(default=True)
    private_reason = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    minutes = models.TextField(blank=True)
    opinion = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party", "round"],
                name="one_hearing_per_party_and_round",
                violation_error_message=_("该当事人本轮已申请听证。"),
            ),
            models.CheckConstraint(
                condition=~Q(status="held") | (Q(held_on__isnull=False) & ~Q(minutes="")),
                name="a_held_hearing_has_minutes",
                violation_error_message=_("听证举行后须有笔录。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_status_display()}"
