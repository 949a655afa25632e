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


class SamplingState(models.TextChoices):
    """抽样取证 (行政处罚法 56)."""

    TAKEN = "samples_taken", _("样品待处理")
    SETTLED = "samples_settled", _("样品已处理")


class AppraisalState(models.TextChoices):
    """鉴定, 检测, 检验 (行政处罚法 46; 行政强制法 25.3)."""

    ENTRUSTED = "entrusted", _("鉴定中")
    RECEIVED = "received", _("鉴定意见待告知")
    TOLD = "told_to_party", _("鉴定意见已告知")
    CONTESTED = "contested", _("当事人申请重新鉴定")
    REPEATED = "repeated", _("已重新鉴定")
    UPHELD = "upheld", _("不予重新鉴定")
