"""Which papers are there, and how is each numbered, sealed, served and filed in the dossier?"""

from dataclasses import dataclass
from datetime import date

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

SIGNERS = {
    "handlers": "执法人员（承办人）",
    "party": "当事人或其代理人",
    "person": "被询问人、现场人员、受教育人",
    "witness": "见证人（被邀请人、监销人）",
    "attendants": "其他参加人",
    "recorder": "记录人",
    "chair": "听证主持人",
    "members": "听证员、出席人员",
    "unit_head": "经办机构负责人",
    "reviewer": "法制审核人员",
    "legal_unit": "法制工作机构负责人",
    "bureau_head": "行政机关负责人",
    "recipient": "收件人、领取人",
    "keeper": "保管人",
    "giver": "移交人",
    "taker": "接收人",
    "borrower": "借阅人",
    "approver": "批准人",
    "archivist": "档案人员",
    "compiler": "立卷人",
    "checker": "检查人",
    "arranger": "整理人",
}
"""Who can sign a paper; the values are for the generated page."""


class UnknownForm(KeyError):
    """forms.toml has no paper with this key."""


@dataclass(frozen=True)
class FormVersion:
    """One edition of a form, in force from its first to its last day."""

    name: str
    in_force_from: date
    in_force_until: date | None


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
    signers: tuple[str, ...] = ()
    """Who signs, in the order of the paper: keys of SIGNERS."""
    versions: tuple[FormVersion, ...] = ()
    """The editions of a ministry's form; an auxiliary paper has none."""

    def version_on(self, day: date) -> str:
        """The edition in force on a day; "" where the form knows no editions, or had none yet."""
        return next((each.name for each in in_force(self.versions, day)), "")


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
        signers=_signers(row),
        versions=tuple(_version(each, where) for each in row.get("versions", ())),
    )


def _signers(row: Row) -> tuple[str, ...]:
    signers = tuple(row.get("signers", ()))
    if unknown := [each for each in signers if each not in SIGNERS]:
        raise BadLawData(f"{row['where']}: nobody is called {', '.join(unknown)}")
    return signers


def _version(row: Row, where: str) -> FormVersion:
    return FormVersion(
        name=need(row, "name", where),
        in_force_from=as_date(need(row, "from", where), where),
        in_force_until=as_optional_date(row.get("until"), where),
    )
