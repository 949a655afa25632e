"""How does a decision reach the public: one publisher redacts, another approves, and nobody protected is named?"""

from django.test import Client

from tests.journeys.desk import Desk, Office
from tests.journeys.pages import Page

DESK = "/public/desk/"
REGISTER = "/public/"


def begin_copy(desk: Desk) -> Page:
    """Press the button in the row of the decision that waits; the answer is the form of the public copy."""
    page = desk.open(DESK)
    button = next(one for one in buttons_of(page) if one.startswith("制作公示稿"))
    return desk.submit(page.form(button), button)


def buttons_of(page: Page) -> list[str]:
    return [button for form in page.forms for button in form.buttons()]


def redact(desk: Desk, plate: str) -> None:
    page = begin_copy(desk)
    form = page.form()
    proposed = form.find("违法事实").value
    assert plate not in proposed, "what the law protects is masked in the proposal"
    form.fill({"违法事实": f"{proposed}车牌{plate}。"})
    refused = desk.submit(form, "核对")
    assert refused.status == 409 and plate in refused.form().find("违法事实").value
    assert "车" in refused.text and "《中华人民共和国行政处罚法》第五十条" in refused.text
    form.fill({"违法事实": proposed})
    finish(desk, desk.submit(form, "核对"), "制作公示稿")


def approve(desk: Desk) -> None:
    form = desk.open(waiting(desk)).form()
    finish(desk, desk.submit(form, "核对"), "审核并公示")


def waiting(desk: Desk) -> str:
    """The address where the draft that waits is approved."""
    return next(path for title, path in desk.open(DESK).links.items() if title.startswith("审核："))


def finish(desk: Desk, check: Page, title: str) -> None:
    assert check.heading == f"核对：{title}", check.text[:800]
    page = desk.submit(check.form(), title)
    assert page.path == DESK and f"已办理：{title}。" in page.text


def publish(office: Office, *, plate: str) -> Page:
    """By 秦芳 and 尤佳; the answer is the page that the public sees, asked for without signing in."""
    redact(office["秦芳"], plate)
    own = office["秦芳"].open(DESK)
    assert not any(title.startswith("审核：") for title in own.links)
    office["秦芳"].refused_at(waiting(office["尤佳"]), "秦芳制作了这份公示稿，不能自己审核")
    approve(office["尤佳"])
    listed = public_page(REGISTER)
    return public_page(next(path for path in listed.links.values() if "/decisions/" in path))


def public_page(path: str) -> Page:
    response = Client().get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return Page(path, 200, response.content.decode())
