"""How is the test world strict? Nothing leaves the machine, and what waits for a commit really runs."""

import ipaddress
import os
import shutil
import socket
import time
from collections.abc import Callable
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import DatabaseOperations as PostgresOperations
from django.db.backends.sqlite3.base import (
    DatabaseCreation,
    DatabaseOperations,
)  # .operations alone cannot be imported first

BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state IN ('active', 'idle in transaction')
"""
PATIENCE_SECONDS = 20


class OutsideNetwork(AssertionError):
    """A test tried to reach another machine."""


def is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def forbid_outside_network() -> None:
    real_connect, real_lookup = socket.socket.connect, socket.getaddrinfo

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not is_loopback(address[0]):
            raise OutsideNetwork(f"A test tried to reach {address}.")
        real_connect(self, address)

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        # A number needs no name server; connect() judges it.
        if not is_loopback(host) and not str(host).replace(".", "").isdigit():
            raise OutsideNetwork(f"A test asked for the address of {host}.")
        return real_lookup(host, *args, **kwargs)

    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.getaddrinfo = lookup


def only_the_test_is_open(connection: BaseDatabaseWrapper) -> bool:
    blocks = connection.atomic_blocks
    return bool(blocks) and all(block._from_testcase for block in blocks)


def run_waiting(connection: BaseDatabaseWrapper) -> None:
    waiting, connection.run_on_commit = connection.run_on_commit, []
    for _savepoints, callback, _robust in waiting:
        callback()


def commit_for_real() -> None:
    """Run on_commit callbacks when the outermost block *below* the test's own transaction ends.

    Django's TestCase rolls back at the end and so never calls them: a test would not see half of the product.
    """
    real_exit, real_on_commit = transaction.Atomic.__exit__, BaseDatabaseWrapper.on_commit

    def leave(self: transaction.Atomic, exc_type: Any, exc_value: Any, traceback: Any) -> None:
        real_exit(self, exc_type, exc_value, traceback)
        connection = transaction.get_connection(self.using)
        if exc_type is None and not self._from_testcase and only_the_test_is_open(connection):
            run_waiting(connection)

    def on_commit(self: BaseDatabaseWrapper, func: Callable[[], object], robust: bool = False) -> None:
        real_on_commit(self, func, robust)
        if only_the_test_is_open(self):
            run_waiting(self)

    transaction.Atomic.__exit__ = leave
    BaseDatabaseWrapper.on_commit = on_commit


def begin_with_the_empty_database() -> None:
    """Let SQLite begin with a copy of the migrated file where the run has made one, as PostgreSQL does by TEMPLATE."""
    real_create = DatabaseCreation._create_test_db

    def create(self: DatabaseCreation, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        name = real_create(self, verbosity, autoclobber, keepdb)
        if not self.connection.settings_dict["TEST"]["MIGRATE"]:
            shutil.copyfile(os.environ["TEST_EMPTY_FILE"], name)
        return name

    DatabaseCreation._create_test_db = create  # type: ignore[method-assign]


def empty_past_the_bars() -> None:
    """Let the tests' own flush empty SQLite: its DELETE meets the triggers that guard the record and the papers.

    PostgreSQL truncates, which row triggers do not see. The bars stand again before the next test begins.
    """
    real_flush = DatabaseOperations.execute_sql_flush

    def flush(self: DatabaseOperations, statements: list[str]) -> None:
        with connections[self.connection.alias].cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL")
            triggers = cursor.fetchall()
            for name, _sql in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            real_flush(self, statements)
            for _name, sql in triggers:
                cursor.execute(sql)

    DatabaseOperations.execute_sql_flush = flush


def empty_when_nobody_is_asking() -> None:
    """Let the flush on PostgreSQL wait for what the browser asked last: its TRUNCATE would meet those locks crosswise."""
    real_flush = PostgresOperations.execute_sql_flush

    def flush(self: PostgresOperations, statements: list[str]) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        with connections[self.connection.alias].cursor() as cursor:
            while time.monotonic() < until:
                cursor.execute(BUSY)
                if cursor.fetchone() == (0,):
                    break
                time.sleep(0.05)
        real_flush(self, statements)

    PostgresOperations.execute_sql_flush = flush  # type: ignore[method-assign]
