"""Who is there: signing in, again in place, and out?"""

from typing import Any

from axes.helpers import get_failure_limit
from axes.utils import reset
from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from officers.access import open_to_everyone_signed_in, public
from officers.forms import SignInForm
from officers.kept import kept_fields
from officers.models import Officer
from officers.roles import Role


@public
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request, request.POST or None)
    wanted = request.POST.get("next") or request.GET.get("next", "")
    kept = kept_fields(request)
    if request.method == "POST" and form.is_valid():
        _begin(request, form.get_user())
        following = safe_next(request, wanted)
        if kept and following:
            return render(request, "officers/continue.html", {"kept": kept, "next": following})
        return redirect(following or home_of(form.get_user()))
    left = _attempts_left(request) if request.method == "POST" and form.errors else None
    context = {"form": form, "next": safe_next(request, wanted), "left": left, "kept": kept}
    return render(request, "officers/sign_in.html", context, status=422 if form.errors else 200)


@public
@sensitive_post_parameters("password")
@require_POST
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Sign in over an open form: the page goes on with the new token, or says what is wrong."""
    form = SignInForm(request, request.POST)
    if not form.is_valid():
        return JsonResponse({"signed_in": False, "problem": _("密码不对。")}, status=422)
    _begin(request, form.get_user())
    return JsonResponse({"signed_in": True, "token": get_token(request)})


@public
@require_GET
def session_state(request: HttpRequest) -> HttpResponse:
    """Is the session still there? Asked by an open form before it is sent."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


@open_to_everyone_signed_in
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("officers:sign-in")


@public
@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """Alive and able to reach the database."""
    Officer.objects.exists()
    return HttpResponse("ok", content_type="text/plain")


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    minutes = int(settings.AXES_COOLOFF_TIME * 60)
    return render(request, "officers/locked.html", {"minutes": minutes}, status=429)


def home_of(officer: Any) -> str:
    """The three administrators have no cases: their home is the staff page."""
    if isinstance(officer, Officer) and officer.sees_cases:
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    if isinstance(officer, Officer) and officer.holds(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN):
        return resolve_url("officers:people")
    return resolve_url("officers:settings")


def safe_next(request: HttpRequest, wanted: str) -> str:
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if allowed else ""


def _begin(request: HttpRequest, officer: Any) -> None:
    auth.login(request, officer)
    now = timezone.now().isoformat()
    request.session["begun"] = request.session["seen"] = now
    reset(username=officer.staff_number)


def _attempts_left(request: HttpRequest) -> int:
    failures = getattr(request, "axes_failures_since_start", 0) or 0
    return max(int(get_failure_limit(request, {})) - int(failures), 0)
