"""Is the score the one that a person would reckon by hand?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from law.review_standard import DEFAULT, BadLawData, ReviewItem, UnknownStandard, review_standard
from oversight.checks import check_items
from oversight.findings import Finding
from oversight.scoring import Mark, assess, score_of

STANDARD = review_standard(date(2026, 11, 20))
DEFECT = Finding("缺陷", "行政处罚法:40")


def item(points: str, per_finding: str = "", *, veto: bool = False) -> ReviewItem:
    worth = abs(Decimal(points))
    each = Decimal(per_finding) if per_finding else worth
    return replace(STANDARD.items[0], points=worth, per_finding=each, veto=veto, deducts=points.startswith("-"))


def mark(points: str, findings: int, per_finding: str = "", *, veto: bool = False) -> Mark:
    return Mark(item(points, per_finding, veto=veto), (DEFECT,) * findings)


@pytest.mark.parametrize(
    ("marks", "score"),
    [
        # nothing wrong
        ([mark("2", 0), mark("4", 0)], "100.0"),
        # 6 of 10 points are left
        ([mark("4", 1), mark("6", 0)], "60.0"),
        # 1 point each, 3 times, of 6: 7 of 10 are left
        ([mark("6", 3, "1"), mark("4", 0)], "70.0"),
        # ten defects take the item's 6 points and no more: 4 of 10
        ([mark("6", 10, "1"), mark("4", 0)], "40.0"),
        # an item that does not apply is not among the marks: 2 of 3 points, 66.666… rounds to 66.7
        ([mark("1", 1), mark("2", 0)], "66.7"),
        # 5 of 6 points: 83.333…
        ([mark("1", 1), mark("5", 0)], "83.3"),
        # one veto takes everything
        ([mark("0", 1, veto=True), mark("50", 0)], "0"),
        # a veto item without a finding neither gives nor takes
        ([mark("0", 0, veto=True), mark("4", 1), mark("16", 0)], "80.0"),
    ],
)
def test_the_score_is_what_is_left_of_what_applies(marks: list[Mark], score: str) -> None:
    assert score_of(marks) == Decimal(score)


@pytest.mark.parametrize(
    ("marks", "score"),
    [
        # 50 for lawfulness, 50 × 60 ÷ 80 for the papers: 87.5
        ([mark("60", 0), mark("20", 1)], "87.5"),
        # the same, and 3 and 1.5 taken from the whole: 83
        ([mark("60", 0), mark("20", 1), mark("-3", 1), mark("-1.5", 1), mark("-2", 0)], "83.0"),
        # three findings take a deduction once
        ([mark("10", 0), mark("-2", 3)], "98.0"),
        # a veto takes the 50 too
        ([mark("60", 0), mark("0", 1, veto=True)], "0"),
        # never below nothing: 50 + 0 − 60
        ([mark("10", 1), mark("-60", 1)], "0.0"),
    ],
)
def test_a_standard_with_a_base_shares_only_the_rest_and_deducts_from_the_whole(marks: list[Mark], score: str) -> None:
    """review_standard.md §2: 合法性 50 + 规范性 (50 × 实得 ÷ 标准分 − 基本要素扣分)."""
    assert score_of(marks, Decimal(50)) == Decimal(score)


def test_nothing_to_judge_gives_no_score() -> None:
    assert score_of([]) is None
    assert score_of([mark("0", 0, veto=True)]) is None


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "优秀"),
        ("90", "优秀"),
        ("89.9", "良好"),
        ("80", "良好"),
        ("79.9", "合格"),
        ("60", "合格"),
        ("59.9", "不合格"),
        ("0", "不合格"),
    ],
)
def test_each_score_has_its_grade(score: str, grade: str) -> None:
    assert STANDARD.grade_of(Decimal(score)).title == grade


def test_a_veto_makes_a_file_fail(tampered, case, file) -> None:
    case("overload").decisions.update(decided_on=date(2026, 3, 20))
    result = assess(file("overload"), STANDARD)
    assert (result.score, result.is_vetoed, result.grade.title) == (0, True, "不合格")


def test_one_lost_item_is_weighed_against_what_applies(tampered, case, file) -> None:
    """P17 is worth 2; the overload file has no hearing, review, discussion, measure, tier, archive or discretion.

    100 − P04…P07 archived (1+3+2+2) − P16 refusal 1 − P24…P27 7 − P30 1 − P35 2
    − P36 4 − P37 4 − P39 2 − P46 1 = 70; 68 of 70 points are 97.14.
    """
    case("overload").inquiries.filter(kind="interview").update(rights_told=False)
    result = assess(file("overload"), STANDARD)
    assert sum(one.item.points for one in result.marks) == 70
    assert result.score == Decimal("97.1")


def test_a_day_before_the_first_standard_has_none() -> None:
    with pytest.raises(UnknownStandard):
        review_standard(date(2021, 7, 14))


def test_a_bureau_can_bring_its_own_grades(settings, tmp_path) -> None:
    (tmp_path / "review_standards.toml").write_text(
        '[[grade]]\nkey = "transport-excellent"\nstandard = "transport"\ntitle = "优"\nat_least = 95\n'
        "in_force_from = 2021-07-15\n",
        encoding="utf-8",
    )
    settings.LAW_LOCAL_DIR = tmp_path
    own = review_standard(date(2026, 11, 20), DEFAULT)
    assert own.grade_of(Decimal(94)).title == "良好"
    assert own.grade_of(Decimal(95)).title == "优"


def test_grades_that_leave_a_gap_at_the_bottom_are_refused(settings, tmp_path) -> None:
    (tmp_path / "review_standards.toml").write_text(
        '[[grade]]\nkey = "transport-failed"\nstandard = "transport"\ntitle = "不合格"\nat_least = 1\n'
        "in_force_from = 2021-07-15\n",
        encoding="utf-8",
    )
    settings.LAW_LOCAL_DIR = tmp_path
    with pytest.raises(BadLawData, match="begin at 0"):
        review_standard(date(2026, 11, 20))


def test_a_standard_that_names_an_unknown_rule_or_condition_is_found_by_the_system_check() -> None:
    wrong = replace(STANDARD.items[0], rules=("no-such-rule",), applies="never-heard-of")
    assert [one.id for one in check_items([wrong])] == ["oversight.E001", "oversight.E002"]
    assert check_items(STANDARD.items) == []
