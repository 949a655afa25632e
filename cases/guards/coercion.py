"""May a coercive measure be taken, held on to or ended now (行政强制法 16–28)?"""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.coercion import MeasureState
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from law.measures import MeasureRule, UnknownMeasure, measure_rule
from law.violations import PenaltyKind

GROUNDS = (1, 2, 3, 4, 5)
ENDED_OTHERWISE = ("withdrawn", "transferred", "not_filed")


def rule_asked(ask: Ask) -> MeasureRule | None:
    """The authority chosen in the form, or that of the measure acted on; None before one is chosen or if there is none."""
    key = ask.facts.get("authority") or getattr(ask.subject, "authority", "")
    try:
        return measure_rule(key, ask.on) if key else None
    except UnknownMeasure:
        return None


# --- taking it ------------------------------------------------------------------------------------
@guard(basis="行政强制法:17.1", cure=gettext_lazy("选择法律、行政法规规定的强制措施；没有依据的不得采取"), by=HANDLERS)
def measure_is_provided(ask: Ask) -> Iterator[Text]:
    asked = ask.facts.get("authority") or getattr(ask.subject, "authority", "")
    if asked and rule_asked(ask) is None:
        yield _("%(on)s 没有法律、法规授权本机关采取这项强制措施。") % {"on": ask.on}


@guard(basis="行政强制法:22", cure=gettext_lazy("只列入该条文允许查封、扣押的财物"), by=HANDLERS)
def things_are_of_the_kind(ask: Ask) -> Iterator[Text]:
    rule = rule_asked(ask)
    for one in ask.facts.get("things", ()) if rule else ():
        if one["kind"] not in rule.things:  # type: ignore[union-attr]
            yield _("“%(name)s”不是这项措施可以查封、扣押的种类。") % {"name": one["name"]}


@guard(basis="行政强制法:23.1", cure=gettext_lazy("与违法行为无关的财物和生活必需品不得查封、扣押"), by=HANDLERS)
def things_concern_the_conduct(ask: Ask) -> Iterator[Text]:
    if "relation_to_conduct" in ask.facts and not ask.facts["relation_to_conduct"].strip():
        yield _("没有写明财物与违法行为的关系，不得查封、扣押无关的财物。")
    if ask.facts.get("necessities"):
        yield _("公民个人及其所扶养家属的生活必需品，不得查封、扣押。")


