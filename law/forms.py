"""Which papers are there, and how is each numbered, sealed, served and filed in the dossier?"""

from dataclasses import dataclass

from law.loading import Row, cached_per_folder, need, toml_rows


class UnknownForm(KeyError):
    """forms.toml has no paper with this key."""


@dataclass(frozen=True)
class FormRule:
    key: str
    title: str
    ministry_no: int
    """The number among the ministry's 24 forms; 0 = an auxiliary paper."""
    series: str
    """The character of its own number series (罚, 通 …); empty = it carries only the case number."""
    served: bool
    sealed: bool
    per_party: bool
    copies: int
    """2 = the paper carries the line about two copies; 1 = it does not."""
    volume: str
    """main; secondary: for the bureau's eyes only; register: a paper of the archive itself, bound into neither."""
    order: int
    """Place in the dossier."""
    basis: str
    carries_case_number: bool = True
    many: bool = False
    """Whether a case (or a party) may have several of it, such as interview records."""
    asked: str = ""
    """When the law asks for it off the case's road: a condition of cases.screens.asked_papers; empty: as the road has it."""
    certainty: str = "S"
    service_opens: tuple[str, ...] = ()
    """The terms that its service starts for the party, on the day that counts as the day of service."""
    service_meets: tuple[str, ...] = ()
    """The terms of the party that its service fulfils."""
    direct_first: bool = False
    """Direct service must have been tried before any other manner (行政强制法 38)."""


@cached_per_folder
def _by_key() -> dict[str, FormRule]:
    rules = sorted((_read(row) for row in toml_rows("forms", "form")), key=lambda rule: rule.order)
    return {rule.key: rule for rule in rules}


def form_rule(key: str) -> FormRule:
    """Raises UnknownForm."""
    try:
        return _by_key()[key]
    except KeyError as reason:
        raise UnknownForm(key) from reason


def all_forms() -> tuple[FormRule, ...]:
    """In the order of the dossier."""
    return tuple(_by_key().values())


def _read(row: Row) -> FormRule:
    where = row["where"]
    return FormRule(
        key=need(row, "key", where),
        title=need(row, "title", where),
        ministry_no=int(row.get("ministry_no", 0)),
        series=row.get("series", ""),
        served=bool(row.get("served", False)),
        sealed=bool(row.get("sealed", False)),
        per_party=bool(row.get("per_party", False)),
        copies=int(row.get("copies", 1)),
        volume=row.get("volume", "main"),
        order=int(need(row, "order", where)),
        basis=row.get("basis", ""),
        carries_case_number=bool(row.get("carries_case_number", True)),
        many=bool(row.get("many", False)),
        asked=row.get("asked", ""),
        certainty=row.get("certainty", "S"),
        service_opens=tuple(row.get("service_opens", ())),
        service_meets=tuple(row.get("service_meets", ())),
        direct_first=bool(row.get("direct_first", False)),
    )
