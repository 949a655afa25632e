"""Which states do the things have that come after a decision: a payment plan, a refund, an enforcement?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Codes are stored and never change; labels may."""

    ASKED = "asked", _("待批准延期或者分期")
    APPROVED = "approved", _("已批准延期或者分期")
    REFUSED = "refused", _("不同意延期或者分期")


class RefundState(models.TextChoices):
    REQUESTED = "requested", _("待批准退款")
    APPROVED = "approved", _("已批准待退款")
    REFUNDED = "refunded", _("已退款")
    REFUSED = "refused", _("不予退款")


class RestitutionState(models.TextChoices):
    PROPOSED = "proposed", _("待决定恢复或者补偿")
    ORDERED = "ordered", _("已决定恢复或者补偿，待办理")
    DONE = "done", _("已恢复或者已补偿")
    REFUSED = "refused", _("不予恢复或者补偿")
    TURNED = "turned", _("已转国家赔偿")


class CostState(models.TextChoices):
    DEMANDED = "demanded", _("待缴代履行费用")
    REMINDED = "reminded", _("已催告缴纳代履行费用")
    PROPOSED = "proposed", _("待批准申请法院强制执行代履行费用")
    APPLIED = "applied", _("已申请法院强制执行代履行费用")
    ACCEPTED = "accepted", _("法院已受理代履行费用")
    PAID = "paid", _("代履行费用已缴清")
    WAIVED = "waived", _("依法不由当事人承担")


class ClearingState(models.TextChoices):
    DECIDED = "decided", _("已决定立即代履行")
    DONE = "done", _("已清除")


class EnforcementState(models.TextChoices):
    """行政强制法 34–59: reminded; then by the bureau's own hand, or through the court."""

    OPEN = "open", _("待催告")
    REMINDED = "reminded", _("已催告")
    DECIDED = "decided", _("已决定强制执行")
    SUBSTITUTE = "substitute", _("已决定代履行")
    PROPOSED = "proposed", _("待批准申请法院强制执行")
    APPLIED = "applied", _("已申请法院强制执行")
    ACCEPTED = "accepted", _("法院已受理")
    REJECTED = "rejected", _("法院不予受理")
    GRANTED = "granted", _("法院准予执行")
    DENIED = "denied", _("法院不准予执行")
    SUSPENDED = "suspended", _("已中止执行")
    AGREED = "agreed", _("执行协议履行中")
    DONE = "done", _("已执行完毕")
    ENDED = "ended", _("已终结执行")


OVER = frozenset({EnforcementState.DONE, EnforcementState.ENDED})
LIVE = tuple(one for one in EnforcementState if one not in OVER)
WITH_THE_COURT = frozenset({EnforcementState.ACCEPTED, EnforcementState.GRANTED})
"""The court has taken it up: the case may be closed (交通运输行政执法程序规定 116)."""
