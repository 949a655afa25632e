"""Is a large review done chunk by chunk, with a bounded number of queries, and can it be stopped and taken up again?"""

from dataclasses import asdict, replace
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.copies import copy_case
from cases.models import Inquiry
from documents.models import Outbox
from documents.outbox import drain
from oversight import figures
from oversight.jobs import ask_for_review, review_chunk, stop, take_up
from oversight.kept import standard_of
from oversight.models import ReviewedFile, ReviewedFinding, ReviewRun
from oversight.report import kept_report, make_report, review_next
from oversight.results import Wish
from oversight.standards import frozen
from tests.oversight.test_report import BEGINS, ENDS, NOW

YEAR = {"begins": "2026-01-01", "ends": "2026-12-31", "unit": ""}


@pytest.fixture
def run(year, told, monkeypatch) -> ReviewRun:
    """Fifteen files, to be reviewed six at a time."""
    monkeypatch.setattr("oversight.jobs.BATCH", 6)
    Outbox.objects.update(done_at=NOW)  # the papers of the stories are printed elsewhere
    return ask_for_review(BEGINS, ENDS, None, told["cast"]["韩雪"])


def now_at(run: ReviewRun) -> ReviewRun:
    return ReviewRun.objects.get(pk=run.pk)


def test_a_chunk_of_forty_files_needs_no_more_queries_than_one_of_ten(world, case) -> None:
    """Ten, then forty files closed on a day of their own, all of them with a fault."""
    counts = {}
    for files, more, day in ((10, 10, date(2026, 10, 12)), (40, 40, date(2026, 10, 13))):
        made = copy_case(case("overload"), more, closed_from=day)
        Inquiry.objects.filter(case__in=made, kind="interview").update(rights_told=False)
        one = ask_for_review(day, day, None, world["cast"]["韩雪"])
        with CaptureQueriesContext(connection) as queries:
            assert review_next(one, standard_of(one), 100) == files
        assert ReviewedFinding.objects.filter(run=one).count() >= files
        counts[files] = len(queries)
    assert counts[10] == counts[40] < 95


def test_each_job_reviews_one_chunk_and_the_page_says_how_far_it_is(run, signed_in) -> None:
    client, address = signed_in("韩雪"), f"/review/runs/{run.pk}/"
    done = [now_at(run).done]
    while drain(limit=1):
        done.append(now_at(run).done)
        page = client.get(address).content.decode()
        assert f'max="15" value="{done[-1]}"' in page
        assert ('http-equiv="refresh"' in page) == (done[-1] < 15), "without JavaScript the page asks by itself"
    assert done == [0, 6, 12, 15]
    assert now_at(run).finished_at is not None
    assert f"/review/?run={run.pk}" in page


def test_what_the_worker_kept_is_what_a_review_at_once_says(run) -> None:
    drain()
    kept, live = kept_report(now_at(run)), make_report(BEGINS, ENDS, None, now=NOW, language="zh-hans")
    assert list(kept.files) == list(live.files)
    assert (figures.by_unit(kept), figures.by_item(kept)) == (figures.by_unit(live), figures.by_item(live))
    for wish in (Wish(grade="优秀"), Wish(vetoed=True), Wish(since=date(2026, 5, 1), until=date(2026, 6, 30))):
        assert list(kept.files.chosen(wish)) == list(live.files.chosen(wish)) != []
    stripped = [(file.number, one) for file, one in live.files.findings("P17")]
    assert [(file.number, one) for file, one in kept.files.findings("P17")] == stripped
    assert len(stripped) == 4
    assert len(kept.files.findings("P17", unit=10**6)) == 0


