"""Can anybody report something without signing in, and read the answer, he alone and without being named?"""

import re
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from bureau.sample.story import Cast
from inspections.models import Informant, Source
from publicity.models import PublicReport
from publicity.reports import digest_of, find_report
from tests.publicity.conftest import signed_in

ASK, STATE = "/public/report/", "/public/report/state/"
NAME, PHONE = "苏莫日根", "13904759981"
CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}")
TYPED = {
    "kind": "report",
    "content": "货车夜里从旧桥上过，超载。",
    "place": "旧桥",
    "occurred_on": "2026-09-14",
    "plate": "蒙G·99831",
    "object_name": "",
    "name": NAME,
    "phone": PHONE,
    "wants_unknown": "on",
    "website": "",
}


@pytest.fixture(autouse=True)
def nobody_asked_before() -> None:
    cache.clear()


def page_code(client: Client) -> str:
    found = re.search(rf'name="code" value="({CODE.pattern})"', client.get(ASK).content.decode())
    assert found is not None
    return found.group(1)


def report(client: Client, **changed: str) -> tuple[str, str]:
    code = page_code(client)
    answer = client.post(ASK, TYPED | {"code": code} | changed)
    page = answer.content.decode()
    assert answer.status_code == 200 and code in page and answer["Cache-Control"] == "no-store", page
    return PublicReport.objects.latest("pk").number, code


def test_a_report_is_received_handled_and_its_answer_read_by_number_and_code(cast: Cast) -> None:
    anybody = Client()
    number, code = report(anybody)
    source = Source.objects.get()
    assert (source.channel, source.plate, source.registered_by, source.handler) == ("portal", "蒙G99831", None, None)
    assert source.reply_due_on == date(2026, 10, 12)  # 15 working days, by hand in tests/inspections/test_sources.py
    page = anybody.post(STATE, {"number": number, "code": code}).content.decode()
    assert "已收到，等待交办" in page and "2026年10月12日" in page
    assert TYPED["content"] not in page and NAME not in page and "99831" not in page
    head, handler = signed_in(cast, "郑海"), signed_in(cast, "李明")
    assert str(source) in head.get("/").content.decode()
    base = f"/inspections/sources/{source.pk}/"
    assert head.post(f"{base}assign/", {"handler": str(cast["李明"].pk)}).status_code == 302
    answered = {"reply": "已安排夜间检查。", "reply_by": "portal", "on": "2026-09-15"}
    assert handler.post(f"{base}reply/", answered).status_code == 302
    page = anybody.post(STATE, {"number": number.lower(), "code": code.replace("-", " ").lower()}).content.decode()
    assert "已答复" in page and "已安排夜间检查。" in page and NAME not in page


def test_only_both_together_open_it_and_a_wrong_one_says_the_same(cast: Cast) -> None:
    anybody = Client()
    (number, code), (other, _code) = report(anybody), report(anybody)
    said = {
        re.sub(r'value="[^"]*"', "", anybody.post(STATE, {"number": one, "code": two}).content.decode())
        for one, two in ((number, "AAAA-AAAA-AAAA-AAAA"), ("ABCDEFGH", code), (other, code), ("长" * 9, "\u202e"))
    }
    assert len(said) == 1 and "编号或者查询码不对" in said.pop()
    assert "填写编号。" in anybody.post(STATE, {}).content.decode()
    assert anybody.post(STATE, {"number": "x" * 500, "code": "\x00"}).status_code == 422
    kept = PublicReport.objects.get(number=number)
    assert code not in str(vars(kept)) and kept.code_digest == digest_of(code)
    assert find_report(number, code) == kept and find_report("", "") is None
    # The state has no address of its own, and looking by GET tells nothing.
    assert "收到日期" not in anybody.get(f"{STATE}?number={number}&code={code}").content.decode()


def test_sent_twice_it_is_one_report(cast: Cast) -> None:
    anybody = Client()
    code = page_code(anybody)
    pages = [anybody.post(ASK, TYPED | {"code": code}).content.decode() for _each in range(2)]
    number = PublicReport.objects.get().number
    assert Source.objects.count() == 1 and all(number in page for page in pages)
    anybody.post(ASK, TYPED | {"code": "1234"})
    assert PublicReport.objects.count() == 2 and not PublicReport.objects.filter(code_digest=digest_of("1234")).exists()


def test_one_may_stay_unknown_and_is_told_not_to_name_oneself(cast: Cast) -> None:
    anybody = Client()
    report(anybody, name="", phone="")
    assert not Informant.objects.exists()
    refused = anybody.post(ASK, TYPED | {"content": f"我是{NAME}，看见超载。"})
    assert refused.status_code == 422 and "这里写了您的姓名或者电话" in refused.content.decode()
    assert Source.objects.count() == 1


def test_machines_and_those_in_a_hurry_are_stopped(cast: Cast, settings: Any) -> None:
    settings.REPORTS_A_MINUTE = settings.REPORT_LOOKUPS_A_MINUTE = 2
    anybody = Client()
    trapped = anybody.post(ASK, TYPED | {"website": "https://example.org"})
    assert trapped.status_code == 422 and "挡住自动程序" in trapped.content.decode() and not Source.objects.exists()
    assert [anybody.post(ASK, TYPED).status_code for _each in range(3)] == [200, 200, 429]
    late = anybody.post(ASK, TYPED).content.decode()
    assert "提交得太快" in late and TYPED["content"] in late and Source.objects.count() == 2
    looked = [anybody.post(STATE, {"number": "ABCDEFGH", "code": "x"}).status_code for _each in range(3)]
    assert looked == [422, 422, 429]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"content": ""}, "填写发生了什么。"),
        ({"content": "长" * 5001}, "发生了什么："),
        ({"place": "x\x00"}, "在哪里："),
        ({"occurred_on": "2026-09-16"}, "日期还没有到。"),
        ({"occurred_on": "9999-99-99"}, "哪一天："),
        ({"plate": "？？？"}, "车牌号写成"),
        ({"kind": "hotline_12328"}, "要反映的是："),
        ({"name": "长" * 61}, "您的姓名："),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(changed: dict[str, str], said: str, cast: Cast) -> None:
    refused = Client().post(ASK, TYPED | {"object_name": "样例快达"} | changed)
    page = refused.content.decode()
    assert refused.status_code == 422 and said in page and "样例快达" in page and not Source.objects.exists()
