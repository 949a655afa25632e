"""Does every kind of page pass axe and fit, on a phone and on a desk, with standard and with large letters?"""

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from bureau.sample.stories import dangerous_goods, first_offence, overload
from officers.models import Officer
from publicity.register import PublishedDecision
from publicity.sheets import compile_sheets
from tests.browser.conftest import SignIn

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ONLY_VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"], **RULES}


def faults_of(page: Page) -> list[str]:
    """What axe finds, and text that runs out of the screen sideways."""
    found = Axe().run(page, options=ONLY_VIOLATIONS).response["violations"]
    faults = [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*faults, *([f"{over} px wider than the screen"] if over > 0 else [])]


@pytest.fixture
def cases(cast: dict[str, Officer]) -> dict[str, str]:
    """One case at each stage that has a page of its own kind; addresses by name."""
    stories = {
        "lead": overload(cast, until="approved"),
        "served": overload(cast, until="served"),
        "review": dangerous_goods(cast, until="under_review"),
        "closed": first_offence(cast),
    }
    addresses = {name: f"/cases/{story.case.pk}/" for name, story in stories.items()}
    evidence = stories["served"].case.evidence.earliest("pk")
    return addresses | {"evidence": f"{addresses['served']}evidence/{evidence.pk}/about/"}


LONG = pytest.mark.slow
IN_FULL = os.environ.get("HYPOTHESIS_PROFILE") == "full"


@pytest.mark.parametrize(
    ("width", "size"),
    [
        # What fits in large letters fits in the standard ones.
        (360, "large"),
        (1280, "large"),
        pytest.param(360, "standard", marks=LONG),
        pytest.param(1280, "standard", marks=LONG),
    ],
)
def test_every_kind_of_page(sign_in: SignIn, cases: dict[str, str], tmp_path: Path, width: int, size: str) -> None:
    handler, reviewer = sign_in("李明", width=width), sign_in("陈静", width=width)
    publisher, administrator = sign_in("秦芳", width=width), sign_in("韩雪", width=width)
    visits = [
        (handler, "worklist", "/"),
        (handler, "case", cases["lead"]),
        (handler, "case-served", cases["served"]),
        (handler, "list", "/cases/"),
        (handler, "board", "/terms/"),
        (handler, "new", "/cases/new/"),
        (handler, "act", f"{cases['lead']}act/reopen_investigation/"),
        (handler, "form", f"{cases['served']}act/propose_closing/"),
        (handler, "gallery", "/gallery/"),
        (handler, "settings", "/settings/"),
        (reviewer, "review", f"{cases['review']}act/return_review/"),
        (reviewer, "review-figures", "/legal-review/"),
        (reviewer, "review-phrases", "/legal-review/phrases/"),
        (reviewer, "review-case", cases["review"]),
        (publisher, "desk", "/public/desk/"),
        (publisher, "credit", "/public/desk/credit/"),
        (publisher, "annual", "/public/desk/figures/"),
        (publisher, "inspected", "/public/desk/inspections/"),
        (publisher, "board", "/public/desk/board/"),
        (publisher, "public", "/public/"),
        (handler, "evidence", cases["evidence"]),
        (handler, "recordings-case", f"/recordings{cases['served']}"),
        (administrator, "recordings", "/recordings/"),
        (administrator, "devices", "/recordings/devices/"),
        (administrator, "standards", "/review/standards/"),
        (administrator, "report", "/review/"),
        (administrator, "people", "/people/"),
        (administrator, "dashboard", "/dashboard/"),
        (administrator, "annual-report", "/review/annual/"),
        (administrator, "batches", "/review/batches/"),
        (administrator, "new-batch", "/review/batches/new/"),
        (administrator, "fairness", "/review/fairness/"),
        (administrator, "regulations", "/review/regulations/"),
        (administrator, "house", "/house/"),
        (administrator, "draws", "/inspections/draws/"),
        (administrator, "new-plan", "/inspections/draws/plans/add/"),
        (handler, "sources", "/inspections/sources/"),
        (handler, "new-source", "/inspections/sources/new/"),
        (handler, "checks", "/inspections/checks/"),
        (handler, "new-check", "/inspections/checks/new/"),
        (handler, "search", "/search/?q=蒙G"),
    ]
    faults: dict[str, list[str]] = {}
    # Every page on a phone in every run; on a desk every third, and all of them in the long run.
    for page, name, address in visits if width == 360 or IN_FULL else visits[::3]:
        page.context.add_cookies([{"name": "text_size", "value": size, "url": page.url}])
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("data-size", size)
        look(page, name, tmp_path, faults)
    handler.goto(f"{cases['lead']}act/reopen_investigation/")
    handler.get_by_role("button", name="核对").click()
    expect(handler.locator("[data-error-summary]")).to_be_focused()
    look(handler, "faulty", tmp_path, faults)
    handler.get_by_label("理由").fill("称重数据更正，拟处罚金额变更。")
    handler.get_by_role("button", name="核对").click()
    expect(handler.get_by_role("heading", level=1)).to_contain_text("核对：")
    look(handler, "check", tmp_path, faults)
    handler.context.clear_cookies(name="session")
    handler.goto("/")
    look(handler, "sign-in", tmp_path, faults)
    assert faults == {}


PORTAL = {
    "register": "/public/",
    "found-nothing": "/public/?q=没有这家&kind=fine",
    "data": "/public/data/",
    "inspections": "/public/inspections/",
    "before": "/public/before/",
    "organs": "/public/before/organs/",
    "officers": "/public/before/officers/",
    "powers": "/public/before/powers/",
    "procedure": "/public/before/procedure/",
    "measures": "/public/before/measures/",
    "notices": "/public/before/notices/",
    "figures": "/public/before/figures/",
    "correct": "/public/corrections/",
    "draws": "/public/draws/",
    "report": "/public/report/",
    "report-state": "/public/report/state/",
    "visit": "/public/visits/nobody-has-this/",
    "no-receipt": "/public/corrections/AAAAAAAAAA/",
}


@pytest.mark.parametrize("width", [360, 1280])
def test_the_portal_without_signing_in(
    cases: dict[str, str], live_server: Any, new_context: Any, tmp_path: Path, width: int
) -> None:
    """Every page of the portal, and the form from the sentence to the receipt."""
    compile_sheets(timezone.localdate())
    page = new_context(viewport={"width": width, "height": 900}, base_url=live_server.url).new_page()
    faults: dict[str, list[str]] = {}
    decision = PublishedDecision.objects.on_show(timezone.localdate()).first()
    shown = {"decision": f"/public/decisions/{decision.slug}/"} if decision else {}
    for name, address in (PORTAL | shown).items():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        look(page, name, tmp_path, faults)
    page.goto("/public/corrections/")
    page.get_by_role("button", name="提交更正申请").click()
    expect(page.get_by_role("heading", name="处要改")).to_be_visible()
    look(page, "faulty", tmp_path, faults)
    page.get_by_label("哪一份决定").fill("〔2026〕001号")
    page.get_by_label("哪一处不对").fill("名称少了一个字。")
    page.get_by_role("button", name="提交更正申请").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("更正申请已收到")
    look(page, "receipt", tmp_path, faults)
    assert faults == {}


def look(page: Page, name: str, folder: Path, faults: dict[str, list[str]]) -> None:
    page.screenshot(path=folder / f"{name}.png", full_page=True)
    if found := faults_of(page):
        faults[name] = found
