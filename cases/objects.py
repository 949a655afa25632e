"""Which things in a case have a life of their own, and how are they found?

A hearing, a seizure, an application to the court: each is a row with its own state and its own acts, carried out by
the same perform(). Whatever derives from LegalObject is listed on the case page, in the worklist and in
docs/procedure.md without further code.
"""

from typing import Any, ClassVar

from django.db import models


class LegalObject(models.Model):
    """One thing of one case with states and acts. Subclasses have `case`, an FSM `state` and, where it is one's, `party`.

    slug: its name in addresses. relation: the related name on Case, also in cases.contents.CONTENTS.
    comes_first: on the worklist its next act stands before the case's own.
    ended: the states in which nothing more is to be done; they are shown last and quietly.
    """

    slug: ClassVar[str] = ""
    relation: ClassVar[str] = ""
    ended: ClassVar[frozenset[str]] = frozenset()
    comes_first: ClassVar[bool] = False

    class Meta:
        abstract = True

    @property
    def has_ended(self) -> bool:
        return str(self.state) in self.ended  # type: ignore[attr-defined]

    @property
    def heading(self) -> str:
        """What a person calls this one among others of its kind."""
        return str(self)

    def keep(self, **facts: Any) -> None:
        """Set facts of its own; the body of an act does little else. perform() saves them."""
        for name, value in facts.items():
            setattr(self, name, value)

    def told(self) -> list[tuple[str, str]]:
        """What its box on the case page says: (label, value); empty values are left out."""
        return []


def object_types() -> tuple[type[LegalObject], ...]:
    """Every kind of legal object, in the order in which cases.models names them."""
    return tuple(LegalObject.__subclasses__())


def object_type(slug: str) -> type[LegalObject]:
    """Raises LookupError."""
    for kind in object_types():
        if kind.slug == slug:
            return kind
    raise LookupError(slug)


def about_of(machine: Any) -> str:
    """How terms and papers name the legal object they concern; empty for the case itself."""
    return f"{machine._meta.model_name}-{machine.pk}" if isinstance(machine, LegalObject) else ""


def objects_of(file: Any) -> list[LegalObject]:
    """Every legal object of one file, kind by kind, without a query where the relation is in CONTENTS."""
    return [one for kind in object_types() for one in sorted(getattr(file.case, kind.relation).all(), key=_age)]


def _age(row: models.Model) -> int:
    return int(row.pk)
