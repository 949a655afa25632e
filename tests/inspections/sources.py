"""A bureau in September 2026, what the hotline told it, and a weighing station that is fit to weigh."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast
from inspections.models import Equipment, Source
from tests.publicity.conftest import undone_afterwards

BASE = "/inspections/sources/"
NOW = datetime(2026, 9, 15, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
NAME, PHONE = "苏莫日根", "13904759981"
TOLD = "每天傍晚有货车超载从旧桥上过，桥面已经裂了。"
HOTLINE: dict[str, str] = {
    "kind": "hotline_12328",
    "channel": "platform",
    "received_at": "2026-09-15T08:30",
    "outside_number": "GD20260915-7",
    "grade": "ordinary",
    "is_lead": "yes",
    "content": TOLD,
    "occurred_on": "2026-09-14",
    "place": "S210 线 K32+500 旧桥",
    "plate": "蒙G99831",
    "object_name": "样例快达运输有限公司",
    "name": NAME,
    "phone": "139 0475-9981",
    "wants_unknown": "on",
}


@contextmanager
def bureau(blocker: Any) -> Iterator[Cast]:
    """Hired once for a module; each test still has its own transaction inside."""
    with blocker.unblock(), undone_afterwards(), time_machine.travel(NOW):
        yield hire_everyone("quick")


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


def tell(client: Client, **changed: str) -> Source:
    """One call to the hotline, written down."""
    answer = client.post(f"{BASE}new/", HOTLINE | changed)
    assert answer.status_code == 302, answer.content.decode()
    return Source.objects.latest("pk")


def do(client: Client, source: Source, key: str, **typed: Any) -> Any:
    answer = client.post(f"{BASE}{source.pk}/{key}/", typed)
    source.refresh_from_db()
    return answer


def weighing_station(cast: Cast) -> Equipment:
    """With all that article 41.1 asks for, since the spring."""
    spring = date(2026, 3, 2)
    station = Equipment.objects.create(
        number="CZ-01", kind="weighing", place="S210 线 K30 治超站", published_on=spring,
        published_where="旗人民政府网站", marked_on=spring, technical_on=spring, technical_by="样例计量院 王工",
        legal_on=spring, legal_by=cast["陈静"], legal_opinion="符合法定条件。",
    )  # fmt: skip
    station.certificates.create(
        number="JD-2026-18", issued_by="样例计量院", valid_from=spring, valid_until=date(2027, 3, 1)
    )
    return station
