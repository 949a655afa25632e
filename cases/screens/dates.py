"""How is a due date shown in words?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Term
from cases.screens.term_names import name_of

SOON = 3


@dataclass(frozen=True)
class Due:
    label: str
    level: str
    on: date
    term_title: str


def due_of(term: Term | None, today: date) -> Due | None:
    """The chip of an open term; a right that still runs is calm, for nobody is late."""
    if term is None:
        return None
    if term.due_on < today and term.nature == "right":
        # Nobody is late: the party's time to speak has passed.
        return Due(_("已期满"), "calm", term.due_on, name_of(term))
    return due_by(term.due_on, today, name_of(term), is_right=term.nature == "right")


def due_by(on: date, today: date, title: str, *, is_right: bool = False) -> Due:
    """The chip of something that is due on a day."""
    days = (on - today).days
    if days < 0:
        return Due(ngettext("已超 %(days)d 日", "已超 %(days)d 日", -days) % {"days": -days}, "overdue", on, title)
    if days == 0:
        return Due(_("今天到期"), "today", on, title)
    level = "soon" if days <= SOON and not is_right else "calm"
    return Due(ngettext("剩 %(days)d 日", "剩 %(days)d 日", days) % {"days": days}, level, on, title)
