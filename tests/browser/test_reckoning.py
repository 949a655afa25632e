"""Can a fine be reckoned and read on a phone, and without JavaScript?"""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from bureau.sample.stories import dangerous_goods, overload
from bureau.sample.story import Story
from officers.models import Officer
from tests.browser.conftest import SignIn
from tests.browser.test_accessibility import faults_of


def reporting(cast: dict[str, Officer]) -> Story:
    """The dangerous goods before their report; another case of the kind has been decided."""
    dangerous_goods(cast, until="decided", serial=2)
    story = dangerous_goods(cast, until="notified")
    story.handler("reopen_investigation", date(2026, 5, 26), opinion="重新提出。")
    return story


def fill_in(page: Page, story: Story) -> None:
    page.goto(f"/cases/{story.case.pk}/act/conclude_investigation/")
    page.get_by_label("处理意见及理由").fill("建议处罚。")
    page.get_by_label("积极配合调查").check()
    page.get_by_role("button", name="核对").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("核对：")
    expect(page.get_by_text("建议罚款 83,200 元").first).to_be_visible()


def test_the_reckoning_fits_on_a_phone(sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path) -> None:
    story = reporting(cast)
    page = sign_in("赵刚", width=360)
    page.goto(f"/cases/{story.case.pk}/act/conclude_investigation/")
    for summary in page.locator("main details > summary").all():
        summary.click()
    page.screenshot(path=tmp_path / "report.png", full_page=True)
    assert faults_of(page) == []
    fill_in(page, story)
    page.screenshot(path=tmp_path / "check.png", full_page=True)
    assert faults_of(page) == []


def test_the_head_reads_it_on_a_phone(sign_in: SignIn, cast: dict[str, Officer], tmp_path: Path) -> None:
    first = overload(cast, serial=1, until="served")
    second = overload(cast, serial=2, until="ready")
    second.case.parties.update(uscc=first.case.parties.get().uscc)
    page = sign_in("卫国", width=360)
    page.goto(f"/cases/{second.case.pk}/act/decide_penalty/")
    expect(page.get_by_role("link", name=first.case.number).first).to_be_visible()
    page.get_by_text("逐件看").click()
    page.screenshot(path=tmp_path / "decide.png", full_page=True)
    assert faults_of(page) == []


def test_without_javascript_the_sum_is_proposed_all_the_same(sign_in: SignIn, cast: dict[str, Officer]) -> None:
    story = reporting(cast)
    page = sign_in("赵刚", width=360, java_script_enabled=False)
    fill_in(page, story)
    page.get_by_role("button", name="调查终结").click()
    expect(page.get_by_text("已办理：调查终结。")).to_be_visible()
    assert story.case.charges.get().sanctions.get(stage="proposed", round=2).fine == 83200
