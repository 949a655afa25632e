"""Do the counting rules that the tables quote hold, case by case?"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from bureau.sample.people import hire_everyone
from cases.figures.registry import Counted, CountedTwice, Period, counts, is_counted
from law.annual_tables import tables_on
from law.loading import BadLawData, clear_cache
from law.rule_of_law_report import PUBLISH, SUBMIT, deadline
from officers.models import Certificate, Department
from oversight.annual.report import NO_SOURCE, NOT_BY_UNIT, Report, annual_report
from tests.figures.year import Maker, at, bars_lifted

DAY = date(2022, 6, 15)
NOW = datetime(2023, 1, 10, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def hired(django_db_setup: None, django_db_blocker: Any) -> Iterator[Maker]:
    """A bureau without a case."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            with bars_lifted():
                cast = hire_everyone("quick")
            units = list(Department.objects.filter(handles_cases=True).order_by("name"))
            yield Maker(cast["卫国"], cast["李明"], units)
            transaction.set_rollback(True)


@pytest.fixture
def make(hired: Maker, db: None) -> Maker:
    return hired


def year(of: int = 2022, unit: int | None = None) -> Report:
    return annual_report(Period(date(of, 1, 1), date(of, 12, 31), unit), now=NOW)


def told(report: Report, table: str) -> dict[str, str]:
    """What is not nought."""
    found = {cell.column.key: cell.text for one in report.tables for cell in one.cells if one.table.key == table}
    return {key: text for key, text in found.items() if text not in ("0", "0.00")}


@pytest.mark.parametrize(
    ("kinds", "column"),
    [
        (["warning"], "warning"),
        (["fine"], "fine"),
        # 如“没收违法所得，并处罚款”计入“没收……”
        (["fine", "confiscate_income"], "confiscate"),
        (["confiscate_goods", "fine", "warning"], "confiscate"),
        (["suspend_licence", "confiscate_goods"], "suspend_licence"),
        (["downgrade", "suspend_licence"], "downgrade"),
        (["revoke", "downgrade", "fine"], "revoke"),
        (["restrict", "revoke"], "restrict"),
        (["stop", "restrict"], "stop"),
        (["ban", "close", "stop"], "close"),
        (["notice_of_criticism", "warning"], "notice_of_criticism"),
        # 并处明确类别和其他行政处罚的，计入明确类别
        (["other", "warning"], "warning"),
        (["other"], "other"),
    ],
)
def test_a_decision_counts_once_as_the_heaviest_of_its_kinds(make: Maker, kinds: list[str], column: str) -> None:
    make.penalty(DAY, kinds)
    said = told(year(), "penalties")
    assert {key: said[key] for key in said if key not in ("filed", "total", "ordinary")} == {column: "1"}
    assert said["total"] == "1"


def test_two_charges_of_one_decision_count_once_and_their_sums_add_up(make: Maker) -> None:
    """3000 fine for one conduct, 500 fine and 1200.50 confiscated for the other: 没收, one case, 4700.50 yuan."""
    party = make.party(make.case())
    make.sanction(make.charge(party), ["fine"], 3000)
    make.sanction(make.charge(party), ["fine", "confiscate_income"], 500, Decimal("1200.50"))
    make.decision(party, DAY)
    said = told(year(), "penalties")
    assert (said["confiscate"], said["total"], said["money"]) == ("1", "1", "4,700.50") and "fine" not in said


def test_what_was_annulled_counts_and_the_new_decision_counts_in_its_own_year(make: Maker) -> None:
    decision = make.penalty(date(2021, 12, 31), ["fine"], 800)
    charge = decision.case.charges.get()
    decision.__class__.objects.filter(pk=decision.pk).update(effect="annulled", effect_on=date(2022, 5, 1))
    make.sanction(charge, ["warning"], round=2)
    make.decision(decision.party, date(2022, 7, 1), round_=2)
    before, after = told(year(2021), "penalties"), told(year(2022), "penalties")
    assert (before["fine"], before["total"], before["money"]) == ("1", "1", "800.00")
    assert (after["warning"], after["total"]) == ("1", "1") and "money" not in after


