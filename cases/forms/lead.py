"""What must be known to register a lead?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import RowChoice, day, long_text, moment, say_what_is_missing
from cases.forms.people import enforcers_of
from cases.models import Case
from officers.models import Officer


class LeadForm(forms.Form):
    """The first page of a case; everything typed here is carried into every paper."""

    use_required_attribute = False
    source = forms.ChoiceField(label=_("案件来源"), choices=Case.Source.choices, initial="inspection")
    source_detail = forms.CharField(
        label=_("来源说明"), max_length=120, required=False, help_text=_("交办、报请、移送的机关，或者其他途径。")
    )
    received_at = moment(_("受案时间"))
    cause = forms.CharField(label=_("案由"), max_length=200, help_text=_("谁涉嫌什么行为，一句话。"))
    occurred_on = day(_("发生日期"))
    place = forms.CharField(label=_("发生地点"), max_length=160, help_text=_("路名和桩号，如 S210 线 K32+500。"))
    summary = long_text(_("案件基本情况"), rows=6)
    second = RowChoice(label=_("另一名承办人"), help_text=_("执法人员不得少于两人（行政处罚法第四十二条）。"))

    def __init__(self, data: Any = None, *, officer: Officer, now: Any, known: dict[str, Any] | None = None) -> None:
        """known: what a source or a check has told already, by the names of the fields."""
        super().__init__(data, initial={"received_at": now, "occurred_on": now.date()} | (known or {}))
        self.now = now
        partners = [one for one in enforcers_of(now.date(), officer.department_id) if one.pk != officer.pk]
        self.fields["second"].offer(partners)  # type: ignore[attr-defined]
        say_what_is_missing(self)

    hidden: tuple[Any, ...] = ()

    @property
    def fieldsets(self) -> list[Any]:
        groups: tuple[tuple[Any, tuple[str, ...]], ...] = (
            (_("从哪里来"), ("source", "source_detail", "received_at")),
            (_("什么事"), ("cause", "occurred_on", "place", "summary")),
            (_("谁来办"), ("second",)),
        )
        return [(legend, "", [self[name] for name in names]) for legend, names in groups]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        received, occurred = data.get("received_at"), data.get("occurred_on")
        if received and received > self.now:
            self.add_error("received_at", gettext("受案时间还没有到。"))
        if received and occurred and occurred > received.date():
            self.add_error("occurred_on", gettext("发生日期晚于受案时间。"))
        if data.get("source") in ("superior", "subordinate", "transfer", "other") and not data.get("source_detail"):
            self.add_error("source_detail", gettext("写明交办、报请、移送的机关，或者其他途径。"))
        return data
