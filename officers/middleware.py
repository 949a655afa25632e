"""Is this request from someone who may make it, in the language and session they chose?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from officers.access import Access
from officers.kept import ask_again

Respond = Callable[[HttpRequest], HttpResponse]


class ChosenLanguageMiddleware:
    """Chinese unless the person chose otherwise: a browser's own language does not decide."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class SessionEndsMiddleware:
    """A session ends after idle minutes and after absolute hours, whatever the cookie says (security.md P24)."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = timezone.now()
            if _has_ended(request, now):
                logout(request)
            else:
                _touch(request, now)
        return self.get_response(request)


class DeniedByDefaultMiddleware:
    """A view without a declared access does not exist; one that is not for you does not exist either."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        access: Access | None = getattr(view, "access", None)
        if access is None:
            raise Http404
        if access.admits(request.user):
            return None
        if not request.user.is_authenticated:
            if request.method == "POST":
                # The session ended while a form was open: what was typed goes along to the sign-in page.
                return ask_again(request)
            return redirect_to_login(request.get_full_path())
        raise Http404


def _has_ended(request: HttpRequest, now: datetime) -> bool:
    begun, seen = request.session.get("begun"), request.session.get("seen")
    if begun is None or seen is None:
        return False
    too_old = now - datetime.fromisoformat(begun) > timedelta(hours=settings.SESSION_ABSOLUTE_HOURS)
    return too_old or now - datetime.fromisoformat(seen) > timedelta(minutes=settings.SESSION_IDLE_MINUTES)


def _touch(request: HttpRequest, now: datetime) -> None:
    # Written once a minute at most: a page view should not cost a write.
    request.session.setdefault("begun", now.isoformat())
    seen = request.session.get("seen")
    if seen is None or now - datetime.fromisoformat(seen) > timedelta(minutes=1):
        request.session["seen"] = now.isoformat()
