"""Are hundreds of papers made ready once each, whoever works on them, and does a broken one stop no other?"""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import Case
from documents import outbox, printing, services
from documents.batches import PrintBatch, PrintItem
from documents.models import Document, Outbox
from documents.printing import MOST_PAPERS, TooManyPapers, merged, progress, start_batch, try_again
from documents.rendering import MissingGlyph
from documents.tasks import drain_outbox
from officers.models import Officer
from tests.documents.conftest import InThreads

pytestmark = pytest.mark.django_db
DAY = date(2026, 4, 15)
BROKEN = 77
Papers = Callable[[int], list[Document]]


def blank(pages: int) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        for _page in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> Iterator[Counter[int]]:
    """Prints as many blank pages as the content says; minus one: a character that no typeface has. Counts prints."""
    settings.MEDIA_ROOT = tmp_path
    printed: Counter[int] = Counter()

    def print_paper(document: Document) -> bytes:
        printed[document.pk] += 1
        if document.content["pages"] < 0:
            raise MissingGlyph("𱁬")
        return blank(document.content["pages"])

    monkeypatch.setattr(services, "_print", print_paper)
    yield printed


@pytest.fixture
def papers(case: Case, officer: Officer) -> Papers:
    def issued(count: int) -> list[Document]:
        rows = [
            Document(
                case=case, form_key="filing-form", subject_key=f"n-{place}", state="issued", issued_on=DAY,
                content={"pages": place % 3 + 1}, content_sha256="0" * 64, drawn_by=officer, drawn_on=DAY,
            )
            for place in range(count)
        ]  # fmt: skip
        return Document.objects.bulk_create(rows)

    return issued


def begin(papers: list[Document], officer: Officer) -> PrintBatch:
    return start_batch(title="四月的文书", documents=papers, officer=officer, now=timezone.now())


def break_one(paper: Document, officer: Officer) -> Document:
    """As papers before: one that no typeface can print."""
    return Document.objects.create(
        case=paper.case, form_key="filing-form", subject_key="broken", state="issued", issued_on=DAY,
        content={"pages": -1}, content_sha256="0" * 64, drawn_by=officer, drawn_on=DAY,
    )  # fmt: skip


def test_one_broken_paper_of_two_hundred_is_named_and_the_others_are_ready(
    papers: Papers, officer: Officer, printer: Counter[int]
) -> None:
    wanted = papers(199)
    broken = break_one(wanted[0], officer)
    wanted.insert(BROKEN, broken)
    batch = begin(wanted, officer)
    assert progress(batch) == {"waiting": 200, "done": 0, "failed": 0, "pages": 0}
    drain_outbox(), drain_outbox()
    pages = sum(place % 3 + 1 for place in range(199))
    assert progress(batch) == {"waiting": 0, "done": 199, "failed": 1, "pages": pages}
    failed = batch.items.get(outcome="failed")
    assert (failed.document, failed.place) == (broken, BROKEN + 1)
    assert "𱁬（U+3106C）" in failed.reason and "字" in failed.remedy
    assert set(printer.values()) == {1} and len(printer) == 200
    assert not Outbox.objects.filter(done_at=None).exists()


def test_the_result_is_one_pdf_in_the_order_asked_for(papers: Papers, officer: Officer, printer: Counter[int]) -> None:
    wanted = papers(5)[::-1]
    batch = begin(wanted, officer)
    outbox.drain()
    ready = [one.document for one in batch.items.filter(outcome="done")]
    assert ready == wanted
    assert [one.pages for one in batch.items.all()] == [2, 1, 3, 2, 1]
    once, again = merged(ready), merged(ready)
    assert once == again, "the same papers give the same bytes"
    with pikepdf.open(io.BytesIO(once)) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) == 9
        starts = [pdf.pages.index(pikepdf.Page(mark.destination[0])) for mark in outline.root]
        assert starts == [0, 2, 3, 6, 8]
    with pikepdf.open(io.BytesIO(merged(ready, new_sheet=True))) as pdf:
        # 2, 1+1, 3+1, 2, 1: no paper begins on the back of another.
        assert len(pdf.pages) == 11


@pytest.mark.django_db(transaction=True)
def test_three_workers_at_once_print_each_paper_once(
    papers: Papers, officer: Officer, printer: Counter[int], in_threads: InThreads
) -> None:
    made: list[PrintBatch] = []
    in_threads([lambda: made.append(begin(papers(40), officer))])
    assert sum(in_threads([outbox.drain] * 3)) == 40
    assert sorted(printer.values()) == [1] * 40
    assert in_threads([lambda: progress(made[0])])[0]["done"] == 40


