"""What was reported to the sample bureau? A few sources at each stage, and a weighing station with two records."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import make_aware

from bureau.sample.story import Cast
from inspections.models import Equipment, Source
from inspections.sources import assign, close, decide, give_reply, register, tell
from inspections.sources_machines import take_in
from inspections.sources_table import Record

BRIDGE = {"place": "S210 线 K32+500 旧桥", "plate": "蒙G99831", "object_name": "样例快达运输有限公司"}


def report(cast: Cast, today: date) -> None:
    """One closed, one on its way, one that tells of the same thing, one for nobody yet."""
    done = _tell(cast, today, 12, kind="hotline_12328", channel="platform", content="货车在学校门口鸣笛、逆行。")
    _settle(done, cast, _at(today, 9))
    open_one = _tell(
        cast, today, 2, kind="report", channel="phone", content="傍晚有货车超载从旧桥上过，桥面已经裂了。", **BRIDGE
    )
    assign(open_one, cast["郑海"], _at(today, 1), handler=cast["李明"], department=cast["李明"].department)
    _tell(cast, today, 1, kind="hotline_other", channel="platform", content="旧桥上货车超载，桥面裂了。", **BRIDGE)
    _tell(
        cast, today, 4, kind="congress", channel="letter", content="建议增开样例镇到旗医院的客运班线。", is_lead=False
    )
    _weigh(cast, today)


def _at(today: date, ago: int) -> datetime:
    return make_aware(datetime.combine(today - timedelta(days=ago), time(8, 30)))


def _tell(cast: Cast, today: date, ago: int, **known: Any) -> Source:
    who = {"name": "样例反映人", "phone": f"047500000{ago:02d}", "wants_unknown": True}
    return register(officer=cast["郑海"], now=_at(today, ago), informant=who, received_at=_at(today, ago), **known)


def _settle(source: Source, cast: Cast, now: datetime) -> None:
    head, on = cast["郑海"], now.date()
    assign(source, head, now, handler=cast["李明"], department=cast["李明"].department)
    decide(source, head, now, decision="not_filed", reason="属公安机关交通管理职责，已告知拨打 122。", on=on)
    tell(source, cast["李明"], now, on=on)
    give_reply(source, cast["李明"], now, reply="经核查不属于交通运输部门职责，请拨打 122。", reply_by="phone", on=on)
    close(source, cast["李明"], now, on=on, closing_note="")


def _weigh(cast: Cast, today: date) -> None:
    since = today - timedelta(days=200)
    station = Equipment.objects.create(
        number="CZ-01", kind="weighing", place="S210 线 K30 治超站", model="样例动态称重系统", published_on=since,
        published_where="旗人民政府网站", marked_on=since, technical_on=since, technical_by="样例计量院", legal_on=since,
        legal_by=cast["陈静"], legal_opinion="符合设置和使用条件。",
    )  # fmt: skip
    station.certificates.create(
        number="JD-18", issued_by="样例计量院", valid_from=since, valid_until=today + timedelta(days=165)
    )
    weighed = (("R-1", "蒙G99831", 6, 61_200, 49_000), ("R-2", "辽A12345", 2, 19_500, 18_000))
    records = [
        Record(station, number, _at(today, 1), plate, "", axles, total, limit, "")
        for number, plate, axles, total, limit in weighed
    ]
    take_in(records, name="records.csv", data=b"sample", officer=cast["李明"], now=_at(today, 0))
