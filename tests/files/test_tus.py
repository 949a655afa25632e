"""Does a file arrive whole however often the line breaks, and does the server keep to tus 1.0?"""

import errno
import hashlib
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bureau.sample.story import Cast, Story
from cases.models import Evidence
from files import tus
from files.models import StoredFile, Upload
from tests.files.conftest import signed_in
from tests.files.tus import HEADERS, Sender

FILM = b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 400
SHA = hashlib.sha256(FILM).hexdigest()
TYPED = {"on": "2026-04-09", "kind": "audiovisual", "title": "执法记录仪录像", "quantity": "1", "source": "执法记录仪"}
TYPED |= {"collected_on": "2026-04-09", "proves": "检查经过", "later": "on"}
TYPED |= {"formal_audiovisual_maker": "李明"}


def add(sender: Sender, address: str, **other: str) -> Any:
    form = f"/cases/{sender.case_id}/act/add_evidence/"
    return sender.browser.post(form, TYPED | {"upload": address.split("/")[-2]} | other)


def test_an_upload_in_one_go_becomes_evidence_by_the_act(sender: Sender, story: Story) -> None:
    address = sender.send(FILM)
    assert not Evidence.objects.filter(sha256=SHA).exists()
    response = add(sender, address)
    assert response.status_code == 302, response.content.decode()
    evidence = story.case.evidence.get(sha256=SHA)
    assert (evidence.size, evidence.content_type) == (len(FILM), "video/mp4")
    got = sender.browser.get(f"/cases/{story.case.pk}/evidence/{evidence.pk}/")
    assert b"".join(got.streaming_content) == FILM
    assert got["Content-Disposition"].startswith("attachment") and "sandbox" in got["Content-Security-Policy"]
    said = story.case.record.latest("cseq").payload.body
    assert SHA in said and evidence.file.name in said


