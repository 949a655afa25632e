"""What do the pages of random inspection ask?"""

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import day, say_what_is_missing
from cases.forms.identity import credit_code
from inspections.announcing import says_too_much
from inspections.models import CheckItem, CheckObject, Draw, DrawnObject, DrawPlan, Exclusion, Substitution
from inspections.models.registers import CreditClass, Trade
from inspections.pools import objects_at_cap
from officers.models import Certificate, Officer
from officers.roles import Role

SUPERVISORS = (Role.LEGAL_REVIEWER, Role.LEGAL_COUNSEL)
PUBLIC_TEXT = _("公众会看到，不写姓名、电话、车牌、住址。")
PARTNER = re.compile(r"([^：:]{1,80})[：:](.{1,200})")
MOST_PARTNERS = 20
NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)


def _say_what_to_choose(form: Any) -> None:
    """请选择 rather than a row of dashes."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField):
            field.empty_label = gettext("请选择")
        elif isinstance(field, forms.TypedChoiceField):
            choices: Any = field.choices
            field.choices = [(key, label if key else gettext("请选择")) for key, label in choices]


class DrawsForm(forms.Form):
    """Says in words what is missing; a text that everybody will read is looked through."""

    use_required_attribute = False
    public: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare()
        _say_what_to_choose(self)
        say_what_is_missing(self)

    def prepare(self) -> None:
        """Fill choices."""

    def clean(self) -> dict[str, Any]:
        for name in self.public:
            for sentence in says_too_much(self.cleaned_data.get(name) or ""):
                self.add_error(name, sentence)
        return self.cleaned_data


class _OfRegister(forms.ModelForm):  # type: ignore[type-arg]
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_what_to_choose(self)
        say_what_is_missing(self)


class ItemForm(_OfRegister):
    class Meta:
        model = CheckItem
        fields = ("number", "title", "content", "trade", "basis", "is_focus")
        widgets: ClassVar = {"content": forms.Textarea(attrs={"rows": 4})}


class ObjectForm(_OfRegister):
    class Meta:
        model = CheckObject
        fields = ("name", "uscc", "trade", "credit_class", "is_person", "contact", "phone", "address")
        help_texts: ClassVar = {"uscc": _("单位填 18 位代码；个人不填，不写身份证件号。")}

    def clean_uscc(self) -> str:
        value = str(self.cleaned_data["uscc"])
        return credit_code(value) if value else ""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("is_person") and given.get("uscc"):
            self.add_error("uscc", gettext("个人不填代码，也不写身份证件号。"))
        elif "uscc" in given and not given["uscc"] and not given.get("is_person"):
            self.add_error("uscc", gettext("单位须填写统一社会信用代码。"))
        return given


class ObjectSearch(forms.Form):
    """GET only; the address can be shared."""

    use_required_attribute = False
    q = forms.CharField(label=_("名称、代码"), required=False, max_length=60)
    trade = forms.ChoiceField(label=_("行业"), required=False, choices=[("", _("全部行业")), *Trade.choices])
    credit_class = forms.ChoiceField(
        label=_("信用风险分类"), required=False, choices=[("", _("全部类别")), *CreditClass.choices]
    )


class OffForm(DrawsForm):
    public = ("reason",)
    reason = forms.CharField(label=_("移出的理由"), max_length=200, help_text=PUBLIC_TEXT)


class ClassForm(DrawsForm):
    became = forms.ChoiceField(label=_("信用风险分类"), choices=CreditClass.choices)
    reason = forms.CharField(label=_("依据"), max_length=200, help_text=_("哪个平台、哪一天的分类结果。"))


def people() -> Any:
    """Who holds an enforcement certificate at all; whether it is valid on a day is asked on that day."""
    holders = Certificate.objects.filter(kind=Certificate.Kind.ENFORCEMENT).values("officer")
    return Officer.objects.filter(is_active=True, pk__in=holders).order_by("staff_number")


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}（{obj.staff_number}）"


class RecusalForm(DrawsForm):
    officer = PersonChoice(label=_("检查人员"), queryset=Officer.objects.none())
    reason = forms.CharField(label=_("回避的理由"), max_length=200, help_text=_("不公开；公众只看到有回避。"))

    def prepare(self) -> None:
        self.fields["officer"].queryset = people()  # type: ignore[attr-defined]


class RecusalEndForm(DrawsForm):
    reason = forms.CharField(label=_("终止的理由"), max_length=200, help_text=_("不公开；以后的抽取可以抽到这名人员。"))


class InspectorForm(DrawsForm):
    officer = PersonChoice(label=_("检查人员"), queryset=Officer.objects.none(), help_text=_("持有行政执法证的人员。"))
    trades = forms.MultipleChoiceField(
        label=_("可以检查的行业"), choices=Trade.choices, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        self.fields["officer"].queryset = people()  # type: ignore[attr-defined]


class ItemsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Many numbers are asked for in one question, and the database takes none that is longer than its own."""

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if not NUMBER.fullmatch(str(one)):
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": one})
        return super().clean(value)


