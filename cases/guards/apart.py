"""Are the functions in a case in different hands (cases/duties.py)?"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Guard, Text
from cases.duties import FUNCTIONS, apart
from officers.models import Officer

Who = Callable[[Ask], Officer | None]


def guard_apart(name: str, who: Who | None = None) -> Guard:
    """The guard of one row of cases.duties.APART. who: the person to be appointed; the acting officer by default."""
    rule = apart(name)

    def check(ask: Ask) -> Iterator[Text]:
        person = ask.officer if who is None else who(ask)
        if person is None:
            return
        for function in (FUNCTIONS[one] for one in rule.functions):
            if person.pk in function.held_by(ask.file):
                yield _("%(name)s在本案中是%(function)s，不得担任%(role)s。") % {
                    "name": person.name,
                    "function": function.title,
                    "role": rule.role,
                }

    return Guard(
        name=name,
        basis=rule.basis,
        cure=gettext_lazy("由没有担任过这些职责的人员办理"),
        check=lambda ask: list(check(ask)),
    )
