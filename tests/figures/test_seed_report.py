"""Does a year like 2020 give exactly the figures of that year's report (index.md §1), each opened and counted again in SQL?"""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from bureau.sample.people import hire_everyone
from cases.figures.registry import Period
from officers.models import Department, Officer
from oversight.annual.keeping import keep
from oversight.annual.narrative import begin, latest, paragraphs
from oversight.annual.report import Report, annual_report
from tests.figures.year import Maker, bars_lifted
from tests.figures.year_2020 import FIRST, LAST, lay_out_2020

pytestmark = pytest.mark.django_db
# What the banner's transport bureau reported for 2020; 276 visits of enterprises, of which one record was incomplete.
REPORTED = {
    "work.closed": 65,
    "work.impounded": 12,
    "work.outings": 3758,
    "work.checks": 276,
    "work.hazards": 496,
    "work.talks": 1,
    "work.draws": 2,
    "work.joint-draws": 2,
    "work.complaints": 259,
    "work.complaints-closed": 100,
    "work.complaints-content": 100,
    "work.hotline": 9,
    "work.proposals": 13,
    "work.meetings": 6,
    "work.trainings": 4,
    "work.file-reviews": 1,
    "work.regulations": 21,
    "work.information": 181,
    "work.services": 3363,
    "work.services-licences": 280,
    "work.services-others": 3083,
    "work.services-on-time": 100,
    "work.services-satisfied": 100,
}
# 275 complete records of enterprises and 3 of persons; reconsideration and litigation: none all year.
BESIDE = {"other-acts.inspections": 278, "penalties.reconsideration": 0, "penalties.litigation": 0}
DAYS = "BETWEEN '2020-01-01' AND '2020-12-31'"
# Moments are stored in UTC: the bureau's year begins eight hours before.
MOMENTS = ">= '2019-12-31 16:00:00' AND {0} < '2020-12-31 16:00:00'"
IN_SQL = {
    "work.outings": f"""SELECT count(*) FROM inspections_outing_officers JOIN inspections_outing o ON o.id = outing_id
        WHERE o.day {DAYS}""",
    "work.checks": f"""SELECT count(*) FROM inspections_check c JOIN inspections_checkobject o ON o.id = c.target_id
        WHERE c.state = 'finished' AND NOT o.is_person AND c.begun_on {DAYS}""",
    "work.hazards": f"SELECT count(*) FROM inspections_hazard WHERE rectified_on {DAYS}",
    "work.talks": f"SELECT count(*) FROM inspections_talk WHERE held_on {DAYS}",
    "work.draws": "SELECT count(*) FROM inspections_draw WHERE drawn_at " + MOMENTS.format("drawn_at"),
    "work.complaints": """SELECT count(*) FROM inspections_source
        WHERE kind IN ('hotline_12328', 'report', 'complaint') AND received_at """
    + MOMENTS.format("received_at"),
    "work.hotline": """SELECT count(*) FROM inspections_source
        WHERE kind = 'hotline_other' AND received_at """
    + MOMENTS.format("received_at"),
    "work.proposals": """SELECT count(*) FROM inspections_source WHERE kind IN ('congress', 'conference')
        AND replied_on <= '2020-12-31' AND received_at """
    + MOMENTS.format("received_at"),
    "work.meetings": f"SELECT count(*) FROM inspections_meeting WHERE held_on {DAYS}",
    "work.trainings": f"SELECT count(*) FROM officers_training WHERE held_on {DAYS}",
    "work.file-reviews": "SELECT count(*) FROM oversight_reviewrun WHERE run_at " + MOMENTS.format("run_at"),
    "work.regulations": f"SELECT count(*) FROM oversight_regulationversion WHERE in_force_from {DAYS}",
    "work.information": f"""SELECT count(*) FROM publicity_informationitem
        WHERE void_on IS NULL AND published_on {DAYS}""",
    "work.services": f"SELECT sum(handled) FROM publicity_servicemonth WHERE void_on IS NULL AND month {DAYS}",
    "work.services-licences": f"""SELECT sum(handled) FROM publicity_servicemonth m
        JOIN publicity_serviceitem i ON i.id = m.item_id WHERE i.kind = 'licence' AND void_on IS NULL AND month {DAYS}""",
    "work.services-others": f"""SELECT sum(handled) FROM publicity_servicemonth m
        JOIN publicity_serviceitem i ON i.id = m.item_id WHERE i.kind = 'other' AND void_on IS NULL AND month {DAYS}""",
    "other-acts.inspections": f"""SELECT count(*) FROM inspections_check
        WHERE state = 'finished' AND is_complete AND begun_on {DAYS}""",
}


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: Any) -> Iterator[Report]:
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            with bars_lifted():
                cast = hire_everyone("quick")
                units = list(Department.objects.filter(handles_cases=True).order_by("name"))
                lay_out_2020(cast, Maker(cast["卫国"], cast["李明"], units))
            yield annual_report(Period(FIRST, LAST), now=datetime(2021, 1, 10, tzinfo=UTC))
            transaction.set_rollback(True)


def figures(year: Report) -> dict[str, Decimal | None]:
    return {cell.key: cell.value for one in year.tables for cell in one.cells}


def test_the_figures_are_the_reports(year: Report) -> None:
    found = figures(year)
    assert {key: found[key] for key in REPORTED} == REPORTED
    assert {key: found[key] for key in BESIDE} == BESIDE


def test_each_is_what_plain_sql_counts(year: Report) -> None:
    found = figures(year)
    with connection.cursor() as cursor:
        for key, sql in IN_SQL.items():
            cursor.execute(sql)
            assert found[key] == cursor.fetchone()[0], key


def test_each_opens_the_rows_that_it_is_made_of(year: Report) -> None:
    client = Client()
    client.force_login(Officer.objects.get(name="韩雪"), backend="django.contrib.auth.backends.ModelBackend")
    for key in REPORTED:
        cell = year.cell(key)
        assert cell is not None and cell.rows
        page = client.get(f"/review/annual/cells/{key}/?begins=2020-01-01&ends=2020-12-31")
        assert page.status_code == 200, key
        text = page.content.decode()
        assert all(row.label in text for row in cell.rows[:3]), key


def test_the_report_on_the_rule_of_law_says_them(year: Report) -> None:
    now, officer = datetime(2021, 1, 11, tzinfo=UTC), Officer.objects.get(name="韩雪")
    draft = begin(2020, keep(year, officer=officer), officer, now)
    text = "".join(piece.text for one in paragraphs(latest(draft)) for piece in one.pieces)
    for said in ("出动执法人员3758人次", "检查企业276家次", "发现并整改隐患496个", "结案65件", "查扣非法营运车辆12台"):
        assert said in text, said
