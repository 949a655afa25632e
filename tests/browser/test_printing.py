"""Do bulk printing and the bundle for the court work on a phone and on a desk, and does the index open from a folder?"""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from bureau.sample.stories import overload
from documents.outbox import drain
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of

WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@pytest.fixture
def case(cast: dict[str, Officer], settings: Any, tmp_path: Path) -> str:
    settings.MEDIA_ROOT = tmp_path / "media"
    case = overload(cast, until="served").case
    return f"/cases/{case.pk}/"


@WIDTHS
def test_papers_are_chosen_printed_and_fetched(sign_in: SignIn, case: str, tmp_path: Path, width: int) -> None:
    page = sign_in("李明", width=width)
    page.goto("/printing/?issued_from=2026-01-01")
    assert faults_of(page) == []
    page.screenshot(path=tmp_path / f"printing-{width}.png", full_page=True)
    page.get_by_role("button", name="打印选中的文书").click()
    expect(page.get_by_role("heading", name="正在准备")).to_be_visible()
    assert faults_of(page) == []
    page.screenshot(path=tmp_path / f"waiting-{width}.png", full_page=True)
    drain(limit=1000)
    # Nobody clicks: the page asks again by itself.
    expect(page.get_by_role("heading", name="准备完毕")).to_be_visible(timeout=15_000)
    assert faults_of(page) == []
    page.screenshot(path=tmp_path / f"over-{width}.png", full_page=True)
    with page.expect_download() as zipped:
        page.get_by_role("link", name="每份一个 PDF（ZIP）").click()
    assert zipfile.is_zipfile(zipped.value.path())


@WIDTHS
def test_the_bundle_is_made_and_its_index_opens_without_a_server(
    sign_in: SignIn, case: str, tmp_path: Path, width: int
) -> None:
    drain(limit=1000)
    page = sign_in("李明", width=width)
    page.goto(case)
    page.get_by_role("link", name="交法院的案卷包").click()
    assert faults_of(page) == []
    page.screenshot(path=tmp_path / f"bundle-{width}.png", full_page=True)
    page.get_by_label("交给哪个法院，用于什么").fill("样例旗人民法院，应诉")
    with page.expect_download(timeout=60_000) as zipped:
        page.get_by_role("button", name="制作并下载案卷包").click(timeout=60_000)
    with zipfile.ZipFile(zipped.value.path()) as pack:
        pack.extractall(tmp_path / "court")
    page.goto((tmp_path / "court/index.html").as_uri())
    expect(page.get_by_role("link", name="行政处罚决定书")).to_be_visible()
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0
    page.screenshot(path=tmp_path / f"index-{width}.png", full_page=True)
