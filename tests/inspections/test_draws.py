"""Does a draw go in its order only, by two people, and does nothing of it change or vanish afterwards?"""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from bureau.sample.story import Cast
from inspections import draws
from inspections.counted_draws import draws_carried_out, joint_draws, tasks_drawn
from inspections.draw_export import export
from inspections.draw_plans import CannotApprove, approve, draft
from inspections.draw_registers import keep_away
from inspections.drawing import digest
from inspections.draws import CannotDraw
from inspections.models import CheckObject, Draw, DrawPlan, Exclusion, Task
from law.random_inspection import cap, least_officers, most_open_tasks, ratio
from officers.models import Certificate, Leave
from publicity.published_draws import PublishedDraw
from scripts.verify_draw import faults
from tests.inspections.conftest import TODAY

NONCE = "骰子 3 1 6 2 6 5 4 4 1 2 6"


def opened(cast: Cast, plan: DrawPlan, **changed: Any) -> Draw:
    asked = {"by": cast["韩雪"], "supervisor": cast["陈静"], "draws_on": TODAY, "now": timezone.now()} | changed
    return draws.open_draw(plan, **asked)


def committed(cast: Cast, plan: DrawPlan, **changed: Any) -> Draw:
    draw = opened(cast, plan, **changed)
    draws.commit(draw, by=cast["陈静"], commitment=draws.hash_of_nonce(NONCE), now=timezone.now())
    return again(draw)


def pooled(cast: Cast, plan: DrawPlan, **changed: Any) -> Draw:
    draw = committed(cast, plan, **changed)
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    return again(draw)


def drawn(cast: Cast, plan: DrawPlan) -> Draw:
    draw = pooled(cast, plan)
    draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    return again(draw)


def again(draw: Draw) -> Draw:
    return Draw.objects.get(pk=draw.pk)


def verified(draw: Draw) -> list[str]:
    return list(faults(export(draw), PublishedDraw.objects.get(number=draw.pk).pool_sha256))


def at_cap(target: CheckObject) -> None:
    Task.objects.create(origin="planned", title="x", target=target, begins_on=date(2026, 1, 8), due_on=date(2026, 2, 1))


# --- law ----------------------------------------------------------------------------------------------
def test_the_shares_and_caps_are_those_of_the_data() -> None:
    """2025 plan: 1 %, 10 %, 50 %, 80 %; the middle class and the caps are the bureau's own setting."""
    classes = ("trusted", "ordinary", "warned", "broken", "gravely_broken")
    assert [ratio("repair", one, TODAY) for one in classes] == [10, 50, 100, 500, 800]
    assert [cap("repair", one, TODAY) for one in classes] == [1, 1, 2, 4, 6]
    assert [cap("passenger", one, TODAY) for one in classes] == [2, 2, 2, 4, 6]
    assert (least_officers(TODAY), most_open_tasks(TODAY)) == (2, 20)


# --- the plan -----------------------------------------------------------------------------------------
def test_a_plan_is_approved_by_another_and_does_not_change_then(cast: Cast, plan: DrawPlan) -> None:
    assert plan.permille == {"trusted": 10, "ordinary": 50, "warned": 100, "broken": 500, "gravely_broken": 800}
    other = DrawPlan(number="x1", title="x", year=2026, trade="repair", begins_on=TODAY, ends_on=TODAY, lead=plan.lead)
    draft(other, items=[], partners=[], by=cast["卫国"], on=TODAY)
    with pytest.raises(CannotApprove, match="不能自己批准"):
        approve(other, by=cast["卫国"], on=TODAY)
    with pytest.raises(CannotDraw, match="还没有批准"):
        opened(cast, other)
    with pytest.raises(CannotApprove, match="已经批准，不能再改"):
        draft(plan, items=[], partners=[], by=cast["韩雪"], on=TODAY)
    for change in ({"title": "y"}, {"officers_per_object": 3}, {"permille": {}}, {"ends_on": date(2026, 12, 1)}):
        with pytest.raises(IntegrityError, match="已经批准"), transaction.atomic():
            DrawPlan.objects.filter(pk=plan.pk).update(**change)
    with pytest.raises(IntegrityError, match="已经批准"), transaction.atomic():
        plan.items.clear()


