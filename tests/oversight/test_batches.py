"""Is a batch drawn and assigned as the rules say, may the wrong person never mark, and does the result follow?"""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from cases.models import Case
from law.batches import batch_rule
from oversight.batches import results
from oversight.batches.assigning import barred_from, change_reviewer, name_reviewer
from oversight.batches.choosing import draw_again, replayed
from oversight.batches.followup import Objection
from oversight.batches.marking import Outcome, Result, difference, final, final_of, result_of
from oversight.batches.models import BatchReviewer, Draw, ReviewFile, Sheet
from oversight.batches.objecting import decide, object_to
from oversight.batches.refusal import CannotDo
from oversight.batches.reviewing import confirm, save_answers, sign_off, standard_of, submit
from tests.oversight.batches import NOW, TODAY, YEAR, answers, batch_of, file_of, hand_in, with_reviewers


# --- which files ----------------------------------------------------------------------------------
def test_a_batch_holds_the_closed_cases_of_its_kind(world) -> None:
    def drawn(**kind):
        return {one.case_id for one in batch_of(world["cast"], replace(YEAR, **kind)).last_draw.files.all()}

    everything = {world[name] for name in ("overload", "dangerous", "first_offence", "on_the_spot")}
    assert drawn() == everything
    assert drawn(procedure="summary") == {world["on_the_spot"]}
    assert drawn(domains=("超限运输",)) == {world["overload"]}
    stations = Case.objects.get(pk=world["overload"]).department
    assert drawn(units=(stations,)) == {one.pk for one in Case.objects.filter(pk__in=everything, department=stations)}
    with pytest.raises(CannotDo, match="没有符合条件"):
        drawn(begins=YEAR.ends, ends=YEAR.ends)


def test_a_kept_draw_is_replayed_and_a_redraw_needs_its_reason_and_no_reviewers(world) -> None:
    cast = world["cast"]
    batch = batch_of(cast, size=2)
    first = batch.last_draw
    draw_again(batch, reason="名单有误", officer=cast["韩雪"], now=NOW)
    kept = {one.number: one for one in Draw.objects.filter(batch=batch)}
    assert [kept[2].reason, kept[1].seed == first.seed] == ["名单有误", True]
    for one in kept.values():
        assert replayed(one) == sorted(one.files.values_list("case_id", flat=True))
        assert one.files.count() == 2
    with_reviewers(batch, cast, "周勇", "朱玉", "尤佳")
    with pytest.raises(CannotDo, match="不能重新抽取"):
        draw_again(batch, reason="不满意", officer=cast["韩雪"], now=NOW)


