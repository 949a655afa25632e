"""What is handed to the credit platforms, and does every field keep the rule of the national field set?"""

import csv
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast
from cases.case_file import load_case_file
from cases.services import Refused, perform
from publicity.credit import FIELDS, credit_record, faults, in_wan
from publicity.credit_log import Change, CreditHandover
from publicity.handover import NothingToHandOver, as_csv, as_xlsx, due_rows, hand_over, lines_of
from publicity.models import Publication
from publicity.register import PublishedDecision
from tests.publicity import cases
from tests.publicity.conftest import NOW, publish, signed_in

ORGAN = credit_code(90)
ON = date(2026, 9, 15)


@pytest.fixture(autouse=True)
def organ(settings: Any) -> None:
    settings.CREDIT_ORGAN_CODE = ORGAN


def record_of(copy: Publication) -> dict[str, str]:
    return credit_record(copy, load_case_file(copy.case_id), ORGAN)


# --- the fields ------------------------------------------------------------------------------------
def test_a_firm_is_told_in_the_national_field_set(published: Publication) -> None:
    record = record_of(published)
    told = {code: text for code, text in record.items() if text and code not in ("CF_SY", "CF_YJ", "CF_WFXW", "CF_NR")}
    assert told == {
        "CF_XDR_MC": "样例风驰物流有限公司",
        "CF_XDR_LB": "法人及非法人组织",
        "CF_XDR_SHXYM": cases.FIRM["uscc"],
        "CF_FRDB": "柳如松",
        "CF_WSH": "蒙样交执罚〔2026〕001号",
        "CF_CFLB": "罚款",
        "CF_NR_FK": "0.100000",
        "CF_JDRQ": "2026-08-24",
        "CF_YXQ": "2099-12-31",
        "CF_GSJZQ": "2027-08-24",
        "CF_CFJG": "样例旗交通运输局",
        "CF_CFJGDM": ORGAN,
        "CF_SJLY": "样例旗交通运输局",
        "CF_SJLYDM": ORGAN,
    }
    assert "蒙G99831" not in record["CF_SY"] and "于强" not in record["CF_SY"]
    assert list(faults(record, ON)) == []


def test_a_citizen_is_told_with_the_identity_paper_and_without_a_credit_code(cast: Cast) -> None:
    story = cases.overloaded(cast, cases.PERSON)
    cases.serve(story)
    record = record_of(publish(story.case.decisions.get(), cast))
    assert (record["CF_XDR_LB"], record["CF_XDR_MC"]) == ("自然人", "张铁柱")
    assert (record["CF_XDR_ZJLX"], record["CF_XDR_ZJHM"]) == ("身份证", cases.PERSON["id_number"])
    assert (record["CF_XDR_SHXYM"], record["CF_FRDB"]) == ("", "")
    assert list(faults(record, ON)) == []


def test_two_thousand_yuan_are_a_fifth_of_ten_thousand() -> None:
    assert [in_wan(Decimal(yuan)) for yuan in ("2000", "0.01", "0", "30000")] == [
        "0.200000",
        "0.000001",
        "",
        "3.000000",
    ]


WRONG = [
    ({"CF_XDR_MC": ""}, "行政相对人名称（CF_XDR_MC）没有填写"),
    ({"CF_XDR_SHXYM": ""}, "统一社会信用代码（CF_XDR_SHXYM）没有填写"),
    ({"CF_XDR_SHXYM": "911599990000000000"}, "统一社会信用代码（CF_XDR_SHXYM）校验位不对"),
    ({"CF_FRDB": ""}, "法定代表人（CF_FRDB）没有填写"),
    ({"CF_XDR_LB": "自然人"}, "证件号码（CF_XDR_ZJHM）没有填写"),
    ({"CF_XDR_LB": "其他"}, "行政相对人类别（CF_XDR_LB）不在规定之内"),
    (
        {"CF_XDR_ZJLX": "身份证", "CF_XDR_ZJHM": cases.PERSON["id_number"][:-1] + "A"},
        "证件号码（CF_XDR_ZJHM）校验位不对",
    ),
    ({"CF_XDR_ZJLX": "港澳台居民居住证"}, "证件类型（CF_XDR_ZJLX）不在规定之内：港澳台居民居住证"),
    ({"CF_FR_ZJLX": "护照"}, "法定代表人证件类型（CF_FR_ZJLX）不在规定之内：护照"),
    ({"CF_CFLB": "罚款;训斥"}, "处罚类别（CF_CFLB）不在规定之内：训斥"),
    ({"CF_NR_FK": ""}, "罚款金额（万元）（CF_NR_FK）没有填写"),
    ({"CF_NR_FK": "0.000000"}, "罚款金额（万元）（CF_NR_FK）应当大于零"),
    ({"CF_NR_FK": "0.1"}, "罚款金额（万元）（CF_NR_FK）应当大于零，以万元计，六位小数"),
    ({"CF_CFLB": "罚款;没收违法所得"}, "没收违法所得、没收非法财物的金额（万元）（CF_NR_WFFF）没有填写"),
    ({"CF_CFLB": "罚款;吊销许可证件"}, "暂扣或吊销证照名称及编号（CF_NR_ZKDX）没有填写"),
    ({"CF_JDRQ": "2026-09-16"}, "处罚决定日期（CF_JDRQ）晚于今天"),
    ({"CF_JDRQ": "24.8.2026"}, "处罚决定日期（CF_JDRQ）不是日期"),
    ({"CF_JDRQ": "20260824"}, "处罚决定日期（CF_JDRQ）不是日期"),
    ({"CF_YXQ": "2026-W35-1"}, "处罚有效期（CF_YXQ）不是日期"),
    ({"CF_GSJZQ": "2026-08-24"}, "公示截止期（CF_GSJZQ）应当晚于决定日期"),
    ({"CF_CFJGDM": ""}, "处罚机关统一社会信用代码（CF_CFJGDM）没有填写"),
    ({"CF_WSH": "〇" * 65}, "行政处罚决定书文号（CF_WSH）有 65 字，最多 64 字"),
    ({"CF_SY": "长" * 5001}, "违法事实（CF_SY）有 5001 字，最多 5000 字"),
]


