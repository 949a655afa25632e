"""What stands behind a real browser: the sample bureau on a live server, on the day of case 1."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page

from bureau.sample.people import PASSWORD, PEOPLE, hire_everyone
from officers.models import Officer

NUMBERS = {person.name: person.number for person in PEOPLE}
DAY = datetime(2026, 8, 18, 12, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
SignIn = Callable[..., Page]


@pytest.fixture
def cast(live_server: Any) -> Iterator[dict[str, Officer]]:
    # The clock goes on: the browser and the server wait for each other.
    with time_machine.travel(DAY, tick=True):
        yield hire_everyone()


@pytest.fixture
def sign_in(cast: dict[str, Officer], live_server: Any, new_context: Callable[..., BrowserContext]) -> SignIn:
    """A person at a screen of their own, signed in by the form."""

    def at_a_desk(name: str, width: int = 1280, **options: Any) -> Page:
        context = new_context(viewport={"width": width, "height": 900}, base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_label("工号").fill(NUMBERS[name])
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.get_by_role("heading", level=1).wait_for()
        return page

    return at_a_desk
