"""U6: is a driver punished on the spot with at most 14 taps and 40 typed characters, on a phone of 360 px?"""

from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bureau.sample.identities import identity_number
from bureau.sample.meter import meter
from bureau.sample.story import Cast
from cases.models import Case
from tests.browser.conftest import SignIn

NUMBER = identity_number(date(1990, 5, 4), 2)


class Thumb:
    """Counts what a person does: every tap, every character."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps, self.typed = page, 0, 0

    def tap(self, target: Locator) -> None:
        self.taps += 1
        target.tap()

    def write(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label)
        self.tap(field)
        self.typed += len(text)
        field.press_sequentially(text)

    def sign(self, pad: Locator) -> None:
        """One stroke over the pad: a touch that moves."""
        self.taps += 1
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box is not None
        mouse = self.page.mouse
        mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
        mouse.down()
        for step in range(1, 12):
            mouse.move(box["x"] + 40 + 18 * step, box["y"] + box["height"] / 2 + (12 if step % 2 else -12))
        mouse.up()


def fits(page: Page) -> None:
    """Nothing sticks out to the right of the phone."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def told_and_signed(page: Page, thumb: Thumb) -> None:
    thumb.tap(page.get_by_role("button", name="下一步：核对"))
    expect(page.get_by_role("heading", level=1)).to_have_text("核对与签名")
    fits(page)
    for told in ("已出示执法证件并查明身份", "已口头告知违法事实、处罚理由和依据", "已口头告知陈述、申辩等权利义务"):
        thumb.tap(page.get_by_label(told))
    thumb.sign(page.locator("[data-sign-canvas]"))
    expect(page.get_by_label("在屏幕上签名")).to_be_checked()
    thumb.tap(page.get_by_role("button", name="出具决定书"))
    expect(page.get_by_role("heading", level=1)).to_have_text("决定书已出具")
    fits(page)


def on_the_road(cast: Cast, sign_in: SignIn) -> tuple[Page, Thumb]:
    """An officer who fined somebody the day before; place, partner and violation are proposed from then on."""
    meter(cast, start=date(2026, 8, 17), until="copied")
    page = sign_in("李明", width=360, has_touch=True)
    page.goto("/")
    thumb = Thumb(page)
    thumb.tap(page.locator("main").get_by_role("link", name="当场处罚"))
    expect(page.get_by_role("heading", level=1)).to_have_text("当场处罚")
    fits(page)
    thumb.tap(page.get_by_text("巡游出租不按规定使用计价器或者违规收费").first)
    return page, thumb


def test_a_new_driver_is_punished_on_the_spot_with_one_thumb(cast: Cast, sign_in: SignIn, tmp_path: Path) -> None:
    page, thumb = on_the_road(cast, sign_in)
    thumb.write("车牌号", "蒙GX0002")
    thumb.write("身份证件号", NUMBER)
    thumb.write("姓名或名称", "马五")
    thumb.write("住址或地址", "样例镇北街5号")
    thumb.write("罚款（元）", "100")
    thumb.tap(page.get_by_label("没有提出"))
    page.screenshot(path=tmp_path / "first.png", full_page=True)
    told_and_signed(page, thumb)
    page.screenshot(path=tmp_path / "done.png", full_page=True)
    penalty = Case.objects.latest("pk").spot_penalties.get()
    assert (penalty.signing, len(penalty.signature_sha256), penalty.told_fine) == ("drawn", 64, 100)
    assert thumb.taps <= 14 and thumb.typed <= 40, (thumb.taps, thumb.typed)


def test_a_known_vehicle_needs_its_plate_only(cast: Cast, sign_in: SignIn) -> None:
    page, thumb = on_the_road(cast, sign_in)
    thumb.write("车牌号", "蒙GX0001")
    thumb.tap(page.get_by_label("没有提出"))
    told_and_signed(page, thumb)
    case = Case.objects.latest("pk")
    assert (case.parties.get().name, case.charges.get().sanctions.get().fine) == ("何三", 200)
    assert thumb.taps <= 10 and thumb.typed <= 12, (thumb.taps, thumb.typed)


def test_without_javascript_one_signs_on_paper(cast: Cast, sign_in: SignIn, tmp_path: Path) -> None:
    meter(cast, start=date(2026, 8, 17), until="copied")
    page = sign_in("李明", width=1280, java_script_enabled=False)
    page.goto("/cases/new/spot/")
    page.get_by_text("巡游出租不按规定使用计价器或者违规收费").first.click()
    page.get_by_label("车牌号").fill("蒙GX0001")
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.get_by_role("alert")).to_contain_text("选择当事人有没有提出陈述、申辩")
    expect(page.get_by_label("车牌号")).to_have_value("蒙GX0001")
    page.screenshot(path=tmp_path / "wrong.png", full_page=True)
    page.get_by_label("没有提出").check()
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("[data-sign-canvas]")).to_be_hidden()
    page.screenshot(path=tmp_path / "sign.png", full_page=True)
    for told in ("已出示执法证件并查明身份", "已口头告知违法事实、处罚理由和依据", "已口头告知陈述、申辩等权利义务"):
        page.get_by_label(told).check()
    page.get_by_label("在打印的决定书上签名").check()
    page.get_by_role("button", name="出具决定书").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("决定书已出具")
