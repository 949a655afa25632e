"""How does a draw go: opened, committed, pool published, revealed and drawn; or cancelled, with a reason, for good?

docs/decisions/0014. The order is held by the database too (inspections/models/draws.py and its triggers).
"""

import re
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from inspections import drawing
from inspections.announcing import announce
from inspections.drawing import NobodyLeft, canonical, digest, seed_of
from inspections.models import CapWaiver, CheckObject, Draw, DrawnObject, DrawPlan, Exclusion, Substitution, Task
from inspections.pools import objects_at_cap, pool_of, unfit, what_lacks
from officers.models import CERTIFIED, Officer
from officers.roles import Role

SHORTEST_NONCE = 16
HASH = re.compile(r"[0-9a-f]{64}")


class CannotDraw(RuntimeError):
    """Why not, and what to do, in words for the person."""


@transaction.atomic
def open_draw(
    plan: DrawPlan, *, by: Officer, supervisor: Officer, draws_on: date, now: datetime, redraw_of: Draw | None = None
) -> Draw:
    """Raises CannotDraw."""
    if not plan.is_approved:
        raise CannotDraw(_("抽查计划还没有批准；先请负责人批准。"))
    if supervisor.pk == by.pk:
        raise CannotDraw(_("监督人不能是组织抽取的人；另选一人。"))
    if not plan.runs_on(draws_on) or draws_on < localdate(now):
        raise CannotDraw(_("抽取日期须在今天以后、计划的检查时间之内。"))
    if redraw_of is not None and (redraw_of.cancelled_at is None or Draw.objects.filter(redraw_of=redraw_of).exists()):
        raise CannotDraw(_("只有已经取消、还没有重抽的抽取可以重抽。"))
    made = Draw.objects.create(
        plan=plan, opened_by=by, opened_at=now, supervisor=supervisor, draws_on=draws_on, redraw_of=redraw_of
    )
    announce(made)
    return made


def hash_of_nonce(nonce: str) -> str:
    """What is committed to. Raises CannotDraw: so short a nonce could be found by trying."""
    if len(nonce) < SHORTEST_NONCE:
        raise CannotDraw(_("口令至少 %(least)d 个字符，太短的可以试出来。") % {"least": SHORTEST_NONCE})
    return digest(nonce)


@transaction.atomic
def commit(draw: Draw, *, by: Officer, commitment: str, now: datetime) -> None:
    """The hash alone is kept; the nonce stays with the supervisor. Raises CannotDraw."""
    locked = _under_way(draw)
    if by.pk != locked.supervisor_id:
        raise CannotDraw(_("口令由监督人 %(name)s 提交。") % {"name": locked.supervisor.name})
    if locked.commitment:
        raise CannotDraw(_("口令的摘要已经提交，不能更换。"))
    if not HASH.fullmatch(commitment):
        raise CannotDraw(_("摘要是 64 个 0–9、a–f 的字符。"))
    if Draw.objects.filter(commitment=commitment).exists():
        raise CannotDraw(_("这个口令用过，换一个。"))
    locked.commitment, locked.committed_at = commitment, now
    locked.save()
    announce(locked)


@transaction.atomic
def exclude(draw: Draw, officer: Officer, *, reason: str, by: Officer, on: date) -> None:
    """Keep an officer out of the pool; everybody reads that, and the kind of reason. Raises CannotDraw."""
    locked = _before_pool(draw)
    if locked.exclusions.filter(officer=officer).exists():
        raise CannotDraw(_("这名人员已经排除。"))
    Exclusion.objects.create(draw=locked, officer=officer, reason=reason, made_by=by, made_on=on)


@transaction.atomic
def waive_cap(draw: Draw, target: CheckObject, *, reason: str, by: Officer, on: date) -> None:
    """Let an enterprise be drawn once more than the year allows. Raises CannotDraw."""
    locked = _before_pool(draw)
    if by.pk == locked.opened_by_id:
        raise CannotDraw(_("超过频次抽取须由组织抽取的人以外的负责人同意。"))
    if target.pk not in objects_at_cap(locked, locked.draws_on):
        raise CannotDraw(_("这个对象今年的检查次数没有到上限，不用同意。"))
    if not reason.strip():
        raise CannotDraw(_("超过频次抽取须写明理由。"))
    if locked.waivers.filter(target=target).exists():
        raise CannotDraw(_("这个对象已经同意抽取。"))
    CapWaiver.objects.create(draw=locked, target=target, reason=reason, made_by=by, made_on=on)


@transaction.atomic
def publish_pool(draw: Draw, *, by: Officer, now: datetime) -> None:
    """Freeze the pool and make it public; from now on it stands. Raises CannotDraw."""
    locked = _before_pool(draw)
    if by.pk != locked.opened_by_id:
        raise CannotDraw(_("抽取池由组织抽取的 %(name)s 公布。") % {"name": locked.opened_by.name})
    if not locked.commitment:
        raise CannotDraw(_("先由监督人 %(name)s 提交口令的摘要，再公布抽取池。") % {"name": locked.supervisor.name})
    if localdate(now) > locked.draws_on:
        raise CannotDraw(_("抽取日期已过；取消后重抽。"))
    pool = pool_of(locked, locked.draws_on)
    if lacking := what_lacks(pool):
        raise CannotDraw(" ".join(lacking))
    locked.pool = canonical(pool)
    locked.pool_sha256, locked.pooled_at = digest(locked.pool), now
    locked.save()
    announce(locked)


