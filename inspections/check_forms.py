"""What do the acts on a check ask?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import RowChoice, day, long_text
from cases.forms.people import enforcers_of
from inspections.models import Campaign, Check, CheckItem, CheckObject, Hazard, Outing, PointAnswer, Task
from inspections.row_fields import AskForm, RowsChoice, clock, partners_of
from law.check_rules import CAP, NOTICE, NoCheckRule, check_points, check_rule, excuses
from law.citations import BadCitation, cite_all, print_citations
from law.holidays import CalendarMissing
from law.inspections import inspection_results
from law.laws import law
from officers.models import Officer

NONE: tuple[str, Any] = ("", _("没有"))
FARTHEST = 366
BY_ITSELF = "case_opened"
"""A result that nobody types: it follows from the case that was opened."""


class PlanForm(AskForm):
    """A check to be approved; from a task everything but the day is known."""

    title = _("申请检查")
    explains = _("检查企业要先经审批、通知企业；只查已经公布的事项，两名以上持证人员前往。")
    groups = (
        (_("查谁"), "", ("target", "place")),
        (_("查什么"), _("只列出公布的清单里的事项。"), ("items", "plan", "campaign")),
        (_("谁去，哪天去"), "", ("officers", "planned_on")),
        (_("联合检查（没有就不填）"), "", ("partners",)),
        (_("超过年度频次上限的才填"), "", ("over_cap_ground", "over_cap_reason")),
    )
    target = RowChoice(label=_("检查对象"), describe=lambda one: f"{one.name}（{one.get_trade_display()}）")
    place = forms.CharField(label=_("检查地点"), max_length=200)
    items = RowsChoice(label=_("检查事项"))
    plan = forms.CharField(
        label=_("抽查计划编号"), max_length=40, required=False, help_text=_("双随机、年度计划的编号；公示时照录。")
    )
    campaign = RowChoice(label=_("专项行动"), required=False)
    officers = RowsChoice(label=_("检查人员"), help_text=_("只列出现在持有效执法证件的人员，至少两人。"))
    planned_on = day(_("检查日期"))
    partners = long_text(_("联合的部门"), rows=2, required=False, help_text=_("每个部门一行，写成“部门：检查内容”。"))
    over_cap_ground = forms.ChoiceField(label=_("情形"), required=False)
    over_cap_reason = forms.CharField(label=_("说明"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, officer: Officer, today: date, task: Task | None = None) -> None:
        self.today = today
        super().__init__(data, initial={"planned_on": today} | _from_task(task))
        self.offer(officer, today)
        self.settle()

    def offer(self, officer: Officer, today: date) -> None:
        fields: Any = self.fields
        fields["target"].offer(CheckObject.objects.on(today).order_by("name"))
        fields["items"].offer(CheckItem.objects.on(today).order_by("trade", "number"))
        fields["officers"].offer(enforcers_of(today, officer.department_id))
        fields["campaign"].offer(Campaign.objects.filter(ends_on__gte=today).order_by("-begins_on"))
        fields["campaign"].initial = None
        fields["over_cap_ground"].choices = [NONE, *((one.key, one.title) for one in excuses(CAP, today))]

    def clean_partners(self) -> list[tuple[str, str]]:
        return partners_of(self.cleaned_data["partners"])

    def clean_planned_on(self) -> date:
        planned: date = self.cleaned_data["planned_on"]
        if abs((planned - self.today).days) > FARTHEST:
            raise forms.ValidationError(gettext("检查日期离今天不超过一年。"))
        return planned

    def clean_officers(self) -> Any:
        chosen = self.cleaned_data["officers"]
        if len(chosen) < 2:
            raise forms.ValidationError(gettext("检查人员不得少于两人（行政处罚法第四十二条）。"))
        return chosen

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("over_cap_ground") and not data.get("over_cap_reason"):
            self.add_error("over_cap_reason", gettext("写明为什么要超过年度频次上限。"))
        return data

    def clean_campaign(self) -> Any:
        return self.cleaned_data["campaign"] or None


def _from_task(task: Task | None) -> dict[str, Any]:
    if task is None:
        return {}
    return {
        "target": task.target_id and str(task.target_id),
        "place": task.target.address if task.target else "",
        "items": [str(one.pk) for one in task.items.all()],
        "officers": [str(one.pk) for one in task.officers.all()],
        "plan": task.plan_number,
    }


class CheckActForm(AskForm):
    """The form of one act on a check: its own fields, and the day."""

    on = day(_("办理日期"))

    def __init__(self, data: Any = None, *, check: Check, officer: Officer, today: date) -> None:
        self.check, self.officer, self.today = check, officer, today
        super().__init__(data, initial={"on": today})
        self.order_fields([*(name for name in self.fields if name != "on"), "on"])
        self.prepare()
        self.settle()

    def prepare(self) -> None:
        """Fill choices and add fields that depend on the check."""

    def to_facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}


class DayForm(CheckActForm):
    """Nothing but the day."""


class ReasonForm(CheckActForm):
    reason = forms.CharField(label=_("理由"), max_length=300)


class ReviseForm(PlanForm, CheckActForm):
    """As it was applied for, to be changed."""

    def __init__(self, data: Any = None, *, check: Check, officer: Officer, today: date) -> None:
        CheckActForm.__init__(self, data, check=check, officer=officer, today=today)

    def prepare(self) -> None:
        self.offer(self.officer, self.today)
        plain = ("place", "plan", "planned_on", "over_cap_ground", "over_cap_reason")
        self.initial.update({name: getattr(self.check, name) for name in plain})
        self.initial.update(
            {
                "target": str(self.check.target_id),
                "campaign": self.check.campaign_id and str(self.check.campaign_id),
                "items": [str(one.pk) for one in self.check.items.all()],
                "officers": [str(one.pk) for one in self.check.officers.all()],
                "partners": "\n".join(f"{one.department}：{one.looked_at}" for one in self.check.partners.all()),
            }
        )


class NoticeForm(CheckActForm):
    notified_on = day(_("通知日期"), required=False)
    notified_how = forms.CharField(label=_("通知方式和接收人"), max_length=120, required=False)
    unnotified_ground = forms.ChoiceField(label=_("不事先通知的情形"), required=False)
    unnotified_reason = forms.CharField(label=_("说明"), max_length=300, required=False)
    groups = (
        (_("已经通知"), "", ("notified_on", "notified_how")),
        (_("不事先通知的才填"), "", ("unnotified_ground", "unnotified_reason")),
    )

    def prepare(self) -> None:
        fields: Any = self.fields
        fields["unnotified_ground"].choices = [NONE, *((one.key, one.title) for one in excuses(NOTICE, self.today))]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        told, excused = data.get("notified_on"), data.get("unnotified_ground")
        if told and not data.get("notified_how"):
            self.add_error("notified_how", gettext("写明怎样通知的、谁接收的。"))
        if excused and not data.get("unnotified_reason"):
            self.add_error("unnotified_reason", gettext("写明为什么不事先通知。"))
        if not self.errors and bool(told) == bool(excused):
            self.add_error("notified_on", gettext("写明哪天通知的；不事先通知的，选情形。两样只填一样。"))
        if told and not self.check.approved_on <= told <= self.check.planned_on:
            self.add_error("notified_on", gettext("通知日期应当在批准之后、检查之日或者以前。"))
        return data


class BeginForm(CheckActForm):
    begun_at = clock(_("开始时间"))
    told_rights = forms.BooleanField(
        label=_("已出示执法证件，说明来意，告知申请回避和陈述申辩的权利"),
        error_messages={"required": _("先出示证件、说明来意、告知权利，再开始检查。")},
    )
    outing = RowChoice(label=_("归入哪次出动"), required=False, help_text=_("不选的，按检查人员另记一次出动。"))

    def prepare(self) -> None:
        days = Outing.objects.filter(day__in=[self.today, self.check.planned_on], officers=self.officer)
        fields: Any = self.fields
        fields["outing"].describe = lambda one: f"{one} {one.begins_at:%H:%M} {one.route}"
        fields["outing"].offer(days.order_by("-day", "-pk"))
        fields["outing"].initial = None

    def clean_outing(self) -> Any:
        return self.cleaned_data["outing"] or None


class UrgentForm(BeginForm):
    urgent_reason = forms.CharField(label=_("什么紧急情况，为什么来不及审批"), max_length=300)


class PointsForm(CheckActForm):
    """One answer and one remark for each point; what is left open can be answered later."""

    def prepare(self) -> None:
        given = {one.point: one for one in self.check.answers.all()}
        self.points = check_points(self.check.target.trade, self.check.day)
        for point in self.points:
            answer = given.get(point.key)
            self.fields[f"answer_{point.key}"] = forms.ChoiceField(
                label=_("结果"),
                choices=PointAnswer.Answer.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=answer.answer if answer else None,
            )
            self.fields[f"remark_{point.key}"] = forms.CharField(
                label=_("看到的情况"), max_length=200, required=False, initial=answer.remark if answer else ""
            )

    @property
    def fieldsets(self) -> list[Any]:
        rows = [
            (f"{number}. {one.title}", _cited(one.basis), [self[f"answer_{one.key}"], self[f"remark_{one.key}"]])
            for number, one in enumerate(self.points, 1)
        ]
        return [*rows, ("", "", [self["on"]])]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for one in self.points:
            if data.get(f"answer_{one.key}") == PointAnswer.Answer.NOT_MET and not data.get(f"remark_{one.key}"):
                self.add_error(f"remark_{one.key}", gettext("不符合的，写明看到了什么。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        given = [one.key for one in self.points if data[f"answer_{one.key}"]]
        return {"answers": {key: (data[f"answer_{key}"], data[f"remark_{key}"]) for key in given}}


def _cited(basis: str) -> str:
    """《安全生产法》, with its article where the row names one."""
    try:
        return print_citations(cite_all(basis))
    except BadCitation:
        return f"《{law(basis).title}》"


class HazardForm(CheckActForm):
    what = forms.CharField(label=_("隐患"), max_length=300)
    place = forms.CharField(label=_("部位"), max_length=120)
    grade = forms.ChoiceField(label=_("等级"), choices=Hazard.Grade.choices, widget=forms.RadioSelect)
    due_on = day(_("整改期限"))
    seen = forms.CharField(
        label=_("当场整改到位的，写看到的情况"), max_length=300, required=False, help_text=_("不能当场整改的不填。")
    )

    def prepare(self) -> None:
        self.initial.update({"grade": Hazard.Grade.ORDINARY, "due_on": proposed_due(self.today)})

    def clean_due_on(self) -> date:
        due: date = self.cleaned_data["due_on"]
        if due < self.check.day:
            raise forms.ValidationError(gettext("整改期限早于发现日期。"))
        return due


def proposed_due(today: date) -> date:
    try:
        return check_rule(today).put_right_by(today)
    except (NoCheckRule, CalendarMissing):
        return today


class OrderForm(CheckActForm):
    hazards = RowsChoice(
        label=_("针对的隐患"), error_messages={"required": _("选择要整改的隐患；还没有登记的先登记。")}
    )
    content = forms.CharField(label=_("改正的内容和要求"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("法律、法规、规章的名称和条款。"))
    due_on = day(_("改正期限"))

    def prepare(self) -> None:
        fields: Any = self.fields
        fields["hazards"].offer(self.check.hazards.open().filter(order=None).order_by("pk"))
        self.initial["due_on"] = proposed_due(self.today)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        on, due = data.get("on"), data.get("due_on")
        if on and due and due < on:
            self.add_error("due_on", gettext("改正期限早于责令日期。"))
        return data


class FinishForm(CheckActForm):
    groups = (
        (_("现场"), "", ("ended_at", "place", "on_scene", "on_scene_post", "findings", "signing", "signing_reason")),
        (
            _("结果"),
            _("说明和后续处理会公示：不写姓名、电话、车牌、住址。"),
            ("result", "public_note", "follow_up"),
        ),
    )
    ended_at = clock(_("结束时间"))
    place = forms.CharField(label=_("检查地点"), max_length=200)
    on_scene = forms.CharField(label=_("现场负责人"), max_length=60, required=False)
    on_scene_post = forms.CharField(label=_("职务"), max_length=60, required=False)
    findings = long_text(_("检查情况"), rows=6, help_text=_("照实写看到、问到、查到的；写进现场检查笔录。"))
    signing = forms.ChoiceField(label=_("签名情况"), choices=Check.Signing.choices, widget=forms.RadioSelect)
    signing_reason = forms.CharField(label=_("没有签名的原因"), max_length=200, required=False)
    result = forms.ChoiceField(label=_("检查结果"), widget=forms.RadioSelect)
    public_note = forms.CharField(label=_("公示的说明"), max_length=200, required=False)
    follow_up = forms.CharField(label=_("后续处理"), max_length=200, required=False)

    def prepare(self) -> None:
        results = inspection_results(self.check.day)
        fields: Any = self.fields
        fields["result"].choices = [(key, title) for title, key in results.items() if key != BY_ITSELF]
        self.initial["place"] = self.check.place

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        ended, result = data.get("ended_at"), data.get("result")
        if ended and self.check.begun_at and ended < self.check.begun_at:
            self.add_error("ended_at", gettext("结束时间早于开始时间。"))
        if data.get("signing") not in (None, Check.Signing.SIGNED) and not data.get("signing_reason"):
            self.add_error("signing_reason", gettext("写明为什么没有签名。"))
        if result and result not in check_rule(self.check.day).incomplete_results and not data.get("on_scene"):
            self.add_error("on_scene", gettext("写明现场负责人；无人在场的，结果选“无法联系”。"))
        return data
