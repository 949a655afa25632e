"""Do results of inspections become public only whole, approved by a second person, in time, and without naming a person?"""

import csv
import json
from datetime import date, datetime
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast
from law.inspections import inspection_rule
from officers.models import Bureau, Certificate
from publicity.board import groups
from publicity.errands import inspection_errands
from publicity.inspected import CannotDo, InspectionBatch, InspectionResult, approve
from publicity.inspected_table import COLUMNS, read_table
from publicity.register import PublishedInspection
from publicity.showing import erase_run_out
from tests.publicity.conftest import NOW, signed_in

DESK = "/public/desk/inspections/"
CHECKED = date(2026, 9, 1)
TODAY = NOW.date()
OTHER_ORGAN = "样例旗公安局交通管理大队"
FIRM = ["样交检〔2026〕7号", "道路货物运输经营情况", "单位", "样例风驰物流有限公司", credit_code(31), "2026-09-01"]
PERSON = ["临时", "道路旅客运输经营情况", "个人", "张铁柱", "", "2026/9/2"]
REST = [OTHER_ORGAN, "15990001", "15990002"]
GOOD = [[*FIRM, *REST, "未发现问题", "", ""], [*PERSON, *REST, "已责令改正", "未随车携带营运证。", "九月底前复查"]]


def table(*rows: list[str]) -> str:
    target = StringIO()
    csv.writer(target).writerows([COLUMNS, *rows])
    return target.getvalue()


def changed(column: str, value: str, row: int = 0) -> list[str]:
    return [value if name == column else old for name, old in zip(COLUMNS, GOOD[row], strict=True)]


def send(client: Client, text: str, encoding: str = "utf-8") -> Any:
    upload = SimpleUploadedFile("检查结果.csv", text.encode(encoding), "text/csv")
    return client.post(DESK, {"file": upload})


def faults(*rows: list[str]) -> list[str]:
    return [str(one) for one in read_table(table(*rows), TODAY)[1]]


@pytest.fixture
def waiting(cast: Cast) -> InspectionBatch:
    assert send(signed_in(cast, "秦芳"), table(*GOOD)).status_code == 302
    return InspectionBatch.objects.get()


@pytest.fixture
def public(waiting: InspectionBatch, cast: Cast) -> InspectionBatch:
    signed_in(cast, "尤佳").post(f"{DESK}{waiting.pk}/approve/")
    waiting.refresh_from_db()
    return waiting


