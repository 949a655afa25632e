"""How is a source registered, given to somebody, decided, answered and closed?

Plain functions: the law knows no procedure before the filing of a case, only that it be decided in time (程序规定 62).
Each writes one step down and is done once; whoever comes second is told so.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.models import Case
from cases.services import open_case
from inspections.models import CheckObject, Forwarding, Informant, InformantReading, Source, Task
from law.sources import SourceRule, reply_rule, source_rule
from officers.models import Department, Officer


class CannotDo(RuntimeError):
    """Why not, in sentences for the person."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("".join(sentences))
        self.sentences = sentences


@transaction.atomic
def register(
    *,
    officer: Officer | None,
    now: datetime,
    informant: dict[str, Any] | None = None,
    reply_due_on: date | None = None,
    **facts: Any,
) -> Source:
    """With its due days. Raises law.sources.NoSourceRule or law.holidays.CalendarMissing."""
    source = Source(registered_by=officer, department=officer.department if officer else None, **facts)
    on = source.received_on
    if source.object_name:
        source.target = CheckObject.objects.on(on).filter(name=source.object_name).first()
    if rule := reply_rule(source.kind, source.grade, on):
        counted = rule.counted(on)
        source.reply_due_on = reply_due_on or counted.due
        source.reply_counted = counted.text if not reply_due_on else _("按来文所定的期限")
    if source.is_lead and not source.is_machines:
        _open_verification(source, on)
    source.save()
    if informant and (informant.get("name") or informant.get("phone")):
        Informant.objects.create(source=source, **informant)
    note(source, "register", officer, now)
    return source


def _open_verification(source: Source, since: date) -> None:
    counted = source_rule("verify", since).counted(since)
    source.verify_due_on, source.verify_counted = counted.due, counted.text


def note(source: Source, what: str, officer: Officer | None, now: datetime, text: str = "") -> None:
    source.steps.create(what=what, by=officer, at=now, text=text[:400])


def change(source: Source, *, once: Any = None, **facts: Any) -> None:
    """Change an open source; `once`: what must still stand so. Raises CannotDo, and refreshes the source."""
    if not Source.objects.filter(pk=source.pk, closed_on=None, **(once or {})).update(**facts):
        raise CannotDo(_("这条线索刚刚有人办理过，看过最新情况再办。"))
    source.refresh_from_db()


@transaction.atomic
def assign(source: Source, officer: Officer, now: datetime, *, handler: Officer, department: Department) -> None:
    change(source, handler=handler, department=department)
    note(source, "assign", officer, now, f"{department.name} {handler.name}")


def rule_of(source: Source, which: str) -> SourceRule | None:
    """The rule behind one of the two clocks, `reply` or `verify`."""
    if which == "reply":
        return reply_rule(source.kind, source.grade, source.received_on)
    return source_rule("verify", source.cleared_on or source.received_on)


def extension_obstacles(source: Source, which: str, on: date) -> list[str]:
    """Once, before it has run out, where the rules know an extension at all."""
    due: date | None = getattr(source, f"{which}_due_on")
    done = source.replied_on if which == "reply" else source.decided_on
    rule = rule_of(source, which)
    if due is None or done or source.closed_on:
        return [_("这个期限没有在走。")]
    found = []
    if rule is None or not rule.extension:
        found.append(_("这个期限依规定不能延长。"))
    if getattr(source, f"{which}_extension_reason"):
        found.append(_("已经延长过一次，不能再延长。"))
    if on > due:
        found.append(_("期限已于 %(on)s 届满，届满以后不能延长。") % {"on": date_format(due)})
    return found


