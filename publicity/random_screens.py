"""How do the list and the registers of random inspection read, in the reader's language?"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.screens.rows import Row
from inspections.models.registers import CreditClass, Trade

Shown = dict[str, Any]


def _shown(title: str, *facts: tuple[str, str]) -> Shown:
    return {"title": title, "facts": [Row(label, value) for label, value in facts if value]}


def _day(text: str) -> str:
    return date_format(date.fromisoformat(text))


def _trade(code: str) -> str:
    return str(Trade(code).label)


def _credit(code: str) -> str:
    return str(CreditClass(code).label)


def item(row: Shown) -> Shown:
    focus = _("重点检查事项") if row["is_focus"] else _("一般检查事项")
    return _shown(
        f"{row['number']} {row['title']}",
        (_("行业"), _trade(row["trade"])),
        (_("类别"), focus),
        (_("检查内容"), row["content"]),
        (_("检查依据"), row["basis"]),
        (_("列入日期"), _day(row["listed_on"])),
    )


def target(row: Shown) -> Shown:
    return _shown(
        row["name"],
        (_("名录号"), str(row["id"])),
        (_("统一社会信用代码"), row["uscc"]),
        (_("行业"), _trade(row["trade"])),
        (_("信用风险分类"), _credit(row["credit_class"])),
        (_("列入日期"), _day(row["listed_on"])),
    )


def person(row: Shown) -> Shown:
    return _shown(
        row["name"],
        (_("名录号"), str(row["id"])),
        (_("执法证号"), row["number"]),
        (_("可以检查的行业"), "、".join(_trade(one) for one in row["trades"])),
    )


def plan(row: Shown) -> Shown:
    shares = "，".join(
        f"{_credit(one)} {row['permille'][one] / 10:g}%" for one in CreditClass.values if one in row["permille"]
    )
    return _shown(
        f"{row['number']} {row['title']}",
        (_("行业"), _trade(row["trade"])),
        (_("抽查事项"), "\n".join(row["items"])),
        (_("抽查比例"), shares),
        (_("检查时间"), f"{_day(row['begins_on'])}—{_day(row['ends_on'])}"),
        (_("每个对象的检查人员数"), str(row["officers_per_object"])),
        (_("牵头部门"), row["lead"]),
        (_("联合部门"), "\n".join(row["partners"])),
        (_("批准日期"), _day(row["approved_on"])),
    )


def change(row: Shown) -> Shown:
    registers = {"item": _("抽查事项清单"), "object": _("检查对象名录库"), "person": _("执法检查人员名录库")}
    kinds = {"listed": _("列入"), "delisted": _("移出"), "credit": _("信用风险分类变动")}
    said = kinds[row["what"]]
    if row["what"] == "credit":
        said = _("信用风险分类由%(was)s改为%(became)s") % {"was": _credit(row["was"]), "became": _credit(row["became"])}
    return _shown(
        row["name"],
        (_("日期"), _day(row["on"])),
        (_("名录"), registers[row["register"]]),
        (_("行业"), _trade(row["trade"]) if "trade" in row else ""),
        (_("变动"), said),
        (_("理由"), row.get("reason", "")),
    )


SHOW: dict[str, Callable[[Shown], Shown]] = {
    "random-items": item,
    "random-objects": target,
    "random-people": person,
    "random-plans": plan,
    "random-changes": change,
}