def test_the_last_day_is_the_twentieth_working_day_after_the_check() -> None:
    """By hand: Sunday 20 September 2026 is worked, Friday 25 September is off."""
    assert inspection_rule(CHECKED).due_on(CHECKED) == date(2026, 9, 29)
    assert inspection_rule(CHECKED).last_shown(CHECKED) == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (changed("对象类别", "公司"), "第 2 行“对象类别”：写“单位”或者“个人”"),
        (
            changed("统一社会信用代码", credit_code(31)[:-1] + "0"),
            "第 2 行“统一社会信用代码”：统一社会信用代码的校验位不对",
        ),
        (changed("统一社会信用代码", ""), "第 2 行“统一社会信用代码”：单位须填写。"),
        (changed("统一社会信用代码", identity_number(date(1985, 2, 17), 1), 1), "个人不填代码，身份证件号不得导入。"),
        (changed("检查对象", "张铁柱"), "第 2 行“检查对象”：像是个人姓名"),
        (changed("检查日期", "九月一日"), "第 2 行“检查日期”：日期写成 2026-03-10 这样。"),
        (changed("检查日期", "2026-09-16"), "第 2 行“检查日期”：在今天以后。"),
        (changed("检查日期", "2025-09-01"), "公示期限已于 2026年9月1日 届满"),
        (changed("检查人员二证号", "15990001"), "两名检查人员是同一个人"),
        (changed("检查结果", "合格"), "第 2 行“检查结果”：写这几种之一：未发现问题、已责令改正"),
        (changed("检查事项", ""), "第 2 行“检查事项”：没有填写。"),
        (changed("计划编号", "年度计划"), "写“临时”或者“专项”"),
        (changed("说明", "驾驶人于强在场"), "有姓名“于强”，不得公开"),
        (changed("说明", "联系1390 475 0011"), "有电话号码“1390 475 0011”，不得公开"),
        (changed("说明", "蒙G·99831超载"), "有车牌号“蒙G·99831”"),
        (changed("后续处理", "到样例镇货场路9号复查"), "有详细地址“路9号”"),
        (changed("检查事项", "驾驶人于强的从业资格"), "第 2 行“检查事项”：有姓名“于强”，不得公开"),
        (changed("说明", "第一行\n第二行"), "有换行或者看不见的字符"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(row: list[str], said: str, cast: Cast) -> None:
    assert [said in one for one in faults(row)] == [True]


def test_ones_own_certificates_are_known_and_valid_on_the_day(cast: Cast) -> None:
    own = Bureau.objects.get().name
    first = Certificate.objects.get(officer=cast["李明"], kind="enforcement").number
    second = Certificate.objects.get(officer=cast["王强"], kind="enforcement").number
    row = [*FIRM, own, first, second, "未发现问题", "", ""]
    assert faults(row) == []
    assert faults([*FIRM, own, first, "99999999", "未发现问题", "", ""]) == [
        "第 2 行“检查人员二证号”：本机关没有这个行政执法证号。"
    ]
    Certificate.objects.filter(number=second).update(valid_until=date(2026, 8, 31))
    assert faults(row) == ["第 2 行“检查人员二证号”：检查之日这个行政执法证无效。"]


def test_a_person_of_one_row_is_not_named_in_another(cast: Cast) -> None:
    (said,) = faults(changed("说明", "车主为张 铁柱"), GOOD[1])
    assert "第 2 行“说明”：有姓名“张 铁柱”" in said


def test_the_headings_must_be_those_of_the_empty_table(cast: Cast) -> None:
    client = signed_in(cast, "秦芳")
    empty = client.get(f"{DESK}empty.csv").content.decode("utf-8-sig")
    assert next(csv.reader([empty.strip()])) == list(COLUMNS)
    assert "表格里没有检查结果。" in send(client, empty).content.decode()
    assert "表头缺少：检查结果。" in send(client, table(*GOOD).replace("检查结果", "结果", 1)).content.decode()
    assert "另存为 .csv" in send(client, "PK\x03\x04\0\0").content.decode()
    assert "选择检查结果表。" in client.post(DESK, {}).content.decode()


def test_one_bad_row_and_nothing_is_taken_but_the_text_comes_back(cast: Cast) -> None:
    client = signed_in(cast, "秦芳")
    refused = send(client, table(GOOD[0], changed("检查结果", "合格", 1)), "gb18030")
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "有 1 处要改，一行也没有导入" in page and "第 3 行“检查结果”" in page
    assert "样例风驰物流有限公司" in page and "未随车携带营运证。" in page
    assert not InspectionBatch.objects.exists() and not InspectionResult.objects.exists()
    # Put right on the page, without the file.
    assert client.post(DESK, {"text": table(*GOOD)}).status_code == 302
    assert InspectionResult.objects.count() == 2


def test_the_same_check_twice_is_said(waiting: InspectionBatch, cast: Cast) -> None:
    assert faults(GOOD[0], GOOD[0])[0] == "第 2 行：这次检查的结果已于 2026年9月15日 导入。"
    other = changed("检查日期", "2026-09-03")
    assert faults(other, other) == ["第 3 行：与第 2 行是同一次检查。"]
    with pytest.raises(IntegrityError), transaction.atomic():
        InspectionResult.objects.filter(is_person=True).update(
            **{name: getattr(InspectionResult.objects.get(is_person=False), name) for name in InspectionResult.SAME},
            is_person=False,
        )


def test_only_a_second_person_makes_it_public(waiting: InspectionBatch, cast: Cast) -> None:
    own, other = signed_in(cast, "秦芳"), signed_in(cast, "尤佳")
    address = f"{DESK}{waiting.pk}/"
    assert "审核并公示" not in own.get(address).content.decode()
    assert "不能自己审核" in own.post(f"{address}approve/", follow=True).content.decode()
    assert "没有符合条件的检查结果" in Client().get("/public/inspections/").content.decode()
    with pytest.raises(IntegrityError, match="nobody_approves_own_inspections"), transaction.atomic():
        InspectionBatch.objects.update(approved_by=cast["秦芳"], approved_on=TODAY)
    page = other.get(address).content.decode()
    assert "审核并公示" in page and "公众看到的名称：张某某" in page
    assert "检查结果已经公示" in other.post(f"{address}approve/", follow=True).content.decode()
    with pytest.raises(CannotDo, match="已经办理过"):
        approve(waiting, cast["尤佳"], TODAY)
    assert PublishedInspection.objects.count() == 2
    assert signed_in(cast, "李明").get(address).status_code == 404


def test_everybody_finds_firms_by_name_and_persons_only_masked(public: InspectionBatch) -> None:
    anybody = Client()
    firm, person = PublishedInspection.objects.get(is_person=False), PublishedInspection.objects.get(is_person=True)
    page = anybody.get("/public/inspections/").content.decode()
    assert "样例风驰物流有限公司" in page and "张某某" in page and "张铁柱" not in page
    for query, firms, persons in (
        ("q=风驰", True, False),
        (f"q={credit_code(31).lower()}", True, False),
        ("q=张某某", False, False),
        ("q=旅客", False, True),
        ("result=correction_ordered", False, True),
        ("checked_to=2026-09-01", True, False),
        ("checked_from=2026-09-02", False, True),
    ):
        page = anybody.get(f"/public/inspections/?{query}").content.decode()
        assert (firm.slug in page, person.slug in page) == (firms, persons), query
        assert (firm.slug in anybody.get(f"/public/inspections.csv?{query}").content.decode()) == firms
    shown = anybody.get(f"/public/inspections/{firm.slug}/").content.decode()
    assert "样例风驰物流有限公司：未发现问题" in shown and "15990001、15990002" in shown and "2027年9月1日" in shown
    masked = anybody.get(f"/public/inspections/{person.slug}/")
    assert "张铁柱" not in masked.content.decode() and "noindex" in masked["X-Robots-Tag"]
    told = [json.loads(line) for line in anybody.get("/public/inspections.jsonl").content.decode().splitlines()]
    assert {(one["name"], one["result"], one["result_title"]) for one in told} == {
        ("样例风驰物流有限公司", "nothing_found", "未发现问题"),
        ("张某某", "correction_ordered", "已责令改正"),
    }
    site = anybody.get("/public/sitemap.xml").content.decode()
    assert firm.slug in site and person.slug not in site
    dictionary = anybody.get("/public/data/").content.decode()
    assert "result_title" in dictionary and "nothing_found" in dictionary and "没有检查结果的文件" not in dictionary


def test_what_is_withdrawn_leaves_a_reason_and_no_name(public: InspectionBatch, cast: Cast) -> None:
    client, result = signed_in(cast, "秦芳"), InspectionResult.objects.get(is_person=False)
    address = f"{DESK}results/{result.pk}/"
    refused = client.post(address, {"reason": "样例风驰物流有限公司不是检查对象。"})
    assert refused.status_code == 422 and "样例风驰物流有限公司不是检查对象。" in refused.content.decode()
    assert client.post(address, {"reason": "检查对象填错。"}).status_code == 302
    gone = Client().get(f"/public/inspections/{result.slug}/")
    page = gone.content.decode()
    assert gone.status_code == 410 and "检查对象填错。" in page and "样交检〔2026〕7号" in page
    assert "风驰" not in page and credit_code(31) not in page
    assert result.slug not in Client().get("/public/inspections.csv").content.decode()
    (told,) = json.loads(Client().get("/public/withdrawn.json").content)["inspections"]
    assert (told["plan"], told["reason"]) == ("样交检〔2026〕7号", "检查对象填错。")
    assert "没有在公示" in client.post(address, {"reason": "再撤回。"}, follow=True).content.decode()
    with pytest.raises(IntegrityError, match="names_nobody"), transaction.atomic():
        PublishedInspection.objects.filter(slug=result.slug).update(name_public="样例风驰物流有限公司")
    # Put right, the same check may be loaded again.
    assert faults(GOOD[0]) == []


def test_it_goes_by_itself_when_its_time_is_over(public: InspectionBatch) -> None:
    slug = PublishedInspection.objects.get(is_person=False).slug
    for day, status in ((date(2027, 9, 1), 200), (date(2027, 9, 2), 410)):
        with time_machine.travel(datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
            assert Client().get(f"/public/inspections/{slug}/").status_code == status
    assert erase_run_out(date(2027, 9, 2)) == 1
    assert PublishedInspection.objects.get(slug=slug).name_public == ""
    assert erase_run_out(date(2027, 9, 2)) == 0


def test_what_is_returned_comes_back_as_text_and_never_was_public(waiting: InspectionBatch, cast: Cast) -> None:
    own, other, address = signed_in(cast, "秦芳"), signed_in(cast, "尤佳"), f"{DESK}{waiting.pk}/"
    assert other.post(f"{address}return/", {"reason": ""}).status_code == 422
    assert (
        "已退回，没有公示"
        in other.post(f"{address}return/", {"reason": "第三行事项写错。"}, follow=True).content.decode()
    )
    assert "第三行事项写错。" in own.get(address).content.decode()
    page = own.get(f"{DESK}?again={waiting.pk}").content.decode()
    assert "未随车携带营运证。" in page and "张铁柱" in page
    assert "已经办理过" in other.post(f"{address}approve/", follow=True).content.decode()
    assert not PublishedInspection.objects.exists()
    # It is owed to the public, by the one who loaded it, until it is loaded again.
    (row,) = next(one for one in groups(cast["尤佳"], TODAY) if one.key == "inspections").rows
    assert row.detail == "已退回：第三行事项写错。"
    (errand,) = inspection_errands(cast["秦芳"], TODAY)
    assert (errand.verb, errand.url) == ("改好再导入", address)
    assert send(own, table(*GOOD)).status_code == 302
    (row,) = next(one for one in groups(cast["尤佳"], TODAY) if one.key == "inspections").rows
    assert row.detail == "最早一条的期限 2026年9月29日" and inspection_errands(cast["秦芳"], TODAY) == []


def test_the_board_counts_what_is_late_by_table(cast: Cast) -> None:
    """Checked on 3 August 2026, due on 31 August by hand: late by 15 days on 15 September."""
    late = changed("检查日期", "2026-08-03")
    send(signed_in(cast, "秦芳"), table(*GOOD, late))
    (row,) = next(one for one in groups(cast["尤佳"], TODAY) if one.key == "inspections").rows
    assert row.due is not None and (row.due.on, row.due.level) == (date(2026, 8, 31), "overdue")
    assert (row.title, row.note) == ("行政检查结果 3 条", "逾期 1 条")
    page = signed_in(cast, "尤佳").get("/public/desk/board/").content.decode()
    assert "待公示的检查结果" in page and "已超 15 日" in page
    (errand,) = inspection_errands(cast["尤佳"], TODAY)
    assert errand.url == f"{DESK}{InspectionBatch.objects.get().pk}/"
    assert inspection_errands(cast["秦芳"], TODAY) == inspection_errands(cast["李明"], TODAY) == []


@pytest.mark.parametrize(
    "text",
    [
        'a"b,"c\n',
        ",".join(COLUMNS) + "\n" + "x" * 200_000,
        ",".join(COLUMNS) + "\n\u202e,\ud83d\ude97".encode("utf-16", "surrogatepass").decode("utf-16"),
        ",".join(COLUMNS) + "\n" + ",".join(["9" * 40] * 30),
        ",".join([*COLUMNS, COLUMNS[0]]) + "\nx",
        "\x00",
        "=1+1",
    ],
    ids=["quote", "long", "odd", "wide", "twice", "nothing", "formula"],
)
def test_whatever_is_sent_is_refused_in_words(text: str, cast: Cast) -> None:
    client = signed_in(cast, "秦芳")
    for answer in (client.post(DESK, {"text": text}), send(client, text)):
        assert answer.status_code == 422 and "error-summary" in answer.content.decode()
    assert client.get(f"{DESK}?again={'9' * 14}").status_code == client.get(f"{DESK}?again=x").status_code == 200
    assert not InspectionBatch.objects.exists()
