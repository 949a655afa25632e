"""Does a large file arrive from a browser whose line breaks and whose tab is then killed?"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from bureau.sample.overload import found
from cases.models import Evidence
from files.models import StoredFile, Upload
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of

FILM = b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 4000
SHA = hashlib.sha256(FILM).hexdigest()
DONE = "已上传，提交后成为证据"


@pytest.fixture
def film(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT, settings.UPLOAD_DIR = tmp_path / "media", tmp_path / "uploads"
    settings.UPLOAD_PIECE_BYTES, settings.UPLOAD_SPARE_BYTES = 100_000, 0
    path = tmp_path / "film.mp4"
    path.write_bytes(FILM)
    return path


def test_a_killed_tab_goes_on_where_it_was(
    sign_in: SignIn, cast: dict[str, Officer], film: Path, tmp_path: Path
) -> None:
    case = found(cast, date(2026, 8, 17), 1).case
    address = f"/cases/{case.pk}/act/add_evidence/"
    page = sign_in("李明", width=360)
    pieces: list[str] = []

    def pass_four(route: Route) -> None:
        """Four pieces come through; then the line breaks."""
        if route.request.method == "PATCH":
            pieces.append(route.request.headers["upload-offset"])
        route.continue_() if len(pieces) < 5 else route.abort("internetdisconnected")

    page.route("**/uploads/*/", pass_four)
    page.goto(address)
    page.get_by_label("文件").set_input_files(film)
    expect(page.locator("[data-upload] [role=status]")).to_contain_text("网络断了")
    expect(page.locator("[data-percent]")).to_have_text("39 %")
    page.screenshot(path=tmp_path / "going.png", full_page=True)
    assert faults_of(page) == []
    page.get_by_role("button", name="暂停").click()
    expect(page.locator("[data-upload] [role=status]")).to_contain_text("已暂停")
    page.get_by_role("button", name="接着传").click()
    expect(page.locator("[data-upload] [role=status]")).to_contain_text("网络断了")
    page.get_by_role("button", name="添加证据").click()
    expect(page.locator("[data-status]")).to_contain_text("文件还没有传完")
    context = page.context
    page.close(run_before_unload=False)
    assert Upload.objects.get().offset == 400_000

    page = context.new_page()
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.headers.get("upload-offset", "")) if one.method == "PATCH" else None)
    page.goto(address)
    page.get_by_label("证据种类").select_option("视听资料")
    page.get_by_label("文件").set_input_files(film)
    expect(page.locator("[data-upload] [role=status]")).to_contain_text(DONE)
    assert sent == [str(start) for start in range(400_000, len(FILM), 100_000)]
    expect(page.locator("[data-hash]")).to_contain_text(SHA)
    for label, text in {"证据名称": "录像", "来源": "执法记录仪", "证明什么": "检查经过"}.items():
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="添加证据").click()
    # The kind has asked its own questions: the file need not be sent again.
    expect(page.locator("[data-upload] [role=status]")).to_contain_text("film.mp4")
    expect(page.get_by_text("只能上传")).to_have_count(0)
    page.screenshot(path=tmp_path / "asked.png", full_page=True)
    page.get_by_label("暂时缺少的").check()
    page.get_by_role("button", name="添加证据").click()
    page.get_by_text("已办理").wait_for()
    assert (Evidence.objects.get(sha256=SHA).case, StoredFile.objects.get().size) == (case, len(FILM))
    page.goto(f"/cases/{case.pk}/evidence/{Evidence.objects.get(sha256=SHA).pk}/about/")
    expect(page.get_by_text(SHA)).to_be_visible()
    assert faults_of(page) == []
