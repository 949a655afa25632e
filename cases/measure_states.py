"""In which states can a measure be that secures evidence or puts things right?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PreservationState(models.TextChoices):
    """先行登记保存 (行政处罚法 56)."""

    PROPOSED = "preservation_proposed", _("待批准登记保存")
    APPROVED = "preservation_approved", _("已批准登记保存")
    REFUSED = "preservation_refused", _("不予登记保存")
    KEPT = "kept", _("登记保存中")
    RELEASED = "released", _("已解除待返还")
    LAPSED = "lapsed", _("期满自动解除待返还")
    CONVERTED = "converted", _("已转其他处理")
    RETURNED = "returned", _("物品已返还")


class CorrectionState(models.TextChoices):
    """责令改正 (行政处罚法 28.1)."""

    ORDERED = "ordered", _("待改正复查")
    CORRECTED = "corrected", _("已改正")
    HANDED_ON = "handed_on", _("未改正转其他处理")