# --- order and hands ----------------------------------------------------------------------------------
def test_the_stations_go_in_their_order_only(cast: Cast, plan: DrawPlan) -> None:
    draw, now = opened(cast, plan), timezone.now()
    with pytest.raises(CannotDraw, match="先由监督人 陈静 提交口令的摘要"):
        draws.publish_pool(draw, by=cast["韩雪"], now=now)
    with pytest.raises(CannotDraw, match="先由组织抽取的 韩雪 公布抽取池"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=now)
    draws.commit(draw, by=cast["陈静"], commitment=digest(NONCE), now=now)
    with pytest.raises(CannotDraw, match="已经提交，不能更换"):
        draws.commit(draw, by=cast["陈静"], commitment=digest("另一个口令另一个口令"), now=now)
    with pytest.raises(CannotDraw, match="先由组织抽取的 韩雪 公布抽取池"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=now)
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    with pytest.raises(CannotDraw, match="抽取池已经公布，不能再改"):
        draws.exclude(draw, cast["李明"], reason="leave", by=cast["韩雪"], on=TODAY)
    with pytest.raises(CannotDraw, match="与提交的摘要不一致"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE + "！", now=timezone.now())
    draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    with pytest.raises(CannotDraw, match="已有结果"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())


def test_organiser_and_supervisor_are_two(cast: Cast, plan: DrawPlan) -> None:
    with pytest.raises(CannotDraw, match="监督人不能是组织抽取的人"):
        opened(cast, plan, supervisor=cast["韩雪"])
    draw = opened(cast, plan)
    with pytest.raises(CannotDraw, match="口令由监督人 陈静 提交"):
        draws.commit(draw, by=cast["韩雪"], commitment=digest(NONCE), now=timezone.now())
    draws.commit(draw, by=cast["陈静"], commitment=digest(NONCE), now=timezone.now())
    with pytest.raises(CannotDraw, match="抽取池由组织抽取的 韩雪 公布"):
        draws.publish_pool(draw, by=cast["陈静"], now=timezone.now())
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    with pytest.raises(CannotDraw, match="口令由监督人 陈静 揭示"):
        draws.reveal(draw, by=cast["韩雪"], nonce=NONCE, now=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Draw.objects.create(
            plan=plan, opened_by=cast["韩雪"], supervisor=cast["韩雪"], opened_at=timezone.now(), draws_on=TODAY
        )


def test_a_short_or_used_nonce_is_refused(cast: Cast, plan: DrawPlan) -> None:
    with pytest.raises(CannotDraw, match="至少 16 个字符"):
        draws.hash_of_nonce("123456789012345")
    committed(cast, plan)
    with pytest.raises(CannotDraw, match="这个口令用过"):
        committed(cast, plan)


def test_the_nonce_is_not_kept_before_it_is_revealed(cast: Cast, plan: DrawPlan) -> None:
    draw = pooled(cast, plan)
    assert NONCE not in str(vars(draw)) and NONCE not in export(draw)
    assert draw.commitment == digest(NONCE)


def test_it_is_drawn_on_its_day_and_not_before(cast: Cast, plan: DrawPlan, march: Any) -> None:
    with pytest.raises(CannotDraw, match="今天以后、计划的检查时间之内"):
        opened(cast, plan, draws_on=date(2026, 7, 1))
    with pytest.raises(CannotDraw, match="今天以后"):
        opened(cast, plan, draws_on=date(2026, 3, 9))
    draw = pooled(cast, plan, draws_on=date(2026, 3, 12))
    with pytest.raises(CannotDraw, match="抽取日期是 2026-03-12"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    march.shift(timedelta(days=3))
    draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    assert again(draw).pool_rows["date"] == "2026-03-12" and verified(again(draw)) == []


# --- the pool -----------------------------------------------------------------------------------------
def test_who_may_not_go_is_left_out_with_the_reason(cast: Cast, plan: DrawPlan) -> None:
    Certificate.objects.filter(officer=cast["王强"]).update(valid_until=date(2026, 3, 9))
    review = Certificate.objects.get(officer=cast["孙丽"]).annual_reviews.get(year=2026)
    review.passed = False
    review.save()
    for _one in range(20):
        busy = Task.objects.create(origin="campaign", title="x", begins_on=TODAY, due_on=TODAY + timedelta(days=9))
        busy.officers.add(cast["周勇"])
    draw = committed(cast, plan)
    draws.exclude(draw, cast["吴敏"], reason="leave", by=cast["韩雪"], on=TODAY)
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    pool = again(draw).pool_rows
    assert {one["id"]: one["reason"] for one in pool["inspectors_excluded"]} == {
        cast["王强"].pk: "certificate",
        cast["孙丽"].pk: "certificate",
        cast["周勇"].pk: "load",
        cast["吴敏"].pk: "leave",
    }
    assert [one["id"] for one in pool["inspectors"]] == [cast["李明"].pk, cast["赵刚"].pk]
    draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    teams = [set(one["officers"]) for one in again(draw).result_rows]
    assert teams == [{cast["李明"].pk, cast["赵刚"].pk}] * len(teams) and verified(again(draw)) == []


def test_whoever_is_on_leave_that_day_is_left_out_by_the_register(cast: Cast, plan: DrawPlan) -> None:
    day = TODAY - timedelta(days=1)
    Leave.objects.create(officer=cast["吴敏"], kind="annual", since=day, until=TODAY)
    Leave.objects.create(officer=cast["周勇"], kind="annual", since=day, until=day)
    draw = committed(cast, plan)
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    excluded = again(draw).pool_rows["inspectors_excluded"]
    assert {"id": cast["吴敏"].pk, "reason": "leave"} in excluded
    assert cast["周勇"].pk not in {one["id"] for one in excluded}


def test_too_few_inspectors_are_said_before_the_pool_is_public(cast: Cast, plan: DrawPlan) -> None:
    target = CheckObject.objects.get(name="样例第1汽修厂")
    for name in ("李明", "王强", "赵刚", "孙丽", "周勇"):
        keep_away(target, cast[name], reason="亲属", on=TODAY, by=cast["韩雪"])
    draw = committed(cast, plan)
    with pytest.raises(CannotDraw, match="“样例第1汽修厂”除去回避的人以后，检查人员不够"):
        draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    Certificate.objects.filter(kind="enforcement").exclude(officer=cast["李明"]).update(valid_until=date(2026, 3, 9))
    with pytest.raises(CannotDraw, match="只有 1 人，每个对象要 2 人"):
        draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    assert again(draw).pool == ""


def test_the_cap_is_passed_only_with_a_reason_of_the_head(cast: Cast, plan: DrawPlan) -> None:
    """An ordinary firm: once a year. 第1 and 第2 had it; a failing one (four times) with one check has not."""
    first, second, failing = (CheckObject.objects.get(name=f"样例第{one}汽修厂") for one in (1, 2, 5))
    for one in (first, second, failing):
        at_cap(one)
    draw = committed(cast, plan)
    with pytest.raises(CannotDraw, match="须写明理由"):
        draws.waive_cap(draw, first, reason=" ", by=cast["卫国"], on=TODAY)
    with pytest.raises(CannotDraw, match="没有到上限"):
        draws.waive_cap(draw, failing, reason="x", by=cast["卫国"], on=TODAY)
    with pytest.raises(CannotDraw, match="以外的负责人同意"):
        draws.waive_cap(draw, first, reason="x", by=cast["韩雪"], on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        draw.waivers.create(target=first, reason="", made_by=cast["卫国"], made_on=TODAY)
    draws.waive_cap(draw, first, reason="上次检查后发生事故。", by=cast["卫国"], on=TODAY)
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    pool = again(draw).pool_rows
    assert pool["objects_excluded"] == [{"id": second.pk, "class": "ordinary", "reason": "cap"}]
    admitted = [one for one in pool["objects"] if "admitted" in one]
    assert admitted == [{"id": first.pk, "class": "ordinary", "admitted": "上次检查后发生事故。"}]


def test_an_enterprise_is_one_in_all_its_trades_and_a_cancelled_task_does_not_count(cast: Cast, plan: DrawPlan) -> None:
    first = CheckObject.objects.get(name="样例第1汽修厂")
    elsewhere = CheckObject.objects.create(name=first.name, uscc=first.uscc, trade="freight", listed_on=TODAY)
    at_cap(elsewhere)
    draw = committed(cast, plan)
    assert first.pk in draws.objects_at_cap(draw, TODAY)
    Task.objects.update(cancelled_on=TODAY, cancel_reason="x")
    assert draws.objects_at_cap(draw, TODAY) == {}
    # Nor does last year's.
    Task.objects.update(cancelled_on=None, cancel_reason="", begins_on=date(2025, 12, 1), due_on=date(2026, 1, 9))
    assert draws.objects_at_cap(draw, TODAY) == {}


# --- the result ---------------------------------------------------------------------------------------
def test_the_result_becomes_tasks_of_the_drawn_officers(cast: Cast, plan: DrawPlan) -> None:
    """One of three ordinary, one of one warned, one of two failing, one of one gravely failing: four of seven."""
    draw = drawn(cast, plan)
    assert sorted(one["class"] for one in draw.result_rows) == ["broken", "gravely_broken", "ordinary", "warned"]
    for row in draw.result_rows:
        task = Task.objects.get(target=row["id"])
        assert sorted(task.officers.values_list("pk", flat=True)) == sorted(row["officers"])
        assert (task.origin, task.begins_on, task.due_on) == ("random", TODAY, date(2026, 6, 30))
        assert list(task.items.values_list("number", flat=True)) == ["WX-01"]
    assert verified(draw) == []


def test_it_is_counted_by_its_day(cast: Cast, plan: DrawPlan) -> None:
    drawn(cast, plan)
    gone = opened(cast, plan)
    draws.cancel(gone, by=cast["韩雪"], reason="监督人病假。", now=timezone.now())
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert (draws_carried_out(*year).count(), joint_draws(*year).count(), tasks_drawn(*year).count()) == (1, 1, 4)
    assert draws_carried_out(TODAY, TODAY).count() == 1
    assert draws_carried_out(date(2026, 3, 11), date(2026, 12, 31)).count() == 0


def test_a_cancelled_draw_stays_listed_and_its_redraw_is_linked(cast: Cast, plan: DrawPlan) -> None:
    draw = pooled(cast, plan)
    with pytest.raises(CannotDraw, match="取消须写明理由"):
        draws.cancel(draw, by=cast["韩雪"], reason=" ", now=timezone.now())
    with pytest.raises(CannotDraw, match="由组织的人、负责人或者本次的监督人取消"):
        draws.cancel(draw, by=cast["严律"], reason="x", now=timezone.now())
    draws.cancel(draw, by=cast["陈静"], reason="口令遗失。", now=timezone.now())
    with pytest.raises(CannotDraw, match="已有结果或者已经取消"):
        draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    shown = PublishedDraw.objects.get(number=draw.pk)
    assert (shown.cancel_reason, shown.nonce, shown.pool_sha256) == ("口令遗失。", "", again(draw).pool_sha256)
    assert verified(again(draw)) == []
    later = opened(cast, plan, redraw_of=again(draw))
    assert PublishedDraw.objects.get(number=draw.pk).redrawn_as == later.pk
    assert PublishedDraw.objects.get(number=later.pk).redraw_of == draw.pk
    with pytest.raises(CannotDraw, match="还没有重抽"):
        opened(cast, plan, redraw_of=again(draw))
    with pytest.raises(CannotDraw, match="只有已经取消"):
        opened(cast, plan, redraw_of=later)


def test_a_reason_that_names_somebody_is_not_published(cast: Cast, plan: DrawPlan) -> None:
    draw = opened(cast, plan)
    with pytest.raises(CannotDraw, match="不得公开，删去"):
        draws.cancel(draw, by=cast["韩雪"], reason="联系13904750011未果", now=timezone.now())
    assert again(draw).cancelled_at is None


def test_a_substitute_is_drawn_again_from_the_same_pool(cast: Cast, plan: DrawPlan) -> None:
    draw = drawn(cast, plan)
    one = draw.drawn.earliest("pk")
    out = one.task.officers.earliest("pk")
    idle = [cast[name] for name in ("李明", "王强", "赵刚", "孙丽", "周勇", "吴敏")]
    ill = next(who for who in idle if not one.task.officers.filter(pk=who.pk).exists())
    Certificate.objects.filter(officer=ill).update(valid_until=date(2026, 3, 9))
    made = draws.substitute(one, out, reason="leave", by=cast["韩雪"], on=TODAY)
    team = set(one.task.officers.values_list("pk", flat=True))
    assert out.pk not in team and made.into_id in team and len(team) == 2
    assert made.excluded == [{"id": ill.pk, "reason": "certificate"}] and made.into_id != ill.pk
    second = draws.substitute(one, made.into, reason="duty", by=cast["韩雪"], on=TODAY)
    assert second.number == 2 and second.into_id not in {out.pk, ill.pk, made.into_id}
    assert verified(draw) == []
    assert [row["out"] for row in json.loads(export(draw))["substitutions"]] == [out.pk, made.into_id]
    with pytest.raises(CannotDraw, match="不在这项任务中"):
        draws.substitute(one, out, reason="leave", by=cast["韩雪"], on=TODAY)
    draws.substitute(one, second.into, reason="duty", by=cast["韩雪"], on=TODAY)
    with pytest.raises(CannotDraw, match="没有其他可以去的人"):
        last = one.task.officers.latest("pk")
        draws.substitute(one, last, reason="duty", by=cast["韩雪"], on=TODAY)


# --- below the application ----------------------------------------------------------------------------
def refused(statement: str, *values: Any) -> str:
    """The database's objection; empty when it obeyed. What it did is undone."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError as objection:
        return str(objection)
    return ""


def test_a_draw_cannot_be_changed_with_sql(cast: Cast, plan: DrawPlan) -> None:
    waiting = pooled(cast, plan)
    # With a commitment alone the draw may still go on; nothing that was committed may change.
    for change in ("pool = '{}'", "pool_sha256 = 'x'", "commitment = 'x'", "draws_on = '2026-04-01'"):
        assert "不得改动" in refused(f"UPDATE inspections_draw SET {change} WHERE id = %s", waiting.pk), change
    assert "不得改动" in refused(
        "UPDATE inspections_draw SET supervisor_id = %s WHERE id = %s", cast["严律"].pk, waiting.pk
    )
    for statement in (
        "INSERT INTO inspections_exclusion (draw_id, officer_id, reason, made_by_id, made_on) VALUES (%s, 1, 'x', 1, '2026-03-10')",
        "INSERT INTO inspections_capwaiver (draw_id, target_id, reason, made_by_id, made_on) VALUES (%s, 1, 'x', 1, '2026-03-10')",
    ):
        assert "抽取池已经公布" in refused(statement, waiting.pk)
    draws.reveal(waiting, by=cast["陈静"], nonce=NONCE, now=timezone.now())
    for change in ("result = '{}'", "nonce = 'x'", "seed = 'x'", "drawn_at = NULL", "cancel_reason = 'x'"):
        assert "不得改动" in refused(f"UPDATE inspections_draw SET {change} WHERE id = %s", waiting.pk), change
    assert "不得删除" in refused("DELETE FROM inspections_draw WHERE id = %s", waiting.pk)
    row = waiting.drawn.earliest("pk")
    assert "不得改动" in refused("UPDATE inspections_drawnobject SET target_id = 1 WHERE id = %s", row.pk)
    assert "不得删除" in refused("DELETE FROM inspections_drawnobject WHERE id = %s", row.pk)
    made = draws.substitute(row, row.task.officers.earliest("pk"), reason="leave", by=cast["韩雪"], on=TODAY)
    assert "不得改动" in refused("UPDATE inspections_substitution SET reason = 'x' WHERE id = %s", made.pk)
    assert "不得删除" in refused("DELETE FROM inspections_substitution WHERE id = %s", made.pk)


def test_a_cancelled_draw_cannot_be_revived_or_made_up_with_sql(cast: Cast, plan: DrawPlan) -> None:
    draw = opened(cast, plan)
    Exclusion.objects.create(draw=draw, officer=cast["李明"], reason="leave", made_by=cast["韩雪"], made_on=TODAY)
    assert refused("UPDATE inspections_draw SET pool = 'x', pool_sha256 = 'y' WHERE id = %s", draw.pk) != ""
    draws.cancel(draw, by=cast["韩雪"], reason="重来。", now=timezone.now())
    assert "不得改动" in refused("UPDATE inspections_draw SET cancelled_at = NULL WHERE id = %s", draw.pk)
    with pytest.raises(IntegrityError, match="须依次"), transaction.atomic():
        Draw.objects.create(
            plan=plan, opened_by=cast["韩雪"], supervisor=cast["陈静"], opened_at=timezone.now(), draws_on=TODAY,
            commitment="x", committed_at=timezone.now(),
        )  # fmt: skip


def test_times_out_of_order_are_refused(cast: Cast, plan: DrawPlan) -> None:
    draw = committed(cast, plan)
    early = draw.committed_at - timedelta(seconds=1) if draw.committed_at else datetime.max
    with pytest.raises(IntegrityError, match="the_nonce_is_committed_before_the_pool"), transaction.atomic():
        Draw.objects.filter(pk=draw.pk).update(pool="x", pool_sha256="y", pooled_at=early)
