"""Which tables of people and certificates can be taken in at once, and what must be true of every row?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from officers.models import Certificate, Department, Officer
from officers.roles import Role
from officers.services import add_certificate, create_officer
from officers.tables import Column, Row, a_day, in_row, one_of, read_rows, twice

Text = str | Promise
Check = Callable[[dict[int, Row]], Iterator[str]]


@dataclass(frozen=True)
class Importer:
    """check() yields what is wrong between rows and with what is there already; take() writes all rows or none."""

    title: Text
    lead: Text
    columns: tuple[Column, ...]
    check: Check
    take: Callable[[list[Row], Officer], int]
    roles: frozenset[Role]

    def read(self, text: str) -> tuple[list[Row], list[str]]:
        """Rows only where nothing at all is wrong."""
        rows, faults = read_rows(text, self.columns)
        # A row that could not be read has nothing to be held against the others.
        faults = faults or list(self.check(rows))
        return ([], faults) if faults else (list(rows.values()), [])


def _units() -> dict[str, Department]:
    return {one.name: one for one in Department.objects.all()}


def _check_people(rows: dict[int, Row]) -> Iterator[str]:
    yield from twice(rows, lambda row: row["staff_number"], "工号")
    taken = set(
        Officer.objects.filter(staff_number__in=[one["staff_number"] for one in rows.values()]).values_list(
            "staff_number", flat=True
        )
    )
    units = _units()
    for number, row in rows.items():
        if row["staff_number"] in taken:
            yield in_row(number, "工号", _("这个工号已经有人使用。"))
        if row["department"] not in units:
            yield in_row(number, "部门", _("没有这个部门。现有：%(names)s。") % {"names": "、".join(units)})


@transaction.atomic
def _take_people(rows: list[Row], by: Officer) -> int:
    units = _units()
    for row in rows:
        said = row | {"department": units[row["department"]], "position": row["position"] or ""}
        # No password: the account opens when the system administrator sets one.
        create_officer(**said, password=None, by=by)
    return len(rows)


LEGAL = "法律职业资格证书"


def _series() -> dict[str, str]:
    """What may stand in the column: the words are fixed, whatever language the page is in."""
    return {"交通运输行政执法证": "ministry", "政府制发的行政执法证": "government", LEGAL: ""}


def _category() -> dict[str, str]:
    names = ("公路路政", "道路运政", "水路运政", "航道", "港口", "工程质量安全监督", "海事", "综合")
    return dict(zip(names, Certificate.Category.values, strict=True))


def _check_certificates(rows: dict[int, Row]) -> Iterator[str]:
    yield from twice(rows, lambda row: row["number"], "证号")
    people = _people(rows.values())
    numbers = [one["number"] for one in rows.values()]
    taken = set(Certificate.objects.filter(number__in=numbers).values_list("number", flat=True))
    for number, row in rows.items():
        found = people.get(row["staff_number"])
        if found is None:
            yield in_row(number, "工号", _("没有这个工号。"))
        elif found.name != row["name"]:
            yield in_row(number, "姓名", _("与工号不符，这个工号是另一个人。"))
        if row["number"] in taken:
            yield in_row(number, "证号", _("这个证号已经登记过。"))
        if row["valid_until"] and row["valid_until"] < row["valid_from"]:
            yield in_row(number, "有效期至", _("有效期止早于有效期起。"))


def _people(rows: Any) -> dict[str, Officer]:
    numbers = [one["staff_number"] for one in rows]
    return {one.staff_number: one for one in Officer.objects.filter(staff_number__in=numbers)}


@transaction.atomic
def _take_certificates(rows: list[Row], by: Officer) -> int:
    people = _people(rows)
    for row in rows:
        kind = Certificate.Kind.ENFORCEMENT if row["series"] else Certificate.Kind.LEGAL
        said = {name: row[name] for name in ("number", "issued_by", "valid_from", "valid_until", "series")}
        said |= {"kind": kind, "category": row["category"] or "", "area": row["area"] or ""}
        add_certificate(people[row["staff_number"]], by=by, **said)
    return len(rows)


NUMBER = Column("工号", "staff_number", gettext_lazy("每人一个，登录时用"), longest=20)
NAME = Column("姓名", "name", gettext_lazy("与身份证件一致"), longest=40)
IMPORTERS: dict[str, Importer] = {
    "people": Importer(
        gettext_lazy("导入人员"),
        gettext_lazy(
            "一行一人。导入后没有职务也没有密码，先重设密码，再由安全管理员授予职务。有一行不对，整张表都不导入。"
        ),
        (
            NUMBER,
            NAME,
            Column("部门", "department", gettext_lazy("照录已有的部门名称"), longest=40),
            Column("职务", "position", gettext_lazy("可不填"), required=False, longest=40),
        ),
        _check_people,
        _take_people,
        frozenset({Role.SYSTEM_ADMIN}),
    ),
    "certificates": Importer(
        gettext_lazy("导入证件"),
        gettext_lazy("一行一证；两种执法证都有的写两行。有一行不对，整张表都不导入。"),
        (
            NUMBER,
            NAME,
            Column(
                "证件",
                "series",
                gettext_lazy("交通运输行政执法证、政府制发的行政执法证或者法律职业资格证书"),
                one_of(_series()),
            ),
            Column("证号", "number", gettext_lazy("照录证件"), longest=40),
            Column("发证机关", "issued_by", gettext_lazy("照录证件"), longest=60),
            Column(
                "执法门类",
                "category",
                gettext_lazy("可不填；公路路政、道路运政、综合等"),
                one_of(_category()),
                required=False,
            ),
            Column("执法区域", "area", gettext_lazy("可不填"), required=False, longest=60),
            Column("有效期自", "valid_from", gettext_lazy("2026-03-10 这样"), a_day),
            Column("有效期至", "valid_until", gettext_lazy("长期有效不填"), a_day, required=False),
        ),
        _check_certificates,
        _take_certificates,
        frozenset({Role.ADMINISTRATOR}),
    ),
}
