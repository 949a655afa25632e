"""Which tables of information and of services can be taken in at once, and what must be true of every row?"""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from law.information import channel_titles, channels_on
from officers.importing import Importer
from officers.models import Officer
from officers.roles import Role
from officers.tables import Column, Row, Unreadable, a_count, a_day, a_month, in_row, one_of, twice
from publicity.information import InformationItem, ServiceItem, ServiceMonth, keep_information

KINDS = {"行政许可": ServiceItem.Kind.LICENCE.value, "其他事项": ServiceItem.Kind.OTHER.value}
WRITERS = frozenset({Role.PUBLISHER, Role.ADMINISTRATOR})


def a_link(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError:
        raise Unreadable(_("写完整的网址，以 https:// 或者 http:// 开头。")) from None
    return value


def a_channel(value: str) -> str:
    """The law data may be changed while the installation runs, hence not a fixed list."""
    key: str = one_of({title: key for key, title in channel_titles().items()})(value)
    return key


def _check_information(rows: dict[int, Row]) -> Iterator[str]:
    yield from twice(rows, _same, "标题")
    days = {row["published_on"] for row in rows.values()}
    known = {
        (one.title, one.channel, one.published_on)
        for one in InformationItem.objects.filter(published_on__in=days, void_on=None)
    }
    today = timezone.localdate()
    for number, row in rows.items():
        if row["published_on"] > today:
            yield in_row(number, "公开日期", _("在今天以后。"))
        elif row["channel"] not in channels_on(row["published_on"]):
            yield in_row(number, "渠道", _("这一天没有这个渠道。"))
        if _same(row) in known:
            yield in_row(number, "标题", _("这条信息已经登记过。"))


def _same(row: Row) -> tuple[str, str, date]:
    return row["title"], row["channel"], row["published_on"]


def _take_information(rows: list[Row], by: Officer) -> int:
    return keep_information([row | {"link": row["link"] or ""} for row in rows], by)


def _check_services(rows: dict[int, Row]) -> Iterator[str]:
    yield from twice(rows, lambda row: (row["code"], row["month"]), "事项编码")
    codes = {row["code"] for row in rows.values()}
    items = {one.code: one for one in ServiceItem.objects.filter(code__in=codes)}
    loaded = ServiceMonth.objects.filter(item__code__in=codes, void_on=None)
    there = set(loaded.values_list("item__code", "month"))
    named: dict[str, tuple[str, str]] = {one.code: (one.name, one.kind) for one in items.values()}
    today = timezone.localdate()
    for number, row in rows.items():
        yield from (in_row(number, column, said) for column, said in _of_service(row, today))
        if (row["code"], row["month"]) in there:
            yield in_row(number, "月份", _("这个事项这个月已经导入过；有错的先作废这个月，再导入。"))
        if named.setdefault(row["code"], (row["name"], row["kind"])) != (row["name"], row["kind"]):
            yield in_row(number, "事项编码", _("这个编码是另一个名称或者类别的事项。"))


def _of_service(row: Row, today: date) -> Iterator[tuple[str, str]]:
    if row["month"] > today:
        yield "月份", _("在今天以后。")
    if row["on_time"] > row["handled"]:
        yield "按期办结数", _("大于办件数。")
    if row["satisfied"] > row["rated"]:
        yield "满意数", _("大于评价数。")
    if row["rated"] > row["handled"]:
        yield "评价数", _("大于办件数。")


@transaction.atomic
def _take_services(rows: list[Row], by: Officer) -> int:
    today = timezone.localdate()
    counts = ("month", "handled", "on_time", "rated", "satisfied")
    for row in rows:
        named = {"name": row["name"], "kind": row["kind"]}
        item, _made = ServiceItem.objects.get_or_create(code=row["code"], defaults=named)
        item.months.create(loaded_by=by, loaded_on=today, **{name: row[name] for name in counts})
    return len(rows)


INFORMATION = Importer(
    gettext_lazy("导入公开信息"),
    gettext_lazy("一行一条。有一行不对，整张表都不导入。"),
    (
        Column("标题", "title", gettext_lazy("照录公开的标题"), longest=200),
        Column("渠道", "channel", gettext_lazy("照录渠道名称"), a_channel, longest=40),
        Column("公开日期", "published_on", gettext_lazy("2026-03-10 这样"), a_day),
        Column("网址", "link", gettext_lazy("可不填"), a_link, required=False, longest=400),
    ),
    _check_information,
    _take_information,
    WRITERS,
)
SERVICES = Importer(
    gettext_lazy("导入政务服务办件"),
    gettext_lazy("每个事项每月一行，没有办件的写零。有一行不对，整张表都不导入。"),
    (
        Column("事项编码", "code", gettext_lazy("政务服务事项清单上的编码"), longest=40),
        Column("事项名称", "name", gettext_lazy("照录清单"), longest=120),
        Column("类别", "kind", gettext_lazy("“行政许可”或者“其他事项”"), one_of(KINDS)),
        Column("月份", "month", gettext_lazy("2026-03 这样"), a_month),
        Column("办件数", "handled", gettext_lazy("这个月办结的件数"), a_count),
        Column("按期办结数", "on_time", gettext_lazy("其中按期办结的"), a_count),
        Column("评价数", "rated", gettext_lazy("有“好差评”的件数"), a_count),
        Column("满意数", "satisfied", gettext_lazy("其中满意的"), a_count),
    ),
    _check_services,
    _take_services,
    WRITERS,
)
