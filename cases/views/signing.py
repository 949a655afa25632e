"""Does an officer put the stored signature on the papers of this act, and is it really that officer?"""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases import record
from cases.act import Act
from cases.forms.base import ActForm
from cases.models import Case
from cases.services import Done, perform
from documents.stored_signatures import apply_signature, asks_for_signature, current_signature, withdraw_signature
from officers.models import Officer
from officers.reauthentication import PasswordAgain


class SigningFields(PasswordAgain):
    """Asked on the check page; left empty, the papers are signed by hand."""

    stored = forms.BooleanField(label=_("用我的存档签名在本次的文书上签名"), required=False)
    field_order = ("stored", "password")

    @property
    def is_needed(self) -> bool:
        return bool(self.cleaned_data.get("stored"))


def offered_signing(request: HttpRequest, act: Act, form: ActForm | None) -> SigningFields | None:
    """For acts whose papers have a place for it, to officers who keep one. A check page cannot carry an upload."""
    if form is None or form.is_multipart() or not asks_for_signature((*act.issues, *act.drafts)):
        return None
    if current_signature(form.officer) is None:
        return None
    return SigningFields(request.POST if request.POST.get("step") == "do" else None, request=request)


def carry_out(machine: Any, act: Act, form: ActForm, signing: SigningFields | None, facts: dict[str, Any]) -> Done:
    """Perform the act and, if so wished, sign its papers in the same transaction. Raises Refused."""
    officer, on, version = form.officer, form.cleaned_data["on"], form.cleaned_data["seen_version"]
    with transaction.atomic():
        done = perform(machine, act.key, officer, on, seen_version=version, **facts)
        if signing is not None and signing.is_needed:
            _sign(done, officer)
        else:
            withdraw_signature(officer, done.papers, at=timezone.now())
    return done


def _sign(done: Done, officer: Officer) -> None:
    signature = current_signature(officer)
    if signature is None:
        return
    signed = apply_signature(signature, done.papers, act=done.act.key, at=timezone.now())
    case = Case.objects.get(pk=done.case.pk)
    record.append(
        case,
        act="apply_signature",
        actor=officer,
        role=done.act.by.name,
        on=done.entry.on,
        state=(case.state, case.state),
        facts={"signature": signature.sha256, "act": done.act.key, "confirmed_by": "password"},
        papers=[{"id": one.pk, "form": one.form_key, "content": one.content_sha256} for one in signed],
    )
