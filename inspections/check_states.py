"""Where does a check stand?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckState(models.TextChoices):
    """Codes are stored and never change."""

    PROPOSED = "proposed", _("检查待审批")
    RETURNED = "returned", _("检查申请已退回")
    APPROVED = "approved", _("检查已批准")
    UNDER_WAY = "under_way", _("正在检查")
    FINISHED = "finished", _("检查已完成")
    CALLED_OFF = "called_off", _("检查已取消")

    @property
    def level(self) -> str:
        return {"proposed": "waiting", "returned": "bad", "finished": "done", "called_off": "calm"}.get(
            self.value, "active"
        )


PLANNING = (CheckState.PROPOSED, CheckState.RETURNED, CheckState.APPROVED)
