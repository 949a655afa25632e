"""What is kept of a decision for the public: a copy made anew, which names nobody it must not name?"""

import secrets
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Case, Decision, Party
from officers.state_field import StateField
from publicity.annual import AnnualFigures
from publicity.corrections import CorrectionRequest
from publicity.credit_log import CreditHandover, CreditRow
from publicity.information import InformationItem, ServiceItem, ServiceMonth
from publicity.inspected import InspectionBatch, InspectionResult
from publicity.procedure import Publishing
from publicity.proposal import EDITED
from publicity.published_draws import PublishedDraw
from publicity.register import PublishedDecision, PublishedInspection, PublishedSheet
from publicity.reports import PublicReport
from publicity.states import PublicationState

__all__ = [
    "AnnualFigures",
    "CorrectionRequest",
    "CreditHandover",
    "CreditRow",
    "InformationItem",
    "InspectionBatch",
    "InspectionResult",
    "PublicReport",
    "Publication",
    "PublishedDecision",
    "PublishedDraw",
    "PublishedInspection",
    "PublishedSheet",
    "ServiceItem",
    "ServiceMonth",
    "new_slug",
]


def new_slug() -> str:
    """96 bits: an address that tells nothing and leads to no other one."""
    return secrets.token_urlsafe(12)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> "PublicationQuerySet":
        return self.exclude(state=PublicationState.WITHDRAWN)


class Publication(Publishing, models.Model):
    """The public copy of one decision on its way; approved, it is written into publicity.register for everybody."""

    EDITED: ClassVar = EDITED
    SHOWN: ClassVar = ("number", *EDITED, "uscc_public", "conduct", "remedy_public", "organ")

    case = models.ForeignKey(Case, models.PROTECT, related_name="publications")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="publications")
    party = models.ForeignKey(Party, models.PROTECT, related_name="publications")
    slug = models.CharField(max_length=24, unique=True, default=new_slug, editable=False)
    state = StateField(_("状态"), default=PublicationState.DUE, choices=PublicationState.choices)

    number = models.CharField(_("文号"), max_length=60)
    party_name_public = models.CharField(_("当事人"), max_length=120, blank=True)
    is_person = models.BooleanField(_("个人"), default=True)
    uscc_public = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    conduct = models.TextField(_("违法行为"))
    facts_public = models.TextField(_("违法事实"), blank=True)
    basis_public = models.TextField(_("处罚依据"), blank=True)
    result_public = models.TextField(_("处罚结果"), blank=True)
    remedy_public = models.TextField(_("救济途径"), blank=True)
    fulfilment_public = models.CharField(_("履行情况"), max_length=120, blank=True)
    cited = models.CharField(max_length=1000, blank=True)
    """The articles in our notation, so that the page can open them as they stood on the day of the conduct."""
    conduct_on = models.DateField(_("行为日期"))
    organ = models.CharField(_("处罚机关"), max_length=80)
    decided_on = models.DateField(_("决定日期"))
    kinds = models.CharField(_("处罚种类"), max_length=200, blank=True)
    severity = models.CharField(max_length=10, blank=True)
    published_on = models.DateField(_("公示日期"), null=True, blank=True)
    public_until = models.DateField(_("公示截止日期"), null=True, blank=True)

    repaired_on = models.DateField(_("信用修复日期"), null=True, blank=True)
    repair_number = models.CharField(_("信用修复决定文号"), max_length=60, blank=True)

    redacted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    redacted_on = models.DateField(null=True, blank=True)
    return_reason = models.TextField(blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("撤回的理由"), blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("公示稿")
        indexes: ClassVar = [
            models.Index(
                fields=["-published_on", "-id"], condition=Q(state="published"), name="published_newest_first"
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=PublicationState.values),
                name="a_publication_is_in_a_known_state",
                violation_error_message=_("公示状态不在规定之内。"),
            ),
            models.UniqueConstraint(
                fields=["decision"],
                condition=~Q(state="withdrawn"),
                name="one_live_publication_per_decision",
                violation_error_message=_("这份决定已有一份公示稿。"),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("redacted_by")),
                name="nobody_approves_own_redaction",
                violation_error_message=_("审核公示稿的人不得是制作公示稿的人（政府信息公开条例第十七条）。"),
            ),
            models.CheckConstraint(
                condition=Q(state="due")
                | (
                    Q(redacted_by__isnull=False) & ~Q(party_name_public="") & ~Q(facts_public="") & ~Q(result_public="")
                ),
                name="a_redacted_copy_has_texts_and_redactor",
                violation_error_message=_("公示稿须有制作人、当事人、违法事实和处罚结果。"),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "withdrawn"])
                | Q(approved_by__isnull=False, published_on__isnull=False, public_until__isnull=False),
                name="a_published_copy_was_approved",
                violation_error_message=_("公示须经另一人审核，并有公示日期和截止日期。"),
            ),
            models.CheckConstraint(
                condition=Q(repaired_on=None, repair_number="") | Q(repaired_on__isnull=False) & ~Q(repair_number=""),
                name="a_repair_has_day_and_number",
                violation_error_message=_("信用修复须写明日期和决定文号。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | (~Q(withdrawal_reason="") & Q(withdrawn_on__isnull=False)),
                name="a_withdrawal_has_day_and_reason",
                violation_error_message=_("撤回公示须写明日期和理由（行政处罚法第四十八条第二款）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_state_display()}"

    @property
    def standing(self) -> PublicationState:
        return PublicationState(self.state)

    def is_on_show(self, on: date) -> bool:
        return self.standing is PublicationState.PUBLISHED and self.public_until is not None and on <= self.public_until

    def shown_texts(self) -> dict[str, str]:
        """Every text that a public page prints, by field."""
        return {name: getattr(self, name) for name in self.SHOWN}

    def others_to_publish(self) -> models.QuerySet[Decision]:
        """The case's other penalties that have never been published."""
        done = Publication.objects.filter(case=self.case_id, published_on__isnull=False).values("decision")
        penalties = Decision.objects.filter(case=self.case_id, kind=Decision.Kind.PENALTY)
        return penalties.exclude(pk=self.decision_id).exclude(pk__in=done)
