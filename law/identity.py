"""Which papers show who a person is, and what may stand as their number?"""

import re
from dataclasses import dataclass
from datetime import date

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

RESIDENT = "resident"


class UnknownIdentityKind(KeyError):
    """No row of identity.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class IdentityKind:
    key: str
    title: str
    pattern: str
    example: str
    checked: bool
    """With the check digit of GB 11643 and the day of birth."""
    tells_sex: bool
    asks_nationality: bool
    prefixes: tuple[str, ...]
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None

    def fits(self, number: str) -> bool:
        return re.fullmatch(self.pattern, number) is not None


@cached_per_folder
def all_identity_kinds() -> tuple[IdentityKind, ...]:
    return tuple(_read(row) for row in toml_rows("identity", "identity"))


def identity_kinds(on: date) -> tuple[IdentityKind, ...]:
    return in_force(all_identity_kinds(), on)


def identity_kind(key: str, on: date) -> IdentityKind:
    """Raises UnknownIdentityKind."""
    for each in identity_kinds(on):
        if each.key == key:
            return each
    raise UnknownIdentityKind(f"{key} ({on.isoformat()})")


def kind_told_by(number: str, on: date) -> IdentityKind | None:
    """The kind that the first digits give away; None where they say nothing."""
    return next((one for one in identity_kinds(on) if one.prefixes and number.startswith(one.prefixes)), None)


def identity_title(key: str) -> str:
    """How papers name it, whatever the day: a party was identified by what it showed then."""
    found = [one.title for one in all_identity_kinds() if one.key == key]
    return found[-1] if found else key


def _read(row: Row) -> IdentityKind:
    where, pattern = row["where"], str(row.get("pattern", ""))
    try:
        re.compile(pattern)
    except re.error as reason:
        raise BadLawData(f"{where}: the pattern cannot be read: {reason}") from reason
    return IdentityKind(
        key=need(row, "key", where),
        title=need(row, "title", where),
        pattern=need(row, "pattern", where),
        example=need(row, "example", where),
        checked=bool(row.get("checked", False)),
        tells_sex=bool(row.get("sex", False)),
        asks_nationality=bool(row.get("nationality", False)),
        prefixes=tuple(row.get("prefixes", ())),
        certainty=need(row, "certainty", where),
        source=need(row, "source", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
