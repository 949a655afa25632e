"""What every test gets: a strict world, the markers of its folder, a browser, a Redis."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.servers import redis_server
from tests.world import (
    begin_with_the_empty_database,
    commit_for_real,
    empty_past_the_bars,
    empty_when_nobody_is_asking,
    forbid_outside_network,
)

forbid_outside_network()
commit_for_real()
begin_with_the_empty_database()
empty_past_the_bars()
empty_when_nobody_is_asking()

# A first example may have to load the catalogue; two cores shared with a browser are slow.
settings.register_profile("ci", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("full", settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

TESTS = Path(__file__).parent
ON_BOTH_DATABASES = {TESTS / "journeys", TESTS / "promises"}
# About addresses and forms: no query of theirs is written for one database, and the journeys use the same ones.
ON_ONE = {"test_access_matrix.py", "test_no_500.py", "test_execution_no_500.py", "test_things_no_500.py"}
# On both in every run: the way of a case and what its clocks, papers and money hang on. The rest in the long one.
WAYS = (
    "archive",
    "closing_checklist",
    "coercion",
    "dangerous_goods",
    "evidence",
    "execution",
    "hearings",
    "on_the_spot",
)
ON_BOTH_IN_SHORT = {f"test_{name}.py" for name in (*WAYS, "overload", "preservation", "service")}
IN_FULL = os.environ.get("HYPOTHESIS_PROFILE") == "full"
BROWSER_FIXTURES = {"page", "context", "browser", "new_context"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        is_side_way = TESTS / "journeys" in item.path.parents and item.path.name not in ON_BOTH_IN_SHORT
        left_out = item.path.name in ON_ONE or (is_side_way and not IN_FULL)
        if ON_BOTH_DATABASES & set(item.path.parents) and not left_out:
            item.add_marker(pytest.mark.both_databases)
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Seven thousand tests live to the end: the collector of garbage need not look through them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 100)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
        return
    with redis_server() as url:
        yield url


def chromium() -> str:
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Browser tests need Chromium: apt-get install chromium, or set CHROMIUM to its path.")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    quiet = "background-networking", "component-update", "sync", "gpu", "quic", "dev-shm-usage"
    return browser_type_launch_args | {
        "executable_path": chromium(),
        "args": ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
