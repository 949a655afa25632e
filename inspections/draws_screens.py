"""What do the pages of random inspection show of a draw, a plan and a task?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases.screens.dates import Due, due_by
from cases.screens.rows import Row
from inspections.drawing import quota
from inspections.models import CheckObject, Draw, DrawnObject, DrawPlan, Substitution, Task
from inspections.models.registers import CreditClass
from inspections.pools import INSPECTOR_REASONS, OBJECT_REASONS
from officers.models import Officer
from officers.roles import Role


@dataclass(frozen=True)
class Step:
    """One station of a draw; `url` where the person looking may do it now."""

    title: str
    done: str
    hint: str = ""
    url: str = ""


@dataclass(frozen=True)
class Side:
    title: str
    url: str


@dataclass(frozen=True)
class DrawnRow:
    name: str
    credit: str
    first_drawn: str
    now: str
    changes: list[str]
    url: str


@dataclass(frozen=True)
class TaskRow:
    task: Task
    due: Due
    colleagues: str
    items: list[Any]


def moment(at: datetime | None) -> str:
    return f"{date_format(localtime(at))} {localtime(at):%H:%M}" if at else ""


def state_words(draw: Draw) -> str:
    if draw.cancelled_at:
        return _("已取消：%(reason)s") % {"reason": draw.cancel_reason}
    if draw.drawn_at:
        return _("已抽取")
    if draw.pool:
        return _("等监督人揭示口令")
    return _("等公布抽取池") if draw.commitment else _("等监督人提交口令的摘要")


def step_url(draw: Draw, step: str) -> str:
    return reverse("inspections:draw-step", args=[draw.pk, step])


def steps(draw: Draw, officer: Officer) -> list[Step]:
    """In the order of the protocol; only one of them is open, to one person."""
    ended = bool(draw.drawn_at or draw.cancelled_at)
    is_supervisor, is_organiser = officer.pk == draw.supervisor_id, officer.pk == draw.opened_by_id
    who, on = {"name": draw.supervisor.name}, {"on": date_format(draw.draws_on)}
    commits = not ended and not draw.commitment and is_supervisor
    pools = not ended and bool(draw.commitment) and not draw.pool and is_organiser
    reveals = not ended and bool(draw.pool) and is_supervisor
    return [
        Step(
            _("提交口令的摘要"),
            moment(draw.committed_at),
            _("监督人 %(name)s 想好口令，系统只存摘要") % who,
            step_url(draw, "commit") if commits else "",
        ),
        Step(
            _("公布抽取池"),
            moment(draw.pooled_at),
            _("组织人 %(name)s 公布，此后谁也不能改") % {"name": draw.opened_by.name},
            step_url(draw, "pool") if pools else "",
        ),
        Step(
            _("揭示口令并抽取"),
            moment(draw.drawn_at),
            _("监督人在 %(on)s 或者以后揭示，结果同时得出") % on,
            step_url(draw, "reveal") if reveals else "",
        ),
    ]


def side_steps(draw: Draw, officer: Officer) -> list[Side]:
    """What else may be done: before the pool is public, until there is a result, and after a cancellation."""
    found: list[Side] = []
    keeps = officer.holds(Role.ADMINISTRATOR, Role.TEAM_HEAD)
    if draw.drawn_at:
        return found
    if draw.cancelled_at:
        if keeps and not Draw.objects.filter(redraw_of=draw).exists():
            found.append(Side(_("重抽"), step_url(draw, "redraw")))
        return found
    if not draw.pool and keeps:
        found.append(Side(_("排除人员"), step_url(draw, "exclude")))
    if not draw.pool and officer.holds(Role.BUREAU_HEAD):
        found.append(Side(_("同意超过频次抽取"), step_url(draw, "waive")))
    if keeps or officer.holds(Role.BUREAU_HEAD) or officer.pk == draw.supervisor_id:
        found.append(Side(_("取消这次抽取"), step_url(draw, "cancel")))
    return found


def pool_facts(pool: dict[str, Any], names: dict[int, str], objects: dict[int, str]) -> list[Row]:
    """How many of each class can be drawn and will be; who is out and why."""
    rows = []
    for credit_class in CreditClass:
        inside = sum(one["class"] == credit_class for one in pool["objects"])
        outside = sum(one["class"] == credit_class for one in pool["objects_excluded"])
        if inside or outside:
            words: dict[str, Any] = {"pool": inside, "out": outside, "draw": quota(pool, credit_class)}
            words["share"] = f"{pool['permille'][credit_class] / 10:g}"
            said = _("%(pool)d 个可抽，%(out)d 个排除，按 %(share)s%% 抽 %(draw)d 个") % words
            rows.append(Row(str(credit_class.label), said))
    rows.append(Row(_("检查人员"), _("%(count)d 人可抽") % {"count": len(pool["inspectors"])}))
    out = [f"{names[one['id']]}：{INSPECTOR_REASONS[one['reason']]}" for one in pool["inspectors_excluded"]]
    out += [f"{objects[one['id']]}：{OBJECT_REASONS[one['reason']]}" for one in pool["objects_excluded"]]
    if out:
        rows.append(Row(_("排除"), "\n".join(out)))
    admitted = [f"{objects[one['id']]}：{one['admitted']}" for one in pool["objects"] if "admitted" in one]
    if admitted:
        rows.append(Row(_("超过频次仍抽取"), "\n".join(admitted)))
    if pool["recusals"]:
        rows.append(Row(_("回避"), _("%(count)d 对") % {"count": len(pool["recusals"])}))
    return rows


def names_in(pool: dict[str, Any]) -> tuple[dict[int, str], dict[int, str]]:
    """Of the officers and of the objects, by number."""
    people = [one["id"] for one in [*pool["inspectors"], *pool["inspectors_excluded"]]]
    targets = [one["id"] for one in [*pool["objects"], *pool["objects_excluded"]]]
    officers = dict(Officer.objects.filter(pk__in=people).values_list("pk", "name"))
    objects = dict(CheckObject.objects.filter(pk__in=targets).values_list("pk", "name"))
    return officers, objects


def drawn_rows(draw: Draw, officer: Officer) -> list[DrawnRow]:
    if not draw.result:
        return []
    found = draw.drawn.select_related("target", "task").prefetch_related(
        "task__officers", "substitutions__out", "substitutions__into"
    )
    teams = {one["id"]: one["officers"] for one in draw.result_rows}
    names, _objects = names_in(draw.pool_rows)
    may = officer.holds(Role.ADMINISTRATOR, Role.TEAM_HEAD)
    return [_drawn_row(one, [names[pk] for pk in teams[one.target_id]], may) for one in found.order_by("pk")]


def _drawn_row(one: DrawnObject, team: list[str], may: bool) -> DrawnRow:
    changes = sorted(one.substitutions.all(), key=lambda each: each.number)
    return DrawnRow(
        name=one.target.name,
        credit=str(one.get_credit_class_display()),
        first_drawn="、".join(team),
        now="、".join(each.name for each in one.task.officers.all()),
        changes=[_change(each) for each in changes],
        url=reverse("inspections:substitute", args=[one.pk]) if may and one.task.cancelled_on is None else "",
    )


def _change(one: Substitution) -> str:
    words = {"on": date_format(one.made_on), "out": one.out.name, "into": one.into.name}
    return _("%(on)s %(out)s退出（%(why)s），重新抽取%(into)s") % (words | {"why": one.get_reason_display()})


def plan_facts(plan: DrawPlan) -> list[Row]:
    rows = [
        Row(_("年度"), str(plan.year)),
        Row(_("行业"), str(plan.get_trade_display())),
        Row(_("抽查事项"), "\n".join(str(one) for one in plan.items.order_by("number"))),
        Row(_("检查时间"), f"{date_format(plan.begins_on)}—{date_format(plan.ends_on)}"),
        Row(_("每个对象的检查人员数"), str(plan.officers_per_object)),
        Row(_("牵头部门"), plan.lead.name),
        Row(_("联合部门"), "\n".join(f"{one.name}：{one.looks_at}" for one in plan.partners.order_by("pk"))),
        Row(_("拟订"), f"{plan.drafted_by.name} {date_format(plan.drafted_on)}"),
    ]
    if plan.approved_by and plan.approved_on:
        shares = [f"{one.label} {plan.permille[one.value] / 10:g}%" for one in CreditClass if one in plan.permille]
        rows.append(Row(_("抽查比例"), "，".join(shares)))
        rows.append(Row(_("批准"), f"{plan.approved_by.name} {date_format(plan.approved_on)}"))
    return rows


def task_row(task: Task, officer: Officer, today: date) -> TaskRow:
    """As its officer reads it, on a telephone."""
    others = [one.name for one in task.officers.all() if one.pk != officer.pk]
    return TaskRow(
        task=task,
        due=due_by(task.due_on, today, _("完成检查")),
        colleagues="、".join(others),
        items=sorted(task.items.all(), key=lambda one: one.number),
    )
