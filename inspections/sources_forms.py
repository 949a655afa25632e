"""What is asked when a source is registered, looked for, and when something is done with it?"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import RowChoice, day, long_text, moment, say_what_is_missing
from cases.forms.identity import plate as tidy_plate
from cases.forms.people import enforcers_of
from inspections.models import Forwarding, Source
from inspections.models.sources import MACHINES
from inspections.sources_duplicates import cases_of_same
from law.holidays import CalendarMissing
from law.sources import NoSourceRule, reply_rule, source_rule
from officers.models import Officer
from officers.roles import Role

FIRST_YEAR = 2015
YES_NO = [("yes", _("是，要核查是否立案")), ("no", _("否，咨询、建议、提案等，只需答复"))]
TYPED_KINDS = [(one.value, one.label) for one in Source.Kind if one.value not in MACHINES]


def tidy_phone(value: str) -> str:
    return value.replace(" ", "").replace("-", "")


class InformantFields(forms.Form):
    """Who reports; kept apart from what is reported, and never repeated in it."""

    use_required_attribute = False
    named: Any = _("这里写了反映人的姓名或者电话，改成“反映人”。")
    name = forms.CharField(label=_("反映人姓名"), max_length=60, required=False)
    phone = forms.CharField(label=_("反映人电话"), max_length=40, required=False)
    wants_unknown = forms.BooleanField(label=_("要求对本人信息保密"), required=False, initial=True)

    def informant(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"name": data["name"], "phone": tidy_phone(data["phone"]), "wants_unknown": data["wants_unknown"]}

    def keep_apart(self, *names: str) -> None:
        """What others will read must not name who reports."""
        told = [one for one in (self.cleaned_data.get("name"), self.cleaned_data.get("phone")) if one and len(one) > 1]
        for field in names:
            if shows_any(self.cleaned_data.get(field) or "", told):
                self.add_error(field, self.named)


def shows_any(text: str, told: list[str]) -> bool:
    bare = tidy_phone(text)
    return any(tidy_phone(one) in bare for one in told)


class SourceForm(InformantFields):
    """A line of the register."""

    kind = forms.ChoiceField(label=_("来源"), choices=[("", _("请选择")), *TYPED_KINDS])
    channel = forms.ChoiceField(
        label=_("渠道"), choices=[(one.value, one.label) for one in Source.Channel if one != Source.Channel.MACHINE]
    )
    received_at = moment(_("收到时间"))
    outside_number = forms.CharField(label=_("来文号或工单号"), max_length=60, required=False)
    grade = forms.ChoiceField(
        label=_("难易"),
        choices=Source.Grade.choices,
        initial=Source.Grade.ORDINARY,
        help_text=_("12328 热线按难易定答复期限，其他来源不用改。"),
    )
    reply_due_on = day(
        _("来文所定的答复期限"), required=False, help_text=_("工单、交办文书写明期限的才填；不填按规定计算。")
    )
    is_lead = forms.ChoiceField(
        label=_("反映的是不是违法行为"), choices=YES_NO, widget=forms.RadioSelect, initial="yes"
    )
    content = long_text(_("反映的内容"), rows=6, help_text=_("不写反映人的姓名、电话和住址，写“反映人”。"))
    occurred_on = day(_("发生日期"), required=False)
    place = forms.CharField(label=_("地点"), max_length=160, required=False)
    plate = forms.CharField(label=_("车牌号"), max_length=20, required=False)
    object_name = forms.CharField(label=_("被反映的单位或个人"), max_length=120, required=False)

    def __init__(self, data: Any = None, *, now: datetime) -> None:
        super().__init__(data, initial={"received_at": now})
        self.now = now
        say_what_is_missing(self)

    @property
    def fieldsets(self) -> list[Any]:
        groups: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
            (
                _("从哪里来"),
                "",
                ("kind", "channel", "received_at", "outside_number", "grade", "reply_due_on", "is_lead"),
            ),
            (_("什么事"), "", ("content", "occurred_on", "place", "plate", "object_name")),
            (
                _("谁反映的"),
                _("可以不留。只有承办人和承办机构负责人写明理由才能查看，不进入列表、导出和案卷。"),
                ("name", "phone", "wants_unknown"),
            ),
        )
        return [(legend, hint, [self[name] for name in names]) for legend, hint, names in groups]

    def clean_plate(self) -> str:
        return tidy_plate(self.cleaned_data["plate"])

    def clean_is_lead(self) -> bool:
        return bool(self.cleaned_data["is_lead"] == "yes")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        received, occurred, due = data.get("received_at"), data.get("occurred_on"), data.get("reply_due_on")
        if received and received > self.now:
            self.add_error("received_at", gettext("收到时间还没有到。"))
        elif received and received.year < FIRST_YEAR:
            self.add_error("received_at", gettext("早于 2015 年，核对收到时间。"))
        elif received:
            self._count(data, localdate(received))
        if received and occurred and occurred > localdate(received):
            self.add_error("occurred_on", gettext("发生日期晚于收到时间。"))
        if received and due and due < localdate(received):
            self.add_error("reply_due_on", gettext("答复期限早于收到时间。"))
        self.keep_apart("content", "place", "object_name", "outside_number")
        return data

    def _count(self, data: dict[str, Any], on: date) -> None:
        """Whether the periods can be counted at all from that day."""
        try:
            rules = [reply_rule(data.get("kind", ""), data.get("grade", ""), on)]
            rules += [source_rule("verify", on)] if data.get("is_lead") else []
            for one in rules:
                if one is not None:
                    one.due_on(on)
        except (NoSourceRule, CalendarMissing):
            self.add_error("received_at", gettext("这一天没有可适用的期限规定，核对收到时间。"))

    def to_facts(self) -> dict[str, Any]:
        return {key: value for key, value in self.cleaned_data.items() if key not in InformantFields.base_fields}


class SourceActForm(forms.Form):
    """Something is done with a source; what is written here must not name who reported it."""

    use_required_attribute = False
    on = day(_("办理日期"))

    def __init__(self, data: Any = None, *, source: Source, officer: Officer, today: date) -> None:
        self.source, self.officer, self.today = source, officer, today
        super().__init__(data, initial={"on": today})
        self.prepare()
        say_what_is_missing(self)

    def prepare(self) -> None:
        """Fill choices that depend on the source."""

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(gettext("日期还没有到。"))
        if on < self.source.received_on:
            raise ValidationError(gettext("日期早于收到日期。"))
        return on

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        informant = getattr(self.source, "informant", None)
        told = [one for one in (informant.name, informant.phone) if one and len(one) > 1] if informant else []
        for name, value in list(data.items()):
            if isinstance(value, str) and shows_any(value, told):
                self.add_error(name, gettext("这里写了反映人的姓名或者电话，改成“反映人”。"))
        return data


class WithoutDay(SourceActForm):
    """Done now; no day is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["on"]


