"""Which apps above keep something of their own about each case, and must follow when it changes?"""

from collections.abc import Callable

Follow = Callable[[int], None]
_followers: list[Follow] = []


def follow(call: Follow) -> None:
    """Called once, when the app is ready; what it keeps is written in the transaction of the act."""
    if call not in _followers:
        _followers.append(call)


def tell(case_id: int) -> None:
    """An entry was added to the record of this case: whatever changed is in the database now."""
    for call in _followers:
        call(case_id)
