"""Which outcome is proposed, and which penalty for each charge?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.earlier import earlier_penalties, history_of
from cases.forms.base import ActForm, long_text, yuan
from cases.models import Case, Charge
from cases.reckoned import reckon_case
from law.brackets import conditions_of
from law.circumstances import Circumstance, Effect, circumstances_in_force
from law.proposals import MITIGATED
from law.ranges import yuan as figure
from law.reckoning import ChargeReckoning
from law.tiers import tiers_for
from law.violations import PenaltyKind


class SanctionsForm(ActForm):
    """One block of fields per charge; proposed from the catalogue, or from what was notified."""

    blocks: ClassVar[tuple[str, ...]] = ("kinds", "fine", "confiscation", "returned", "returned_to", "other", "reason")

    def prepare(self) -> None:
        self.reckonings = self.reckon(None)
        for charge in self.case_file.charges_in_round:
            self.add_block(charge)

    def reckon(self, found: dict[int, dict[str, Any]] | None) -> dict[int, ChargeReckoning]:
        return reckon_case(self.case_file, self.today, found)

    def add_block(self, charge: Charge) -> None:
        proposed = self.proposal(charge)
        kinds = [
            (kind, PenaltyKind(kind).label) for kind in dict.fromkeys((PenaltyKind.WARNING, *charge.provided_kinds))
        ]
        self.fields[f"kinds_{charge.pk}"] = forms.MultipleChoiceField(
            label=_("处罚种类"),
            choices=kinds,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=proposed["kinds"],
        )
        self.fields[f"fine_{charge.pk}"] = yuan(
            _("罚款（元）"), required=False, initial=proposed["fine"], help_text=self.range_words(charge)
        )
        self.fields[f"confiscation_{charge.pk}"] = yuan(
            _("没收违法所得（元）"), required=False, initial=proposed["confiscation"]
        )
        if charge.illegal_income:
            self._ask_about_the_income(charge, proposed)
        self.fields[f"other_{charge.pk}"] = forms.CharField(
            label=_("其他处罚内容"), max_length=200, required=False, initial=proposed["other"]
        )
        self.fields[f"reason_{charge.pk}"] = long_text(
            _("裁量理由"), rows=2, required=False, initial=proposed["reason"]
        )

    def _ask_about_the_income(self, charge: Charge, proposed: dict[str, Any]) -> None:
        self.fields[f"confiscation_{charge.pk}"].help_text = gettext(
            "查明违法所得 %(income)s 元，全部没收，依法退赔的除外。"
        ) % {"income": figure(charge.illegal_income or Decimal(0))}
        self.fields[f"returned_{charge.pk}"] = yuan(
            _("依法退赔（元，没有就不填）"), required=False, initial=proposed.get("returned")
        )
        self.fields[f"returned_to_{charge.pk}"] = forms.CharField(
            label=_("退给谁、依据什么"), max_length=200, required=False, initial=proposed.get("returned_to", "")
        )

    def proposal(self, charge: Charge) -> dict[str, Any]:
        one = self.reckonings[charge.pk]
        others = [kind for kind in charge.violation.kinds if kind != PenaltyKind.FINE]
        is_fined = PenaltyKind.FINE in charge.violation.kinds and one.range.is_fined and not one.yields_to
        takes_income = charge.illegal_income and self._is_taken_here(charge)
        kinds = [PenaltyKind.FINE] if is_fined else [one for one in others if one != PenaltyKind.CONFISCATE_INCOME][:1]
        return {
            "kinds": [*kinds, PenaltyKind.CONFISCATE_INCOME] if takes_income else kinds,
            "fine": one.range.low if is_fined and one.range.is_fixed else None,
            "confiscation": charge.illegal_income if takes_income else None,
            "other": "",
            "reason": "",
        }

    def _is_taken_here(self, charge: Charge) -> bool:
        """What one act brought in is confiscated once: under the rule that is fined, if several name it."""
        same_act = [
            one
            for one in self.case_file.charges_in_round
            if (one.party_id, one.act_key) == (charge.party_id, charge.act_key) and one.illegal_income
        ]
        most = max(one.illegal_income or Decimal(0) for one in same_act)
        whole = [one for one in same_act if one.illegal_income == most]
        return min(whole, key=lambda one: (bool(self.reckonings[one.pk].yields_to), one.pk)).pk == charge.pk

    def sanction_groups(self) -> list[Any]:
        return [
            (
                gettext("%(party)s：%(conduct)s") % {"party": charge.party.name, "conduct": charge.violation.name},
                charge.violation.penalty_text,
                tuple(key for name in self.blocks if (key := f"{name}_{charge.pk}") in self.fields),
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
            "returned": data.get(f"returned_{pk}") or Decimal(0),
            "returned_to": data.get(f"returned_to_{pk}", "").strip(),
            "other": data.get(f"other_{pk}", ""),
            "reason": data.get(f"reason_{pk}", ""),
        }

    def range_words(self, charge: Charge) -> str:
        """The lawful range, and the step that is proposed so far."""
        one = self.reckonings[charge.pk]
        said = one.range.line + gettext("。")
        if one.yields_to or one.range.is_fixed or one.proposal.low is None or one.is_exempt:
            return said
        return said + gettext("建议“%(level)s”等次 %(low)s 元至 %(high)s 元。") % {
            "level": one.proposal.title,
            "low": figure(one.proposal.low),
            "high": figure(one.proposal.high or Decimal(0)),
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


class FoundForm(SanctionsForm):
    """The penalties together with the circumstances on which they rest."""

    blocks = ("circumstances", "level", *SanctionsForm.blocks)

    def add_block(self, charge: Charge) -> None:
        kept = self.case_file.reckoning(charge)
        ticked = {one.key for one in self.reckonings[charge.pk].circumstances if one.key == "repeat"}
        self.fields[f"circumstances_{charge.pk}"] = forms.MultipleChoiceField(
            label=_("查明的情节"),
            choices=circumstance_choices(charge, self.today),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=sorted(ticked | set(kept.circumstances if kept else ())),
            help_text=_("没有的不勾；勾选以后按情节建议罚款。"),
        )
        self.fields[f"level_{charge.pk}"] = forms.ChoiceField(
            label=_("裁量等次"),
            choices=level_choices(charge),
            required=False,
            initial=kept.level if kept else "",
        )
        super().add_block(charge)

    def found(self) -> dict[int, dict[str, Any]]:
        """What the officer says about each charge."""
        data = self.cleaned_data
        return {
            one.pk: {
                "circumstances": list(data.get(f"circumstances_{one.pk}", [])),
                "level": data.get(f"level_{one.pk}", ""),
            }
            for one in self.case_file.charges_in_round
        }


class ReportForm(FoundForm):
    recommendation = forms.ChoiceField(
        label=_("处理意见"), choices=Case.Recommendation.choices, widget=forms.RadioSelect, initial="penalty"
    )
    findings = long_text(_("调查经过及违法事实"), rows=8)
    opinion = long_text(_("处理意见及理由"), rows=4)
    is_complex = forms.BooleanField(label=_("疑难复杂、涉及多个法律关系"), required=False)
    concerns_public_interest = forms.BooleanField(label=_("涉及重大公共利益"), required=False)

    def prepare(self) -> None:
        self.earlier = history_of(earlier_penalties(self.case_file), self.case_file)
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

    def reckon(self, found: dict[int, dict[str, Any]] | None) -> dict[int, ChargeReckoning]:
        """Before anything is ticked, with the repetitions that earlier decisions show."""
        return reckon_case(self.case_file, self.today, found, self.earlier if found is None else None)

    def range_words(self, charge: Charge) -> str:
        return super().range_words(charge) + gettext("留空就按情节建议的数额。")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.reckonings = self.reckon(self.found())
        if data.get("recommendation") == "penalty":
            for charge in self.case_file.charges_in_round:
                self._take_over(charge.pk, self.reckonings[charge.pk])
                self._take_the_income(charge)
            self.check_amounts()
        return data

    def _take_over(self, pk: int, one: ChargeReckoning) -> None:
        """What was left empty is what was reckoned: the sum, and the reason of its step."""
        data = self.cleaned_data
        kinds, fine, reason = (f"{name}_{pk}" for name in ("kinds", "fine", "reason"))
        if PenaltyKind.FINE in data.get(kinds, ()) and fine not in self.errors and not data.get(fine):
            if one.yields_to:
                data[kinds] = [kind for kind in data[kinds] if kind != PenaltyKind.FINE]
            data[fine] = one.amount
        if not data.get(reason) and (one.yields_to or one.covers(data.get(fine) or Decimal(0))):
            data[reason] = one.reason

    def _take_the_income(self, charge: Charge) -> None:
        """An empty sum of what is confiscated is all of the income that does not go back."""
        data, name = self.cleaned_data, f"confiscation_{charge.pk}"
        is_ticked = PenaltyKind.CONFISCATE_INCOME in data.get(f"kinds_{charge.pk}", ())
        if charge.illegal_income and is_ticked and name not in self.errors and data.get(name) is None:
            data[name] = charge.illegal_income - (data.get(f"returned_{charge.pk}") or Decimal(0))

    def to_facts(self) -> dict[str, Any]:
        names = ("recommendation", "findings", "opinion", "is_complex", "concerns_public_interest")
        facts = {name: self.cleaned_data[name] for name in names}
        facts["found"] = self.found()
        facts["sanctions"] = self.sanctions() if facts["recommendation"] == "penalty" else {}
        return facts


EFFECTS = (
    ((Effect.EXEMPT, Effect.MAY_EXEMPT), _("不予处罚")),
    ((Effect.MITIGATE, Effect.MAY_MITIGATE), _("从轻或者减轻")),
    ((Effect.LIGHTEN,), _("从轻")),
    ((Effect.AGGRAVATE,), _("从重")),
    ((Effect.CONDITION,), _("罚则的条件")),
)


def circumstance_choices(charge: Charge, on: date) -> list[Any]:
    """What may be found about a charge, in the order of its effect; only conditions that its article asks."""
    return circumstance_groups(on, conditions_of(charge.violation_code, charge.conduct_on))


def circumstance_groups(on: date, asked: Collection[str] = ()) -> list[Any]:
    """asked: the conditions of the penalty article, by key."""
    rows = [
        one
        for one in circumstances_in_force(on)
        if not one.automatic and (one.effect != Effect.CONDITION or one.key in asked)
    ]
    groups = [(title, [_choice(one) for one in rows if one.effect in effects]) for effects, title in EFFECTS]
    return [(title, choices) for title, choices in groups if choices]


def _choice(one: Circumstance) -> tuple[str, str]:
    return one.key, one.title


def level_choices(charge: Charge) -> list[tuple[str, Any]]:
    """The bureau's own steps where it has loaded some, and mitigation."""
    tiers = tiers_for(charge.violation_code, charge.conduct_on)
    return [
        ("", _("按情节")),
        *((one.level, f"{one.level}：{one.facts}" if one.facts else one.level) for one in tiers),
        (MITIGATED, _("减轻（法定最低限以下）")),
    ]