@transaction.atomic
def extend(source: Source, officer: Officer, now: datetime, *, which: str, reason: str) -> None:
    """Raises CannotDo."""
    if found := extension_obstacles(source, which, timezone.localdate(now)):
        raise CannotDo(*found)
    rule = rule_of(source, which)
    if rule is None:
        raise CannotDo(_("这个期限没有在走。"))
    counted = rule.counted(source.cleared_on or source.received_on, extended=True)
    once = {f"{which}_extension_reason": ""}
    facts = {f"{which}_due_on": counted.due, f"{which}_counted": counted.text, f"{which}_extension_reason": reason}
    change(source, once=once, **facts)
    note(source, f"extend_{which}", officer, now, reason)


@transaction.atomic
def decide(source: Source, officer: Officer, now: datetime, *, decision: str, reason: str, on: date) -> None:
    """Not to file, or that another organ is competent; to file is to begin the case. Raises CannotDo."""
    if not source.is_lead:
        raise CannotDo(_("这条没有反映违法行为，不用决定是否立案。"))
    if source.is_machines and not source.cleared_on:
        raise CannotDo(_("设备记录先审核，审核不合格的在审核时退回（行政处罚法第四十一条第二款）。"))
    facts = {"decision": decision, "decision_reason": reason, "decided_on": on, "decided_by": officer}
    change(source, once={"decision": ""}, **facts)
    note(source, decision, officer, now, reason)


@transaction.atomic
def give_reply(source: Source, officer: Officer, now: datetime, *, reply: str, reply_by: str, on: date) -> None:
    change(source, once={"replied_on": None}, reply=reply, reply_by=reply_by, replied_on=on)
    note(source, "reply", officer, now)


@transaction.atomic
def tell(source: Source, officer: Officer, now: datetime, *, on: date) -> None:
    """The informant knows what was decided. Raises CannotDo."""
    if not source.decided_on:
        raise CannotDo(_("还没有决定是否立案，先决定，再告知。"))
    if on < source.decided_on:
        raise CannotDo(_("告知的日期早于决定的日期。"))
    change(source, once={"told_on": None}, told_on=on)
    note(source, "tell", officer, now)


@transaction.atomic
def ask_satisfaction(source: Source, officer: Officer, now: datetime, *, satisfaction: str, on: date) -> None:
    """Also of a closed source: one asks afterwards. Raises CannotDo."""
    if not source.replied_on:
        raise CannotDo(_("还没有答复，答复以后再回访。"))
    if not Source.objects.filter(pk=source.pk, satisfaction="").update(satisfaction=satisfaction, asked_on=on):
        raise CannotDo(_("已经回访过。"))
    note(source, "satisfaction", officer, now, str(Source.Satisfaction(satisfaction).label))


def has_informant(source: Source) -> bool:
    return Informant.objects.filter(source=source).exists()


def closing_obstacles(source: Source, on: date) -> list[str]:
    """What is still owed before a source is closed."""
    found = []
    if source.is_machines and not source.cleared_on and not source.decision:
        found.append(_("设备记录还没有审核（行政处罚法第四十一条第二款）。"))
    if source.is_lead and not source.decision:
        found.append(_("还没有决定是否立案（程序规定第六十二条）；由办案机构负责人决定，或者转入案件。"))
    if source.reply_due_on and not source.replied_on:
        found.append(_("还没有答复；由承办人登记答复。"))
    if source.decision and not source.told_on and not source.replied_on and has_informant(source):
        found.append(_("还没有把处理决定告知反映人；由承办人告知并登记。"))
    if source.forwardings.filter(way=Forwarding.Way.ASSIST, replied_on=None).exists():
        found.append(_("协查还没有收到回复；收到以后登记，再办结。"))
    sent = source.forwardings.filter(way=Forwarding.Way.TRANSFER)
    if source.decision == Source.Decision.ELSEWHERE and not sent.exists():
        found.append(_("决定移送有管辖权的机关，还没有登记移送（行政处罚法第二十五条）。"))
    if on < source.received_on:
        found.append(_("办结日期早于收到日期。"))
    return found


@transaction.atomic
def close(source: Source, officer: Officer, now: datetime, *, on: date, closing_note: str) -> None:
    """Raises CannotDo with everything that is still owed."""
    if found := closing_obstacles(source, on):
        raise CannotDo(*found)
    change(source, closed_on=on, closing_note=closing_note)
    note(source, "close", officer, now, closing_note)


