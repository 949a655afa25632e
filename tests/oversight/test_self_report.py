"""Does the self-review report say what the county asks for, with figures that a person would count?"""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.copies import copy_case
from cases.models import Decision, FiredRule, Inquiry, LegalReview, Party, Term
from law.self_report import all_systems, enforcement_systems
from oversight.models import Measure, ReviewRun
from oversight.register import register, sums_of
from oversight.report import make_report, run_review
from oversight.rules import RULES
from oversight.self_report import self_report
from oversight.self_report_paper import self_report_pdf
from oversight.self_report_workbook import self_report_workbook
from tests.oversight.test_report import BEGINS, ENDS, NOW


@pytest.fixture
def run(year) -> ReviewRun:
    return run_review(make_report(BEGINS, ENDS, None, now=NOW, language="zh-hans"), officer=None)


def test_the_files_are_summed_up_as_by_hand(run) -> None:
    """Twelve overloads of 6,000, the dangerous goods 52,000 and 26,000 confiscated, 100 on the spot; one let off."""
    sums = sums_of(run)
    assert (sums.ordinary, sums.summary) == (14, 1)
    assert (sums.penalties, sums.no_penalties) == (14, 1)
    assert (sums.fines, sums.confiscations) == (12 * 6000 + 52000 + 100, 26000)


def test_a_decision_that_was_annulled_is_no_longer_summed_up(run, year) -> None:
    Decision.objects.filter(case=year[0]).update(effect="annulled", effect_on=ENDS)
    sums = sums_of(run)
    assert (sums.penalties, sums.fines) == (13, 11 * 6000 + 52000 + 100)


def test_the_register_has_a_line_for_each_decision_in_the_order_of_closing(run, world) -> None:
    lines = list(register(run))
    assert len(lines) == 15
    assert [one.closed_on for one in lines] == sorted(one.closed_on for one in lines)
    first = next(one for one in lines if one.case == world["overload"])
    assert (first.fine, first.confiscation, first.outcome, first.unit) == (6000, 0, "行政处罚", "治超站")
    assert "罚" in first.paper and first.party == "样例顺达运输有限公司"
    assert [one.outcome for one in lines if one.case == world["first_offence"]] == ["不予行政处罚"]


def test_the_three_systems_are_told_by_dates_and_findings(run, year) -> None:
    """Four of the copies lack the advice on rights (P17); what must be public, reviewed and passed is set by hand."""
    Term.objects.filter(key="publish").delete()
    due = {"nature": "duty", "basis": "行政处罚法:48.1", "opened_on": BEGINS, "due_on": "2026-06-10", "title": "公示"}
    for case, ended, ending in ((0, "2026-06-10", "met"), (1, "2026-06-11", "met"), (2, None, ""), (3, BEGINS, "moot")):
        Term.objects.create(case_id=year[case], key="publish", ended_on=ended, ending=ending, **due)
    FiredRule.objects.all().delete()
    party = Party.objects.get(case=year[5])
    for case in year[5:7]:
        FiredRule.objects.create(
            case_id=case, party=party, round=1, scope="review", rule="x", title="x", basis="x", fired_on=BEGINS
        )
    LegalReview.objects.create(
        case_id=year[5], round=1, submitted_on=BEGINS, submitted_by_id=run_by(run, year), outcome="returned"
    )
    systems = self_report(run).systems
    assert [one.title for one in systems] == ["行政执法公示制度", "执法全过程记录制度", "重大执法决定法制审核制度"]
    assert [one.value for one in systems[0].counts] == [3, 1, 1, 1]
    assert [one.value for one in systems[2].counts] == [2, 0, 2]
    record = {one.item.number: one.findings for one in systems[1].faults}
    assert record["P17"] == 4
    # The decision that came too soon stands before its own notice: one more.
    assert "共 5 处" in systems[1].sentence and sum(record.values()) == 5


def run_by(run: ReviewRun, year: list[int]) -> int:
    return Decision.objects.get(case=year[5]).decided_by_id


def test_every_rule_of_the_three_systems_exists_and_every_row_is_in_force() -> None:
    assert {rule for one in all_systems() for rule in one.rules} <= set(RULES)
    assert [one.key for one in enforcement_systems(ENDS)] == ["disclosure", "record", "review"]


