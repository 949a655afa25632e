"""With which other organs does the bureau deal over a case: whose is it, who takes it, who helps, who sent it (行政处罚法 22–27)?"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.referral import Assisting, BeingTransferred, Disputing, Receiving
from officers.state_field import StateField


class AgencyTransfer(BeingTransferred, LegalObject):
    """A case sent to the authority that is competent, and what that authority answered."""

    class State(models.TextChoices):
        SENT = "sent", _("待受移送机关答复")
        ACCEPTED = "accepted", _("受移送机关已接收")
        DECLINED = "declined", _("受移送机关不接收")

    slug = "transfer"
    relation = "agency_transfers"
    ended = frozenset({"accepted", "declined"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="agency_transfers")
    state = StateField(default=State.SENT, choices=State.choices)
    addressee = models.CharField(_("受移送机关"), max_length=120)
    sent_on = models.DateField(_("移送日期"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    receiver = models.CharField(_("接收人"), max_length=60, blank=True)
    answer = models.TextField(_("受移送机关的意见"), blank=True)

    class Meta:
        verbose_name = _("移送其他机关")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=["sent", "accepted"]),
                name="one_transfer_to_an_authority_at_a_time",
                violation_error_message=_("本案已经移送。"),
            )
        ]

    def __str__(self) -> str:
        return self.addressee

    def told(self) -> list[tuple[str, str]]:
        return _told(
            (_("移送日期"), self.sent_on),
            (_("答复日期"), self.answered_on),
            (_("接收人"), self.receiver),
            (_("受移送机关的意见"), self.answer),
        )


class Dispute(Disputing, LegalObject):
    """Two authorities both claim, or both decline, a case (行政处罚法 25.2)."""

    class State(models.TextChoices):
        NEGOTIATING = "negotiating", _("协商管辖中")
        SETTLED = "settled", _("协商确定管辖")
        REPORTED = "reported", _("已报请指定管辖")
        DESIGNATED = "designated", _("已指定管辖")

    class Outcome(models.TextChoices):
        OURS = "ours", _("由本机关管辖")
        THEIRS = "theirs", _("由对方机关管辖")

    slug = "dispute"
    relation = "disputes"
    ended = frozenset({"settled", "designated"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="disputes")
    state = StateField(default=State.NEGOTIATING, choices=State.choices)
    other_agency = models.CharField(_("对方机关"), max_length=120)
    question = models.TextField(_("争议的问题"))
    raised_on = models.DateField(_("提出日期"))
    superior = models.CharField(_("共同的上一级机关"), max_length=120, blank=True)
    reported_on = models.DateField(_("报请日期"), null=True, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome.choices, blank=True)
    decided_on = models.DateField(_("确定日期"), null=True, blank=True)
    decision_number = models.CharField(_("指定管辖文号"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("管辖争议")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=["settled", "designated"]) | ~Q(outcome=""),
                name="a_settled_dispute_says_whose_case_it_is",
                violation_error_message=_("写明由哪个机关管辖。"),
            )
        ]

    def __str__(self) -> str:
        return self.other_agency

    @property
    def leaves_the_case_here(self) -> bool:
        return self.outcome == self.Outcome.OURS

    def told(self) -> list[tuple[str, str]]:
        return _told(
            (_("争议的问题"), self.question),
            (_("提出日期"), self.raised_on),
            (_("共同的上一级机关"), self.superior),
            (_("报请日期"), self.reported_on),
            (_("结果"), str(self.get_outcome_display()) if self.outcome else ""),
            (_("确定日期"), self.decided_on),
            (_("指定管辖文号"), self.decision_number),
        )


class Assistance(Assisting, LegalObject):
    """What another organ is asked to find out for us (行政处罚法 26)."""

    class State(models.TextChoices):
        SENT = "sent", _("待协助机关答复")
        ANSWERED = "answered", _("协助机关已答复")
        DECLINED = "declined", _("协助机关不予协助")

    slug = "assistance"
    relation = "assistance_requests"
    ended = frozenset({"answered", "declined"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="assistance_requests")
    state = StateField(default=State.SENT, choices=State.choices)
    addressee = models.CharField(_("协助机关"), max_length=120)
    questions = models.TextField(_("请求协助调查的问题"))
    sent_on = models.DateField(_("发函日期"))
    due_on = models.DateField(_("请于何日前答复"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = models.TextField(_("答复内容"), blank=True)

    class Meta:
        verbose_name = _("协助调查")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("sent_on")),
                name="help_is_asked_for_in_the_future",
                violation_error_message=_("答复日期早于发函日期。"),
            )
        ]

    def __str__(self) -> str:
        return self.addressee

    def told(self) -> list[tuple[str, str]]:
        return _told(
            (_("请求协助调查的问题"), self.questions),
            (_("发函日期"), self.sent_on),
            (_("请于何日前答复"), self.due_on),
            (_("答复日期"), self.answered_on),
            (_("答复内容"), self.answer),
        )


class IncomingTransfer(Receiving, LegalObject):
    """A case that another organ sent to us; it is told what became of it (行政处罚法 27)."""

    class State(models.TextChoices):
        RECEIVED = "received", _("待答复移送机关")
        ANSWERED = "answered", _("已答复移送机关")

    slug = "incoming"
    relation = "incoming_transfers"
    ended = frozenset({"answered"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="incoming_transfers")
    state = StateField(default=State.RECEIVED, choices=State.choices)
    sender = models.CharField(_("移送机关"), max_length=120)
    letter_number = models.CharField(_("移送函文号"), max_length=60, blank=True)
    received_on = models.DateField(_("收到日期"))
    materials = models.TextField(_("随案材料和物品"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = models.TextField(_("答复内容"), blank=True)

    class Meta:
        verbose_name = _("来案移送")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"],
                name="a_case_is_sent_to_us_once",
                violation_error_message=_("本案的移送已经登记。"),
            )
        ]

    def __str__(self) -> str:
        return self.sender

    def told(self) -> list[tuple[str, str]]:
        return _told(
            (_("移送函文号"), self.letter_number),
            (_("收到日期"), self.received_on),
            (_("随案材料和物品"), self.materials),
            (_("答复日期"), self.answered_on),
            (_("答复内容"), self.answer),
        )


def _told(*said: tuple[Any, Any]) -> list[tuple[str, str]]:
    """Days are written as the reader's language writes them."""
    return [(str(label), date_format(value) if hasattr(value, "year") else value or "") for label, value in said]
