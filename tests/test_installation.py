"""Would a stranger's machine be set up rightly, and a bureau's server be safe? The files that do it are read here."""

import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
import yaml
from django.core.checks import CheckMessage
from django.db import connection

from bureau import checks
from scripts import healthcheck
from scripts.checks import PRODUCTION
from tests.conventions import ROOT
from tests.servers import free_port, wait_for_port

SERVICES = {"migrate", "web", "worker", "beat", "postgres", "redis"}
LOCKS = ("requirements.txt", "requirements-dev.txt")


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", (ROOT / lock).read_text(), re.MULTILINE))


# --- the lock -------------------------------------------------------------------------------------
@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_has_its_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text().strip())
    assert len(entries) > 50
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_address(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text()


def test_both_locks_agree() -> None:
    product, tests = (pinned(lock) for lock in LOCKS)
    assert {name: version for name, version in product.items() if tests.get(name) != version} == {}


@pytest.mark.parametrize(
    ("package", "least"), [("django", (5, 2, 19)), ("weasyprint", (70, 0)), ("celery", (5, 5)), ("django-csp", (4, 0))]
)
def test_the_lock_holds_at_least_the_version_that_is_safe(package: str, least: tuple[int, ...]) -> None:
    numbers = tuple(int(part) for part in re.findall(r"\d+", pinned("requirements.txt")[package]))
    assert numbers >= least


@pytest.mark.parametrize("unwanted", ["django-fsm", "pymupdf", "djangorestframework-xml"])
def test_what_must_stay_out_is_out(unwanted: str) -> None:
    assert unwanted not in pinned("requirements-dev.txt")


# --- the set-up script ------------------------------------------------------------------------------
def setup(tmp_path: Path, *programs: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up with nothing but these programs to be found."""
    there = tmp_path / "bin"
    there.mkdir()
    for name in ("bash", "dirname", "id", "grep", "env", *programs):
        (there / Path(name).name).symlink_to(shutil.which(name) or name)
    venv = tmp_path / "no-venv-yet"
    given = {"PATH": str(there), "VENV": str(venv), "APT": "no", "PYTHON": sys.executable} | env
    command = ["bash", str(ROOT / "scripts" / "setup.sh"), "test"]
    return subprocess.run(command, env=given, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


def test_setup_names_all_missing_packages_in_one_sentence(tmp_path: Path) -> None:
    done = setup(tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    for package in ("redis-server", "poppler-utils", "gettext", "chromium", "fonts-noto-cjk", "softhsm2"):
        assert package in done.stderr
    assert "apt-get install" in done.stderr
    assert not (tmp_path / "no-venv-yet").exists()


def fake_program(folder: Path, name: str, script: str) -> Path:
    program = folder / name
    program.write_text(f"#!{shutil.which('bash')}\n{script}\n")
    program.chmod(0o755)
    return program


def test_setup_installs_what_is_missing_through_apt_when_it_may(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    fakes = tmp_path / "fakes"
    fakes.mkdir()
    fake_program(fakes, "apt-get", f'echo "$*" >> {calls}')
    fake_program(fakes, "sudo", 'shift; exec "$@"')
    # It has every library and stops at making the virtual environment: enough has been seen by then.
    python = fake_program(fakes, "python", '[ "$2" = venv ] && exit 9; exec ' + sys.executable + ' "$@"')
    done = setup(
        tmp_path,
        str(fakes / "apt-get"),
        str(fakes / "sudo"),
        "true",
        "cat",
        "cut",
        "sha256sum",
        "rm",
        APT="yes",
        PYTHON=str(python),
    )
    assert done.returncode == 9, done.stderr
    update, install = calls.read_text().splitlines()
    assert "update" in update
    assert "install --yes --no-install-recommends" in install
    assert "redis-server poppler-utils gettext" in install


def test_setup_says_which_python_it_needs(tmp_path: Path) -> None:
    old = fake_program(tmp_path, "old-python", '[ "$1" = -V ] && echo "Python 3.9.2"; exit 1')
    done = setup(tmp_path, PYTHON=str(old))
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "Python 3.9.2" in done.stderr


def test_ci_runs_make_test_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text().splitlines()
    assert [line for line in script if not line.startswith(("#", "set ", "cd "))] == ["exec make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


# --- the container files ------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    assert isinstance(loaded, dict)
    return loaded


def test_compose_has_every_service_and_each_comes_back(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == SERVICES
    restarts = {name: service["restart"] for name, service in compose["services"].items()}
    assert restarts.pop("migrate") == "no"
    assert set(restarts.values()) == {"unless-stopped"}


def test_compose_watches_the_health_of_every_lasting_service(compose: dict[str, Any]) -> None:
    for name in SERVICES - {"migrate"}:
        health = compose["services"][name]["healthcheck"]
        assert health["test"][0] in {"CMD", "CMD-SHELL"}, name
        assert {"interval", "timeout", "retries"} <= set(health), name


def test_compose_waits_for_what_it_needs(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat"):
        needs = compose["services"][name]["depends_on"]
        assert needs["postgres"]["condition"] == needs["redis"]["condition"] == "service_healthy"
        assert needs["migrate"]["condition"] == "service_completed_successfully"


def test_compose_keeps_data_in_declared_volumes(compose: dict[str, Any]) -> None:
    """A folder of the host's own may stand in for a volume: ${FOLDER:-volume}."""
    mounts = [volume for service in compose["services"].values() for volume in service["volumes"]]
    used = {re.sub(r"^\$\{\w+:-(\w+)\}", r"\1", mount).split(":")[0] for mount in mounts}
    assert used == set(compose["volumes"]) == {"database", "files", "queue", "outside", "docks"}


def test_compose_reads_what_the_body_cameras_saw_and_never_writes_there(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat", "migrate"):
        (docks,) = [mount for mount in compose["services"][name]["volumes"] if "docks" in mount]
        assert docks.endswith(":/srv/docks:ro")
        assert compose["services"][name]["environment"]["RECORDINGS_ROOTS"] == "/srv/docks"


def test_compose_holds_no_secret_and_insists_on_being_given_one(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for key, value in service.get("environment", {}).items():
            if re.search(r"SECRET|PASSWORD|KEY", key):
                assert re.fullmatch(r"\$\{\w+:\?[^}]*\}", value), f"{name}: {key}"
    assert "${POSTGRES_PASSWORD:?" in compose["services"]["web"]["environment"]["DATABASE_URL"]


def test_compose_opens_only_the_web_server_and_only_to_this_machine(compose: dict[str, Any]) -> None:
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert list(ports) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in ports["web"])


def test_only_one_service_keeps_the_schedule(compose: dict[str, Any]) -> None:
    commands = {name: service.get("command", "").split() for name, service in compose["services"].items()}
    assert [name for name, words in commands.items() if "beat" in words or "-B" in words] == ["beat"]


def test_the_image_is_built_from_the_lock_and_runs_as_nobody_special() -> None:
    lines = (ROOT / "Dockerfile").read_text()
    assert "pip install --require-hashes --requirement requirements.txt" in lines
    assert re.search(r"^USER (?!root)\w+", lines, re.MULTILINE)
    for library in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"):
        assert library in lines
        assert library in (ROOT / "scripts" / "setup.sh").read_text()


def test_no_secret_is_copied_into_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".env", "var", ".git", ".venv"} <= set(ignored)


# --- the installation's own checks ----------------------------------------------------------------------
def ids(found: list[CheckMessage]) -> list[str | None]:
    return [message.id for message in found]


Given = Callable[..., None]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Let the checks see these settings: Django itself warns of changing DATABASES while it runs."""
    return lambda **values: monkeypatch.setattr(checks, "settings", SimpleNamespace(**values))


def sqlite_with(pragmas: str) -> dict[str, Any]:
    options = {"init_command": pragmas, "transaction_mode": "IMMEDIATE"}
    return {"default": {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": options}}


def test_write_ahead_log_is_refused_before_the_version_that_repairs_it(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(DATABASES=sqlite_with("PRAGMA Journal_Mode = WAL; PRAGMA synchronous=EXTRA"))
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 2))
    assert ids(checks.settings_keep_commits()) == ["bureau.E001"]
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    assert ids(checks.settings_keep_commits()) == []


def test_a_sqlite_that_may_lose_the_last_commit_is_refused(given: Given) -> None:
    given(DATABASES=sqlite_with("PRAGMA journal_mode=DELETE; PRAGMA synchronous=NORMAL"))
    assert ids(checks.settings_keep_commits()) == ["bureau.E003"]


def test_a_sqlite_without_returning_is_refused(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    given(DATABASES=sqlite_with("PRAGMA synchronous=EXTRA"))
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert ids(checks.settings_keep_commits()) == ["bureau.E002"]


@pytest.mark.django_db
def test_a_database_that_is_already_in_wal_mode_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.database_keeps_commits(["default"]) == []
    if connection.vendor == "sqlite":
        monkeypatch.setattr(checks, "wal_is_refused", lambda mode: mode == "memory")
        assert ids(checks.database_keeps_commits(["default"])) == ["bureau.E001"]


def test_a_key_that_others_can_read_is_refused(given: Given, tmp_path: Path) -> None:
    given(VAR_DIR=tmp_path)
    key = tmp_path / "secret-key"
    key.touch(mode=0o600)
    assert checks.key_is_private() == []
    key.chmod(0o640)
    assert ids(checks.key_is_private()) == ["bureau.E005"]


@pytest.mark.parametrize("address", ["http://cases.example.org", "https://127.0.0.1", "https://localhost:8000", ""])
def test_papers_may_not_carry_an_address_nobody_can_open(given: Given, address: str) -> None:
    given(PUBLIC_BASE_URL=address)
    assert ids(checks.papers_name_a_public_address()) == ["bureau.W001"]
    given(PUBLIC_BASE_URL="https://cases.example.org")
    assert checks.papers_name_a_public_address() == []


def test_production_without_servers_is_warned_of(given: Given) -> None:
    given(EMBEDDED=False, REDIS_URL="", DATABASES=sqlite_with(""))
    assert ids(checks.production_has_servers()) == ["bureau.W003", "bureau.W003"]
    postgresql = {"default": {"ENGINE": "django.db.backends.postgresql"}}
    given(EMBEDDED=False, REDIS_URL="redis://redis:6379/0", DATABASES=postgresql)
    assert checks.production_has_servers() == []


# --- starting ---------------------------------------------------------------------------------------------
def manage(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=os.environ | env, capture_output=True, text=True, timeout=120)


def test_a_taken_port_is_named_and_another_proposed(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = manage("run_bureau", f"--port={port}", VAR_DIR=str(tmp_path))
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_production_does_not_start_without_a_key(tmp_path: Path) -> None:
    done = manage("check", EMBEDDED="false", VAR_DIR=str(tmp_path), DJANGO_SETTINGS_MODULE="bureau.settings")
    assert done.returncode != 0
    assert "Set SECRET_KEY" in done.stderr


def fetch(url: str) -> int:
    with urllib.request.urlopen(url, timeout=20) as response:
        return int(response.status)


def test_the_container_s_health_check_passes_through_production_s_own_gates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "cases.example.org,other.example.org")
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "bureau.wsgi", f"--bind=127.0.0.1:{port}", "--no-control-socket"]
    env = os.environ | PRODUCTION | {"ALLOWED_HOSTS": "cases.example.org,other.example.org", "VAR_DIR": str(tmp_path)}
    env |= {"TRUSTED_PROXY_HEADER": "HTTP_X_FORWARDED_PROTO", "DJANGO_SETTINGS_MODULE": "bureau.settings"}
    env |= {"DATABASE_URL": f"sqlite:///{tmp_path}/bureau.sqlite3", "REDIS_URL": ""}
    if empty := os.environ.get("TEST_EMPTY_FILE"):
        shutil.copyfile(empty, tmp_path / "bureau.sqlite3")
    assert manage("migrate", "--verbosity=0", **env).returncode == 0
    assert manage("collectstatic", "--noinput", "--verbosity=0", **env).returncode == 0
    assert not healthcheck.answers(port)
    with subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for_port(port, process)
            # The port is open before the program behind it is: the container's own retries wait likewise.
            assert any(healthcheck.answers(port) for _attempt in range(10))
            # Asked without the proxy's word it is sent to https, and a strange name is not answered at all.
            assert status(port, Host="cases.example.org") == 301
            assert status(port, Host="evil.example.org") == 400
        finally:
            process.terminate()


def status(port: int, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/sign-in/", headers=headers)
    return connection.getresponse().status


def read_until(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if word in line:
            return said
    pytest.fail(f"“{word}” was not said:\n{said}")


def test_one_command_serves_the_bureau_and_ctrl_c_ends_everything(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, str(ROOT / "manage.py"), "run_bureau", f"--port={port}"]
    env = os.environ | {"VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "bureau.settings", "PYTHONUNBUFFERED": "1"}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=env, text=True, start_new_session=True, **streams) as process:
        try:
            said = read_until(process, "Ready")
            assert "sample bureau" in said
            assert fetch(f"http://127.0.0.1:{port}/") == 200
            children = psutil.Process(process.pid).children(recursive=True)
            assert {"gunicorn", "celery"} <= {word for child in children for word in child.cmdline()}
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            process.kill()
    _gone, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
