"""Who may open this page? Every view says so; the middleware refuses a view that does not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from officers.models import Officer
from officers.roles import BUSINESS_ROLES, Role

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Access:
    """roles None = anyone, signed in or not; otherwise one of the roles is needed."""

    roles: frozenset[Role] | None

    def admits(self, user: Any) -> bool:
        if self.roles is None:
            return True
        return isinstance(user, Officer) and user.is_active and bool(user.roles & self.roles)


def open_to(*roles: Role) -> Callable[[View], View]:
    """Declare that only holders of these roles may call the view; others get 404."""
    return _declare(Access(frozenset(roles)))


def open_to_staff(view: View) -> View:
    """Anyone with a business role; single cases are guarded again by cases.access."""
    return _declare(Access(BUSINESS_ROLES))(view)


def open_to_everyone_signed_in(view: View) -> View:
    return _declare(Access(frozenset(Role)))(view)


def public(view: View) -> View:
    """No sign-in needed: sign-in page, public register, paper verification."""
    return _declare(Access(None))(view)


def _declare(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return mark
