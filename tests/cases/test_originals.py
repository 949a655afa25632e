"""Does an original that no page can show leave the dossier whole, with a sheet in its place, and reach the court?"""

import hashlib
import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from django.core.files.base import ContentFile
from PIL import Image

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.bundle.handing_out import make
from cases.case_file import load_case_file
from cases.dossier import bind, volume_sizes
from documents.originals import Original
from documents.outbox import drain
from tests.documents.printed import squeeze

pytestmark = pytest.mark.django_db


def picture(kind: str) -> bytes:
    # Noise, so that what is drawn of it cannot be mistaken for an empty place.
    image, written = Image.frombytes("RGB", (64, 48), random.Random(1).randbytes(64 * 48 * 3)), io.BytesIO()
    image.save(written, kind)
    return written.getvalue()


def office_file(inner: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as pack:
        pack.writestr(inner, "<x/>")
    return written.getvalue()


ORIGINALS = {
    ".docx": (office_file("word/document.xml"), "Word 文档（.docx）", 0),
    ".xlsx": (office_file("xl/workbook.xml"), "Excel 表格（.xlsx）", 0),
    ".txt": ("车货总重 52 吨\n".encode(), "文本文件（.txt）", 0),
    ".heic": (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC 图片（.heic）", 0),
    ".webp": (picture("WEBP"), "WebP 图片（.webp）", 1),
    ".gif": (picture("GIF"), "GIF 图片（.gif）", 1),
    ".tiff": (picture("TIFF"), "TIFF 图片（.tiff）", 1),
    ".mp4": (b"\x00\x00\x00\x18ftypmp42" + bytes(40), "MP4 录像（.mp4）", 0),
    ".mp3": (b"ID3\x04" + bytes(40), "MP3 录音（.mp3）", 0),
    ".dat": (b"GIF89a and no picture", "其他文件（.dat）", 0),
}


@pytest.fixture
def story(db: None, settings: Any, tmp_path: Path) -> Story:
    settings.MEDIA_ROOT = tmp_path / "media"
    story = overload(hire_everyone("quick"), until="served")
    drain(limit=1000)
    return story


def keep(story: Story, suffix: str, data: bytes) -> Any:
    evidence = story.case.evidence.first()
    evidence.sha256, evidence.content_type, evidence.size = hashlib.sha256(data).hexdigest(), "", len(data)
    evidence.file.save(f"原件{suffix}", ContentFile(data))
    return evidence


def sheets(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        texts = [squeeze(page.get_textpage().get_text_range()) for page in document]
    return [text for text in texts if text.startswith("证据原件说明页")]


@pytest.mark.parametrize("suffix", sorted(ORIGINALS))
def test_an_original_that_cannot_be_bound_has_a_sheet_with_all_that_identifies_it(suffix: str) -> None:
    data, named, pictures = ORIGINALS[suffix]
    digest = hashlib.sha256(data).hexdigest()
    kept = ContentFile(data, name=f"evidence/原件{suffix}")
    found = Original(title="称重记录一", file=kept, size=len(data), sha256=digest, kind="电子数据")
    with pypdfium2.PdfDocument(found.pages()) as document:
        assert len(document) == 1
        drawn = list(document[0].get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)))
        text = squeeze(document[0].get_textpage().get_text_range())
    assert len(drawn) == pictures
    for words in ("称重记录一", "电子数据", named, f"{len(data)} 字节", digest, "原样保存在本机关办案系统的案卷中"):
        assert squeeze(words) in text, words


def test_the_dossier_is_bound_with_the_sheet_and_the_original_travels_to_the_court(story: Story) -> None:
    data, _named, _pictures = ORIGINALS[".mp4"]
    evidence = keep(story, ".mp4", data)
    (sheet,) = sheets(bind(story.case))
    for words in (evidence.title, evidence.source, evidence.proves, "MP4 录像", evidence.collected_by.name):
        assert words and squeeze(words) in sheet, words
    with zipfile.ZipFile(io.BytesIO(b"".join(make(story.case.pk).chunks()))) as pack:
        (path,) = [name for name in pack.namelist() if name.startswith("evidence/")]
        assert path.endswith(".mp4")
        assert pack.read(path) == data
        listed = {one["path"]: one for one in json.loads(pack.read("manifest.json"))["files"]}
        assert listed[path]["sha256"] == hashlib.sha256(data).hexdigest()
        assert listed[path]["pages"]


def test_the_sheet_counts_as_one_page_and_equal_cases_give_equal_bytes(story: Story) -> None:
    before = volume_sizes(load_case_file(story.case.pk))["main"]
    keep(story, ".webp", ORIGINALS[".webp"][0])
    after = volume_sizes(load_case_file(story.case.pk))["main"]
    assert (after.items - before.items, after.pages - before.pages) == (1, 1)
    assert bind(story.case) == bind(story.case)


def test_a_recording_is_never_read_as_a_whole(tmp_path: Path) -> None:
    read = 0

    class Recording(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            nonlocal read
            read += 10**9 if size is None or size < 0 else size
            return super().read(size)

    class Stored:
        name = "录像.mp4"

        def open(self, mode: str) -> Recording:
            return Recording(b"\x00\x00\x00\x18ftypmp42" + bytes(100))

    original = Original(title="现场录像", file=Stored(), size=3 * 1024**3, sha256="ab" * 32)
    assert original.pages().startswith(b"%PDF")
    assert read < 100
