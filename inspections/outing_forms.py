"""What is asked about outings, campaigns, posts, meetings, talks and hazards?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import RowChoice, day, long_text
from cases.forms.people import enforcers_of
from inspections.check_forms import proposed_due
from inspections.models import Campaign, Check, DutyPost, Hazard, Outing
from inspections.row_fields import AskForm, RowsChoice, clock
from law.check_rules import campaign_kinds
from officers.models import Officer


class RegisterForm(AskForm):
    """A form that adds or changes one row; `save` says what becomes of its answers."""

    def __init__(self, data: Any = None, *, officer: Officer, today: date, about: Any = None) -> None:
        self.officer, self.today, self.about = officer, today, about
        super().__init__(data)
        self.prepare()
        self.settle()

    def prepare(self) -> None:
        """Fill choices, and today's date."""

    def not_before(self, first: str, second: str, words: str) -> None:
        one, two = self.cleaned_data.get(first), self.cleaned_data.get(second)
        if one and two and two < one:
            self.add_error(second, words)


def offer_optional(form: forms.Form, name: str, rows: Any) -> None:
    """None of them is as good as one: a single row is not proposed."""
    field: Any = form.fields[name]
    field.offer(rows)
    field.initial = None


class OutingForm(RegisterForm):
    title = _("登记出动")
    explains = _("同行的每名执法人员都选上：出动人次按每次出动的人数相加。")
    purpose = forms.ChoiceField(label=_("出动事由"), choices=Outing.Purpose.choices, widget=forms.RadioSelect)
    day = day(_("出动日期"))
    begins_at = clock(_("出发时间"))
    ends_at = clock(_("返回时间"), required=False)
    officers = RowsChoice(label=_("出动人员"))
    vehicles = forms.CharField(label=_("执法车辆"), max_length=120, required=False)
    campaign = RowChoice(label=_("专项行动"), required=False)
    post = RowChoice(label=_("执勤点"), required=False)
    route = forms.CharField(label=_("路线或者地点"), max_length=200, required=False)
    note = forms.CharField(label=_("情况"), max_length=500, required=False)

    def prepare(self) -> None:
        self.initial.update({"day": self.today, "purpose": Outing.Purpose.PATROL, "officers": [str(self.officer.pk)]})
        self.fields["officers"].offer(enforcers_of(self.today, self.officer.department_id))  # type: ignore[attr-defined]
        offer_optional(self, "campaign", Campaign.objects.order_by("-begins_on", "-pk")[:50])
        offer_optional(self, "post", DutyPost.objects.filter(until=None).order_by("name"))

    def clean_day(self) -> date:
        went: date = self.cleaned_data["day"]
        if went > self.today:
            raise forms.ValidationError(gettext("这一天还没有到。"))
        return went


class CampaignForm(RegisterForm):
    title = _("登记专项行动")
    kind = forms.ChoiceField(label=_("专项行动种类"))
    name = forms.CharField(label=_("专项行动名称"), max_length=120)
    basis = forms.CharField(label=_("部署文件"), max_length=200, required=False)
    begins_on = day(_("开始日期"))
    ends_on = day(_("结束日期"))

    def prepare(self) -> None:
        self.initial.update({"begins_on": self.today})
        rows = [(one.key, one.title) for one in campaign_kinds(self.today)]
        self.fields["kind"].choices = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        self.not_before("begins_on", "ends_on", gettext("结束日期早于开始日期。"))
        return self.cleaned_data


class PostForm(RegisterForm):
    title = _("登记执勤点")
    name = forms.CharField(label=_("执勤点"), max_length=80)
    place = forms.CharField(label=_("地点"), max_length=160, required=False)
    campaign = RowChoice(label=_("专项行动"), required=False)
    since = day(_("设置日期"))
    until = day(_("撤销日期"), required=False)

    def prepare(self) -> None:
        self.initial.update({"since": self.today})
        offer_optional(self, "campaign", Campaign.objects.order_by("-begins_on", "-pk")[:50])

    def clean(self) -> dict[str, Any]:
        self.not_before("since", "until", gettext("撤销日期早于设置日期。"))
        return self.cleaned_data


