"""Which parties did somebody declare to be one and the same, and was that taken back?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Party


class PartyMerge(models.Model):
    """Two parties of cases are one person or firm. No case and no paper changes by it; it can be taken back.

    It joins what the page of the party shows, nothing else: whether a penalty counts as an earlier one is judged in the
    case, by the identity that stands in it.
    """

    one = models.ForeignKey(Party, models.PROTECT, related_name="+")
    other = models.ForeignKey(Party, models.PROTECT, related_name="+")
    reason = models.CharField(_("理由"), max_length=200)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    merged_on = models.DateField(_("合并日期"))
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_on = models.DateField(_("拆开日期"), null=True, blank=True)
    undo_reason = models.CharField(_("拆开的理由"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(one=F("other")),
                name="a_party_is_not_merged_with_itself",
                violation_error_message=_("不能与自己合并。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="a_merge_has_a_reason", violation_error_message=_("合并须写明理由。")
            ),
            models.CheckConstraint(
                condition=Q(undone_on=None, undone_by=None, undo_reason="")
                | (Q(undone_on__isnull=False, undone_by__isnull=False) & ~Q(undo_reason="")),
                name="an_undone_merge_says_who_and_why",
                violation_error_message=_("拆开须写明由谁、为什么。"),
            ),
            models.UniqueConstraint(
                fields=["one", "other"],
                condition=Q(undone_on=None),
                name="two_parties_are_merged_once",
                violation_error_message=_("这两个当事人已经合并。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} = {self.other_id}"
