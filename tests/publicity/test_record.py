"""Can the public hold a served paper against the record, and take each day's checkpoint home, and learn of nobody?"""

import io
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from pypdfium2 import PdfDocument

from bureau.sample.story import Cast, Story
from cases import checkpoints
from cases.models import RecordCheckpoint, RecordEntry
from documents.models import Document
from documents.services import pdf_of
from tests.cases.test_record import say

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(autouse=True)
def key(settings: Any, tmp_path: Path) -> Path:
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    return tmp_path / "keys" / "key.pem"


def printed(paper: Document) -> str:
    pages = PdfDocument(pdf_of(paper))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def entry_that_issued(paper: Document) -> RecordEntry:
    said = f'"id":{paper.pk}}}'
    return RecordEntry.objects.get(case=paper.case_id, payload__body__contains=said)


def test_a_served_paper_names_the_entry_before_its_own(told_once: tuple[Cast, Story]) -> None:
    _cast, story = told_once
    papers = list(story.case.documents.final())
    served = [one for one in papers if one.form.rule.served]
    inner = [one for one in papers if not one.form.rule.served]
    assert served and inner
    assert {one.follows for one in inner} == {""}
    for paper in served:
        own = entry_that_issued(paper)
        before = RecordEntry.objects.get(case=paper.case_id, cseq=own.cseq - 1)
        assert paper.follows == before.hash[:20]
    decision = next(one for one in served if one.form_key == "penalty-decision")
    groups = " ".join(decision.follows[at : at + 4] for at in (0, 4, 8, 12, 16))
    assert f"承接记录 {groups}" in printed(decision)


def test_what_a_paper_names_can_be_looked_up_and_tells_of_nobody(told_once: tuple[Cast, Story], client: Client) -> None:
    _cast, story = told_once
    decision = story.case.documents.get(form_key="penalty-decision")
    address = reverse("publicity:record")
    groups = " ".join(decision.follows[at : at + 4] for at in (0, 4, 8, 12, 16))
    before = client.get(address, {"entry": groups.upper()})
    assert before.status_code == 200 and "相符：记录中有这一条" in before.text
    assert "还没有载入检查点" in before.text
    checkpoints.take(datetime(2026, 9, 15, 10, tzinfo=SHANGHAI))
    found = client.get(address, {"entry": decision.follows})
    assert f"条数为 {RecordEntry.objects.count()} 的签名检查点" in found.text
    people = [one.name for one in story.case.parties.all()] + [one.officer.name for one in story.case.assignments.all()]
    assert people
    for secret in (*people, story.case.number, decision.number, story.case.cause):
        assert secret and secret not in found.text
    whole = RecordEntry.objects.get(hash__startswith=decision.follows).hash
    assert client.get(address, {"entry": whole}).status_code == 200


@pytest.mark.parametrize("asked", ["0" * 20, "1", "%", "_" * 20, "g" * 20, "\x00" * 20, "a" * 19, "f" * 65, "' OR 1=1"])
def test_what_is_not_in_the_record_is_not_found(told_once: tuple[Cast, Story], client: Client, asked: str) -> None:
    answer = client.get(reverse("publicity:record"), {"entry": asked})
    assert answer.status_code == 404 and "不相符" in answer.text


def test_one_character_less_or_other_is_not_found(told_once: tuple[Cast, Story], client: Client) -> None:
    follows = told_once[1].case.documents.get(form_key="penalty-decision").follows
    other = ("0" if follows[0] != "0" else "1") + follows[1:]
    for asked in (follows[:19], other, f"{follows}g"):
        assert client.get(reverse("publicity:record"), {"entry": asked}).status_code == 404


def test_the_last_checkpoint_of_a_finished_day_is_public_byte_for_byte(
    told_once: tuple[Cast, Story], client: Client, key: Path
) -> None:
    case = told_once[1].case
    first = RecordEntry.objects.order_by("gseq").first()
    assert first is not None and first.actor is not None
    checkpoints.take(datetime(2026, 9, 14, 10, tzinfo=SHANGHAI))
    say(case, first.actor, "又一项证据")
    checkpoints.take(datetime(2026, 9, 14, 23, 35, tzinfo=SHANGHAI))
    say(case, first.actor, "又一项证据")
    checkpoints.take(datetime(2026, 9, 15, 0, 35, tzinfo=SHANGHAI))
    address = reverse("publicity:record-checkpoint", args=["2026-09-14"])
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode() == RecordCheckpoint.objects.order_by("size")[1].text
    today = reverse("publicity:record-checkpoint", args=["2026-09-15"])
    page = client.get(reverse("publicity:record")).text
    assert address in page and today not in page
    assert client.get(today).status_code == 404
    with time_machine.travel(datetime(2026, 9, 15, 9, tzinfo=SHANGHAI) + timedelta(days=1)):
        assert client.get(today).content.decode() == RecordCheckpoint.objects.order_by("size")[2].text
    for never in ("2026-09-13", "2026-13-01", "x", "20260914x"):
        assert client.get(f"/public/record/checkpoints/{never}.txt").status_code == 404
    assert client.get(reverse("publicity:record-key")).text == checkpoints.verifier_key() + "\n"
    assert checkpoints.verifier_key() in page.replace("&#x2B;", "+")


def test_reading_the_page_makes_no_key(client: Client, key: Path) -> None:
    assert client.get(reverse("publicity:record")).status_code == 200
    assert client.get(reverse("publicity:record-key")).text.strip() == ""
    assert not key.exists()
    call_command("verify_record", stdout=io.StringIO())
    assert not key.exists()


def test_an_issued_paper_goes_on_naming_the_same_entry(told_once: tuple[Cast, Story]) -> None:
    paper = told_once[1].case.documents.get(form_key="penalty-decision")
    with pytest.raises(DatabaseError, match="不得改动"), transaction.atomic():
        Document.objects.filter(pk=paper.pk).update(follows="0" * 20)
    paper.refresh_from_db()
    assert paper.follows != "0" * 20