@guard(basis="行政强制法:23.2", cure=gettext_lazy("已被其他机关查封的，与该机关协调，不得重复查封"), by=HANDLERS)
def nobody_else_has_sealed_it(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("sealed_elsewhere"):
        yield _("财物已被其他国家机关依法查封，不得重复查封。")


@guard(basis="行政强制法:18(1)", cure=gettext_lazy("报负责人批准以后实施；情况紧急的，走当场采取的程序"), by=HEAD)
def carried_out_after_approval(ask: Ask) -> Iterator[Text]:
    moment, approved_at = ask.facts.get("carried_out_at"), getattr(ask.subject, "approved_at", None)
    if moment and approved_at and moment < approved_at:
        yield _("实施时间早于批准时间，实施前须经负责人批准。")


@guard(basis="行政强制法:18(7)", cure=gettext_lazy("当场制作现场笔录"), by=HANDLERS, act="record_scene")
def a_scene_record_was_made(ask: Ask) -> Iterator[Text]:
    """One of the day of the measure, on which the certificates were shown."""
    scenes = [ask.facts["scene"]] if ask.facts.get("scene") else ask.file.inquiries
    shown = [one for one in scenes if one.kind == "scene" and one.certificates_shown and one.rights_told]
    moment = ask.facts.get("carried_out_at")
    day = localdate(moment) if moment else None
    if not any(day is None or localdate(one.started_at) == day for one in shown):
        yield _("没有当天的现场笔录（写明出示证件、告知理由依据和权利），不得实施强制措施。")


@guard(basis="行政强制法:18(9)", cure=gettext_lazy("当事人不到场的，邀请见证人到场并写明姓名"), by=HANDLERS)
def party_or_witness_was_there(ask: Ask) -> Iterator[Text]:
    if "party_present" in ask.facts and not (ask.facts["party_present"] or ask.facts.get("witness", "").strip()):
        yield _("当事人没有到场，也没有邀请见证人。")


@guard(
    basis="行政强制法:18(6)",
    cure=gettext_lazy("告知理由、依据、权利和救济途径，听取并写明当事人的陈述申辩"),
    by=HANDLERS,
)
def party_was_told_and_heard(ask: Ask) -> Iterator[Text]:
    if "told" in ask.facts and not ask.facts["told"]:
        yield _("没有当场告知当事人理由、依据、权利和救济途径。")
    if "heard" in ask.facts and not ask.facts["heard"].strip():
        yield _("没有听取当事人的陈述申辩；当事人没有意见的，如实写明。")


@guard(basis="行政强制法:24.1", cure=gettext_lazy("当场交付决定书和清单，写明谁收的"), by=HANDLERS)
def decision_is_handed_over_on_the_spot(ask: Ask) -> Iterator[Text]:
    if "handed_to" in ask.facts and not ask.facts["handed_to"].strip():
        yield _("决定书和清单没有当场交付。")


@guard(basis="行政强制法:19", cure=gettext_lazy("写明为什么没有在二十四小时内报告"), by=HANDLERS)
def late_report_is_explained(ask: Ask) -> Iterator[Text]:
    """Late is unlawful, but never reporting would be worse for the party: it is reported with the lateness named."""
    if ask.subject is None or "reported_at" not in ask.facts or ask.facts.get("late_reason", "").strip():
        return
    late = ask.subject.late_by(ask.facts["reported_at"])
    if late:
        yield _("报告超过二十四小时期限 %(minutes)d 分钟，须写明原因。") % {"minutes": late.total_seconds() // 60}


# --- holding on to it -----------------------------------------------------------------------------
@guard(basis="行政强制法:25.1", cure=gettext_lazy("期限届满前只能延长一次；届满的，立即解除并退还"), by=HEAD)
def hold_may_be_extended(ask: Ask) -> Iterator[Text]:
    hold = hold_of(ask)
    if hold is None:
        return
    if ask.on > hold.due_on:
        yield _("扣押期限已于 %(due)s 届满，不能再延长。") % {"due": hold.due_on}
    if hold.extensions.all():
        yield _("扣押期限已经延长过一次。")


@guard(basis="行政强制法:25.2", cure=gettext_lazy("写明情况怎样复杂；通知书要把理由告诉当事人"), by=HEAD)
def extension_has_its_reason(ask: Ask) -> Iterator[Text]:
    if "reason" in ask.facts and not ask.facts["reason"].strip():
        yield _("延长期限没有写明理由。")


@guard(basis="行政强制法:25.3", cure=gettext_lazy("检测期间应当明确，事先书面告知当事人"), by=HANDLERS)
def test_is_announced_in_time(ask: Ask) -> Iterator[Text]:
    hold, first, last = hold_of(ask), ask.facts.get("first"), ask.facts.get("last")
    if hold and ask.on > hold.due_on:
        yield _("扣押期限已于 %(due)s 届满，不能再检测。") % {"due": hold.due_on}
    if first and last and last < first:
        yield _("检测结束日期早于开始日期。")
    if first and first < ask.on:
        yield _("检测 %(first)s 就开始了，应当事先书面告知；没有告知的日子照算期限。") % {"first": first}
    if first and hold and first > hold.due_on:
        yield _("检测要在扣押期限届满（%(due)s）以前开始。") % {"due": hold.due_on}


@guard(basis="行政强制法:25.3", cure=gettext_lazy("没有等待结果的检测，不用登记"), by=HANDLERS)
def a_test_is_running(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None and all(one.ended_on for one in ask.subject.tests.all()):
        yield _("没有正在进行的检测。")


@guard(basis="公路安全保护条例:72.2", cure=gettext_lazy("没有这种规定的，期限届满前作出处理决定"), by=HANDLERS)
def unclaimed_things_are_provided_for(ask: Ask) -> Iterator[Text]:
    rule = rule_asked(ask)
    if rule is not None and not rule.unclaimed:
        yield _("“%(title)s”（%(when)s）的规定没有公告催领以后处理财物的条款。") % {
            "title": rule.title,
            "when": rule.when,
        }
    if ask.subject is not None and ask.subject.terms_of("unclaimed_notice"):
        yield _("已经公告催领过。")


@guard(basis="公路安全保护条例:72.2", cure=gettext_lazy("没有公告催领的，解除强制措施并退还"), by=HEAD)
def public_notice_was_given(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None and not ask.subject.terms_of("unclaimed_notice"):
        yield _("没有公告催促领取过。")


# --- ending it ------------------------------------------------------------------------------------
@guard(basis="行政强制法:28.1", cure=gettext_lazy("按实际情形选择解除的理由"), by=HEAD)
def release_ground_applies(ask: Ask) -> Iterator[Text]:
    ground, hold = ask.facts.get("ground"), hold_of(ask)
    if ground == 3 and not (ask.file.decisions or ask.file.case.state in ENDED_OTHERWISE):
        yield _("本案还没有作出处理决定，不能以第三项解除。")
    if ground == 4 and hold is not None and ask.on <= hold.due_on:
        yield _("扣押期限到 %(due)s 才届满，不能以第四项解除。") % {"due": hold.due_on}


@guard(basis="行政强制法:27", cure=gettext_lazy("处罚决定没收非法财物的才能没收；否则解除并退还"), by=HEAD)
def confiscation_is_decided(ask: Ask) -> Iterator[Text]:
    if ask.subject is None:
        return
    party = ask.subject.party
    sanctions = ask.file.sanctions_of(party, "decided")
    decided = ask.file.decision_for(party) is not None
    if not decided or not any(PenaltyKind.CONFISCATE_GOODS in one.kinds for one in sanctions):
        yield _("没有对%(name)s作出没收非法财物的处罚决定。") % {"name": party.name}


@guard(basis="行政强制法:21", cure=gettext_lazy("先移送案件，财物随案移送"), by=HEAD, act="transfer_case")
def case_is_transferred(ask: Ask) -> Iterator[Text]:
    if ask.file.case.state != "transferred":
        yield _("案件还没有移送，财物不能随案移送。")


@guard(basis="行政强制法:25.1", cure=gettext_lazy("期限届满以后由系统登记"))
def hold_has_run_out(ask: Ask) -> Iterator[Text]:
    hold = hold_of(ask)
    if hold is None or hold.ended_on is not None or hold.paused_since is not None or ask.on <= hold.due_on:
        yield _("扣押期限还没有届满。")


@guard(basis="行政强制法:26.1", cure=gettext_lazy("逐件登记去向"), by=HANDLERS, act="measure.propose_disposal")
def every_thing_has_its_end(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None:
        yield from _without_end([ask.subject])


# --- what the case owes its measures --------------------------------------------------------------
@guard(basis="行政强制法:28.1", cure=gettext_lazy("解除强制措施，退还财物"), by=HEAD, act="measure.release_measure")
def nothing_is_held(ask: Ask) -> Iterator[Text]:
    """Before a case ends without a decision, what was held for its sake is released."""
    for one in ask.file.measures:
        if one.holds:
            yield _("“%(measure)s”还没有解除。") % {"measure": one.heading}


@guard(
    basis="行政强制法:27",
    cure=gettext_lazy("先补办批准手续，退还已经届满的财物"),
    by=HANDLERS,
    act="measure.return_things",
)
def no_measure_is_out_of_order(ask: Ask) -> Iterator[Text]:
    """A measure in force is carried over the decision; one without approval or force must be put right before."""
    for one in ask.file.measures:
        if one.state in (MeasureState.UNREPORTED, MeasureState.REPORTED, MeasureState.LAPSED):
            yield _("“%(measure)s”现在是“%(state)s”，须先办结。") % {
                "measure": one.heading,
                "state": one.get_state_display(),
            }


@guard(
    basis="行政强制法:28.2",
    cure=gettext_lazy("办结强制措施"),
    by=HANDLERS,
    act="measure.return_things",
    title=gettext_lazy("强制措施都已处理"),
)
def measures_are_over(ask: Ask) -> Iterator[Text]:
    for one in ask.file.measures:
        if not one.has_ended:
            yield _("强制措施“%(measure)s”还没有办结（%(state)s）。") % {
                "measure": one.heading,
                "state": one.get_state_display(),
            }


@guard(
    basis="行政强制法:26.1",
    cure=gettext_lazy("逐件登记财物的去向"),
    by=HANDLERS,
    act="measure.propose_disposal",
    title=gettext_lazy("涉案财物都有去向"),
)
def things_are_accounted_for(ask: Ask) -> Iterator[Text]:
    yield from _without_end([one for one in ask.file.measures if one.carried_out_at])


@guard(
    basis="行政强制法:25.2",
    cure=gettext_lazy("送达通知书并登记"),
    by=HANDLERS,
    act="measure.serve_measure_paper",
    title=gettext_lazy("延长强制措施的，已经告知当事人"),
)
def party_was_told_of_longer_holds(ask: Ask) -> Iterator[Text]:
    for form in ("measure-extension", "test-notice"):
        for paper in ask.file.papers_of(form):
            if paper.state == "issued" and ask.file.service_of(paper) is None:
                yield _("%(title)s %(number)s 还没有送达。") % {"title": paper.title, "number": paper.number}


def _without_end(measures: Any) -> Iterator[Text]:
    for measure in measures:
        for thing in measure.unsettled():
            yield _("“%(thing)s”还没有去向（%(fate)s）。") % {"thing": thing, "fate": thing.get_fate_display()}


def hold_of(ask: Ask) -> Any | None:
    return ask.subject.hold if ask.subject is not None else None
