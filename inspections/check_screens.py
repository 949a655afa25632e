"""What do the pages about checks show?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import segno
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.act import Act, Obstacle, acts_of
from cases.models import Case
from cases.screens.dates import Due, due_by
from inspections.check_guards import made_in_the_year
from inspections.check_services import obstacles, open_acts
from inspections.check_states import PLANNING, CheckState
from inspections.models import Check, Task
from law.check_rules import CAP, NOTICE, check_points, excuse_title, yearly_cap
from law.citations import cite_all, print_citations
from law.inspections import result_titles
from officers.models import CERTIFIED, Officer

OTHER_PAGES = {"open_case_from_check": "inspections:check-case"}
"""An act that has a page of its own."""


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class CheckRow:
    url: str
    title: str
    about: str
    state_label: str
    state_level: str
    due: Due | None = None
    verb: str = ""
    verb_url: str = ""


@dataclass(frozen=True)
class Reason:
    """Why not yet, as components/obstacles.html shows it."""

    sentence: str
    article: str
    cure: str
    url: str = ""
    url_text: str = ""


def reasons(found: Check, hindered: Iterable[Obstacle]) -> list[Reason]:
    return [_reason(found, one) for one in hindered]


def _reason(found: Check, one: Obstacle) -> Reason:
    cure = str(one.cure)
    if one.cure_by:
        cure = _("%(cure)s（%(who)s）") % {"cure": cure, "who": one.cure_by} if cure else str(one.cure_by)
    act = acts_of(found).get(one.cure_act)
    there = act is not None and found.state in act.source
    return Reason(
        sentence=str(one.sentence),
        article=print_citations(cite_all(one.basis)) if one.basis else "",
        cure=cure,
        url=act_url(found, one.cure_act) if there else "",
        url_text=str(act.title) if act and there else "",
    )


def act_url(found: Check, key: str) -> str:
    if key in OTHER_PAGES:
        return reverse(OTHER_PAGES[key], args=[found.pk])
    return reverse("inspections:check-act", args=[found.pk, key])


def tasks_to_do(officer: Officer) -> QuerySet[Task]:
    """One's own tasks that no check has been applied for, soonest due first."""
    begun = Check.objects.exclude(state=CheckState.CALLED_OFF).filter(task=OuterRef("pk"))
    mine = Task.objects.filter(officers=officer, cancelled_on=None)
    return mine.exclude(Exists(begun)).select_related("target").order_by("due_on", "pk")


def checks_to_do(officer: Officer) -> QuerySet[Check]:
    """One's own checks that are not finished."""
    going = [*PLANNING, CheckState.UNDER_WAY]
    mine = Check.objects.filter(officers=officer, state__in=going)
    return mine.select_related("target").order_by("planned_on", "pk")


def task_row(task: Task, today: date) -> CheckRow:
    new = f"{reverse('inspections:new-check')}?task={task.pk}"
    return CheckRow(
        url=new,
        title=task.target.name if task.target else task.title,
        about=" · ".join([task.get_origin_display(), task.title]),
        state_label="",
        state_level="",
        due=due_by(task.due_on, today, _("完成检查任务")),
        verb=_("申请检查"),
        verb_url=new,
    )


def check_row(found: Check) -> CheckRow:
    about = [date_format(found.day), found.get_kind_display()]
    if found.result:
        about.append(result_titles().get(found.result, found.result))
    return CheckRow(
        url=reverse("inspections:check", args=[found.pk]),
        title=found.target.name,
        about=" · ".join(filter(None, [*about, found.number])),
        state_label=found.get_state_display(),
        state_level=found.standing.level,
    )


def check_page(found: Check, officer: Officer, today: date) -> dict[str, Any]:
    acts = open_acts(found, officer, today)
    main = next_act(found, acts, officer, today)
    return {
        "check": found,
        "state": {"label": found.get_state_display(), "level": found.standing.level},
        "facts": _planned(found),
        "made": _made(found) if found.begun_on else [],
        "next": main,
        "obstacles": reasons(found, obstacles(found, main["key"], officer, today)) if main else [],
        "acts": [_button(found, one) for one in acts if not main or one.key != main["key"]],
        "answers": found.answers.order_by("pk"),
        "points": len(check_points(found.target.trade, found.day)),
        "hazards": found.hazards.select_related("order").order_by("pk"),
        "orders": found.orders.order_by("pk"),
        "cases": _cases(found, officer),
        "visit": visit_of(found, today),
        "events": [
            {"title": title_of(one.act), "by": one.by.name, "on": one.on}
            for one in found.events.select_related("by").order_by("-pk")
        ],
        "is_over": found.state in (CheckState.FINISHED, CheckState.CALLED_OFF),
    }


def next_act(found: Check, acts: list[Act], officer: Officer, today: date) -> dict[str, Any] | None:
    """The act that carries the check on: first what is not hindered, never a way out."""
    moving = [one for one in acts if one.moves and not (one.exit or one.returns) and one.key != "revise_check"]
    if found.state == CheckState.APPROVED and not (found.notified_on or found.unnotified_ground):
        moving = [one for one in acts if one.key == "notify_enterprise"] + moving
    if found.state == CheckState.UNDER_WAY and not found.answers.exists():
        moving = [one for one in acts if one.key == "answer_points"] + moving
    usual = [one for one in moving if one.key != "begin_urgent_check"]
    return {"key": usual[0].key, **_button(found, usual[0])} if usual else None


