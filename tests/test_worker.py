"""Does a real worker do what a committed act left behind, on both queues, and even after it was killed at it?"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from celery import Celery

from bureau.celery import app
from documents.outbox import DRAIN_TASK
from tests.conventions import ROOT
from tests.servers import begin_migrated, free_port, postgresql_server

# One process of the run prepares the installations and keeps them.
pytestmark = pytest.mark.xdist_group("worker")

WITHIN = 60.0
"""Seconds; two cores may be busy with a browser."""


@dataclass(frozen=True)
class Installation:
    """A bureau of its own beside the test's: other processes work on it, this one only looks."""

    env: dict[str, str]
    log: Path

    def python(self, *arguments: str, **env: str) -> None:
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=ROOT, env=os.environ | self.env | env, check=True, stdin=subprocess.DEVNULL)

    def enqueue(self, kind: str, file: Path, **env: str) -> None:
        payload = json.dumps({"file": str(file)})
        code = f"from documents.outbox import enqueue; enqueue('{kind}', {payload})"
        self.python("manage.py", "shell", "--no-imports", "-c", code, **env)

    def wake(self) -> None:
        """Put the wake-up call into the queue as enqueue() does."""
        queue = Path(self.env["VAR_DIR"]) / "queue"
        folders = {"data_folder_in": "messages", "data_folder_out": "messages", "control_folder": "control"}
        options = {} if self.env["REDIS_URL"] else {name: str(queue / folder) for name, folder in folders.items()}
        with Celery(broker=self.env["REDIS_URL"] or "filesystem://localhost/", set_as_current=False) as caller:
            caller.conf.broker_transport_options = options
            caller.send_task(DRAIN_TASK, ignore_result=True)

    def sql(self, text: str) -> list[tuple[object, ...]]:
        url = self.env["DATABASE_URL"]
        if url.startswith("sqlite"):
            with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20)) as database, database:
                return database.execute(text).fetchall()
        _server, _, path = url.partition("@/")
        with psycopg.connect(host=str(Path(path).parent), user="postgres", dbname="postgres") as database:
            cursor = database.execute(text)
            return cursor.fetchall() if cursor.description else []

    def done(self) -> bool:
        return self.sql("SELECT count(*) FROM documents_outbox WHERE done_at IS NULL") == [(0,)]

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-m", "celery", "--app=bureau", "worker", "--pool=solo", "--loglevel=info"]
        quick = ["--include=tests.probe_jobs", "--without-gossip", "--without-mingle", "--without-heartbeat"]
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*command, *quick], cwd=ROOT, env=os.environ | self.env, stdout=log, stderr=subprocess.STDOUT
            )
            try:
                yield process
            finally:
                process.kill()
                process.wait()


def eventually(installation: Installation, is_so: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        if is_so():
            return
        time.sleep(0.1)
    pytest.fail(f"{what} did not happen within {WITHIN} s:\n{installation.log.read_text()[-3000:]}")


@pytest.fixture(scope="module", params=["folder and SQLite", "Redis and PostgreSQL"])
def installation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    var = tmp_path_factory.mktemp("bureau")
    env = {"EMBEDDED": "true", "DJANGO_SETTINGS_MODULE": "bureau.settings", "VAR_DIR": str(var), "REDIS_URL": ""}
    with ExitStack() as servers:
        if request.param.startswith("Redis"):
            env["DATABASE_URL"] = servers.enter_context(postgresql_server())
            begin_migrated(env["DATABASE_URL"])
            env["REDIS_URL"] = request.getfixturevalue("redis_url")
        else:
            env["DATABASE_URL"] = f"sqlite:///{var}/bureau.sqlite3"
            if empty := os.environ.get("TEST_EMPTY_FILE"):
                shutil.copyfile(empty, var / "bureau.sqlite3")
        prepared = Installation(env, var / "worker.log")
        prepared.python("manage.py", "migrate", "--verbosity=0")
        yield prepared


@pytest.fixture(autouse=True)
def empty_outbox(request: pytest.FixtureRequest) -> None:
    if "installation" in request.fixturenames:
        request.getfixturevalue("installation").sql("DELETE FROM documents_outbox")


def test_every_scheduled_task_exists() -> None:
    app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert scheduled
    assert scheduled <= set(app.tasks)


def test_a_worker_does_the_job_it_was_woken_for(installation: Installation, tmp_path: Path) -> None:
    nobody = f"redis://127.0.0.1:{free_port()}/0"
    with installation.worker():
        installation.enqueue("probe.quick", tmp_path / "notes")
        eventually(installation, installation.done, "the job")
        # The queue cannot be reached: the job is kept all the same, and done with the next call.
        installation.enqueue("probe.quick", tmp_path / "notes", REDIS_URL=nobody)
        assert not installation.done()
        installation.wake()
        eventually(installation, installation.done, "the job that called nobody")
    assert (tmp_path / "notes").read_text() == "finished\n" * 2


def test_a_job_whose_worker_was_killed_is_done_by_the_next_sweep(installation: Installation, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    installation.enqueue("probe.hangs-once", notes)  # It waits for a worker that is not there yet.
    with installation.worker() as worker:
        eventually(installation, notes.exists, "the start of the job")
        worker.kill()
        worker.wait()
    assert installation.sql("SELECT attempts, done_at FROM documents_outbox") == [(1, None)]
    # The claim of a dead worker lapses after a quarter of an hour; the test does not wait for it.
    installation.sql("UPDATE documents_outbox SET claimed_at = '2026-01-01 00:00:00'")
    with installation.worker():
        installation.wake()
        eventually(installation, installation.done, "the second attempt")
    assert notes.read_text() == "started\nfinished\n"
    assert installation.sql("SELECT attempts FROM documents_outbox") == [(2,)]