class AssignSourceForm(WithoutDay):
    handler = RowChoice(label=_("承办人"), describe=lambda one: f"{one.name}（{one.department.name}）")

    def prepare(self) -> None:
        able = Officer.objects.holding(Role.OFFICER).select_related("department")
        self.fields["handler"].offer(able.order_by("department__name", "staff_number"))  # type: ignore[attr-defined]

    def to_facts(self) -> dict[str, Any]:
        handler = self.cleaned_data["handler"]
        return {"handler": handler, "department": handler.department}


class ExtendForm(WithoutDay):
    reason = forms.CharField(label=_("延长的理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class UndoForm(WithoutDay):
    reason = forms.CharField(label=_("撤销的理由"), max_length=200)


class DecideForm(SourceActForm):
    decision = forms.ChoiceField(
        label=_("处理决定"),
        choices=[(one.value, one.label) for one in (Source.Decision.NOT_FILED, Source.Decision.ELSEWHERE)],
        widget=forms.RadioSelect,
        help_text=_("要立案的不在这里决定，由执法人员“转入案件”。"),
    )
    reason = long_text(_("理由"), rows=4, help_text=_("写明核查了什么、为什么这样决定；会告知反映人。"))
    field_order = ("decision", "reason", "on")


class ReplyForm(SourceActForm):
    reply = long_text(_("答复"), rows=6, help_text=_("网上反映的，对方凭编号和查询码看到这段文字。"))
    reply_by = forms.ChoiceField(
        label=_("答复方式"), choices=[(one.value, one.label) for one in Source.Channel if one != Source.Channel.MACHINE]
    )
    field_order = ("reply", "reply_by", "on")

    def prepare(self) -> None:
        self.initial["reply_by"] = self.source.channel


class TellForm(SourceActForm):
    """Nothing but the day."""


class SatisfactionForm(SourceActForm):
    satisfaction = forms.ChoiceField(label=_("满意度"), choices=Source.Satisfaction.choices, widget=forms.RadioSelect)
    field_order = ("satisfaction", "on")


class CloseForm(SourceActForm):
    closing_note = forms.CharField(label=_("办结说明"), max_length=300, required=False)
    field_order = ("closing_note", "on")


class ForwardForm(SourceActForm):
    way = forms.ChoiceField(label=_("方式"), choices=Forwarding.Way.choices, widget=forms.RadioSelect)
    organ = forms.CharField(label=_("机关"), max_length=120)
    content = long_text(_("移送、抄告的内容"), rows=6, help_text=_("不写反映人的姓名、电话和住址。"))
    reply_due_on = day(_("回复期限"))
    field_order = ("way", "organ", "content", "on", "reply_due_on")

    def prepare(self) -> None:
        self.initial["content"] = self.source.content
        self.initial["reply_due_on"] = source_rule("forward", self.today).due_on(self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("on") and data.get("reply_due_on") and data["reply_due_on"] < data["on"]:
            self.add_error("reply_due_on", gettext("回复期限早于发出日期。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        return facts | {"sent_on": facts.pop("on")}


class AnswerForm(SourceActForm):
    reply = long_text(_("回复"), rows=4)
    field_order = ("reply", "on")


class TaskForm(WithoutDay):
    officers = forms.MultipleChoiceField(
        label=_("检查人员"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不少于两人；只列出证件有效的执法人员。"),
    )
    begins_on = day(_("开始日期"))
    due_on = day(_("最迟完成日期"))

    def prepare(self) -> None:
        self.able = {str(one.pk): one for one in enforcers_of(self.today, self.officer.department_id)}
        self.fields["officers"].choices = [(key, one.name) for key, one in self.able.items()]  # type: ignore[attr-defined]
        self.initial.update({"begins_on": self.today, "due_on": self.source.verify_due_on})

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        begins, due = data.get("begins_on"), data.get("due_on")
        if begins and begins < self.today:
            self.add_error("begins_on", gettext("开始日期已经过去。"))
        if begins and due and due < begins:
            self.add_error("due_on", gettext("最迟完成日期早于开始日期。"))
        if "officers" in data and len(data["officers"]) < 2:
            self.add_error("officers", gettext("检查人员不得少于两人（行政处罚法第四十二条）。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        chosen = [self.able[key] for key in self.cleaned_data["officers"]]
        return self.cleaned_data | {"officers": chosen}


class JoinForm(WithoutDay):
    case = RowChoice(label=_("转入哪一件"), help_text=_("列出已经确认为同一件事的线索所转入的案件。"))

    def prepare(self) -> None:
        self.fields["case"].offer(cases_of_same(self.source, self.officer))  # type: ignore[attr-defined]


class ReadInformantForm(WithoutDay):
    reason = forms.CharField(
        label=_("查看的理由"), max_length=200, help_text=_("谁、什么时候、为什么查看，都会记录下来。")
    )

    def clean(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class ReviewForm(WithoutDay):
    """行政处罚法 41.2: true, clear, whole, accurate; without all four the record is not used."""

    QUALITIES = ("is_true", "is_clear", "is_whole", "is_accurate")
    result = forms.ChoiceField(
        label=_("审核结果"),
        choices=[("passed", _("符合要求")), ("rejected", _("不符合要求，退回"))],
        widget=forms.RadioSelect,
    )
    is_true = forms.BooleanField(label=_("记录真实"), required=False)
    is_clear = forms.BooleanField(label=_("图像、数据清晰，车牌看得清"), required=False)
    is_whole = forms.BooleanField(label=_("记录完整"), required=False)
    is_accurate = forms.BooleanField(label=_("记录准确，与车辆、地点、时间对得上"), required=False)
    reason = forms.CharField(
        label=_("审核意见"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("写明看了什么。")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("result") == "passed":
            for name in self.QUALITIES:
                if not data.get(name):
                    self.add_error(name, gettext("没有确认这一项的，不能通过（行政处罚法第四十一条第二款）。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        return {"passed": self.cleaned_data["result"] == "passed", "reason": self.cleaned_data["reason"]}


class SourceFilter(forms.Form):
    """GET only; looks into what is reported, never into who reported it."""

    use_required_attribute = False
    q = forms.CharField(label=_("内容、地点、车牌、对象、工单号"), required=False, max_length=60)
    kind = forms.ChoiceField(label=_("来源"), required=False, choices=[("", _("全部")), *Source.Kind.choices])
    received_from = day(_("收到从"), required=False)
    received_to = day(_("到"), required=False)
    list = forms.CharField(required=False, widget=forms.HiddenInput, max_length=12)
