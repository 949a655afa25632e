"""How does a paper's content become JSON that is kept for decades, and come back exactly as it was?"""

import hashlib
import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from documents.registry import paper_form

type_hints = cache(get_type_hints)


class BadContent(ValueError):
    """Stored content does not fit the schema of its form; the message names the field."""


def to_json(content: Any) -> dict[str, Any]:
    """Plain JSON values: dates ISO, Decimal as string, tuples as lists."""
    return cast(dict[str, Any], _plain(content))


def from_json(form_key: str, data: Mapping[str, Any]) -> Any:
    """Raises BadContent for unknown, missing or mistyped fields, UnknownForm for an unknown key."""
    return _value(paper_form(form_key).schema, data, form_key)


def digest(data: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON, so equal content has an equal hash on every machine."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):  # datetime is a date
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int):
        return value
    raise BadContent(f"{type(value).__name__} has no place in a paper's content")


def _value(wanted: Any, data: Any, where: str) -> Any:
    if get_origin(wanted) in (Union, types.UnionType):
        if data is None:
            return None
        wanted = next(option for option in get_args(wanted) if option is not type(None))
    if get_origin(wanted) is tuple:
        if not isinstance(data, list):
            raise BadContent(f"{where}: a list is wanted")
        return tuple(_value(get_args(wanted)[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if is_dataclass(wanted):
        return _dataclass(cast(type, wanted), data, where)
    return _scalar(wanted, data, where)


def _dataclass(schema: type, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise BadContent(f"{where}: an object is wanted")
    known = {field.name: field for field in fields(schema)}
    if unknown := data.keys() - known.keys():
        raise BadContent(f"{where}: unknown field {', '.join(sorted(unknown))}")
    required = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    if missing := required - data.keys():
        raise BadContent(f"{where}: missing field {', '.join(sorted(missing))}")
    hints = type_hints(schema)
    return schema(**{name: _value(hints[name], item, f"{where}.{name}") for name, item in data.items()})


def _scalar(wanted: type, data: Any, where: str) -> Any:
    try:
        if wanted is datetime:
            return datetime.fromisoformat(data)
        if wanted is date:
            return date.fromisoformat(data)
        if wanted is Decimal:
            return Decimal(data)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise BadContent(f"{where}: {data!r} is no {wanted.__name__}") from error
    # bool is an int: a flag must not pass for a number, nor a number for a flag.
    if type(data) is not wanted:
        raise BadContent(f"{where}: {data!r} is no {wanted.__name__}")
    return data
