"""What did the party receive and say, and what was it ordered to put right?"""

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

    class Consequence(models.TextChoices):
        """What follows from an answer: a heavier penalty never does (行政处罚法 45.2)."""

        NONE = "none", _("维持告知的处理意见")
        LIGHTER = "lighter", _("提出更轻的处理意见，不重新告知")
        ANEW = "anew", _("事实、依据或者处罚要变更，重新告知")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="statements")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    made_on = models.DateField(_("提出日期"))
    made_at = models.TimeField(_("提出时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=120, blank=True)
    oral = models.BooleanField(_("口头提出"), default=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    second_taker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(_("陈述申辩内容"), blank=True)
    put_forward = models.TextField(_("提出的事实和证据"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    accepted = models.CharField(_("采纳情况"), max_length=10, choices=Accepted.choices, blank=True)
    findings = models.TextField(_("复核查明的情况"), blank=True)
    answer = models.TextField(_("复核意见及理由"), blank=True)
    consequence = models.CharField(_("复核的结果"), max_length=10, choices=Consequence.choices, blank=True)

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


class Correction(models.Model):
    """An order to correct the violation and whether it was obeyed (行政处罚法 28)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="corrections")
    party = models.ForeignKey(Party, models.PROTECT, related_name="corrections")
    content = models.TextField(_("改正内容和要求"))
    ordered_on = models.DateField()
    due_on = models.DateField(_("改正期限"), null=True, blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    finding = models.CharField(_("复查情况"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.content