def test_a_draw_is_never_changed(world) -> None:
    draw = batch_of(world["cast"], size=2).last_draw
    with pytest.raises(DatabaseError, match="抽取记录"), transaction.atomic():
        Draw.objects.filter(pk=draw.pk).update(seed="0")
    with pytest.raises(DatabaseError, match="抽取记录"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM oversight_draw WHERE id = %s", [draw.pk])


# --- who reviews ----------------------------------------------------------------------------------
def test_nobody_of_the_unit_or_of_the_case_is_assigned_and_the_work_is_even(world) -> None:
    """李明 handled the overload and is of the station; 卫国 decided it; 朱玉 archives nothing of it."""
    cast = world["cast"]
    batch = batch_of(cast)
    assert with_reviewers(batch, cast, "李明", "卫国", "朱玉", "尤佳", "华章") == 0
    file = file_of(batch, world["overload"])
    told = {one.reviewer.officer.name: one.reasons for one in barred_from(file)}
    assert set(told) == {"李明", "卫国"}
    assert "李明与案卷是同一单位。" in told["李明"]
    assert len(told["李明"]) == 2
    assert told["卫国"] == ["卫国在本案中办理、审核、听证、讨论或者决定过。"]
    names = [[one.reviewer.officer.name for one in each.standing_sheets] for each in batch.last_draw.files.all()]
    assert all(len(set(pair)) == 2 for pair in names)
    free = [sum(name in pair for pair in names) for name in ("朱玉", "尤佳", "华章")]
    assert max(free) - min(free) <= 1


def test_a_seat_nobody_may_take_stays_empty_until_somebody_is_named(world) -> None:
    """卫国 decided all four; 朱玉 recorded the hearing of the dangerous goods, so that file has nobody at all."""
    cast = world["cast"]
    batch = batch_of(cast)
    assert with_reviewers(batch, cast, "卫国", "朱玉") == 5
    assert with_reviewers(batch, cast, "尤佳") == 1
    assert with_reviewers(batch, cast, "华章") == 0


def test_a_change_by_hand_has_a_reason_and_the_same_bars(world) -> None:
    cast = world["cast"]
    batch = batch_of(cast)
    with_reviewers(batch, cast, "李明", "朱玉", "尤佳")
    file = file_of(batch, world["overload"])
    named = {one.officer.name: one for one in batch.reviewers.all()}
    how = {"file": file, "seat": 1, "reason": "出差", "by": cast["韩雪"], "today": TODAY}
    with pytest.raises(CannotDo, match="同一单位"):
        change_reviewer(reviewer=named["李明"], **how)
    with pytest.raises(CannotDo, match="不得评查两次"):
        change_reviewer(reviewer=file.sheets.get(seat=2).reviewer, **how)
    with pytest.raises(CannotDo, match="不需要第三人"):
        change_reviewer(reviewer=named["朱玉"], **how | {"seat": 3})
    other = name_reviewer(batch, officer=cast["华章"], expert=None, by=cast["韩雪"], today=TODAY)
    change_reviewer(reviewer=other, **how)
    assert list(file.sheets.filter(seat=1).order_by("pk").values_list("withdrawn_reason", flat=True)) == ["出差", ""]
    hand_in(file, 1)
    with pytest.raises(CannotDo, match="已经提交"):
        change_reviewer(reviewer=named["朱玉"], **how)


@pytest.mark.parametrize(
    ("name", "seat", "sentence"),
    [
        ("尤佳", 1, "同一单位"),
        ("卫国", 1, "办理、审核"),
        ("朱玉", 3, "不需要第三人"),
        ("朱玉", 4, "three_seats|CHECK"),
    ],
)
def test_the_database_itself_keeps_the_wrong_person_away(world, name, seat, sentence) -> None:
    cast = world["cast"]
    type(cast["尤佳"]).objects.filter(pk=cast["尤佳"].pk).update(department=cast["李明"].department)
    batch = batch_of(cast)
    reviewer = BatchReviewer.objects.create(batch=batch, officer=cast[name], named_by=cast["韩雪"], named_on=TODAY)
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        Sheet.objects.create(file=file_of(batch, world["overload"]), seat=seat, reviewer=reviewer, assigned_on=TODAY)


def test_the_database_lets_nobody_review_twice_or_change_what_was_handed_in(world) -> None:
    cast = world["cast"]
    batch = batch_of(cast)
    with_reviewers(batch, cast, "朱玉", "尤佳")
    file = file_of(batch, world["overload"])
    first = file.sheets.get(seat=1)
    hand_in(file, 1)
    with pytest.raises(DatabaseError, match="提交后不得改动"), transaction.atomic():
        Sheet.objects.filter(pk=first.pk).update(answers={})
    with pytest.raises(DatabaseError, match="提交后不得改动"), transaction.atomic():
        Sheet.objects.filter(pk=first.pk).update(submitted_on=None, submitted_by=None, score=None, vetoed=None)
    with pytest.raises(DatabaseError, match="不得改换"), transaction.atomic():
        Sheet.objects.filter(pk=first.pk).update(reviewer=file.sheets.get(seat=2).reviewer)
    ReviewFile.objects.filter(pk=file.pk).update(difference="grade")
    with pytest.raises(IntegrityError), transaction.atomic():
        Sheet.objects.create(file=file, seat=3, reviewer=first.reviewer, assigned_on=TODAY)
    with pytest.raises(CannotDo, match="不能再改"):
        save_answers(first, {})


# --- what the marks come to -----------------------------------------------------------------------
GOOD, FAIR = Result(Decimal("95.0"), "优秀", False), Result(Decimal("89.9"), "良好", False)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (GOOD, replace(GOOD, score=Decimal("90.0")), ""),
        (GOOD, replace(GOOD, score=Decimal("100.0")), ""),
        (replace(GOOD, score=Decimal("90.0")), FAIR, "grade"),
        (GOOD, Result(Decimal(0), "不合格", True), "veto"),
        (replace(GOOD, score=Decimal("94.9")), replace(GOOD, score=Decimal("100.0")), "points"),
    ],
)
def test_two_differ_by_veto_grade_or_more_than_five_points(first, second, found) -> None:
    assert difference(first, second, batch_rule(TODAY).difference_points) == found


