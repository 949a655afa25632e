"""What was sampled, what did experts find, and does the party contest it?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.measure_states import AppraisalState, SamplingState
from cases.models.evidence import Evidence
from cases.models.party import Party
from cases.models.preservation import told_things
from cases.objects import LegalObject
from cases.procedure.appraisal import Appraising, Sampled
from officers.state_field import StateField


class Sampling(Sampled, LegalObject):
    """抽样取证: which samples were taken before the party's eyes, sealed, and what became of them."""

    slug = "sampling"
    relation = "samplings"
    ended = frozenset({SamplingState.SETTLED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="samplings")
    party = models.ForeignKey(Party, models.PROTECT, related_name="samplings", verbose_name=_("当事人"))
    state = StateField(default=SamplingState.TAKEN, choices=SamplingState.choices)
    started_at = models.DateTimeField(_("抽样开始时间"))
    ended_at = models.DateTimeField(_("抽样结束时间"))
    place = models.CharField(_("抽样地点"), max_length=120)
    things = models.JSONField(_("样品"), default=list)
    seals = models.CharField(_("封签编号和封样情况"), max_length=200)
    first_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    second_officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed = models.BooleanField(_("当事人已签名"), default=False)
    refusal = models.CharField(_("拒签或者不在场的情况和见证人"), max_length=200, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settlement = models.CharField(_("样品怎样处理"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("抽样取证")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("started_at")),
                name="a_sampling_ends_after_it_begins",
                violation_error_message=_("抽样结束时间必须晚于开始时间。"),
            ),
            models.CheckConstraint(
                condition=Q(signed=True) | ~Q(refusal=""),
                name="an_unsigned_sampling_says_why",
                violation_error_message=_("没有签名的，须注明情况。"),
            ),
            models.CheckConstraint(
                condition=~Q(first_officer=F("second_officer")),
                name="two_different_officers_sample",
                violation_error_message=_("抽样取证须由两名不同的执法人员进行。"),
            ),
        ]

    def __str__(self) -> str:
        return "、".join(one["name"] for one in self.things)

    def told(self) -> list[tuple[str, str]]:
        return [
            (gettext("当事人"), self.party.name),
            (gettext("抽样时间和地点"), f"{date_format(localtime(self.started_at), 'DATETIME_FORMAT')} {self.place}"),
            (gettext("样品"), told_things(self.things)),
            (gettext("封签"), self.seals),
            (gettext("签名情况"), self.refusal),
            (gettext("样品处理"), self.settlement),
        ]


class Appraisal(Appraising, LegalObject):
    """鉴定: entrusted with a question, received signed and sealed, told to the party, repeated once at most."""

    slug = "appraisal"
    relation = "appraisals"
    ended = frozenset({AppraisalState.TOLD, AppraisalState.REPEATED, AppraisalState.UPHELD})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="appraisals")
    party = models.ForeignKey(Party, models.PROTECT, related_name="appraisals", verbose_name=_("当事人"))
    state = StateField(default=AppraisalState.ENTRUSTED, choices=AppraisalState.choices)
    repeats = models.OneToOneField("self", models.PROTECT, related_name="repeated_by", null=True, blank=True)
    institution = models.CharField(_("鉴定机构"), max_length=120)
    qualification = models.CharField(_("资质证书号"), max_length=120)
    question = models.TextField(_("鉴定事项"))
    samples = models.TextField(_("送鉴材料"))
    entrusted_on = models.DateField()
    expected_on = models.DateField(_("约定完成日期"))
    stops = models.JSONField(default=list)
    """Ids of the terms that stand still for it."""
    received_on = models.DateField(null=True, blank=True)
    opinion = models.TextField(_("鉴定意见"), blank=True)
    appraisers = models.CharField(_("鉴定人"), max_length=120, blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="appraisals", null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    contest_reason = models.TextField(_("申请重新鉴定的理由"), blank=True)
    answer = models.TextField(_("对申请的答复"), blank=True)

    class Meta:
        verbose_name = _("鉴定")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expected_on__gte=F("entrusted_on")),
                name="an_appraisal_ends_after_it_begins",
                violation_error_message=_("约定完成日期早于委托日期。"),
            ),
            models.CheckConstraint(
                condition=Q(state=AppraisalState.ENTRUSTED) | (Q(received_on__isnull=False) & ~Q(opinion="")),
                name="a_received_appraisal_has_its_opinion",
                violation_error_message=_("收到的鉴定须有日期和意见。"),
            ),
        ]

    def __str__(self) -> str:
        return self.institution

    def told(self) -> list[tuple[str, str]]:
        return [
            (gettext("当事人"), self.party.name),
            (gettext("鉴定机构"), f"{self.institution} {self.qualification}"),
            (gettext("鉴定事项"), self.question),
            (gettext("送鉴材料"), self.samples),
            (gettext("约定完成日期"), date_format(self.expected_on)),
            (gettext("鉴定意见"), self.opinion),
            (gettext("告知当事人"), date_format(self.told_on) if self.told_on else ""),
            (gettext("申请重新鉴定的理由"), self.contest_reason),
            (gettext("对申请的答复"), self.answer),
        ]
