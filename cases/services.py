"""The one door: how is an act carried out, and why is it not open?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import clocks, comments, papers, record
from cases.act import ANY, Act, Ask, Obstacle, acts_of
from cases.case_file import CaseFile, load_case_file
from cases.guards.people import partner_is_another_certified_officer
from cases.guards.recusal import is_not_recused
from cases.guards.sealing import paper_bears_its_seal
from cases.models import Case, FiredRule, RecordEntry
from cases.objects import LegalObject
from cases.papers.agreement import PaperDisagrees
from documents.models import Document
from law.holidays import CalendarMissing
from law.thresholds import Scope
from officers.models import Officer
from officers.roles import Role

ALWAYS = (is_not_recused, partner_is_another_certified_officer, paper_bears_its_seal)
"""Asked of every act, whatever it declares: who acts, with whom, and on which paper."""


class Refused(Exception):
    """The act is not open; carries every reason."""

    def __init__(self, act: Act, obstacles: list[Obstacle]) -> None:
        super().__init__(f"{act.key}: " + "; ".join(str(one.sentence) for one in obstacles))
        self.act = act
        self.obstacles = obstacles


@dataclass(frozen=True)
class Done:
    """What an act has brought about."""

    act: Act
    case: Case
    entry: RecordEntry
    about: Any = None
    papers: list[Document] = field(default_factory=list)


def perform(
    subject: models.Model, key: str, officer: Officer | None, on: date, *, seen_version: int | None = None, **facts: Any
) -> Done:
    """Carry out one act on a case, or on a legal object that belongs to one (its ``case``).

    lock → collect every obstacle → act → save → clocks → papers → record, in one transaction; rendering and
    notices wait for commit. officer None: the system itself, for acts declared `by=system`. Raises Refused with all
    reasons; raises KeyError for an unknown act.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=_case_id(subject))
        machine = case if isinstance(subject, Case) else type(subject)._default_manager.get(pk=subject.pk)
        act = acts_of(machine)[key]
        file = load_case_file(case.pk)
        ask = Ask(file, officer or Officer(), on, facts)
        reasons = _version_obstacles(case, seen_version) + obstacles(machine, key, ask)
        if reasons:
            raise Refused(act, reasons)
        try:
            return _carry_out(machine, case, act, ask)
        except CalendarMissing as missing:
            raise Refused(act, [no_calendar(missing)]) from missing
        except PaperDisagrees as found:
            raise Refused(act, [_paper_disagrees(one) for one in found.sentences]) from found


def _carry_out(machine: Any, case: Case, act: Act, ask: Ask) -> Done:
    before = machine.state
    about = getattr(machine, act.key)(officer=ask.officer, on=ask.on, **comments.without_comments(ask.facts))
    comments.keep_comments(ask.file, machine, act, ask.facts, ask.officer, ask.on)
    subject = None if machine is case else machine
    about = subject if about is None else about
    machine.save()
    if machine is not case:
        case = Case.objects.get(pk=case.pk)
    case.version += 1
    case.save()
    if act.opinion_on:
        case.approvals.create(
            matter=act.opinion_on,
            act=act.key,
            post=act.by.name,
            officer=ask.officer,
            opinion=ask.facts.get("opinion", ""),
            given_on=ask.on,
        )
    if not act.targets or machine.state == act.targets[-1]:
        # An act that serves several papers has met its term when the last one is served.
        clocks.meet_terms(case, act.meets, ask.on, subject)
    clocks.meet_by_service(case, act, ask.facts, ask.on)
    file = load_case_file(case.pk)
    _keep_fired_rules(file, ask.on)
    # A case's act that brings a legal object into being opens that object's terms.
    clocks.open_terms(file, act, ask.facts, ask.on, about if isinstance(about, LegalObject) else subject)
    drawn = papers.produce(file, act, replace(ask, subject=subject), about)
    papers.hand_over(drawn, act, ask, about)
    entry = record.append(
        case,
        act=act.key,
        actor=ask.officer if ask.officer.pk else None,
        role=act.by.name,
        on=ask.on,
        state=(before, machine.state),
        basis=act.basis,
        subject=machine,
        facts=ask.facts,
        papers=[{"id": one.pk, "form": one.form_key, "content": one.content_sha256} for one in drawn],
    )
    return Done(act, case, entry, about, drawn)


