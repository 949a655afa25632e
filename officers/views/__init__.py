"""Pages about the person, not about a case."""

from officers.views.errors import bad_request, csrf_failure, forbidden, not_found, server_error
from officers.views.people import help_page, people, personal_settings, text_size
from officers.views.sign_in import healthz, home_of, locked_out, session_state, sign_in, sign_in_again, sign_out

__all__ = [
    "bad_request",
    "csrf_failure",
    "forbidden",
    "healthz",
    "help_page",
    "home_of",
    "locked_out",
    "not_found",
    "people",
    "personal_settings",
    "server_error",
    "session_state",
    "sign_in",
    "sign_in_again",
    "sign_out",
    "text_size",
]
