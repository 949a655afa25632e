"""Where does a hearing stand?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HearingState(models.TextChoices):
    """Codes are stored and never change; labels may."""

    REQUESTED = "requested", _("听证已申请")
    REFUSED = "refused", _("听证不予受理")
    CONVENED = "convened", _("听证已通知")
    SUSPENDED = "suspended", _("听证已中止")
    HELD = "held", _("听证已举行")
    REPORTED = "reported", _("听证已报告")
    WAIVED = "waived", _("听证已放弃")
    ENDED = "ended", _("听证已终止")


OPEN = (HearingState.REQUESTED, HearingState.CONVENED, HearingState.SUSPENDED, HearingState.HELD)
"""While a hearing of the round stands here, nothing is reviewed or decided (行政处罚法 63, 65)."""
TOOK_PLACE = (HearingState.HELD, HearingState.REPORTED)
CLOSED = frozenset({HearingState.REFUSED, HearingState.REPORTED, HearingState.WAIVED, HearingState.ENDED})
