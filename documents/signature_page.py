"""Where does an officer keep the own signature? A page that shows it to nobody else and asks for the password."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from documents.stored_signatures import current_signature, data_uri, drawn_bytes, end_signature, keep_signature, strokes
from officers.access import open_to_staff
from officers.models import Officer
from officers.reauthentication import PasswordAgain

MAX_BYTES = 2 * 1024 * 1024


class SignatureForm(PasswordAgain):
    """Drawn on the screen, or a picture of it; either with the password."""

    signature = forms.CharField(required=False, max_length=400_000, widget=forms.HiddenInput)
    file = forms.FileField(
        label=gettext_lazy("或者选择签名的图片"),
        required=False,
        help_text=gettext_lazy("PNG 或者 JPG，白纸黑字，只拍签名；最大 2 MB。"),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    field_order = ("signature", "file", "password")

    def clean_signature(self) -> bytes:
        drawn: str = self.cleaned_data["signature"]
        return drawn_bytes(drawn) if drawn else b""

    def clean_file(self) -> bytes:
        upload = self.cleaned_data["file"]
        if not upload:
            return b""
        if upload.size > MAX_BYTES:
            raise ValidationError(_("图片超过 2 MB，裁剪或者缩小后再选。"))
        data: bytes = upload.read()
        return data

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        given = data.get("file") or data.get("signature")
        if given:
            try:
                strokes(given)
            except ValidationError as refused:
                self.add_error("file", refused)
        elif not self.errors.keys() & {"file", "signature"}:
            self.add_error("file", _("在框里签名，或者选择签名的图片。"))
        return data

    @property
    def given(self) -> bytes:
        picture: bytes = self.cleaned_data["file"] or self.cleaned_data["signature"]
        return picture


@open_to_staff
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def own_signature(request: HttpRequest) -> HttpResponse:
    officer = request.user
    if not isinstance(officer, Officer):
        raise TypeError("This view is open to officers only.")
    if request.method == "GET":
        return _page(request, officer, SignatureForm(request=request))
    if request.POST.get("step") == "remove":
        asked = PasswordAgain(request.POST, request=request, auto_id="remove_%s")
        if not asked.is_valid():
            return _page(request, officer, SignatureForm(request=request), removing=asked, status=422)
        end_signature(officer, at=timezone.now())
        messages.success(request, _("存档签名已撤下，已经签过的文书不变。"))
        return redirect("documents:own-signature")
    form = SignatureForm(request.POST, request.FILES, request=request)
    if not form.is_valid():
        return _page(request, officer, form, status=422)
    keep_signature(officer, form.given, at=timezone.now())
    messages.success(request, _("签名已存档。"))
    return redirect("documents:own-signature")


def _page(
    request: HttpRequest,
    officer: Officer,
    form: SignatureForm,
    *,
    removing: PasswordAgain | None = None,
    status: int = 200,
) -> HttpResponse:
    kept = current_signature(officer)
    context = {
        "form": form,
        "kept": {"picture": data_uri(kept), "at": kept.kept_at, "uses": kept.uses.count()} if kept else None,
        "removing": removing or PasswordAgain(request=request, auto_id="remove_%s"),
    }
    response = render(request, "documents_ui/signature.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
