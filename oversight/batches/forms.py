"""What does an administrator say about a batch, its reviewers and its results, and what does a unit answer?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.forms.base import say_what_is_missing
from cases.states import Procedure
from law.review_standard import ReviewItem, UnknownStandard
from officers.models import Department, Officer
from oversight.batches.choosing import Choice, domains
from oversight.batches.models import BatchReviewer, ReviewFile
from oversight.forms import Day
from oversight.standards import standard_on, standards_on

LONGEST = 2000


class PlainForm(forms.Form):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_is_missing(self)


def long_text(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class BatchForm(PlainForm):
    title = forms.CharField(label=_("批次名称"), max_length=80)
    begins = forms.DateField(label=_("结案日期从"), widget=Day)
    ends = forms.DateField(label=_("到"), widget=Day)
    # Not a field of rows: that one asks the database for whatever number was sent, however large.
    units = forms.TypedMultipleChoiceField(
        label=_("单位"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选为全部单位。"),
    )
    procedure = forms.ChoiceField(
        label=_("适用程序"), required=False, choices=[("", _("全部程序")), *Procedure.choices]
    )
    domains = forms.MultipleChoiceField(
        label=_("业务领域"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("不选为全部领域。")
    )
    with_coercion = forms.BooleanField(label=_("只选实施过强制措施的案卷"), required=False)
    size = forms.IntegerField(
        label=_("抽取件数"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("不填为全数评查。抽取按单位和程序分层，种子由系统产生并存档，任何人可以复算。"),
    )
    standard = forms.ChoiceField(label=_("评查标准"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.key, one.title) for one in standards_on(localdate())]
        self.fields["standard"].choices = [("", _("本单位默认")), *known]  # type: ignore[attr-defined]
        self.fields["domains"].choices = [(one, one) for one in domains()]  # type: ignore[attr-defined]
        units = Department.objects.filter(handles_cases=True).order_by("name")
        self.fields["units"].choices = [(one.pk, one.name) for one in units]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", gettext("结束日期早于开始日期。"))
        elif ends and ends > localdate():
            self.add_error("ends", gettext("期间还没有过去，结束日期不晚于今天。"))
        elif ends:
            try:
                standard_on(ends, cleaned.get("standard") or "")
            except UnknownStandard:
                self.add_error("ends", gettext("%(on)s 还没有评查标准。") % {"on": ends})
        return cleaned

    def choice(self) -> Choice:
        given = self.cleaned_data
        return Choice(
            given["begins"],
            given["ends"],
            given["procedure"],
            tuple(given["domains"]),
            given["with_coercion"],
            tuple(Department.objects.filter(pk__in=given["units"]).order_by("pk")),
        )


class ReasonForm(PlainForm):
    reason = forms.CharField(label=_("理由"), max_length=300)


class ReviewerForm(PlainForm):
    """One officer, or one person from outside."""

    officer = forms.ModelChoiceField(
        label=_("本单位人员"), queryset=Officer.objects.none(), required=False, empty_label=_("选择人员")
    )
    expert_name = forms.CharField(label=_("外部专家姓名"), max_length=40, required=False)
    expert_organisation = forms.CharField(
        label=_("外部专家单位"),
        max_length=80,
        required=False,
        help_text=_("专家没有账号：评分由业务管理员照纸质评分表录入，另一人核对。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = possible_reviewers()  # type: ignore[attr-defined]
        self.fields["officer"].label_from_instance = lambda one: f"{one.name}（{one.department.name}）"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        name, organisation = cleaned.get("expert_name"), cleaned.get("expert_organisation")
        if self.errors:
            return cleaned
        if bool(cleaned.get("officer")) == bool(name or organisation):
            self.add_error("officer", gettext("选择一名本单位人员，或者填写一名外部专家。"))
        elif name and not organisation:
            self.add_error("expert_organisation", gettext("填写外部专家单位。"))
        elif organisation and not name:
            self.add_error("expert_name", gettext("填写外部专家姓名。"))
        return cleaned


def possible_reviewers() -> Any:
    """Everybody with a business post; who may not review a single file is kept away from that file."""
    from_bureau = Officer.objects.filter(is_active=True, grants__ended_on=None).exclude(
        grants__role__in=["system_admin", "security_admin", "audit_admin"]
    )
    return from_bureau.select_related("department").distinct().order_by("staff_number")


class ChangeForm(PlainForm):
    seat = forms.TypedChoiceField(label=_("席位"), coerce=int)
    reviewer = forms.ModelChoiceField(
        label=_("改由谁评查"), queryset=BatchReviewer.objects.none(), empty_label=_("选择人员")
    )
    reason = forms.CharField(label=_("理由"), max_length=300)

    def __init__(self, *args: Any, file: ReviewFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = [(seat, seat_title(seat)) for seat in range(1, file.seats + 1)]  # type: ignore[attr-defined]
        reviewers = file.draw.batch.reviewers.select_related("officer", "expert").order_by("pk")
        self.fields["reviewer"].queryset = reviewers  # type: ignore[attr-defined]


def seat_title(seat: int) -> str:
    return gettext("第三人") if seat == 3 else gettext("评查人 %(seat)d") % {"seat": seat}


class ObjectionForm(PlainForm):
    item = forms.ChoiceField(label=_("检查项"))
    text = long_text(_("异议和理由"), help_text=_("写明评查结论哪里不对，依据案卷里的哪份文书、哪份证据。"))

    def __init__(self, *args: Any, items: Iterable[ReviewItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [("", _("选择检查项")), *item_choices(items)]  # type: ignore[attr-defined]


def item_choices(items: Iterable[ReviewItem]) -> list[tuple[str, str]]:
    return [(one.number, f"{one.number} {one.text}") for one in items]


class DecideForm(PlainForm):
    upheld = forms.TypedChoiceField(
        label=_("决定"),
        coerce=lambda value: value == "yes",
        empty_value=None,
        choices=[("", _("请选择")), ("yes", _("异议成立")), ("no", _("异议不成立"))],
    )
    outcome = forms.ChoiceField(
        label=_("异议成立的，这一项改为"),
        required=False,
        choices=[("ok", _("没有问题")), ("na", _("不涉及")), ("fault", _("有问题，改扣分"))],
    )
    lost = forms.DecimalField(label=_("改扣几分"), required=False, min_value=0, max_digits=4, decimal_places=1)
    reasons = long_text(_("决定的理由"))

    def __init__(self, *args: Any, item: ReviewItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        if item.veto:
            # A veto is found or not found: there is nothing to take less of.
            self.fields["outcome"].choices = self.fields["outcome"].choices[:2]  # type: ignore[attr-defined]
            del self.fields["lost"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("upheld") and cleaned.get("outcome") == "fault":
            lost = cleaned.get("lost")
            if lost is None or not 0 < lost <= self.item.points:
                told = {"most": f"{self.item.points.normalize():f}"}
                self.add_error("lost", gettext("填写扣分，大于 0，最多 %(most)s 分。") % told)
        return cleaned

    def answer(self) -> dict[str, str]:
        given = self.cleaned_data
        lost = given.get("lost") if given["outcome"] == "fault" else 0
        return {"outcome": given["outcome"] or "ok", "lost": f"{lost or 0}"}


class IssueForm(PlainForm):
    items = forms.MultipleChoiceField(label=_("整改哪些项"), widget=forms.CheckboxSelectMultiple)
    answerer = forms.ModelChoiceField(label=_("整改责任人"), queryset=Officer.objects.none(), empty_label=_("选择人员"))
    due_on = forms.DateField(label=_("整改期限"), widget=Day)
    note = long_text(_("整改要求"), required=False)

    def __init__(
        self, *args: Any, file: ReviewFile, faults: Iterable[tuple[str, str]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["items"].choices = list(faults)  # type: ignore[attr-defined]
        people = Officer.objects.filter(is_active=True, department=file.unit).order_by("staff_number")
        self.fields["answerer"].queryset = people  # type: ignore[attr-defined]

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on <= self.today:
            raise forms.ValidationError(gettext("整改期限应当晚于发出之日。"))
        return due_on


class AnswerForm(PlainForm):
    text = long_text(
        _("整改情况"), help_text=_("写明做了什么、哪一天、附在案卷哪里；不能补正的，写明情况和今后的做法。")
    )


class CheckForm(PlainForm):
    passed = forms.TypedChoiceField(
        label=_("复查结果"),
        coerce=lambda value: value == "yes",
        empty_value=None,
        choices=[("", _("请选择")), ("yes", pgettext_lazy("re-check", "通过")), ("no", _("不通过，重新整改"))],
    )
    remark = forms.CharField(label=_("复查意见"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("passed") is False and not cleaned.get("remark"):
            self.add_error("remark", gettext("不通过的，写明还要怎样改。"))
        return cleaned
