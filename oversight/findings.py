"""What is a finding, and how is a rule of the review written down?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from documents.models import Document


@dataclass(frozen=True)
class Finding:
    """One defect of one file: what, against which article, in which paper and field, and what cures it."""

    sentence: str
    basis: str
    form: str = ""
    document: int | None = None
    field: str = ""
    """The label of the field as the paper prints it, or the name of the fact."""
    locator: str = ""
    """Where exactly: which record, which party, which row."""
    curable: bool = False
    """Whether it can still be put right by law while the case is open."""
    act: str = ""
    """The act of procedure that cures it."""
    how: str = ""


Rule = Callable[["CaseFile"], Iterable[Finding]]


@dataclass(frozen=True)
class RegisteredRule:
    key: str
    basis: str
    check: Rule

    def findings(self, file: "CaseFile") -> tuple[Finding, ...]:
        return tuple(self.check(file))


RULES: dict[str, RegisteredRule] = {}


def rule(key: str, *, basis: str) -> Callable[[Rule], Rule]:
    """Register a pure function of the file under the key by which the standard names it."""

    def register(check: Rule) -> Rule:
        if key in RULES:
            raise ValueError(f"Two rules are called {key}.")
        RULES[key] = RegisteredRule(key, basis, check)
        return check

    return register


def at(document: "Document | None", form: str = "") -> dict[str, object]:
    """The place of a finding in a paper; without the paper only the form is known."""
    return {"form": document.form_key, "document": document.pk} if document else {"form": form}
