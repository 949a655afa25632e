"""Is this installation fit to keep a bureau's cases? Asked by `manage.py check`, `migrate` and at start-up."""

import sqlite3
import stat
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

WAL_IS_SAFE_FROM = (3, 51, 3)
"""Before it a checkpoint that races a commit can lose that commit (sqlite.org, release history of 3.51.3)."""
SQLITE_FROM = (3, 35, 0)
"""The first with UPDATE … RETURNING, which the number series are drawn with."""
POSTGRESQL_FROM = 150_000


def wal_is_refused(journal_mode: str) -> bool:
    return journal_mode.lower() == "wal" and sqlite3.sqlite_version_info < WAL_IS_SAFE_FROM


def wal_error(alias: str) -> Error:
    return Error(
        f"Database “{alias}” uses a write-ahead log, in which SQLite {sqlite3.sqlite_version} can lose commits.",
        hint="Use PRAGMA journal_mode=DELETE, or SQLite 3.51.3 or newer.",
        id="bureau.E001",
    )


def settings_keep_commits(**kwargs: Any) -> list[CheckMessage]:
    """What can be said about the databases without connecting."""
    found: list[CheckMessage] = []
    for alias, database in settings.DATABASES.items():
        if not database["ENGINE"].endswith("sqlite3"):
            continue
        if sqlite3.sqlite_version_info < SQLITE_FROM:
            found.append(Error(f"SQLite {sqlite3.sqlite_version} is too old; 3.35 is needed.", id="bureau.E002"))
        options = database.get("OPTIONS", {})
        pragmas = options.get("init_command", "").lower().replace(" ", "")
        if "journal_mode=wal" in pragmas and wal_is_refused("wal"):
            found.append(wal_error(alias))
        if "synchronous=extra" not in pragmas or options.get("transaction_mode") != "IMMEDIATE":
            hint = "OPTIONS wants transaction_mode IMMEDIATE and PRAGMA synchronous=EXTRA in init_command."
            found.append(Error(f"Database “{alias}” may lose or reorder commits.", hint=hint, id="bureau.E003"))
    return found


def database_keeps_commits(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """What only the database itself can say: the journal mode is stored in its file."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
            if wal_is_refused(mode):
                found.append(wal_error(alias))
        elif connection.vendor == "postgresql":
            with connection.cursor():  # The version is known once connected.
                version = connection.pg_version
            if version < POSTGRESQL_FROM:
                found.append(Error("PostgreSQL 15 or newer is needed.", id="bureau.E004"))
    return found


def key_is_private(**kwargs: Any) -> list[CheckMessage]:
    path = settings.VAR_DIR / "secret-key"
    if not path.exists() or not stat.S_IMODE(path.stat().st_mode) & 0o077:
        return []
    return [Error("Others on this machine can read the secret key.", hint=f"chmod 600 {path}", id="bureau.E005")]


def papers_name_a_public_address(**kwargs: Any) -> list[CheckMessage]:
    address = urlsplit(settings.PUBLIC_BASE_URL)
    if address.scheme == "https" and address.hostname not in (None, "127.0.0.1", "localhost", "::1"):
        return []
    hint = "PUBLIC_BASE_URL is printed in the QR code of each paper and cannot be changed there afterwards."
    return [Warning("PUBLIC_BASE_URL is not an https address the public can reach.", hint=hint, id="bureau.W001")]


def production_has_servers(**kwargs: Any) -> list[CheckMessage]:
    if settings.EMBEDDED:
        return [Warning("EMBEDDED is for one machine on its loopback address.", id="bureau.W002")]
    servers = {"REDIS_URL": bool(settings.REDIS_URL), "DATABASE_URL": uses_postgresql()}
    hint = "SQLite and the folder queue serve one machine only."
    return [Warning(f"{name} names no server.", hint=hint, id="bureau.W003") for name in servers if not servers[name]]


def uses_postgresql() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"))
