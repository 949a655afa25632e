"""Can a file that is uploaded as evidence lie about itself, fill the disk, or run in somebody's browser?"""

import io
import struct
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from bureau.sample.people import hire_everyone
from cases.models import Evidence
from tests.cases.situations import lead


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, "white").save(data, kind)
    return data.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def bomb() -> bytes:
    """A PNG of a few hundred bytes that claims 81 million pixels."""
    header = struct.pack(">IIBBBBB", 9000, 9000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def pages(count: int) -> bytes:
    data, document = io.BytesIO(), pypdfium2.PdfDocument.new()
    for _page in range(count):
        document.new_page(100, 100)
    document.save(data)
    document.close()
    return data.getvalue()


def encrypted() -> bytes:
    """The smallest PDF that asks for a password: its key was made from one that nobody knows."""
    key = b"<" + b"ab" * 32 + b">"
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n",
        b"4 0 obj<</Filter/Standard/V 1/R 2/O " + key + b"/U " + key + b"/P -4>>endobj\n",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for part in parts:
        offsets.append(len(body))
        body += part
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in offsets)
    trailer = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<61><61>]>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + table + trailer


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert(1)</script></html>"
Make = Callable[[], bytes]
REFUSED: dict[str, tuple[str, Make, str]] = {
    "text named jpg": ("a.jpg", lambda: b"hello", "只能上传"),
    "empty": ("a.jpg", lambda: b"", "空"),
    "svg": ("a.svg", lambda: SVG, "只能上传"),
    "svg named png": ("a.png", lambda: SVG, "只能上传"),
    "html": ("a.html", lambda: HTML, "只能上传"),
    "gif": ("a.gif", lambda: picture("GIF"), "只能上传"),
    "executable": ("a.pdf", lambda: b"MZ" + bytes(100), "只能上传"),
    "truncated jpeg": ("a.jpg", lambda: picture("JPEG", (400, 300))[:200], "损坏"),
    "truncated png": ("a.png", lambda: picture("PNG", (400, 300))[:60], "损坏"),
    "png bomb": ("a.png", bomb, "5000 万像素"),
    "pdf without pages": ("a.pdf", lambda: pages(0), "PDF 文件"),
    "encrypted pdf": ("a.pdf", encrypted, "PDF 文件"),
    "broken pdf": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(50), "PDF 文件"),
    "too large": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(2_000_000), "最大"),
}
KEPT: dict[str, tuple[str, Make, str]] = {
    "two endings": ("scan.pdf.exe", lambda: pages(1), ".pdf"),
    "path in the name": ("../../../etc/passwd.png", lambda: picture("PNG"), ".png"),
    "picture with html behind it": ("a.html", lambda: picture("JPEG") + HTML, ".jpg"),
    "wrong ending": ("a.png", lambda: picture("JPEG"), ".jpg"),
    "name of another alphabet": ("证据\u202egpj.exe", lambda: picture("PNG"), ".png"),
    "null in the name": ("a\x00.php.png", lambda: picture("PNG"), ".png"),
}


ORIGINAL = {"formal_documentary_original": "原件"}


@pytest.fixture
def desk(db: None, april: None, tmp_path: Path, settings: Any) -> tuple[Client, str]:
    """The form for evidence of a fresh lead, and its handler at it."""
    settings.EVIDENCE_MAX_BYTES, settings.MEDIA_ROOT = 1_000_000, tmp_path
    cast = hire_everyone("quick")
    browser = Client(raise_request_exception=False)
    browser.force_login(cast["李明"], "django.contrib.auth.backends.ModelBackend")
    return browser, f"/cases/{lead(cast, '当事人').case.pk}/act/add_evidence/"


def upload(desk: tuple[Client, str], name: str, data: bytes) -> Any:
    file = SimpleUploadedFile("x", data, "image/jpeg")
    file._name = name  # As a browser of ill will would send it.
    typed = {"on": "2026-04-09", "kind": "documentary", "title": "称重单", "quantity": "1", "source": "治超站"}
    return desk[0].post(desk[1], typed | {"collected_on": "2026-04-09", "proves": "质量", "file": file} | ORIGINAL)


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_not_what_it_claims_is_refused_in_words(case: str, desk: tuple[Client, str]) -> None:
    name, make, sentence = REFUSED[case]
    before = set(Path(settings.MEDIA_ROOT).rglob("*"))
    response = upload(desk, name, make())
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert 'value="称重单"' in response.content.decode()
    assert set(Path(settings.MEDIA_ROOT).rglob("*")) == before


@pytest.mark.parametrize("case", KEPT)
def test_a_kept_file_has_no_name_but_its_hash_and_runs_nowhere(case: str, desk: tuple[Client, str]) -> None:
    name, make, suffix = KEPT[case]
    data = make()
    response = upload(desk, name, data)
    assert response.status_code == 302, response.content.decode()
    evidence = Evidence.objects.latest("pk")
    digest = sha256(data).hexdigest()
    assert (evidence.sha256, evidence.file.name) == (digest, f"evidence/{digest[:2]}/{digest}{suffix}")
    got = desk[0].get(f"/cases/{evidence.case_id}/evidence/{evidence.pk}/")
    assert b"".join(got.streaming_content) == data
    assert got["Content-Disposition"].startswith("attachment") and name not in got["Content-Disposition"]
    assert got["X-Content-Type-Options"] == "nosniff" and "sandbox" in got["Content-Security-Policy"]
    assert got["Content-Type"] in ("application/pdf", "image/jpeg", "image/png")
