"""What did each head say at the collective discussion?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, moment
from cases.models import Voice
from officers.models import Officer
from officers.roles import BUSINESS_ROLES, Role


class DiscussionForm(ActForm):
    started_at = moment(_("开始时间"))
    ended_at = moment(_("结束时间"))
    place = forms.CharField(label=_("地点"), max_length=120)
    reporter = RowChoice(label=_("汇报人（承办人）"))
    recorder = RowChoice(label=_("记录人"))
    report = long_text(_("承办人汇报"), rows=6)
    conclusion = long_text(_("结论性意见"), rows=3)
    agreed = forms.TypedChoiceField(
        label=_("表决结果"),
        choices=(("yes", _("同意拟作出的决定")), ("no", _("不同意，退回重新提出意见"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        self.heads = list(Officer.objects.holding(Role.BUREAU_HEAD).prefetch_related("grants"))
        self.fields["reporter"].offer(self.case_file.handlers)  # type: ignore[attr-defined]
        self.fields["recorder"].offer(Officer.objects.holding(*BUSINESS_ROLES))  # type: ignore[attr-defined]
        for head in self.heads:
            self._add_voice(head)

    def _add_voice(self, head: Officer) -> None:
        self.fields[f"vote_{head.pk}"] = forms.ChoiceField(
            label=_("表决"), choices=[("", _("没有参加")), *Voice.Vote.choices], required=False
        )
        self.fields[f"opinion_{head.pk}"] = long_text(_("意见"), rows=2, required=False)
        self.fields[f"reason_{head.pk}"] = long_text(_("理由"), rows=2, required=False)
        self.fields[f"signed_{head.pk}"] = forms.BooleanField(label=_("已在记录上签名"), required=False)

    def field_groups(self) -> list[Any]:
        voices = [
            (
                f"{head.name} {head.position}",
                "",
                tuple(f"{name}_{head.pk}" for name in ("vote", "opinion", "reason", "signed")),
            )
            for head in self.heads
        ]
        return [
            (_("会议"), "", ("started_at", "ended_at", "place", "reporter", "recorder", "report")),
            *voices,
            (_("结论"), _("不同意见如实记录。"), ("agreed", "conclusion")),
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        started, ended = data.get("started_at"), data.get("ended_at")
        if started and ended and ended <= started:
            self.add_error("ended_at", gettext("结束时间要晚于开始时间。"))
        votes = [data.get(f"vote_{head.pk}") for head in self.heads]
        in_favour = votes.count("agree") * 2 > sum(1 for vote in votes if vote)
        if "agreed" in data and data["agreed"] != in_favour:
            self.add_error("agreed", gettext("表决结果与各人的表决不一致。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        names = ("started_at", "ended_at", "place", "reporter", "recorder", "report", "conclusion", "agreed")
        data = self.cleaned_data
        voices = [
            {
                "officer": head,
                "vote": data[f"vote_{head.pk}"],
                "opinion": data[f"opinion_{head.pk}"],
                "reason": data[f"reason_{head.pk}"],
                "signed": data[f"signed_{head.pk}"],
            }
            for head in self.heads
            if data[f"vote_{head.pk}"]
        ]
        return {name: data[name] for name in names} | {"voices": voices}
