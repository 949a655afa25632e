"""Can a court check what it was given with the standard library alone, and is nothing inside that it must not get?"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.urls import reverse

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Story
from cases import checkpoints, record
from cases.bundle.contents import TamperedEvidence
from cases.bundle.handing_out import MayNotTake, hand_out, make
from cases.models import Case
from documents.outbox import drain
from tests.journeys.desk import DOT
from tests.publicity.conftest import undone_afterwards

pytestmark = pytest.mark.django_db
INNER = ("法制审核", "集体讨论")
DAY = date(2026, 11, 2)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[tuple[Story, Path]]:
    """Dangerous goods, decided after review and discussion, with a photograph among the evidence; and its files."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), undone_afterwards():
        with override_settings(MEDIA_ROOT=media):
            story = dangerous_goods(hire_everyone("quick"), until="served")
            evidence, dot = story.case.evidence.first(), bytes.fromhex(DOT)
            evidence.sha256, evidence.content_type = hashlib.sha256(dot).hexdigest(), "image/png"
            evidence.size = len(dot)
            evidence.file.save("称重.png", ContentFile(dot))
            drain(limit=1000)
        yield story, media


@pytest.fixture
def story(told: tuple[Story, Path], db: None, settings: Any, tmp_path: Path) -> Story:
    """With files of its own: a test may change them on the disk."""
    story, media = told
    settings.MEDIA_ROOT = shutil.copytree(media, tmp_path / "media")
    story.case.refresh_from_db()
    return story


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        assert pack.testzip() is None
        pack.extractall(folder)
    return folder


def zipped(case: Case, **how: Any) -> bytes:
    return b"".join(make(case.pk, **how).chunks())


