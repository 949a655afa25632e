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
    days = (term.due_on - today).days
    if days < 0 and term.nature == "right":
        # Nobody is late: the party's time to speak has passed.
        return Due(_("已期满"), "calm", term.due_on, name_of(term))
    if days < 0:
        return Due(
            ngettext("已超 %(days)d 日", "已超 %(days)d 日", -days) % {"days": -days},
            "overdue",
            term.due_on,
            name_of(term),
        )
    if days == 0:
        return Due(_("今天到期"), "today", term.due_on, name_of(term))
    level = "soon" if days <= SOON and term.nature != "right" else "calm"
    return Due(ngettext("剩 %(days)d 日", "剩 %(days)d 日", days) % {"days": days}, level, term.due_on, name_of(term))
