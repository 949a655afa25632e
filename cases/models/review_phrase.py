"""Which sentences do reviewers use again and again?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from officers.models import Officer


class ReviewPhraseQuerySet(models.QuerySet["ReviewPhrase"]):
    def offered_to(self, officer: Officer) -> "ReviewPhraseQuerySet":
        """The bureau's and one's own; whose a shared one was is nobody's business, nor how often it is used."""
        return self.filter(Q(shared=True) | Q(added_by=officer), retired_on=None).order_by("point", "pk")


class ReviewPhrase(models.Model):
    """意见库: a sentence for one of the eight points; shared with the bureau or one's own. Taken out, never changed."""

    point = models.PositiveSmallIntegerField(_("审核要点"))
    text = models.CharField(_("常用意见"), max_length=200)
    shared = models.BooleanField(_("全单位可用"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_on = models.DateField()
    retired_on = models.DateField(null=True, blank=True)

    objects = ReviewPhraseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(point__gte=1, point__lte=8) & ~Q(text=""),
                name="a_phrase_is_for_a_point",
                violation_error_message=_("常用意见须写明内容和审核要点。"),
            )
        ]

    def __str__(self) -> str:
        return self.text
