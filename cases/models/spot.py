"""What was punished on the spot, how, and what became of money taken there?"""

from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.act import Ask
from cases.models.decision import Payment
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.spot import Collecting, FilingCopies
from cases.states import CollectionState, SpotState
from officers.state_field import StateField


def signature_by_hash(penalty: "SpotPenalty", name: str) -> str:
    """Stored under its own hash, like evidence."""
    digest = penalty.signature_sha256
    return f"signatures/{digest[:2]}/{digest}{Path(name).suffix.lower()}"


class SpotPenalty(FilingCopies, LegalObject):
    """What the officers did before and while they punished on the spot (行政处罚法 52, 程序规定 61)."""

    slug = "spot"
    relation = "spot_penalties"
    comes_first = True
    ended = frozenset({SpotState.COPY_FILED})

    class Signing(models.TextChoices):
        """How the party signed the decision (行政处罚法 52.1)."""

        DRAWN = "drawn", _("在屏幕上签名")
        PAPER = "paper", _("在打印的决定书上签名")
        REFUSED = "refused", _("拒绝签收，已注明")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="spot_penalties")
    party = models.ForeignKey(Party, models.PROTECT, related_name="spot_penalties")
    state = StateField(_("状态"), default=SpotState.GIVEN, choices=SpotState.choices)
    given_at = models.DateTimeField(_("处罚时间"))
    place = models.CharField(_("处罚地点"), max_length=160)
    certificates_shown = models.BooleanField(_("已出示执法证件并查明身份"))
    told_facts = models.BooleanField(_("已口头告知违法事实、处罚理由和依据"))
    told_rights = models.BooleanField(_("已口头告知陈述、申辩等权利义务"))
    told_fine = models.DecimalField(_("告知的罚款（元）"), max_digits=14, decimal_places=2)
    weighed = models.CharField(_("不适用不予处罚的理由"), max_length=200, blank=True)
    statement_made = models.BooleanField(_("当事人提出了陈述、申辩"))
    signing = models.CharField(_("签名"), max_length=8, choices=Signing.choices)
    signer = models.CharField(_("签名人"), max_length=60)
    signer_relation = models.CharField(_("与当事人关系"), max_length=60)
    refusal = models.CharField(_("拒签的情况"), max_length=200, blank=True)
    signature = models.FileField(upload_to=signature_by_hash, blank=True, max_length=200)
    signature_sha256 = models.CharField(max_length=64, blank=True)
    copy_filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    copy_recipient = models.CharField(_("接收备案的部门或者人员"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("当场处罚")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "party"],
                name="one_spot_penalty_per_party",
                violation_error_message=_("对该当事人已经当场处罚（行政处罚法第二十九条）。"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=SpotState.values),
                name="a_spot_penalty_is_in_a_known_state",
                violation_error_message=_("当场处罚的状态不在规定之内。"),
            ),
            models.CheckConstraint(
                condition=Q(certificates_shown=True, told_facts=True, told_rights=True),
                name="told_before_punished_on_the_spot",
                violation_error_message=_("当场处罚以前须出示证件并口头告知（行政处罚法第四十四条、第五十二条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(signing="refused") | ~Q(refusal=""),
                name="a_refusal_to_sign_is_noted",
                violation_error_message=_("当事人拒绝签收的，应当注明（行政处罚法第五十二条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(signing="drawn") | ~Q(signature_sha256=""),
                name="a_drawn_signature_has_its_hash",
                violation_error_message=_("屏幕签名缺少图像或者校验值。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="copy_filed") | (Q(copy_filed_on__isnull=False) & ~Q(copy_recipient="")),
                name="a_filed_copy_has_day_and_recipient",
                violation_error_message=_("备案须有日期和接收人（程序规定第六十一条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {date_format(self.given_at, 'DATE_FORMAT')}"

    def handing_over(self, ask: Ask) -> dict[str, Any]:
        """How the decision reached the party: on the spot, whether it signed or refused (行政处罚法 52.1)."""
        partner = next(one for one in ask.file.handlers if one.pk != ask.officer.pk)
        return {
            "manner": "direct",
            "place": self.place[:120],
            "receiver": self.signer,
            "receiver_relation": self.signer_relation,
            "second_server": partner,
            "note": self.refusal,
        }

    def told(self) -> list[tuple[str, str]]:
        filed = f"{date_format(self.copy_filed_on)} {self.copy_recipient}" if self.copy_filed_on else ""
        signed = " ".join(filter(None, [str(self.get_signing_display()), self.signer, self.refusal]))
        return [
            (gettext("处罚地点"), self.place),
            (gettext("告知的罚款（元）"), str(self.told_fine)),
            (gettext("不适用不予处罚的理由"), self.weighed),
            (gettext("签名"), signed),
            (gettext("副本备案"), filed),
        ]


class SpotCollection(Collecting, LegalObject):
    """A fine taken by the officers themselves, until the bank has it (行政处罚法 68–71)."""

    slug = "collection"
    relation = "spot_collections"
    comes_first = True
    ended = frozenset({CollectionState.DEPOSITED})

    class Ground(models.TextChoices):
        """When officers may take money themselves; the codes are stored and never change."""

        SMALL = "small", _("依法给予一百元以下罚款（第六十八条第一项）")
        HARD_LATER = "hard_later", _("不当场收缴事后难以执行（第六十八条第二项）")
        REMOTE = "remote", _("边远、水上、交通不便地区，当事人提出（第六十九条）")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="spot_collections")
    party = models.ForeignKey(Party, models.PROTECT, related_name="spot_collections")
    payment = models.OneToOneField(Payment, models.PROTECT, related_name="spot_collection")
    state = StateField(_("状态"), default=CollectionState.COLLECTED, choices=CollectionState.choices)
    ground = models.CharField(_("当场收缴的理由"), max_length=12, choices=Ground.choices)
    ground_note = models.CharField(_("具体情况"), max_length=200, blank=True)
    asked_by_party = models.BooleanField(_("当事人提出当场缴纳"), default=False)
    landed_on = models.DateField(_("抵岸日期"), null=True, blank=True)
    received_on = models.DateField(_("交至机关日期"), null=True, blank=True)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    deposited_on = models.DateField(_("缴付银行日期"), null=True, blank=True)
    deposited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    deposit_number = models.CharField(_("银行回单号"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("当场收缴罚款")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=CollectionState.values),
                name="a_collection_is_in_a_known_state",
                violation_error_message=_("当场收缴的状态不在规定之内。"),
            ),
            models.CheckConstraint(
                condition=~Q(ground="remote") | Q(asked_by_party=True),
                name="remote_collection_is_asked_for",
                violation_error_message=_("须经当事人提出，才可以当场收缴（行政处罚法第六十九条）。"),
            ),
            models.CheckConstraint(
                condition=Q(ground="small") | ~Q(ground_note=""),
                name="a_collection_says_why",
                violation_error_message=_("当场收缴须写明具体情况（行政处罚法第六十八条、第六十九条）。"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["afloat", "collected"])
                | Q(received_on__isnull=False, received_by__isnull=False),
                name="handed_over_money_has_a_receiver",
                violation_error_message=_("罚款交至机关须有日期和接收人（行政处罚法第七十一条）。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="deposited")
                | (Q(deposited_on__isnull=False, deposited_by__isnull=False) & ~Q(deposit_number="")),
                name="deposited_money_has_its_slip",
                violation_error_message=_("缴付银行须有日期、经手人和回单号（行政处罚法第七十一条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.payment.amount}"

    def told(self) -> list[tuple[str, str]]:
        received = f"{date_format(self.received_on)} {self.received_by}" if self.received_on else ""
        deposited = f"{date_format(self.deposited_on)} {self.deposit_number}" if self.deposited_on else ""
        return [
            (gettext("金额（元）"), str(self.payment.amount)),
            (gettext("财政票据号"), self.payment.receipt_number),
            (gettext("当场收缴的理由"), f"{self.get_ground_display()} {self.ground_note}".strip()),
            (gettext("抵岸日期"), date_format(self.landed_on) if self.landed_on else ""),
            (gettext("交至机关"), received),
            (gettext("缴付银行"), deposited),
        ]
