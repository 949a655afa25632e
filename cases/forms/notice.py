"""What did the party say, and how was it answered?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text
from cases.models import Statement


class StatementForm(ActForm):
    party = RowChoice(label=_("当事人"))
    oral = forms.BooleanField(label=_("口头提出，由执法人员记录"), required=False)
    text = long_text(_("陈述申辩内容"), rows=6)

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]


class WaiverForm(ActForm):
    party = RowChoice(label=_("当事人"))
    text = long_text(
        _("放弃的意思是怎样表示的"), rows=3, help_text=_("如：当事人书面声明放弃陈述、申辩和听证，声明附卷。")
    )

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]


class AnswerForm(ActForm):
    statement = RowChoice(label=_("陈述申辩"), describe=lambda one: f"{one.party} {one.made_on}：{one.text[:30]}")
    accepted = forms.ChoiceField(label=_("采纳情况"), choices=Statement.Accepted.choices, widget=forms.RadioSelect)
    answer = long_text(_("复核意见及理由"), rows=6, help_text=_("对当事人提出的事实、理由和证据逐项写明是否成立。"))

    def prepare(self) -> None:
        waiting = [one for one in self.case_file.statements if one.kind == "statement" and one.answered_on is None]
        self.fields["statement"].offer(waiting)  # type: ignore[attr-defined]
