"""How much was made public through which channel, and how many services were handled?"""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from officers.models import Officer
from publicity import information_counted as counted
from publicity.information import InformationItem, ServiceItem, ServiceMonth
from tests.promises.nasty import NASTY, each_somewhere

pytestmark = pytest.mark.django_db
YEAR = date(2020, 1, 1), date(2020, 12, 31)
ITEMS = "标题,渠道,公开日期,网址\n"
SERVICES = "事项编码,事项名称,类别,月份,办件数,按期办结数,评价数,满意数\n"


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2021-01-10 02:00Z", tick=False):
        yield


@pytest.fixture
def cast() -> dict[str, Officer]:
    return hire_everyone()


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(officer: Officer, key: str, text: str) -> tuple[int, str]:
    answer = desk(officer).post(reverse("publicity:information-import", args=[key]), {"text": text})
    return answer.status_code, answer.content.decode()


def test_a_year_of_information_is_counted_by_channel(cast: dict[str, Officer]) -> None:
    rows = [f"消息{number},政务服务网,2020-{number % 12 + 1:02}-15," for number in range(100)]
    rows += [f"消息{number},政务新媒体账号,2020-12-31,https://example.org/{number}" for number in range(81)]
    rows += ["前一年,政务服务网,2019-12-31,", "后一年,政务服务网,2021-01-01,"]
    assert send(cast["秦芳"], "items", ITEMS + "\n".join(rows))[0] == 302
    # As in the bureau's report of 2020: 181 pieces.
    assert counted.information(*YEAR).count() == 181
    assert counted.information_by_channel(*YEAR) == {"政务服务网": 100, "政务新媒体账号": 81}
    page = desk(cast["卫国"]).get(reverse("publicity:information"), {"year": 2020}).content.decode()
    assert '<td data-label="条数">181</td>' in page


def test_an_entry_that_was_wrong_no_longer_counts_and_can_be_entered_anew(cast: dict[str, Officer]) -> None:
    publisher, address = desk(cast["秦芳"]), reverse("publicity:information-new")
    said = {"title": "年报", "channel": "government_site", "published_on": "2020-05-06", "link": ""}
    assert publisher.post(address, said).status_code == 302
    twice = publisher.post(address, said)
    assert twice.status_code == 422
    assert "这条信息已经登记过" in twice.content.decode()
    void = reverse("publicity:information-void", args=[InformationItem.objects.get().pk])
    assert publisher.post(void, {}).status_code == 422
    assert publisher.post(void, {"sure": "on"}).status_code == 302
    assert counted.information(*YEAR).count() == 0
    assert publisher.post(void, {"sure": "on"}).status_code == 404
    assert publisher.post(address, said).status_code == 302
    assert desk(cast["卫国"]).get(address).status_code == 404


BAD_ITEMS = [
    ("年报,广场喇叭,2020-05-06,", "第 2 行“渠道”：写这几种之一：政府网站、政务服务网"),
    ("年报,政府网站,2021-01-11,", "第 2 行“公开日期”：在今天以后。"),
    ("年报,政府网站,2018-01-11,", "第 2 行“渠道”：这一天没有这个渠道。"),
    ("年报,政府网站,2020-05-06,javascript:alert(1)", "第 2 行“网址”：写完整的网址"),
    (",政府网站,2020-05-06,", "第 2 行“标题”：没有填写。"),
    ("好的,政府网站,2020-05-06,", "第 3 行“标题”：与第 2 行重复。"),
]


@pytest.mark.parametrize(("row", "said"), BAD_ITEMS)
def test_one_wrong_row_and_no_information_is_taken(cast: dict[str, Officer], row: str, said: str) -> None:
    status, page = send(cast["秦芳"], "items", f"{ITEMS}{row}\n好的,政府网站,2020-05-06,\n")
    assert status == 422
    assert said in page
    assert not InformationItem.objects.exists()


