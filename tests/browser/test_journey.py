"""Does case 1 come to its filing in a real browser: by mouse, by keyboard only, and without JavaScript?"""

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from bureau.sample.people import PASSWORD
from bureau.sample.stories import FIRM
from tests.browser.conftest import SignIn

LOCATION = "S210线K32+500治超站"


def choose(page: Page, title: str) -> None:
    """Follow an act that the page of the case offers; fold the group open if it is closed."""
    links = page.locator("main").get_by_role("link", name=title, exact=True)
    if not links.count():
        page.locator("details", has=page.get_by_text(title, exact=True)).locator("summary").click()
    links.first.click()


def finish(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已办理")).to_be_visible()


def register(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="登记线索").first.click()
    page.get_by_label("案由").fill("样例顺达运输有限公司涉嫌车货总质量超限行驶公路")
    page.get_by_label("发生地点").fill(LOCATION)
    page.get_by_label("案件基本情况").fill("称重61320千克，限定49000千克，超限12320千克。")
    page.get_by_label("另一名承办人").select_option(index=1)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("线索已登记")).to_be_visible()


def add_the_party(page: Page) -> None:
    """Once with a wrong check digit: the fault is named and focused, nothing is lost."""
    choose(page, "添加当事人")
    page.get_by_label("单位", exact=True).check()
    page.get_by_label("姓名或名称").fill(FIRM["name"])
    page.get_by_label("统一社会信用代码").fill(FIRM["uscc"][:-1] + "0")
    page.get_by_label("法定代表人（负责人、经营者）").fill(FIRM["representative"])
    page.get_by_label("住址或地址").fill(FIRM["address"])
    page.get_by_role("button", name="添加当事人").click()
    faults = page.locator("[data-error-summary]")
    expect(faults).to_be_focused()
    faults.get_by_role("link", name="校验位不对").click()
    expect(page.get_by_label("统一社会信用代码")).to_be_focused()
    expect(page.get_by_label("姓名或名称")).to_have_value(FIRM["name"])
    expect(page.get_by_label("住址或地址")).to_have_value(FIRM["address"])
    page.get_by_label("统一社会信用代码").fill(FIRM["uscc"])
    finish(page, "添加当事人")


def add_the_charge(page: Page) -> None:
    choose(page, "添加违法行为")
    page.get_by_label("违法行为", exact=True).select_option("CX-001")
    page.get_by_label("违法事实").fill("蒙G99871六轴半挂汽车列车行经治超站，超限12320千克。")
    page.get_by_label("车牌号").fill("蒙g99871")
    page.get_by_label("车货总质量（千克）").fill("61320")
    page.get_by_label("限定质量（千克）").fill("49000")
    finish(page, "添加违法行为")


def propose(page: Page) -> None:
    choose(page, "提请立案")
    page.get_by_label("意见", exact=True).fill("符合立案条件，建议立案调查。")
    page.get_by_role("button", name="核对").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("核对：提请立案")
    expect(page.locator("main")).to_contain_text("符合立案条件，建议立案调查。")
    page.get_by_role("button", name="回去修改").click()
    expect(page.get_by_label("意见", exact=True)).to_have_value("符合立案条件，建议立案调查。")
    page.get_by_role("button", name="核对").click()
    finish(page, "提请立案")


def press_until(page: Page, name: str) -> None:
    """Tab on until the focus stands on the control of this name."""
    for _step in range(80):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.innerText || ''"):
            return
    pytest.fail(f"“{name}” cannot be reached with the Tab key.")


def endorse_by_keyboard(page: Page) -> None:
    press_until(page, "审核立案")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("审核立案")
    press_until(page, "核对")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("核对：审核立案")
    press_until(page, "审核立案")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已办理：审核立案。")).to_be_visible()


def test_case_1_to_its_filing(sign_in: SignIn) -> None:
    handler = sign_in("李明")
    register(handler)
    blocked = handler.get_by_role("region", name="还不能做的事")
    expect(blocked).to_contain_text("本案还没有当事人。")
    expect(blocked).to_contain_text("《中华人民共和国行政处罚法》第五十四条第二款")
    add_the_party(handler)
    add_the_charge(handler)
    propose(handler)
    unit_head = sign_in("郑海", width=360)
    unit_head.goto(handler.url)
    endorse_by_keyboard(unit_head)
    head = sign_in("卫国", java_script_enabled=False)
    head.goto(handler.url)
    choose(head, "批准立案")
    head.get_by_role("button", name="核对").click()
    finish(head, "批准立案")
    expect(head.locator("main")).to_contain_text("蒙样交执〔2026〕001号")
    handler.reload()
    assert handler.locator(".timeline h3").all_inner_texts()[:3] == ["批准立案", "审核立案", "提请立案"]


def test_a_session_that_ended_is_renewed_over_the_open_form(sign_in: SignIn, tmp_path: Path) -> None:
    page = sign_in("李明")
    register(page)
    choose(page, "添加当事人")
    page.get_by_label("个人", exact=True).check()
    page.get_by_label("姓名或名称").fill("田大力")
    Session.objects.all().delete()
    page.get_by_role("button", name="添加当事人").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("登录已到时限")
    page.screenshot(path=tmp_path / "again.png")
    dialog.get_by_label("李明 的密码").fill("wrong-password")
    dialog.get_by_role("button").click()
    expect(dialog).to_contain_text("密码不对。")
    dialog.get_by_label("李明 的密码").fill(PASSWORD)
    dialog.get_by_role("button").click()
    # Sent on at once: the form answers with what is still missing, and keeps what was typed.
    expect(page.locator("[data-error-summary]")).to_contain_text("身份证件号")
    expect(page.get_by_label("姓名或名称")).to_have_value("田大力")
    expect(page.get_by_label("个人", exact=True)).to_be_checked()


def test_without_a_session_and_without_javascript_one_comes_back_to_the_form(sign_in: SignIn) -> None:
    page = sign_in("李明", java_script_enabled=False)
    register(page)
    choose(page, "添加当事人")
    address = page.url
    Session.objects.all().delete()
    page.goto(address)
    page.get_by_label("工号").fill("1001")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("添加当事人")
