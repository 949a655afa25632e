"""Are like fines compared with like, is nobody named, and is a small group shown only to who may see its cases?"""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.copies import copy_case
from cases.models import Party, Sanction
from law.fairness import BadLawData, Box, all_spread_rules, box_of, spread_rule
from law.loading import clear_cache
from oversight.charts import box_marks
from oversight.fairness import groups

SPAN = {"since": "2026-01-01", "until": "2026-12-31"}
DAYS = (date(2026, 1, 1), date(2026, 12, 31))
NAMES = {"name": "乌兰巴根", "id_number": "152325199001010011", "address": "大沁他拉镇巴根街1号"}


def yuan(*amounts: int) -> list[Decimal]:
    return [Decimal(one) for one in amounts]


def test_the_quartiles_are_those_of_five_numbers_in_order() -> None:
    """1, 2, 3, 4, 10: the second, third and fourth of them; of one number all five are that number."""
    assert box_of(yuan(10, 1, 4, 2, 3)) == Box(5, *yuan(1, 2, 3, 4, 10))
    assert box_of(yuan(7)) == Box(1, *yuan(7, 7, 7, 7, 7))


def test_what_lies_further_than_the_rule_says_stands_out() -> None:
    """Box 2000–4000: one and a half widths are 3000, so from below 0 up to 7000 nothing stands out."""
    rule, box = spread_rule(DAYS[1]), Box(9, *yuan(1000, 2000, 3000, 4000, 9000))
    assert rule.bounds(box) == (Decimal(-1000), Decimal(7000))
    assert [fine for fine in yuan(1000, 7000, 7001) if rule.stands_out(fine, box)] == yuan(7001)
    # All alike: a tenth of the median is the least that tells.
    assert rule.bounds(Box(9, *yuan(3000, 3000, 3000, 3000, 9000))) == (Decimal(2700), Decimal(3300))


def test_marks_run_from_the_lowest_to_the_highest() -> None:
    marks = box_marks(Box(5, *yuan(0, 25, 50, 75, 100)), yuan(100))
    assert (marks["lower"], marks["width"], marks["median"], marks["outliers"]) == ("25.0", "50.0", "50.0", ["100.0"])


