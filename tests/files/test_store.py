"""Does each content lie in the store once, read only, and is a changed or missing original found and named?"""

import importlib.util
import io
from datetime import timedelta
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from bureau.sample.story import Cast, Story
from cases.file_verification import verify_files
from cases.record_export import export
from cases.uploads import check_kind
from files import contents, recheck, storage, store, tus
from files.contents import Checked, look_into
from files.models import StoredFile, Upload
from tests.files.conftest import signed_in
from tests.files.photo import photo
from tests.files.test_evidence_page import with_photo
from tests.files.test_tus import FILM, SHA, add
from tests.files.tus import Sender

KINDS: dict[str, tuple[bytes, str]] = {
    "mp4": (b"\x00\x00\x00\x18ftypmp42" + bytes(9), "video/mp4"),
    "mov": (b"\x00\x00\x00\x14ftypqt  " + bytes(9), "video/quicktime"),
    "m4a": (b"\x00\x00\x00\x14ftypM4A " + bytes(9), "audio/mp4"),
    "avi": (b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo"),
    "wav": (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
    "mkv": (b"\x1a\x45\xdf\xa3" + bytes(9), "video/x-matroska"),
    "mp3 with a tag": (b"ID3\x04" + bytes(9), "audio/mpeg"),
    "mp3": (b"\xff\xfb\x90" + bytes(9), "audio/mpeg"),
    "amr": (b"#!AMR\n" + bytes(9), "audio/amr"),
    "another riff": (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "application/octet-stream"),
    "html": (b"<html><script>", "application/octet-stream"),
    "svg": (b"<svg onload=x>", "application/octet-stream"),
    "zip": (b"PK\x03\x04" + bytes(9), "application/zip"),
    "one byte": (b"x", "application/octet-stream"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_what_its_bytes_say(name: str) -> None:
    data, content_type = KINDS[name]
    stream = io.BytesIO(data)
    assert look_into(stream, len(data))[0] == content_type
    assert stream.tell() == 0


def test_what_may_come_in_depends_on_the_kind_of_evidence() -> None:
    of = {kind: Checked("a" * 64, 9, kind, "") for kind in ("image/png", "video/mp4", "application/octet-stream")}

    def may(content_type: str, kind: str) -> bool:
        try:
            check_kind(of[content_type], kind)
        except ValidationError:
            return False
        return True

    kinds = ("documentary", "audiovisual", "electronic")
    table = {content_type: [may(content_type, kind) for kind in kinds] for content_type in of}
    assert table == {
        "image/png": [True, True, True],
        "video/mp4": [False, True, True],
        "application/octet-stream": [False, False, True],
    }


def test_a_picture_too_large_to_bind_is_refused_in_words(sender: Sender, settings: Any) -> None:
    settings.EVIDENCE_MAX_BYTES = 1000
    data = photo()
    address = sender.begin(len(data))["Location"]
    answer = sender.piece(address, 0, data)
    assert (answer.status_code, "要装订进案卷" in answer.content.decode()) == (422, True)
    assert sender.head(address).status_code == 404 and not StoredFile.objects.exists()


def test_the_same_content_lies_there_once_and_read_only(sender: Sender, story: Story) -> None:
    for _twice in range(2):
        assert add(sender, sender.send(FILM), kind="electronic", formal_electronic_collected="光盘").status_code == 302
    first, second = story.case.evidence.filter(sha256=SHA)
    assert (first.file.name, first.stored) == (second.file.name, second.stored)
    path = Path(first.file.path)
    assert [one for one in path.parents[1].rglob("*") if one.is_file()] == [path]
    assert path.stat().st_mode & 0o777 == 0o440
    assert not store.forget(first.stored) and path.exists()


def test_nobody_gives_a_stored_content_another_hash(sender: Sender) -> None:
    sender.send(FILM)
    for changed in ({"sha256": "0" * 64}, {"size": 1}, {"content_type": "text/html"}):
        with pytest.raises(DatabaseError, match="不得改动"), transaction.atomic():
            StoredFile.objects.update(**changed)
    assert StoredFile.objects.get().sha256 == SHA


def test_bytes_are_flushed_with_their_folder_before_their_row(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[tuple[Path, bool]] = []
    real = storage.flush

    def watch(path: Path) -> None:
        flushed.append((path, StoredFile.objects.filter(uploads__isnull=False).exists()))
        real(path)

    monkeypatch.setattr(storage, "flush", watch)
    sender.send(FILM)
    place = Path(StoredFile.objects.get().file.path)
    assert flushed[0] == (place, False) and (place.parent, False) in flushed and (place.parents[2], False) in flushed


def test_half_a_file_that_a_crash_left_is_neither_adopted_nor_written_over(sender: Sender, settings: Any) -> None:
    torn = Path(settings.MEDIA_ROOT) / "evidence" / SHA[:2] / f"{SHA}.mp4"
    torn.parent.mkdir(parents=True)
    torn.write_bytes(FILM[:100])
    sender.send(FILM)
    stored = StoredFile.objects.get()
    assert torn.read_bytes() == FILM[:100] and Path(stored.file.path).read_bytes() == FILM


class Elsewhere(Storage):
    """A store without paths, as an object store is: the base class raises for whoever asks for one."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def _open(self, name: str, mode: str = "rb") -> Any:
        if name not in self.kept:
            raise FileNotFoundError(name)
        return ContentFile(self.kept[name], name=name)

    def _save(self, name: str, content: Any) -> str:
        self.kept[name] = b"".join(content.chunks())
        return name

    def exists(self, name: str) -> bool:
        return name in self.kept

    def delete(self, name: str) -> None:
        del self.kept[name]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    kept = Elsewhere()
    monkeypatch.setattr(storage.originals, "_wrapped", kept)
    return kept


def test_another_store_holds_originals_as_well(elsewhere: Elsewhere, sender: Sender, story: Story) -> None:
    assert add(sender, sender.send(FILM, (50, 70_000))).status_code == 302
    evidence = story.case.evidence.get(sha256=SHA)
    assert list(elsewhere.kept.values()) == [FILM]
    got = sender.browser.get(f"/cases/{story.case.pk}/evidence/{evidence.pk}/")
    assert b"".join(got.streaming_content) == FILM
    assert recheck.recheck(timezone.now()) == 1 and StoredFile.objects.get().fault == ""
    elsewhere.delete(evidence.file.name)
    assert recheck.fault_of(evidence.file.name, SHA) == "missing"


def standalone() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_record", Path("scripts/verify_record.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def flip(path: Path) -> None:
    path.chmod(0o640)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "fault", "words"), [(flip, "changed", "与接收时不一致"), (Path.unlink, "missing", "读不出来")]
)
def test_a_damaged_original_is_found_and_named(
    harm: Any, fault: str, words: str, sender: Sender, story: Story, cast: Cast, tmp_path: Path, settings: Any
) -> None:
    """By the night, by verify_record, and by the stranger's program; told to the handlers and to the administrator."""
    add(sender, sender.send(FILM))
    whole, evidence = with_photo(story, photo()), story.case.evidence.get(sha256=SHA)
    named = story.case.record.filter(act="add_evidence").earliest("cseq")
    recheck.recheck(timezone.now())
    assert (list(verify_files("all")), list(verify_files("sample"))) == ([], [])
    harm(Path(evidence.file.path))
    finding = (named.gseq, story.case.pk, f"evidence file {fault}: {SHA[:12]}")
    assert [(one.gseq, one.case, one.problem) for one in verify_files("all", story.case.pk)] == [finding]
    assert list(verify_files("none")) == []
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify_record", "--files", "all", stdout=said)
    assert f"first bad entry is {named.gseq}" in said.getvalue() and SHA[:12] in said.getvalue()
    export(tmp_path / "export", payloads=True)
    stranger = standalone()
    found = list(stranger.file_findings(tmp_path / "export", Path(settings.MEDIA_ROOT)))
    assert [tuple(one) for one in found] == [finding]
    assert f"第 {named.gseq} 条" in stranger.in_chinese(found[0]) and SHA[:12] in stranger.in_chinese(found[0])

    assert recheck.recheck(timezone.now()) == 0, "not twice in a night"
    assert recheck.recheck(timezone.now() + timedelta(days=1)) == 2
    assert [one.sha256 for one in recheck.damaged()] == [SHA]
    for who, told in (("李明", True), ("韩雪", True), ("周勇", False), ("郑海", False)):
        page = signed_in(cast, who).get("/").content.decode()
        assert (words in page and evidence.title in page) is told, who
    page = sender.browser.get(f"/cases/{story.case.pk}/evidence/{evidence.pk}/about/").content.decode()
    assert f"原件{words}" in page and whole.stored and whole.stored.fault == ""


def test_a_file_that_was_changed_with_its_row_contradicts_the_record(sender: Sender, story: Story) -> None:
    add(sender, sender.send(FILM))
    evidence = story.case.evidence.get(sha256=SHA)
    flip(Path(evidence.file.path))
    with Path(evidence.file.path).open("rb") as opened:
        story.case.evidence.filter(pk=evidence.pk).update(sha256=contents.digest_of(opened))
    assert [one.problem for one in verify_files("all")] == [f"evidence file changed: {SHA[:12]}"]


def test_a_damaged_original_takes_no_new_evidence(sender: Sender, story: Story) -> None:
    sender.send(FILM)
    flip(Path(StoredFile.objects.get().file.path))
    address = sender.begin(len(FILM))["Location"]
    answer = sender.piece(address, 0, FILM)
    assert (answer.status_code, "已经损坏" in answer.content.decode()) == (422, True)
    assert tus.find(story.cast["李明"], story.case.pk, address.split("/")[-2], timezone.now()).stored is None


def test_a_share_is_read_each_night_the_longest_unread_first(sender: Sender, settings: Any) -> None:
    settings.FILE_CHECK_NIGHTS = 2
    for number in range(4):
        sender.send(FILM + bytes([number]))
    now = timezone.now()
    assert [recheck.recheck(now + timedelta(days=night)) for night in range(3)] == [2, 2, 2]
    assert recheck.recheck(now + timedelta(days=2, minutes=9)) == 0
    assert recheck.recheck(now + timedelta(days=3), seconds=-1) == 0


def test_an_upload_by_the_plain_form_lies_in_the_same_store(sender: Sender, story: Story) -> None:
    upload = ContentFile(FILM, name="x.mp4")
    form = f"/cases/{story.case.pk}/act/add_evidence/"
    typed = {"on": "2026-04-09", "kind": "electronic", "title": "录像", "quantity": "1", "source": "执法记录仪"}
    typed |= {"collected_on": "2026-04-09", "proves": "经过", "later": "on", "formal_electronic_collected": "光盘"}
    assert sender.browser.post(form, typed | {"file": upload}).status_code == 302
    assert story.case.evidence.get().stored == StoredFile.objects.get(sha256=SHA)


def test_what_was_kept_before_there_was_a_store_is_entered_there(sender: Sender, story: Story) -> None:
    """Two pieces of one content: one row, and no byte is touched."""
    for _twice in range(2):
        add(sender, sender.send(FILM))
    story.case.evidence.update(stored=None)
    Upload.objects.all().delete()
    StoredFile.objects.all().delete()
    import_module("cases.migrations.0051_files_kept_so_far_are_entered_in_the_store").enter(apps, None)
    stored = StoredFile.objects.get()
    assert (stored.sha256, stored.size, stored.content_type) == (SHA, len(FILM), "video/mp4")
    assert [one.stored for one in story.case.evidence.all()] == [stored, stored]
    assert recheck.fault_of(stored.file.name, SHA) == ""
