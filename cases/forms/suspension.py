"""On which ground does an investigation stand still, go on again, or end?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text
from law.reasons import reasons_for


class GroundForm(ActForm):
    """A ground out of the law's data."""

    matter = ""
    ground = forms.ChoiceField(label=_("情形"), widget=forms.RadioSelect)

    def prepare(self) -> None:
        self.fields["ground"].choices = [(one.key, one.title) for one in reasons_for(self.matter, self.today)]  # type: ignore[attr-defined]


class SuspensionForm(GroundForm):
    matter = "suspension"
    explanation = long_text(_("具体情况"), rows=4, help_text=_("等待什么、预计到什么时候。"))
    opinion = long_text(_("意见"), rows=2, initial=_("建议中止调查。"))


class EndingForm(GroundForm):
    matter = "ending"
    opinion = long_text(_("终止调查的事实和理由"), rows=5)

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        title = next(one.title for one in reasons_for(self.matter, self.today) if one.key == facts["ground"])
        return facts | {"opinion": f"{title}。{facts['opinion']}"}


class ResumeForm(ActForm):
    opinion = long_text(_("恢复的理由"), rows=3)
