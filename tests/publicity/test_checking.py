"""May anybody check a file, learn whether it is ours to the last byte, and learn nothing about anybody?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from bureau.sample.story import Cast, Story
from documents import services, signatures
from documents.certificates import make_trial_certificate
from documents.models import Document
from documents.services import pdf_of, void

PAGE = "/public/verify/file/"


@pytest.fixture(autouse=True)
def own_world(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    yield
    cache.clear()
    signatures._from_file.cache_clear()


@pytest.fixture
def anybody() -> Client:
    return Client()


@pytest.fixture
def signing(settings: Any, tmp_path: Path) -> None:
    make_trial_certificate(tmp_path, "样例旗交通运输局", now=timezone.now())
    settings.SIGNING_PKCS12, settings.SIGNING_PASSPHRASE_FILE = tmp_path / "bureau.p12", tmp_path / "passphrase"
    settings.SIGNING_TRUST = tmp_path / "ca.pem"


@pytest.fixture
def paper(signing: None, story: Story) -> Document:
    found = story.case.documents.get(form_key="penalty-decision")
    services.archive(found)
    return found


def checked(browser: Client, data: bytes, name: str = "决定书.pdf") -> Any:
    return browser.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def words(response: Any) -> str:
    return response.content.decode()


def test_our_file_matches_and_its_signature_holds(paper: Document, anybody: Client) -> None:
    response = checked(anybody, pdf_of(paper))
    assert response.status_code == 200
    for said in ("相符：是本机关出具的文书，没有改动", paper.title, paper.number, "有效，签名以后没有改动", "试用证书"):
        assert said in words(response)
    assert "风驰" not in words(response)
    assert response["X-Robots-Tag"] == "noindex, noarchive"


def test_a_flipped_byte_does_not_match(paper: Document, anybody: Client) -> None:
    data = bytearray(pdf_of(paper))
    data[len(data) // 2] ^= 1
    page = words(checked(anybody, bytes(data)))
    assert "不相符" in page
    assert "相符：是" not in page
    assert "有效，签名以后没有改动" not in page
    assert paper.number not in page


def test_a_voided_file_is_said_to_be_void(paper: Document, cast: Cast, anybody: Client) -> None:
    void(paper, officer=cast["李明"], on=date(2026, 9, 1), reason="于强的姓名写错")
    page = words(checked(anybody, pdf_of(paper)))
    assert "已经作废" in page
    assert "相符：是" not in page
    assert "于强" not in page
    assert "另行出具" not in page


def test_the_paper_in_the_place_of_a_void_one_is_named(paper: Document, cast: Cast, anybody: Client) -> None:
    void(paper, officer=cast["李明"], on=date(2026, 9, 1), reason="写错")
    again = services.draw(
        case=paper.case,
        form_key=paper.form_key,
        content=services.content_of(paper),
        officer=cast["李明"],
        on=date(2026, 9, 1),
        party=paper.party,
        subject_key=paper.subject_key,
    )
    newer = services.issue(again, officer=cast["李明"], on=date(2026, 9, 1))
    for page in (words(checked(anybody, pdf_of(paper))), words(anybody.get(f"/public/verify/{paper.verify_code}"))):
        assert f"本机关已另行出具 {newer.number}" in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "这个文件是空的"),
        (b"GIF89a", "这不是 PDF 文件"),
        (b"%PDF-1.7\n" + b"x" * 3000, "最大 2.0 KB"),
    ],
    ids=["empty", "no-pdf", "too-large"],
)
def test_what_cannot_be_checked_is_refused_in_words(
    data: bytes, said: str, story: Story, anybody: Client, settings: Any
) -> None:
    settings.CHECKED_FILE_MAX_BYTES = 2048
    response = checked(anybody, data)
    assert response.status_code == 422
    assert said in words(response).replace("\xa0", " ")
    assert anybody.post(PAGE).status_code == 422


def test_a_broken_pdf_is_no_error(story: Story, anybody: Client) -> None:
    response = checked(anybody, b"%PDF-1.7\nnothing of the kind")
    assert response.status_code == 200
    assert "不相符" in words(response)


def test_one_address_may_not_check_without_end(story: Story, anybody: Client, settings: Any) -> None:
    settings.CHECKED_FILES_A_MINUTE = 2
    answers = [checked(anybody, b"no pdf").status_code for _ in range(3)]
    assert answers == [422, 422, 429]
    assert "过一分钟再查" in words(checked(anybody, b"no pdf"))


def test_the_file_is_not_kept(paper: Document, anybody: Client, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    checked(anybody, b"%PDF-1.7\nmine")
    assert sorted(tmp_path.rglob("*")) == before
