"""Which issued papers are put right by a new one, and which are taken out of use before anybody had them?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.paper_repair import CorrectingPaper, VoidingPaper
from officers.state_field import StateField


class PaperRepair(models.Model):
    """What both have in common: the paper, the words that are wrong and right, why, who asked and who approved it."""

    paper: Any
    paper_id: int
    wrong = models.CharField(_("原文"), max_length=400, blank=True)
    right = models.CharField(_("应为"), max_length=400, blank=True)
    reason = models.TextField(_("理由"))
    proposed_on = models.DateField(_("提出日期"))
    proposed_by: Any
    proposed_by_id: int
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.paper)

    def told(self) -> list[tuple[str, str]]:
        words = gettext("“%(wrong)s”应为“%(right)s”") % {"wrong": self.wrong, "right": self.right} if self.wrong else ""
        said: list[tuple[Any, str]] = [
            (_("文书"), str(self.paper)),
            (_("更正"), words),
            (_("理由"), self.reason),
            (_("批准日期"), date_format(self.approved_on) if self.approved_on else ""),
        ]
        return [(str(label), value) for label, value in said]


class PaperCorrection(CorrectingPaper, PaperRepair, LegalObject):
    """补正: a slip of the pen in an issued paper, put right by a paper of its own; the old bytes stay as they are."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准补正")
        REFUSED = "refused", _("不批准补正")
        APPROVED = "approved", _("已补正")

    slug = "papercorrection"
    relation = "paper_corrections"
    ended = frozenset({"refused", "approved"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="paper_corrections")
    party = models.ForeignKey("cases.Party", models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.ForeignKey("documents.Document", models.PROTECT, related_name="corrections")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    state = StateField(default=State.PROPOSED, choices=State.choices)

    class Meta:
        verbose_name = _("文书补正")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(state="proposed"),
                name="one_correction_of_a_paper_at_a_time",
                violation_error_message=_("这份文书正在报批补正。"),
            ),
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(reason=""),
                name="a_correction_says_what_and_why",
                violation_error_message=_("补正须写明原文和理由。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_on__isnull=False, approved_by__isnull=False),
                name="a_correction_is_approved_by_somebody",
                violation_error_message=_("补正须经负责人批准。"),
            ),
        ]


class PaperVoiding(VoidingPaper, PaperRepair, LegalObject):
    """作废: an issued paper that nobody has been served yet is taken out of use, and as a rule issued anew."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("待批准作废")
        REFUSED = "refused", _("不批准作废")
        APPROVED = "approved", _("已作废")

    slug = "papervoiding"
    relation = "paper_voidings"
    ended = frozenset({"refused", "approved"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="paper_voidings")
    party = models.ForeignKey("cases.Party", models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.ForeignKey("documents.Document", models.PROTECT, related_name="voidings")
    replacement = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    reissue = models.BooleanField(_("换发"), default=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    state = StateField(default=State.PROPOSED, choices=State.choices)

    class Meta:
        verbose_name = _("文书作废")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paper"],
                condition=Q(state="proposed"),
                name="one_voiding_of_a_paper_at_a_time",
                violation_error_message=_("这份文书正在报批作废。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_voiding_says_why",
                violation_error_message=_("作废文书须写明理由。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_on__isnull=False, approved_by__isnull=False),
                name="a_voiding_is_approved_by_somebody",
                violation_error_message=_("作废文书须经负责人批准。"),
            ),
        ]
