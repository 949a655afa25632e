"""Is everything in order? Runs every check and test, shows each with its time, goes on after a failure, sums up.

python -m scripts.checks [--full] [--only NAME …]
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.servers import dump_migrated, postgresql_server, redis_server

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PROGRAMS = Path(PYTHON).parent
EMBEDDED = {"EMBEDDED": "true"}
# Nothing here is secret and nothing is connected to: the settings of a real installation, to be looked at only.
LOOKED_AT = tempfile.NamedTemporaryFile()  # noqa: SIM115 - stands for a key that only the bureau can read
PRODUCTION = {
    "EMBEDDED": "false",
    "DEBUG": "false",
    "SECRET_KEY": "only-for-looking-at-production-settings-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "cases.example.org",
    "PUBLIC_BASE_URL": "https://cases.example.org",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "RECORD_OUTSIDE_DIR": tempfile.gettempdir(),
    "RECORD_KEY_FILE": LOOKED_AT.name,
}
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Step:
    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict)
    servers: bool = False
    """It asks PostgreSQL and Redis."""
    suite: bool = False
    """It begins with copies of the empty databases."""


@dataclass(frozen=True)
class Result:
    step: Step
    passed: int
    failed: int
    skipped: int
    seconds: float

    @property
    def verdict(self) -> str:
        return "failed" if self.failed else "passed"


def program(name: str, *arguments: str) -> list[str]:
    return [str(PROGRAMS / name), *arguments]


def manage(*arguments: str) -> list[str]:
    return [PYTHON, "manage.py", *arguments]


def pytest(expression: str, *arguments: str, workers: int = 2) -> list[str]:
    return [
        PYTHON,
        "-m",
        "pytest",
        "-q",
        "--durations=8",
        f"--numprocesses={workers}",
        "--dist=loadgroup",
        "-m",
        expression,
        *arguments,
    ]


def static_steps() -> Iterator[Step]:
    yield Step("format", program("ruff", "format", "--check", "."))
    yield Step("lint", program("ruff", "check", "."))
    yield Step("templates", program("djlint", "templates", "--lint", "--quiet"))
    yield Step("types", program("mypy"))
    yield Step("layers", program("lint-imports"))
    yield Step("system check", manage("check", "--fail-level", "WARNING"), EMBEDDED)
    yield Step("deploy check", manage("check", "--deploy", "--fail-level", "WARNING"), PRODUCTION)
    yield Step("static files", manage("collectstatic", "--noinput", "--verbosity=0"), PRODUCTION)
    yield Step("migrations", manage("makemigrations", "--check", "--dry-run"), EMBEDDED)
    yield Step("generated pages", [PYTHON, "-m", "scripts.generated_docs"], EMBEDDED)
    yield Step("obligations", manage("obligations", "--check"), EMBEDDED)
    yield Step("translations", [PYTHON, "-m", "scripts.translations", "check"])


def suite_steps(full: bool) -> Iterator[Step]:
    slow = "" if full else " and not slow"
    env = {"HYPOTHESIS_PROFILE": "full" if full else "ci"}
    on_both = pytest(f"both_databases and not browser{slow}", *named("both_databases"))
    yield Step("tests on SQLite", pytest(f"not browser{slow}"), env, suite=True)
    yield Step("tests on PostgreSQL and Redis", on_both, env, suite=True, servers=True)
    yield Step("tests in the browser", pytest(f"browser{slow}"), env, suite=True, servers=True)


def named(marker: str) -> list[str]:
    """Where tests with it can stand: collecting all seven thousand for a few of them takes each worker long."""
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if marker in path.read_text()]
    return ["tests/journeys", "tests/promises", *sorted(str(path.relative_to(ROOT)) for path in files)]


def counts(output: str, returncode: int) -> tuple[int, int, int]:
    """Passed, failed and skipped by pytest's closing line; a check without one counts as a single test."""
    closing = [line for line in output.splitlines() if re.search(r"\d+ (passed|failed|error)s?\b.* in [\d.]+s\b", line)]
    if not closing:
        return (0, 1, 0) if returncode else (1, 0, 0)
    number = {word: int(count) for count, word in re.findall(r"(\d+) (passed|failed|error|skipped)", closing[-1])}
    failed = number.get("failed", 0) + number.get("error", 0)
    # pytest may pass every test and still object, for example to a collection it could not finish.
    return number.get("passed", 0), failed or int(returncode != 0), number.get("skipped", 0)


