"""Is every declared act complete: actor, article, title, form, terms and papers that exist?"""

import os
import stat
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from cases.act import Act, acts_of
from cases.models import Case
from cases.objects import object_types
from cases.papers import BUILDERS
from cases.screens.asked_papers import CONDITIONS
from cases.states import State
from law.citations import BadCitation, cite_all
from law.forms import all_forms
from law.laws import law
from law.terms import all_terms


@register()
def check_procedure(**kwargs: Any) -> list[CheckMessage]:
    """Runs with ``manage.py check``."""
    machines: list[Any] = [Case, *object_types()]
    problems = [problem for machine in machines for problem in check_machine(machine)]
    return [*problems, *_check_lapses(), *_check_service()]


def check_machine(machine: Any) -> Iterator[CheckMessage]:
    """Every act of one legal object; the apps above the cases ask it for theirs."""
    states = {str(code) for code, _label in machine._meta.get_field("state").choices}
    for act in acts_of(machine).values():
        yield from check_act(act, states)


@register(Tags.security, deploy=True)
def record_is_noted_outside(**kwargs: Any) -> list[CheckMessage]:
    """Whoever owns the database could write the record anew: only what lies elsewhere shows it (decision 0011)."""
    folder: Path | None = settings.RECORD_OUTSIDE_DIR
    if folder is None:
        hint = "用 RECORD_OUTSIDE_DIR 指明另一台主机或者另一个账户的目录。"
        return [Warning("全过程记录的检查点没有写到系统以外。", hint=hint, id="cases.W001")]
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return [Warning(f"检查点写不到 {folder}。", hint="检查目录是否存在、能否写入。", id="cases.W002")]
    return []


@register(Tags.security, deploy=True)
def record_key_is_there(**kwargs: Any) -> list[CheckMessage]:
    path: Path = settings.RECORD_KEY_FILE
    if not path.exists():
        hint = "用 manage.py checkpoint --make-key 生成，或者用 RECORD_KEY_FILE 指明。"
        return [Warning(f"没有检查点的签名密钥 {path}。", hint=hint, id="cases.W003")]
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        return [Warning("检查点的签名密钥他人可读。", hint=f"chmod 600 {path}", id="cases.W004")]
    return []


def check_act(act: Act, states: set[str] = frozenset(State.values)) -> Iterator[CheckMessage]:  # type: ignore[assignment]
    def error(text: str, number: int) -> Error:
        return Error(f"Act {act.key}: {text}", id=f"cases.E{number:03}")

    if not act.by or not act.by.name:
        yield error("has no actor", 1)
    yield from (error(f"basis {act.basis!r}: {problem}", 2) for problem in _bad_citations(act.basis))
    for one in act.requires:
        yield from (error(f"guard {one.name}: {problem}", 2) for problem in _bad_citations(one.basis))
    known_terms = {rule.key for rule in all_terms()}
    for key in {*act.meets, *(opening.term for opening in act.opens)} - known_terms:
        yield error(f"term {key!r} is not in terms.toml", 3)
    known_forms = {rule.key for rule in all_forms()}
    for key in {*act.drafts, *act.issues}:
        if key not in known_forms or key not in BUILDERS:
            yield error(f"paper {key!r} has no form or no builder", 4)
    if act.asks and not _exists(act.asks):
        yield error(f"form {act.asks!r} does not exist", 5)
    for state in {*act.source, *act.targets} - {"*"}:
        if state not in states:
            yield error(f"state {state!r} is unknown", 6)


def _check_service() -> Iterator[CheckMessage]:
    """What the service of a paper starts and fulfils must be periods that there are."""
    known = {rule.key for rule in all_terms()}
    papers = {form.key for form in all_forms() if form.served}
    for act in acts_of(Case).values():
        for key in {*act.serves} - papers:
            yield Error(f"Act {act.key}: paper {key!r} is none that is served", id="cases.E004")
    for form in all_forms():
        for key in {*form.service_opens, *form.service_meets} - known:
            yield Error(f"Paper {form.key}: term {key!r} is not in terms.toml", id="cases.E003")
        if form.asked and form.asked not in CONDITIONS:
            yield Error(f"Paper {form.key}: asked when {form.asked!r}, which nobody can tell", id="cases.E009")


def _check_lapses() -> Iterator[CheckMessage]:
    """What the system does by itself at the end of a period must be an act that it may do."""
    for rule in all_terms():
        if not rule.lapse:
            continue
        slug, _dot, key = rule.lapse.partition(".")
        kind = next((one for one in object_types() if one.slug == slug), None)
        act = acts_of(kind).get(key) if kind else None
        if act is None or act.by.name != "system":
            yield Error(f"Term {rule.key}: {rule.lapse!r} is no act of the system", id="cases.E007")
        elif act.drafts or act.issues or act.opinion_on:
            yield Error(f"Act {rule.lapse}: the system signs no paper", id="cases.E008")


def _bad_citations(basis: str) -> Iterator[str]:
    try:
        for citation in cite_all(basis):
            law(citation.law)
    except (BadCitation, LookupError) as problem:
        yield str(problem)


def _exists(path: str) -> bool:
    module, _, name = path.rpartition(".")
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False
