"""Was the party reminded, waited for and heard before force was used, and the court asked in time?"""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Enforcement
from documents.models import Document
from law.holidays import is_working_day
from law.limits import limit
from oversight import facts
from oversight.findings import Finding, at, rule


def enforcements(file: CaseFile) -> list[Enforcement]:
    return sorted(file.case.enforcements.all(), key=lambda one: one.pk)


def _reminder(file: CaseFile, one: Enforcement) -> Document | None:
    papers = [paper for paper in facts.final_papers(file, "reminder") if paper.party_id == one.party_id]
    return papers[0] if papers else None


def _forced(one: Enforcement) -> list[tuple[str, Any, Any]]:
    """What was done by force or asked of the court: form, day, row."""
    rows = [("court-application", row.applied_on, row) for row in one.applications.all() if row.applied_on]
    # What must be cleared at once waits for no reminder (行政强制法 52).
    own = [row for row in one.executions.all() if not row.immediate]
    return rows + [
        ("substitute-decision" if row.kind == "substitute" else "enforcement-decision", row.decided_on, row)
        for row in own
    ]


def _on(file: CaseFile, form: str, one: Enforcement, text: str, basis: str, field: str, **cure: Any) -> Finding:
    papers = [paper for paper in facts.final_papers(file, form) if paper.party_id in (None, one.party_id)]
    cure.setdefault("how", _("已经实施，不能补正；书面说明并附卷。"))
    return Finding(text, basis, **at(papers[-1] if papers else None, form), field=field, locator=one.party.name, **cure)


@rule("reminded-before-force", basis="行政强制法:35;行政强制法:54")
def reminded_before_force(file: CaseFile) -> Iterator[Finding]:
    for one in enforcements(file):
        service = facts.service_of(file, _reminder(file, one))
        for form, day, _row in _forced(one):
            if service is None or service.served_on >= day:
                text = _("没有先送达催告书就强制执行或者申请强制执行。")
                yield _on(file, form, one, text, "行政强制法:54", _("催告书送达日期"))


@rule("reminder-period-waited", basis="行政强制法:54")
def reminder_period_waited(file: CaseFile) -> Iterator[Finding]:
    for one in enforcements(file):
        service = facts.service_of(file, _reminder(file, one))
        for form, day, row in _forced(one):
            if service is None or form != "court-application" or row.urgency.strip():
                continue
            due = facts.last_day("reminder", service.served_on)
            if service.served_on < day <= due:
                text = _("催告到 %(due)s 才满十个工作日，%(on)s 就申请强制执行。") % {"due": due, "on": day}
                yield _on(file, form, one, text, "行政强制法:54", _("申请日期"))


@rule("court-asked-in-time", basis="行政强制法:53")
def court_asked_in_time(file: CaseFile) -> Iterator[Finding]:
    for one in enforcements(file):
        for term in file.terms_about(one, "court_application"):
            late = term.ended_on is not None and term.ending == "met" and term.ended_on > term.due_on
            if late or (term.ending in ("", "expired") and term.lateness_recorded_on):
                text = _("申请法院强制执行的期限到 %(due)s 届满，没有按期申请。") % {"due": term.due_on}
                yield _on(file, "court-application", one, text, "行政强制法:53", _("申请日期"))


@rule("reminded-party-is-answered", basis="行政强制法:36")
def reminded_party_is_answered(file: CaseFile) -> Iterator[Finding]:
    for one in enforcements(file):
        if one.statement.strip() and not one.answer.strip():
            yield _on(
                file,
                "reminder",
                one,
                _("当事人催告后提出的陈述申辩没有复核。"),
                "行政强制法:36",
                _("陈述申辩"),
                curable=not _forced(one),
                act="answer_after_reminder",
                how=_("复核并答复当事人的意见。"),
            )


@rule("no-force-at-night", basis="行政强制法:43.1")
def no_force_at_night(file: CaseFile) -> Iterator[Finding]:
    for one in enforcements(file):
        for row in one.executions.all():
            if row.carried_out_at is None or row.immediate or row.urgency.strip():
                continue
            moment = localtime(row.carried_out_at)
            day = moment.date()
            at_night = moment.hour >= limit("night_begins", day) or moment.hour < limit("night_ends", day)
            if at_night or not is_working_day(day):
                text = _("%(on)s 在夜间或者法定节假日实施强制执行。") % {"on": f"{moment:%Y-%m-%d %H:%M}"}
                yield _on(file, "enforcement-decision", one, text, "行政强制法:43.1", _("实施时间"))


@rule("overdue-fine-is-reminded", basis="行政强制法:54")
def overdue_fine_is_reminded(file: CaseFile) -> Iterator[Finding]:
    begun = {one.party_id for one in enforcements(file)}
    for party, _decision in facts.penalties(file):
        late = [one for one in file.terms if one.key == "payment" and one.party_id == party.pk]
        if party.pk not in begun and any(one.lateness_recorded_on and one.ended_on is None for one in late):
            yield Finding(
                _("%(name)s逾期没有缴款，还没有催告。") % {"name": party.name},
                "行政强制法:54",
                form="reminder",
                field=_("催告"),
                locator=party.name,
                curable=True,
                act="begin_enforcement",
                how=_("启动强制执行程序，送达催告书。"),
            )


@rule("surcharge-is-announced", basis="行政处罚法:72.1(1)")
def surcharge_is_announced(file: CaseFile) -> Iterator[Finding]:
    for form in ("penalty-decision", facts.SPOT_FORM):
        for paper in facts.final_papers(file, form):
            owed = float(paper.content.get("fine") or 0) > 0
            if owed and "加处" not in (paper.content.get("payment") or ""):
                yield Finding(
                    _("%(paper)s没有告知逾期不缴纳加处罚款的后果。") % {"paper": paper.title},
                    "行政处罚法:72.1(1)",
                    **at(paper),
                    field=_("履行方式和期限"),
                    locator=paper.number,
                    how=_("没有告知的，不得加处罚款；在催告书中写明。"),
                )


@rule("consequences-are-stated", basis="行政处罚法:72.1(4)")
def consequences_are_stated(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file, "penalty-decision"):
        content = paper.content
        if "强制执行" not in " ".join(str(content.get(name) or "") for name in ("remedy", "payment")):
            yield Finding(
                _("%(paper)s没有告知不履行决定的后果。") % {"paper": paper.title},
                "行政处罚法:72.1(4)",
                **at(paper),
                field=_("不履行的后果"),
                locator=paper.number,
                how=_("在催告书中写明不履行的后果。"),
                curable=True,
            )
