"""Does the paper stand beside the form and follow what is typed, on a desk, on a phone, and without JavaScript?"""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bureau.sample.overload import found
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of

DEMAND = "改正内容和要求"


def order(page: Page, cast: dict[str, Officer]) -> Page:
    story = found(cast, date(2026, 8, 17), 1)
    page.goto(f"/cases/{story.case.pk}/act/order_correction/")
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_the_paper_follows_what_is_typed(sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path, width: int) -> None:
    page = order(sign_in("李明", width=width), cast)
    paper = page.frame_locator("iframe[name=paper]")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method) if "preview" in request.url else None)
    expect(paper.get_by_role("link", name=DEMAND).first).to_be_attached()
    page.screenshot(path=tmp_path / "empty.png", full_page=True)
    page.get_by_label(DEMAND).press_sequentially("卸载超限部分的货物。", delay=20)
    if width < 1100:
        assert "POST" not in asked, "on a phone the paper is drawn when it is looked at"
        page.locator("#act").get_by_role("link", name="看文书").click()
    expect(paper.locator("main")).to_contain_text("改正内容及要求：卸载超限部分的货物。")
    expect(paper.locator(".strip")).to_have_count(0)
    assert asked.count("POST") <= 2, "drawn when typing has settled, not at every key"
    page.screenshot(path=tmp_path / "typed.png", full_page=True)
    assert faults_of(page) == []


def test_what_is_being_composed_is_not_yet_text(sign_in: SignIn, cast: dict[str, Officer]) -> None:
    page = order(sign_in("李明"), cast)
    paper = page.frame_locator("iframe[name=paper]")
    expect(paper.get_by_role("link", name=DEMAND).first).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method) if "preview" in request.url else None)
    field = page.get_by_label(DEMAND)
    field.focus()
    field.evaluate(
        """field => { field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
        field.value = "xiezai";
        field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true })); }"""
    )
    page.wait_for_timeout(900)
    assert asked == []
    field.evaluate(
        """field => { field.value = "卸载。";
        field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true })); }"""
    )
    expect(paper.locator("main")).to_contain_text("卸载。")


def test_a_yellow_place_leads_to_its_field(sign_in: SignIn, cast: dict[str, Officer]) -> None:
    page = order(sign_in("李明"), cast)
    page.frame_locator("iframe[name=paper]").locator("mark.slot a").first.click()
    expect(page.get_by_label(DEMAND)).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_a_button_shows_the_paper(
    sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path, width: int
) -> None:
    page = order(sign_in("李明", width=width, java_script_enabled=False), cast)
    page.get_by_label(DEMAND).fill("卸载超限部分的货物。")
    page.get_by_role("button", name="预览文书").click()
    paper = page.frame_locator("iframe[name=paper]")
    expect(paper.locator("main")).to_contain_text("改正内容及要求：卸载超限部分的货物。")
    expect(page.get_by_label(DEMAND)).to_have_value("卸载超限部分的货物。")
    page.screenshot(path=tmp_path / "plain.png", full_page=True)