class PlanForm(_OfRegister):
    items = ItemsChoice(label=_("抽查事项"), queryset=CheckItem.objects.none(), widget=forms.CheckboxSelectMultiple)
    partners = forms.CharField(
        label=_("联合部门"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一行一个部门，写成“公安局：驾驶人资质和车辆登记”。不联合的不填。"),
    )

    class Meta:
        model = DrawPlan
        fields = (
            "number", "title", "year", "trade", "items", "begins_on", "ends_on", "officers_per_object", "lead",
        )  # fmt: skip
        widgets: ClassVar = {
            "begins_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = CheckItem.objects.filter(pk__in=CheckItem.objects.on(today).values("pk"))
        self.fields["items"].queryset = listed.order_by("number")  # type: ignore[attr-defined]
        for name in ("begins_on", "ends_on"):
            self.fields[name].error_messages["invalid"] = gettext("日期写成 2026-03-10 这样。")
        if self.instance.pk:
            self.initial["partners"] = "\n".join(f"{one.name}：{one.looks_at}" for one in self.instance.partners.all())

    def clean_partners(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for line in str(self.cleaned_data["partners"]).splitlines():
            if not line.strip():
                continue
            match = PARTNER.fullmatch(line.strip())
            if match is None:
                raise ValidationError(gettext("“%(line)s”没有写成“部门：检查内容”。") % {"line": line.strip()[:40]})
            found.append((match[1].strip(), match[2].strip()))
        if len({name for name, _what in found}) < len(found):
            raise ValidationError(gettext("同一联合部门只写一次。"))
        if len(found) > MOST_PARTNERS:
            raise ValidationError(gettext("最多 %(most)d 个部门。") % {"most": MOST_PARTNERS})
        return found

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        strangers = [one for one in given.get("items", ()) if one.trade != given.get("trade")]
        if strangers and given.get("trade"):
            names = "、".join(one.number for one in strangers[:5])
            self.add_error("items", gettext("%(names)s 不属于这个行业。") % {"names": names})
        for name in ("begins_on", "ends_on"):
            if given.get(name) and given.get("year") and given[name].year != given["year"]:
                self.add_error(name, gettext("不在计划的年度之内。"))
        return given


class OpenDrawForm(DrawsForm):
    draws_on = day(_("抽取日期"))
    supervisor = PersonChoice(
        label=_("监督人"),
        queryset=Officer.objects.none(),
        help_text=_("法制审核人员、法律顾问或者公职律师；由其保管口令。"),
    )

    def prepare(self) -> None:
        self.fields["supervisor"].queryset = Officer.objects.holding(*SUPERVISORS)  # type: ignore[attr-defined]


class OfDraw(DrawsForm):
    """Knows its draw."""

    def __init__(self, *args: Any, draw: Draw, **kwargs: Any) -> None:
        self.draw = draw
        super().__init__(*args, **kwargs)


class NothingForm(OfDraw):
    """The page beside it says what will be done."""


class CommitForm(OfDraw):
    nonce = forms.CharField(
        label=_("口令"),
        required=False,
        max_length=200,
        help_text=_("自己想出或者掷骰子得出，至少 16 个字符，记在纸上保管。系统只存它的摘要，不存口令。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    commitment = forms.CharField(
        label=_("或者自己算好的摘要"),
        required=False,
        max_length=64,
        help_text=_("口令（UTF-8，末尾不换行）的 SHA-256，64 个字符。填了口令的不填。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and bool(given.get("nonce")) == bool(given.get("commitment")):
            raise ValidationError(gettext("口令和摘要，填其中一个。"))
        return given


class RevealForm(OfDraw):
    nonce = forms.CharField(
        label=_("口令"),
        max_length=200,
        help_text=_("提交后立即公开，同时得出结果，不能反悔。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ExcludeForm(OfDraw):
    officer = PersonChoice(label=_("不参加的人员"), queryset=Officer.objects.none())
    reason = forms.ChoiceField(label=_("理由"), choices=Exclusion.Reason.choices)

    def prepare(self) -> None:
        trade = self.draw.plan.trade
        listed = people().filter(check_trades__trade=trade, check_trades__delisted_on=None)
        self.fields["officer"].queryset = listed.distinct()  # type: ignore[attr-defined]


class WaiveForm(OfDraw):
    public = ("reason",)
    target = forms.ModelChoiceField(label=_("检查对象"), queryset=CheckObject.objects.none())
    reason = forms.CharField(label=_("超过频次仍须抽取的理由"), max_length=200, help_text=PUBLIC_TEXT)

    def prepare(self) -> None:
        at_cap = objects_at_cap(self.draw, self.draw.draws_on)
        self.fields["target"].queryset = CheckObject.objects.filter(pk__in=at_cap).order_by("name", "pk")  # type: ignore[attr-defined]


class CancelForm(OfDraw):
    public = ("reason",)
    reason = forms.CharField(
        label=_("取消的理由"),
        max_length=300,
        help_text=PUBLIC_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SubstituteForm(DrawsForm):
    out = PersonChoice(label=_("退出的人员"), queryset=Officer.objects.none())
    reason = forms.ChoiceField(label=_("退出的理由"), choices=Substitution.Reason.choices)

    def __init__(self, *args: Any, drawn: DrawnObject, **kwargs: Any) -> None:
        self.drawn = drawn
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        self.fields["out"].queryset = self.drawn.task.officers.order_by("staff_number")  # type: ignore[attr-defined]
