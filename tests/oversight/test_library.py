"""Which regulation was in force on a day, which rules enforce it, and what did counsel say to whom?"""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bureau.sample.overload import found
from officers.models import CounselContract, Officer
from oversight import library_counted as counted
from oversight.enforced import rules_on
from oversight.library import Consultation, Regulation, add_version, repeal
from tests.promises.nasty import each_somewhere

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-03-10 02:00Z", tick=False):
        yield


@pytest.fixture
def cast(world: dict[str, Any]) -> dict[str, Officer]:
    return dict(world["cast"])


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def made(cast: dict[str, Officer], number: str, *begins: date) -> Regulation:
    regulation = Regulation.objects.create(number=number, title=f"{number}制度")
    for on in begins:
        add_version(regulation, text="内容。", document="", change="", in_force_from=on, by=cast["韩雪"])
    return regulation


def test_a_later_version_ends_the_one_before_and_the_list_is_as_of_a_day(cast: dict[str, Officer]) -> None:
    one = made(cast, "甲", date(2020, 1, 1), date(2020, 7, 1))
    two = made(cast, "乙", date(2020, 3, 1))
    three = made(cast, "丙", date(2020, 9, 1))
    repeal(two, last_day=date(2020, 8, 31), by_which=three)
    expected = {
        "2019-12-31": [],
        "2020-01-01": ["甲"],
        "2020-03-01": ["甲", "乙"],
        "2020-08-31": ["甲", "乙"],
        "2020-09-01": ["甲", "丙"],
    }
    for day, numbers in expected.items():
        on = date.fromisoformat(day)
        in_force = counted.regulations_in_force(on)
        assert sorted(row.number for row in in_force) == sorted(numbers), day
        page = desk(cast["李明"]).get(reverse("oversight:regulations"), {"on": day}).content.decode()
        assert f"有效的制度 {len(numbers)} 项" in page
    assert [row.in_force_until for row in one.versions.order_by("in_force_from")] == [date(2020, 6, 30), None]
    assert counted.regulations_revised(date(2020, 1, 1), date(2020, 12, 31)).count() == 4
    assert counted.regulations_revised(date(2020, 7, 1), date(2020, 8, 31)).count() == 1
    assert str(Regulation.objects.get(number="乙").repealed_by) == "《丙制度》"


def test_versions_follow_each_other(cast: dict[str, Officer]) -> None:
    one = made(cast, "甲", date(2020, 7, 1))
    with pytest.raises(ValidationError, match="须在它以后施行"):
        add_version(one, text="x", document="", change="", in_force_from=date(2020, 7, 1), by=cast["韩雪"])
    with pytest.raises(ValidationError, match="早于现行版本"):
        repeal(one, last_day=date(2020, 6, 30), by_which=None)
    repeal(one, last_day=date(2020, 12, 31), by_which=None)
    with pytest.raises(ValidationError, match="已经失效"):
        repeal(one, last_day=date(2021, 12, 31), by_which=None)


def test_the_administrator_enters_a_regulation_from_a_file_and_the_next_version_by_hand(
    cast: dict[str, Officer],
) -> None:
    keeper, address = desk(cast["韩雪"]), reverse("oversight:regulation-new")
    said = {"number": "制1", "name": "集体讨论制度", "in_force_from": "2026-01-01", "document": "", "change": ""}
    empty = keeper.post(address, said)
    assert empty.status_code == 422
    assert "选择正文文件，或者填写正文" in empty.content.decode()
    text = SimpleUploadedFile("x.txt", "第一条 重大案件集体讨论。".encode("gb18030"))
    assert keeper.post(address, said | {"file": text}).status_code == 302
    regulation = Regulation.objects.get()
    assert regulation.versions.get().text == "第一条 重大案件集体讨论。"
    again = keeper.post(address, said | {"text": "x"})
    assert "这个编号已经有一项制度" in again.content.decode()
    version = reverse("oversight:regulation-act", args=[regulation.pk, "version"])
    late = {"in_force_from": "2025-12-31", "text": "新正文不能丢", "document": "", "change": ""}
    refused = keeper.post(version, late)
    assert refused.status_code == 422
    assert "新正文不能丢" in refused.content.decode()
    assert keeper.post(version, late | {"in_force_from": "2026-03-01"}).status_code == 302
    assert regulation.versions.count() == 2
    assert desk(cast["李明"]).get(version).status_code == 404
    assert desk(cast["李明"]).get(reverse("oversight:regulation", args=[regulation.pk])).status_code == 200


