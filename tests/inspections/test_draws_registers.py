"""Do registers change with their day and reason only, and does a table come in whole or not at all?"""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast
from inspections.draw_registers import CannotKeep, end_recusal, keep_away, reclassify, take_off
from inspections.draws import open_draw
from inspections.draws_table import (
    ITEM_COLUMNS,
    OBJECT_COLUMNS,
    items_as_table,
    objects_as_table,
    read_items,
    read_objects,
)
from inspections.models import CheckItem, CheckObject, CreditChange, DrawPlan, InspectorTrade, Recusal
from inspections.pools import pool_of
from officers.models import Certificate
from publicity.register import PublishedSheet
from tests.inspections.conftest import TODAY, signed_in

BASE = "/inspections/draws/"
FIRM = ("样例新开汽修厂", credit_code(801), "机动车维修", "警示", "否", "于厂长", "0475-1", "样例镇")
PERSON = ("张铁柱", "", "机动车维修", "", "是", "", "", "")
ITEM = ("WX-02", "维修质量", "竣工出厂检验", "机动车维修", "道路运输条例第四十四条", "是")


def table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    return "\n".join(",".join(row) for row in (columns, *rows)) + "\n"


def changed(row: tuple[str, ...], place: int, value: str) -> tuple[str, ...]:
    return (*row[:place], value, *row[place + 1 :])


def faults(*rows: tuple[str, ...]) -> list[str]:
    return [str(one) for one in read_objects(table(OBJECT_COLUMNS, *rows))[1]]


