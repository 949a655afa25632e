"""A fresh case and its handler, with folders of the test's own."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from tests.cases.situations import lead
from tests.files.tus import Sender


@pytest.fixture
def april(time_machine: Any) -> None:
    time_machine.move_to(datetime(2026, 4, 9, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai")), tick=True)


@pytest.fixture
def cast(db: None, april: None, tmp_path: Path, settings: Any) -> Cast:
    settings.MEDIA_ROOT, settings.UPLOAD_DIR = tmp_path / "media", tmp_path / "uploads"
    settings.UPLOAD_SPARE_BYTES = 0
    return hire_everyone("quick")


@pytest.fixture
def story(cast: Cast) -> Story:
    return lead(cast, "当事人")


def signed_in(cast: Cast, who: str) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(cast[who], "django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def sender(cast: Cast, story: Story) -> Sender:
    return Sender(signed_in(cast, "李明"), story.case.pk)