def test_vetoes_come_first_and_each_fault_has_examples_and_a_proposal(run, year) -> None:
    problems = self_report(run).problems
    assert problems[0].item.veto
    advice = next(one for one in problems if one.item.number == "P17")
    assert (advice.files, advice.findings, len(advice.examples)) == (4, 4, 3)
    assert all(one.url.startswith("/papers/") for one in advice.examples)
    assert all(one.measure == one.proposed and len(one.proposed) > 5 for one in problems)


# --- the page -------------------------------------------------------------------------------------
def test_each_figure_of_the_page_opens_as_many_files(run, signed_in) -> None:
    client = signed_in("卫国")
    context = client.get(f"/review/runs/{run.pk}/self-report/").context
    opened = [(one["value"], one["url"]) for one in context["basic"] if "/files/" in one["url"]]
    opened += [(one.value, one.url) for system in context["said"].systems for one in system.counts]
    assert len(opened) >= 15
    for value, url in opened:
        assert client.get(url).context["count"] == value, url


def test_what_the_administrator_writes_is_kept_with_the_run(run, signed_in) -> None:
    client, address = signed_in("韩雪"), f"/review/runs/{run.pk}/self-report/"
    form = client.get(f"{address}measures/").context["form"]
    typed = {name: str(form[name].value() or "") for name in form.fields}
    name = next(one for one in form.fields if form.fields[one].label.startswith("P17"))
    assert client.post(f"{address}measures/", typed | {name: "逐件补充告知。", "other": "无。"}).url == address
    assert {(one.item, one.text, one.written_by.name) for one in Measure.objects.all()} == {
        ("P17", "逐件补充告知。", "韩雪"),
        ("", "无。", "韩雪"),
    }
    assert "逐件补充告知。" in client.get(address).content.decode()
    client.post(f"{address}measures/", typed | {name: " "})
    assert not Measure.objects.exists(), "what is emptied is proposed again"


@pytest.mark.parametrize("text", ["长" * 2001, "零\x00字节"])
def test_a_measure_that_cannot_be_kept_is_refused_in_words_and_stays_typed(run, signed_in, text) -> None:
    client, address = signed_in("韩雪"), f"/review/runs/{run.pk}/self-report/measures/"
    answer = client.post(address, {"other": text})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode() or "field__error" in answer.content.decode()
    assert text[:2] in answer.content.decode()
    assert not Measure.objects.exists()


@pytest.mark.parametrize(
    ("who", "see", "write"), [("韩雪", 200, 200), ("卫国", 200, 404), ("李明", 404, 404), ("郑海", 404, 404)]
)
def test_the_head_reads_the_administrator_writes(run, signed_in, who, see, write) -> None:
    client, address = signed_in(who), f"/review/runs/{run.pk}/self-report/"
    assert client.get(address).status_code == see
    assert client.get(f"{address}measures/").status_code == write


def test_the_page_needs_no_more_queries_for_more_files(run, case) -> None:
    copies = copy_case(case("overload"), 30, closed_from=BEGINS)
    Inquiry.objects.filter(case__in=copies, kind="interview").update(rights_told=False)
    more = run_review(make_report(BEGINS, ENDS, None, now=NOW, language="zh-hans"), officer=None)
    counts = []
    for one in (run, more):
        with CaptureQueriesContext(connection) as queries:
            self_report(one)
            list(register(one))
        counts.append(len(queries))
    assert counts[0] == counts[1] < 35


# --- exports --------------------------------------------------------------------------------------
def test_the_workbook_has_the_register_as_a_sheet_and_executes_nothing(run, year) -> None:
    Party.objects.filter(case=year[0]).update(name="=1+1")
    book = openpyxl.load_workbook(io.BytesIO(self_report_workbook(self_report(run))))
    assert book.sheetnames == ["案卷基本情况", "案件目录登记表", "三项制度落实情况", "问题和整改措施"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "n"}
    rows = list(book["案件目录登记表"].iter_rows(values_only=True))
    assert len(rows) == 16 and rows[0][1] == "案号"
    assert sum(row[7] for row in rows[1:]) == 12 * 6000 + 52000 + 100
    assert "=1+1" in {row[3] for row in rows}


def test_the_paper_holds_report_and_annex(run, monkeypatch) -> None:
    pages: list[str] = []
    monkeypatch.setattr("oversight.self_report_paper.pdf_from_html", lambda html: pages.append(html) or b"%PDF")
    assert self_report_pdf(self_report(run)) == b"%PDF"
    for words in ("案卷基本情况", "三项制度落实情况", "存在的问题", "整改措施", "附件：行政处罚案件目录登记表", "<svg"):
        assert words in pages[0]
