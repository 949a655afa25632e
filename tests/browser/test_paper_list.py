"""Do the list of papers and the gallery of forms pass axe and fit, on a phone and on a desk, with and without scripts?"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bureau.sample.stories import dangerous_goods
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_and_the_gallery_fit(
    sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path, width: int, scripts: bool
) -> None:
    story = dangerous_goods(cast, until="notified")
    page = sign_in(story.first, width=width, java_script_enabled=scripts)
    page.goto(f"/cases/{story.case.pk}/#asked-papers")
    papers = page.locator("#asked-papers")
    expect(papers.get_by_role("heading", name="还缺的文书")).to_be_visible()
    papers.get_by_text("已有的文书").click()
    expect(papers.get_by_role("link", name="违法行为通知书", exact=True)).to_be_visible()
    papers.screenshot(path=tmp_path / "papers.png")
    faults = faults_of(page) if scripts else []
    page.goto("/papers/gallery/?q=处罚决定")
    expect(page.get_by_role("status")).to_contain_text("共 4 种文书")
    picture = page.locator(".sample img").first
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True, timeout=30_000)  # four papers are set for the page
    page.screenshot(path=tmp_path / "gallery.png", full_page=True)
    faults += faults_of(page) if scripts else []
    assert faults == []
