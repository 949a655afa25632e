"""In which states can a coercive measure, a change of custody and a disposal of things be, and how are they called?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeasureState(models.TextChoices):
    PROPOSED = "proposed", _("待批准")
    REFUSED = "refused", _("未获批准")
    GIVEN_UP = "given_up", _("申请已撤回")
    APPROVED = "approved", _("已批准待实施")
    UNREPORTED = "unreported", _("已当场实施待报告")
    REPORTED = "reported", _("已报告待补批")
    IN_FORCE = "in_force", _("强制措施实施中")
    LAPSED = "lapsed", _("期限届满，必须退还")
    RELEASED = "released", _("已解除待退还")
    RETURNED = "returned", _("财物已退还")
    CONFISCATED = "confiscated", _("财物已没收")
    HANDED_ALONG = "handed_along", _("财物已随案移送")
    SETTLED = "settled", _("财物已处理完毕")


HOLDING = (MeasureState.UNREPORTED, MeasureState.REPORTED, MeasureState.IN_FORCE)
"""While it stands in one of these, the authority holds the party's things by force of law."""
NEVER_HELD = (MeasureState.PROPOSED, MeasureState.REFUSED, MeasureState.GIVEN_UP, MeasureState.APPROVED)
OVER = frozenset(
    {
        MeasureState.REFUSED,
        MeasureState.GIVEN_UP,
        MeasureState.RETURNED,
        MeasureState.HANDED_ALONG,
        MeasureState.SETTLED,
    }
)


class CustodyState(models.TextChoices):
    OFFERED = "offered", _("待接收")
    TAKEN = "taken", _("已接收")
    DECLINED = "declined", _("未接收")


class DisposalState(models.TextChoices):
    ASKED = "asked", _("待批准处理")
    ALLOWED = "allowed", _("已批准处理")
    ENTRUSTED = "entrusted", _("已委托拍卖")
    UNSOLD = "unsold", _("流拍，另行处理")
    DENIED = "denied", _("未批准处理")
    DONE = "done", _("已处理")


class Fate(models.TextChoices):
    """What has become of one thing; HELD and CONFISCATED still need an end."""

    HELD = "held", _("在保管")
    CONFISCATED = "confiscated", _("已没收")
    RETURNED = "returned", _("已退还")
    HANDED_ALONG = "handed_along", _("已随案移送")
    DISPOSED = "disposed", _("已处理")


UNSETTLED = (Fate.HELD, Fate.CONFISCATED)
