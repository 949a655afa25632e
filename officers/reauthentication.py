"""Is it still the same person at this screen? Asked before something is done that binds in the own name (ASVS 7.5.3)."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from officers.models import Officer


class PasswordAgain(forms.Form):
    """Wrong passwords count as failed sign-ins: too many of them close the account for a while."""

    use_required_attribute = False
    password = forms.CharField(
        label=_("登录密码"),
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, data: Any = None, files: Any = None, *, request: HttpRequest, auto_id: str = "id_%s") -> None:
        self.request = request
        super().__init__(data, files, auto_id=auto_id)
        self.fields["password"].needed = ""  # type: ignore[attr-defined]

    @property
    def is_needed(self) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.is_needed:
            return data
        officer, password = self.request.user, data.get("password", "")
        if not password:
            self.add_error("password", gettext("填写登录密码。"))
        elif not isinstance(officer, Officer) or not is_password_of(self.request, officer, password):
            self.add_error("password", gettext("密码不对。"))
        return data


def is_password_of(request: HttpRequest, officer: Officer, password: str) -> bool:
    return authenticate(request, username=officer.staff_number, password=password) == officer