def _button(found: Check, act: Act) -> dict[str, Any]:
    return {"title": act.title, "url": act_url(found, act.key)}


def title_of(key: str) -> str:
    acts = acts_of(Check)
    others = {"propose_check": _("申请检查"), "give_more_time": _("延长整改期限")}
    return str(acts[key].title) if key in acts else others[key]


def _cases(found: Check, officer: Officer) -> list[Fact]:
    """Numbers of the cases it led to; a link only for those who may see the case."""
    cases = Case.objects.filter(found_by_check__check_made=found)
    seen = set(Case.objects.visible_to(officer).filter(pk__in=cases).values_list("pk", flat=True))
    return [
        Fact(_("案件"), str(one), reverse("cases:case", args=[one.pk]) if one.pk in seen else "")
        for one in cases.order_by("pk")
    ]


def visit_of(found: Check, today: date) -> dict[str, str] | None:
    """The code that the enterprise scans: only where the check may be made, until the end of its day."""
    if not found.visit_code or found.day < today or found.state not in (CheckState.APPROVED, CheckState.UNDER_WAY):
        return None
    address = settings.PUBLIC_BASE_URL + reverse("publicity:visit", args=[found.visit_code])
    return {"url": address, "image": segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=2)}


def people_words(found: Check) -> str:
    people = found.officers.prefetch_related(*CERTIFIED).order_by("staff_number")
    return "、".join(one.signature(found.day) for one in people)


def _planned(found: Check) -> list[Fact]:
    facts = [
        Fact(_("检查种类"), found.get_kind_display()),
        Fact(_("检查日期"), date_format(found.day)),
        Fact(_("检查地点"), found.place),
        Fact(_("检查事项"), "、".join(str(one) for one in found.items.order_by("number"))),
        Fact(_("检查人员"), people_words(found)),
        Fact(_("专项行动"), str(found.campaign or "")),
        Fact(_("联合的部门"), "；".join(f"{one.department}：{one.looked_at}" for one in found.partners.order_by("pk"))),
        Fact(_("年度频次"), cap_words(found)),
        Fact(_("超过年度频次的情形"), excuse_words(CAP, found.over_cap_ground, found.over_cap_reason)),
        Fact(_("审批"), _approval(found)),
        Fact(_("通知"), _notice(found)),
        Fact(_("不事先通知"), excuse_words(NOTICE, found.unnotified_ground, found.unnotified_reason)),
        Fact(_("退回的理由"), found.return_reason),
        Fact(_("取消的理由"), found.call_off_reason),
    ]
    return [one for one in facts if one.value]


def cap_words(found: Check) -> str:
    """Besides this one; nothing where nobody has set a limit."""
    cap = yearly_cap(found.target.credit_class, found.planned_on)
    if cap is None:
        return ""
    return _("%(year)d 年另有 %(made)d 次，上限 %(most)d 次（%(grade)s）") % {
        "year": found.planned_on.year,
        "made": made_in_the_year(found),
        "most": cap.most,
        "grade": found.target.get_credit_class_display(),
    }


def excuse_words(of: str, ground: str, reason: str) -> str:
    return f"{excuse_title(of, ground)}：{reason}" if ground else ""


def _approval(found: Check) -> str:
    if found.approved_on:
        late = found.confirm_due_on is not None and found.approved_on > found.confirm_due_on
        told = {"who": found.approved_by.name, "on": date_format(found.approved_on), "number": found.number}  # type: ignore[union-attr]
        words = _("%(who)s %(on)s 批准，%(number)s") % told
        return _("%(words)s，补办已逾期") % {"words": words} if late else words
    if found.confirm_due_on:
        return _("情况紧急：%(reason)s；最迟 %(on)s 补办") % {
            "reason": found.urgent_reason,
            "on": date_format(found.confirm_due_on),
        }
    return ""


def _notice(found: Check) -> str:
    return f"{date_format(found.notified_on)} {found.notified_how}" if found.notified_on else ""


def _made(found: Check) -> list[Fact]:
    hours = [f"{one:%H:%M}" for one in (found.begun_at, found.ended_at) if one]
    facts = [
        Fact(_("时间"), f"{date_format(found.day)} {'—'.join(hours)}"),
        Fact(_("现场负责人"), " ".join(filter(None, [found.on_scene, found.on_scene_post]))),
        Fact(_("检查情况"), found.findings),
        Fact(_("签名情况"), " ".join(filter(None, [found.get_signing_display(), found.signing_reason]))),
        Fact(_("检查结果"), result_titles().get(found.result, found.result)),
        Fact(_("公示的说明"), found.public_note),
        Fact(_("后续处理"), found.follow_up),
        Fact(_("检查记录"), (_("完整") if found.is_complete else _("不完整，不计入检查次数")) if found.result else ""),
        Fact(_("最迟公示日期"), date_format(found.publish_by) if found.publish_by else ""),
    ]
    return [one for one in facts if one.value]