@settings(
    max_examples=max(5, settings.default.max_examples // 10),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(cuts=st.lists(st.integers(0, len(FILM)), min_size=20, max_size=20), forgets=st.booleans())
def test_a_file_cut_at_twenty_places_has_the_same_hash(
    sender: Sender, cuts: list[int], forgets: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the digest reckoned along, and by a server that was started anew and must read what came before."""
    monkeypatch.setattr(tus, "FOLLOWED", 0 if forgets else 64)
    address = sender.send(FILM, tuple(sorted(cuts)))
    assert sender.head(address)["Upload-Sha256"] == SHA
    stored = StoredFile.objects.get(sha256=SHA)
    with stored.file.open("rb") as opened:
        assert opened.read() == FILM
    assert Upload.objects.get(pk=address.split("/")[-2]).stored == stored


class Broken:
    """A body whose sender vanishes after so many bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, size: int) -> bytes:
        if not self.data:
            raise OSError("the line broke")
        piece, self.data = self.data[:size], self.data[size:]
        return piece


def test_what_came_before_the_line_broke_is_kept(sender: Sender) -> None:
    address = sender.begin(len(FILM))["Location"]
    upload = Upload.objects.get()
    tus.receive(upload, Broken(FILM[:70_000]), offset=0, announced=len(FILM), now=timezone.now())
    assert sender.offset(address) == 70_000
    # A server that was killed had written more than it had noted: what was not flushed does not count.
    with upload.part.open("ab") as opened:
        opened.write(b"never flushed" * 9000)
    assert sender.offset(address) == 70_000
    sender.piece(address, 70_000, FILM[70_000:])
    assert sender.head(address)["Upload-Sha256"] == SHA
    with StoredFile.objects.get().file.open("rb") as stored:
        assert stored.read() == FILM


def test_a_part_that_was_lost_begins_anew(sender: Sender) -> None:
    address = sender.begin(len(FILM))["Location"]
    sender.piece(address, 0, FILM[:5000])
    Upload.objects.get().part.unlink()
    assert sender.offset(address) == 0
    assert sender.piece(address, 5000, FILM[5000:]).status_code == 409
    sender.piece(address, 0, FILM)
    assert sender.head(address)["Upload-Sha256"] == SHA


def test_the_server_says_what_it_can(sender: Sender) -> None:
    told = sender.browser.options(sender.place)
    assert (told.status_code, told["Tus-Version"], told["Tus-Extension"]) == (
        204,
        "1.0.0",
        "creation,expiration,termination",
    )
    made = sender.begin(10)
    assert made.status_code == 201 and made["Upload-Expires"].endswith("GMT")


def test_what_is_sent_wrongly_is_refused_as_the_protocol_says(sender: Sender, settings: Any) -> None:
    address = sender.begin(100)["Location"]
    version = sender.browser.head(address)
    assert (version.status_code, version["Tus-Version"]) == (412, "1.0.0")
    given = {
        "wrong offset": sender.piece(address, 5, b"x"),
        "too long": sender.piece(address, 0, b"x" * 101),
        "no number": sender.piece(address, "five", b"x"),
        "negative": sender.piece(address, -1, b"x"),
        "a number without end": sender.piece(address, "9" * 40, b"x"),
        "not a piece": sender.browser.patch(address, b"x", headers=HEADERS | {"Upload-Offset": "0"}),
        "empty": sender.begin(0),
        "no length": sender.begin("much"),
        "too large": sender.begin(settings.UPLOAD_MAX_BYTES + 1),
        "nobody's": sender.head(f"{sender.place}00000000-0000-4000-8000-000000000000/"),
    }
    assert {name: answer.status_code for name, answer in given.items()} == {
        "wrong offset": 409,
        "too long": 413,
        "no number": 400,
        "negative": 400,
        "a number without end": 400,
        "not a piece": 415,
        "empty": 413,
        "no length": 400,
        "too large": 413,
        "nobody's": 404,
    }
    assert sender.offset(address) == 0
    assert sender.begin(5, name="\u202e\x00" * 300).status_code == 201
    nonsense = HEADERS | {"Upload-Length": "5", "Upload-Metadata": "filename ****, ,,x"}
    assert sender.browser.post(sender.place, headers=nonsense).status_code == 201


def test_two_pieces_at_once_do_not_mix(sender: Sender) -> None:
    address = sender.begin(100)["Location"]
    with tus._alone(Upload.objects.get()):
        assert sender.piece(address, 0, b"x").status_code == 423
    assert sender.piece(address, 0, b"x").status_code == 204


def test_an_upload_is_its_owners_alone(sender: Sender, cast: Cast, story: Story) -> None:
    """Whether of a colleague on the same case, of a head who sees the case, or of an officer elsewhere."""
    address = sender.begin(100)["Location"]
    second = story.case.assignments.exclude(officer=cast["李明"]).get().officer
    for who in (second.name, "郑海", "周勇"):
        other = Sender(signed_in(cast, who), sender.case_id)
        answers = [other.head(address), other.piece(address, 0, b"x"), other.browser.delete(address, headers=HEADERS)]
        assert [one.status_code for one in answers] == [404, 404, 404], who
    assert Sender(signed_in(cast, "郑海"), sender.case_id).begin(5).status_code == 404
    assert sender.offset(address) == 0
    whole = sender.send(FILM)
    foreign = add(Sender(signed_in(cast, second.name), sender.case_id), whole)
    assert (foreign.status_code, "上传的文件找不到了" in foreign.content.decode()) == (422, True)
    assert add(sender, "x/nonsense/").status_code == 422


def test_a_token_of_our_own_page_is_asked_for(sender: Sender, cast: Cast) -> None:
    sender.browser.handler.enforce_csrf_checks = True
    assert sender.begin(5).status_code == 403


def test_an_upload_ends_with_its_time_and_is_swept(sender: Sender, time_machine: Any) -> None:
    """The unfinished and the unused go; what became evidence stays, also where another upload had the same content."""
    unfinished, _unused, used = sender.begin(100)["Location"], sender.send(FILM[::-1]), sender.send(FILM)
    again = sender.send(FILM)
    add(sender, used)
    part = Upload.objects.get(pk=unfinished.split("/")[-2]).part
    place = Path(StoredFile.objects.exclude(sha256=SHA).get().file.path)
    assert part.exists() and place.exists()
    time_machine.shift(timedelta(hours=73))
    sender.browser = signed_in({"李明": Evidence.objects.get(sha256=SHA).collected_by}, "李明")
    assert (sender.head(unfinished).status_code, sender.piece(unfinished, 0, b"x").status_code) == (410, 410)
    assert tus.sweep_uploads(timezone.now()) == 4
    assert sender.head(again).status_code == 404
    assert not part.exists() and not place.exists()
    assert [one.sha256 for one in StoredFile.objects.all()] == [SHA]
    assert Path(Evidence.objects.get(sha256=SHA).file.path).read_bytes() == FILM
    assert tus.sweep_uploads(timezone.now()) == 0


def test_giving_up_takes_the_bytes_away(sender: Sender) -> None:
    address = sender.begin(100)["Location"]
    sender.piece(address, 0, b"x" * 50)
    part = Upload.objects.get().part
    assert sender.browser.delete(address, headers=HEADERS).status_code == 204
    assert not part.exists() and sender.head(address).status_code == 404


def test_an_upload_given_up_while_its_last_piece_came_in_leaves_nothing(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, real = sender.begin(len(FILM))["Location"], tus._write
    upload = Upload.objects.get()

    def given_up(part: Any, piece: bytes) -> None:
        tus.drop(upload)
        real(part, piece)

    monkeypatch.setattr(tus, "_write", given_up)
    assert sender.piece(address, 0, FILM).status_code == 404
    assert not StoredFile.objects.exists() and not Upload.objects.exists()


def test_a_full_disk_is_said_in_words_and_loses_nothing(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    address, real = sender.begin(len(FILM))["Location"], tus._write
    sender.piece(address, 0, FILM[:1000])

    def full(part: Any, piece: bytes) -> None:
        real(part, piece[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tus, "_write", full)
    refused = sender.piece(address, 1000, FILM[1000:])
    assert (refused.status_code, "磁盘空间不够" in refused.content.decode()) == (507, True)
    monkeypatch.setattr(tus, "_write", real)
    assert sender.offset(address) == 1000
    sender.piece(address, 1000, FILM[1000:])
    assert sender.head(address)["Upload-Sha256"] == SHA


def test_a_part_that_no_upload_knows_is_swept(sender: Sender, settings: Any) -> None:
    sender.begin(10)
    known = Upload.objects.get().part
    unknown = known.with_name("00000000-0000-4000-8000-000000000000.part")
    unknown.touch()
    for path in (known, unknown):
        os.utime(path, (0, 0))
    tus.sweep_uploads(timezone.now())
    assert known.exists() and not unknown.exists()


def test_nobody_fills_the_disk_with_what_is_never_finished(sender: Sender, settings: Any) -> None:
    settings.UPLOAD_QUOTA_BYTES = len(FILM) + 100
    first = sender.begin(len(FILM))["Location"]
    refused = sender.begin(101)
    assert (refused.status_code, "没有传完的文件太多" in refused.content.decode()) == (413, True)
    sender.piece(first, 0, FILM)
    assert sender.begin(101).status_code == 201
    settings.UPLOAD_SPARE_BYTES = 2**62
    refused = sender.begin(10)
    assert (refused.status_code, "磁盘空间不够" in refused.content.decode()) == (507, True)
