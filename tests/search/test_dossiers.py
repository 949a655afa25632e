"""Does the page of a party or a vehicle gather what is known, only for whoever may see it, and can merges be undone?"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.earlier import penalties_of
from cases.models import Case, Party, RecordEntry
from search.dossiers import party_dossier, vehicle_dossier
from search.models import PartyMerge, Permit
from search.parties import CannotMerge, likely_the_same, merge, numbers_differ, rows_of, undo

Sign = Callable[[str], Client]
TODAY = date(2026, 11, 26)


@pytest.fixture
def firms(world: dict[str, Any]) -> tuple[Party, Party]:
    """The same name and telephone, two credit codes."""
    first, second = (Party.objects.get(case=world[key]) for key in ("overload", "again"))
    assert (first.name, first.phone) == (second.name, second.phone)
    assert first.uscc != second.uscc
    return first, second


def page_of(client: Client, party: Party) -> Any:
    return client.get(reverse("search:party", args=[party.pk]))


# --- the page -------------------------------------------------------------------------------------
def test_a_party_is_shown_with_what_it_owes_and_was_punished_for(world: dict[str, Any], firms: Any) -> None:
    dossier = party_dossier(firms[0], world["cast"]["李明"], TODAY)
    assert [one.pk for one in dossier.cases] == [world["overload"]]
    (debt,) = dossier.debts
    assert debt.account.fine == Decimal(6000)
    assert dossier.owed >= Decimal(6000)
    (penalty,) = dossier.penalties
    assert (penalty.sanction.fine, penalty.times) == (Decimal(6000), 1)
    assert dossier.plates == ["蒙G99871"]


def test_the_page_shows_it_all_and_links_the_vehicle(world: dict[str, Any], firms: Any, signed_in: Sign) -> None:
    page = page_of(signed_in("李明"), firms[0]).content.decode()
    for words in (
        "样例顺达运输有限公司",
        firms[0].uscc,
        "6,000 元",
        "第 1 次",
        reverse("search:vehicle", args=["蒙G99871"]),
    ):
        assert words in page


def test_a_party_of_a_case_that_is_not_ones_own_does_not_exist(firms: Any, signed_in: Sign) -> None:
    for name in ("周勇", "冯涛", "施康", "许系"):
        assert page_of(signed_in(name), firms[0]).status_code == 404
    assert signed_in("李明").get("/parties/99999999999999999999/").status_code == 404
    assert signed_in("李明").get("/parties/999999/").status_code == 404


def test_cases_of_other_units_are_counted_and_stay_unnamed(world: dict[str, Any], firms: Any, signed_in: Sign) -> None:
    chemist = Party.objects.get(case=world["chemicals"])
    Party.objects.filter(pk=chemist.pk).update(uscc=firms[0].uscc)
    page = page_of(signed_in("李明"), firms[0]).content.decode()
    assert "有 1 件不在你的权限内" in page
    assert "宏达化工" not in page
    dossier = party_dossier(firms[0], world["cast"]["卫国"], TODAY)
    assert (dossier.hidden, dossier.names) == (0, ["样例宏达化工贸易有限公司", "样例顺达运输有限公司"])


def test_a_vehicle_is_shown_with_its_weighings(world: dict[str, Any], signed_in: Sign) -> None:
    for spelling in ("蒙G99871", "蒙g·99871"):
        dossier = vehicle_dossier(spelling, world["cast"]["李明"])
        assert {one.case_id for one in dossier.charges} == {world["overload"], world["again"]}
        assert [one.over_percent for one in dossier.weighed] == [25, 25]  # 61,320 kg, limit 49,000 kg
    page = signed_in("李明").get(reverse("search:vehicle", args=["蒙G99871"])).content.decode()
    assert "61320 kg" in page
    hidden = signed_in("周勇").get(reverse("search:vehicle", args=["蒙G99871"])).content.decode()
    assert "有 2 件不在你的权限内" in hidden
    assert "61320" not in hidden
    assert "顺达" not in hidden


@pytest.mark.parametrize("odd", ["1", "%00%00%00%00%00", "a" * 400, "蒙G99871蒙G99871", "😀😀😀😀😀"])
def test_what_is_no_plate_is_no_vehicle(signed_in: Sign, odd: str) -> None:
    assert signed_in("李明").get(f"/vehicles/{odd}/").status_code == 404


# --- merging --------------------------------------------------------------------------------------
def test_same_name_and_telephone_are_offered_and_others_are_not(world: dict[str, Any], firms: Any) -> None:
    assert likely_the_same(rows_of(firms[0])) == [firms[1]]
    assert likely_the_same(rows_of(Party.objects.get(case=world["chemicals"]))) == []


def test_one_number_under_two_kinds_of_paper_is_offered(world: dict[str, Any], firms: Any) -> None:
    driver, chemist = (Party.objects.get(case=world[key]) for key in ("driver", "chemicals"))
    Party.objects.filter(pk=chemist.pk).update(kind="citizen", id_number=driver.id_number, id_kind="passport", uscc="")
    assert likely_the_same(rows_of(driver)) == [chemist]


def test_a_merge_joins_the_pages_and_undoing_parts_them(world: dict[str, Any], firms: Any) -> None:
    admin = world["cast"]["韩雪"]
    before = everything_of(world)
    found = merge(firms[0], firms[1], admin, TODAY, "营业执照显示同一企业换照")
    for one in firms:
        dossier = party_dossier(one, world["cast"]["李明"], TODAY)
        assert {case.pk for case in dossier.cases} == {world["overload"], world["again"]}
    assert everything_of(world) == before
    undo(found, admin, TODAY, "查明不是同一企业")
    assert [one.pk for one in rows_of(firms[0])] == [firms[0].pk]
    found.refresh_from_db()
    assert (found.merged_by, found.undone_by, found.undo_reason) == (admin, admin, "查明不是同一企业")
    assert everything_of(world) == before


def everything_of(world: dict[str, Any]) -> tuple[Any, ...]:
    """What a merge must leave alone: parties, papers, record, and what counts as an earlier penalty."""
    papers = Case.objects.get(pk=world["overload"]).documents.order_by("pk").values_list("content_sha256", "number")
    parties = list(Party.objects.order_by("pk").values())
    earlier = [one.pk for one in penalties_of(Party.objects.filter(case=world["again"]))]
    return parties, list(papers), RecordEntry.objects.count(), earlier


def test_who_is_one_already_is_not_merged_again_nor_parted_twice(world: dict[str, Any], firms: Any) -> None:
    admin = world["cast"]["韩雪"]
    found = merge(firms[0], firms[1], admin, TODAY, "同一企业")
    for one, other in (firms, firms[::-1], (firms[0], firms[0])):
        with pytest.raises(CannotMerge):
            merge(one, other, admin, TODAY, "再来一次")
    undo(found, admin, TODAY, "不是")
    with pytest.raises(CannotMerge):
        undo(found, admin, TODAY, "不是")
    assert merge(firms[1], firms[0], admin, TODAY, "还是同一企业").pk != found.pk


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ({"uscc": "A"}, {"uscc": "B"}, True),
        ({"uscc": "A"}, {"uscc": "A"}, False),
        ({"uscc": "A"}, {}, False),
        ({"id_kind": "resident", "id_number": "1"}, {"id_kind": "resident", "id_number": "2"}, True),
        ({"id_kind": "resident", "id_number": "1"}, {"id_kind": "passport", "id_number": "2"}, False),
        ({"id_kind": "resident", "id_number": "1"}, {"id_kind": "resident"}, False),
        ({}, {}, False),
    ],
)
def test_two_numbers_want_an_explanation(one: dict[str, str], other: dict[str, str], differ: bool) -> None:
    assert numbers_differ(Party(**one), Party(**other)) is differ


def test_the_page_says_that_the_numbers_differ(world: dict[str, Any], firms: Any, signed_in: Sign) -> None:
    ask, said = reverse("search:merge", args=[firms[0].pk, firms[1].pk]), "先查明是换证还是登记有误"
    assert said in signed_in("韩雪").get(ask).content.decode()
    Party.objects.filter(pk=firms[1].pk).update(uscc=firms[0].uscc)
    assert said not in signed_in("韩雪").get(ask).content.decode()


def test_only_an_administrator_merges_and_takes_apart(world: dict[str, Any], firms: Any, signed_in: Sign) -> None:
    ask = reverse("search:merge", args=[firms[0].pk, firms[1].pk])
    for name in ("李明", "郑海", "陈静", "卫国"):
        assert signed_in(name).post(ask, {"reason": "同一企业"}).status_code == 404
        assert "可能是同一当事人" not in page_of(signed_in(name), firms[0]).content.decode()
    client = signed_in("韩雪")
    assert ask in page_of(client, firms[0]).content.decode()
    assert client.get(ask).status_code == 200
    refused = client.post(ask, {"reason": " "})
    assert (refused.status_code, PartyMerge.objects.count()) == (422, 0)
    assert client.post(ask, {"reason": "同一企业"}).status_code == 302
    apart = reverse("search:undo-merge", args=[PartyMerge.objects.get().pk])
    assert apart in page_of(client, firms[1]).content.decode()
    assert signed_in("卫国").post(apart, {"reason": "不是"}).status_code == 404
    client = signed_in("韩雪")
    assert client.post(apart, {"reason": "字" * 201}).status_code == 422
    assert client.post(apart, {"reason": "不是"}).status_code == 302
    assert client.post(apart, {"reason": "不是"}).status_code == 422


# --- permits --------------------------------------------------------------------------------------
HEAD = "证件种类,证件号,持证人,统一社会信用代码,车牌号,有效期至\n"


def load(client: Client, text: str) -> Any:
    return client.post(reverse("search:permits"), {"text": text})


def test_permits_are_loaded_shown_and_replaced(world: dict[str, Any], firms: Any, signed_in: Sign) -> None:
    client = signed_in("韩雪")
    line = f"道路运输证,150500001,样例顺达运输有限公司,{firms[0].uscc},蒙g·99871"
    assert load(client, f"{HEAD}{line},2026-01-31\n").status_code == 302
    assert load(client, f"{HEAD}{line},2027/1/31\n").status_code == 302
    (permit,) = Permit.objects.all()
    assert (permit.plate, permit.valid_until) == ("蒙G99871", date(2027, 1, 31))
    for address in (reverse("search:party", args=[firms[0].pk]), reverse("search:vehicle", args=["蒙G99871"])):
        assert "150500001" in signed_in("李明").get(address).content.decode()


def test_one_bad_row_and_nothing_is_loaded_and_every_fault_is_named(signed_in: Sign) -> None:
    rows = (
        "道路运输证,1,甲公司,,,2026-02-30\n"
        "道路运输证,2,,,,\n"
        "道路运输证,3,乙公司,911505,,\n"
        "道路运输证,3,丙公司,,蒙,\n"
        "道路运输证,4,丁公司,,蒙G12345,\n"
    )
    page = load(signed_in("韩雪"), HEAD + rows)
    text = page.content.decode()
    assert (page.status_code, Permit.objects.count()) == (422, 0)
    for words in (
        "第 2 行“有效期至”：写成 2026-03-10 这样的日期。",
        "第 3 行“持证人”：要填写。",
        "第 4 行“统一社会信用代码”：统一社会信用代码应当是 18 位，现在是 6 位。",
        "第 5 行“车牌号”：不像车牌号。",
        "第 5 行“证件号”：与第 4 行重复。",
        "有 5 处要改，一行也没有导入",
        "丁公司",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "选择证件表"),
        ('"没有配对', "这不是 CSV 表格"),
        ("甲,乙\n1,2\n", "缺少这些列"),
        (HEAD, "表里没有一行数据"),
        (HEAD + "道路运输证,1,甲公司,,,99999999999999999999-1-1\n", "写成 2026-03-10 这样的日期"),
        (HEAD + f"道路运输证,{'1' * 61},甲公司,,,\n", "最多 60 个字"),
        (HEAD + "道路运输证,1\x00,甲公司,,,\n", ""),
    ],
)
def test_what_is_no_table_of_permits_is_refused_in_words(signed_in: Sign, text: str, words: str) -> None:
    page = load(signed_in("韩雪"), text)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert not Permit.objects.exists()


def test_only_an_administrator_loads_permits(signed_in: Sign) -> None:
    for name in ("李明", "卫国", "陈静", "许系"):
        assert load(signed_in(name), HEAD).status_code == 404
    empty = signed_in("韩雪").get(reverse("search:permit-table"))
    assert empty.content.decode("utf-8-sig").strip() == HEAD.strip()
