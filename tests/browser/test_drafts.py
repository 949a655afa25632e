"""Is what was typed there again at another desk, with and without JavaScript?"""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bureau.sample.overload import found
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of

LABEL, CONTENT = "改正内容和要求", "卸载超限部分的货物。"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_the_form_is_found_again_at_another_desk(
    sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path, width: int, script: bool
) -> None:
    story = found(cast, date(2026, 8, 17), 1)
    path = f"/cases/{story.case.pk}/act/order_correction/"
    page = sign_in("李明", width=width, java_script_enabled=script)
    page.goto(path)
    page.get_by_label(LABEL).fill(CONTENT)
    if script:
        expect(page.locator("[data-status]")).to_contain_text("草稿已保存")
        page.close()
    else:
        page.get_by_role("button", name="保存草稿").click()
        expect(page.get_by_text("草稿已保存，只有你看得到。")).to_be_visible()
    elsewhere = sign_in("李明", width=width)
    elsewhere.goto(path)
    expect(elsewhere.get_by_label(LABEL)).to_have_value(CONTENT)
    expect(elsewhere.get_by_text("已恢复")).to_be_visible()
    if width < 1100:
        elsewhere.locator("#act").get_by_role("link", name="看文书").click()
    expect(elsewhere.frame_locator("iframe[name=paper]").locator("main")).to_contain_text(CONTENT)
    elsewhere.screenshot(path=tmp_path / "restored.png", full_page=True)
    assert faults_of(elsewhere) == []
    elsewhere.get_by_role("button", name="不要草稿，重新填写").click()
    expect(elsewhere.get_by_label(LABEL)).to_have_value("")
