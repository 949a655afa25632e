"""How is a guard's refusal written down for the test: a lawful situation, and what spoils it?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bureau.sample.stories import dangerous_goods, first_offence, overload
from bureau.sample.story import Cast, Story
from cases.act import Ask
from cases.case_file import load_case_file
from officers.models import Officer


@dataclass
class Situation:
    """One case with the officer, the day and the facts of an act that the guard has nothing against."""

    story: Story
    officer: Officer
    on: date
    facts: dict[str, Any] = field(default_factory=dict)
    subject: Any = None
    """The legal object acted on; read again like everything else."""

    @property
    def case(self) -> Any:
        return self.story.case

    @property
    def cast(self) -> Cast:
        return self.story.cast

    def ask(self) -> Ask:
        # People are read again: a post or a certificate may just have been taken away.
        subject = type(self.subject).objects.get(pk=self.subject.pk) if self.subject else None
        officer = Officer.objects.get(pk=self.officer.pk)
        return Ask(load_case_file(self.case.pk), officer, self.on, self.facts, subject)


Stories = dict[str, Story]
Make = Callable[[Stories], Situation]
Spoil = Callable[[Situation], None]
TABLE: list[tuple[str, str, str, Make, Spoil]] = []


def row(guard: str, basis: str, sentence: str, make: Make) -> Callable[[Spoil], Spoil]:
    """One guard: its article and a piece of its sentence by hand, a lawful situation, and what spoils it."""

    def keep(spoil: Spoil) -> Spoil:
        TABLE.append((guard, basis, sentence, make, spoil))
        return spoil

    return keep


def situation(story: str, who: str, on: date, facts: Callable[[Story], dict[str, Any]] | None = None) -> Make:
    def make(stories: Stories) -> Situation:
        told = stories[story]
        return Situation(told, told.cast[who], on, facts(told) if facts else {})

    return make


STORIES: dict[str, Callable[[Cast], Story]] = {
    "ready": lambda cast: overload(cast, until="ready"),
    "served": lambda cast: overload(cast, until="served"),
    "notified": lambda cast: dangerous_goods(cast, until="notified"),
    "heard": lambda cast: dangerous_goods(cast, until="heard"),
    "discussed": lambda cast: dangerous_goods(cast, until="discussed"),
    "minor": first_offence,
}
"""Told once for all rows; a module of guard_rows adds its own by name."""
