"""How is a guard written down?"""

from collections.abc import Callable, Iterable

from cases.act import Ask, Guard, Text

Check = Callable[[Ask], Iterable[Text]]


def guard(*, basis: str, cure: Text, by: Text = "", act: str = "", title: Text = "") -> Callable[[Check], Guard]:
    """Turn a function that yields sentences into a Guard: its article, its cure and who can cure it.

    title: what a checklist calls it.
    """

    def make(check: Check) -> Guard:
        return Guard(
            name=check.__name__,
            basis=basis,
            cure=cure,
            check=lambda ask: list(check(ask)),
            cure_by=by,
            cure_act=act,
            title=title,
        )

    return make
