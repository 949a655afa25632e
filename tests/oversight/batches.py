"""How does a test set up a batch, and fill in a sheet as a browser would send it?"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client

from oversight.batches.assigning import assign, name_reviewer
from oversight.batches.choosing import Choice, make_batch
from oversight.batches.mark_form import MarkForm
from oversight.batches.models import ReviewBatch, ReviewFile
from oversight.batches.reviewing import submit

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
YEAR = Choice(date(2026, 1, 1), date(2026, 10, 31))


def batch_of(cast: Mapping[str, Any], choice: Choice = YEAR, *, size: int | None = None) -> ReviewBatch:
    return make_batch(
        title="第一批", choice=choice, size=size, standard_key="", officer=cast["韩雪"], now=NOW, today=TODAY
    )


def with_reviewers(batch: ReviewBatch, cast: Mapping[str, Any], *names: str) -> int:
    for name in names:
        name_reviewer(batch, officer=cast[name], expert=None, by=cast["韩雪"], today=TODAY)
    return assign(batch, today=TODAY)


def file_of(batch: ReviewBatch, case: int) -> ReviewFile:
    return ReviewFile.objects.get(draw=batch.last_draw, case=case)


def answers(file: ReviewFile, **changed: tuple[str, str]) -> dict[str, dict[str, str]]:
    """What the machine says, and no fault where it cannot judge; `changed`: (outcome, points) by item."""
    said = {
        number: {"outcome": "ok" if one["outcome"] == "asked" else one["outcome"], "lost": one["lost"], "reason": ""}
        for number, one in file.machine.items()
    }
    for number, (outcome, lost) in changed.items():
        said[number] = {"outcome": outcome, "lost": lost, "reason": "见文书"}
    return said


def hand_in(file: ReviewFile, seat: int, **changed: tuple[str, str]) -> None:
    """The sheet of one seat, by its own reviewer."""
    sheet = file.sheets.get(seat=seat, withdrawn_on=None)
    submit(sheet, answers(file, **changed), officer=sheet.reviewer.officer, today=TODAY)


def posted(form: MarkForm, **changed: tuple[str, str, str]) -> dict[str, str]:
    """As a browser sends the sheet: what it shows, the machine's faults agreed to, no fault where a person is asked.

    `changed`: (answer, points, reason) by item.
    """
    sent = {}
    for index, row in enumerate(form.rows()):
        for field in row.fields:
            sent[field.html_name] = str(field.value() or "")
        if not sent[f"answer_{index}"]:
            sent[f"answer_{index}"] = "ok" if row.proposed["outcome"] == "asked" else "agree"
        if row.item.number in changed:
            answer, points, reason = changed[row.item.number]
            sent |= {f"answer_{index}": answer, f"reason_{index}": reason}
            if f"lost_{index}" in form.fields:
                sent[f"lost_{index}"] = points
    return sent


def sign_in(client: Client, officer: Any) -> Client:
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client