def test_two_drains_that_take_turns_print_each_paper_once(
    papers: Papers, officer: Officer, printer: Counter[int]
) -> None:
    batch = begin(papers(12), officer)
    now = timezone.now()
    mine, theirs = outbox.claim(now), outbox.claim(now)
    assert mine and theirs and mine.pk != theirs.pk
    assert outbox.run(theirs, now) and outbox.drain(now=now) == 10 and outbox.run(mine, now)
    assert sorted(printer.values()) == [1] * 12
    assert progress(batch)["done"] == 12


def test_a_paper_whose_worker_died_is_taken_over_after_the_lease(
    papers: Papers, officer: Officer, printer: Counter[int]
) -> None:
    batch, now = begin(papers(3), officer), timezone.now()
    assert outbox.claim(now), "killed here"
    assert outbox.drain(now=now) == 2
    assert progress(batch)["waiting"] == 1
    assert outbox.drain(now=now + outbox.LEASE - timedelta(seconds=1)) == 0
    assert outbox.drain(now=now + outbox.LEASE + timedelta(seconds=1)) == 1
    assert progress(batch)["done"] == 3 and set(printer.values()) == {1}


def test_a_paper_that_kills_every_worker_is_given_up_and_named(
    papers: Papers, officer: Officer, printer: Counter[int]
) -> None:
    batch, now = begin(papers(1), officer), timezone.now()
    for _death in range(printing.MOST_TRIES):
        assert outbox.claim(now)
        now += outbox.LEASE + timedelta(seconds=1)
    outbox.drain(now=now)
    item = batch.items.get()
    assert (item.outcome, item.reason, printer.total()) == ("failed", printing.CRASHED, 0)


def test_a_passing_fault_is_tried_again_before_it_is_named(
    papers: Papers, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(document: Document) -> None:
        raise RuntimeError("没有空闲的打印进程")

    monkeypatch.setattr(services, "archive", busy)
    batch, now = begin(papers(1), officer), timezone.now()
    for _try in range(printing.MOST_TRIES - 1):
        outbox.drain(now=now)
        assert progress(batch)["waiting"] == 1
        now += timedelta(hours=1)
    outbox.drain(now=now)
    assert batch.items.get().reason == "没有空闲的打印进程"


def test_changed_and_vanished_files_are_named_each_with_what_to_do(
    papers: Papers, officer: Officer, printer: Counter[int]
) -> None:
    changed, gone = papers(2)
    for paper in (changed, gone):
        services.archive(paper)
    Document.objects.filter(pk=gone.pk).update(pdf="papers/none.pdf")
    with open(changed.pdf.path, "ab") as file:
        file.write(b" ")
    batch = begin([changed, gone], officer)
    outbox.drain()
    first, second = batch.items.all()
    assert "与签发时不一致" in first.reason and first.remedy == printing.TAMPERED
    assert (second.reason, second.remedy) == ("存档文件不见了。", printing.UNREADABLE)


def test_what_failed_is_tried_again_on_demand_and_only_that(
    papers: Papers, officer: Officer, printer: Counter[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    fine = papers(1)
    batch = begin([*fine, break_one(fine[0], officer)], officer)
    outbox.drain()
    mended: list[int] = []
    monkeypatch.setattr(services, "_print", lambda document: (mended.append(document.pk), blank(2))[1])
    assert try_again(batch, timezone.now()) == 1
    outbox.drain()
    assert progress(batch) == {"waiting": 0, "done": 2, "failed": 0, "pages": 3}
    assert len(mended) == 1 and fine[0].pk not in mended
    assert try_again(batch, timezone.now()) == 0


def test_a_batch_has_papers_and_not_too_many(papers: Papers, officer: Officer) -> None:
    with pytest.raises(ValueError, match="没有选文书"):
        begin([], officer)
    with pytest.raises(TooManyPapers):
        begin(papers(1) * (MOST_PAPERS + 1), officer)


@pytest.mark.parametrize("wrong", [{"outcome": "failed"}, {"outcome": "done"}])
def test_the_database_wants_a_reason_and_pages(papers: Papers, officer: Officer, wrong: dict[str, str]) -> None:
    batch = begin(papers(1), officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintItem.objects.filter(batch=batch).update(**wrong)
