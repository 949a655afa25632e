"""Does the page of a piece of evidence show what the file says of itself, and who has looked at it?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction

from bureau.sample.story import Cast, Story
from cases.models import Evidence
from cases.screens.evidence_page import doubts_about, picture_rows, silence_of
from documents.outbox import drain
from files import previews
from files.contents import Checked, digest_of
from files.models import FileAccess, StoredFile
from files.previews import Seen, look_at
from tests.files.conftest import signed_in
from tests.files.photo import photo
from tests.files.tus import Sender


def with_photo(story: Story, data: bytes, collected: date = date(2026, 4, 9)) -> Evidence:
    """By the act, as the form would do it."""
    upload = ContentFile(data, name="x.jpg")
    checked = Checked(digest_of(upload), len(data), "image/jpeg", ".jpg")
    upload.seek(0)
    upload.name = f"{checked.sha256}.jpg"
    file = {"file": upload, "sha256": checked.sha256, "size": checked.size, "content_type": checked.content_type}
    told = {"kind": "audiovisual", "title": "现场照片", "source": "拍摄", "proves": "现场", "collected_on": collected}
    done = story.handler("add_evidence", date(2026, 4, 9), **told, **file, formalities={"maker": "李明"})
    found: Evidence = Evidence.objects.select_related("stored").get(pk=done.about.pk)
    return found


def looked_into(evidence: Evidence) -> StoredFile:
    drain()
    found: StoredFile = StoredFile.objects.get(evidence=evidence)
    return found


def test_what_a_photo_says_is_shown_beside_the_claim(sender: Sender, story: Story) -> None:
    evidence = with_photo(story, photo())
    address = f"/cases/{story.case.pk}/evidence/{evidence.pk}/"
    assert "还在读取" in sender.browser.get(f"{address}about/").content.decode()
    assert sender.browser.get(f"{address}preview/").status_code == 404
    looked_into(evidence)
    page = sender.browser.get(f"{address}about/").content.decode()
    # 39°36′ N; 109°48′36″ W, by hand: 39 + 36/60; -(109 + 48/60 + 36/3600).
    assert "39.6, -109.81" in page and "DSJ-4G" in page and "不一致" not in page
    shown = sender.browser.get(f"{address}preview/")
    assert b"".join(shown.streaming_content).startswith(b"\xff\xd8\xff")
    assert shown["Content-Type"] == "image/jpeg" and "sandbox" in shown["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("taken", "offset", "collected", "words"),
    [
        ("2026:04:08 09:40:00", "+08:00", date(2026, 4, 9), ["拍摄日期是 2026年4月8日，填写的取得日期是 2026年4月9日"]),
        ("2026:04:09 09:40:00", "", date(2026, 4, 9), []),
        # 23:30 in London on the 8th is the 9th here.
        ("2026:04:08 23:30:00", "+01:00", date(2026, 4, 9), []),
        ("2026:04:09 23:50:00", "+08:00", date(2026, 4, 9), ["晚于存入时间"]),
        ("0000:00:00 00:00:00", "+08:00", date(2026, 4, 9), []),
        ("2026:04:08 09:40:00", "nonsense", date(2026, 4, 9), []),
    ],
)
def test_a_photo_that_contradicts_the_claim_is_told_so(
    taken: str, offset: str, collected: date, words: list[str], story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = with_photo(story, photo())
    iso = taken.replace(":", "-", 2).replace(" ", "T")
    monkeypatch.setattr(previews, "look_at", lambda data, kind: Seen({"taken_at": iso, "offset": offset}))
    stored = looked_into(evidence)
    evidence.collected_on = collected
    found = doubts_about(evidence, stored)
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))


def test_a_photo_that_says_nothing_is_no_reproach(story: Story) -> None:
    evidence = with_photo(story, photo(""))
    stored = looked_into(evidence)
    assert (doubts_about(evidence, stored), picture_rows(stored)) == ([], [])
    assert silence_of(stored) == "照片没有自带拍摄时间和地点。"
    assert stored.preview


def test_a_file_that_breaks_the_child_has_no_preview_and_breaks_no_page(
    sender: Sender, story: Story, settings: Any
) -> None:
    settings.RENDER_MEMORY_MB = 1
    assert look_at(photo(), "image/jpeg") == Seen()
    settings.RENDER_MEMORY_MB = 1024
    assert look_at(b"\xff\xd8\xffnonsense", "image/jpeg") == Seen()
    evidence = with_photo(story, photo())
    Path(evidence.file.path).unlink()
    assert looked_into(evidence).preview.name == ""
    address = f"/cases/{story.case.pk}/evidence/{evidence.pk}/"
    assert "没有预览图" in sender.browser.get(f"{address}about/").content.decode()
    assert sender.browser.get(address).status_code == 404


def test_each_look_is_noted_and_shown_to_heads_and_handlers(sender: Sender, story: Story, cast: Cast) -> None:
    evidence = with_photo(story, photo())
    address = f"/cases/{story.case.pk}/evidence/{evidence.pk}/"
    head, keeper = signed_in(cast, "郑海"), signed_in(cast, "韩雪")
    head.get(address, headers={"Referer": f"http://testserver/cases/{story.case.pk}/"})
    keeper.get(f"{address}about/", headers={"Referer": "http://elsewhere.example/cases/"})
    assert signed_in(cast, "周勇").get(address).status_code == 404
    noted = [(one.officer.name, one.what, one.page) for one in FileAccess.objects.order_by("pk")]
    assert noted == [("郑海", "download", f"/cases/{story.case.pk}/"), ("韩雪", "view", "")]
    for browser, shown in ((sender.browser, True), (head, True), (signed_in(cast, "卫国"), True), (keeper, False)):
        assert ("谁看过" in browser.get(f"{address}about/").content.decode()) is shown
    page = sender.browser.get(f"{address}about/").content.decode()
    assert "郑海" in page and "下载了原件" in page and f"/cases/{story.case.pk}/" in page


@pytest.mark.parametrize("statement", ["UPDATE files_fileaccess SET page = 'x'", "DELETE FROM files_fileaccess"])
def test_that_somebody_looked_cannot_be_taken_back(statement: str, sender: Sender, story: Story) -> None:
    evidence = with_photo(story, photo())
    sender.browser.get(f"/cases/{story.case.pk}/evidence/{evidence.pk}/about/")
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert FileAccess.objects.count() == 1
