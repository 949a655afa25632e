"""How does an approved copy get into the portal's own tables, and how does it leave them?"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from publicity.register import Fate, PublishedDecision, PublishedInspection

if TYPE_CHECKING:
    from publicity.models import Publication

PERSONAL = tuple(name for name in PublishedDecision.TEXTS if name != "organ")


def put_on_show(copy: "Publication", on: date) -> None:
    """Write what the public reads, or write it anew: by allow-list, never the row itself (公开条例 15)."""
    fields = {name: getattr(copy, name) for name in (*PublishedDecision.TEXTS, *PublishedDecision.FIXED)}
    PublishedDecision.objects.update_or_create(slug=copy.slug, defaults=fields | {"fate": Fate.SHOWN, "changed_on": on})


def leave_tombstone(copy: "Publication", reason: str, on: date) -> None:
    """The number and the reason stay, nothing else (行政处罚法 48.2)."""
    gone = {"fate": Fate.WITHDRAWN, "changed_on": on, "withdrawn_on": on, "withdrawal_reason": reason}
    kept = {"number": copy.number}
    PublishedDecision.objects.filter(slug=copy.slug).update(**(emptied(PERSONAL) | gone | kept))


def erase_run_out(on: date) -> int:
    """Empty what nobody may see any more; how many there were. Done twice it finds nothing the second time."""
    gone = {"fate": Fate.EXPIRED, "changed_on": on}
    decisions = PublishedDecision.objects.run_out(on).update(**emptied(PERSONAL), **gone)
    return decisions + PublishedInspection.objects.run_out(on).update(**emptied(PublishedInspection.NAMING), **gone)


def emptied(names: Iterable[str]) -> dict[str, Any]:
    return dict.fromkeys(names, "")
