"""What do the apps above keep about a case, for guards that must ask, without these cases knowing the apps?"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from cases.act import Text

if TYPE_CHECKING:
    from cases.case_file import CaseFile

Load = Callable[[Sequence[int]], dict[int, Any]]
"""Case ids in, an answer for each of them out; a bounded number of queries for any number of cases."""
Question = Callable[["CaseFile"], Iterable[Text]]

_loads: dict[str, Load] = {}
_at_closing: list[Question] = []


def add_load(name: str, load: Load) -> None:
    """Called once, when the app is ready."""
    _loads[name] = load


def ask_at_closing(question: Question) -> None:
    """Called once, when the app is ready: the question yields a sentence for each thing that is still open."""
    if question not in _at_closing:
        _at_closing.append(question)


def open_at_closing(file: "CaseFile") -> list[Text]:
    """What keeps the case from being closed, and what a reviewer may want to see before."""
    return [sentence for question in _at_closing for sentence in question(file)]


class Beside:
    """What lies beside a batch of files: loaded for all of them when the first one is asked, and then known."""

    def __init__(self, case_ids: Sequence[int]) -> None:
        self._case_ids = case_ids
        self._known: dict[str, dict[int, Any]] = {}

    def of(self, name: str, case_id: int) -> Any:
        if name not in self._known:
            self._known[name] = _loads[name](self._case_ids)
        return self._known[name][case_id]
