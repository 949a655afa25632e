"""What does every page need to know about the bureau and the person looking?"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from officers.models import Bureau, Officer
from officers.roles import BUSINESS_ROLES, Role


@dataclass(frozen=True)
class NavItem:
    label: Any
    url: str
    current: bool
    count: int | None = None


# (label, URL name, roles that see it)
NAVIGATION = (
    (_("我的待办"), "cases:worklist", BUSINESS_ROLES),
    (_("案件"), "cases:list", BUSINESS_ROLES),
    (_("期限总览"), "cases:term-board", BUSINESS_ROLES),
    (_("批量打印"), "cases:printing", frozenset({Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ARCHIVIST})),
    (_("银行对账"), "cases:bank-files", frozenset({Role.FINANCE})),
    (_("公示"), "publicity:desk", frozenset({Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR})),
    (_("音像记录"), "recordings:overview", frozenset({Role.KEEPER, Role.BUREAU_HEAD, Role.ADMINISTRATOR})),
    (_("公示期限"), "publicity:board", frozenset({Role.TEAM_HEAD})),
    (_("案卷评查"), "oversight:report", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD})),
    (_("我的评查结果"), "oversight:own", frozenset({Role.OFFICER, Role.TEAM_HEAD})),
    (
        _("法制审核数据"),
        "cases:review-figures",
        frozenset({Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, Role.BUREAU_HEAD}),
    ),
    (_("法规"), "cases:statutes", BUSINESS_ROLES),
    (_("文书和文号"), "documents:numbers", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD})),
    (_("用印登记簿"), "cases:seals", frozenset({Role.SEAL_KEEPER, Role.BUREAU_HEAD, Role.ADMINISTRATOR})),
    (_("人员"), "officers:people", frozenset({Role.ADMINISTRATOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})),
)


def bureau(request: HttpRequest) -> dict[str, Any]:
    # Deferred: an error page must not need the database.
    return {
        "bureau": Bureau.objects.first,
        "navigation": navigation(request),
        "text_size": "large" if request.COOKIES.get("text_size") == "large" else "standard",
    }


def navigation(request: HttpRequest) -> list[NavItem]:
    user = getattr(request, "user", None)
    if not isinstance(user, Officer):
        return []
    here = request.path
    items = [(label, reverse(name)) for label, name, roles in NAVIGATION if user.roles & roles]
    current = max((url for _label, url in items if here.startswith(url)), key=len, default="")
    return [NavItem(label, url, url == current) for label, url in items]
