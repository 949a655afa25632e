"""How does one machine run it all? Prepares the database, seeds the sample bureau once, then serves with one worker.

The web server and the worker are children of this process: Ctrl-C, or the end of either, ends both.
"""

import errno
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

HOST = "127.0.0.1"
STOPS_WITHIN = 10.0


class Stop(Exception):
    """Somebody asked us to end."""


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise Stop


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise CommandError(f"Port {port} is reserved. Choose a higher one: make run PORT=8001") from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise CommandError(f"Port {port} is taken. Choose another one: make run PORT={port + 1}") from error


def web_command(port: int) -> list[str]:
    options = ["--workers=1", "--threads=8", "--no-control-socket", "--log-level=warning"]
    return [sys.executable, "-m", "gunicorn", "bureau.wsgi", f"--bind={HOST}:{port}", *options]


def worker_command() -> list[str]:
    # One machine, one worker, so it may keep the schedule too (-B): a second beat would do everything twice.
    python = [sys.executable, "-W", "ignore:You're running the worker with superuser"]
    options = ["-B", "--pool=solo", f"--schedule={settings.VAR_DIR / 'beat-schedule'}", "--loglevel=warning"]
    # A worker that is alone has nobody to gossip with.
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [*python, "-m", "celery", "--quiet", "--app=bureau", "worker", *options, *alone]


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start it in a session of its own, so that Ctrl-C reaches us alone and we end things in order."""
    if setpriv := shutil.which("setpriv"):
        # Should this process be killed outright, the kernel ends the child.
        command = [setpriv, "--pdeathsig=TERM", *command]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=os.environ, start_new_session=True)


def stop_all(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def answers(port: int) -> bool:
    # The port is open before the program behind it has started: only an answer is one.
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_it_answers(port: int, web: subprocess.Popen[bytes]) -> None:
    while web.poll() is None:
        if answers(port):
            return
        time.sleep(0.2)
    raise CommandError("The web server did not start; the lines above say why.")


class Command(BaseCommand):
    help = "Run the bureau on this machine alone: database, sample data, web server and worker."
    requires_system_checks: list[str] = []  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError("This is for one machine: set EMBEDDED=true, or use docker-compose.yml.")
        refuse_taken_port(port)
        self.prepare()
        signal.signal(signal.SIGTERM, ask_to_stop)
        signal.signal(signal.SIGINT, ask_to_stop)
        children: list[subprocess.Popen[bytes]] = []
        try:
            self.serve(port, children)
        except Stop:
            self.say("Stopping")
        finally:
            stop_all(children)

    def prepare(self) -> None:
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.say("Bringing the database up to date")
        call_command("migrate", verbosity=0, interactive=False)
        self.say("Checking the law data and this installation")
        call_command("check", databases=["default"])
        if not get_user_model().objects.exists():
            self.say("Setting up the sample bureau (first run only)")
            call_command("seed_demo")

    def serve(self, port: int, children: list[subprocess.Popen[bytes]]) -> None:
        web = start(web_command(port))
        children.append(web)
        wait_until_it_answers(port, web)
        children.append(start(worker_command()))
        self.say(f"Ready: http://{HOST}:{port}  (Ctrl-C stops everything)")
        while all(child.poll() is None for child in children):
            time.sleep(0.5)
        ended = next(child for child in children if child.poll() is not None)
        raise CommandError(f"{ended.args} ended by itself with {ended.returncode}; everything else was stopped too.")

    def say(self, text: str) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(f"▸ {text}"))
        self.stdout.flush()