def test_the_services_of_a_year_are_counted_by_kind_on_time_and_to_satisfaction(cast: dict[str, Officer]) -> None:
    # 27 licences and 26 others; 280 and 3,083 handled, all on time, all who said something satisfied (report of 2020).
    rows = [f"X{n:02},许可{n},行政许可,2020-01,{10 if n else 20},{10 if n else 20},5,5" for n in range(27)]
    rows += [f"Q{n:02},事项{n},其他事项,2020-06,{100 if n else 583},{100 if n else 583},0,0" for n in range(26)]
    assert send(cast["秦芳"], "services", SERVICES + "\n".join(rows))[0] == 302
    assert counted.service_items().count() == 53
    assert counted.service_items("licence").count() == 27
    licences, others = counted.services_handled(*YEAR, "licence"), counted.services_handled(*YEAR, "other")
    assert (licences.handled, others.handled, counted.services_handled(*YEAR).handled) == (280, 3083, 3363)
    assert (licences.on_time_percent, licences.satisfied_percent) == (100.0, 100.0)
    assert others.satisfied_percent is None  # nobody said anything
    assert counted.services_handled(date(2020, 2, 1), date(2020, 5, 31)).handled == 0
    page = desk(cast["韩雪"]).get(reverse("publicity:services"), {"year": 2020}).content.decode()
    assert "3363" in page


BAD_SERVICES = [
    ("A1,许可,行政许可,2020-13,1,1,1,1", "第 2 行“月份”：月份写成 2026-03 这样。"),
    ("A1,许可,行政许可,2021-02,1,1,1,1", "第 2 行“月份”：在今天以后。"),
    ("A1,许可,处罚,2020-01,1,1,1,1", "第 2 行“类别”：写这几种之一：行政许可、其他事项。"),
    ("A1,许可,行政许可,2020-01,一,1,1,1", "第 2 行“办件数”：写零或者正整数，不写单位。"),
    ("A1,许可,行政许可,2020-01,1,2,1,1", "第 2 行“按期办结数”：大于办件数。"),
    ("A1,许可,行政许可,2020-01,2,2,1,2", "第 2 行“满意数”：大于评价数。"),
    ("A1,许可,行政许可,2020-01,2,2,3,3", "第 2 行“评价数”：大于办件数。"),
    ("B1,好的,其他事项,2020-01,1,1,1,1", "第 3 行“事项编码”：与第 2 行重复。"),
    ("B1,别的名称,其他事项,2020-02,1,1,1,1", "第 3 行“事项编码”：这个编码是另一个名称或者类别的事项。"),
]


@pytest.mark.parametrize(("row", "said"), BAD_SERVICES)
def test_one_wrong_row_and_no_month_is_taken(cast: dict[str, Officer], row: str, said: str) -> None:
    status, page = send(cast["秦芳"], "services", f"{SERVICES}{row}\nB1,好的,其他事项,2020-01,1,1,1,1\n")
    assert status == 422
    assert said in page
    assert not ServiceItem.objects.exists()


def test_a_month_is_loaded_once_until_it_is_void(cast: dict[str, Officer]) -> None:
    row = "B1,好的,其他事项,2020-01,7,7,1,1\n"
    assert send(cast["秦芳"], "services", SERVICES + row)[0] == 302
    status, page = send(cast["秦芳"], "services", SERVICES + row)
    assert status == 422
    assert "这个事项这个月已经导入过" in page
    void = reverse("publicity:service-month-void", args=[2020, 1])
    assert desk(cast["秦芳"]).post(void, {"sure": "on"}).status_code == 302
    assert counted.services_handled(*YEAR).handled == 0
    assert send(cast["秦芳"], "services", SERVICES + row.replace("7,7", "6,5"))[0] == 302
    assert counted.services_handled(*YEAR).handled == 6
    assert ServiceMonth.objects.count() == 2  # the wrong one is kept
    assert desk(cast["秦芳"]).get(reverse("publicity:service-month-void", args=[2020, 13])).status_code == 404


def test_nothing_that_is_sent_breaks_a_page(cast: dict[str, Officer]) -> None:
    publisher, address = desk(cast["秦芳"]), reverse("publicity:information-new")
    fields = ("title", "channel", "published_on", "link")
    statuses = {publisher.post(address, said).status_code for said in each_somewhere(fields)}
    for year in ("\x00", "1e999", "99999999999999999999", "-1", "2020"):
        for name in ("publicity:information", "publicity:services"):
            statuses.add(publisher.get(reverse(name), {"year": year}).status_code)
    rows = "".join(
        f'"{one}",x,其他事项,"{one}","{one}",1,1,1\n' for one in NASTY if len(one) < 50_000 and '"' not in one
    )
    statuses |= {
        send(cast["秦芳"], "services", text)[0] for text in (SERVICES + rows.replace("\x00", ""), rows, "\x00")
    }
    assert statuses <= {200, 422}
