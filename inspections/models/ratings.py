"""What do enterprises say about visits, so that nobody can tell which enterprise said it?

Neither table points at a check, an enterprise, an officer or the other one, and neither holds a day or a running number.
"""

import uuid
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from inspections.models.registers import Trade


class RatingSlip(models.Model):
    """A slip that rates one visit once (评价码): only its digest is kept, and that until it is used."""

    digest = models.CharField(max_length=64, primary_key=True)
    month = models.DateField()
    """The first of the month of the visit."""
    trade = models.CharField(max_length=20, choices=Trade.choices)
    last_day = models.DateField()
    """The same for all slips of a month."""

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.trade}"


class VisitRating(models.Model):
    """One answer. Its key is drawn by lot and its row is shuffled among those of its month (inspections.ratings)."""

    QUESTIONS: ClassVar = ("showed_papers", "kept_to_items", "asked_favours", "manner")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField(_("月份"))
    trade = models.CharField(_("行业"), max_length=20, choices=Trade.choices)
    showed_papers = models.BooleanField(_("出示了执法证件和检查通知"))
    kept_to_items = models.BooleanField(_("只检查了通知写明的事项"))
    asked_favours = models.BooleanField(_("有吃拿卡要、乱收费、推销等行为"))
    manner = models.PositiveSmallIntegerField(_("总体评价"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    words = models.CharField(_("意见和建议"), max_length=500, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["month", "trade"], name="ratings_of_a_month")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.trade} {self.manner}"
