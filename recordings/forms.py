"""What do the acts on recordings ask, and the pages of the register?"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text, say_what_is_missing
from law.recording import excuse_rules, keepings
from officers.models import Officer
from recordings.coverage import Moment, moments
from recordings.matching import candidates
from recordings.models import Device, Recording

BEFORE_THE_LEAD = timedelta(days=7)


def moment_label(moment: Moment) -> str:
    return f"{moment.title} {localtime(moment.start):%Y-%m-%d %H:%M}"


def describe(recording: Recording) -> str:
    start, end = localtime(recording.started_at), localtime(recording.ended_at)
    return f"{start:%Y-%m-%d %H:%M}—{end:%H:%M} {recording.officer.name} {recording.device.number}"


class ConfirmForm(ActForm):
    field_order = ("moment_key", "on")
    moment_key = forms.ChoiceField(
        label=_("记录的是哪个环节"),
        required=False,
        help_text=_("时间对得上的环节自动计算；留置送达、公告送达等只知道日期的，在这里选。"),
    )

    def prepare(self) -> None:
        rows = [(one.key, moment_label(one)) for one in moments(self.case_file)]
        self.fields["moment_key"].choices = [("", _("按时间自动计算")), *rows]


class AttachForm(ConfirmForm):
    recording = RowChoice(
        label=_("音像"),
        describe=describe,
        help_text=_("列出本案承办人记录、还没有关联到本案的音像。"),
        error_messages={"required": _("选择音像。")},
    )
    why = forms.CharField(label=_("为什么关联"), max_length=200)
    field_order = ("recording", "moment_key", "why", "on")

    def prepare(self) -> None:
        super().prepare()
        first = self.case_file.case.occurred_on or self.case_file.case.registered_on
        since = make_aware(datetime.combine(first - BEFORE_THE_LEAD, time.min))
        self.fields["recording"].offer(candidates(self.case_file, since))


class TakeAwayForm(ActForm):
    field_order = ("reason", "on")
    reason = forms.CharField(label=_("为什么不是本案的音像"), max_length=200)


class ExcuseForm(ActForm):
    field_order = ("ground", "reason", "on")
    ground = forms.ChoiceField(label=_("情形"), widget=forms.RadioSelect)
    reason = long_text(
        _("原因"), rows=3, help_text=_("写明什么时候、什么情况、当时向谁报告过。不写与本案无关的人的姓名。")
    )

    def prepare(self) -> None:
        self.fields["reason"].max_length = 300
        self.fields["ground"].choices = [(one.key, one.title) for one in excuse_rules(self.today)]

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if len(reason) > 300:
            raise forms.ValidationError(gettext("原因不超过 300 字。"))
        return reason


class RegisterForm(forms.Form):
    """A form of the register: groups of one, and its own words for what is missing."""

    use_required_attribute = False
    title: Any = ""

    def __init__(self, data: Any = None, *, today: date, device: Device | None = None) -> None:
        self.today, self.device = today, device
        super().__init__(data)
        self.prepare()
        say_what_is_missing(self)

    def prepare(self) -> None:
        """Fill choices, and today's date."""

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]


class NewDeviceForm(RegisterForm):
    title = _("登记设备")
    number = forms.CharField(label=_("设备编号"), max_length=40, help_text=_("与设备机身、索引文件里的编号一致。"))
    kind = forms.ChoiceField(label=_("设备种类"), choices=Device.Kind.choices)
    since = day(_("启用日期"))
    note = forms.CharField(label=_("说明"), max_length=200, required=False)


class HandOutForm(RegisterForm):
    title = _("领用")
    officer = RowChoice(label=_("使用人"), describe=lambda one: f"{one.name}（{one.staff_number}）")
    since = day(_("领用日期"))

    def prepare(self) -> None:
        self.fields["since"].initial = self.today
        self.fields["officer"].offer(Officer.objects.filter(is_active=True).order_by("staff_number"))


class TakeBackForm(RegisterForm):
    title = _("交回")
    until = day(_("交回日期"))

    def prepare(self) -> None:
        self.fields["until"].initial = self.today


class OutOfOrderForm(RegisterForm):
    title = _("登记停止使用")
    since = day(_("停止使用日期"))
    reason = forms.CharField(label=_("故障或者停止使用的原因"), max_length=200)

    def prepare(self) -> None:
        self.fields["since"].initial = self.today


class InOrderForm(RegisterForm):
    title = _("登记修复")
    until = day(_("修复日期"))

    def prepare(self) -> None:
        self.fields["until"].initial = self.today


class RetireForm(RegisterForm):
    title = _("停用设备")
    until = day(_("停用日期"))
    reason = forms.CharField(label=_("停用的原因"), max_length=200)

    def prepare(self) -> None:
        self.fields["until"].initial = self.today


class ImportForm(RegisterForm):
    folder = forms.CharField(
        label=_("采集站文件夹"),
        max_length=400,
        help_text=_("音像存储目录之下的文件夹，例如 dock1/2026-08-03。里面有 index.csv 的，按索引导入。"),
    )
    device = forms.ChoiceField(label=_("设备"), required=False, help_text=_("索引里没有写设备编号的，按这一台登记。"))

    def prepare(self) -> None:
        rows = Device.objects.order_by("number")
        self.fields["device"].choices = [("", _("按索引")), *((one.number, str(one)) for one in rows)]


class LateForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=_("逾期入库的原因"), max_length=200, error_messages={"required": _("填写逾期入库的原因。")}
    )


class KeepingForm(forms.Form):
    use_required_attribute = False
    key = forms.ChoiceField(label=_("保管类别"))
    reason = forms.CharField(label=_("理由"), max_length=200, error_messages={"required": _("填写理由。")})

    def __init__(self, data: Any = None, *, on: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        # What follows from a case is reckoned, not chosen.
        rows = [one for one in keepings(on) if one.how != "case"]
        self.fields["key"].choices = [(one.key, one.title) for one in rows]


class ReadForm(forms.Form):
    use_required_attribute = False
    purpose = forms.CharField(label=_("用途"), max_length=120, error_messages={"required": _("填写用途。")})


class RefusalForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=_("不批准的理由"), max_length=200, error_messages={"required": _("填写不批准的理由。")}
    )
