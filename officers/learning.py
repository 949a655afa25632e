"""Who has passed which examination, and attended which training for how many lessons?"""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Training(models.Model):
    """One training with those who attended all of it; its lessons (学时) count for each of them."""

    class Kind(models.TextChoices):
        """Codes are the keys of law/data/certificates.toml [[training]]."""

        PRE_POST = "pre_post", _("岗前培训")
        YEARLY = "yearly", _("在岗培训")

    topic = models.CharField(_("培训内容"), max_length=120)
    kind = models.CharField(_("种类"), max_length=20, choices=Kind.choices)
    held_on = models.DateField(_("结束日期"))
    hours = models.DecimalField(_("学时"), max_digits=5, decimal_places=1, validators=[MinValueValidator(0.5)])
    organiser = models.CharField(_("举办单位"), max_length=80, blank=True)
    attendees = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="trainings", verbose_name=_("参加人员"), blank=True
    )

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(hours__gt=0),
                name="a_training_has_lessons",
                violation_error_message=_("学时须大于零。"),
            )
        ]

    def __str__(self) -> str:
        return self.topic


class QualificationExam(models.Model):
    """The examination for the certificate (执法资格考试): its result and its day."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="exams", verbose_name=_("应考人员")
    )
    title = models.CharField(_("考试名称"), max_length=80)
    held_on = models.DateField(_("考试日期"))
    score = models.CharField(_("成绩"), max_length=20, blank=True)
    passed = models.BooleanField(_("合格"))

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "title", "held_on"],
                name="an_examination_is_entered_once",
                violation_error_message=_("这次考试已经登记过。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.title}"
