"""What is asked when somebody signs in, joins, changes posts or has a certificate examined?"""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from officers import services
from officers.models import AnnualReview, Bureau, Certificate, CertificateStop, Department, Officer, RoleGrant
from officers.roles import SYSTEM_ROLES, Role

LONGEST_SUBSTITUTION = 366
"""Days; nobody stands in for good: that would be a post of one's own."""


class SignInForm(AuthenticationForm):
    use_required_attribute = False
    error_messages = {
        "invalid_login": _("工号或者密码不对。"),
        "inactive": _("这个账号已停用，联系系统管理员。"),
    }
    username = forms.CharField(label=_("工号"), max_length=20, error_messages={"required": _("填写工号。")})
    password = forms.CharField(
        label=_("密码"),
        strip=False,
        error_messages={"required": _("填写密码。")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class StaffForm(forms.Form):
    """A form about one person; save() carries it out."""

    use_required_attribute = False
    title: Any = ""

    def __init__(self, data: Any = None, *, person: Officer | None, by: Officer, today: date) -> None:
        self.person, self.by, self.today = person, by, today
        super().__init__(data)
        self.prepare()

    def prepare(self) -> None:
        """Fill choices that depend on the person."""

    @property
    def somebody(self) -> Officer:
        if self.person is None:
            raise LookupError("This form is about an existing person.")
        return self.person

    hidden: tuple[Any, ...] = ()

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def save(self) -> Officer:
        raise NotImplementedError


def day(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def password_field() -> forms.CharField:
    return forms.CharField(
        label=_("初始密码"),
        strip=False,
        help_text=_("不少于 12 位。"),
        validators=[validate_password],
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class JoinForm(StaffForm):
    title = _("新增人员")
    staff_number = forms.CharField(label=_("工号"), max_length=20)
    name = forms.CharField(label=_("姓名"), max_length=40)
    department = forms.ModelChoiceField(label=_("部门"), queryset=Department.objects.order_by("pk"))
    position = forms.CharField(label=_("职务"), max_length=40, required=False)
    password = password_field()

    def clean_staff_number(self) -> str:
        number: str = self.cleaned_data["staff_number"].strip()
        if Officer.objects.filter(staff_number=number).exists():
            raise forms.ValidationError(gettext("这个工号已经有人使用。"))
        return number

    def save(self) -> Officer:
        return services.create_officer(**self.cleaned_data, by=self.by)


class PasswordForm(StaffForm):
    title = _("重设密码")
    password = password_field()

    def save(self) -> Officer:
        services.reset_password(self.somebody, self.cleaned_data["password"], by=self.by)
        return self.somebody


class ActiveForm(StaffForm):
    title = _("停用或者恢复账号")
    active = forms.TypedChoiceField(
        label=_("账号"),
        choices=(("yes", _("可以登录")), ("no", _("停用"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    def save(self) -> Officer:
        services.set_active(self.somebody, active=self.cleaned_data["active"], by=self.by)
        return self.somebody


class GrantForm(StaffForm):
    title = _("授予职务")
    role = forms.ChoiceField(label=_("职务"), choices=Role.choices)
    on = day(_("授予日期"))

    def prepare(self) -> None:
        self.fields["on"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if self.somebody == self.by:
            self.add_error(None, gettext("不能给自己授予职务。"))
        elif "role" in data and "on" in data:
            try:
                services.grant_role(self.somebody, Role(data["role"]), data["on"], by=self.by)
            except forms.ValidationError as refused:
                self.add_error("role", refused)
        return data

    def save(self) -> Officer:
        return self.somebody


class EndRoleForm(StaffForm):
    title = _("免去职务")
    grant = forms.ModelChoiceField(label=_("职务"), queryset=RoleGrant.objects.none())
    on = day(_("免去日期"))

    def prepare(self) -> None:
        field: Any = self.fields["grant"]
        field.queryset = RoleGrant.objects.running(self.today).filter(officer=self.person).order_by("pk")
        self.fields["on"].initial = self.today

    def save(self) -> Officer:
        services.end_role(self.cleaned_data["grant"], self.cleaned_data["on"], by=self.by)
        return self.somebody


class CertificateForm(StaffForm):
    title = _("登记证件")
    kind = forms.ChoiceField(label=_("证件种类"), choices=Certificate.Kind.choices)
    number = forms.CharField(label=_("证号"), max_length=40)
    issued_by = forms.CharField(label=_("发证机关"), max_length=60)
    valid_from = day(_("有效期自"))
    valid_until = day(_("有效期至（长期有效不填）"), required=False)
    series = forms.ChoiceField(
        label=_("哪一种执法证"),
        required=False,
        choices=[("", _("不分")), *Certificate.Series.choices],
        help_text=_("两种执法证都有的，分两次登记。法律职业资格证书不填。"),
    )
    category = forms.ChoiceField(
        label=_("执法门类"), required=False, choices=[("", _("没有写明")), *Certificate.Category.choices]
    )
    area = forms.CharField(label=_("执法区域"), required=False, max_length=60)
    replaces = forms.ModelChoiceField(
        label=_("补发、换发前的证件"),
        required=False,
        queryset=Certificate.objects.none(),
        empty_label=_("不是补发、换发"),
    )

    def prepare(self) -> None:
        field: Any = self.fields["replaces"]
        field.queryset = Certificate.objects.filter(officer=self.person, replaced_by=None).order_by("pk")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        begins, ends = data.get("valid_from"), data.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", gettext("有效期止早于有效期起。"))
        if Certificate.objects.filter(number=data.get("number", "")).exists():
            self.add_error("number", gettext("这个证号已经登记过。"))
        if data.get("kind") == Certificate.Kind.LEGAL and data.get("series"):
            self.add_error("series", gettext("法律职业资格证书不分这一项，留空。"))
        before = data.get("replaces")
        if before and data.get("kind") and before.kind != data["kind"]:
            self.add_error("replaces", gettext("补发、换发前后是同一种证件。"))
        return data

    def save(self) -> Officer:
        services.add_certificate(self.somebody, by=self.by, **self.cleaned_data)
        return self.somebody


class ReviewForm(StaffForm):
    title = _("登记年度审验")
    certificate = forms.ModelChoiceField(label=_("证件"), queryset=Certificate.objects.none())
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    on = day(_("审验日期"))
    passed = forms.TypedChoiceField(
        label=_("结果"),
        choices=(("yes", _("合格")), ("no", _("不合格"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        field: Any = self.fields["certificate"]
        field.queryset = Certificate.objects.filter(officer=self.person)
        self.fields["on"].initial, self.fields["year"].initial = self.today, self.today.year

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        certificate, year = data.get("certificate"), data.get("year")
        if certificate and year and AnnualReview.objects.filter(certificate=certificate, year=year).exists():
            self.add_error("year", gettext("该证件本年度已审验。"))
        return data

    def save(self) -> Officer:
        data = self.cleaned_data
        services.review_certificate(
            data["certificate"], year=data["year"], on=data["on"], passed=data["passed"], by=self.by
        )
        return self.somebody


class BureauForm(forms.ModelForm):  # type: ignore[type-arg]
    """What every paper prints about the bureau."""

    use_required_attribute = False
    hidden: tuple[Any, ...] = ()

    class Meta:
        model = Bureau
        exclude = ("id",)  # noqa: DJ006 every field is printed, and a new one must not be forgotten here

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]


class StopForm(StaffForm):
    title = _("暂扣、吊销、注销或者收回证件")
    certificate = forms.ModelChoiceField(label=_("证件"), queryset=Certificate.objects.none())
    kind = forms.ChoiceField(label=_("情形"), choices=CertificateStop.Kind.choices)
    since = day(_("自何日起"))
    until = day(_("至何日止（只有暂扣才填，未定不填）"), required=False)
    reason = forms.CharField(label=_("理由"), max_length=200)

    def prepare(self) -> None:
        field: Any = self.fields["certificate"]
        field.queryset = Certificate.objects.filter(officer=self.person).order_by("pk")
        self.fields["since"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        since, until, card = data.get("since"), data.get("until"), data.get("certificate")
        if until and data.get("kind") not in ("", None, CertificateStop.Kind.SUSPENDED):
            self.add_error("until", gettext("只有暂扣有截止日期。"))
        elif since and until and until < since:
            self.add_error("until", gettext("截止日期早于起始日期。"))
        if card and since and any(one.is_in_force(since) for one in card.stops.all()):
            self.add_error("certificate", gettext("这个证件在这一天已经停用，不能重复登记。"))
        return data

    def save(self) -> Officer:
        data = dict(self.cleaned_data)
        services.stop_certificate(data.pop("certificate"), by=self.by, **data)
        return self.somebody


class LiftForm(StaffForm):
    title = _("解除暂扣")
    stop = forms.ModelChoiceField(label=_("暂扣"), queryset=CertificateStop.objects.none())
    until = day(_("暂扣的最后一天"))

    def prepare(self) -> None:
        field: Any = self.fields["stop"]
        suspended = CertificateStop.objects.filter(certificate__officer=self.person, kind="suspended")
        field.queryset = suspended.select_related("certificate").order_by("-since")
        self.fields["until"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("stop") and data.get("until") and data["until"] < data["stop"].since:
            self.add_error("until", gettext("早于暂扣起始日期。"))
        return data

    def save(self) -> Officer:
        services.lift_suspension(self.cleaned_data["stop"], until=self.cleaned_data["until"], by=self.by)
        return self.somebody


class StandInForm(StaffForm):
    """The person of the page is the one who stands in."""

    title = _("登记代理")
    acts_for = forms.ModelChoiceField(label=_("代理谁"), queryset=Officer.objects.none())
    role = forms.ChoiceField(
        label=_("代理的职务"), choices=[(one.value, one.label) for one in Role if one not in SYSTEM_ROLES]
    )
    since = day(_("自何日起"))
    until = day(_("至何日止"))

    def prepare(self) -> None:
        field: Any = self.fields["acts_for"]
        field.queryset = Officer.objects.filter(is_active=True).exclude(pk=self.somebody.pk).order_by("staff_number")
        self.fields["since"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        if self.somebody == self.by:
            self.add_error(None, gettext("不能给自己登记代理。"))
        elif since and until and until < since:
            self.add_error("until", gettext("截止日期早于起始日期。"))
        elif since and until and (until - since).days > LONGEST_SUBSTITUTION:
            self.add_error("until", gettext("一次代理不超过一年。"))
        elif since and since < self.today:
            self.add_error("since", gettext("代理从今天或者以后开始，不能补记以前的。"))
        elif not self.errors:
            self._stand_in(data)
        return data

    def _stand_in(self, data: dict[str, Any]) -> None:
        said = data | {"role": Role(data["role"])}
        try:
            services.stand_in(self.somebody, by=self.by, **said)
        except forms.ValidationError as refused:
            self.add_error(None, refused)

    def save(self) -> Officer:
        return self.somebody


FORMS: dict[str, tuple[type[StaffForm], Role]] = {
    "password": (PasswordForm, Role.SYSTEM_ADMIN),
    "active": (ActiveForm, Role.SYSTEM_ADMIN),
    "grant": (GrantForm, Role.SECURITY_ADMIN),
    "end-role": (EndRoleForm, Role.SECURITY_ADMIN),
    "stand-in": (StandInForm, Role.SECURITY_ADMIN),
    "certificate": (CertificateForm, Role.ADMINISTRATOR),
    "annual-review": (ReviewForm, Role.ADMINISTRATOR),
    "stop": (StopForm, Role.ADMINISTRATOR),
    "lift": (LiftForm, Role.ADMINISTRATOR),
}
"""Who may do what about a person: accounts, posts and certificates lie in three hands (security.md S15)."""