def obstacles(machine: models.Model, key: str, ask: Ask) -> list[Obstacle]:
    """Every reason why this act is not open now, in words with article and cure; none when it is."""
    act = acts_of(machine)[key]
    ask = replace(ask, subject=machine)
    if not in_source_state(machine, act):
        what = _("案件") if isinstance(machine, Case) else machine._meta.verbose_name
        return [
            Obstacle(
                _("%(what)s现在是“%(state)s”，不能办理“%(act)s”。")
                % {"what": what, "state": label(machine), "act": act.title},
                act.basis,
            )
        ]
    found = [] if act.by.check(ask) else [not_the_one(act)]
    found += [one for guard in ALWAYS for one in guard.obstacles(ask)] + _date_obstacles(ask)
    found += comments.unanswered(act, machine, ask)
    try:
        return found + [obstacle for guard in act.requires for obstacle in guard.obstacles(ask)]
    except CalendarMissing as missing:
        return [*found, no_calendar(missing)]


def no_calendar(missing: CalendarMissing) -> Obstacle:
    """Working days that nobody has entered cannot be counted: better not done than done by a wrong deadline."""
    return Obstacle(
        _("%(year)d 年的节假日和调休安排还没有录入，期限无法计算。") % {"year": missing.year},
        "行政处罚法:85",
        _("录入国务院办公厅公布的放假安排（LAW_LOCAL_DIR 中的 holidays.toml）"),
        Role.ADMINISTRATOR.label,
    )


def _paper_disagrees(sentence: str) -> Obstacle:
    return Obstacle(
        sentence, "行政处罚法:40", _("更正案卷中的记载或者所填写的内容以后重新办理；仍不一致的，请报告管理员。")
    )


def not_the_one(act: Act) -> Obstacle:
    return Obstacle(
        _("“%(act)s”由%(who)s办理。") % {"act": act.title, "who": act.by.title}, act.basis, cure_by=act.by.title
    )


def in_source_state(machine: Any, act: Act) -> bool:
    return ANY in act.source or machine.state in act.source


def label(machine: Any) -> str:
    return str(machine.get_state_display())


def open_case(*, officer: Officer, on: date, second: Officer, **lead: Any) -> Case:
    """Register a lead with its two officers (行政处罚法 42); the soft timer for filing starts.

    procedure="summary" among what is known of it: it is to be punished on the spot (行政处罚法 51).
    """
    with transaction.atomic():
        case = Case.objects.create(registered_on=on, department=officer.department, **lead)
        for one in dict.fromkeys((officer, second)):
            case.assignments.create(officer=one, since=on, reason="")
        clocks.open_term(case, "filing", on)
        record.append(
            case,
            act="register_lead",
            actor=officer,
            role="case_officers",
            on=on,
            state=("", case.state),
            basis="行政处罚法:54.1",
            facts=lead | {"second": second},
        )
    return case


def _case_id(subject: Any) -> int:
    return int(subject.pk if isinstance(subject, Case) else subject.case_id)


def _version_obstacles(case: Case, seen: int | None) -> list[Obstacle]:
    if seen is None or seen == case.version:
        return []
    return [Obstacle(_("这件案件刚刚被更新过。"), cure=_("看过最新情况以后再提交；你填写的内容都还在。"))]


def _date_obstacles(ask: Ask) -> list[Obstacle]:
    """An act is dated by the officer's day: not in the future, not before the act that made it possible."""
    found = []
    if ask.on > timezone.localdate():
        found.append(Obstacle(_("办理日期 %(on)s 还没有到。") % {"on": ask.on}, cure=_("填写实际办理的日期。")))
    last = max((one.given_on for one in ask.file.case.approvals.all()), default=ask.file.case.registered_on)
    if ask.on < last:
        found.append(
            Obstacle(
                _("办理日期 %(on)s 早于上一步审批的日期 %(last)s。") % {"on": ask.on, "last": last},
                cure=_("填写实际办理的日期。"),
            )
        )
    return found


def _keep_fired_rules(file: CaseFile, on: date) -> None:
    """Keep which rules required review, discussion or a hearing, as they fired (major_cases.md §2)."""
    if file.case.recommendation != "penalty" or not file.case.round:
        return
    rows = [
        FiredRule(
            case=file.case,
            party=party,
            round=file.case.round,
            scope=scope,
            rule=rule.key,
            title=rule.title,
            basis=rule.basis,
            fired_on=on,
        )
        for party in file.parties
        for scope in Scope
        for rule in file.rules_for(scope, party, on)
    ]
    FiredRule.objects.bulk_create(rows, ignore_conflicts=True)
