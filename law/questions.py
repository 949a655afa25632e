"""Which questions are proposed for an interview, for whom and in which field, on a given day?"""

from dataclasses import dataclass
from datetime import date

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

AROUND = ("opening", "closing")


class UnknownBank(KeyError):
    """No bank of questions.toml with this key is in force on the day asked for."""


@dataclass(frozen=True)
class Bank:
    """Questions for one kind of person; without domains it fits every field of transport."""

    key: str
    title: str
    domains: tuple[str, ...]
    questions: tuple[str, ...]
    basis: str
    certainty: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_banks() -> tuple[Bank, ...]:
    return tuple(_read(row) for row in toml_rows("questions", "bank"))


def banks_for(domains: set[str], on: date) -> tuple[Bank, ...]:
    """What may be chosen in a case of these fields; the bank of a field comes before the general ones."""
    fitting = [one for one in in_force(all_banks(), on) if one.key not in AROUND and _fits(one, domains)]
    return tuple(sorted(fitting, key=lambda one: not one.domains))


def questions_of(key: str, on: date) -> tuple[str, ...]:
    """Opening, the bank, closing. Raises UnknownBank."""
    found = {one.key: one for one in in_force(all_banks(), on)}
    if key not in found:
        raise UnknownBank(f"{key} ({on.isoformat()})")
    around = {name: found[name].questions if name in found else () for name in AROUND}
    return (*around["opening"], *found[key].questions, *around["closing"])


def _fits(bank: Bank, domains: set[str]) -> bool:
    return not bank.domains or bool(domains & set(bank.domains))


def _read(row: Row) -> Bank:
    where = row["where"]
    return Bank(
        key=need(row, "key", where),
        title=need(row, "title", where),
        domains=tuple(row.get("domains", ())),
        questions=tuple(need(row, "questions", where)),
        basis=need(row, "basis", where),
        certainty=need(row, "certainty", where),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )
