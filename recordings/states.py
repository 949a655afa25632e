"""Where does a recording stand in a case, and a moment without one?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchState(models.TextChoices):
    """The machine proposes, a person confirms or takes away."""

    PROPOSED = "proposed", _("待确认关联")
    CONFIRMED = "confirmed", _("已确认关联")
    TAKEN_AWAY = "taken_away", _("已取消关联")

    @property
    def level(self) -> str:
        return {"proposed": "active", "confirmed": "done"}.get(self.value, "calm")


class ExcuseState(models.TextChoices):
    DUE = "due", _("待说明原因")
    GIVEN = "given", _("已说明原因")
