"""How does a person at the bureau do an act: sign in, open the case, follow what is offered, fill in, check, do?"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bureau.sample.people import PASSWORD, PEOPLE
from tests.documents.printed import Printed
from tests.documents.printed import squeeze as tight
from tests.journeys.pages import Form, Page

LOCAL = ZoneInfo("Asia/Shanghai")
SIGN_IN = "/sign-in/"
NUMBERS = {person.name: person.number for person in PEOPLE}
REDIRECTS = (301, 302, 303)


@dataclass
class Desk:
    """One officer with one browser; nothing here calls the product except by HTTP."""

    name: str
    number: str
    browser: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    # --- the browser -------------------------------------------------------------------------
    def open(self, path: str) -> Page:
        page = self._page(path, self.browser.get(path))
        assert page.status == 200, f"{path}: {page.status}"
        return page

    def status_of(self, path: str) -> int:
        """Of a page that is asked for by its address; the session has begun before."""
        self.open("/")
        return self.browser.get(path).status_code

    def submit(self, form: Form, button: str = "", *, files: dict[str, Any] | None = None) -> Page:
        name, value = form.buttons()[button] if button else ("", "")
        data = form.data | ({name: value} if name else {}) | (files or {})
        return self._page(form.action, self.browser.post(form.action, data))

    def _page(self, path: str, response: Any) -> Page:
        for _hop in range(4):
            if response.status_code not in REDIRECTS:
                break
            path = response["Location"]
            again = path.startswith(SIGN_IN) and "csrftoken" in self.browser.cookies
            response = self._sign_in_again(path) if again else self.browser.get(path)
        assert response.status_code in (200, 404, 409, 422), f"{path}: {response.status_code}"
        page = Page(path, response.status_code, response.content.decode())
        return self._sign_in(page) if page.heading == "登录" else page

    def _sign_in_again(self, path: str) -> Any:
        """As below, by someone who knows the page: one request a day instead of two."""
        wanted = parse_qs(urlsplit(path).query).get("next", [""])[0]
        known = {"csrfmiddlewaretoken": self.browser.cookies["csrftoken"].value, "next": wanted}
        return self.browser.post(SIGN_IN, known | {"username": self.number, "password": PASSWORD})

    def _sign_in(self, page: Page) -> Page:
        """The session has ended, as it does overnight: sign in and go where one wanted to go."""
        form = page.form("登录")
        form.fill({"工号": self.number, "密码": PASSWORD})
        landed = self.submit(form, "登录")
        assert landed.status == 200 and landed.heading != "登录", landed.text
        return landed

    # --- the case ----------------------------------------------------------------------------
    def act(self, case: str, title: str, typed: dict[str, Any] | None = None) -> Page:
        """Do an offered act; the answer is the page of the case afterwards."""
        return self._do(case, self.form(case, title), title, typed)

    def act_in_box(self, case: str, title: str, typed: dict[str, Any] | None = None) -> Page:
        """The same from the box of one of the case's legal objects."""
        page = self.open(case)
        assert title in page.links, f"{title} is not offered: {list(page.links)}"
        return self._do(case, self.open(page.links[title]).form(), title, typed)

    def _do(self, case: str, form: Form, title: str, typed: dict[str, Any] | None) -> Page:
        form.fill(typed or {})
        page = self.submit(form, "核对" if "核对" in form.buttons() else title)
        if page.heading == f"核对：{title}":
            self._reads_back(page, typed or {})
            page = self.submit(page.form(), title)
        assert page.status == 200, f"{title}: {page.status} {page.text[:1500]}"
        assert page.path == case, f"{title} ended at {page.path}: {page.text[:1500]}"
        assert f"已办理：{title}。" in page.text
        return page

    def form(self, case: str, title: str) -> Form:
        page = self.open(case)
        assert title in page.offered, f"{title} is not offered: {list(page.offered)}; {page.blocked or page.text[:500]}"
        return self.open(page.offered[title]).form()

    def _reads_back(self, page: Page, typed: dict[str, Any]) -> None:
        for said in typed.values():
            if isinstance(said, str) and len(said) > 12 and "T" not in said:
                assert tight(said) in tight(page.text), f"the check page does not show “{said}”"

    def refused(self, case: str, title: str, typed: dict[str, Any], *reasons: str) -> Page:
        """Try an offered act in a way that the law does not allow: every reason stands there, nothing typed is lost."""
        form = self.form(case, title)
        form.fill(typed)
        page = self.submit(form, "核对" if "核对" in form.buttons() else title)
        assert page.status in (409, 422), f"{title} was not refused: {page.status} {page.text[:500]}"
        for reason in reasons:
            assert reason in page.text, f"“{reason}” is missing: {page.text[:1500]}"
        kept = page.form().data
        for name, value in form.data.items():
            if name not in ("csrfmiddlewaretoken",):
                assert kept.get(name) == value, f"{name} was typed as {value!r} and is now {kept.get(name)!r}"
        return page

    def barred(self, case: str, key: str, title: str, *reasons: str) -> None:
        """The act is not offered, and its address says why not."""
        page = self.open(case)
        assert title not in page.offered
        answer = self.refused_at(f"{case}act/{key}/", *reasons)
        assert title in answer.heading

    def refused_at(self, path: str, *reasons: str) -> Page:
        answer = self._page(path, self.browser.get(path))
        assert answer.status == 409, f"{path}: {answer.status}"
        for reason in reasons:
            assert reason in answer.text, f"“{reason}” is missing: {answer.text[:1500]}"
        return answer

    def sees_nothing_of(self, case: str, *more: str) -> None:
        for path in (case, f"{case}act/add_evidence/", *more):
            assert self.status_of(path) == 404, f"{self.name} gets {path}"

    def print(self, path: str) -> Printed:
        """The paper as it comes out of the printer."""
        self.open("/")
        response = self.browser.get(path)
        assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
        return Printed(response.content)


class Office:
    """Everyone's desk, and the calendar on the wall."""

    def __init__(self, traveller: Any) -> None:
        self.traveller = traveller
        self.desks: dict[str, Desk] = {}
        self.numbers = dict(NUMBERS)

    def __getitem__(self, name: str) -> Desk:
        return self.desks.setdefault(name, Desk(name, self.numbers[name]))

    def on(self, day: str, at: str = "16:00") -> None:
        self.traveller.move_to(datetime.combine(date.fromisoformat(day), time.fromisoformat(at), LOCAL), tick=False)


def photograph(name: str = "称重照片.png") -> SimpleUploadedFile:
    """The smallest picture that is really one."""
    return SimpleUploadedFile(name, bytes.fromhex(DOT), content_type="image/png")


DOT = (
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
