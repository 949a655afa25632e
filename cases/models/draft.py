"""What has an officer typed into the form of an act and not yet done?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftQuerySet(models.QuerySet["ActDraft"]):
    def of(self, officer: Any, case: Any, act: str, about: str) -> "DraftQuerySet":
        """The officer's own; nobody is ever shown another's."""
        return self.filter(officer=officer, case=case, act=act, about=about)


class ActDraft(models.Model):
    """No act of procedure and no part of the record: typed fields as they are, for their writer alone, for a time."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    act = models.CharField(max_length=40)
    about = models.CharField(max_length=60, blank=True)
    """The legal object acted on, as cases.objects.about_of names it; empty for the case itself."""
    fields = models.JSONField()
    case_version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["saved_at"], name="act_draft_age")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "case", "act", "about"],
                name="one_draft_per_form_and_officer",
                violation_error_message=_("这张表已有一份草稿。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.about}".strip()
