"""Does the one box find what officers type, keep what they may not see, and forget what the cases forget?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.models import ArchiveFile, Case, Party
from law.statutes import load_statute
from search.finding import find
from search.models import CaseWords
from search.upkeep import index_case
from tests.promises.nasty import NASTY

Sign = Callable[[str], Client]


def cases_found(world: dict[str, Any], name: str, query: str) -> set[str]:
    names = {world[key]: key for key in ("overload", "again", "chemicals", "driver")}
    return {names[one.pk] for one in find(world["cast"][name], query).cases}


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("样例顺达", {"overload", "again"}),
        ("sdys", {"overload", "again"}),
        ("马顺", {"overload", "again"}),
        ("04750000101", {"overload", "again"}),
        ("蒙G99871", {"overload", "again"}),
        ("99872", {"chemicals"}),
        ("K118+200", {"chemicals"}),
        ("第3类危险货物", {"chemicals"}),
        ("宏达 危险货物", {"chemicals"}),
        ("宏达 超限", set()),
        ("高 宏达", {"chemicals"}),
        ("不存在的公司", set()),
    ],
)
def test_any_part_leads_to_its_cases(world: dict[str, Any], query: str, keys: set[str]) -> None:
    assert cases_found(world, "卫国", query) == keys


def test_case_numbers_and_credit_codes_are_found_in_part(world: dict[str, Any]) -> None:
    case = Case.objects.get(pk=world["overload"])
    code = case.parties.get().uscc
    serial = case.number.rpartition("〕")[2].rstrip("号")
    for query in (case.number, f"2026〕{serial}", code, code.lower(), code[-6:], code[:9] + " 顺达"):
        assert "overload" in cases_found(world, "李明", query), query


def test_a_person_is_found_by_the_last_four_and_by_the_whole_number(world: dict[str, Any]) -> None:
    number = Party.objects.get(case=world["driver"]).id_number
    assert len(number) == 18
    assert "driver" in cases_found(world, "卫国", number[-4:])
    assert cases_found(world, "卫国", number) == {"driver"}
    assert cases_found(world, "卫国", number[:14]) == set()


def test_no_identity_number_stands_in_the_index(world: dict[str, Any]) -> None:
    number = Party.objects.get(case=world["driver"]).id_number
    party = Party.objects.get(case=world["driver"])
    Case.objects.filter(pk=world["driver"]).update(summary=f"{party.name}，身份证件号{number}。")
    index_case(world["driver"])
    words = CaseWords.objects.get(pk=world["driver"]).words
    assert number[-4:].lower() in words
    assert number[:10] not in words


def test_what_is_found_comes_in_groups_that_open(world: dict[str, Any], signed_in: Sign) -> None:
    page = signed_in("李明").get(reverse("search:search"), {"q": "蒙G99871"}).content.decode()
    assert reverse("search:vehicle", args=["蒙G99871"]) in page
    assert reverse("cases:case", args=[world["overload"]]) in page
    page = signed_in("李明").get(reverse("search:search"), {"q": "顺达"}).content.decode()
    newest = Party.objects.filter(case=world["again"]).get()
    assert reverse("search:party", args=[newest.pk]) in page


def test_an_article_is_found_by_its_words(world: dict[str, Any]) -> None:
    text = "样例条例\n第一条 为了规范车货总质量的检测，制定本条例。\n第二条 本条例自公布之日起施行。"
    load_statute(text.encode(), title="样例条例", in_force_from=date(2026, 1, 1), source="样例")
    assert [(one.statute.title, one.number) for one in find(world["cast"]["李明"], "车货总质量 规范").articles] == [
        ("样例条例", 1)
    ]


def test_a_paper_is_found_by_its_number(world: dict[str, Any]) -> None:
    paper = Case.objects.get(pk=world["overload"]).documents.exclude(number="").order_by("-pk").first()
    found = find(world["cast"]["李明"], paper.number)
    assert paper.pk in {one.pk for one in found.papers}


# --- rights ---------------------------------------------------------------------------------------
def test_cases_of_another_unit_are_counted_and_nothing_is_said_of_them(world: dict[str, Any], signed_in: Sign) -> None:
    page = signed_in("周勇").get(reverse("search:search"), {"q": "蒙G99871"}).content.decode()
    assert "有 2 件不在你的权限内" in page
    for secret in ("顺达", "S210", "马顺", "/cases/" + str(world["overload"]), "/vehicles/", "/parties/"):
        assert secret not in page


def test_an_officer_sees_the_own_part_and_the_number_of_the_rest(world: dict[str, Any]) -> None:
    mine, theirs = find(world["cast"]["赵刚"], "样例旗样例镇"), find(world["cast"]["卫国"], "执法人员检查")
    assert mine.hidden == 0
    assert theirs.hidden == 0
    found = find(world["cast"]["赵刚"], "有限公司")
    assert {one.pk for one in found.cases} == {world["chemicals"]}
    assert (found.visible, found.hidden) == (1, 2)
    assert found.plates == []
    assert [one.name for one in found.parties] == ["样例宏达化工贸易有限公司"]


@pytest.mark.parametrize("name", ["施康", "褚文", "华章", "严律"])
def test_whoever_handles_no_cases_does_not_learn_that_there_are_any(world: dict[str, Any], name: str) -> None:
    found = find(world["cast"][name], "99872")
    assert (found.cases, found.hidden) == ([], 0)


@pytest.mark.parametrize("name", ["许系", "何安", "吕审"])
def test_those_who_look_after_the_system_have_no_search(signed_in: Sign, name: str) -> None:
    assert signed_in(name).get(reverse("search:search"), {"q": "顺达"}).status_code == 404


# --- upkeep ---------------------------------------------------------------------------------------
def test_the_index_changes_with_the_act_and_goes_back_with_it(world: dict[str, Any]) -> None:
    before = CaseWords.objects.get(pk=world["chemicals"]).words
    with pytest.raises(RuntimeError), transaction.atomic():
        Party.objects.filter(case=world["chemicals"]).update(name="改名化工")
        index_case(world["chemicals"])
        assert cases_found(world, "卫国", "改名化工") == {"chemicals"}
        raise RuntimeError("the act fails after all")
    assert CaseWords.objects.get(pk=world["chemicals"]).words == before
    assert cases_found(world, "卫国", "改名化工") == set()


def test_a_party_taken_out_of_the_case_leaves_the_index(world: dict[str, Any]) -> None:
    Party.objects.filter(case=world["driver"]).update(withdrawn_on="2026-07-03")
    name = Party.objects.get(case=world["driver"]).name
    Case.objects.filter(pk=world["driver"]).update(cause="另案", summary="略", place="某处")
    Case.objects.get(pk=world["driver"]).charges.update(facts="略")
    index_case(world["driver"])
    assert cases_found(world, "卫国", name) == set()


def test_a_destroyed_dossier_leaves_the_index(world: dict[str, Any]) -> None:
    cast, on = world["cast"], date(2026, 7, 3)
    handed = {"handed_over_by": cast["赵刚"], "received_by": cast["朱玉"], "received_on": on, "retention": "30y"}
    by = {"disposal_proposed_by": cast["朱玉"], "disposal_approved_by": cast["卫国"], "appraisal": "保管期满"}
    ArchiveFile.objects.create(case_id=world["chemicals"], number="档1", state="disposed", **handed, **by)
    index_case(world["chemicals"])
    assert not CaseWords.objects.filter(pk=world["chemicals"]).exists()


def test_rebuilding_gives_the_same_index_and_drops_what_belongs_to_no_case(world: dict[str, Any]) -> None:
    before = dict(CaseWords.objects.values_list("pk", "words"))
    CaseWords.objects.all().delete()
    CaseWords.objects.create(case_id=999_999, words="幽灵")
    call_command("rebuild_search", verbosity=0)
    assert dict(CaseWords.objects.values_list("pk", "words")) == before


def test_an_index_that_was_never_built_is_called_so(world: dict[str, Any], signed_in: Sign) -> None:
    CaseWords.objects.all().delete()
    page = signed_in("李明").get(reverse("search:search"), {"q": "顺达"}).content.decode()
    assert "rebuild_search" in page


# --- odd input and cost ---------------------------------------------------------------------------
def test_nothing_that_is_typed_breaks_the_search(signed_in: Sign) -> None:
    client = signed_in("李明")
    for typed in (*(one for one in NASTY if len(one) < 30_000), '"张三" OR *', "张三 NOT 李四"):
        response = client.get(reverse("search:search"), {"q": typed})
        assert response.status_code in (200, 422), typed[:40]
        assert "search-all" in response.content.decode()


def test_a_query_that_is_too_long_is_said_to_be_at_the_field(signed_in: Sign) -> None:
    response = signed_in("李明").get(reverse("search:search"), {"q": "顺" * 101})
    assert response.status_code == 422
    assert "field--error" in response.content.decode()


def test_the_number_of_queries_does_not_grow_with_what_is_found(
    world: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    officer = world["cast"]["李明"]
    with django_assert_max_num_queries(9) as few:
        find(officer, "99871")
    with django_assert_max_num_queries(len(few)):
        find(officer, "有限公司")
