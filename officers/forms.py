"""What is asked when somebody signs in, joins, changes posts or has a certificate examined?"""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from officers import services
from officers.models import AnnualReview, Bureau, Certificate, Department, Officer, RoleGrant
from officers.roles import Role


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
        field.queryset = RoleGrant.objects.filter(officer=self.person, ended_on=None)
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

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        begins, ends = data.get("valid_from"), data.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", gettext("有效期止早于有效期起。"))
        if Certificate.objects.filter(number=data.get("number", "")).exists():
            self.add_error("number", gettext("这个证号已经登记过。"))
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


FORMS: dict[str, tuple[type[StaffForm], Role]] = {
    "password": (PasswordForm, Role.SYSTEM_ADMIN),
    "active": (ActiveForm, Role.SYSTEM_ADMIN),
    "grant": (GrantForm, Role.SECURITY_ADMIN),
    "end-role": (EndRoleForm, Role.SECURITY_ADMIN),
    "certificate": (CertificateForm, Role.ADMINISTRATOR),
    "annual-review": (ReviewForm, Role.ADMINISTRATOR),
}
"""Who may do what about a person: accounts, posts and certificates lie in three hands (security.md S15)."""