def test_a_third_is_drawn_only_on_difference_and_the_median_counts(world) -> None:
    """A veto that one of two finds, and not the third, is none."""
    cast = world["cast"]
    batch = batch_of(cast)
    with_reviewers(batch, cast, "施康", "尤佳", "华章")
    agreed, apart = file_of(batch, world["overload"]), file_of(batch, world["dangerous"])
    for seat in (1, 2):
        hand_in(agreed, seat)
    hand_in(apart, 1)
    hand_in(apart, 2, V14=("fault", "0"))
    agreed.refresh_from_db()
    apart.refresh_from_db()
    assert (agreed.difference, agreed.sheets.count()) == ("", 2)
    assert (apart.difference, apart.sheets.count()) == ("veto", 3)
    with pytest.raises(CannotDo, match="还有评查人员没有提交"):
        confirm(apart, officer=cast["韩雪"], today=TODAY)
    hand_in(apart, 3)
    scores = sorted(one.score for one in apart.sheets.all())
    assert scores[0] == 0
    result = confirm(apart, officer=cast["韩雪"], today=TODAY)
    assert (result.score, result.vetoed) == (scores[1], False)
    with pytest.raises(CannotDo, match="已经确认"):
        confirm(apart, officer=cast["韩雪"], today=TODAY)


def test_of_two_the_mean_counts_and_of_three_the_median(world) -> None:
    batch = batch_of(world["cast"])
    standard = standard_of(batch.last_draw.files.first())
    veto = Result(Decimal(0), "不合格", True)
    # (95.0 + 89.9) / 2 = 92.45
    assert final(standard, [GOOD, FAIR]) == Result(Decimal("92.5"), "优秀", False)
    assert final(standard, [veto, GOOD, FAIR]) == FAIR
    assert final(standard, [veto, GOOD, veto]) == veto


def test_a_score_from_marks_is_the_one_reckoned_by_hand(world) -> None:
    """Two items of 4 and 6 points, 1.5 lost of them: 100 x 8.5 / 10 = 85; what is not concerned leaves the whole."""
    standard = standard_of(batch_of(world["cast"]).last_draw.files.first())
    four, six, other = [
        replace(standard.items[0], number=number, points=Decimal(points), veto=False, deducts=False)
        for number, points in (("A", 4), ("B", 6), ("C", 90))
    ]
    small = replace(standard, items=(four, six, other), base=Decimal(0))
    marks = {
        "A": {"outcome": "ok", "lost": "0"},
        "B": {"outcome": "fault", "lost": "1.5"},
        "C": {"outcome": "na", "lost": "0"},
    }
    assert result_of(small, marks) == Result(Decimal("85.0"), "良好", False)
    # An upheld objection counts in every sheet: nothing lost, 100.
    assert final_of(small, [marks, marks], {"B": {"outcome": "ok", "lost": "0"}}).score == 100
    assert result_of(small, {"C": {"outcome": "na", "lost": "0"}}) is None


