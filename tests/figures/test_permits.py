"""Do permits come in by a table whose faults are named row by row, and count only after a second person has looked?"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast
from cases.figures.registry import Period, count
from oversight.annual.errands import permit_errands
from oversight.annual.permit_table import COLUMNS, as_table, read_table
from oversight.models import PermitBatch, PermitMatter

TODAY = date(2026, 11, 2)
PAGE = "/review/annual/permits/"
HEAD = ",".join(COLUMNS)
GOOD = "许1,道路客运经营许可,新办,2026-03-02,2026-03-03,准予,2026-03-20,\n许2,道路客运经营许可,延续,2026年3月2日,2026/3/3,不予,2026.3.20,\n"


@pytest.fixture
def cast(db: None) -> Any:
    with time_machine.travel(datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield hire_everyone("quick")


def at_work(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


def granted() -> list[str]:
    return [one.label for one in count(Period(date(2026, 1, 1), TODAY), ["permits.granted"])["permits.granted"]]


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (",客运,新办,2026-03-02,,未办结,,", "申请编号", "没有填写"),
        ("许1,,新办,2026-03-02,,未办结,,", "许可事项", "没有填写"),
        ("许1,客运,注销,2026-03-02,,未办结,,", "申请种类", "只能填"),
        ("许1,客运,新办,2026-02-30,,未办结,,", "收到申请日期", "不是日期"),
        ("许1,客运,新办,2026-11-03,,未办结,,", "收到申请日期", "在今天以后"),
        ("许1,客运,新办,2026-03-02,2026-03-01,未办结,,", "受理日期", "早于"),
        ("许1,客运,新办,2026-03-02,2026-03-03,准予,,", "决定日期", "须填决定日期"),
        ("许1,客运,新办,2026-03-02,2026-03-03,未办结,2026-03-04,", "决定日期", "没有决定日期"),
        ("许1,客运,新办,2026-03-02,2026-03-03,不予受理,2026-03-04,", "受理日期", "没有受理日期"),
        ("许1,客运,新办,2026-03-02,2026-03-03,不予,2026-03-04,2026-03-05", "撤销日期", "准予的许可才能撤销"),
        ("许1,客运,新办,2026-03-02,2026-03-03,准予,2026-03-04,2026-03-03", "撤销日期", "早于"),
        (f"许1,{'长' * 121},新办,2026-03-02,,未办结,,", "许可事项", "最多 120 个字"),
        ("许1,客运,新办,2026-03-02,,好,,", "办理结果", "只能填"),
        ("许1,客运", "申请种类", "没有填写"),
    ],
)
def test_a_fault_is_named_with_its_row_and_column(row: str, column: str, sentence: str) -> None:
    good = "许9,客运,新办,2026-03-02,,未办结,,"
    rows, faults = read_table(f"{HEAD}\n{good}\n{row}\n", TODAY)
    assert rows == []
    assert any(one.row == 3 and one.column == column and sentence in one.reason for one in faults), faults


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "列名"),
        ("甲,乙\n", "列名"),
        (f"{HEAD}\n", "1 到"),
        (f'{HEAD}\n"许1,x', "引号"),
        (f"{HEAD}\n" + "许1,x,新办,2026-03-02,,未办结,,\n" * 2, "与第 2 行相同"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str, sentence: str) -> None:
    assert any(sentence in str(one) for one in read_table(text, TODAY)[1])


def test_what_is_given_out_is_read_again_unchanged() -> None:
    rows, faults = read_table(f"\ufeff{HEAD}\n{GOOD}", TODAY)
    assert faults == [] and [one.decided_on for one in rows] == [date(2026, 3, 20)] * 2
    assert as_table(read_table(as_table(rows), TODAY)[0]) == as_table(rows)


def test_one_loads_and_another_lets_them_count(cast: Cast) -> None:
    first, second = at_work(cast, "韩雪"), at_work(cast, "卫国")
    file = SimpleUploadedFile("x.csv", f"{HEAD}\n{GOOD}".encode("gb18030"), "text/csv")
    page = first.post(PAGE, {"file": file, "text": ""}, follow=True).content.decode()
    batch = PermitBatch.objects.get()
    assert "已导入 2 件许可" in page and granted() == []
    approve = f"{PAGE}{batch.pk}/approve/"
    assert "不能自己审核" in first.post(approve, follow=True).content.decode()
    assert [one.verb_url for one in permit_errands(cast["卫国"], TODAY)] == [f"{PAGE}{batch.pk}/"]
    assert permit_errands(cast["韩雪"], TODAY) == permit_errands(cast["李明"], TODAY) == []
    assert "许可数据已经计入" in second.post(approve, follow=True).content.decode()
    assert granted() == ["许1 道路客运经营许可"]
    assert "已经办理过" in second.post(approve, follow=True).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        PermitBatch.objects.update(approved_by=cast["韩雪"])


def test_a_later_table_takes_the_place_of_an_earlier_row(cast: Cast) -> None:
    for text in (GOOD, "许1,道路客运经营许可,新办,2026-03-02,2026-03-03,准予,2026-03-20,2026-09-01\n"):
        at_work(cast, "韩雪").post(PAGE, {"text": f"{HEAD}\n{text}"})
        at_work(cast, "卫国").post(f"{PAGE}{PermitBatch.objects.latest('pk').pk}/approve/")
    assert granted() == ["许1 道路客运经营许可"]
    revoked = count(Period(date(2026, 9, 1), date(2026, 9, 1)), ["permits.revoked"])["permits.revoked"]
    assert len(revoked) == 1 and PermitMatter.objects.filter(counts=True).count() == 2


def test_a_refused_table_comes_back_and_nothing_of_it_stays(cast: Cast) -> None:
    desk = at_work(cast, "韩雪")
    typed = f"{HEAD}\n许1,客运,新办,2026-03-02,,好,,\n"
    answer = desk.post(PAGE, {"text": typed})
    page = answer.content.decode()
    assert answer.status_code == 422 and "有 1 处要改" in page and "许1,客运,新办" in page
    assert not PermitBatch.objects.exists()
    for bad in ({"text": ""}, {"text": "a\x00b"}, {"file": SimpleUploadedFile("x.csv", b"\xff\xfe\x00\xd8")}):
        assert desk.post(PAGE, bad).status_code == 422


def test_a_returned_table_says_why_and_is_put_right(cast: Cast) -> None:
    at_work(cast, "韩雪").post(PAGE, {"text": f"{HEAD}\n{GOOD}"})
    batch, head = PermitBatch.objects.get(), at_work(cast, "卫国")
    assert head.post(f"{PAGE}{batch.pk}/return/", {"reason": ""}).status_code == 422
    page = head.post(f"{PAGE}{batch.pk}/return/", {"reason": "许2 决定日期不对"}, follow=True).content.decode()
    assert "许2 决定日期不对" in page and granted() == []
    assert (
        "许2,道路客运经营许可,延续,2026-03-02" in at_work(cast, "韩雪").get(f"{PAGE}?again={batch.pk}").content.decode()
    )
    assert at_work(cast, "韩雪").get(f"{PAGE}?again=9999999999999999").status_code == 200
