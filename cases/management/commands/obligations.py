"""Where is each article that binds the bureau carried out, or why is it none of this system's business?

Reads docs/obligations.csv, which a lawyer can check line by line, and prints it as a page. `--check` names each article
without a line, each line without a carrier or a reason, and each carrier that the code does not have.
"""

import csv
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Model
from django.utils import translation

from cases.act import acts_of
from cases.duties import APART
from cases.models import Case
from cases.objects import LegalObject
from cases.services import ALWAYS
from law.citations import cite_all, print_citations
from law.forms import all_forms
from law.limits import all_limits
from law.terms import all_terms

ARTICLES = {"行政处罚法": 86, "行政强制法": 71}
"""How many articles each law has: 2021年修订; 2011年."""
INTRODUCTION = """# What binds the bureau, and what carries it out

Written by `manage.py obligations` from `docs/obligations.csv`; do not edit it by hand. Each article of the
Administrative Penalty Law (2021) and of the Administrative Compulsion Law (2011), and each step of the procedure,
with the act, guard, term, paper or bar of the database that carries it out, or the reason why it is outside.
"""


@dataclass(frozen=True)
class Obligation:
    """carriers: `act:key`, `act:kind.key`, `guard:name`, `term:key`, `paper:key`, `limit:key`, `bar:name`.

    outside: why there is none.
    """

    law: str
    place: str
    duty: str
    carriers: tuple[str, ...]
    outside: str

    @property
    def article(self) -> int:
        return int("".join(takewhile_digits(self.place)) or 0)


def takewhile_digits(text: str) -> Iterator[str]:
    for character in text:
        if not character.isdigit():
            return
        yield character


class Command(BaseCommand):
    help = "Print where each article that binds the bureau is carried out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="name the gaps and fail")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = obligations()
        if not options["check"]:
            self.stdout.write(page(rows), ending="")
            return
        found = [*gaps(rows), *unknown(rows)]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(f"{len(rows)} obligations, each carried out or outside with a reason.")


def obligations(path: Path | None = None) -> list[Obligation]:
    with (path or Path(settings.BASE_DIR) / "docs" / "obligations.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Obligation(row["law"], row["place"], row["duty"], tuple(row["carriers"].split()), row["outside"])
            for row in csv.DictReader(lines)
        ]


def gaps(rows: list[Obligation]) -> Iterator[str]:
    """Articles without a line, and lines that name neither a carrier nor a reason (or both)."""
    for law, count in ARTICLES.items():
        there = {row.article for row in rows if row.law == law}
        yield from (f"{law} {number}: no line" for number in range(1, count + 1) if number not in there)
    for row in rows:
        if bool(row.carriers) == bool(row.outside):
            yield f"{row.law} {row.place}: needs either carriers or a reason why it is outside"


def unknown(rows: list[Obligation]) -> Iterator[str]:
    known = carriers()
    for row in rows:
        yield from (f"{row.law} {row.place}: there is no {one}" for one in row.carriers if one not in known)


def carriers() -> dict[str, str]:
    """Everything that can carry out an obligation, by its notation, with its Chinese name."""
    found = {f"guard:{guard.name}": str(guard.cure) for guard in ALWAYS}
    for machine in apps.get_models():
        for act in acts_of(machine).values():
            found[f"act:{_prefix(machine)}{act.key}"] = str(act.title)
            found |= {f"guard:{guard.name}": str(guard.cure) for guard in act.requires}
    found |= {f"bar:{rule.name}": str(rule.role) for rule in APART}
    found |= {f"term:{rule.key}": rule.title for rule in all_terms()}
    found |= {f"paper:{form.key}": form.title for form in all_forms()}
    found |= {f"limit:{limit.key}": limit.title for limit in all_limits()}
    return found


def _prefix(machine: type[Model]) -> str:
    """None for the case itself, the slug of a legal object, the name of any other model."""
    if machine is Case:
        return ""
    return f"{machine.slug if issubclass(machine, LegalObject) else machine._meta.model_name}."


def page(rows: list[Obligation]) -> str:
    with translation.override("zh-hans"):
        known = carriers()
    lines = [INTRODUCTION]
    for law in dict.fromkeys(row.law for row in rows):
        lines += [f"## {law}\n", "| Place | What it asks | Carried out by | Outside, because |", "|---|---|---|---|"]
        lines += [_line(row, known) for row in rows if row.law == law]
        lines.append("")
    return "\n".join(lines)


def _line(row: Obligation, known: dict[str, str]) -> str:
    carried = "<br>".join(f"{known.get(one, '?')} `{one}`" for one in row.carriers)
    place = print_citations(cite_all(f"{row.law}:{row.place}")).split("》")[-1] if row.law in ARTICLES else row.place
    return f"| {place} | {row.duty} | {carried} | {row.outside} |"
