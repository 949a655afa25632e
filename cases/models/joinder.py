"""Which cases were joined into one, or parted, and what went from which to which (并案、分案)?"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.joinder import Joining
from officers.state_field import StateField


class Joinder(Joining, LegalObject):
    """A merger into `case`, or parties parted from it; `other` is the case that ends, or the new one."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准并案或者分案")
        REFUSED = "refused", _("不批准并案或者分案")
        APPROVED = "approved", _("已批准并案或者分案")
        MERGED = "merged", _("已并案")
        LINKED = "linked", _("已指定分案")
        DONE = "done", _("分案已承接")

    class Kind(models.TextChoices):
        MERGE = "merge", _("并案")
        SPLIT = "split", _("分案")

    slug = "joinder"
    relation = "joinders"
    ended = frozenset({"refused", "merged", "done"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="joinders")
    other = models.ForeignKey("cases.Case", models.PROTECT, related_name="joined_to", null=True, blank=True)
    state = StateField(default=State.PROPOSED, choices=State.choices)
    kind = models.CharField(_("方式"), max_length=10, choices=Kind.choices)
    reason = models.TextField(_("理由"))
    parties = models.JSONField(_("分出的当事人"), default=list)
    """Ids of the parties that a split parts from the case."""
    proposed_on = models.DateField(_("提出日期"))
    decided_on = models.DateField(_("批准日期"), null=True, blank=True)
    copied = models.JSONField(default=dict)
    """Where each copied row came from: {"charge": {"new id": old id}}."""

    class Meta:
        verbose_name = _("并案分案")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(other=F("case")),
                name="a_case_is_not_joined_to_itself",
                violation_error_message=_("不能与本案自己并案。"),
            ),
            models.CheckConstraint(
                condition=Q(kind="split") | Q(other__isnull=False),
                name="a_merger_names_both_cases",
                violation_error_message=_("并案须写明另一案件。"),
            ),
            models.UniqueConstraint(
                fields=["other"],
                condition=~Q(state="refused"),
                name="a_case_is_joined_once",
                violation_error_message=_("该案件已经并案或者分案。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.other or ''}".strip()

    @property
    def is_merger(self) -> bool:
        return self.kind == self.Kind.MERGE

    def told(self) -> list[tuple[str, str]]:
        names = [one.name for one in self.case.parties.all() if one.pk in self.parties]
        said: list[tuple[Any, str]] = [
            (_("另一案件"), str(self.other) if self.other else ""),
            (_("理由"), self.reason),
            (_("分出的当事人"), gettext("、").join(names)),
            (_("批准日期"), date_format(self.decided_on) if self.decided_on else ""),
        ]
        return [(str(label), value) for label, value in said]
