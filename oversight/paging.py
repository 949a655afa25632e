"""Which part of a long list that does not change stands on this page?"""

from collections.abc import Sequence
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

PER_PAGE = 50
T = TypeVar("T")


def page_of(rows: Sequence[T], query: QueryDict) -> tuple[Sequence[T], dict[str, str]]:
    """A page of a list that does not change while it is read: found by its first place."""
    after = query.get("after", "")
    start = min(int(after), len(rows)) if after.isascii() and after.isdecimal() and len(after) < 9 else 0
    shown = rows[start : start + PER_PAGE]
    values = {"first": start + 1 if shown else 0, "last": start + len(shown), "all": len(rows)}
    return shown, {
        "previous_url": _with(query, max(start - PER_PAGE, 0)) if start else "",
        "next_url": _with(query, start + PER_PAGE) if start + PER_PAGE < len(rows) else "",
        "count_text": _("第 %(first)d–%(last)d 条，共 %(all)d 条") % values,
    }


def _with(query: QueryDict, after: int) -> str:
    kept = query.copy()
    kept["after"] = str(after)
    return f"?{kept.urlencode()}"
