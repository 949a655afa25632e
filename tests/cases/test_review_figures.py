"""Are the year's figures of legal review those that one counts by hand, with their cases and without a person?"""

import csv
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bureau.sample.dangerous_goods import dangerous_goods
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases.models import LegalReview
from cases.review_figures import Figure, review_figures

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 31)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    """One case of 2026: returned on the second working day, answered, passed on the second, decided by the heads."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield dangerous_goods(hire_everyone("quick"), until="decided")
        transaction.set_rollback(True)


def found(year: int = 2026) -> dict[str, Figure]:
    return {one.key: one for one in review_figures(year, DAY)}


def test_one_case_by_hand(told: Story) -> None:
    """Nine people enforce, one reviews: 11.1 %, more than the five that 国办发〔2018〕118号 wants."""
    figures, case = found(), frozenset({told.case.pk})
    values = {key: one.value for key, one in figures.items() if not key.startswith("rule-")}
    assert values == {
        **{"enforcing": "9", "reviewers": "1", "qualified": "1", "share": "11.1%"},
        **{"due": "1", "passed-before": "1", "unreviewed": "0"},
        **{"outcome-passed": "1", "outcome-returned": "1", "outcome-corrected": "0", "outcome-transfer": "0"},
        **{"re-examined": "0", "adopted": "1", "not-adopted": "0", "pending": "0", "disputes": "0", "days": "—"},
    }
    assert figures["share"].note == "达到不少于 5% 的要求"
    assert figures["days"].note == "件数不足 5 件，不算平均"
    assert (figures["due"].cases, figures["unreviewed"].cases) == (case, frozenset())
    rules = {one.label: one.value for key, one in figures.items() if key.startswith("rule-")}
    assert rules["对法人或者其他组织罚款 50000 元以上"] == "1"
    assert rules["直接关系当事人或者第三人重大权益，经过听证程序"] == "1"


def test_another_year_counts_nothing_of_it(told: Story) -> None:
    figures = found(2025)
    assert {figures[key].value for key in ("due", "outcome-passed", "outcome-returned", "adopted")} == {"0"}


def test_five_reviews_have_an_average_of_working_days(told: Story) -> None:
    """Friday 5 June to Tuesday 9 June 2026 are two working days; twice two and three times one are 7: 1.4 on average."""
    told.case.reviews.update(submitted_on=date(2026, 6, 5), concluded_on=date(2026, 6, 9))
    who = {"submitted_by": told.cast["赵刚"], "reviewer": told.cast["陈静"], "outcome": "passed", "opinion": "同意。"}
    for _number in range(3):
        days = {"submitted_on": date(2026, 6, 8), "concluded_on": date(2026, 6, 9)}
        LegalReview.objects.create(case=told.case, round=told.case.round, **days, **who)
    assert found()["days"].value == "1.4"


def test_a_ruling_for_the_handlers_is_not_an_adopted_opinion(told: Story) -> None:
    returned = told.case.reviews.get(outcome="returned")
    who = {"raised_by": told.cast["赵刚"], "raised_on": DAY, "settled_by": told.cast["卫国"], "settled_on": DAY}
    said = {"reasons": "已在案。", "ruling": "handlers", "opinion": "有笔录。", "state": "settled"}
    told.case.review_disputes.create(review=returned, **who, **said)
    figures = found()
    assert [figures[key].value for key in ("adopted", "not-adopted", "disputes")] == ["0", "1", "1"]


def test_the_page_opens_the_cases_and_names_nobody(told: Story) -> None:
    browser = Client()
    browser.force_login(told.cast["卫国"])
    answer = browser.get("/legal-review/?year=2026&of=outcome-returned")
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert answer.status_code == 200 and f"/cases/{told.case.pk}/" in main and told.case.number in main
    assert not [name for name in told.cast if name in main], "no figure is a person's"
    sheet = browser.get("/legal-review/figures.csv?year=2026").content.decode("utf-8-sig")
    rows = list(csv.DictReader(sheet.splitlines()))
    assert {"审核人员占执法人员的比例": "11.1%"}.items() <= {one["项目"]: one["数值"] for one in rows}.items()
    assert not [name for name in told.cast if name in sheet]
    for wrong in ("2020", "2999", "二〇二六", "x"):
        assert browser.get("/legal-review/", {"year": wrong}).status_code == 404
