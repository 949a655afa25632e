"""What was typed into a form whose session had ended, so that signing in again loses none of it?

Works without JavaScript; files cannot be kept, for a browser does not let a page fill them in.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from officers.forms import SignInForm

PREFIX = "kept:"
# The token is renewed by signing in; the rest is the sign-in form's own.
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "username", "password", "next"})

Fields = list[tuple[str, str]]


def kept_fields(request: HttpRequest) -> Fields:
    """The fields that came along to the sign-in form."""
    return [
        (name.removeprefix(PREFIX), value)
        for name, values in request.POST.lists()
        if name.startswith(PREFIX)
        for value in values
    ]


def ask_again(request: HttpRequest) -> HttpResponse:
    """The sign-in page, with what was typed in hidden fields."""
    typed = [(name, value) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values]
    context = {"form": SignInForm(request), "next": request.get_full_path(), "left": None, "kept": typed}
    return render(request, "officers/sign_in.html", context, status=401)
