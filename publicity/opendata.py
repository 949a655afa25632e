"""How do published decisions and results of inspections leave the portal as files, and what do their columns mean?"""

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import StringIO
from typing import Any
from xml.sax.saxutils import XMLGenerator

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from cases.act import Text
from law.inspections import result_titles
from publicity.register import Fate, PublishedDecision, PublishedInspection

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEWEST = 50


@dataclass(frozen=True)
class Column:
    """One column of the open data; the page of the dictionary and the files are made of the same list."""

    name: str
    title: Text
    meaning: Text
    form: Text
    value: Callable[[Any], str]


COLUMNS = (
    Column("number", _("文号"), _("行政处罚决定书文号，本机关内不重复"), _("文字"), lambda one: one.number),
    Column(
        "party",
        _("当事人"),
        _("单位为全称；个人只写姓氏，如“张某某”"),
        _("文字"),
        lambda one: one.party_name_public,
    ),
    Column(
        "party_type",
        _("当事人类别"),
        _("organisation 单位；person 个人，包括个体工商户"),
        _("代码"),
        lambda one: "person" if one.is_person else "organisation",
    ),
    Column("uscc", _("统一社会信用代码"), _("18 位；个人为空"), _("文字"), lambda one: one.uscc_public),
    Column("conduct", _("违法行为"), _("违法行为类型，几项之间用分号"), _("文字"), lambda one: one.conduct),
    Column("facts", _("违法事实"), _("隐去个人信息以后的事实"), _("文字"), lambda one: one.facts_public),
    Column("basis", _("处罚依据"), _("违反和据以处罚的条文"), _("文字"), lambda one: one.basis_public),
    Column(
        "kinds",
        _("处罚种类"),
        _("行政处罚法第九条的种类，几种之间用分号"),
        _("代码"),
        lambda one: one.kinds.strip(";"),
    ),
    Column("result", _("处罚结果"), _("处罚内容"), _("文字"), lambda one: one.result_public),
    Column("organ", _("处罚机关"), _("作出决定的机关全称"), _("文字"), lambda one: one.organ),
    Column("decided_on", _("决定日期"), _("作出决定之日"), _("日期"), lambda one: str(one.decided_on)),
    Column("published_on", _("公示日期"), _("开始公示之日"), _("日期"), lambda one: str(one.published_on)),
    Column(
        "public_until",
        _("公示至"),
        _("公示的最后一日，以后的文件里不再有"),
        _("日期"),
        lambda one: str(one.public_until),
    ),
    Column("fulfilment", _("履行情况"), _("罚没款是否缴清；没有的为空"), _("文字"), lambda one: one.fulfilment_public),
    Column("url", _("网址"), _("公示页的永久地址"), _("网址"), lambda one: page_url(one.slug)),
)


INSPECTION_COLUMNS = (
    Column("plan", _("抽查计划"), _("计划编号；计划以外的写“临时”或者“专项”"), _("文字"), lambda one: one.plan),
    Column("item", _("检查事项"), _("随机抽查事项清单上的事项"), _("文字"), lambda one: one.item),
    Column(
        "name",
        _("检查对象"),
        _("单位为全称；个人只写姓氏，如“张某某”"),
        _("文字"),
        lambda one: one.name_public,
    ),
    Column(
        "party_type",
        _("检查对象类别"),
        _("organisation 单位；person 个人"),
        _("代码"),
        lambda one: "person" if one.is_person else "organisation",
    ),
    Column("uscc", _("统一社会信用代码"), _("18 位；个人为空"), _("文字"), lambda one: one.uscc_public),
    Column("checked_on", _("检查日期"), _("检查之日"), _("日期"), lambda one: str(one.checked_on)),
    Column("organ", _("检查机关"), _("实施检查的机关全称"), _("文字"), lambda one: one.organ),
    Column("inspectors", _("检查人员证号"), _("两名检查人员的行政执法证号"), _("文字"), lambda one: one.inspectors),
    Column("result", _("检查结果"), _("见下面的代码"), _("代码"), lambda one: one.result),
    Column(
        "result_title",
        _("检查结果名称"),
        _("代码的名称"),
        _("文字"),
        lambda one: result_titles().get(one.result, one.result),
    ),
    Column("note", _("说明"), _("没有的为空"), _("文字"), lambda one: one.note),
    Column("follow_up", _("后续处理"), _("没有的为空"), _("文字"), lambda one: one.follow_up),
    Column("published_on", _("公示日期"), _("开始公示之日"), _("日期"), lambda one: str(one.published_on)),
    Column(
        "public_until",
        _("公示至"),
        _("公示的最后一日，以后的文件里不再有"),
        _("日期"),
        lambda one: str(one.public_until),
    ),
    Column("url", _("网址"), _("公示页的永久地址"), _("网址"), lambda one: inspection_url(one.slug)),
)


