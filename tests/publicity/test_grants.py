"""Does PostgreSQL itself keep a role that serves only the portal from everything else?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from psycopg import sql

from publicity.grants import PORTAL_TABLES
from publicity.models import Publication
from publicity.sheets import compile_sheets
from tests.conventions import ROOT
from tests.publicity import cases
from tests.servers import begin_migrated, postgresql_server

PAGES = (
    "/public/",
    "/public/?q=x&kind=fine",
    "/public/decisions.csv",
    "/public/decisions.jsonl",
    "/public/withdrawn.json",
    "/public/data/",
    "/public/inspections/",
    "/public/inspections.csv",
    "/public/inspections.jsonl",
    "/public/draws/",
    "/public/draws/verify_draw.py",
    "/public/before/random-objects/",
    "/public/feed.atom",
    "/public/sitemap.xml",
    "/public/before/",
    "/public/before/officers/",
    "/public/before/procedure/",
)


def connect(url: str, user: str) -> "psycopg.Connection[tuple[Any, ...]]":
    folder = str(Path(urlsplit(url).path).parent)
    return psycopg.connect(host=folder, user=user, dbname="postgres", autocommit=True)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated database with the role, limited by the very script that the command prints."""
    script = StringIO()
    call_command("portal_grants", "portal", stdout=script)
    with postgresql_server() as url:
        own = {"DJANGO_SETTINGS_MODULE": "bureau.settings", "VAR_DIR": str(tmp_path_factory.mktemp("portal"))}
        env = os.environ | own | {"DATABASE_URL": url, "EMBEDDED": "true", "REDIS_URL": ""}
        begin_migrated(url)
        command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=300)
        with connect(url, "postgres") as owner:
            owner.execute("CREATE ROLE portal LOGIN")
            # What somebody once granted too much is taken away again.
            owner.execute("GRANT SELECT ON cases_party TO portal")
            owner.execute(script.getvalue().encode())
        yield url


def test_the_role_reads_the_portals_tables_and_no_other(server: str) -> None:
    with connect(server, "postgres") as owner:
        tables = [name for (name,) in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    readable = set()
    with connect(server, "portal") as portal:
        for table in tables:
            try:
                portal.execute(sql.SQL("SELECT * FROM {} LIMIT 1").format(sql.Identifier(table)))
                readable.add(table)
            except psycopg.errors.InsufficientPrivilege:
                continue
    # Written out here: the product's own list must not vouch for itself.
    portals = {"published_decision", "published_draw", "published_inspection", "published_sheet"}
    assert readable == portals | {"officers_bureau", "law_statute", "law_article"}
    assert {
        "cases_party",
        "publicity_publication",
        "publicity_correctionrequest",
        "publicity_inspectionresult",
        "officers_officer",
    } <= set(tables)


@pytest.mark.parametrize("verb", ["DELETE FROM published_decision", "UPDATE published_sheet SET key = 'x'"])
def test_the_role_changes_nothing(server: str, verb: str) -> None:
    refused = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
    with connect(server, "portal") as portal:
        with pytest.raises(refused):
            portal.execute(verb.encode())
        portal.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            portal.execute(verb.encode())


def test_the_portal_asks_no_other_table(published: Publication) -> None:
    compile_sheets(cases.PUBLISHED)
    anybody = Client()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for page in (*PAGES, f"/public/decisions/{published.slug}/"):
            assert anybody.get(page).status_code == 200, page
    assert len(asked) >= len(PAGES)
    allowed = tuple(f'FROM "{table}"' for table in PORTAL_TABLES)
    assert [one["sql"] for one in asked if not any(table in one["sql"] for table in allowed)] == []
    assert [one["sql"] for one in asked if " JOIN " in one["sql"] and '"law_' not in one["sql"]] == []


def test_a_name_that_would_have_to_be_quoted_is_refused() -> None:
    with pytest.raises(CommandError):
        call_command("portal_grants", 'x"; DROP TABLE cases_case; --')
