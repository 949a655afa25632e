"""May an administrator bring a review standard as a file, and does what was reviewed by an older one stay as it was?"""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.case_file import load_case_file
from law.review_standard import standards_in_force
from oversight import screens
from oversight.models import ReviewRun, StandardVersion
from oversight.report import kept_report, make_report, run_review
from oversight.standard_file import COLUMNS, read_standard, write_standard
from oversight.standards import build, frozen, standard_on, standards_on, thawed
from tests.oversight.test_report import NOW

TODAY = date(2026, 11, 20)
HEAD = {
    "title": "样例旗案卷评查标准",
    "key": "own",
    "in_force_from": "2026-01-01",
    "source": "样例旗司法局2026年附件1",
    "note": "",
}
GOOD = {
    "项号": "1",
    "部分": "笔录",
    "文书": "现场笔录",
    "检查内容": "告知权利义务",
    "分值": "40",
    "每处扣分": "",
    "适用情形": "有笔录",
    "检查规则": "rights-told",
    "机器检查": "全部",
    "依据": "行政处罚法:43.1",
}
BY_HAND = GOOD | {"项号": "2", "检查内容": "字迹清楚", "分值": "60", "检查规则": "", "机器检查": "人工"}
BOTTOM = {"项号": "不合格", "部分": "等次", "分值": "0"}
TOP = {"项号": "合格", "部分": "等次", "分值": "60"}


def table(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    target = io.StringIO()
    written = csv.DictWriter(target, columns, restval="", extrasaction="ignore")
    written.writeheader()
    written.writerows(rows)
    return target.getvalue()


def said(text: str) -> list[str]:
    return [str(one) for one in read_standard(text).faults]


# --- the file -------------------------------------------------------------------------------------
@pytest.mark.parametrize("standard", standards_in_force(TODAY), ids=lambda one: one.key)
def test_a_shipped_standard_written_out_and_read_back_is_the_same(standard) -> None:
    read = read_standard("\ufeff" + write_standard(standard))
    assert read.faults == []
    again = build(standard.key, standard.in_force_from, {"items": read.items, "grades": read.grades, "base": read.base})
    assert [(one.number, one.points_text, one.per_finding) for one in again.items] == [
        (one.number, one.points_text, one.per_finding) for one in standard.items
    ]
    same = ("section", "document", "text", "applies", "rules", "auto", "basis", "veto", "deducts")
    for mine, theirs in zip(again.items, standard.items, strict=True):
        assert [getattr(mine, name) for name in same] == [getattr(theirs, name) for name in same]
    assert [(one.title, one.at_least, one.level) for one in again.grades] == [
        (one.title, one.at_least, one.level) for one in standard.grades
    ]
    assert again.base == standard.base


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"项号": ""}, "第 3 行“项号”：不能空着。"),
        ({"项号": "1"}, "第 3 行“项号”：项号“1”已经用过。"),
        ({"项号": "1/2"}, "第 3 行“项号”：不能含有“/”。"),
        ({"部分": ""}, "第 3 行“部分”：不能空着。"),
        ({"检查内容": " "}, "第 3 行“检查内容”：不能空着。"),
        ({"检查内容": "长" * 301}, "第 3 行“检查内容”：最多 300 个字。"),
        ({"分值": "两分"}, "第 3 行“分值”：写分数（如 2、0.5），从总分里扣的写负数（如 -3），否决项写“否决”。"),
        ({"分值": "0"}, "第 3 行“分值”：写分数（如 2、0.5），从总分里扣的写负数（如 -3），否决项写“否决”。"),
        ({"分值": "NaN"}, "第 3 行“分值”：写分数（如 2、0.5），从总分里扣的写负数（如 -3），否决项写“否决”。"),
        ({"每处扣分": "61"}, "第 3 行“每处扣分”：写大于 0、不超过分值的数；空着就是一处扣完。"),
        ({"分值": "否决", "每处扣分": "1"}, "第 3 行“每处扣分”：否决项不写每处扣分。"),
        ({"适用情形": "下雨"}, "第 3 行“适用情形”：没有“下雨”这种情形，照页面下方的表填写。"),
        (
            {"检查规则": "no-such-rule", "机器检查": "全部"},
            "第 3 行“检查规则”：没有“no-such-rule”这条规则，照页面下方的表填写。",
        ),
        ({"机器检查": "一半"}, "第 3 行“机器检查”：写“全部”“部分”或者“人工”。"),
        ({"检查规则": "rights-told"}, "第 3 行“机器检查”：由人工核对的项目不写检查规则。"),
        ({"机器检查": "部分"}, "第 3 行“检查规则”：机器检查的项目要写检查规则；没有规则的写“人工”。"),
        (
            {"依据": "第四十三条"},
            "第 3 行“依据”：依据写成“行政处罚法:57.2(1)”的样子，法律名称用法律目录里的。",
        ),
        ({"依据": ""}, "第 3 行“依据”：不能空着。"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_column_and_reason(wrong, sentence) -> None:
    assert said(table(GOOD, BY_HAND | wrong, BOTTOM)) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "文件是空的。"),
        (
            "项号,部分\n1,笔录\n",
            "第一行缺少这些列：文书、检查内容、分值、每处扣分、适用情形、检查规则、机器检查、依据。",
        ),
        ('项号,"部分\n', "这不是 CSV 表格：引号没有成对。"),
        (table(BOTTOM), "没有一项检查内容。"),
        (table(GOOD, TOP), "等次要从 0 分开始：加一行，部分写“等次”，分值写 0。"),
        (table(GOOD, BOTTOM, BOTTOM), "第 4 行“分值”：两个等次的最低分相同。"),
        (table(GOOD, BOTTOM, TOP | {"分值": "101"}), "第 4 行“分值”：等次要写 0 到 100 之间的最低分。"),
        (table(GOOD, BOTTOM, {"部分": "基础分", "分值": "100"}), "第 4 行“分值”：基础分要写 0 到 100 之间的数。"),
        (table(GOOD | {"分值": "否决"}, BOTTOM), "至少要有一项有分值的检查内容。"),
        (table(*[GOOD] * 1000), "文件超过 1000 行。"),
    ],
)
def test_a_file_that_is_no_standard_is_refused_in_words(text: str, sentence: str) -> None:
    assert said(text) == [sentence]


