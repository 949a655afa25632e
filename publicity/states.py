"""Where does the public copy of a decision stand?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationState(models.TextChoices):
    """Codes are stored and never change."""

    DUE = "due", _("待制作公示稿")
    REDACTED = "redacted", _("待审核")
    PUBLISHED = "published", _("已公示")
    WITHDRAWN = "withdrawn", _("已撤回")

    @property
    def level(self) -> str:
        return {"due": "active", "redacted": "waiting", "published": "done", "withdrawn": "bad"}[self.value]
