"""How are hundreds of papers got ready for the printer, each once, and the one that fails named?

Each paper of a batch is a job of the outbox: claimed by compare-and-set, taken over when its worker died. A paper that
cannot be printed is a finished job with a reason; the others go on.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pikepdf
from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext_noop

from documents import services
from documents.batches import PrintBatch, PrintItem, PrintState
from documents.models import Document, Outbox
from documents.outbox import RETRIED, handles, wake_worker
from documents.rendering import MissingGlyph
from documents.sharing import share_equal_streams
from officers.models import Officer

PRINT = "print-paper"
MOST_PAPERS = 1000
MOST_TRIES = 3
PER_WORKER = 50
MOST_WORKERS = 4
A4 = (595.276, 841.89)

GLYPH = gettext_noop("改用字库里有的字重新制作，或者由业务管理员补充字体后再试。")
TAMPERED = gettext_noop("不要使用这份文书；由系统管理员从备份恢复存档文件，查明原因后再试。")
UNREADABLE = gettext_noop("由系统管理员检查文书存储，恢复后再试。")
AGAIN = gettext_noop("再试一次；仍然不行的，把原因告诉系统管理员。")
CRASHED = gettext_noop("打印进程连续三次中断。")


class TooManyPapers(ValueError):
    """More than one batch can hold."""


@transaction.atomic
def start_batch(*, title: str, documents: Sequence[Document], officer: Officer, now: datetime) -> PrintBatch:
    """Leave one job for each paper, in this order; which papers the officer may see is asked before.

    Raises TooManyPapers, ValueError for none.
    """
    if not documents:
        raise ValueError("没有选文书。")
    if len(documents) > MOST_PAPERS:
        raise TooManyPapers(str(len(documents)))
    batch = PrintBatch.objects.create(title=title, asked_by=officer, asked_at=now)
    items = [PrintItem(batch=batch, place=place, document=one) for place, one in enumerate(documents, start=1)]
    _enqueue(PrintItem.objects.bulk_create(items), now)
    return batch


@transaction.atomic
def try_again(batch: PrintBatch, now: datetime) -> int:
    """New jobs for the papers that failed; returns how many."""
    failed = [one for one in batch.items.select_for_update() if one.standing is PrintState.FAILED]
    for item in failed:
        item.outcome, item.reason, item.remedy, item.finished_at = PrintState.WAITING, "", "", None
    PrintItem.objects.bulk_update(failed, ["outcome", "reason", "remedy", "finished_at"])
    _enqueue(failed, now)
    return len(failed)


def _enqueue(items: Iterable[PrintItem], now: datetime) -> None:
    """All jobs by one statement, and as many workers woken as there is work for."""
    items = list(items)
    jobs = [Outbox(kind=PRINT, payload={"item": one.pk}, created_at=now, due_at=now) for one in items]
    for item, job in zip(items, Outbox.objects.bulk_create(jobs), strict=True):
        item.job = job
    PrintItem.objects.bulk_update(items, ["job"])
    for _worker in range(min(MOST_WORKERS, -(-len(items) // PER_WORKER))):
        transaction.on_commit(wake_worker)


@handles(PRINT)
def print_item(payload: Mapping[str, Any]) -> None:
    """Get one paper ready. Raises what may pass by itself, until it has been tried often enough."""
    item = PrintItem.objects.select_related("document", "job").get(pk=payload["item"])
    tries = item.job.attempts if item.job else 1
    if item.standing is not PrintState.WAITING:
        return
    if tries > MOST_TRIES:
        _finish(item, PrintState.FAILED, reason=CRASHED, remedy=AGAIN)
        return
    try:
        pages = _ready(item.document)
    except RETRIED as error:
        remedy = _remedy_for(error)
        if not remedy and tries < MOST_TRIES:
            raise
        _finish(item, PrintState.FAILED, reason=_reason(error), remedy=remedy or AGAIN)
        return
    _finish(item, PrintState.DONE, pages=pages)


def _ready(document: Document) -> int:
    """Pages of the archived paper, printed now if the worker has not come to it."""
    if not document.pdf:
        services.archive(document)
    try:
        with pikepdf.open(io.BytesIO(services.pdf_of(document))) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError as broken:
        raise OSError("存档文件不是完整的 PDF。") from broken


def _remedy_for(error: Exception) -> str:
    """Empty for what may pass by itself."""
    known = ((MissingGlyph, GLYPH), (services.TamperedPaper, TAMPERED), (OSError, UNREADABLE))
    return next((remedy for kind, remedy in known if isinstance(error, kind)), "")


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "存档文件不见了。"
    return (str(error) or type(error).__name__)[:300]


def _finish(item: PrintItem, outcome: PrintState, **found: Any) -> None:
    """Compare and set: of two workers only one says what became of it."""
    PrintItem.objects.filter(pk=item.pk, outcome=PrintState.WAITING).update(
        outcome=outcome, finished_at=timezone.now(), **found
    )


def progress(batch: PrintBatch) -> dict[str, int]:
    """How many papers stand where, by code, and `pages` that are ready."""
    counted = {code: 0 for code in PrintState.values}
    for row in batch.items.order_by().values("outcome").annotate(number=Count("pk")):
        counted[row["outcome"]] = row["number"]
    return counted | {"pages": batch.items.aggregate(all=Sum("pages"))["all"] or 0}


def merged(documents: Sequence[Document], *, new_sheet: bool = False) -> bytes:
    """One PDF in this order, a bookmark for each paper. new_sheet: none begins on the back of another.

    Raises TamperedPaper, PdfError.
    """
    target = io.BytesIO()
    with pikepdf.new() as bound:
        bound.Root.Lang = pikepdf.String("zh-CN")
        marks = []
        for document in documents:
            if new_sheet and len(bound.pages) % 2:
                bound.add_blank_page(page_size=A4)
            marks.append(pikepdf.OutlineItem(str(document), len(bound.pages)))
            with pikepdf.open(io.BytesIO(services.pdf_of(document))) as pdf:
                bound.pages.extend(pdf.pages)
        with bound.open_outline() as outline:
            outline.root.extend(marks)
        share_equal_streams(bound)
        bound.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()
