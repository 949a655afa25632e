"""Where does each field of a paper come from: the case, an act that asks for it, a rule, a setting, a reckoning?"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from documents.content import type_hints
from documents.registry import FORMS

TABLE = Path(__file__).resolve().parent / "forms" / "sources.toml"
KINDS = {
    "case": "case record",
    "asked": "asked in",
    "computed": "computed",
    "law": "law data",
    "bureau": "setting of the bureau",
}


class UnknownSource(LookupError):
    """No row of sources.toml says where this field comes from, or the row cannot be read."""


@dataclass(frozen=True)
class Source:
    kind: str
    """A key of KINDS."""
    what: str
    acts: tuple[str, ...] = ()
    """Where it is asked: keys of acts, with the kind of the object before the dot where it is not the case's own."""


def source_of(form_key: str, field: str) -> Source:
    """Where the field of this form comes from. Raises UnknownSource."""
    table = _table()
    return _read(table["form"].get(form_key, {}).get(field) or table["shared"].get(field), f"{form_key}.{field}")


def source_in_part(part: str, field: str) -> Source:
    """The same for a block that several papers share, such as the party. Raises UnknownSource."""
    return _read(_table()["part"].get(part, {}).get(field), f"{part}.{field}")


def field_names(schema: type) -> list[str]:
    return [field.name for field in fields(schema)]


@cache
def parts() -> dict[str, type]:
    """Every block that stands inside a schema, by name."""
    found: dict[str, type] = {}
    waiting = [form.schema for form in FORMS.values()]
    while waiting:
        for hint in type_hints(waiting.pop()).values():
            new = {one.__name__: one for one in _dataclasses(hint) if one.__name__ not in found}
            found |= new
            waiting += new.values()
    return dict(sorted(found.items()))


def unreadable() -> Iterator[str]:
    """Each field without a source, and each row of the table that no field has any more."""
    table = _table()
    known = {key: set(field_names(form.schema)) for key, form in FORMS.items()}
    blocks = {name: set(field_names(block)) for name, block in parts().items()}
    yield from _without(known, source_of)
    yield from _without(blocks, source_in_part)
    yield from _stale(table["form"], known)
    yield from _stale(table["part"], blocks)
    yield from (f"shared.{name}" for name in table["shared"].keys() - set().union(*known.values()))


def _without(known: dict[str, set[str]], ask: Any) -> Iterator[str]:
    for key, names in known.items():
        for name in sorted(names):
            try:
                ask(key, name)
            except UnknownSource as reason:
                yield str(reason)


def _stale(table: dict[str, dict[str, str]], known: dict[str, set[str]]) -> Iterator[str]:
    for key, rows in table.items():
        yield from (f"{key}.{name}" for name in sorted(rows.keys() - known.get(key, set())))


def _dataclasses(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _dataclasses(inner)


def _read(row: str | None, where: str) -> Source:
    kind, _, rest = (row or "").partition(" ")
    if kind not in KINDS or not rest:
        raise UnknownSource(f"{where}: sources.toml does not say where it comes from")
    if kind != "asked":
        return Source(kind, rest)
    acts, _, what = rest.partition(" ")
    return Source(kind, what, tuple(acts.split(",")))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
