"""Which case is suspected to be a crime, and where does it stand between the bureau and the police (移送规定)?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.police import TransferringToPolice
from officers.state_field import StateField


class PoliceTransfer(TransferringToPolice, LegalObject):
    """One transfer of a case to the police: report, decision, sending, answer, return or handing over."""

    class State(models.TextChoices):
        REPORTED = "reported", _("待负责人决定是否移送")
        REFUSED = "refused", _("决定不移送")
        APPROVED = "approved", _("已批准移送待送出")
        SENT = "sent", _("已送出待公安签收")
        RECEIVED = "received", _("公安机关审查中")
        DECLINED = "declined", _("公安机关不予立案")
        RECONSIDERING = "reconsidering", _("已提请公安机关复议")
        UPHELD = "upheld", _("复议维持不予立案")
        SUPERVISED = "supervised", _("已建议立案监督")
        FILED = "filed", _("公安机关已立案")
        HANDED_OVER = "handed_over", _("已向公安机关移交")
        RETURNED = "returned", _("已退回本机关处理")

    slug = "police-transfer"
    relation = "police_transfers"
    ended = frozenset({"refused", "returned", "handed_over"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="police_transfers")
    state = StateField(default=State.REPORTED, choices=State.choices)
    crime = models.CharField(_("涉嫌罪名"), max_length=80)
    report = models.TextField(_("移送报告"))
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reported_on = models.DateField(_("报告日期"))
    decided_at = models.DateTimeField(_("批准时间"), null=True, blank=True)
    refusal = models.TextField(_("不移送的理由"), blank=True)
    addressee = models.CharField(_("受移送机关"), max_length=120, blank=True)
    sent_at = models.DateTimeField(_("送出时间"), null=True, blank=True)
    late_reason = models.CharField(_("超过二十四小时的原因"), max_length=200, blank=True)
    materials = models.JSONField(_("移送材料"), default=list)
    goods = models.JSONField(_("涉案物品"), default=list)
    received_on = models.DateField(_("公安签收日期"), null=True, blank=True)
    receiver = models.CharField(_("公安签收人"), max_length=60, blank=True)
    answered_on = models.DateField(_("通知日期"), null=True, blank=True)
    answer_number = models.CharField(_("通知书文号"), max_length=60, blank=True)
    answer = models.TextField(_("公安机关的意见"), blank=True)
    request = models.TextField(_("提请复议或者建议监督的理由"), blank=True)
    handed_over_on = models.DateField(_("移交日期"), null=True, blank=True)
    returned_on = models.DateField(_("退回日期"), null=True, blank=True)
    returned_by = models.CharField(_("退回机关"), max_length=120, blank=True)
    return_reason = models.TextField(_("退回理由"), blank=True)

    class Meta:
        verbose_name = _("移送公安")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(first_officer=F("second_officer")),
                name="two_officers_form_the_team",
                violation_error_message=_("专案组须由两名以上不同的执法人员组成（移送规定第五条）。"),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=~Q(state__in=["refused", "returned"]),
                name="one_transfer_to_the_police_at_a_time",
                violation_error_message=_("本案已有一件移送公安在办理。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""),
                name="a_refused_transfer_says_why",
                violation_error_message=_("不批准移送的，应当记录理由（移送规定第五条）。"),
            ),
        ]

    def __str__(self) -> str:
        return self.crime

    @property
    def holds_the_case(self) -> bool:
        """From the report until it is refused or taken back nobody at the bureau may decide (移送规定 11)."""
        return self.state not in ("refused", "returned")

    @property
    def stops_the_clock(self) -> bool:
        return self.sent_at is not None and self.holds_the_case

    def told(self) -> list[tuple[str, str]]:
        said: list[tuple[Any, str]] = [
            (_("专案组"), gettext("、").join((self.first_officer.name, self.second_officer.name))),
            (_("报告日期"), _day(self.reported_on)),
            (_("批准时间"), _moment(self.decided_at)),
            (_("不移送的理由"), self.refusal),
            (_("受移送机关"), self.addressee),
            (_("送出时间"), _moment(self.sent_at)),
            (_("超过二十四小时的原因"), self.late_reason),
            (_("公安签收"), f"{_day(self.received_on)} {self.receiver}".strip()),
            (_("公安通知"), f"{_day(self.answered_on)} {self.answer_number}".strip()),
            (_("公安机关的意见"), self.answer),
            (_("移交日期"), _day(self.handed_over_on)),
            (_("退回"), f"{_day(self.returned_on)} {self.returned_by}".strip()),
            (_("退回理由"), self.return_reason),
        ]
        return [(str(label), value) for label, value in said]


def _day(value: Any) -> str:
    return date_format(value) if value else ""


def _moment(value: Any) -> str:
    return f"{localtime(value):%Y-%m-%d %H:%M}" if value else ""