def test_a_stopped_review_keeps_what_is_done_and_goes_on_from_there(run) -> None:
    drain(limit=1)
    assert stop(now_at(run), NOW)
    drain()
    assert (now_at(run).done, now_at(run).finished_at) == (6, None)
    assert not stop(now_at(run), NOW), "it is stopped already"
    assert take_up(now_at(run))
    assert not take_up(now_at(run)), "it is running already"
    drain()
    assert (now_at(run).done, ReviewedFile.objects.filter(run=run).count()) == (15, 15)
    assert not stop(now_at(run), NOW), "it is over"
    assert not take_up(now_at(run))


def test_a_chunk_that_is_done_twice_is_done_once(run) -> None:
    payload = Outbox.objects.get(kind="review-chunk").payload
    review_chunk(payload)
    review_chunk(payload)
    assert (now_at(run).done, ReviewedFile.objects.filter(run=run).count()) == (6, 6)


def test_a_run_that_is_not_over_is_no_report(run, signed_in) -> None:
    client = signed_in("韩雪")
    drain(limit=1)
    assert client.get(f"/review/files/?run={run.pk}").status_code in (200, 404)
    assert client.get(f"/review/?run={run.pk}").context["asked"].report.run is None
    assert client.get(f"/review/runs/{run.pk}/self-report/").status_code == 404
    assert f"/review/runs/{run.pk}/" in client.get("/review/").content.decode(), "it can be found again"


def test_it_is_stopped_and_taken_up_by_buttons(run, signed_in) -> None:
    client, address = signed_in("韩雪"), f"/review/runs/{run.pk}/"
    assert client.post(f"{address}stop/").url == address
    assert "继续评查" in client.get(address).content.decode()
    client.post(f"{address}go-on/")
    drain()
    page = client.post(f"{address}stop/", follow=True).content.decode()
    assert "评查已经完成" in page and "打开报告" in page


@pytest.mark.parametrize("path", ["", "stop/", "go-on/"])
def test_a_run_that_nobody_started_is_not_found(world, signed_in, path) -> None:
    client = signed_in("韩雪")
    for number in ("999999", "99999999999999999999"):
        address = f"/review/runs/{number}/{path}"
        assert (client.post(address) if path else client.get(address)).status_code == 404


def test_a_case_closed_while_it_runs_is_reviewed_too(run, case) -> None:
    drain(limit=1)
    copy_case(case("overload"), 1, closed_from=date(2026, 12, 1))
    drain()
    assert (now_at(run).done, now_at(run).files) == (16, 16)


def test_the_pages_of_a_kept_review_need_no_more_queries_for_more_files(run, case, signed_in) -> None:
    drain()
    client, counts = signed_in("韩雪"), {}
    for _files, more in ((15, 0), (55, 40)):
        if more:
            copy_case(case("overload"), more, closed_from=date(2026, 11, 2))
            run = ask_for_review(BEGINS, ENDS, None, run.run_by)
            drain()
        for path in ("", "files/", "findings/", "items/P17/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/review/{path}?run={run.pk}").status_code == 200
            counts.setdefault(path, []).append(len(queries))
    assert all(first >= last and last < 30 for first, last in counts.values()), counts


def test_a_review_that_was_kept_in_one_piece_is_laid_down_row_by_row(world, case) -> None:
    """What an installation of before this release holds: all files in the JSON of the run."""
    copies = copy_case(case("overload"), 2, closed_from=date(2026, 10, 12))
    Inquiry.objects.filter(case=copies[0], kind="interview").update(rights_told=False)
    report = make_report(date(2026, 10, 12), date(2026, 10, 12), None, now=NOW, language="zh-hans")
    files = [asdict(one) for one in report.files]
    old = ReviewRun.objects.create(
        begins=report.begins,
        ends=report.ends,
        standard="transport",
        run_at=NOW,
        files=2,
        result={"standard": frozen(report.standard), "files": files},
    )
    import_module("oversight.migrations.0030_rows_of_a_review").lay_down_row_by_row(apps, None)
    assert kept_report(now_at(old)) == replace(report, run=old.pk)
    assert (now_at(old).done, now_at(old).finished_at) == (2, NOW)