def test_confiscated_things_without_a_sum_do_not_add_to_the_money(make: Maker) -> None:
    make.penalty(DAY, ["confiscate_goods"])
    said = told(year(), "penalties")
    assert said["confiscate"] == "1" and "money" not in said


def test_mitigated_is_below_the_lowest_fine_and_lightened_within_the_range(make: Maker) -> None:
    for effect, low, fine in (
        ("mitigate", 1000, 999),
        ("mitigate", 1000, 1000),
        ("lighten", 1000, 500),
        ("", 1000, 10),
    ):
        party = make.party(make.case())
        charge = make.charge(party)
        make.sanction(charge, ["fine"], fine)
        make.weighed(charge, effect, low)
        make.decision(party, DAY)
    said = told(year(), "penalties")
    # 从轻 must stay in the range, so what merely lightens is never 减轻, however low the fine.
    assert (said["mitigated"], said["lightened"], said["total"]) == ("1", "2", "4")


def test_a_measure_counts_on_the_day_of_its_approval_by_the_clock_of_the_bureau(make: Maker) -> None:
    """New Year's Eve at half past midnight UTC+8 belongs to the new year."""
    party = make.party(make.case())
    for moment in (at(date(2022, 12, 31), 15), at(date(2022, 12, 31), 16), at(date(2021, 12, 31), 16)):
        make.thing(make.measure(party, moment))
    make.thing(make.measure(party, at(DAY), "seal", authority="seal-unsafe-place"), "place")
    make.measure(party, at(DAY), approved_by=None, approved_at=None, carried_out_at=None, state="refused")
    assert told(year(), "coercion") == {"seal": "1", "seize": "2", "total": "3", "surcharge": NO_SOURCE}
    assert told(year(), "work")["impounded"] == "2"


def test_executions_count_when_done_or_given_up(make: Maker) -> None:
    """Decided is not enough; a demolition is 其他; two performances in the party's place, one of them at once."""
    for power, moment, facts in (
        ("auction", at(DAY), {}),
        ("demolish", at(DAY), {}),
        ("auction", None, {}),
        ("substitute", at(DAY), {"kind": "substitute", "executor": "x", "budget": Decimal(1)}),
    ):
        make.execution(make.enforcement(make.party(make.case())), power, moment, **facts)
    given_up = make.enforcement(make.party(make.case()), state="ended", over_on=DAY)
    make.execution(given_up, "remove_obstacle", None)
    make.court(given_up, DAY)
    make.court(given_up, None)
    make.clearing(make.party(make.case()), at(DAY))
    assert told(year(), "coercion") == {
        "auction": "1", "other-execution": "1", "substitute": "2", "restore": "1", "court": "1", "total": "6",
        "surcharge": NO_SOURCE,
    }  # fmt: skip


def test_changes_and_renewals_count_as_permits(make: Maker) -> None:
    rows: list[dict[str, Any]] = [
        {"number": "许1", "kind": "new", "applied_on": date(2021, 12, 30), "accepted_on": date(2022, 1, 4),
         "outcome": "granted", "decided_on": date(2022, 1, 20), "revoked_on": date(2022, 9, 1)},
        {"number": "许2", "kind": "change", "applied_on": DAY, "accepted_on": DAY, "outcome": "granted", "decided_on": DAY},
        {"number": "许3", "kind": "renewal", "applied_on": DAY, "accepted_on": DAY, "outcome": "refused", "decided_on": DAY},
        {"number": "许4", "kind": "new", "applied_on": DAY, "outcome": "not_accepted", "decided_on": DAY},
        {"number": "许5", "kind": "new", "applied_on": DAY, "outcome": "pending"},
    ]  # fmt: skip
    make.permits(rows)
    make.permits([rows[1] | {"number": "许6"}], approved=False)
    assert told(year(), "permits") == {
        "applied": "4", "accepted": "3", "granted": "2", "refused": "1", "revoked": "1"
    }  # fmt: skip
    assert told(year(unit=make.units[0].pk), "permits") == dict.fromkeys(
        ("applied", "accepted", "granted", "refused", "revoked"), NOT_BY_UNIT
    )


