"""Against whom is the case?"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from stdnum.cn import ric
from stdnum.exceptions import ValidationError as InvalidNumber

from law.identity import RESIDENT, identity_title


class Party(models.Model):
    """A person or organisation charged in one case, as identified in that case."""

    class Kind(models.TextChoices):
        CITIZEN = "citizen", _("个人")
        INDIVIDUAL_BUSINESS = "individual_business", _("个体工商户")
        ORGANISATION = "organisation", pgettext_lazy("party", "单位")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="parties")
    kind = models.CharField(_("当事人类型"), max_length=20, choices=Kind.choices)
    name = models.CharField(_("姓名或名称"), max_length=120)
    sex = models.CharField(_("性别"), max_length=4, blank=True)
    born_on = models.DateField(_("出生日期"), null=True, blank=True)
    id_number = models.CharField(_("身份证件号"), max_length=30, blank=True)
    id_kind = models.CharField(_("身份证件种类"), max_length=20, default=RESIDENT)
    """A key of identity.toml; means nothing for an organisation."""
    nationality = models.CharField(_("国籍"), max_length=40, blank=True)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    representative = models.CharField(_("法定代表人（负责人、经营者）"), max_length=60, blank=True)
    address = models.CharField(_("住址或地址"), max_length=200)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    occupation = models.CharField(_("职业"), max_length=60, blank=True)
    withdrawn_on = models.DateField(_("剔除日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="organisation") | ~Q(id_number=""),
                name="a_person_has_an_identity_number",
                violation_error_message=_("个人和个体工商户经营者必须填写身份证件号。"),
            ),
            models.CheckConstraint(
                condition=~Q(kind="organisation") | ~Q(uscc=""),
                name="an_organisation_has_a_credit_code",
                violation_error_message=_("单位必须填写统一社会信用代码。"),
            ),
        ]
        # Earlier penalties of the same party are looked up by these.
        indexes: ClassVar = [
            models.Index(fields=["id_number"], name="parties_by_identity_number"),
            models.Index(fields=["uscc"], name="parties_by_credit_code"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def counts_as(self) -> str:
        """Individual businesses count as citizens for every threshold (review_standard.md, item 104)."""
        return "organisation" if self.kind == self.Kind.ORGANISATION else "citizen"

    @property
    def is_person(self) -> bool:
        return self.kind != self.Kind.ORGANISATION

    @property
    def identity_words(self) -> str:
        """As papers print it: the bare number of a resident's card, else what was shown, its number, whose country."""
        if not self.id_number or self.id_kind == RESIDENT:
            return self.id_number
        country = f"（{self.nationality}）" if self.nationality else ""
        return f"{identity_title(self.id_kind)} {self.id_number}{country}"

    @property
    def birthday(self) -> date | None:
        """As entered, or as it stands in a resident identity number; an organisation has none."""
        if not self.is_person or self.born_on is not None:
            return self.born_on
        try:
            return ric.get_birth_date(self.id_number) if len(self.id_number) == 18 else None
        except InvalidNumber:
            return None

    def age(self, on: date) -> int | None:
        if self.born_on is None:
            return None
        return on.year - self.born_on.year - ((on.month, on.day) < (self.born_on.month, self.born_on.day))