def test_all_faults_of_a_file_are_said_at_once_and_nothing_is_taken() -> None:
    read = read_standard(table(GOOD | {"分值": "x"}, BY_HAND | {"依据": ""}, TOP))
    assert [one.line for one in read.faults] == [2, 3, 0], "points, basis, and no grade that begins at 0"
    assert read.items == []


# --- the page -------------------------------------------------------------------------------------
def send(client: Any, text: str = "", data: bytes | None = None, **changed: Any) -> Any:
    file = {"file": SimpleUploadedFile("标准.csv", data)} if data is not None else {}
    return client.post("/review/standards/load/", HEAD | {"text": text} | changed | file)


def test_an_administrator_loads_a_standard_and_reviews_by_it(world, signed_in) -> None:
    client = signed_in("韩雪")
    answer = send(client, data=table(GOOD, BY_HAND, TOP, BOTTOM).encode("gb18030"))
    assert (answer.status_code, answer.url) == (302, "/review/standards/")
    assert "样例旗案卷评查标准" in client.get(answer.url).content.decode()
    page = client.get("/review/?begins=2026-01-01&ends=2026-12-31&unit=&standard=own")
    assert page.context["report"].standard.title == "样例旗案卷评查标准"
    scores = {one.case: one.score for one in page.context["report"].files}
    # On the spot no record is made: of this standard nothing can be judged there, which is not a score of nothing.
    assert scores == {world[name]: "100.0" for name in ("overload", "dangerous", "first_offence")} | {
        world["on_the_spot"]: ""
    }
    again = client.get("/review/standards/own/items.csv").content.decode("utf-8-sig")
    assert said(again) == []
    assert again.splitlines()[3].startswith("1,笔录,现场笔录,告知权利义务,40,,有笔录,rights-told,全部,行政处罚法:43.1")


