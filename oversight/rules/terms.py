"""Was everything done in its time, counted here again from the days in the file?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Term
from oversight import facts
from oversight.findings import Finding, at, rule


def _term(file: CaseFile, key: str) -> Term | None:
    return next((one for one in file.terms if one.key == key), None)


@rule("decided-in-period", basis="行政处罚法:60")
def decided_in_period(file: CaseFile) -> Iterator[Finding]:
    filed, term = file.case.filed_on, _term(file, "decide")
    if filed is None:
        return
    extended = sum(one.days for one in term.extensions.all()) if term else 0
    due = facts.last_day("decide", filed, extended)
    for decision in file.decisions:
        if decision.decided_on > due:
            yield Finding(
                _("%(filed)s 立案，应当在 %(due)s 前决定，实际 %(on)s 决定。")
                % {"filed": filed, "due": due, "on": decision.decided_on},
                "行政处罚法:60",
                **at(facts.decision_paper(file, decision), facts.DECISION_FORMS[decision.kind]),
                field=_("决定日期"),
                how=_("已经逾期，不能补正；由负责人说明原因。"),
            )
    if not file.decisions and term and term.ended_on is None and term.lateness_recorded_on:
        yield Finding(
            _("办案期限 %(due)s 已经届满，还没有决定。") % {"due": term.due_on},
            "行政处罚法:60",
            form="penalty-decision",
            field=_("决定日期"),
            how=_("尽快决定，写明超期原因。"),
        )


@rule("decision-served-in-time", basis="行政处罚法:61.1")
def decision_served_in_time(file: CaseFile) -> Iterator[Finding]:
    for decision in file.decisions:
        paper = facts.decision_paper(file, decision)
        service = facts.service_of(file, paper)
        due = facts.last_day("serve_decision", decision.decided_on)
        if service and service.served_on > due:
            text = _("决定书应当在 %(due)s 前送达，实际 %(on)s 送达。") % {"due": due, "on": service.served_on}
        elif service is None and (file.case.closed_on or _is_late(file, "serve_decision")):
            text = _("决定书还没有送达。")
        else:
            continue
        yield Finding(
            text,
            "行政处罚法:61.1",
            **at(facts.receipt_of(file, paper) or paper, "service-receipt"),
            field=_("送达日期"),
            curable=service is None,
            act="serve_decision" if service is None else "",
            how=_("送达决定书。") if service is None else _("已经逾期，不能补正；说明原因并附卷。"),
        )


def _is_late(file: CaseFile, key: str) -> bool:
    return any(one.key == key and one.ended_on is None and one.lateness_recorded_on for one in file.terms)


@rule("archived-in-time", basis="行政处罚法:47")
def archived_in_time(file: CaseFile) -> Iterator[Finding]:
    closed, archived = file.case.closed_on, file.case.archived_on
    if closed is None:
        return
    due = facts.last_day("archive", closed)
    # The rule knows no today: an open file is late once the sweep has recorded it.
    if (archived and archived <= due) or not (archived or _is_late(file, "archive")):
        return
    values = {"due": due, "on": archived}
    late = _("应当在 %(due)s 前归档，实际 %(on)s 归档。") if archived else _("结案后到 %(due)s 还没有归档。")
    yield Finding(
        late % values,
        "行政处罚法:47",
        form="dossier-cover",
        field=_("归档日期"),
        curable=archived is None,
        act="" if archived else "archive",
        how=_("由档案管理员归档。") if archived is None else _("已经逾期，不能补正。"),
    )
