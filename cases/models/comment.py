"""What did a superior pin to which field when a matter was returned, and what did the handler answer?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FieldComment(models.Model):
    """One remark of an act of return, at one field of the act that is to be done again; its facts are in the record."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="field_comments")
    about = models.CharField(max_length=60, blank=True)
    """The legal object acted on, as cases.objects.about_of names it; empty for the case itself."""
    act = models.CharField(max_length=40)
    """The act that is to be done again."""
    field = models.CharField(max_length=60)
    label = models.CharField(_("栏目"), max_length=200)
    """As it was called when the remark was made."""
    text = models.TextField(_("意见"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_on = models.DateField()
    answer = models.TextField(_("答复"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="a_field_comment_says_something",
                violation_error_message=_("退回意见须写明内容。"),
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (~Q(answer="") & Q(answered_by__isnull=False)),
                name="an_answered_comment_has_its_answer",
                violation_error_message=_("退回意见的答复须写明内容和答复人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}：{self.text}"