@transaction.atomic
def reveal(draw: Draw, *, by: Officer, nonce: str, now: datetime) -> None:
    """The nonce, and in the same moment the result and its tasks: nobody sees it and then thinks again.

    Raises CannotDraw.
    """
    locked = _under_way(draw)
    if by.pk != locked.supervisor_id:
        raise CannotDraw(_("口令由监督人 %(name)s 揭示。") % {"name": locked.supervisor.name})
    if not locked.pool:
        raise CannotDraw(_("先由组织抽取的 %(name)s 公布抽取池，再揭示口令。") % {"name": locked.opened_by.name})
    if localdate(now) < locked.draws_on:
        raise CannotDraw(_("抽取日期是 %(on)s，那天再揭示。") % {"on": locked.draws_on.isoformat()})
    if digest(nonce) != locked.commitment:
        raise CannotDraw(_("与提交的摘要不一致：核对口令，空格和大小写都算。口令找不到的，只能取消这次抽取。"))
    locked.nonce = nonce
    locked.seed = seed_of(locked.pool_sha256, locked.draws_on.isoformat(), nonce)
    result = drawing.draw(locked.pool_rows, locked.seed)
    locked.result = canonical(result)
    locked.result_sha256, locked.drawn_at = digest(locked.result), now
    locked.save()
    _send_out(locked, result["objects"])
    announce(locked)


def _send_out(draw: Draw, rows: list[dict[str, Any]]) -> None:
    plan = draw.plan
    items = list(plan.items.values_list("pk", flat=True))
    begins_on = max(plan.begins_on, draw.draws_on)
    for row in rows:
        task = Task.objects.create(
            origin=Task.Origin.RANDOM,
            title=plan.title,
            target_id=row["id"],
            begins_on=begins_on,
            due_on=max(plan.ends_on, begins_on),
        )
        task.items.set(items)
        task.officers.set(row["officers"])
        DrawnObject.objects.create(draw=draw, target_id=row["id"], credit_class=row["class"], task=task)


@transaction.atomic
def cancel(draw: Draw, *, by: Officer, reason: str, now: datetime) -> None:
    """It stays listed with its reason. Raises CannotDraw."""
    locked = _under_way(draw)
    if by.pk != locked.supervisor_id and not by.holds(Role.ADMINISTRATOR, Role.TEAM_HEAD, Role.BUREAU_HEAD):
        raise CannotDraw(_("抽取由组织的人、负责人或者本次的监督人取消。"))
    if not reason.strip():
        raise CannotDraw(_("取消须写明理由。"))
    locked.cancelled_by, locked.cancelled_at, locked.cancel_reason = by, now, reason
    locked.save()
    announce(locked)


@transaction.atomic
def substitute(drawn: DrawnObject, out: Officer, *, reason: str, by: Officer, on: date) -> Substitution:
    """Draw again who goes instead, from the pool as it was published. Raises CannotDraw."""
    locked = DrawnObject.objects.select_for_update().select_related("draw", "task").get(pk=drawn.pk)
    task = locked.task
    if task.cancelled_on or not task.officers.filter(pk=out.pk).exists():
        raise CannotDraw(_("这名人员不在这项任务中，或者任务已经取消。"))
    pool = locked.draw.pool_rows
    people = Officer.objects.filter(pk__in=[one["id"] for one in pool["inspectors"]]).order_by("pk")
    fit = unfit(people.prefetch_related(*CERTIFIED), on)
    excluded: list[dict[str, Any]] = [{"id": one.pk, "reason": why} for one, why in fit if why]
    before = list(locked.substitutions.order_by("number"))
    gone = {one.out_id for one in before} | set(task.officers.values_list("pk", flat=True))
    number = len(before) + 1
    left_out = sorted(gone | {one["id"] for one in excluded})
    try:
        into = drawing.substitute(pool, locked.draw.seed, locked.target_id, number, left_out)
    except NobodyLeft:
        raise CannotDraw(_("抽取池中没有其他可以去的人；取消这项任务，另行抽取。")) from None
    made = Substitution.objects.create(
        drawn=locked, number=number, out=out, into_id=into, reason=reason, excluded=excluded, made_by=by, made_on=on
    )
    task.officers.remove(out)
    task.officers.add(into)
    announce(locked.draw)
    return made


def _under_way(draw: Draw) -> Draw:
    locked = Draw.objects.select_for_update().get(pk=draw.pk)
    if locked.drawn_at or locked.cancelled_at:
        raise CannotDraw(_("这次抽取已有结果或者已经取消，不能再改。"))
    return locked


def _before_pool(draw: Draw) -> Draw:
    locked = _under_way(draw)
    if locked.pool:
        raise CannotDraw(_("抽取池已经公布，不能再改；有误的，取消后重抽。"))
    return locked
