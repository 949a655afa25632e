"""What did the sample bureau's review of case files come to? A batch that is being marked, one file of it by two."""

from datetime import date, datetime

from bureau.sample.story import Cast
from cases.models import Case
from oversight.batches.assigning import assign, name_reviewer
from oversight.batches.choosing import Choice, make_batch
from oversight.batches.marking import Outcome
from oversight.batches.models import ReviewFile
from oversight.batches.reviewing import confirm, submit


def review(cast: Cast, today: date, now: datetime) -> None:
    """Of all closed cases of the last year; 尤佳, 华章 and 施康 mark. Nothing where no case was closed yet."""
    choice = Choice(today.replace(year=today.year - 1, day=1), today)
    if not Case.objects.filter(closed_on__range=(choice.begins, choice.ends), number__isnull=False).exists():
        return
    batch = make_batch(
        title="年度案卷评查", choice=choice, size=None, standard_key="", officer=cast["韩雪"], now=now, today=today
    )
    for name in ("尤佳", "华章", "施康"):
        name_reviewer(batch, officer=cast[name], expert=None, by=cast["韩雪"], today=today)
    assign(batch, today=today)
    _mark_first(batch.last_draw.files.earliest("pk"), cast, today)


def _mark_first(file: ReviewFile, cast: Cast, today: date) -> None:
    answers = {
        number: {
            "outcome": Outcome.OK.value if said["outcome"] == Outcome.ASKED else said["outcome"],
            "lost": said["lost"],
            "reason": "",
        }
        for number, said in file.machine.items()
    }
    for sheet in file.standing_sheets:
        submit(sheet, answers, officer=sheet.reviewer.officer, today=today)
    confirm(ReviewFile.objects.get(pk=file.pk), officer=cast["韩雪"], today=today)