def test_a_link_is_shown_from_both_sides(cast: dict[str, Officer]) -> None:
    regulation, keeper = made(cast, "甲", date(2020, 1, 1)), desk(cast["韩雪"])
    link = reverse("oversight:regulation-act", args=[regulation.pk, "link"])
    assert keeper.post(link, {"rule": "guard:no_such_guard"}).status_code == 422
    for rule in ("guard:handlers_hold_certificates", "item:V14"):
        assert keeper.post(link, {"rule": rule}).status_code == 302
    assert "已经关联过" in keeper.post(link, {"rule": "item:V14"}).content.decode()
    own = keeper.get(reverse("oversight:regulation", args=[regulation.pk])).content.decode()
    assert "更新证件或年度审验记录，或者更换承办人" in own
    assert reverse("oversight:item", args=["V14"]) in own
    by_rule = keeper.get(reverse("oversight:enforced")).content.decode()
    assert by_rule.count("《甲制度》") == 2
    item = keeper.get(reverse("oversight:item", args=["V14"]), {"begins": "2026-01-01", "ends": "2026-03-01"})
    assert "《甲制度》" in item.content.decode()
    unlink = reverse("oversight:regulation-act", args=[regulation.pk, "unlink"])
    assert keeper.post(unlink, {"link": regulation.links.get(rule="item:V14").pk}).status_code == 302
    assert keeper.get(reverse("oversight:enforced")).content.decode().count("《甲制度》") == 1


def test_every_rule_that_can_be_linked_has_a_name_and_the_review_items_a_page() -> None:
    rules = rules_on(TODAY)
    assert all(one.title for one in rules.values())
    assert "act:case.decide_penalty" in rules
    assert rules["item:V14"].url


def test_counsel_advises_within_the_contract_on_one_thing(cast: dict[str, Officer]) -> None:
    contract = CounselContract.objects.create(
        number="GW1", firm="样例所", lawyer="林律", begins=date(2026, 1, 1), ends=date(2026, 3, 9)
    )
    case = found(cast, TODAY, 1)
    said = {"asked_on": "2026-03-09", "contract": contract.pk, "question": "证据够不够？", "advice": "够，理由如下。"}
    address, reviewer = reverse("oversight:consultation-new"), desk(cast["陈静"])
    wrong = (
        ({"asked_on": "2026-03-10"}, "不在合同期内"),
        ({"counsel": cast["严律"].pk}, "只选一名"),
        ({"contract": ""}, "只选一名"),
        ({"case_number": "没有这个号"}, "没有这个案号"),
        ({"case_number": case.case.number, "regulation": made(cast, "甲", TODAY).pk}, "只选一样"),
    )
    for more, words in wrong:
        answer = reviewer.post(address, said | more)
        assert answer.status_code == 422, words
        assert words in answer.content.decode()
        assert "证据够不够？" in answer.content.decode()
    assert reviewer.post(address, said | {"case_number": case.case.number}).status_code == 302
    kept = Consultation.objects.get()
    assert (kept.case, kept.contract, kept.entered_by) == (case.case, contract, cast["陈静"])
    assert counted.consultations(date(2026, 3, 9), date(2026, 3, 9)).count() == 1
    assert counted.consultations(TODAY, TODAY).count() == 0
    assert desk(cast["李明"]).get(reverse("oversight:consultations")).status_code == 404
    assert "证据够不够" in desk(cast["韩雪"]).get(reverse("oversight:consultations")).content.decode()


def test_nothing_that_is_sent_breaks_a_form(cast: dict[str, Officer]) -> None:
    regulation, keeper = made(cast, "甲", date(2020, 1, 1)), desk(cast["韩雪"])
    forms = {
        "version": ("in_force_from", "document", "change", "text"),
        "repeal": ("last_day", "by_which"),
    }
    statuses = set()
    for key, fields in forms.items():
        address = reverse("oversight:regulation-act", args=[regulation.pk, key])
        statuses |= {keeper.post(address, said).status_code for said in each_somewhere(fields)}
    for key, said in (("link", {"rule": "\x00"}), ("unlink", {"link": "9" * 30})):
        statuses.add(keeper.post(reverse("oversight:regulation-act", args=[regulation.pk, key]), said).status_code)
    fields = ("asked_on", "contract", "counsel", "case_number", "regulation", "question", "advice")
    address = reverse("oversight:consultation-new")
    statuses |= {keeper.post(address, said).status_code for said in each_somewhere(fields)}
    days = ("\x00", "9999-12-31", "0001-01-01", "2026-02-30")
    statuses |= {keeper.get(reverse("oversight:regulations"), {"on": one}).status_code for one in days}
    assert statuses <= {200, 302, 422}