def inspection_url(slug: str) -> str:
    return settings.PUBLIC_BASE_URL + reverse("publicity:inspection", args=[slug])


def page_url(slug: str) -> str:
    return settings.PUBLIC_BASE_URL + reverse("publicity:decision", args=[slug])


def as_csv(rows: Iterable[Any], columns: Iterable[Column] = COLUMNS) -> bytes:
    """With a byte order mark, without which a spreadsheet would read the Chinese as something else."""
    target, listed = StringIO(), tuple(columns)
    target.write(BOM)
    writer = csv.writer(target)
    writer.writerow([one.name for one in listed])
    writer.writerows([inert(column.value(one)) for column in listed] for one in rows)
    return target.getvalue().encode()


def as_jsonl(rows: Iterable[Any], columns: Iterable[Column] = COLUMNS) -> bytes:
    """One decision, or one result, a line."""
    listed = tuple(columns)
    lines = ({column.name: column.value(one) for column in listed} for one in rows)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def withdrawn_as_json(rows: Iterable[PublishedDecision], inspections: Iterable[PublishedInspection]) -> bytes:
    """What whoever holds a copy of the data must take out of it, and why."""
    decided = [{"number": one.number, "url": page_url(one.slug), **_taken_back(one)} for one in rows]
    inspected = [{"plan": one.plan, "url": inspection_url(one.slug), **_taken_back(one)} for one in inspections]
    return json.dumps({"withdrawn": decided, "inspections": inspected}, ensure_ascii=False, indent=1).encode()


def _taken_back(one: PublishedDecision | PublishedInspection) -> dict[str, str]:
    return {"withdrawn_on": str(one.withdrawn_on), "reason": one.withdrawal_reason}


def as_atom(rows: Iterable[PublishedDecision], title: str) -> bytes:
    """The latest changes: what is new, and what was taken back and why."""
    home = settings.PUBLIC_BASE_URL + reverse("publicity:index")
    feed = Atom1Feed(
        title=title,
        link=home,
        description=title,
        language="zh-hans",
        feed_url=settings.PUBLIC_BASE_URL + reverse("publicity:feed"),
    )
    for one in rows:
        feed.add_item(**_entry(one))
    return feed.writeString("utf-8").encode()


def _entry(one: PublishedDecision) -> dict[str, Any]:
    gone = one.fate == Fate.WITHDRAWN
    name = f"{one.number}（已撤回）" if gone else f"{one.party_name_public}：{one.conduct}"
    text = one.withdrawal_reason if gone else f"{one.number}，{one.result_public}"
    return {
        "title": _printable(name),
        "link": page_url(one.slug),
        "description": _printable(text),
        "unique_id": page_url(one.slug),
        "pubdate": _noon(one.published_on),
        "updateddate": _noon(one.changed_on),
    }


def as_sitemap(rows: Iterable[PublishedDecision], inspections: Iterable[PublishedInspection]) -> bytes:
    """Pages that search engines may keep: those about natural persons are not among them."""
    target = StringIO()
    xml = XMLGenerator(target, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    pages: list[tuple[str, date | None]] = [
        (settings.PUBLIC_BASE_URL + reverse(f"publicity:{name}"), None)
        for name in ("index", "inspections", "before", "data")
    ]
    pages += [(page_url(one.slug), one.changed_on) for one in rows]
    pages += [(inspection_url(one.slug), one.changed_on) for one in inspections]
    for url, changed in pages:
        xml.startElement("url", {})
        for name, text in (("loc", url), ("lastmod", changed)):
            if text:
                xml.startElement(name, {})
                xml.characters(str(text))
                xml.endElement(name)
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return target.getvalue().encode()


def inert(text: str) -> str:
    """Nothing that a person typed becomes a formula in somebody's spreadsheet."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _printable(text: str) -> str:
    """XML has no control characters, and the feed no lines."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
