"""What did the party say, and how was it answered?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text
from cases.forms.report import FoundForm
from cases.models import Charge, LateEvidence, Statement
from cases.notified import late_evidence, meaning_of
from officers.models import Bureau


class StatementForm(ActForm):
    party = RowChoice(label=_("当事人"))
    oral = forms.BooleanField(label=_("口头提出，由执法人员记录"), required=False)
    made_at = forms.TimeField(
        label=_("提出时间"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("时间写成 14:30 这样。")},
    )
    place = forms.CharField(label=_("地点"), max_length=120, required=False)
    second_taker = RowChoice(label=_("另一名听取的执法人员"), required=False)
    text = long_text(_("陈述申辩内容"), rows=6)
    put_forward = long_text(_("提出的事实和证据"), rows=3, required=False)

    def prepare(self) -> None:
        self.fields["on"].label = _("提出日期")
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        bureau = Bureau.objects.first()
        self.fields["place"].initial = bureau.address if bureau else ""
        partners = [one for one in self.case_file.handlers if one.pk != self.officer.pk]
        self.fields["second_taker"].offer(partners)  # type: ignore[attr-defined]


class WaiverForm(ActForm):
    party = RowChoice(label=_("当事人"))
    text = long_text(
        _("放弃的意思是怎样表示的"), rows=3, help_text=_("如：当事人书面声明放弃陈述、申辩和听证，声明附卷。")
    )

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]


class AnswerForm(ActForm):
    statement = RowChoice(label=_("陈述申辩"), describe=lambda one: f"{one.party} {one.made_on}：{one.text[:30]}")
    findings = long_text(
        _("复核查明的情况"), rows=4, required=False, help_text=_("怎样核实了当事人提出的事实和证据，结果如何。")
    )
    accepted = forms.ChoiceField(label=_("采纳情况"), choices=Statement.Accepted.choices, widget=forms.RadioSelect)
    answer = long_text(_("复核意见及理由"), rows=6, help_text=_("对当事人提出的事实、理由和证据逐项写明是否成立。"))
    consequence = forms.ChoiceField(
        label=_("复核的结果"), choices=Statement.Consequence.choices, widget=forms.RadioSelect, initial="none"
    )

    def prepare(self) -> None:
        waiting = [one for one in self.case_file.statements if one.kind == "statement" and one.answered_on is None]
        self.fields["statement"].offer(waiting)  # type: ignore[attr-defined]


class LighterForm(FoundForm):
    """The notified penalty stands in the fields; the handler makes it lighter and says why."""

    def field_groups(self) -> list[Any]:
        return self.sanction_groups()

    def proposal(self, charge: Charge) -> dict[str, Any]:
        notified = self.case_file.sanction(charge, "proposed")
        if notified is None:
            return super().proposal(charge)
        money = {name: getattr(notified, name) or None for name in ("fine", "confiscation", "returned")}
        words = {name: getattr(notified, name) for name in ("kinds", "returned_to", "other", "reason")}
        return money | words

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.check_amounts()
        return data

    def to_facts(self) -> dict[str, Any]:
        return {"sanctions": self.sanctions(), "found": self.found()}


class LateEvidenceForm(ActForm):
    evidence = RowChoice(label=_("补充的证据"))
    meaning = forms.ChoiceField(label=_("证明什么"), choices=LateEvidence.Meaning.choices, widget=forms.RadioSelect)
    reason = long_text(_("理由"), rows=3)
    shown_on = day(_("交当事人质证的日期"), required=False)

    def prepare(self) -> None:
        file = self.case_file
        waiting = [one for one in late_evidence(file) if meaning_of(file, one) is None]
        self.fields["evidence"].offer(waiting)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("meaning") == "same" and not data.get("shown_on"):
            self.add_error("shown_on", gettext("证据须经查证属实；印证已经告知的事实的，写明交当事人质证的日期。"))
        return data