@transaction.atomic
def forward(source: Source, officer: Officer, now: datetime, **facts: Any) -> Forwarding:
    if source.closed_on:
        raise CannotDo(_("已经办结，不能再移送。"))
    made = Forwarding.objects.create(source=source, sent_by=officer, **facts)
    note(source, "forward", officer, now, str(made))
    return made


@transaction.atomic
def take_answer(made: Forwarding, officer: Officer, now: datetime, *, on: date, reply: str) -> None:
    """Raises CannotDo."""
    if on < made.sent_on:
        raise CannotDo(_("收到回复的日期早于发出的日期。"))
    if not made.answered(replied_on=on, reply=reply):
        raise CannotDo(_("这份回复已经登记过。"))
    note(made.source, "answer", officer, now, made.organ)


@transaction.atomic
def begin_task(
    source: Source, officer: Officer, now: datetime, *, officers: Iterable[Officer], begins_on: date, due_on: date
) -> Task:
    """Who checks on the spot what was reported, until when. Raises CannotDo."""
    if source.closed_on:
        raise CannotDo(_("已经办结，不能再派检查任务。"))
    facts = {"title": _("核查：%(what)s") % {"what": source.title}, "target": source.target}
    task = Task.objects.create(origin=Task.Origin.SOURCE, begins_on=begins_on, due_on=due_on, **facts)
    task.officers.set(officers)
    source.tasks.add(task)
    note(source, "task", officer, now, "、".join(one.name for one in officers))
    return task


def case_obstacles(source: Source) -> list[str]:
    """Why no case may begin from this source; pure but for what the source itself holds."""
    found = []
    if source.is_machines and not source.cleared_on:
        found.append(_("设备记录未经审核，不得作为证据，不能立案（行政处罚法第四十一条第二款）；先由执法人员审核。"))
    if source.case_id:
        found.append(_("已经转入案件。"))
    elif source.decision:
        found.append(_("已经决定：%(decision)s。") % {"decision": source.get_decision_display()})
    if not source.is_lead:
        found.append(_("登记时写明不反映违法行为，不能转入案件。"))
    if source.closed_on and not source.case_id:
        found.append(_("已经办结。"))
    return found


@transaction.atomic
def begin_case(source: Source, officer: Officer, now: datetime, /, **lead: Any) -> Case:
    """The lead of a case, linked both ways; that is the decision on the source. Raises CannotDo."""
    locked = Source.objects.select_for_update().get(pk=source.pk)
    if found := case_obstacles(locked):
        raise CannotDo(*found)
    case = open_case(officer=officer, on=timezone.localdate(now), **lead)
    _into(locked, case, officer, now)
    return case


@transaction.atomic
def join_case(source: Source, officer: Officer, now: datetime, *, case: Case) -> None:
    """The case that another report of the same thing has begun. Raises CannotDo."""
    locked = Source.objects.select_for_update().get(pk=source.pk)
    if found := case_obstacles(locked):
        raise CannotDo(*found)
    _into(locked, case, officer, now)


def _into(source: Source, case: Case, officer: Officer, now: datetime) -> None:
    today = timezone.localdate(now)
    reason = _("符合立案条件，转入案件%(case)s办理。") % {"case": case}
    facts = {"decision": Source.Decision.CASE, "decided_on": today, "decided_by": officer, "decision_reason": reason}
    change(source, once={"case": None}, case=case, **facts)
    note(source, "case", officer, now, str(case))


@transaction.atomic
def read_informant(source: Source, officer: Officer, now: datetime, *, reason: str) -> Informant:
    """Written down before anything is shown. Raises Informant.DoesNotExist."""
    informant = Informant.objects.select_for_update().get(source=source)
    InformantReading.objects.create(informant=informant, officer=officer, read_at=now, reason=reason)
    return informant