def run_shown(command: list[str], env: dict[str, str]) -> tuple[str, int]:
    """Run it, show its output as it comes, and keep it."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, env=env, text=True, **streams) as process:
        assert process.stdout is not None
        kept = []
        for line in process.stdout:
            print(line, end="", flush=True)
            kept.append(line)
    return "".join(kept), process.returncode


class Ground:
    """The servers of one run, and a migrated empty database on each kind, made once and copied for every worker.

    Migrating takes one core while the static checks are looked at on the other; PostgreSQL's is ready long before the
    tests on SQLite are over.
    """

    NAME = "empty_bureau"

    def __init__(self, folder: str, *, wanted: bool, servers: ExitStack) -> None:
        self.folder = folder
        self.postgresql = servers.enter_context(postgresql_server()) if wanted else ""
        self.redis = servers.enter_context(redis_server()) if wanted else ""
        pool = servers.enter_context(ThreadPoolExecutor(1))
        self._made = {kind: pool.submit(self._make, kind) for kind in ("SQLite", "PostgreSQL")} if wanted else {}

    @property
    def file(self) -> Path:
        return Path(self.folder) / "empty.sqlite3"

    @property
    def dump(self) -> Path:
        """Of PostgreSQL's, for tests that start a server of their own."""
        return Path(self.folder) / "empty.sql"

    def _make(self, kind: str) -> Result:
        started, url = time.monotonic(), f"sqlite:///{self.file}"
        if kind == "PostgreSQL":
            url = self.postgresql.removesuffix("postgres") + self.NAME
            sockets = str(Path(urlsplit(self.postgresql).path).parent)
            with psycopg.connect(host=sockets, user="postgres", autocommit=True) as server:
                server.execute(f"CREATE DATABASE {self.NAME}")
        env = os.environ | EMBEDDED | {"DATABASE_URL": url, "VAR_DIR": self.folder, "REDIS_URL": ""}
        step = Step(f"empty database, {kind}", manage("migrate", "--verbosity=0"))
        done = subprocess.run(step.command, cwd=ROOT, env=env, text=True, capture_output=True, check=False)
        failed = int(done.returncode != 0)
        if kind == "PostgreSQL" and not failed:
            dump_migrated(url, self.dump)
        print(done.stdout + done.stderr if failed else "", end="", flush=True)
        return Result(step, 1 - failed, failed, 0, time.monotonic() - started)

    def ready_for(self, step: Step) -> Iterator[Result]:
        """Waits for the database that the step begins with; told once."""
        if step.suite and (made := self._made.pop("PostgreSQL" if step.servers else "SQLite", None)):
            yield made.result()

    def env(self, step: Step) -> dict[str, str]:
        names = {"TEST_EMPTY_FILE": self.file, "TEST_EMPTY_DATABASE": self.NAME, "TEST_EMPTY_DUMP": self.dump}
        given = {name: str(value) for name, value in names.items()} if step.suite else {}
        if step.servers:
            given |= {"TEST_DATABASE_URL": self.postgresql, "TEST_REDIS_URL": self.redis}
        return given


def run(step: Step, folder: str, ground: Ground) -> Result:
    print(f"\n\033[1m▸ {step.name}\033[0m", flush=True)
    started = time.monotonic()
    # A check must not touch the data of the bureau that runs from this working copy.
    env = os.environ | {"PYTHONUNBUFFERED": "1", "VAR_DIR": folder} | step.env | ground.env(step)
    output, returncode = run_shown(step.command, env)
    if returncode == NO_TESTS_COLLECTED:
        print(f"{step.name}: there is no such test.")
    passed, failed, skipped = counts(output, returncode)
    return Result(step, passed, failed, skipped, time.monotonic() - started)


def summary(results: list[Result], seconds: float) -> str:
    lines = ["", f"{'step':<32}{'verdict':<10}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}"]
    for each in results:
        counted = f"{each.passed:>8}{each.failed:>8}{each.skipped:>9}{each.seconds:>9.1f}"
        lines.append(f"{each.step.name:<32}{each.verdict:<10}{counted}")
    passed, failed = sum(each.passed for each in results), sum(each.failed for each in results)
    return "\n".join([*lines, "", f"{seconds / 60:.1f} minutes", f"{passed} passed, {failed} failed"])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="also the slow tests, with many more generated examples")
    options.add_argument("--only", nargs="+", metavar="NAME", help="only the steps whose name begins so")
    chosen = options.parse_args()
    steps = [*static_steps(), *suite_steps(chosen.full)]
    if chosen.only:
        steps = [step for step in steps if step.name.startswith(tuple(chosen.only))]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bureau-checks-") as folder, ExitStack() as servers:
        ground = Ground(folder, wanted=any(step.suite for step in steps), servers=servers)
        results = []
        for step in steps:
            results += ground.ready_for(step)
            results.append(run(step, folder, ground))
    print(summary(results, time.monotonic() - started))
    return int(any(each.failed for each in results))


if __name__ == "__main__":
    sys.exit(main())
