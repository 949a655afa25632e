"""Which papers are there, who makes and signs each, and where does each of its fields come from?"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import translation

from cases.act import Act, acts_of
from cases.models import Case
from cases.objects import LegalObject
from documents.registry import FORMS
from documents.sources import KINDS, Source, field_names, parts, source_in_part, source_of
from law.forms import SIGNERS, FormRule, all_forms
from law.terms import all_terms

INTRODUCTION = """# The papers

Written by `manage.py papers` from `law/data/forms.toml`, the schemas and `documents/forms/sources.toml`, and the acts;
do not edit it by hand. First a list, then for each paper its fields in the order of the schema and where each comes from.
Nothing is typed twice: what says “case record” was entered before, what says “asked in” is entered in that act.
"""
VOLUMES = {"main": "main", "secondary": "secondary", "register": "register of the archive"}


class Command(BaseCommand):
    help = "Print the papers, their fields and where each field comes from."

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("zh-hans"):
            self.stdout.write(page(), ending="")


def page() -> str:
    acts = all_acts()
    lines = [INTRODUCTION, *_overview(), ""]
    for rule in all_forms():
        lines += [*_form(rule, acts), ""]
    lines += ["## Blocks that several papers share", ""]
    for name, block in parts().items():
        lines += [f"### {name}", "", *_fields((one, source_in_part(name, one)) for one in field_names(block)), ""]
    return "\n".join(lines)


def all_acts() -> dict[str, Act]:
    """Every act by its notation: key, or kind.key where it is an act of an object."""
    found: dict[str, Act] = {}
    for machine in apps.get_models():
        prefix = "" if machine is Case else f"{getattr(machine, 'slug', machine._meta.model_name)}."
        if machine is Case or issubclass(machine, LegalObject):
            found |= {f"{prefix}{key}": act for key, act in acts_of(machine).items()}
    return found


def _overview() -> Iterator[str]:
    yield "| No. | Title | Key | Series | Served | Sealed | Copies | Volume | Certainty |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for rule in sorted(all_forms(), key=lambda one: (one.ministry_no or 99, one.order)):
        served, sealed = ("yes" if flag else "" for flag in (rule.served, rule.sealed))
        cells = (rule.ministry_no or "", rule.title, f"`{rule.key}`", rule.series, served, sealed)
        yield "| " + " | ".join(map(str, (*cells, rule.copies, VOLUMES[rule.volume], rule.certainty))) + " |"


def _form(rule: FormRule, acts: dict[str, Act]) -> Iterator[str]:
    yield f"## {rule.title}{f'（文书式样之{rule.ministry_no}）' if rule.ministry_no else ''}"
    yield ""
    yield f"- key `{rule.key}`, basis {rule.basis}, certainty {rule.certainty}"
    made = [f"{act.title} `{key}`" for key, act in acts.items() if rule.key in (*act.drafts, *act.issues)]
    yield f"- made by: {'、'.join(made) or 'the binding of the dossier'}"
    yield f"- signed by: {'、'.join(SIGNERS[one] for one in rule.signers) or ('nobody, sealed' if rule.sealed else 'nobody')}"
    series = f"own series {rule.series}" if rule.series else "the case number"
    many = "; several in a case" if rule.many else ""
    yield f"- {'served' if rule.served else 'not served'}; copies: {rule.copies}; numbered by {series}{many}"
    yield f"- volume: {VOLUMES[rule.volume]}"
    yield from _terms("starts", rule.service_opens)
    yield from _terms("fulfils", rule.service_meets)
    if rule.versions:
        yield f"- editions: {'; '.join(_versions(rule))}"
    yield ""
    yield from _fields((name, source_of(rule.key, name)) for name in field_names(FORMS[rule.key].schema))


def _terms(verb: str, keys: tuple[str, ...]) -> Iterator[str]:
    titles = {term.key: term.title for term in all_terms()}
    if keys:
        yield f"- its service {verb}: {'、'.join(f'{titles[key]} `{key}`' for key in keys)}"


def _versions(rule: FormRule) -> Iterator[str]:
    for one in rule.versions:
        until = f" until {one.in_force_until}" if one.in_force_until else ""
        yield f"{one.name} (from {one.in_force_from}{until})"


def _fields(rows: Any) -> Iterator[str]:
    yield "| Field | From | What |"
    yield "|---|---|---|"
    for name, source in rows:
        yield f"| {name} | {_from(source)} | {source.what} |"


def _from(source: Source) -> str:
    acts = ", ".join(f"`{act}`" for act in source.acts)
    return f"{KINDS[source.kind]} {acts}".strip()
