"""Which conduct is forbidden, by which article, and what may it cost?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_noop as _

from law.citations import Citation, cite_all, print_citations
from law.loading import Row, as_date, as_optional_date, cached_per_folder, csv_rows, in_force, need


class PenaltyKind(models.TextChoices):
    """The kinds of 行政处罚法 9; labels stay Chinese on papers, pages translate them."""

    WARNING = "warning", _("警告")
    NOTICE_OF_CRITICISM = "notice_of_criticism", _("通报批评")
    FINE = "fine", _("罚款")
    CONFISCATE_INCOME = "confiscate_income", _("没收违法所得")
    CONFISCATE_GOODS = "confiscate_goods", _("没收非法财物")
    SUSPEND_LICENCE = "suspend_licence", _("暂扣许可证件")
    DOWNGRADE = "downgrade", _("降低资质等级")
    REVOKE = "revoke", _("吊销许可证件")
    RESTRICT = "restrict", _("限制开展生产经营活动")
    STOP = "stop", _("责令停产停业")
    CLOSE = "close", _("责令关闭")
    BAN = "ban", _("限制从业")
    OTHER = "other", _("其他行政处罚")


class UnknownViolation(KeyError):
    """No row of violations.csv with this code is in force on the day asked for."""


@dataclass(frozen=True)
class Violation:
    """One cause of action in one version. Amounts in yuan; None = the law names no fixed amount."""

    code: str
    domain: str
    name: str
    violated: tuple[Citation, ...]
    violated_text: str
    penalty: tuple[Citation, ...]
    penalty_text: str
    kinds: tuple[str, ...]
    """Values of PenaltyKind."""
    fine_min: Decimal | None
    fine_max: Decimal | None
    formula: str
    note: str
    in_force_from: date
    in_force_until: date | None
    correction: str = ""
    """What is ordered besides the penalty: 责令改正, 责令停止经营 …"""
    certainty: str = "S"
    """S: articles and amounts read in a source. R: recalled, to be checked before use."""


@cached_per_folder
def all_violations() -> tuple[Violation, ...]:
    return tuple(_read(row) for row in csv_rows("violations", "code"))


def violation(code: str, on: date) -> Violation:
    """The cause of action as it stood on a day. Raises UnknownViolation."""
    for each in in_force(all_violations(), on):
        if each.code == code:
            return each
    raise UnknownViolation(f"{code} ({on.isoformat()})")


def is_punishable(code: str, on: date) -> bool:
    """Whether the catalogue still has the conduct on a day, in whichever version (行政处罚法 37)."""
    return any(each.code == code for each in violations_in_force(on))


def violations_in_force(on: date) -> tuple[Violation, ...]:
    return in_force(all_violations(), on)


def search_violations(text: str, on: date) -> tuple[Violation, ...]:
    """Rows in force whose code, domain, conduct or articles contain every word of the text."""
    words = text.casefold().split()
    return tuple(each for each in violations_in_force(on) if all(word in _haystack(each) for word in words))


def _haystack(each: Violation) -> str:
    shorts = (citation.short for citation in (*each.violated, *each.penalty))
    texts = (each.code, each.domain, each.name, each.violated_text, each.penalty_text, *shorts)
    return "\n".join(texts).casefold()


def _read(row: Row) -> Violation:
    where = row["where"]
    violated, penalty = cite_all(row["violated"]), cite_all(row["penalty"])
    return Violation(
        code=need(row, "code", where),
        domain=row["domain"],
        name=row["name"],
        violated=violated,
        violated_text=row["violated_text"] or print_citations(violated),
        penalty=penalty,
        penalty_text=row["penalty_text"] or print_citations(penalty),
        kinds=tuple(PenaltyKind(kind).value for kind in row["kinds"].split(";") if kind),
        fine_min=Decimal(row["fine_min"]) if row["fine_min"] else None,
        fine_max=Decimal(row["fine_max"]) if row["fine_max"] else None,
        formula=row["formula"],
        note=row["note"],
        in_force_from=as_date(row["in_force_from"], where),
        in_force_until=as_optional_date(row["in_force_until"], where),
        correction=row["correction"],
        certainty=row["certainty"],
    )
