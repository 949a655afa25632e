"""A bureau with registers, an approved plan and a clock that stands in March."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from bureau.sample.identities import credit_code
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast
from inspections.draw_plans import approve, draft
from inspections.models import CheckItem, CheckObject, DrawPlan, InspectorTrade
from tests.publicity.conftest import undone_afterwards

NOW = datetime(2026, 3, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
SINCE = date(2026, 1, 5)
CLASSES = ("ordinary", "ordinary", "ordinary", "warned", "broken", "broken", "gravely_broken")
INSPECTORS = ("李明", "王强", "赵刚", "孙丽", "周勇", "吴敏")


@pytest.fixture(autouse=True)
def march() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=True) as travelled:
        yield travelled


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cast, DrawPlan]]:
    """Hired once a module; what a test changes is undone after it."""
    with django_db_blocker.unblock(), undone_afterwards(), time_machine.travel(NOW):
        cast = hire_everyone("quick")
        yield cast, approved_plan(cast)


@pytest.fixture
def cast(founded: tuple[Cast, DrawPlan], db: None) -> Cast:
    return founded[0]


@pytest.fixture
def plan(founded: tuple[Cast, DrawPlan], db: None) -> DrawPlan:
    return DrawPlan.objects.get(pk=founded[1].pk)


def approved_plan(cast: Cast) -> DrawPlan:
    """Seven repair shops, six inspectors, one item; drafted by 韩雪, approved by 卫国."""
    item = CheckItem.objects.create(
        number="WX-01", title="维修经营备案", trade="repair", basis="道路运输条例第四十条", listed_on=SINCE
    )
    for number, credit in enumerate(CLASSES, 1):
        CheckObject.objects.create(
            name=f"样例第{number}汽修厂", uscc=credit_code(700 + number), trade="repair", credit_class=credit,
            listed_on=SINCE,
        )  # fmt: skip
    for name in INSPECTORS:
        InspectorTrade.objects.create(officer=cast[name], trade="repair", listed_on=SINCE)
    made = DrawPlan(
        number="样交检〔2026〕3号", title="机动车维修双随机抽查", year=2026, trade="repair",
        begins_on=date(2026, 3, 1), ends_on=date(2026, 6, 30), lead=cast["李明"].department,
    )  # fmt: skip
    partners = [("生态环境局", "废机油和油漆的处置")]
    draft(made, items=[item.pk], partners=partners, by=cast["韩雪"], on=SINCE)
    approve(made, by=cast["卫国"], on=SINCE)
    return made


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client
