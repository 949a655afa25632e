"""How was a penalty that is not money carried out, and what shows it?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.carrying_out import unshown
from cases.forms.base import ActForm, RowChoice, day, long_text


class PerformanceForm(ActForm):
    groups: ClassVar[Any] = (
        (_("哪一项处罚"), "", ("penalty", "refused")),
        (_("怎样执行"), "", ("carried_out_on", "until", "how")),
        (_("用什么证明"), _("证据和文书至少有一项。"), ("evidence", "proof", "organ")),
    )
    penalty = RowChoice(label=_("处罚"), describe=lambda one: f"{one.party.name}：{one}")
    refused = forms.BooleanField(
        label=_("当事人没有履行"), required=False, help_text=_("登记以后可以启动强制执行程序。")
    )
    carried_out_on = day(_("执行日期"))
    until = day(_("期满日期"), required=False, help_text=_("暂扣、停业等有期限的才填。"))
    how = long_text(_("怎样执行"), rows=3)
    evidence = RowChoice(label=_("证据"), required=False)
    proof = forms.CharField(
        label=_("证明执行情况的文书"), max_length=200, required=False, help_text=_("名称和文号，如收缴证件清单。")
    )
    organ = forms.CharField(
        label=_("告知发证机关"),
        max_length=200,
        required=False,
        help_text=_("吊销、暂扣、降级的，写明机关、日期和文号；本机关发证的写本机关。"),
    )

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        open_ = [one for party in self.case_file.parties for one in unshown(self.case_file, party)]
        fields["penalty"].offer(open_)
        fields["evidence"].offer(self.case_file.evidence)
        fields["evidence"].initial = None
        fields["carried_out_on"].initial = self.today
        if len(open_) == 1:
            fields["how"].help_text = open_[0].rule.title

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        done, until = data.get("carried_out_on"), data.get("until")
        if done and until and until < done:
            self.add_error("until", gettext("期满日期早于执行日期。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        penalty = facts.pop("penalty")
        return facts | {"charge": penalty.charge, "kind": penalty.kind}