def test_with_one_wrong_row_nothing_is_taken_and_nothing_typed_is_lost(world, signed_in) -> None:
    answer = send(signed_in("韩雪"), data=table(GOOD, BY_HAND | {"分值": "许多"}, BOTTOM).encode())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "第 3 行“分值”" in page
    assert "许多" in page and "样例旗司法局2026年附件1" in page
    assert not StandardVersion.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件不是文字，或者不是 UTF-8、GB 18030 编码"),
        (b"PK\x03\x04\x00\x00", "文件不是文字，或者不是 UTF-8、GB 18030 编码"),
        (b"a" * (1024 * 1024 + 1), "最大 1.0"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_words(world, signed_in, data: bytes, sentence: str) -> None:
    answer = send(signed_in("韩雪"), data=data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_chosen_standard_is_the_one_of_the_open_case_from_its_day_on(world, signed_in, file) -> None:
    send(signed_in("韩雪"), table(GOOD, BY_HAND, TOP, BOTTOM), is_default="on", in_force_from="2026-11-01")
    assert standard_on(date(2026, 10, 31)).key == "transport"
    assert standard_on(date(2026, 11, 1)).key == "own"
    # Of 40 and 60 points only the 40 are judged by machine, and lost: nothing is left.
    inquiry = world["overload"]
    loaded = load_case_file(inquiry)
    for one in loaded.inquiries:
        one.rights_told = False
    shown = screens.panel(loaded, world["cast"]["李明"], TODAY)
    assert shown is not None
    assert (shown.context["score"], shown.context["grade"]) == ("0", "不合格")


def test_a_later_version_takes_the_place_of_the_earlier_from_its_own_day(world, signed_in) -> None:
    client = signed_in("韩雪")
    send(client, table(GOOD, BY_HAND, BOTTOM))
    send(client, table(GOOD | {"分值": "50"}, BY_HAND, BOTTOM), in_force_from="2026-07-01", key="own")
    points = {on: standard_on(on, "own").items[0].points for on in (date(2026, 6, 30), date(2026, 7, 1))}
    assert points == {date(2026, 6, 30): Decimal(40), date(2026, 7, 1): Decimal(50)}
    assert [one.key for one in standards_on(TODAY)] == ["transport", "mee2024", "regional2026", "own"]


def test_what_was_reviewed_by_a_standard_stays_when_the_standard_is_replaced(tampered, case, signed_in) -> None:
    case("overload").inquiries.filter(kind="interview").update(rights_told=False)
    send(signed_in("韩雪"), table(GOOD | {"每处扣分": "10"}, BY_HAND, TOP, BOTTOM))
    period = (date(2026, 1, 1), date(2026, 12, 31), None)
    run = run_review(make_report(*period, now=NOW, standard_key="own"), officer=None)
    before = kept_report(ReviewRun.objects.get(pk=run.pk))
    scores = {one.case: one.score for one in before.files}
    assert scores[tampered["overload"]] == "75.0", "one of four tens is lost"
    send(signed_in("韩雪"), table(GOOD, BY_HAND, BOTTOM), title="新的标准")
    after = kept_report(ReviewRun.objects.get(pk=run.pk))
    assert after == before
    assert (after.standard.title, after.standard.items[0].per_finding) == ("样例旗案卷评查标准", Decimal(10))
    assert make_report(*period, now=NOW, standard_key="own").standard.title == "新的标准"


@pytest.mark.parametrize("gone", [{"rules": "a-rule-of-1999"}, {"applies": "a-condition-of-1999"}])
def test_an_item_whose_rule_no_release_has_any_more_is_asked_of_a_person(gone: dict[str, str]) -> None:
    (row,) = read_standard(table(GOOD, BOTTOM)).items
    (item,) = build("own", TODAY, {"items": [row | gone], "grades": [BOTTOM], "base": "0"}).items
    assert (item.rules, item.applies, item.auto) == ((), "all", "no")


@pytest.mark.parametrize("standard", standards_in_force(TODAY), ids=lambda one: one.key)
def test_a_standard_is_kept_with_a_review_to_the_last_point(standard) -> None:
    assert thawed(frozen(standard)) == standard


@pytest.mark.parametrize(
    "change", ["UPDATE oversight_standardversion SET title = 'x'", "DELETE FROM oversight_standardversion"]
)
def test_the_database_lets_nobody_change_or_delete_a_loaded_standard(world, signed_in, change: str) -> None:
    send(signed_in("韩雪"), table(GOOD, BY_HAND, BOTTOM))
    with pytest.raises(DatabaseError, match="不得改动或者删除"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert StandardVersion.objects.get().title == HEAD["title"]


def test_the_text_of_a_standard_can_be_changed_on_the_page(world, signed_in) -> None:
    page = signed_in("韩雪").get("/review/standards/load/?from=mee2024").content.decode()
    assert "环执法发〔2024〕4号" in page
    assert "D11.10,各类文书,行政处罚决定书" in page


@pytest.mark.parametrize(("who", "load"), [("韩雪", 200), ("卫国", 404), ("李明", 404)])
def test_only_an_administrator_loads(world, signed_in, who: str, load: int) -> None:
    assert signed_in(who).get("/review/standards/load/").status_code == load


# --- the open case --------------------------------------------------------------------------------
def test_the_panel_parts_what_can_be_cured_from_what_no_longer_can(tampered, case, signed_in) -> None:
    overload = case("overload")
    overload.parties.update(address="")  # no act helps once it is decided
    overload.payments.update(receipt_number=" ")  # a number may be entered at any time
    page = signed_in("李明").get(f"/cases/{tampered['overload']}/").content.decode()
    cured, lost = page.split("还能补正")[1].split("已不能补正")
    assert "没有财政票据号" in cured and "没有写明样例顺达运输有限公司的地址" not in cured
    assert "没有写明样例顺达运输有限公司的地址" in lost


def test_the_panel_costs_one_query(world, file) -> None:
    loaded = file("dangerous")
    with CaptureQueriesContext(connection) as queries:
        assert screens.panel(loaded, world["cast"]["李明"], TODAY) is not None
    assert len(queries) <= 1


def test_what_no_machine_judges_is_asked_with_the_papers_beside_it(world, signed_in) -> None:
    answer = signed_in("李明").get(f"/review/cases/{world['overload']}/?standard=mee2024")
    asked = {row["item"].number: row for row in answer.context["asked"]}
    # V05: does the fact follow from the evidence? Five pieces, report, notice and decision lie beside.
    assert len(asked["V05"]["evidence"]) == 5
    assert [one["title"].split()[0] for one in asked["V05"]["papers"]] == [
        "案件调查报告",
        "违法行为通知书",
        "行政处罚决定书",
    ]
    assert [one["title"] for one in asked["D02.2"]["papers"]] == ["现场笔录"]
    assert "D07.3" not in asked, "nothing was ordered to be corrected by a paper of its own"
    page = answer.content.decode()
    assert "须人工核对" in page and "换一个标准看" in page
    for row in asked.values():
        for paper in row["papers"]:
            assert signed_in("李明").get(paper["url"]).status_code == 200


def test_a_file_from_before_the_first_standard_is_reviewed_by_that_of_today(tampered, case, signed_in) -> None:
    case("overload").__class__.objects.filter(pk=tampered["overload"]).update(closed_on=date(2020, 5, 6))
    answer = signed_in("李明").get(f"/review/cases/{tampered['overload']}/")
    assert (answer.status_code, answer.context["standard"].key) == (200, "transport")
