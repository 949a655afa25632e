"""Which statutes has the administrator loaded, in which versions, and what do their articles say?"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from law.numerals import to_chinese


class StatuteQuerySet(models.QuerySet["Statute"]):
    def in_force(self, on: date) -> "StatuteQuerySet":
        still = models.Q(in_force_until__isnull=True) | models.Q(in_force_until__gte=on)
        return self.filter(still, in_force_from__lte=on)


class Statute(models.Model):
    """One version of one statute, from its first to its last day in force, both inclusive."""

    title = models.CharField(_("名称"), max_length=120)
    short = models.CharField(_("简称"), max_length=60, help_text=_("引用时使用的简称，与法律目录（laws.toml）一致"))
    version_label = models.CharField(_("版本"), max_length=60, blank=True)
    in_force_from = models.DateField(_("施行日期"))
    in_force_until = models.DateField(_("有效期至"), null=True, blank=True)
    source = models.CharField(_("来源"), max_length=200, blank=True)
    sha256 = models.CharField(_("原文摘要"), max_length=64)

    objects = StatuteQuerySet.as_manager()

    class Meta:
        ordering = ("title", "in_force_from")
        constraints = (
            models.UniqueConstraint(
                fields=("title", "in_force_from"),
                name="statute_one_version_per_day",
                violation_error_message=_("同一法规在同一施行日期只能有一个版本。"),
            ),
            models.CheckConstraint(
                condition=models.Q(in_force_until__isnull=True)
                | models.Q(in_force_until__gte=models.F("in_force_from")),
                name="statute_ends_after_it_begins",
                violation_error_message=_("有效期不得早于施行日期。"),
            ),
        )

    def __str__(self) -> str:
        return f"《{self.title}》（{self.in_force_from.isoformat()} 施行）"


class Article(models.Model):
    """One article as it reads in one version of its statute."""

    statute = models.ForeignKey(Statute, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveIntegerField(_("条"))
    sub = models.PositiveIntegerField(_("条之"), default=0)
    part = models.CharField(_("编"), max_length=120, blank=True)
    chapter = models.CharField(_("章"), max_length=120, blank=True)
    section = models.CharField(_("节"), max_length=120, blank=True)
    text = models.TextField(_("条文"))
    paragraphs = models.JSONField(_("款、项、目"), default=list)

    class Meta:
        ordering = ("statute", "number", "sub")
        constraints = (
            models.UniqueConstraint(
                fields=("statute", "number", "sub"),
                name="article_once_in_its_statute",
                violation_error_message=_("同一版本中条号不得重复。"),
            ),
        )

    def __str__(self) -> str:
        return f"第{to_chinese(self.number)}条" + (f"之{to_chinese(self.sub)}" if self.sub else "")
