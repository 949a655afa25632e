"""What do the promises share? The sample bureau on a fixed day, one case in it, and a printer that prints nothing."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from documents.page_stamps import digits
from tests.promises.places import Objects, blank_page, build_objects

NOW = datetime(2026, 4, 9, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Thursday in the case's fifteen days to pay."""


@pytest.fixture
def april(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Layout is tested with the papers; here it would only cost minutes."""
    digits()  # The dossier takes its page numbers from one real print, kept for as long as the process lives.
    monkeypatch.setattr("documents.rendering.print_job", lambda job: blank_page())
    monkeypatch.setattr("documents.services.readback.check", lambda *given, **told: None)


@pytest.fixture
def objects(db: None, april: None, printer: None, tmp_path: Any, settings: Any) -> Objects:
    settings.MEDIA_ROOT = tmp_path
    return build_objects()


@pytest.fixture
def sign_in(objects: Objects) -> Any:
    """A browser in which this person is signed in; nobody for an empty name."""

    def client(name: str, **options: Any) -> Client:
        browser = Client(raise_request_exception=False, **options)
        if name:
            browser.force_login(objects.cast[name], "django.contrib.auth.backends.ModelBackend")
        return browser

    return client
