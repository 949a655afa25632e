"""A bureau, an officer, a case with a party, and the samples printed once."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from cases.models import Case, Party
from documents.registry import paper_form
from documents.rendering import PaperMeta, render_pdf
from officers.models import Bureau, Department, Officer
from tests.documents.printed import Printed

InThreads = Callable[[Sequence[Callable[[], Any]]], list[Any]]
VERIFY = "http://127.0.0.1:8000/public/verify/AbCdEfGhIjKlMnOpQrStUv"


@pytest.fixture(scope="session")
def printed_sample() -> Iterator[Callable[[str, str], Printed]]:
    opened = []

    @cache
    def one(key: str, name: str) -> Printed:
        form = paper_form(key)
        meta = PaperMeta(
            number=f"蒙样交执{form.rule.series}〔2026〕001号" if form.rule.series else "",
            verify_url=VERIFY,
            sealed=form.rule.sealed,
        )
        opened.append(Printed(render_pdf(key, form.samples()[name], meta=meta)))
        return opened[-1]

    yield one
    for paper in opened:
        paper.pdf.close()


@pytest.fixture
def in_threads(transactional_db: None, tmp_path: Path) -> Iterator[InThreads]:
    """Run jobs at once, each on a connection of its own; on SQLite they share a file, for memory knows no waiting."""
    database = connection.settings_dict
    usual = database["NAME"]
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(tmp_path / "threads.sqlite3")) as copy:
            connection.connection.backup(copy)
        database["NAME"] = str(tmp_path / "threads.sqlite3")

    def on_own_connection(job: Callable[[], Any]) -> Any:
        try:
            return job()
        finally:
            connection.close()

    def run(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
        with ThreadPoolExecutor(len(jobs)) as pool:
            return list(pool.map(on_own_connection, jobs))

    yield run
    database["NAME"] = usual


@pytest.fixture
def bureau(db: None) -> Bureau:
    bureau, _ = Bureau.objects.get_or_create(
        pk=1,
        defaults={"name": "样例旗交通运输局", "number_prefix": "蒙样交执", "reviewing_government": "样例旗人民政府"},
    )
    return bureau


@pytest.fixture
def officer(bureau: Bureau) -> Officer:
    unit = Department.objects.create(name="综合行政执法大队", handles_cases=True)
    return Officer.objects.create(staff_number="1001", name="巴特尔", department=unit)


@pytest.fixture
def new_case(officer: Officer) -> Callable[[], Case]:
    def make(**changed: Any) -> Case:
        return Case.objects.create(
            cause="涉嫌超限运输",
            source="inspection",
            received_at=datetime(2026, 3, 10, 9, 40, tzinfo=ZoneInfo("Asia/Shanghai")),
            occurred_on=date(2026, 3, 10),
            registered_on=date(2026, 3, 10),
            place="S210线",
            summary="车货总质量61320千克。",
            department=officer.department,
            **changed,
        )

    return make


@pytest.fixture
def case(new_case: Callable[[], Case]) -> Case:
    return new_case()


@pytest.fixture
def party(case: Case) -> Party:
    return Party.objects.create(
        case=case, kind="organisation", name="样例旗顺达货物运输有限公司", uscc="91990001MA0000001R", address="样例旗"
    )