def test_the_share_of_certified_officers_is_that_of_the_last_day(make: Maker) -> None:
    """Six officers and three heads of units hold certificates from 2023 on in the sample; two of them run out."""
    report = year(2024)
    people = Certificate.objects.filter(kind="enforcement").order_by("pk")
    assert told(report, "certificates") == {"enforcers": "9", "certified": "9", "rate": "100.0"}
    people.filter(pk__in=list(people.values_list("pk", flat=True)[:2])).update(valid_until=date(2024, 12, 30))
    assert told(year(2024), "certificates") == {"enforcers": "9", "certified": "7", "rate": "77.8"}


def test_what_nothing_counts_is_said_to_have_no_source() -> None:
    """Never nought: the bureau may well have carried out inspections that this system does not know."""
    for table in tables_on(DAY):
        for column in table.columns:
            if column.key in ("levies", "rewards", "surcharge"):
                assert not any(is_counted(key) for key in column.figures)


def test_each_year_has_the_columns_of_its_law(make: Maker) -> None:
    """行政处罚法 of 2021 named 通报批评 and 限制从业 first; before, they could only have been something else."""
    make.penalty(date(2020, 6, 1), ["revoke", "stop"])
    make.penalty(date(2020, 6, 1), ["notice_of_criticism"])
    old = told(year(2020), "penalties")
    # The older order: 暂扣, 停产停业, 吊销.
    assert (old["revoke"], old["other"], old["total"]) == ("1", "1", "2")
    titles = {cell.column.title for one in year(2020).tables for cell in one.cells if one.table.key == "penalties"}
    assert "通报批评" not in titles and "暂扣许可证、执照" in titles
    assert "coercion" not in {one.table.key for one in year(2011).tables}


def test_a_table_that_leaves_a_kind_out_is_refused(settings: Any, tmp_path: Path) -> None:
    row = '[[set]]\nkey = "penalty-kinds"\nin_force_from = 2021-07-15\n[[set.column]]\nkey = "fine"\ntitle = "罚款"\n'
    (tmp_path / "annual_tables.toml").write_text(f'{row}figures = ["penalties.fine"]\n', "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    with pytest.raises(BadLawData, match=r"every kind of penalty in one column: penalties\.ban"):
        tables_on(DAY)


def test_the_report_on_the_rule_of_law_is_due_on_the_first_of_february_and_public_by_april() -> None:
    submit, publish = deadline(SUBMIT, DAY), deadline(PUBLISH, DAY)
    assert submit and submit.due_on(2022) == date(2023, 2, 1)
    assert publish and publish.due_on(2022) == date(2023, 4, 1)
    assert deadline(SUBMIT, date(2019, 4, 14)) is None


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Counted]], None]:
    """A figure that another app brings, gone after the test."""
    monkeypatch.setattr("cases.figures.registry._sources", {})

    def register(rows: list[Counted]) -> None:
        counts("inspections.counted")(lambda period: {"inspections.counted": rows})

    return register


def test_a_figure_that_an_app_registers_fills_its_column(
    registered: Callable[[list[Counted]], None], make: Maker
) -> None:
    assert told(year(), "other-acts")["inspections"] == NO_SOURCE
    registered([Counted("check:1", DAY, "检1"), Counted("check:2", DAY, "检2", unit=make.units[0].pk)])
    assert told(year(), "other-acts")["inspections"] == "2"
    assert told(year(unit=make.units[0].pk), "other-acts")["inspections"] == "1"


def test_nothing_is_counted_twice(registered: Callable[[list[Counted]], None], make: Maker) -> None:
    registered([Counted("check:1", DAY, "检1"), Counted("check:1", DAY, "检1")])
    with pytest.raises(CountedTwice):
        year()
    with pytest.raises(CountedTwice):
        registered([])