class MeetingForm(RegisterForm):
    title = _("登记会议")
    held_on = day(_("会议日期"))
    topic = forms.CharField(label=_("议题"), max_length=200)
    attendance = forms.IntegerField(label=_("参加人数"), min_value=1, max_value=1000)
    campaign = RowChoice(label=_("专项行动"), required=False)
    note = forms.CharField(label=_("议定事项"), max_length=500, required=False)

    def prepare(self) -> None:
        self.initial.update({"held_on": self.today})
        offer_optional(self, "campaign", Campaign.objects.order_by("-begins_on", "-pk")[:50])


class TalkForm(RegisterForm):
    title = _("登记约谈")
    explains = _("约谈不是处罚：写明为什么谈、谈了什么、对方承诺了什么。")
    firm = forms.CharField(label=_("约谈对象"), max_length=120)
    attended = forms.CharField(label=_("到场人员和职务"), max_length=200)
    held_on = day(_("约谈日期"))
    officers = RowsChoice(label=_("约谈人员"))
    why = forms.CharField(label=_("约谈事由"), max_length=300)
    said = long_text(_("约谈内容"), rows=5)
    promise = forms.CharField(label=_("对方的承诺"), max_length=500)
    due_on = day(_("承诺兑现日期"), required=False)

    def prepare(self) -> None:
        """`about` is the check that led to it, if one did."""
        self.initial.update({"held_on": self.today, "officers": [str(self.officer.pk)]})
        if isinstance(self.about, Check):
            self.initial["firm"] = self.about.target.name
        self.fields["officers"].offer(enforcers_of(self.today, self.officer.department_id))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        self.not_before("held_on", "due_on", gettext("兑现日期早于约谈日期。"))
        return self.cleaned_data


class KeptForm(RegisterForm):
    title = _("核实承诺兑现")
    kept_on = day(_("核实兑现日期"))

    def prepare(self) -> None:
        self.initial.update({"kept_on": self.today})

    def clean_kept_on(self) -> date:
        kept: date = self.cleaned_data["kept_on"]
        if not self.about.held_on <= kept <= self.today:
            raise forms.ValidationError(gettext("兑现日期应当在约谈之后、今天或者以前。"))
        return kept


class AnswerForm(RegisterForm):
    title = _("登记整改报告")
    answered_on = day(_("报告日期"))
    answer = forms.CharField(label=_("企业的整改报告"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def prepare(self) -> None:
        self.initial.update({"answered_on": self.today})


class RecheckForm(RegisterForm):
    title = _("安排复查")
    explains = _("同一次检查里没有整改完的隐患一并复查，复查任务进入检查人员的待办。")
    begins_on = day(_("开始日期"))
    due_on = day(_("最迟完成日期"))
    officers = RowsChoice(label=_("检查人员"))

    def prepare(self) -> None:
        hazard: Hazard = self.about
        self.initial.update({"begins_on": self.today, "due_on": max(hazard.due_on, self.today)})
        self.initial["officers"] = [str(one.pk) for one in hazard.check_made.officers.all()]
        self.fields["officers"].offer(enforcers_of(self.today, self.officer.department_id))  # type: ignore[attr-defined]


class RectifiedForm(RegisterForm):
    title = _("整改完成")
    rectified_on = day(_("整改完成日期"))
    rectified_seen = forms.CharField(label=_("复查看到的情况"), max_length=300)

    def prepare(self) -> None:
        self.initial.update({"rectified_on": self.today})

    def clean_rectified_on(self) -> date:
        on: date = self.cleaned_data["rectified_on"]
        if on > self.today:
            raise forms.ValidationError(gettext("这一天还没有到。"))
        return on


class MoreTimeForm(RegisterForm):
    title = _("延长整改期限")
    due_on = day(_("新的期限"))
    why = forms.CharField(label=_("理由"), max_length=300)

    def prepare(self) -> None:
        self.initial.update({"due_on": proposed_due(self.today)})