def send(client: Client, what: str, text: str) -> Any:
    return client.post(f"{BASE}{what}/import/", {"file": SimpleUploadedFile("x.csv", text.encode("gb18030"))})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (changed(FIRM, 0, ""), "第 2 行“名称”：没有填写。"),
        (changed(FIRM, 0, "汉" * 121), "第 2 行“名称”：超过 120 个字。"),
        (changed(FIRM, 1, credit_code(801)[:-1] + "0"), "第 2 行“统一社会信用代码”：统一社会信用代码的校验位不对"),
        (changed(FIRM, 1, ""), "第 2 行“统一社会信用代码”：单位须填写。"),
        (changed(FIRM, 2, "修车"), "第 2 行“行业”：写这几种之一：道路客运、城市公交"),
        (changed(FIRM, 3, "很好"), "第 2 行“信用风险分类”：写这几种之一：守信、一般、警示、失信、严重失信。"),
        (changed(FIRM, 4, "不"), "第 2 行“个人”：写这几种之一：是、否。"),
        (changed(PERSON, 1, identity_number(date(1985, 2, 17), 1)), "个人不填代码，也不写身份证件号。"),
        (changed(FIRM, 5, "于\u200b厂长"), "第 2 行“联系人”：有看不见的字符"),
        ((*FIRM, "多一格"), "第 2 行：比表头多出几格"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(row: tuple[str, ...], said: str, cast: Cast) -> None:
    assert [said in one for one in faults(row)] == [True]


@pytest.mark.parametrize(("on", "reason"), [(None, "注销"), (TODAY, ""), (date(2020, 1, 1), "注销")])
def test_the_database_lets_nothing_leave_without_day_and_reason(
    on: date | None, reason: str, cast: Cast, plan: DrawPlan
) -> None:
    with pytest.raises(IntegrityError, match="leaves_its_register"), transaction.atomic():
        CheckObject.objects.update(delisted_on=on, delisting_reason=reason)


def test_twice_in_the_table_or_in_the_register_is_said(cast: Cast, plan: DrawPlan) -> None:
    assert faults(FIRM, FIRM) == ["第 3 行“统一社会信用代码”：与第 2 行重复。"]
    known = CheckObject.objects.earliest("pk")
    assert "已经列入名录库" in faults(changed(FIRM, 1, known.uscc))[0]
    assert faults(changed(changed(FIRM, 1, known.uscc), 2, "驾驶员培训")) == []
    text = table(ITEM_COLUMNS, ITEM, changed(ITEM, 0, "WX-01"), ITEM)
    assert [str(one) for one in read_items(text)[1]] == [
        "第 3 行“事项编号”：这个编号已经用过；移出的事项也不能再用原来的编号。",
        "第 4 行“事项编号”：与第 2 行重复。",
    ]


def test_one_bad_row_and_nothing_is_taken_but_the_text_comes_back(cast: Cast, plan: DrawPlan) -> None:
    client, before = signed_in(cast, "韩雪"), CheckObject.objects.count()
    refused = send(client, "objects", table(OBJECT_COLUMNS, FIRM, changed(PERSON, 2, "修车")))
    page = refused.content.decode()
    assert refused.status_code == 422 and CheckObject.objects.count() == before
    assert "有 1 处要改，一行也没有导入" in page and "第 3 行“行业”" in page and "样例新开汽修厂" in page
    good = client.post(f"{BASE}objects/import/", {"text": table(OBJECT_COLUMNS, FIRM, PERSON)})
    assert good.status_code == 302 and CheckObject.objects.count() == before + 2
    assert send(client, "items", table(ITEM_COLUMNS, ITEM)).status_code == 302
    for bad in ("", "PK\x03\x04\0", 'a,"b', "名称\n", ",".join(OBJECT_COLUMNS)):
        assert send(client, "objects", bad).status_code == 422, bad


def test_what_is_exported_can_be_imported(cast: Cast, plan: DrawPlan) -> None:
    """In whichever language it is asked for; a formula stays a text."""
    CheckObject.objects.filter(name="样例第1汽修厂").update(contact="=1+1")
    exported = signed_in(cast, "韩雪").get(f"{BASE}objects.csv", headers={"accept-language": "en"})
    text = exported.content.decode("utf-8-sig")
    assert "'=1+1" in text and "机动车维修" in text
    CheckObject.objects.update(delisted_on=TODAY, delisting_reason="x")
    rows, wrong = read_objects(text)
    assert wrong == [] and len(rows) == 7 and rows[0].trade == "repair"
    items, wrong = read_items(items_as_table([CheckItem(number="新", title="x", trade="repair", basis="y")]))
    assert wrong == [] and items[0].number == "新"
    assert objects_as_table([]).lstrip("\ufeff").strip() == ",".join(OBJECT_COLUMNS)


def test_who_leaves_a_register_stays_known_and_everybody_reads_why(cast: Cast, plan: DrawPlan) -> None:
    client = signed_in(cast, "韩雪")
    target = CheckObject.objects.get(name="样例第3汽修厂")
    address = f"{BASE}objects/{target.pk}/off/"
    assert client.post(address, {"reason": ""}).status_code == 422
    leaking = client.post(address, {"reason": "电话13904750011停机"})
    assert leaking.status_code == 422 and "不得公开" in leaking.content.decode()
    assert client.post(address, {"reason": "已注销。"}).status_code == 302
    with pytest.raises(CannotKeep, match="已经移出"):
        take_off(target, TODAY, "x")
    row = PublishedSheet.objects.get(key="random-changes").rows[0]
    assert (row["on"], row["what"], row["name"], row["reason"]) == (
        "2026-03-10", "delisted", "样例第3汽修厂", "已注销。",
    )  # fmt: skip
    listed = PublishedSheet.objects.get(key="random-objects").rows
    assert "样例第3汽修厂" not in [one["name"] for one in listed] and len(listed) == 6


def test_a_class_changes_with_its_day_and_reason(cast: Cast, plan: DrawPlan) -> None:
    target = CheckObject.objects.get(name="样例第1汽修厂")
    reclassify(target, "broken", on=TODAY, reason="省平台三月分类", by=cast["韩雪"])
    assert CheckObject.objects.get(pk=target.pk).credit_class == "broken"
    assert CreditChange.objects.get().was == "ordinary"
    with pytest.raises(CannotKeep, match="没有变化"):
        reclassify(target, "broken", on=TODAY, reason="x", by=cast["韩雪"])
    shown = signed_in(cast, "韩雪").get("/public/before/random-changes/").content.decode()
    assert "信用风险分类由一般改为失信" in shown


def test_an_inspector_is_listed_by_trade_and_shown_only_with_a_valid_certificate(cast: Cast, plan: DrawPlan) -> None:
    client = signed_in(cast, "韩雪")
    given = {"officer": str(cast["冯涛"].pk), "trades": ["repair", "training"]}
    assert client.post(f"{BASE}inspectors/add/", given).status_code == 302
    assert client.post(f"{BASE}inspectors/add/", given).status_code == 302
    assert InspectorTrade.objects.filter(officer=cast["冯涛"]).count() == 2
    # Without a certificate nobody can be entered.
    assert (
        client.post(f"{BASE}inspectors/add/", {"officer": str(cast["韩雪"].pk), "trades": ["repair"]}).status_code
        == 422
    )
    names = {one["name"] for one in PublishedSheet.objects.get(key="random-people").rows}
    assert "冯涛" in names and "李明" in names
    Certificate.objects.filter(officer=cast["李明"]).update(valid_until=date(2026, 3, 9))
    row = InspectorTrade.objects.get(officer=cast["冯涛"], trade="training")
    assert client.post(f"{BASE}inspectors/{row.pk}/off/", {"reason": "调离。"}).status_code == 302
    people = {one["name"]: one["trades"] for one in PublishedSheet.objects.get(key="random-people").rows}
    assert people["冯涛"] == ["repair"] and "李明" not in people
    assert "今天没有有效的执法证" in client.get(f"{BASE}inspectors/").content.decode()


def test_persons_are_not_named_to_the_public(cast: Cast, plan: DrawPlan) -> None:
    client = signed_in(cast, "韩雪")
    assert send(client, "objects", table(OBJECT_COLUMNS, PERSON)).status_code == 302
    person = CheckObject.objects.get(name="张铁柱")
    sheet = Client().get("/public/before/random-objects/").content.decode()
    assert "张铁柱" not in sheet and f"个人（名录第{person.pk}号）" in sheet
    assert "张" not in Client().get("/public/before/random-changes/").content.decode().split("<main")[1]


def test_lists_cost_no_more_queries_the_longer_they_are(
    cast: Cast, plan: DrawPlan, django_assert_max_num_queries: Any
) -> None:
    rows, _none = read_objects(table(OBJECT_COLUMNS, *(changed(FIRM, 1, credit_code(900 + n)) for n in range(60))))
    for one in rows:
        one.listed_on = TODAY
    CheckObject.objects.bulk_create(rows)
    client = signed_in(cast, "韩雪")
    for page in ("", "items/", "objects/", "objects/?page=2", "inspectors/", f"plans/{plan.pk}/"):
        with django_assert_max_num_queries(16):
            assert client.get(BASE + page).status_code == 200


def test_a_recusal_is_ended_by_another_with_a_reason_and_both_stay_on_the_page(cast: Cast, plan: DrawPlan) -> None:
    target = CheckObject.objects.get(name="样例第1汽修厂")
    away = keep_away(target, cast["李明"], reason="兄弟在该厂任厂长", on=TODAY, by=cast["韩雪"])
    client, page = signed_in(cast, "韩雪"), f"{BASE}objects/{target.pk}/"
    assert f"{BASE}recusals/{away.pk}/end/" in client.get(page).content.decode()
    draw = open_draw(plan, by=cast["韩雪"], supervisor=cast["陈静"], draws_on=TODAY, now=timezone.now())
    assert pool_of(draw, TODAY)["recusals"] == [[target.pk, cast["李明"].pk]]
    refused = client.post(f"{BASE}recusals/{away.pk}/end/", {"reason": " "})
    assert (refused.status_code, Recusal.objects.get(pk=away.pk).ended_on) == (422, None)
    done = client.post(f"{BASE}recusals/{away.pk}/end/", {"reason": "其兄弟已离职"}, follow=True).content.decode()
    assert "兄弟在该厂任厂长" in done and "其兄弟已离职" in done and "韩雪" in done
    assert f"recusals/{away.pk}/end/" not in done and pool_of(draw, TODAY)["recusals"] == []
    again = client.post(f"{BASE}recusals/{away.pk}/end/", {"reason": "x"})
    assert again.status_code == 422 and "这项回避已经终止" in again.content.decode()
    # Whoever was kept away can be kept away anew, and nobody ends the own recusal.
    own = keep_away(target, cast["李明"], reason="又任职", on=TODAY, by=cast["韩雪"])
    with pytest.raises(CannotKeep, match="本人的回避由别人终止"):
        end_recusal(own, reason="x", on=TODAY, by=cast["李明"])


def test_the_database_ends_no_recusal_without_reason_and_person(cast: Cast, plan: DrawPlan) -> None:
    target = CheckObject.objects.get(name="样例第1汽修厂")
    away = keep_away(target, cast["李明"], reason="亲属", on=TODAY, by=cast["韩雪"])
    for values in ({}, {"ended_by": cast["韩雪"]}, {"ending_reason": "x"}):
        with pytest.raises(IntegrityError, match="a_recusal_ends_with_a_reason"), transaction.atomic():
            Recusal.objects.filter(pk=away.pk).update(ended_on=TODAY, **values)
