"""Is every cell what a person counts in plain SQL, and does it open exactly what it is made of?"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.figures.registry import Period
from oversight.annual.report import Report, annual_report
from publicity.annual import count as public_count
from tests.figures.recount import Recount
from tests.figures.year import YEAR, Maker

NOW = datetime(2023, 1, 10, 1, tzinfo=UTC)
WHOLE = (date(YEAR, 1, 1), date(YEAR, 12, 31))
BY_CASES = {"work.closed", "work.impounded"}


def is_of_cases(key: str) -> bool:
    """What other registers give is counted again in test_seed_report.py; certificates in test_rules.py."""
    return key in BY_CASES or not key.startswith(("work.", "certificates.", "other-acts.inspections"))


def report(begins: date, ends: date, unit: int | None = None) -> Report:
    return annual_report(Period(begins, ends, unit), now=NOW)


def values(found: Report) -> dict[str, Decimal]:
    return {cell.key: cell.value for one in found.tables for cell in one.cells if cell.value is not None}


def counted(found: Report) -> dict[str, Decimal]:
    return {key: value for key, value in values(found).items() if is_of_cases(key)}


@pytest.mark.both_databases
def test_every_cell_of_a_year_is_what_plain_sql_counts(make: Maker) -> None:
    found = counted(report(*WHOLE))
    assert found == Recount(*WHOLE).everything()
    # A year in which nothing happened would prove nothing.
    empty = {key for key, value in found.items() if not value}
    assert empty == {"penalties.detention", "coercion.freeze", "coercion.transfer-deposit"}


@pytest.mark.both_databases
def test_the_same_for_each_unit_month_and_odd_days(make: Maker) -> None:
    months = [(date(YEAR, month, 1), date(YEAR, month, monthrange(YEAR, month)[1])) for month in range(1, 13)]
    periods = [(*days, 0) for days in [*months, (date(2021, 12, 31), date(2022, 1, 1)), (date(2022, 5, 9),) * 2]]
    periods += [(*WHOLE, unit.pk) for unit in make.units]
    for begins, ends, unit in periods:
        assert counted(report(begins, ends, unit or None)) == Recount(begins, ends, unit).everything(), (begins, unit)


def test_months_and_units_add_up_to_the_year(make: Maker) -> None:
    year = counted(report(*WHOLE))
    months = [
        counted(report(date(YEAR, month, 1), date(YEAR, month, monthrange(YEAR, month)[1]))) for month in range(1, 13)
    ]
    assert {key: sum(one[key] for one in months) for key in year} == year
    units = [counted(report(*WHOLE, unit.pk)) for unit in make.units]
    assert {key: sum(one[key] for one in units) for key in units[0]} == {key: year[key] for key in units[0]}


def test_the_public_reads_the_same_figures(make: Maker) -> None:
    """What a publisher counts for the portal is what stands in the tables, kind by kind and to the cent."""
    public, cells = public_count(YEAR, WHOLE[1]), values(report(*WHOLE))
    kinds = public["penalties"]["kinds"]
    assert Decimal(public["penalties"]["money"]) == cells["penalties.money"]
    assert public["penalties"]["total"] == sum(kinds.values()) == cells["penalties.total"]
    confiscated = kinds.get("confiscate_income", 0) + kinds.get("confiscate_goods", 0)
    assert confiscated == cells["penalties.confiscate"]
    assert public["no_penalty"] == cells["penalties.no-penalty"]
    assert public["coercion"]["court"] == cells["coercion.court"]
    done = ("auction", "restore", "substitute", "other-execution")
    assert public["coercion"]["own"] == sum(cells[f"coercion.{one}"] for one in done)


def opened(desk: Client, address: str) -> list[str]:
    """The rows of all pages of a list."""
    rows: list[str] = []
    while address:
        page = desk.get(address).content.decode()
        rows += re.findall(r'<tr>\s*<th scope="row">.*?</tr>', page, re.DOTALL)
        found = re.search(r'href="([^"]+)" rel="next"', page)
        address = f"{address.partition('?')[0]}{unescape(found.group(1))}" if found else ""
    return rows


def test_every_cell_opens_exactly_what_it_counts(make: Maker, desk: Client) -> None:
    """Through the pages, all cells of all tables: as many lines as the number says, sums of money to the cent."""
    found, wrong = report(*WHOLE), []
    page = desk.get("/review/annual/?begins=2022-01-01&ends=2022-12-31").content.decode()
    addresses = {
        key: unescape(url) for url, key in re.findall(r'href="(/review/annual/cells/([a-z._-]+)/\?[^"]+)"', page)
    }
    for key, value in values(found).items():
        rows = opened(desk, addresses[key]) if key in addresses else []
        total: Decimal = Decimal(len(rows))
        if key == "penalties.money":
            total = sum((Decimal(re.findall(r">([\d,.]+)</td>", row)[-1].replace(",", "")) for row in rows), Decimal(0))
        if key != "certificates.rate" and total != value:
            wrong.append((key, total, value))
    assert wrong == [] and len(addresses) > 40


def test_the_page_asks_the_database_the_same_number_of_times_however_many_cases(make: Maker, desk: Client) -> None:
    address = "/review/annual/?begins=2022-01-01&ends=2022-12-31"
    desk.get(address)
    with CaptureQueriesContext(connection) as few:
        desk.get(address)
    for _each in range(20):
        make.penalty(date(2022, 6, 1), ["fine"], 500)
    with CaptureQueriesContext(connection) as more:
        desk.get(address)
    assert len(more) == len(few) < 100
