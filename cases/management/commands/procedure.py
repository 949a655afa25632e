"""Which acts does the procedure consist of, in which order, on which article? Printed from the declarations."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import models
from django.utils import translation

from cases.act import ANY, Act, Guard, acts_of
from cases.states import STAGE_OF, State
from law.citations import cite_all, print_citations
from law.forms import form_rule
from law.terms import TermRule, all_terms

UNITS = {
    "working": ("working day", "working days"),
    "calendar": ("calendar day", "calendar days"),
    "months": ("month", "months"),
    "hours": ("hour", "hours"),
}
EVERYWHERE = "Anywhere"
INTRODUCTION = """# The procedure

Written by `manage.py procedure --format md` from the declarations in `cases/procedure/`; do not edit it by hand.
Titles, papers and cures are the law's words. What an act requires is enforced in `cases.services.perform()`.
"""


@dataclass(frozen=True)
class Machine:
    """A legal object with a life of its own: the case first, then whatever belongs to it."""

    name: str
    states: dict[str, str]
    acts: tuple[Act, ...]

    def label(self, state: str) -> str:
        return self.states.get(state, "any state")

    def section(self, act: Act) -> str:
        """The stage in which the act first becomes possible."""
        if ANY in act.source:
            return EVERYWHERE
        return stage_of(self, act.source[0])

    def sections(self) -> list[str]:
        return [*dict.fromkeys(stage_of(self, state) for state in self.states), EVERYWHERE]


class Command(BaseCommand):
    help = "Print the procedure: every act with article, actor, guards, terms and papers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=("md", "json", "dot"), default="md")

    def handle(self, *args: Any, **options: Any) -> None:
        write = {"md": markdown, "json": as_json, "dot": dot}[options["format"]]
        with translation.override("zh-hans"):
            self.stdout.write(write(machines()), ending="")


def machines() -> list[Machine]:
    """Every model that declares acts, the case before the others."""
    found = [model for model in apps.get_models() if acts_of(model)]
    found.sort(key=lambda model: (model.__name__ != "Case", model._meta.label))
    return [machine_of(model) for model in found]


def machine_of(model: type[models.Model]) -> Machine:
    choices = getattr(model._meta.get_field("state"), "choices", None) or ()
    states = {str(code): str(label) for code, label in choices}
    return Machine(model.__name__, states, tuple(acts_of(model).values()))


def stage_of(machine: Machine, state: str) -> str:
    return str(STAGE_OF[State(state)].label) if machine.name == "Case" else machine.label(state)


# --- Markdown ---------------------------------------------------------------------------------------
def markdown(found: list[Machine]) -> str:
    return "\n".join([INTRODUCTION, *(line for machine in found for line in _chapter(machine))]) + "\n"


def _chapter(machine: Machine) -> Iterator[str]:
    yield f"## {machine.name}\n"
    yield from _state_table(machine)
    for section in machine.sections():
        acts = [act for act in machine.acts if machine.section(act) == section]
        if acts:
            yield f"### {section}\n"
            for act in acts:
                yield from _act(machine, act)


def _state_table(machine: Machine) -> Iterator[str]:
    yield "| State | Code | Stage | Left by |"
    yield "|---|---|---|---|"
    for code, name in machine.states.items():
        leaving = ", ".join(f"`{act.key}`" for act in machine.acts if act.moves and code in act.source)
        yield f"| {name} | `{code}` | {stage_of(machine, code)} | {leaving or '—'} |"
    yield ""


def _act(machine: Machine, act: Act) -> Iterator[str]:
    yield f"#### {act.title} `{act.key}`\n"
    if act.explains:
        yield f"{act.explains}\n"
    yield f"- Basis: {print_citations(cite_all(act.basis))}"
    yield f"- From: {', '.join(machine.label(one) for one in act.source)}"
    yield f"- To: {', '.join(machine.label(one) for one in act.targets) or 'unchanged'}"
    yield f"- By: {act.by.title}"
    yield from (f"- Requires: {_guard(one)}" for one in act.requires)
    yield from (f"- Opens: {_term(one.term)}{' (where it applies)' if one.when else ''}" for one in act.opens)
    yield from (f"- Ends: {_term(key)}" for key in act.meets)
    yield from (line for key in act.serves for line in _service(key))
    yield from (f"- Drafts: {form_rule(key).title} `{key}`" for key in act.drafts)
    yield from (f"- Issues: {form_rule(key).title} `{key}`" for key in act.issues)
    yield ""


def _service(key: str) -> Iterator[str]:
    form = form_rule(key)
    yield f"- Serves: {form.title} `{key}`"
    yield from (f"- Service opens: {_term(term)}" for term in form.service_opens)
    yield from (f"- Service ends: {_term(term)}" for term in form.service_meets)


def _guard(one: Guard) -> str:
    who = f"（{one.cure_by}）" if one.cure_by else ""
    return f"`{one.name}` {print_citations(cite_all(one.basis))}: {one.cure}{who}"


def _term(key: str) -> str:
    rule = _newest(key)
    one, many = UNITS[str(rule.unit)]
    return f"{rule.title} `{key}`, {rule.length} {one if rule.length == 1 else many}"


def _newest(key: str) -> TermRule:
    """The page shows the law as it stands in the data, not as it stands on the day of printing."""
    return max((rule for rule in all_terms() if rule.key == key), key=lambda rule: rule.in_force_from)


# --- JSON and Graphviz ------------------------------------------------------------------------------
def as_json(found: list[Machine]) -> str:
    described = [
        {"machine": one.name, "states": one.states, "acts": [_described(one, act) for act in one.acts]} for one in found
    ]
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _described(machine: Machine, act: Act) -> dict[str, Any]:
    return {
        "key": act.key,
        "title": str(act.title),
        "stage": machine.section(act),
        "basis": act.basis,
        "source": list(act.source),
        "targets": list(act.targets),
        "actor": {"name": act.by.name, "title": str(act.by.title)},
        "requires": [{"name": one.name, "basis": one.basis, "cure": str(one.cure)} for one in act.requires],
        "opens": [one.term for one in act.opens],
        "meets": list(act.meets),
        "serves": list(act.serves),
        "drafts": list(act.drafts),
        "issues": list(act.issues),
        "exit": act.exit,
    }


def dot(found: list[Machine]) -> str:
    lines = ["digraph procedure {", "  rankdir=TB;", '  node [shape=box, style="rounded"];']
    for machine in found:
        lines += [f"  subgraph cluster_{machine.name} {{", f'    label="{machine.name}";']
        lines += [f'    {machine.name}_{code} [label="{name}"];' for code, name in machine.states.items()]
        lines += [f"    {edge}" for act in machine.acts for edge in _edges(machine, act)]
        lines.append("  }")
    return "\n".join([*lines, "}"]) + "\n"


def _edges(machine: Machine, act: Act) -> Iterator[str]:
    style = ", style=dashed" if act.exit else ""
    for source in act.source if ANY not in act.source else machine.states:
        for target in act.targets:
            yield f'{machine.name}_{source} -> {machine.name}_{target} [label="{act.title}"{style}];'
