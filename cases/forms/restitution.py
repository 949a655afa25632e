"""What is to be made good, how, and by when?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, say_when_needed, yuan
from cases.making_good import SOURCES, owed, possibly_mistaken
from cases.models import Restitution

WITHIN = 15


class ProposeForm(ActForm):
    groups: ClassVar[Any] = (
        (_("为什么、对什么"), "", ("wrong", "reason")),
        (_("怎样恢复或者补偿"), "", ("manner", "what", "amount", "reckoning")),
    )
    wrong = RowChoice(label=_("哪一项执行或者处理"), widget=forms.RadioSelect)
    reason = long_text(_("理由"), rows=3)
    manner = forms.ChoiceField(label=_("方式"), choices=Restitution.Manner.choices, widget=forms.RadioSelect)
    what = forms.CharField(label=_("退还、恢复或者补偿的内容"), max_length=200)
    amount = yuan(_("补偿、赔偿金额（元）"), required=False)
    reckoning = long_text(_("金额怎样计算"), rows=2, required=False)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        found = [*owed(self.case_file), *possibly_mistaken(self.case_file)]
        say_when_needed(self, _("（退还、恢复的可不填）"), ("amount", "reckoning"))
        grounds = dict(Restitution.Ground.choices)
        fields["wrong"].describe = lambda one: f"{one}（{grounds[one.ground]}）"
        fields["wrong"].offer(found)
        cheap = [one for one in found if one.ground == "low_price"]
        if len(found) == 1 and cheap:
            disposal = cheap[0].row
            fields["manner"].initial = "compensate"
            fields["amount"].initial = disposal.valuation - disposal.proceeds
            # What is proposed here is printed: papers are Chinese for every reader.
            fields["reckoning"].initial = f"估价{disposal.valuation}元，所得{disposal.proceeds}元，补足差额。"

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        wrong = facts.pop("wrong")
        rows = dict.fromkeys(SOURCES) | {wrong.source: wrong.row}
        return facts | rows | {"party": wrong.party, "ground": wrong.ground, "amount": facts["amount"] or 0}


class OrderForm(ActForm):
    within = forms.IntegerField(label=_("办理期限（日）"), min_value=1, max_value=90, initial=WITHIN)
    opinion = long_text(_("审批意见"), rows=3)


class DoneForm(ActForm):
    done_how = long_text(_("办理情况"), rows=3)
    proof = forms.CharField(label=_("收据、凭证或者文书"), max_length=200)


class TurnForm(ActForm):
    opinion = long_text(_("为什么不能恢复、退还"), rows=3)
    told = forms.CharField(label=_("怎样告知当事人申请国家赔偿"), max_length=200)
