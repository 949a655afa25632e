"""Which outcome is proposed, and which penalty for each charge?"""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text, yuan
from cases.guards.facts import lawful_range
from cases.models import Case, Charge
from law.violations import PenaltyKind


class SanctionsForm(ActForm):
    """One block of fields per charge; proposed from the catalogue, or from what was notified."""

    stage_shown = ""

    def prepare(self) -> None:
        for charge in self.case_file.charges_in_round:
            self._add_block(charge)

    def _add_block(self, charge: Charge) -> None:
        proposed = self.proposal(charge)
        kinds = [
            (kind, PenaltyKind(kind).label) for kind in dict.fromkeys((PenaltyKind.WARNING, *charge.violation.kinds))
        ]
        self.fields[f"kinds_{charge.pk}"] = forms.MultipleChoiceField(
            label=_("处罚种类"),
            choices=kinds,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=proposed["kinds"],
        )
        self.fields[f"fine_{charge.pk}"] = yuan(
            _("罚款（元）"), required=False, initial=proposed["fine"], help_text=range_words(charge)
        )
        self.fields[f"confiscation_{charge.pk}"] = yuan(
            _("没收违法所得（元）"), required=False, initial=proposed["confiscation"]
        )
        self.fields[f"other_{charge.pk}"] = forms.CharField(
            label=_("其他处罚内容"), max_length=200, required=False, initial=proposed["other"]
        )
        self.fields[f"reason_{charge.pk}"] = long_text(
            _("裁量理由"), rows=2, required=False, initial=proposed["reason"]
        )

    def proposal(self, charge: Charge) -> dict[str, Any]:
        low, high = lawful_range(charge)
        fixed = low is not None and low == high
        kinds = [PenaltyKind.FINE] if PenaltyKind.FINE in charge.violation.kinds else list(charge.violation.kinds)[:1]
        return {
            "kinds": kinds,
            "fine": low if fixed else None,
            "confiscation": charge.illegal_income if PenaltyKind.CONFISCATE_INCOME in charge.violation.kinds else None,
            "other": "",
            "reason": "",
        }

    def sanction_groups(self) -> list[Any]:
        return [
            (
                gettext("%(party)s：%(conduct)s") % {"party": charge.party.name, "conduct": charge.violation.name},
                charge.violation.penalty_text,
                tuple(f"{name}_{charge.pk}" for name in ("kinds", "fine", "confiscation", "other", "reason")),
            )
            for charge in self.case_file.charges_in_round
        ]

    def sanctions(self) -> dict[int, dict[str, Any]]:
        return {charge.pk: self._sanction(charge.pk) for charge in self.case_file.charges_in_round}

    def _sanction(self, pk: int) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "kinds": list(data.get(f"kinds_{pk}", [])),
            "fine": data.get(f"fine_{pk}") or Decimal(0),
            "confiscation": data.get(f"confiscation_{pk}") or Decimal(0),
            "other": data.get(f"other_{pk}", ""),
            "reason": data.get(f"reason_{pk}", ""),
        }

    def check_amounts(self) -> None:
        """A kind with money needs its sum, and a sum needs its kind."""
        for pk, one in self.sanctions().items():
            for kind, name, label in (
                (PenaltyKind.FINE, "fine", gettext("罚款")),
                (PenaltyKind.CONFISCATE_INCOME, "confiscation", gettext("没收违法所得")),
            ):
                if (kind in one["kinds"]) != (one[name] > 0):
                    self.add_error(
                        f"{name}_{pk}", gettext("勾选了“%(label)s”就要写金额，写了金额就要勾选。") % {"label": label}
                    )


class ReportForm(SanctionsForm):
    recommendation = forms.ChoiceField(
        label=_("处理意见"), choices=Case.Recommendation.choices, widget=forms.RadioSelect, initial="penalty"
    )
    findings = long_text(_("调查经过及违法事实"), rows=8)
    opinion = long_text(_("处理意见及理由"), rows=4)
    is_complex = forms.BooleanField(label=_("疑难复杂、涉及多个法律关系"), required=False)
    concerns_public_interest = forms.BooleanField(label=_("涉及重大公共利益"), required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["findings"].initial = "\n".join(one.facts for one in self.case_file.charges_in_round)

    def field_groups(self) -> list[Any]:
        return [
            (_("查明了什么"), "", ("findings",)),
            (_("怎么处理"), _("行政处罚法第五十七条的四种处理。"), ("recommendation", "opinion")),
            *self.sanction_groups(),
            (
                _("是否属于重大案件"),
                _("金额和处罚种类由系统对照规则判断。"),
                ("is_complex", "concerns_public_interest"),
            ),
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("recommendation") == "penalty":
            self.check_amounts()
        return data

    def to_facts(self) -> dict[str, Any]:
        names = ("recommendation", "findings", "opinion", "is_complex", "concerns_public_interest")
        facts = {name: self.cleaned_data[name] for name in names}
        facts["sanctions"] = self.sanctions() if facts["recommendation"] == "penalty" else {}
        return facts


def range_words(charge: Charge) -> str:
    low, high = lawful_range(charge)
    if low is not None and low == high:
        return gettext("按公式应为 %(fine)s 元。") % {"fine": low}
    if high is None:
        return gettext("法律没有规定固定幅度。") if low is None else gettext("最低 %(low)s 元。") % {"low": low}
    return gettext("法定幅度 %(low)s 元至 %(high)s 元。") % {"low": low or 0, "high": high}
