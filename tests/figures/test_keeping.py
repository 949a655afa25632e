"""Does a kept report say the same for ever, and does it tell what has changed since and why?"""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pypdfium2
import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.figures.registry import Period
from cases.models import Case, Decision
from oversight.annual.as_json import as_json
from oversight.annual.errands import annual_errands
from oversight.annual.keeping import changes_since, is_intact, keep, kept_report
from oversight.annual.models import AnnualReport
from oversight.annual.report import annual_report
from oversight.annual.workbook import annual_workbook
from tests.publicity import cases

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
KEPT = datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = datetime(2026, 9, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PAGE = "/review/annual/"


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cast, Story]]:
    """One firm fined on 24 August, told once."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            with time_machine.travel(KEPT):
                cast = hire_everyone("quick")
                story = cases.overloaded(cast, cases.FIRM)
            yield cast, story
            transaction.set_rollback(True)


@pytest.fixture
def cast(told: tuple[Cast, Story], db: None) -> Iterator[Cast]:
    with time_machine.travel(LATER):
        yield told[0]


@pytest.fixture
def desk(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast["韩雪"], backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def kept(cast: Cast) -> AnnualReport:
    """An hour after the story was told, before anything else happened."""
    return keep(annual_report(YEAR, now=KEPT + timedelta(hours=1)), officer=cast["韩雪"])


def said(kept: AnnualReport) -> str:
    return json.dumps(as_json(kept_report(AnnualReport.objects.get(pk=kept.pk))), ensure_ascii=False)


def test_it_says_the_same_after_the_cases_went_on(kept: AnnualReport, cast: Cast) -> None:
    before, book = said(kept), annual_workbook(kept_report(kept))
    assert changes_since(kept, now=LATER) == []
    with time_machine.travel(LATER):
        cases.overloaded(cast, cases.OTHER_FIRM)
    Case.objects.filter(decisions__isnull=False, pk=Decision.objects.earliest("pk").case_id).update(
        filed_on=date(2025, 12, 1)
    )
    assert said(kept) == before
    sheets = [
        [[cell.value for cell in row] for sheet in openpyxl.load_workbook(BytesIO(one)) for row in sheet]
        for one in (book, annual_workbook(kept_report(kept)))
    ]
    assert sheets[0] == sheets[1]
    assert is_intact(kept)


def test_it_tells_which_cases_entered_and_left_and_what_was_done_since(kept: AnnualReport, cast: Cast) -> None:
    first = Decision.objects.get().case
    with time_machine.travel(LATER):
        second = cases.overloaded(cast, cases.OTHER_FIRM).case
    # Past the procedure, as whoever repairs a database by hand.
    Case.objects.filter(pk=first.pk).update(filed_on=date(2025, 12, 1))
    found = {(one.table, one.column): one for one in changes_since(kept, now=LATER)}
    filed = found["行政处罚实施情况统计表", "立案数量"]
    assert (filed.before, filed.now) == ("1", "1")
    told = {change.row.case: (str(change.what), change.why) for change in filed.changes}
    assert told[second.pk][0] == "新计入" and "2026-08-03 批准立案" in told[second.pk][1]
    assert told[first.pk][0] == "不再计入" and "没有办理记录" in told[first.pk][1]
    fined = found["行政处罚实施情况统计表", "行政处罚（宗） 罚款"]
    assert (fined.before, fined.now, [one.row.case for one in fined.changes]) == ("1", "2", [second.pk])
    assert "决定" in fined.changes[0].why
    money = found["行政处罚实施情况统计表", "罚没金额（元）"]
    assert (money.before, money.now) == ("1,000.00", "2,000.00")


def test_an_annulment_afterwards_changes_no_penalty(kept: AnnualReport) -> None:
    Decision.objects.update(effect="annulled", effect_on=date(2026, 9, 10))
    assert changes_since(kept, now=LATER) == []


def test_nobody_changes_it(kept: AnnualReport) -> None:
    for statement in ("UPDATE oversight_annualreport SET sha256 = 'x'", "DELETE FROM oversight_annualreport"):
        with (
            pytest.raises(DatabaseError, match="存档的年报不得改动或者删除"),
            transaction.atomic(),
            connection.cursor() as sql,
        ):
            sql.execute(statement)
    kept.result["figures"]["penalties.fine"] = []
    assert not is_intact(kept)


def test_it_is_kept_and_read_in_the_browser(desk: Client) -> None:
    page = desk.post(f"{PAGE}keep/", {"begins": "2026-01-01", "ends": "2026-12-31", "unit": ""}, follow=True)
    kept = AnnualReport.objects.get()
    assert page.redirect_chain == [(f"{PAGE}?kept={kept.pk}", 302)]
    text = page.content.decode()
    assert "已存档" in text and kept.sha256[:16] in text
    Case.objects.update(closed_on=date(2026, 9, 15), state="closed")
    listed = desk.get(f"{PAGE}cells/penalties.total/?kept={kept.pk}").content.decode()
    assert Decision.objects.get().case.number in listed
    changed = desk.get(f"{PAGE}kept/{kept.pk}/changes/").content.decode()
    assert "结案数量" in changed and "存档时 0，现在 1" in changed


@pytest.mark.parametrize(
    ("begins", "ends", "sentence"),
    [
        ("2026-13-01", "2026-12-31", "输入一个有效的日期"),
        ("", "2026-12-31", "这个字段是必填项"),
        ("2026-12-31", "2026-01-01", "结束日期早于开始日期"),
        ("1990-01-01", "1996-10-02", "不能统计更早的数据"),
        ("2000-01-01", "2026-01-01", "一次最多统计五年"),
        ("2026-01-01\x00", "2026-01-02", "有效"),
        ("9999-01-01", "9999-12-31", "只能统计到今年年底"),
        ("2026-11-01", "2026-12-31", ""),
    ],
)
def test_a_period_that_cannot_be_is_refused_in_words(desk: Client, begins: str, ends: str, sentence: str) -> None:
    answer = desk.get(PAGE, {"begins": begins, "ends": ends, "unit": ""})
    assert answer.status_code == (422 if sentence else 200)
    assert sentence in answer.content.decode()
    assert desk.post(f"{PAGE}keep/", {"begins": begins, "ends": ends}).status_code == (422 if sentence else 302)


@pytest.mark.parametrize(
    "address",
    ["cells/penalties.none/", "cells/x/", "cells/work.closed/?begins=x", "report.doc", "report.pdf?begins=x&ends=y"],
)
def test_what_is_no_figure_does_not_exist(desk: Client, address: str) -> None:
    assert desk.get(f"{PAGE}{address}").status_code == 404


@pytest.mark.parametrize("kept", ["0", "x", "99999999999999999999", "\x00"])
def test_what_was_not_kept_is_counted_now(desk: Client, kept: str) -> None:
    assert "现在统计" in desk.get(PAGE, {"kept": kept}).content.decode()


def test_it_prints_as_the_official_tables_lie_across_the_sheet(desk: Client) -> None:
    answer = desk.get(f"{PAGE}report.pdf?begins=2026-01-01&ends=2026-12-31")
    paper = pypdfium2.PdfDocument(answer.content)
    wide, high = paper[0].get_size()
    text = "".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    assert (round(wide), round(high)) == (842, 595)
    words = "".join(text.split())
    for expected in (
        "2026年度行政处罚实施情况统计表",
        "样例旗交通运输局",
        "报表人：",
        "联系电话：0475-0000001",
        "未登记",
        "治超站",
        "1,000.00",
    ):
        assert expected in words, expected


def test_the_workbook_holds_tables_rows_and_rules(cast: Cast) -> None:
    book = openpyxl.load_workbook(BytesIO(annual_workbook(annual_report(YEAR, now=KEPT))))
    first = book.worksheets[0]
    heads = [cell.value for cell in first[4]]
    fine = [cell.value for cell in first[5]].index("罚款")
    # 治超站, then the total.
    assert heads[0] == "单位名称" and [first.cell(row, fine + 1).value for row in (6, 7)] == [1, 1]
    rules = {(row[0].value, row[1].value): row[2].value for row in book["口径"]}
    assert rules["行政处罚实施情况统计表", "罚没金额（元）"].startswith("以处罚决定书确定的")
    number = Decision.objects.get().case.number
    assert any(row[1].value == "行政处罚（宗） 罚款" and row[4].value == number for row in book["明细"])


def test_the_command_writes_every_format(cast: Cast, tmp_path: Path) -> None:
    told = StringIO()
    call_command("annual_report", "2026", format="json", stdout=told)
    found = json.loads(told.getvalue())
    columns = {column["key"]: column for table in found["tables"] for column in table["columns"]}
    assert columns["penalties.fine"]["value"] == "1" and len(columns["penalties.fine"]["rows"]) == 1
    assert columns["other-acts.levies"]["value"] is None and columns["other-acts.levies"]["missing"] == "未登记"
    for suffix, start in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")):
        out = tmp_path / f"report.{suffix}"
        call_command("annual_report", "2026", out=out, unit="治超站", keep=suffix == "json", month=8)
        assert out.read_bytes().startswith(start)
    assert AnnualReport.objects.get().unit.name == "治超站"
    summary = StringIO()
    call_command("annual_report", "2026", stdout=summary)
    assert "表一 2026年度行政处罚实施情况统计表\n  立案数量: 1" in summary.getvalue()


@pytest.mark.parametrize(
    ("year", "options", "sentence"),
    [
        ("1996", {}, "YEAR lies after 1996"),
        ("2027", {}, "not after 2026"),
        ("2026", {"unit": "没有的"}, "No department"),
        ("2026", {"out": Path("x.doc")}, "--out ends in"),
        ("2026", {"format": "pdf"}, "wants --out"),
        ("2026", {"out": Path("/nowhere/x.json")}, "nowhere"),
    ],
)
def test_the_command_refuses_in_a_sentence(cast: Cast, year: str, options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("annual_report", year, **options, stdout=StringIO())


def test_last_years_tables_stand_on_the_worklist_until_they_are_kept(cast: Cast) -> None:
    """Due on 31 January, the text by 1 February; a report kept before the year was over is no report of the year."""
    new_year = date(2027, 1, 4)
    keep(annual_report(YEAR, now=KEPT), officer=None)
    tables, text = annual_errands(cast["韩雪"], new_year)
    assert tables.due and text.due and (tables.due.on, text.due.on) == (date(2027, 1, 31), date(2027, 2, 1))
    assert annual_errands(cast["李明"], new_year) == []
    keep(annual_report(YEAR, now=datetime(2027, 1, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))), officer=cast["韩雪"])
    assert [one.verb for one in annual_errands(cast["韩雪"], new_year)] == ["起草"]
    assert annual_errands(cast["韩雪"], date(2026, 1, 4)) == []
