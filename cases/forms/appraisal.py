"""Which samples were taken, and what are experts asked and what did they answer?"""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.clocks import stopping_for
from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.forms.formalities import FormalitiesMixin
from cases.forms.measures import OnTheSpotForm
from cases.forms.things import ThingsField, things_in
from cases.screens.term_names import name_of


class SamplingForm(OnTheSpotForm):
    groups = (
        (_("时间、地点、人员"), "", ("party", "started_at", "ended_at", "place", "second_officer")),
        (_("样品"), "", ("things", "seals")),
        (_("签名"), "", ("signed", "refusal")),
    )
    party = RowChoice(label=_("当事人"))
    started_at = moment(_("抽样开始时间"))
    ended_at = moment(_("抽样结束时间"))
    place = forms.CharField(label=_("抽样地点"), max_length=120)
    things = ThingsField(label=_("被抽样物品"), help_text=_("一行一件，依次写名称，规格及批号，数量，状况。"))
    seals = forms.CharField(label=_("封签编号和封样情况"), max_length=200)

    def prepare(self) -> None:
        super().prepare()
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["place"].initial = self.case_file.case.place
        self.fields["signed"].label = _("当事人或者代理人已签名")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        started, ended = data.get("started_at"), data.get("ended_at")
        if started and ended and ended <= started:
            self.add_error("ended_at", gettext("结束时间要晚于开始时间。"))
        if ended and localdate(ended) > self.today:
            self.add_error("ended_at", gettext("结束时间还没有到。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"things": things_in(facts["things"])}


class SettleSamplesForm(ActForm):
    settlement = forms.CharField(label=_("样品怎样处理"), max_length=200)


class OrderForm(ActForm):
    """What an institution is asked, and which terms the law lets stand still meanwhile."""

    institution = forms.CharField(label=_("鉴定机构"), max_length=120)
    qualification = forms.CharField(label=_("资质证书号"), max_length=120)
    question = long_text(_("鉴定事项"), rows=3, help_text=_("要回答的专门问题，一项一行。"))
    samples = long_text(_("送鉴材料"), rows=3, help_text=_("样品、证据的名称和数量，怎样取得、怎样封存。"))
    expected_on = day(_("约定完成日期"))

    def prepare(self) -> None:
        running = stopping_for(self.case_file.terms, "appraisal")
        if running:
            self.fields["stops"] = forms.MultipleChoiceField(
                label=_("鉴定期间不计入的期限"),
                choices=[(str(one.pk), f"{name_of(one)} {one.due_on}") for one in running],
                initial=[str(one.pk) for one in running],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("只选鉴定的正是被查封、扣押的物品的；期间须书面告知当事人（行政强制法第二十五条）。"),
            )

    def clean_expected_on(self) -> Any:
        if self.cleaned_data["expected_on"] < self.today:
            raise forms.ValidationError(gettext("约定完成日期已经过了。"))
        return self.cleaned_data["expected_on"]

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"stops": [int(one) for one in facts.pop("stops", [])]}


class EntrustForm(OrderForm):
    party = RowChoice(label=_("涉及的当事人"))

    def prepare(self) -> None:
        super().prepare()
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        taken = [
            f"{one['name']} {one['quantity']}"
            for sampling in self.case_file.case.samplings.all()
            for one in sampling.things
        ]
        self.fields["samples"].initial = "\n".join(taken)


class RepeatForm(OrderForm):
    answer = long_text(_("同意的理由"), rows=2)

    def prepare(self) -> None:
        super().prepare()
        self.fields["question"].initial = self.subject.question
        self.fields["samples"].initial = self.subject.samples


class OpinionReceivedForm(FormalitiesMixin, ActForm):
    opinion = long_text(_("鉴定意见"), rows=4)
    appraisers = forms.CharField(label=_("鉴定人"), max_length=120)
    signed = forms.BooleanField(
        label=_("有鉴定人签名和鉴定机构盖章"),
        error_messages={"required": _("没有签名和盖章的鉴定意见不能作为证据。")},
    )

    def prepare(self) -> None:
        self.ask_facts(set())

    def to_facts(self) -> dict[str, Any]:
        return super().to_facts() | {"supports": self.supported()}


class ContestForm(ActForm):
    reason = long_text(_("申请重新鉴定的理由"), rows=3)