@pytest.mark.parametrize("wrong", ["fewest = 1\ntimes = 1.5", "fewest = 5\ntimes = -1"])
def test_a_rule_that_compares_nothing_is_refused(settings, tmp_path, wrong) -> None:
    row = f'[[spread]]\nkey = "spread"\n{wrong}\nleast_percent = 10\nbasis = "行政处罚法:5.2"\nin_force_from = 2021-07-15\n'
    (tmp_path / "fairness.toml").write_text(row, "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    with pytest.raises(BadLawData, match="at least two"):
        all_spread_rules()
    clear_cache()


@pytest.fixture
def alike(tampered, case):
    """Seven copies of the overload, each of another party: five times 6,000, once 6,500, once 20,000; names planted."""
    copies = copy_case(case("overload"), 7, closed_from=date(2026, 5, 6))
    for number, pk in enumerate(copies):
        Party.objects.filter(case=pk).update(**NAMES | {"uscc": f"91150525MA0000{number:03}X"})
    for pk, fine in ((copies[0], 6500), (copies[1], 20000)):
        decided = Sanction.objects.filter(charge__case=pk, stage="decided")
        decided.update(fine=fine, reason=f"{NAMES['name']}拒不配合，所以从重。")
    return copies


def overload_groups():
    """Those of the copies: what was reckoned for the original is not copied, so that it has a level of its own."""
    return [one for one in groups(*DAYS) if one.key.violation == "CX-001" and not one.key.level]


def test_like_fines_are_one_group_and_the_one_far_off_stands_out(alike) -> None:
    """6000 ×5, 6500, 20000: quartiles 6000, 6000, 6250; 1.5 × 250 is less than a tenth of 6000, so 5400–6850."""
    (group,) = overload_groups()
    assert (group.key.history, len(group.fined), group.is_small) == ("first", 7, False)
    assert group.box == Box(7, *yuan(6000, 6000, 6000, 6250, 20000))
    assert [one.case for one in group.outliers] == [alike[1]]


def test_a_second_penalty_within_a_year_is_compared_with_repetitions(alike) -> None:
    """The same firm, decided before the conduct of another file and within twelve months of it; a day more is too long."""
    parties = Party.objects.filter(case__in=alike[2:4])
    parties.update(uscc="91150525MA0000999X")
    later = Sanction.objects.get(charge__case=alike[3], stage="decided")
    decided = later.charge.party.decisions.get().decided_on
    for conduct_on, history in ((decided.replace(year=decided.year + 1), 1), (decided, 0)):
        type(later.charge).objects.filter(pk=later.charge_id).update(conduct_on=conduct_on)
        repeats = [one for one in overload_groups() if one.key.history == "repeat"]
        assert sum(len(one.fined) for one in repeats) == history


def test_the_aggregate_names_nobody_not_even_to_who_may_see_everything(alike, signed_in) -> None:
    for who in ("韩雪", "李明", "赵刚"):
        page = signed_in(who).get("/review/fairness/", SPAN).content.decode()
        assert "20,000 元" in page
        for planted in (*NAMES.values(), "拒不配合", "样例顺达", "91150525MA0000", "/cases/1", "交罚"):
            assert planted not in page, (who, planted)


def test_reasons_and_links_are_for_those_who_may_see_the_cases(alike, signed_in) -> None:
    """The administrator sees all; the officer of another unit sees the spread and that seven are not hers to see."""
    client = signed_in("韩雪")
    url = next(row.url for row in client.get("/review/fairness/", SPAN).context["rows"] if row.box.count == 7)
    answer = client.get(url)
    first = answer.context["decisions"][0]
    assert (first["fined"].fine, first["stands_out"]) == (Decimal(20000), True)
    assert "拒不配合" in first["reason"] and client.get(first["url"]).status_code == 200
    stranger = signed_in("赵刚").get(url)
    assert (stranger.context["decisions"], stranger.context["unseen"]) == ([], 7)
    assert "拒不配合" not in stranger.content.decode() and not re.search(r"/cases/\d", stranger.content.decode())


def test_fewer_than_five_are_shown_only_to_who_may_see_each_of_them(alike, signed_in) -> None:
    """Three of another history: the unit's own officer and the administrator see the group, the other unit does not."""
    for pk in alike[2:5]:
        Party.objects.filter(case=pk).update(uscc="91150525MA0000999X")
    for row in Sanction.objects.filter(charge__case__in=alike[2:5], stage="decided"):
        row.charge.reckonings.create(round=row.round, circumstances=["repeat"])
    (small,) = [one for one in overload_groups() if one.key.history == "repeat"]
    assert (len(small.fined), small.outliers) == (3, [])
    pages = {who: signed_in(who).get("/review/fairness/", SPAN) for who in ("韩雪", "李明", "赵刚")}
    counts = {who: sorted(row.box.count for row in page.context["rows"] if row.is_small) for who, page in pages.items()}
    assert 3 in counts["韩雪"] and 3 in counts["李明"] and 3 not in counts["赵刚"]
    assert pages["赵刚"].context["kept_back"] >= 1
    url = next(row.url for row in pages["李明"].context["rows"] if row.box.count == 3)
    assert len(signed_in("李明").get(url).context["decisions"]) == 3
    hidden, missing = (signed_in("赵刚").get(one) for one in (url, "/review/fairness/group/?violation=none"))
    assert (hidden.status_code, hidden.url) == (missing.status_code, missing.url) == (302, "/review/fairness/")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("since=2026-02-01&until=2026-01-01", 422),
        ("since=x&until=2026-01-01", 422),
        ("since=2019-01-01&until=2020-01-01", 422),
        ("since=2026-01-01&until=2026-12-31&after=99999999999", 200),
    ],
)
def test_an_odd_span_is_refused_in_words(world, signed_in, query, status) -> None:
    assert signed_in("韩雪").get(f"/review/fairness/?{query}").status_code == status


def test_more_decisions_need_no_more_queries(alike, case, signed_in) -> None:
    client, counts = signed_in("李明"), []
    client.get("/review/fairness/", SPAN)  # posts and bureau are looked up once
    for more in (0, 30):
        if more:
            copy_case(case("overload"), more, closed_from=date(2026, 6, 1))
        with CaptureQueriesContext(connection) as queries:
            client.get("/review/fairness/", SPAN)
        counts.append(len(queries))
    assert counts[0] == counts[1] < 20