@pytest.mark.parametrize(("wrong", "said"), WRONG)
def test_each_fault_is_named_by_its_field(published: Publication, wrong: dict[str, str], said: str) -> None:
    assert [one for one in faults(record_of(published) | wrong, ON) if str(one).startswith(said)] != []


# --- the log ---------------------------------------------------------------------------------------
def test_new_changed_withdrawn_each_go_once(published: Publication, cast: Cast) -> None:
    publisher = cast["秦芳"]
    assert [one.change for one in due_rows(ON)] == [Change.NEW]
    hand_over(publisher, ON)
    with pytest.raises(NothingToHandOver):
        hand_over(publisher, ON)
    PublishedDecision.objects.update(fulfilment_public="x")
    assert due_rows(ON) == []
    Publication.objects.update(result_public="罚款人民币壹仟元整。")
    assert [one.change for one in due_rows(ON)] == [Change.CHANGED]
    hand_over(publisher, ON)
    perform(Publication.objects.get(), "withdraw", publisher, ON, reason="决定已被样例旗人民政府撤销。")
    last = hand_over(publisher, ON)
    ((change, fields),) = lines_of(last)
    assert (change, fields["CF_WSH"], fields["BZ"]) == (
        Change.WITHDRAWN,
        "蒙样交执罚〔2026〕001号",
        "决定已被样例旗人民政府撤销。",
    )
    assert due_rows(ON) == []
    assert CreditHandover.objects.count() == 3


def test_a_row_with_a_fault_stays_behind(published: Publication, cast: Cast, settings: Any) -> None:
    settings.CREDIT_ORGAN_CODE = ""
    with pytest.raises(NothingToHandOver):
        hand_over(cast["秦芳"], ON)
    page = signed_in(cast, "秦芳").get("/public/desk/credit/").content.decode()
    assert "处罚机关统一社会信用代码（CF_CFJGDM）没有填写" in page
    assert "生成移交文件（" not in page


def test_both_files_hold_the_same_cells_as_text(published: Publication, cast: Cast) -> None:
    made = hand_over(cast["秦芳"], ON)
    lines = list(csv.reader(StringIO(as_csv(lines_of(made)).decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(lines_of(made), "x"))).active
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert cells == lines
    assert lines[0] == [*(one.code for one in FIELDS), "BDLX"]
    assert lines[1][-1] == "新增"
    assert {cell.data_type for row in sheet.iter_rows(min_row=3) for cell in row if cell.value} == {"s"}


def test_publishers_fetch_the_file_heads_see_the_log_others_nothing(published: Publication, cast: Cast) -> None:
    publisher = signed_in(cast, "秦芳")
    assert "已生成移交文件，共 1 行" in publisher.post("/public/desk/credit/make/", follow=True).content.decode()
    made = CreditHandover.objects.get()
    place = reverse("publicity:credit-file", args=[made.pk, "csv"])
    response = publisher.get(place)
    assert "no-store" in response.headers["Cache-Control"]
    assert cases.FIRM["uscc"] in response.content.decode()
    assert signed_in(cast, "卫国").get("/public/desk/credit/").status_code == 200
    assert signed_in(cast, "卫国").get(place).status_code == 404
    assert signed_in(cast, "李明").get("/public/desk/credit/").status_code == 404
    assert Client().get(place).status_code == 302


# --- repair ----------------------------------------------------------------------------------------
def repair(copy: Publication, cast: Cast, on: date) -> None:
    with time_machine.travel(datetime(on.year, on.month, on.day, 9, tzinfo=NOW.tzinfo)):
        perform(copy, "note_repair", cast["尤佳"], on, repair_number="信修〔2026〕1号")


def test_a_repair_waits_for_three_months_and_for_the_money(published: Publication, cast: Cast) -> None:
    """一般: at least three months from the decision of 24 August 2026 (信用修复管理办法), all duties performed."""
    with pytest.raises(Refused) as refused:
        repair(published, cast, date(2026, 11, 24))
    said = [str(one.sentence) for one in refused.value.obstacles]
    assert "按信用修复管理办法，“一般”的处罚最短公示 3 个月，2026年11月25日 起才能修复。" in said
    assert "样例风驰物流有限公司还有罚没款 1000.00 元没有缴清，不得修复。" in said
    with pytest.raises(Refused) as refused:
        repair(published, cast, date(2026, 11, 25))
    assert len(refused.value.obstacles) == 1


def test_a_repair_ends_the_publication_and_goes_to_the_platform(
    published: Publication, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(cast["秦芳"], ON)
    monkeypatch.setattr("cases.case_file.CaseFile.paid_by", lambda file, party: Decimal(1000))
    repair(published, cast, date(2026, 11, 25))
    published.refresh_from_db()
    assert published.public_until == date(2026, 11, 24)
    assert PublishedDecision.objects.get().fate == "expired"
    response = Client().get(reverse("publicity:decision", args=[published.slug]))
    assert response.status_code == 410 and "风驰" not in response.content.decode()
    (due,) = due_rows(date(2026, 11, 25))
    assert (due.change, due.fields["CF_GSJZQ"]) == (Change.REPAIRED, "2026-11-24")
    assert due.fields["BZ"] == "信用修复：信修〔2026〕1号"
