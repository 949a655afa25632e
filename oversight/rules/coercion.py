"""Were things taken, kept and given back as 行政强制法 18–28 and 行政处罚法 56 demand?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.coercion import HOLDING, MeasureState
from cases.models import CoerciveMeasure, Preservation
from law.terms import term_rule
from oversight import facts
from oversight.findings import Finding, at, rule

UNKEPT = (MeasureState.UNREPORTED, MeasureState.REPORTED)


def carried_out(file: CaseFile) -> list[CoerciveMeasure]:
    return [one for one in file.measures if one.carried_out_at is not None]


def registered(file: CaseFile) -> list[Preservation]:
    rows = sorted(file.case.preservations.all(), key=lambda one: one.pk)
    return [one for one in rows if one.kept_at is not None]


def _on(file: CaseFile, row: Any, form: str, text: str, basis: str, field: str, **cure: Any) -> Finding:
    cure.setdefault("how", _("措施已经实施，不能补正；依法解除，书面说明并附卷。"))
    return Finding(text, basis, **at(facts.paper_about(file, form, row), form), field=field, locator=str(row), **cure)


def _measure(file: CaseFile, row: CoerciveMeasure, text: str, basis: str, field: str, **cure: Any) -> Finding:
    return _on(file, row, "measure-decision", text, basis, field, **cure)


@rule("measure-is-approved", basis="行政强制法:18(1)")
def measure_is_approved(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        if not one.urgent and (one.approved_at is None or one.approved_at > one.carried_out_at):
            text = _("%(measure)s没有经负责人批准就实施了。") % {"measure": one.title}
            yield _on(file, one, "measure-approval", text, "行政强制法:18(1)", _("批准时间"))
        elif one.urgent and one.approved_at is None and one.state not in (MeasureState.RELEASED, MeasureState.RETURNED):
            yield _on(
                file,
                one,
                "measure-approval",
                _("当场实施的%(measure)s没有补办批准。") % {"measure": one.title},
                "行政强制法:19",
                _("批准时间"),
                curable=one.state in UNKEPT,
                act="confirm_measure",
                how=_("立即报负责人补批；负责人认为不应当采取的，立即解除。"),
            )


@rule("measure-reported-in-a-day", basis="行政强制法:19")
def measure_reported_in_a_day(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        if not one.urgent or one.reported_at is None:
            continue
        hours = term_rule("measure_report", facts.day_of(one.carried_out_at)).length
        if one.reported_at > one.carried_out_at + timedelta(hours=hours):
            text = _("当场实施的%(measure)s没有在二十四小时内报告。") % {"measure": one.title}
            yield _on(file, one, "measure-approval", text, "行政强制法:19", _("报告时间"))


@rule("measure-by-two-officers", basis="行政强制法:18(2)")
def measure_by_two_officers(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        if one.second_officer_id is None or one.second_officer_id == one.proposed_by_id:
            text = _("%(measure)s不是由两名执法人员实施的。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:18(2)", _("执法人员"))


@rule("measure-on-a-scene-record", basis="行政强制法:18(7)")
def measure_on_a_scene_record(file: CaseFile) -> Iterator[Finding]:
    scenes = {one.pk: one for one in file.inquiries if one.kind == "scene"}
    for one in carried_out(file):
        scene = scenes.get(one.scene_id)
        if scene is None:
            text = _("%(measure)s没有制作现场笔录。") % {"measure": one.title}
        elif facts.day_of(scene.started_at) != facts.day_of(one.carried_out_at):
            text = _("%(measure)s的现场笔录不是实施当天制作的。") % {"measure": one.title}
        else:
            continue
        yield _measure(file, one, text, "行政强制法:18(7)", _("现场笔录"))


@rule("measure-told-and-heard", basis="行政强制法:18(5);行政强制法:18(6)")
def measure_told_and_heard(file: CaseFile) -> Iterator[Finding]:
    scenes = {one.pk: one for one in file.inquiries}
    for one in carried_out(file):
        scene = scenes.get(one.scene_id)
        if scene is not None and not scene.rights_told:
            text = _("实施%(measure)s时没有当场告知理由、依据和权利。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:18(5)", _("告知"))
        if not one.heard.strip():
            text = _("实施%(measure)s时没有记录当事人的陈述申辩。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:18(6)", _("陈述申辩"))


@rule("measure-before-party-or-witness", basis="行政强制法:18(9)")
def measure_before_party_or_witness(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        if not one.handed_to.strip() and not one.witness.strip():
            text = _("%(measure)s没有当事人或者见证人在场的记录。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:18(9)", _("见证人"))


@rule("measure-decision-delivered", basis="行政强制法:24.1")
def measure_decision_delivered(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        paper = facts.paper_about(file, "measure-decision", one)
        day = facts.day_of(one.carried_out_at)
        if paper is None:
            text = _("%(measure)s没有决定书。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:24.1", _("决定书"))
        elif not one.handed_to.strip():
            text = _("%(measure)s的决定书和清单没有当场交付的记录。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:24.1", _("交付"))
        elif paper.content.get("begins") not in (None, "") and date.fromisoformat(paper.content["begins"]) < day:
            text = _("%(measure)s决定书写明的开始日期早于实施日期。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:24.2", _("开始日期"))


@rule("measure-has-an-inventory", basis="行政强制法:24.2")
def measure_has_an_inventory(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        things = list(one.things.all())
        if not things or any(not (row.name.strip() and row.quantity.strip()) for row in things):
            text = _("%(measure)s的清单没有写明财物的名称和数量。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:24.2", _("清单"))


@rule("measure-fits-the-conduct", basis="行政强制法:23.1")
def measure_fits_the_conduct(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        if not one.relation_to_conduct.strip():
            text = _("没有说明%(measure)s的财物与违法行为的关系。") % {"measure": one.title}
            yield _measure(file, one, text, "行政强制法:23.1", _("财物与违法行为的关系"))


def _last_day(file: CaseFile, one: CoerciveMeasure) -> date:
    """Thirty days, the extension on top, and the days of testing left out (行政强制法 25)."""
    term = next((row for row in file.terms_about(one, "seizure")), None)
    extended = sum(row.days for row in term.extensions.all()) if term else 0
    begun = facts.day_of(one.carried_out_at)
    due = facts.last_day("seizure", begun, min(extended, term_rule("seizure", begun).extension))
    tested = sum((min(row.last, row.ended_on or row.last) - row.first).days + 1 for row in one.tests.all())
    return due + timedelta(days=tested)


def _ended_on(file: CaseFile, one: CoerciveMeasure) -> date | None:
    """When it was lifted or the things went back; what was confiscated or handed along ended with its term."""
    days = [day for day in (one.released_on, one.returned_on) if day]
    days = days or [row.ended_on for row in file.terms_about(one, "seizure") if row.ended_on and row.ending == "met"]
    return min(days, default=None)


@rule("measure-within-its-period", basis="行政强制法:25.1")
def measure_within_its_period(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        due, ended = _last_day(file, one), _ended_on(file, one)
        late = any(row.lateness_recorded_on for row in file.terms_about(one, "seizure"))
        if ended and ended > due:
            values = {"measure": one.title, "due": due, "on": ended}
            text = _("%(measure)s到 %(due)s 届满，%(on)s 才解除。") % values
            yield _measure(file, one, text, "行政强制法:25.1", _("截止日期"))
        elif ended is None and late:
            yield _measure(
                file,
                one,
                _("%(measure)s到 %(due)s 届满，还没有解除。") % {"measure": one.title, "due": due},
                "行政强制法:28.1(4)",
                _("截止日期"),
                curable=True,
                act="release_measure" if one.state in HOLDING else "return_things",
                how=_("立即解除并退还财物；超期的经过书面说明并附卷。"),
            )


@rule("measure-extended-once", basis="行政强制法:25.1")
def measure_extended_once(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        rows = [row for term in file.terms_about(one, "seizure") for row in term.extensions.all()]
        longest = term_rule("seizure", facts.day_of(one.carried_out_at)).extension
        if len(rows) > 1 or sum(row.days for row in rows) > longest:
            text = _("%(measure)s延长超过一次或者超过三十日。") % {"measure": one.title}
            yield _on(file, one, "measure-extension", text, "行政强制法:25.1", _("延长期限"))
        if rows and facts.paper_about(file, "measure-extension", one) is None:
            text = _("延长%(measure)s没有书面告知当事人。") % {"measure": one.title}
            yield _on(file, one, "measure-extension", text, "行政强制法:25.2", _("延长通知书"))


@rule("tests-are-announced", basis="行政强制法:25.3")
def tests_are_announced(file: CaseFile) -> Iterator[Finding]:
    for one in carried_out(file):
        for row in one.tests.all():
            if row.announced_on > row.first:
                text = _("检测期间 %(first)s 开始，%(on)s 才书面告知当事人。") % {
                    "first": row.first,
                    "on": row.announced_on,
                }
                yield _on(file, row, "test-notice", text, "行政强制法:25.3", _("检测期间"))


@rule("measure-is-settled", basis="行政强制法:27")
def measure_is_settled(file: CaseFile) -> Iterator[Finding]:
    if file.case.closed_on is None:
        return
    for one in carried_out(file):
        if one.state in HOLDING or one.state in (MeasureState.LAPSED, MeasureState.RELEASED):
            yield _measure(
                file,
                one,
                _("案件已经结案，%(measure)s的财物还没有处理。") % {"measure": one.title},
                "行政强制法:28.2",
                _("财物去向"),
                curable=True,
                act="release_measure" if one.state in HOLDING else "return_things",
                how=_("立即解除并退还财物。"),
            )


# --- 先行登记保存 -----------------------------------------------------------------------------------
@rule("preservation-is-approved", basis="行政处罚法:56")
def preservation_is_approved(file: CaseFile) -> Iterator[Finding]:
    for one in registered(file):
        paper = facts.paper_about(file, "preservation-approval", one)
        if paper is None or (paper.issued_on and paper.issued_on > facts.day_of(one.kept_at)):
            text = _("先行登记保存没有经负责人事先批准。")
            how = _("登记保存已经实施，不能补批；书面说明并附卷。")
            yield _on(file, one, "preservation-approval", text, "行政处罚法:56", _("批准日期"), how=how)


@rule("preservation-decided-in-time", basis="行政处罚法:56")
def preservation_decided_in_time(file: CaseFile) -> Iterator[Finding]:
    for one in registered(file):
        due = facts.last_day("preservation", facts.day_of(one.kept_at))
        if one.lapsed_on or (one.outcome_on and one.outcome_on > due):
            text = _("先行登记保存没有在 %(due)s 前作出处理决定。") % {"due": due}
            how = _("已经逾期，不能补正；立即返还物品，说明原因并附卷。")
            yield _on(file, one, "preservation-release", text, "行政处罚法:56", _("处理日期"), how=how)


@rule("preservation-is-signed", basis="行政处罚法:56")
def preservation_is_signed(file: CaseFile) -> Iterator[Finding]:
    for one in registered(file):
        if not one.signed and not one.refusal.strip():
            text = _("证据登记保存清单没有当事人签名，也没有注明原因。")
            how = _("书面说明当时的情况和见证人，附卷。")
            yield _on(file, one, "preservation-list", text, "行政处罚法:56", _("签名"), curable=True, how=how)
        if not one.reason.strip():
            text = _("没有写明先行登记保存的理由。")
            how = _("由经办人书面补充说明并附卷。")
            yield _on(file, one, "preservation-approval", text, "行政处罚法:56", _("理由"), curable=True, how=how)


@rule("preservation-is-settled", basis="行政处罚法:56")
def preservation_is_settled(file: CaseFile) -> Iterator[Finding]:
    if file.case.closed_on is None:
        return
    for one in registered(file):
        if one.state in ("kept", "released", "lapsed"):
            text = _("案件已经结案，登记保存的物品还没有处理。")
            how = _("返还物品，由领取人签名。")
            yield _on(
                file,
                one,
                "return-receipt",
                text,
                "行政处罚法:56",
                _("返还日期"),
                curable=True,
                act="return_things",
                how=how,
            )