# --- experts --------------------------------------------------------------------------------------
def test_an_experts_sheet_counts_only_when_another_person_has_signed_it_off(world) -> None:
    cast = world["cast"]
    batch = batch_of(cast)
    name_reviewer(batch, officer=None, expert=("苏教授", "样例大学"), by=cast["韩雪"], today=TODAY)
    with pytest.raises(CannotDo, match="已经是本批"):
        name_reviewer(batch, officer=None, expert=("苏教授", "样例大学"), by=cast["韩雪"], today=TODAY)
    with_reviewers(batch, cast, "朱玉")
    file = file_of(batch, world["overload"])
    experts = file.sheets.get(reviewer__expert__isnull=False)
    own = file.sheets.get(reviewer__expert=None)
    submit(experts, answers(file), officer=cast["韩雪"], today=TODAY)
    hand_in(file, own.seat)
    file = ReviewFile.objects.get(pk=file.pk)
    assert not file.is_scored
    experts.refresh_from_db()
    with pytest.raises(CannotDo, match="另一人核对"):
        sign_off(experts, officer=cast["韩雪"], today=TODAY)
    with pytest.raises(CannotDo, match="不能核对别人"):
        sign_off(experts, officer=cast["朱玉"], today=TODAY)
    sign_off(experts, officer=cast["卫国"], today=TODAY)
    assert ReviewFile.objects.get(pk=file.pk).is_scored


# --- what a report reads --------------------------------------------------------------------------
def test_a_report_reads_confirmed_results_only_and_an_objection_changes_them(world) -> None:
    cast = world["cast"]
    batch = batch_of(cast)
    with_reviewers(batch, cast, "朱玉", "尤佳", "陈军")
    file = file_of(batch, world["overload"])

    def read(today=TODAY):
        return results.confirmed_results(YEAR.begins, YEAR.ends, today=today)

    number = next(n for n, one in file.machine.items() if one["outcome"] == Outcome.OK and n.startswith("P"))
    for seat in (1, 2):
        hand_in(file, seat, **{number: ("fault", "1")})
    assert read() == []
    confirm(file, officer=cast["韩雪"], today=TODAY)
    (before,) = read()
    # Five working days after Friday 20 November: 23 24 25 26 27.
    assert str(ReviewFile.objects.get(pk=file.pk).objections_until) == "2026-11-27"
    assert (before.case, before.score, before.is_final) == (world["overload"], before.first_score, False)
    raised = object_to(
        ReviewFile.objects.get(pk=file.pk), item=number, text="见卷。", officer=cast["郑海"], today=TODAY
    )
    with pytest.raises(CannotDo, match="没有参加评分"):
        decide(raised, upheld=False, answer=None, reasons="x", officer=scorer(file), today=TODAY)
    with pytest.raises(DatabaseError, match="没有参加评分"), transaction.atomic():
        facts = {"upheld": False, "reasons": "x", "decided_on": TODAY}
        Objection.objects.filter(pk=raised.pk).update(decided_by=file.sheets.get(seat=1).reviewer.officer, **facts)
    with pytest.raises(CannotDo, match="办理过本案"):
        decide(raised, upheld=False, answer=None, reasons="x", officer=cast["卫国"], today=TODAY)
    change = {"outcome": "ok", "lost": "0"}
    decide(raised, upheld=True, answer=change, reasons="卷内有。", officer=cast["韩雪"], today=TODAY)
    (after,) = read()
    assert after.score > after.first_score == before.score
    assert [one.is_final for one in read(TODAY.replace(day=28))] == [True]


def scorer(file):
    """A reviewer of the file who also holds the post of those who decide."""
    officer = file.sheets.get(seat=1).reviewer.officer
    officer.grants.create(role="administrator", granted_on=TODAY)
    return type(officer).objects.get(pk=officer.pk)
