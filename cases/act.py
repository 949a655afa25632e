"""What is an act of procedure, and how is it declared?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.utils.functional import Promise
from django_fsm import GET_STATE, transition

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from officers.models import Officer

Text = str | Promise
Method = TypeVar("Method", bound=Callable[..., Any])


@dataclass(frozen=True)
class Ask:
    """The question every guard answers: may this officer do this, on this day, with these facts?"""

    file: CaseFile
    officer: Officer
    on: date
    facts: dict[str, Any] = field(default_factory=dict)
    subject: Any = None
    """The legal object whose act it is, where it is not the case itself; obstacles() sets it."""


@dataclass(frozen=True)
class Obstacle:
    """One reason why an act is not open, in words the officer can act on."""

    sentence: Text
    basis: str = ""
    cure: Text = ""
    cure_by: Text = ""
    cure_act: str = ""


@dataclass(frozen=True)
class Guard:
    """A condition of the law with its article; answers with sentences, none when satisfied."""

    name: str
    basis: str
    cure: Text
    check: Callable[[Ask], list[Text]]
    cure_by: Text = ""
    cure_act: str = ""
    title: Text = ""
    """What is in order when it has nothing to say: an item of a checklist."""

    def obstacles(self, ask: Ask) -> list[Obstacle]:
        return [Obstacle(sentence, self.basis, self.cure, self.cure_by, self.cure_act) for sentence in self.check(ask)]


@dataclass(frozen=True)
class Actor:
    """Who may perform an act: a named relation between an officer and a case."""

    name: str
    title: Text
    check: Callable[[Ask], bool]
    holders: Callable[[CaseFile], models.QuerySet[Any]] | None = None


@dataclass(frozen=True)
class Opening:
    """A term that an act opens, for each party concerned where the term is a party's own."""

    term: str
    when: Callable[[CaseFile, Any], bool] | None = None
    since: Callable[[CaseFile, dict[str, Any], date], date] | None = None
    """The day of the event where it is not the day of the act: file, the act's facts, the act's day."""
    about: Callable[[CaseFile, dict[str, Any]], str] | None = None
    """What the term belongs to, where it is not the object acted on: file and the act's facts."""
    length: Callable[[CaseFile], int | None] | None = None
    """The length where somebody else has set it (a court's order), in the rule's unit; None: the rule's own."""


@dataclass(frozen=True)
class Act:
    """One declaration = one act; the button, refusal, timeline, docs and tests are derived from it."""

    key: str
    title: Text
    basis: str
    source: tuple[str, ...]
    target: str | None
    targets: tuple[str, ...]
    by: Actor
    requires: tuple[Guard, ...] = ()
    asks: str = ""
    opens: tuple[Opening, ...] = ()
    meets: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    hands_over: tuple[str, ...] = ()
    """Of the papers issued, those that the party gets into its hands by the same act."""
    opinion_on: str = ""
    explains: Text = ""
    group: Text = ""
    exit: bool = False
    returns: bool = False
    """It sends back what the handlers put; remarks can be pinned to the fields of their act."""
    reissues: bool = False
    """It issues the paper anew that it takes out of use."""
    serves: tuple[str, ...] = ()
    """The papers it serves; what their service starts and fulfils stands in law/data/forms.toml."""
    redraws: bool = False
    """Whether the drafts of the case are filled again that would be filled otherwise today."""

    @property
    def moves(self) -> bool:
        """Does it carry the case to another state (a side act does not)?"""
        return bool(self.targets)


@dataclass(frozen=True)
class Choice:
    """A target that depends on what the act has just done, out of a closed list."""

    states: tuple[str, ...]
    choose: Callable[..., str]


ANY = "*"


def act(
    *,
    title: Text,
    basis: str,
    source: str | Iterable[str],
    by: Actor,
    target: str | Choice | None = None,
    opens: Iterable[str | Opening] = (),
    **declared: Any,
) -> Callable[[Method], Method]:
    """Declare a method of a procedure class as an act; the method's name is the act's key.

    The method only sets facts. Clocks, papers, opinions and the record follow from the declaration
    in cases.services.perform().
    """
    sources = (source,) if isinstance(source, str) else tuple(source)
    targets = target.states if isinstance(target, Choice) else (target,) if target else ()
    fsm_target = GET_STATE(target.choose, states=list(target.states)) if isinstance(target, Choice) else target

    def declare(method: Method) -> Method:
        spec = Act(
            key=method.__name__,
            title=title,
            basis=basis,
            source=tuple(str(one) for one in sources),
            target=None if isinstance(target, Choice) or target is None else str(target),
            targets=tuple(str(one) for one in targets),
            by=by,
            opens=tuple(one if isinstance(one, Opening) else Opening(one) for one in opens),
            **declared,
        )
        fsm_source: Any = ANY if ANY in spec.source else list(spec.source)
        wrapped = transition(field="state", source=fsm_source, target=fsm_target, custom={"act": spec})(method)
        wrapped.act = spec
        return wrapped  # type: ignore[no-any-return]

    return declare


def acts_of(machine: type[models.Model] | models.Model) -> dict[str, Act]:
    """Every act of a legal object, in the order the procedure declares them."""
    methods = _acting_methods(machine if isinstance(machine, type) else type(machine))
    return {name: member.act for name, member in methods.items()}


@cache
def _acting_methods(model: type[models.Model]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    # Mixins are listed in the order of the statute; the class itself comes last.
    for base in [*model.__bases__, model]:
        found |= {name: one for name, one in vars(base).items() if isinstance(getattr(one, "act", None), Act)}
    return found
