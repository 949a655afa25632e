"""What is weighed before somebody is punished on the spot: circumstances, step of the scale, reasons (行政处罚法 33, 34)?"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.report import circumstance_groups
from law.lenient import lenient
from law.reckoning import ChargeReckoning
from law.tiers import tiers_for
from law.violations import Violation

WEIGHED_FIRST = ("weighed", "circumstances")
STEP = ("reason", "circumstances", "level")
ANSWERS = {"行政处罚法:33.1": WEIGHED_FIRST, "行政处罚法:34": STEP, "行政处罚法:5.2": STEP}
"""By the article of a refusal: the fields that answer it, brought up to where it is read."""


class DiscretionFields(forms.Form):
    """Nothing of it need be touched where the machine's proposal is followed and no list lets the conduct off."""

    circumstances = forms.MultipleChoiceField(
        label=_("查明的情节"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没有的不勾；以前的处罚和年龄由系统判断。"),
    )
    level = forms.ChoiceField(label=_("裁量等次"), required=False)
    reason = forms.CharField(
        label=_("裁量理由"), max_length=200, required=False, help_text=_("在建议的等次以内的，不用填。")
    )
    weighed = forms.CharField(
        label=_("为什么不适用不予处罚"),
        max_length=200,
        required=False,
        help_text=_("如：没有及时改正；已经造成危害后果；以前因同样行为受过处罚。"),
    )

    def offer_discretion(self, violations: Iterable[Violation], on: date) -> None:
        """Circumstances in force; steps only of conduct for which the bureau has loaded a scale of its own."""
        self.fields["circumstances"].choices = circumstance_groups(on)  # type: ignore[attr-defined]
        steps = [
            (one.name, [(f"{one.code}|{tier.level}", _told(tier)) for tier in tiers])
            for one in violations
            if (tiers := tiers_for(one.code, on))
        ]
        if steps:
            self.fields["level"].choices = [("", _("请选择")), *steps]  # type: ignore[attr-defined]
        else:
            del self.fields["level"]

    def level_of(self, violation: Violation, on: date) -> str:
        """The step chosen, of this conduct's scale; without one where there is a scale, the form is at fault."""
        code, _bar, level = str(self.cleaned_data.get("level") or "").partition("|")
        tiers = tiers_for(violation.code, on)
        if code == violation.code:
            return level
        if tiers and self.cleaned_data.get("penalty") == "fine" and "level" not in self.errors:
            self.add_error(
                "level", gettext("本单位裁量基准对这一行为有 %(count)d 档，选择等次。") % {"count": len(tiers)}
            )
        return ""

    def found_with(self, level: str, earlier: Iterable[str] = ()) -> dict[str, Any]:
        """What the officer found, and what earlier decisions show."""
        return {"circumstances": sorted({*self.cleaned_data.get("circumstances", ()), *earlier}), "level": level}

    def take_over_reason(self, one: ChargeReckoning, fine: Decimal) -> None:
        """What was left empty is what was reckoned, as in the report of the ordinary procedure."""
        data = self.cleaned_data
        if not data.get("reason") and fine and one.covers(fine):
            data["reason"] = one.reason[:200]

    def weighing(self, violation: Violation, on: date) -> str:
        """What is told of article 33 before the decision."""
        if self.cleaned_data.get("weighed"):
            return gettext("不适用不予处罚：%(why)s") % {"why": self.cleaned_data["weighed"]}
        if lenient(violation.code, on) is None:
            return gettext("没有查明不予处罚的情形，这一行为不在免罚清单之内。")
        return gettext("以前因同样的行为受过处罚，不是初次违法。")


def repeated(one: ChargeReckoning) -> list[str]:
    return [row.key for row in one.circumstances if row.key == "repeat"]


def _told(tier: Any) -> str:
    return f"{tier.level}：{tier.facts}" if tier.facts else str(tier.level)
