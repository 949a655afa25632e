"""What does every page need to know about the bureau and the person looking?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from officers.house import MAY_BE_CALLED
from officers.models import Bureau, Officer
from officers.roles import BUSINESS_ROLES, Role


@dataclass(frozen=True)
class NavItem:
    """A page, or a menu of pages: then `items` has them and `url` is empty."""

    label: Any
    url: str
    current: bool
    count: int | None = None
    group: str = ""
    items: tuple["NavItem", ...] = ()


# (label, URL name, roles that see it[, group]): without a group an entry stands in the row itself, while there is room.
NAVIGATION: tuple[tuple[Any, ...], ...] = (
    (_("我的待办"), "cases:worklist", BUSINESS_ROLES),
    (_("案件"), "cases:list", BUSINESS_ROLES),
    (
        _("检查"),
        "inspections:my-checks",
        frozenset({Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ADMINISTRATOR}),
        "inspection",
    ),
    (_("期限总览"), "cases:term-board", BUSINESS_ROLES),
    (
        _("看板"),
        "search:dashboard",
        frozenset({Role.BUREAU_HEAD, Role.ADMINISTRATOR, Role.TEAM_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER}),
    ),
    (
        _("线索"),
        "inspections:sources",
        frozenset({Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ADMINISTRATOR}),
        "inspection",
    ),
    (
        _("双随机抽查"),
        "inspections:draws",
        frozenset({Role.ADMINISTRATOR, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.LEGAL_REVIEWER, Role.LEGAL_COUNSEL}),
        "inspection",
    ),
    (_("批量打印"), "cases:printing", frozenset({Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ARCHIVIST})),
    (_("银行对账"), "cases:bank-files", frozenset({Role.FINANCE})),
    (_("公示"), "publicity:desk", frozenset({Role.PUBLISHER, Role.BUREAU_HEAD, Role.ADMINISTRATOR})),
    (
        _("音像记录"),
        "recordings:overview",
        frozenset({Role.KEEPER, Role.BUREAU_HEAD, Role.ADMINISTRATOR}),
        "oversight",
    ),
    (_("公示期限"), "publicity:board", frozenset({Role.TEAM_HEAD})),
    (_("案卷评查"), "oversight:report", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD}), "oversight"),
    (_("统计年报"), "oversight:annual", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD}), "oversight"),
    (_("评查批次"), "oversight:review-batches", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD}), "oversight"),
    (_("我的评查结果"), "oversight:own", frozenset({Role.OFFICER, Role.TEAM_HEAD}), "oversight"),
    (
        _("法制审核数据"),
        "cases:review-figures",
        frozenset({Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, Role.BUREAU_HEAD}),
        "oversight",
    ),
    (_("法规"), "cases:statutes", BUSINESS_ROLES, "registers"),
    (_("文书和文号"), "documents:numbers", frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD}), "registers"),
    (
        _("用印登记簿"),
        "cases:seals",
        frozenset({Role.SEAL_KEEPER, Role.BUREAU_HEAD, Role.ADMINISTRATOR}),
        "registers",
    ),
    (_("队伍和装备"), "officers:house", MAY_BE_CALLED, "registers"),
    (_("许可证件"), "search:permits", frozenset({Role.ADMINISTRATOR}), "registers"),
    (
        _("人员"),
        "officers:people",
        frozenset({Role.ADMINISTRATOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN}),
        "registers",
    ),
)
GROUPS = {"inspection": _("线索和检查"), "oversight": _("监督"), "registers": _("资料"), "more": _("更多")}
"""The menus at the end of the row, in this order; one that would hold a single page is not made."""
IN_THE_ROW = 7
"""Pages and menus that fit beside each other at 1280 px, in English too; what is over goes into the last menu."""


def bureau(request: HttpRequest) -> dict[str, Any]:
    # Deferred: an error page must not need the database.
    pages = navigation(request)
    return {
        "bureau": Bureau.objects.first,
        "navigation": pages,
        "navigation_row": in_groups(pages),
        "text_size": "large" if request.COOKIES.get("text_size") == "large" else "standard",
    }


def navigation(request: HttpRequest) -> list[NavItem]:
    """Every page the person may open, in one line, as a phone lists them."""
    user = getattr(request, "user", None)
    if not isinstance(user, Officer):
        return []
    here = request.path
    items = [(label, reverse(name), *rest) for label, name, roles, *rest in NAVIGATION if user.roles & roles]
    current = max((url for _label, url, *_rest in items if here.startswith(url)), key=len, default="")
    return [NavItem(label, url, url == current, group="".join(rest)) for label, url, *rest in items]


def in_groups(pages: list[NavItem]) -> list[NavItem]:
    """The same pages as one tidy row: those of a group in a menu, unless all of them fit without."""
    if len(pages) <= IN_THE_ROW:
        return pages
    alone = {key for key in GROUPS if sum(one.group == key for one in pages) == 1}
    row = [one for one in pages if one.group not in GROUPS or one.group in alone]
    menus = {one.group for one in pages} & (set(GROUPS) - alone)
    room = max(IN_THE_ROW - len(menus), 1)
    if len(row) > room:
        # One place is the last menu's own, if it does not stand there anyway.
        room = max(room - ("more" not in menus), 1)
        over = {one.url for one in row[room:]}
        pages = [replace(one, group="more") if one.url in over else one for one in pages]
        row = row[:room]
    in_row = {one.url for one in row}
    return [*row, *_menus(one for one in pages if one.url not in in_row)]


def _menus(pages: Iterable[NavItem]) -> list[NavItem]:
    found: dict[str, list[NavItem]] = {}
    for one in pages:
        found.setdefault(one.group, []).append(one)
    return [
        NavItem(label, "", any(one.current for one in found[key]), items=tuple(found[key]))
        for key, label in GROUPS.items()
        if key in found
    ]