def test_a_court_can_check_everything_and_finds_no_inner_paper(story: Story, tmp_path: Path) -> None:
    data = zipped(story.case)
    folder = unpacked(data, tmp_path / "court")
    listed = {one["path"]: one for one in json.loads((folder / "manifest.json").read_text())["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*listed, "manifest.json"}
    for path, one in listed.items():
        kept = (folder / path).read_bytes()
        assert (hashlib.sha256(kept).hexdigest(), len(kept)) == (one["sha256"], one["size"]), path
    assert any(path.startswith("papers/001-行政处罚决定书") for path in listed)
    assert any(path.startswith("evidence/001-") and path.endswith(".png") for path in listed)
    issued = [one for one in story.case.documents.final() if one.form.rule.volume == "secondary"]
    assert issued, "the story has inner papers, or this test proves nothing"
    inner = {one.pdf_sha256 for one in issued}
    assert not inner & {one["sha256"] for one in listed.values()}
    assert not [path for path in listed if any(word in path for word in INNER)]
    index = (folder / "index.html").read_text()
    assert not any(one.title in index for one in issued)


def test_the_index_needs_no_server_and_its_links_lead_somewhere(story: Story, tmp_path: Path) -> None:
    folder = unpacked(zipped(story.case), tmp_path / "court")
    index = (folder / "index.html").read_text()
    links = [unquote(unescape(link)) for link in re.findall(r'href="([^"]+)"', index)]
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(links) == files - {"index.html"}
    assert "<script" not in index and "http://" not in index and "https://" not in index
    first = json.loads((folder / "manifest.json").read_text())["files"][0]
    assert first["sha256"] in index and first["pages"].startswith("1")


def test_the_program_inside_finds_nothing_and_then_what_was_changed(story: Story, tmp_path: Path) -> None:
    folder = unpacked(zipped(story.case), tmp_path / "court")

    def run() -> tuple[int, str]:
        # -I: nothing of ours can be imported, only the standard library.
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", folder / "verify_record.py"],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return done.returncode, done.stdout

    assert run() == (0, "全部一致。\n")
    paper = next((folder / "papers").iterdir())
    paper.write_bytes(paper.read_bytes() + b" ")
    chain = folder / "record/chain.jsonl"
    lines = chain.read_text().splitlines(keepends=True)
    chain.write_text("".join(lines[:2] + lines[3:]))
    (folder / "extra.txt").write_text("x")
    code, said = run()
    assert code == 1
    for fault in (f"papers/{paper.name}", "与前一条不相接", "清单以外的文件：extra.txt", "record/head.json 不一致"):
        assert fault in said


def test_the_case_is_proved_to_lie_in_a_checkpoint_that_the_bureau_signed(
    story: Story, tmp_path: Path, settings: Any
) -> None:
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    checkpoints.take(datetime(2026, 11, 2, 4, 0, tzinfo=UTC))
    folder = unpacked(zipped(story.case), tmp_path / "court")

    def run(*more: str) -> tuple[int, str]:
        command = [sys.executable, "-I", "-X", "utf8", str(folder / "verify_record.py"), *more]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout

    published = tmp_path / "published.txt"
    published.write_text(checkpoints.verifier_key())
    assert run("--keys", str(published)) == (0, "全部一致。\n")
    # A key that the bureau did not publish signed nothing here.
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "other.pem"
    checkpoints.make_key(settings.RECORD_KEY_FILE)
    published.write_text(checkpoints.verifier_key())
    assert run("--keys", str(published)) == (
        1,
        "检查点签名不成立：record/checkpoint.txt\n发现 1 处问题。\n",
    )
    # A case written anew, with a manifest that agrees, still does not lie in the checkpoint.
    proof = folder / "record/proof.json"
    changed = json.loads(proof.read_text())
    changed["path"][0] = "00" * 32
    proof.write_text(json.dumps(changed))
    code, said = run()
    assert code == 1 and "不在检查点所载的全部记录之中" in said


def test_made_again_it_is_the_same_even_after_it_was_handed_out(story: Story) -> None:
    before = zipped(story.case)
    entries = story.case.record.count()
    handed = hand_out(story.case.pk, officer=story.cast[story.first], on=DAY, purpose="样例旗人民法院")
    assert b"".join(handed.chunks()) == before == zipped(story.case)
    last = story.case.record.order_by("cseq").last()
    assert (last.cseq, last.act, last.actor) == (entries + 1, "court_bundle", story.cast[story.first])
    said = json.loads(last.payload.body)["facts"]
    assert said["manifest"] == handed.manifest_sha256 and said["text"] == "样例旗人民法院"
    assert list(record.verify(story.case.pk)) == []


def test_only_handlers_the_head_and_the_archivist_take_it_and_only_the_head_the_inner_papers(story: Story) -> None:
    def take(name: str, **how: Any) -> Any:
        return hand_out(story.case.pk, officer=story.cast[name], on=DAY, purpose="法院调取", **how)

    entries = story.case.record.count()
    for name in ("韩雪", "朱玉", "陈静"):  # The archivist does not see a case that is still open.
        with pytest.raises(MayNotTake):
            take(name)
    with pytest.raises(MayNotTake):
        take(story.first, supplementary=True)
    assert story.case.record.count() == entries
    whole = take("卫国", supplementary=True)
    assert any("法制审核" in one.path for one in whole.found)


def test_evidence_that_changed_on_the_disk_is_named_and_nothing_is_handed_out(story: Story) -> None:
    kept = story.case.evidence.exclude(file="").get()
    Path(kept.file.path).write_bytes(b"\x89PNG other")
    entries = story.case.record.count()
    with pytest.raises((TamperedEvidence, ValueError), match=kept.title):
        hand_out(story.case.pk, officer=story.cast[story.first], on=DAY, purpose="法院")
    assert story.case.record.count() == entries


def test_the_page_asks_for_what_it_is_taken_and_sends_the_zip(story: Story) -> None:
    client, address = Client(), reverse("cases:court-bundle", args=[story.case.pk])
    client.force_login(story.cast[story.first], backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(address)
    assert page.status_code == 200 and "连同副卷" not in page.content.decode()
    assert address in client.get(reverse("cases:case", args=[story.case.pk])).content.decode()
    refused = client.post(address, {"purpose": " "})
    assert refused.status_code == 422 and "写明交给哪个法院、用于什么。" in refused.content.decode()
    sent = client.post(address, {"purpose": "样例旗人民法院，应诉"})
    assert sent["Content-Type"] == "application/zip"
    assert b"".join(sent.streaming_content) == zipped(story.case)


def test_the_command_writes_the_same_bundle_and_asks_who_takes_it(story: Story, tmp_path: Path) -> None:
    target = tmp_path / "court.zip"
    staff = story.cast[story.first].staff_number
    call_command("court_bundle", str(story.case.pk), output=target, officer=staff, stdout=io.StringIO())
    assert target.read_bytes() == zipped(story.case)
    stranger = story.cast["韩雪"].staff_number
    with pytest.raises(CommandError, match="不能取走案卷包"):
        call_command("court_bundle", str(story.case.pk), output=target, officer=stranger)
