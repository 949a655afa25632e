"""Are a year's figures counted as the law's tables count, the same again later, and public only after a second look?"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from bureau.sample.story import Cast, Story
from cases.models import Decision, Sanction
from cases.services import perform
from law.annual import heaviest_rule, publish_rule
from publicity.annual import AnnualFigures, CannotApprove, approve, count, count_anew
from publicity.errands import annual_errands
from publicity.models import Publication
from publicity.sheets import compile_sheets
from tests.publicity import cases
from tests.publicity.conftest import signed_in

PAGE = "/public/before/figures/"
NEW_YEAR = date(2027, 1, 4)
DUE = date(2027, 1, 31)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def on_the_portal() -> str:
    return Client().get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("kinds", "heaviest"),
    [
        (["fine"], "fine"),
        (["fine", "warning"], "fine"),
        (["fine", "confiscate_income"], "confiscate_income"),
        (["confiscate_income", "confiscate_goods"], "confiscate_goods"),
        (["revoke", "fine"], "revoke"),
        (["stop", "revoke"], "stop"),
        (["other", "warning"], "warning"),
        (["other"], "other"),
    ],
)
def test_of_several_penalties_the_heaviest_counts(kinds: list[str], heaviest: str) -> None:
    """并处两种以上的算一宗，计入最重的类别；并处明确类别和其他的，计入明确类别."""
    assert heaviest_rule(cases.DECIDED).heaviest(kinds) == heaviest


def test_the_year_is_counted_by_its_decisions(published: Publication, cast: Cast) -> None:
    """The firm's fine of 1,000 yuan, published; another of 1,500 with 500 confiscated, counted as the heavier kind."""
    other = cases.overloaded(cast, cases.OTHER_FIRM)
    sums = {"kinds": ["fine", "confiscate_income"], "fine": Decimal(1500), "confiscation": Decimal(500)}
    # What its violation does not allow, but another's would.
    Sanction.objects.filter(charge__case=other.case, stage="decided").update(**sums)
    said = count(2026, cases.PUBLISHED)
    assert said["penalties"] == {
        "total": 2,
        "summary": 0,
        "ordinary": 2,
        "kinds": {"fine": 1, "confiscate_income": 1},
        "money": "3000.00",
    }
    assert (said["no_penalty"], said["published"]) == (0, {"shown": 1, "withdrawn": 0})
    assert said["coercion"] == {"measures": {}, "own": 0, "court": 0}
    assert count(2026, date(2026, 8, 23))["penalties"]["total"] == count(2025, NEW_YEAR)["penalties"]["total"] == 0


def test_what_was_counted_as_of_a_day_counts_the_same_after_an_annulment(
    published: Publication, story: Story, cast: Cast
) -> None:
    before = count(2026, cases.PUBLISHED)
    set_aside = {"outcome": "annulled", "procedural": False, "redo_ordered": False}
    said = {"decision": published.decision, "opinion": "检定证书已经过期。"}
    story.act("卫国", "set_aside_decision", date(2026, 9, 10), **said, **set_aside)
    perform(published, "withdraw", cast["尤佳"], date(2026, 9, 10), reason="决定已被本机关撤销。")
    assert count(2026, cases.PUBLISHED) == before
    assert count(2026, date(2026, 9, 10))["published"] == {"shown": 1, "withdrawn": 1}


def test_a_second_person_puts_them_on_the_portal_and_the_nightly_sweep_leaves_them_there(
    published: Publication, cast: Cast
) -> None:
    with time_machine.travel(at(NEW_YEAR)):
        counted = count_anew(2026, cast["秦芳"], NEW_YEAR)
        compile_sheets(NEW_YEAR)
        assert "还没有可以公布的内容" in on_the_portal()
        with pytest.raises(CannotApprove, match="不能自己审核"):
            approve(counted, cast["秦芳"], NEW_YEAR)
        with pytest.raises(IntegrityError, match="nobody_approves_own_count"), transaction.atomic():
            AnnualFigures.objects.update(approved_by=cast["秦芳"], approved_on=NEW_YEAR)
        approve(counted, cast["尤佳"], NEW_YEAR)
        with pytest.raises(CannotApprove, match="已经审核过"):
            approve(counted, cast["尤佳"], NEW_YEAR)
        compile_sheets(date(2027, 1, 5))
        page = on_the_portal()
    assert "2026年，截至 2027年1月4日" in page
    assert "1,000.00" in page and "其中罚款（宗）" in page


def test_what_was_entered_later_must_be_counted_again_before_it_is_approved(
    published: Publication, story: Story, cast: Cast
) -> None:
    counted = count_anew(2026, cast["秦芳"], date(2026, 9, 15))
    cases.overloaded(cast, cases.OTHER_FIRM)
    with pytest.raises(CannotApprove, match="重新统计后再审核"):
        approve(counted, cast["尤佳"], date(2026, 9, 15))
    again = count_anew(2026, cast["秦芳"], date(2026, 9, 15))
    approve(again, cast["尤佳"], date(2026, 9, 15))
    assert "2,000.00" in on_the_portal()
    assert Decision.objects.count() == 2


def test_the_last_day_is_the_end_of_january_and_it_stands_on_the_worklist_until_done(
    published: Publication, cast: Cast
) -> None:
    assert publish_rule(NEW_YEAR).due_on(2026) == DUE
    (errand,) = annual_errands(cast["秦芳"], NEW_YEAR)
    assert errand.due is not None and (errand.due.on, errand.verb_url) == (DUE, "/public/desk/figures/")
    assert annual_errands(cast["李明"], NEW_YEAR) == []
    approve(count_anew(2026, cast["秦芳"], NEW_YEAR), cast["尤佳"], NEW_YEAR)
    assert annual_errands(cast["秦芳"], NEW_YEAR) == []


def test_two_publishers_do_it_in_the_browser(published: Publication, cast: Cast) -> None:
    with time_machine.travel(at(NEW_YEAR)):
        first, second = signed_in(cast, "秦芳"), signed_in(cast, "尤佳")
        assert "已统计 2026 年度数据" in first.post("/public/desk/figures/count/", follow=True).content.decode()
        assert "审核并公布" not in first.get("/public/desk/figures/").content.decode()
        page = second.get("/public/desk/figures/").content.decode()
        assert "审核并公布" in page and "2027年1月31日前公布" in page
        address = f"/public/desk/figures/{AnnualFigures.objects.get().pk}/approve/"
        refused = first.post(address, follow=True).content.decode()
        assert "不能自己审核" in refused and "还没有可以公布的内容" in on_the_portal()
        assert "2026 年度数据已经公布" in second.post(address, follow=True).content.decode()
        assert "1,000.00" in on_the_portal()
        stranger: Any = signed_in(cast, "李明")
        assert stranger.get("/public/desk/figures/").status_code == 404
