"""What is asked when training, examinations, leave, counsel, vehicles and equipment are entered?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from officers.models import (
    CounselContract,
    EquipmentCheck,
    Leave,
    Officer,
    QualificationExam,
    Training,
    Vehicle,
    VehicleTrip,
)

LONGEST_ID = 16


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}（{obj.staff_number}）"


class PersonChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def clean(self, value: Any) -> Any:
        # The field of a single choice refuses a number beyond the database's; this one would ask the database.
        for one in value or ():
            if not (str(one).isascii() and str(one).isdigit() and len(str(one)) < LONGEST_ID):
                raise forms.ValidationError(self.error_messages["invalid_pk_value"], params={"pk": str(one)[:40]})
        return super().clean(value)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}（{obj.department}）"


def staff() -> Any:
    return Officer.objects.filter(is_active=True).select_related("department").order_by("department__name", "pk")


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """One row of a register; prepare() fills what depends on the day and the person who enters it."""

    use_required_attribute = False
    hidden: tuple[Any, ...] = ()

    def __init__(self, data: Any = None, *, instance: Any = None, by: Officer, today: date) -> None:
        self.by, self.today = by, today
        super().__init__(data, instance=instance)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = Day()
        self.prepare()

    def prepare(self) -> None:
        """Nothing to fill."""

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def not_after_today(self, name: str) -> None:
        day = self.cleaned_data.get(name)
        if day and day > self.today:
            self.add_error(name, gettext("在今天以后。"))


class TrainingForm(RowForm):
    attendees = PersonChoices(label=_("参加人员"), queryset=Officer.objects.none(), widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Training
        fields = ("topic", "kind", "held_on", "hours", "organiser", "attendees")

    def prepare(self) -> None:
        self.fields["attendees"].queryset = staff()  # type: ignore[attr-defined]
        self.fields["held_on"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.not_after_today("held_on")
        return data


def yes_or_no(label: Any, yes: Any, no: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=(("yes", yes), ("no", no)),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class ExamForm(RowForm):
    officer = PersonChoice(label=_("应考人员"), queryset=Officer.objects.none())
    passed = yes_or_no(_("结果"), _("合格"), _("不合格"))

    class Meta:
        model = QualificationExam
        fields = ("officer", "title", "held_on", "score", "passed")

    def prepare(self) -> None:
        self.fields["officer"].queryset = staff()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.not_after_today("held_on")
        return data


class LeaveForm(RowForm):
    officer = PersonChoice(label=_("休假人员"), queryset=Officer.objects.none())

    class Meta:
        model = Leave
        fields = ("officer", "kind", "since", "until", "note")

    def prepare(self) -> None:
        self.fields["officer"].queryset = staff()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        officer, since, until = data.get("officer"), data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("止日早于起日。"))
        elif officer and since and until:
            other = Leave.objects.filter(officer=officer, since__lte=until, until__gte=since).first()
            if other is not None:
                words = {"since": other.since, "until": other.until}
                self.add_error("since", gettext("与已登记的 %(since)s 至 %(until)s 重叠。") % words)
        return data


class BackForm(RowForm):
    """Back earlier than planned."""

    class Meta:
        model = Leave
        fields = ("until",)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        until = data.get("until")
        if until and until < self.instance.since:
            self.add_error("until", gettext("止日早于起日。"))
        elif until and until > self.initial["until"]:
            self.add_error("until", gettext("只能提前；延长的另登记一次。"))
        return data


class ContractForm(RowForm):
    class Meta:
        model = CounselContract
        fields = ("number", "firm", "lawyer", "phone", "begins", "ends", "fee")


class VehicleForm(RowForm):
    class Meta:
        model = Vehicle
        fields = ("plate", "model", "unit", "inspected_until", "insured_until")


class RenewForm(RowForm):
    class Meta:
        model = Vehicle
        fields = ("inspected_until", "insured_until", "retired_on")


class TripForm(RowForm):
    """Entered when the vehicle is back; without the second reading it is still out."""

    driver = PersonChoice(label=_("驾驶人"), queryset=Officer.objects.none())

    class Meta:
        model = VehicleTrip
        fields = ("vehicle", "driver", "on", "purpose", "km_from", "km_to")

    def prepare(self) -> None:
        self.fields["vehicle"].queryset = Vehicle.objects.filter(retired_on=None)  # type: ignore[attr-defined]
        self.fields["driver"].queryset = staff()  # type: ignore[attr-defined]
        self.fields["driver"].initial = self.by.pk
        self.fields["on"].initial = self.today
        self.fields["km_to"].help_text = _("还没有收车的不填，收车时再登记。")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.not_after_today("on")
        vehicle, start = data.get("vehicle"), data.get("km_from")
        if vehicle and start is not None:
            last = VehicleTrip.objects.filter(vehicle=vehicle).exclude(km_to=None).order_by("-km_to").first()
            if last is not None and last.km_to is not None and start < last.km_to:
                self.add_error("km_from", gettext("小于上次收车里程 %(km)d。") % {"km": last.km_to})
        return data


class ReturnForm(RowForm):
    class Meta:
        model = VehicleTrip
        fields = ("km_to",)

    def prepare(self) -> None:
        self.fields["km_to"].required = True

    def clean_km_to(self) -> int:
        reading: int = self.cleaned_data["km_to"]
        if reading < self.instance.km_from:
            raise forms.ValidationError(gettext("小于出车里程 %(km)d。") % {"km": self.instance.km_from})
        return reading


class CheckForm(RowForm):
    fit = yes_or_no(_("检查结果"), _("可以使用"), _("不能使用"))

    class Meta:
        model = EquipmentCheck
        fields = ("vehicle", "item", "on", "fit", "finding")

    def prepare(self) -> None:
        self.instance.by = self.by
        self.fields["vehicle"].queryset = Vehicle.objects.filter(retired_on=None)  # type: ignore[attr-defined]
        self.fields["on"].initial = self.today
        self.fields["item"].help_text = _("称重仪、测距仪、对讲机等，写名称和编号。执法记录仪在音像记录设备中登记。")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self.not_after_today("on")
        return data
