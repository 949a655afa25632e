"""The guards of coercive measures, custody and disposal, each with what it refuses."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story, at
from cases.models import CoerciveMeasure, Inquiry, Thing
from cases.models.custody import CustodyChange, Disposal
from tests.cases import holding
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row

STORIES["measure asked for"] = holding.proposed
STORIES["measure reported"] = holding.reported
STORIES["things detained"] = holding.detained
STORIES["things kept"] = holding.kept
MAY_7, MAY_8, JUNE_5, JUNE_6 = date(2026, 5, 7), date(2026, 5, 8), date(2026, 6, 5), date(2026, 6, 6)
Facts = Callable[[Story], dict[str, Any]]


def about(
    story: str, who: str, on: date, facts: Facts | None = None, prepare: Callable[[Story], None] | None = None
) -> Make:
    """A situation whose subject is the measure of the story."""

    def make(stories: Stories) -> Situation:
        told = stories[story]
        if prepare:
            prepare(told)
        return Situation(told, told.cast[who], on, facts(told) if facts else {}, holding.measure_of(told))

    return make


def of_case(
    story: str, who: str, on: date, facts: Facts | None = None, prepare: Callable[[Story], None] | None = None
) -> Make:
    def make(stories: Stories) -> Situation:
        told = stories[story]
        if prepare:
            prepare(told)
        return Situation(told, told.cast[who], on, facts(told) if facts else {})

    return make


def at_once(story: Story) -> dict[str, Any]:
    return holding.asked(story) | holding.on_the_spot(story)


ASKED = of_case("measure asked for", "赵刚", MAY_7, at_once)
HELD = about("things detained", "赵刚", MAY_8)


# --- taking it ------------------------------------------------------------------------------------
@row("measure_is_provided", "行政强制法:17.1", "没有法律、法规授权", ASKED)
def _(now: Situation) -> None:
    now.facts["authority"] = "impound-everything"


@row("things_are_of_the_kind", "行政强制法:22", "“仓库”不是这项措施可以查封、扣押的种类", ASKED)
def _(now: Situation) -> None:
    now.facts["things"] = [holding.LORRY | {"kind": "place", "name": "仓库"}]


@row("things_concern_the_conduct", "行政强制法:23.1", "生活必需品", ASKED)
def _(now: Situation) -> None:
    now.facts["necessities"] = True


@row("nobody_else_has_sealed_it", "行政强制法:23.2", "不得重复查封", ASKED)
def _(now: Situation) -> None:
    now.facts["sealed_elsewhere"] = True


def approved(story: Story) -> None:
    day = at(MAY_7, 9)
    CoerciveMeasure.objects.filter(case=story.case).update(approved_by=story.cast["卫国"], approved_at=day)


@row(
    "carried_out_after_approval",
    "行政强制法:18(1)",
    "实施时间早于批准时间",
    about("measure asked for", "赵刚", MAY_7, lambda story: {"carried_out_at": at(MAY_7, 9)}, approved),
)
def _(now: Situation) -> None:
    now.facts["carried_out_at"] = at(MAY_7, 8, 59)


@row("a_scene_record_was_made", "行政强制法:18(7)", "没有当天的现场笔录", ASKED)
def _(now: Situation) -> None:
    now.facts["scene"] = Inquiry.objects.exclude(case=now.case).filter(kind="scene").first() or now.facts["scene"]
    now.facts["carried_out_at"] = at(MAY_7, 9)


@row("party_or_witness_was_there", "行政强制法:18(9)", "也没有邀请见证人", ASKED)
def _(now: Situation) -> None:
    now.facts["party_present"] = False


@row("party_was_told_and_heard", "行政强制法:18(6)", "没有当场告知当事人", ASKED)
def _(now: Situation) -> None:
    now.facts["told"] = False


@row("decision_is_handed_over_on_the_spot", "行政强制法:24.1", "没有当场交付", ASKED)
def _(now: Situation) -> None:
    now.facts["handed_to"] = " "


@row(
    "late_report_is_explained",
    "行政强制法:19",
    "超过二十四小时期限 1 分钟",
    about("measure reported", "赵刚", MAY_7, lambda story: {"reported_at": at(MAY_7, 11, 20), "late_reason": ""}),
)
def _(now: Situation) -> None:
    now.facts["reported_at"] = at(MAY_7, 11, 21)  # taken on the 6th at 11:20


@row("measure_approver_apart", "行政强制法:18(1)", "卫国在本案中是承办人", about("measure reported", "卫国", MAY_7))
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


# --- holding on to it -----------------------------------------------------------------------------
@row(
    "hold_may_be_extended",
    "行政强制法:25.1",
    "已于 2026-06-05 届满，不能再延长",
    about("things detained", "卫国", JUNE_5),
)
def _(now: Situation) -> None:
    now.on = JUNE_6


@row(
    "extension_has_its_reason",
    "行政强制法:25.2",
    "没有写明理由",
    about("things detained", "卫国", JUNE_5, lambda story: {"reason": "需要外省鉴定。"}),
)
def _(now: Situation) -> None:
    now.facts["reason"] = " "


@row(
    "test_is_announced_in_time",
    "行政强制法:25.3",
    "检测 2026-05-08 就开始了",
    about("things detained", "赵刚", MAY_8, lambda story: {"first": MAY_8, "last": date(2026, 5, 12)}),
)
def _(now: Situation) -> None:
    now.on = date(2026, 5, 9)


def tested(story: Story) -> None:
    facts = {"purpose": "成分检测", "institution": "检测中心", "first": MAY_8, "last": date(2026, 5, 12)}
    holding.do(story, "赵刚", "announce_test", MAY_8, **facts)


@row(
    "a_test_is_running",
    "行政强制法:25.3",
    "没有正在进行的检测",
    about("things detained", "赵刚", MAY_8, prepare=tested),
)
def _(now: Situation) -> None:
    now.subject.tests.update(ended_on=MAY_8)


def damaged(story: Story) -> None:
    CoerciveMeasure.objects.filter(case=story.case).update(authority="detain-after-damage")


@row(
    "unclaimed_things_are_provided_for",
    "公路安全保护条例:72.2",
    "没有公告催领以后处理财物的条款",
    about("things detained", "赵刚", MAY_8, prepare=damaged),
)
def _(now: Situation) -> None:
    CoerciveMeasure.objects.filter(pk=now.subject.pk).update(authority="detain-without-permit")


def announced(story: Story) -> None:
    damaged(story)
    holding.do(story, "赵刚", "announce_unclaimed", MAY_8, where="样例旗政府网")


@row(
    "public_notice_was_given",
    "公路安全保护条例:72.2",
    "没有公告催促领取过",
    about("things detained", "赵刚", MAY_8, prepare=announced),
)
def _(now: Situation) -> None:
    now.case.terms.filter(key="unclaimed_notice").delete()


# --- ending it ------------------------------------------------------------------------------------
@row(
    "release_ground_applies",
    "行政强制法:28.1",
    "期限到 2026-06-05 才届满",
    about("things detained", "卫国", JUNE_5, lambda story: {"ground": 5}),
)
def _(now: Situation) -> None:
    now.facts["ground"] = 4


def decided(story: Story) -> None:
    story.case.decisions.create(
        party=story.party,
        round=0,
        kind="no_penalty",
        decided_on=MAY_8,
        decided_by=story.cast["卫国"],
        ground="no_fault",
        reasons="没收。",
    )
    goods = {"kinds": ["confiscate_goods"], "fine": Decimal(0), "confiscation": Decimal(0), "other": ""}
    story.charge.sanctions.create(stage="decided", round=story.case.round, **goods)


@row(
    "confiscation_is_decided",
    "行政强制法:27",
    "没有对样例宏达化工贸易有限公司作出没收非法财物的处罚决定",
    about("things detained", "赵刚", MAY_8, prepare=decided),
)
def _(now: Situation) -> None:
    now.case.charges.get().sanctions.filter(stage="decided").update(kinds=["fine"])


@row(
    "case_is_transferred",
    "行政强制法:21",
    "案件还没有移送",
    about("things detained", "赵刚", MAY_8, prepare=lambda story: moved(story, "transferred")),
)
def _(now: Situation) -> None:
    moved(now.story, "investigating")


def moved(story: Story, state: str) -> None:
    type(story.case).objects.filter(pk=story.case.pk).update(state=state)


@row("hold_has_run_out", "行政强制法:25.1", "扣押期限还没有届满", about("things detained", "赵刚", JUNE_6))
def _(now: Situation) -> None:
    now.on = JUNE_5


def returned(story: Story) -> None:
    Thing.objects.filter(measure__case=story.case).update(fate="returned", fate_on=MAY_8)
    CoerciveMeasure.objects.filter(case=story.case).update(state="returned")


@row(
    "every_thing_has_its_end",
    "行政强制法:26.1",
    "“蒙G99872号车辆 1辆”还没有去向（已没收）",
    about("things detained", "赵刚", MAY_8, prepare=returned),
)
def _(now: Situation) -> None:
    Thing.objects.filter(measure=now.subject).update(fate="confiscated")


# --- what the case owes its measures --------------------------------------------------------------
@row("nothing_is_held", "行政强制法:28.1", "还没有解除", of_case("things detained", "卫国", MAY_8, prepare=returned))
def _(now: Situation) -> None:
    CoerciveMeasure.objects.filter(case=now.case).update(state="in_force")


@row("no_measure_is_out_of_order", "行政强制法:27", "现在是“已报告待补批”", of_case("things detained", "卫国", MAY_8))
def _(now: Situation) -> None:
    CoerciveMeasure.objects.filter(case=now.case).update(state="reported")


@row(
    "measures_are_over",
    "行政强制法:28.2",
    "还没有办结（已解除待退还）",
    of_case("things detained", "赵刚", MAY_8, prepare=returned),
)
def _(now: Situation) -> None:
    CoerciveMeasure.objects.filter(case=now.case).update(state="released")


@row(
    "things_are_accounted_for",
    "行政强制法:26.1",
    "还没有去向（在保管）",
    of_case("things detained", "赵刚", MAY_8, prepare=returned),
)
def _(now: Situation) -> None:
    Thing.objects.filter(measure__case=now.case).update(fate="held", fate_on=None)


@row(
    "party_was_told_of_longer_holds",
    "行政强制法:25.2",
    "检测期间告知书 蒙样交执检告〔2026〕001号 还没有送达",
    of_case("things detained", "赵刚", MAY_8),
)
def _(now: Situation) -> None:
    tested(now.story)


# --- custody and disposal -------------------------------------------------------------------------
@row("things_are_still_here", "程序规定:119", "没有还在保管的财物", HELD)
def _(now: Situation) -> None:
    Thing.objects.filter(measure=now.subject).update(fate="returned", fate_on=now.on)


@row("no_handing_over_is_pending", "程序规定:119", "已经移交施康，还没有接收", HELD)
def _(now: Situation) -> None:
    holding.offer(now.story)


@row(
    "keeper_apart",
    "程序规定:119",
    "孙丽在本案中是承办人，不得担任财物保管人员",
    about("things detained", "赵刚", MAY_8, lambda story: {"taker": story.cast["施康"]}),
)
def _(now: Situation) -> None:
    now.facts["taker"] = now.cast["孙丽"]


@row(
    "handler_apart_from_keeper",
    "程序规定:119",
    "施康在本案中是财物保管人员，不得担任承办人",
    of_case("things kept", "冯涛", MAY_8, lambda story: {"assigned": story.cast["周勇"]}),
)
def _(now: Situation) -> None:
    now.facts["assigned"] = now.cast["施康"]


def change(stories: Stories) -> Situation:
    told = stories["things kept"]
    taken = {"taken_at": at(MAY_7, 15, 30)}
    return Situation(told, told.cast["施康"], MAY_8, taken, CustodyChange.objects.get(case=told.case))


@row("taken_after_it_was_handed_over", "程序规定:119", "接收时间早于移交时间", change)
def _(now: Situation) -> None:
    now.facts["taken_at"] = at(MAY_7, 15, 29)


def disposal(story: Story) -> dict[str, Any]:
    return {"ground": "perishable", "things": list(Thing.objects.filter(measure__case=story.case))}


DISPOSAL = about("things detained", "赵刚", MAY_8, disposal)


@row("disposal_ground_applies", "行政处罚法:74.1", "没有没收，不能作为没收的财物处理", DISPOSAL)
def _(now: Situation) -> None:
    now.facts["ground"] = "confiscated"


def ask_for_disposal(story: Story) -> Disposal:
    asked = disposal(story) | {"manner": "sale", "basis": "行政强制法:28.2", "reason": "易变质。"}
    priced = asked | {"valuation": Decimal(500), "valued_by": "市场价"}
    found: Disposal = holding.do(story, "赵刚", "propose_disposal", MAY_8, **priced).about
    return found


@row("things_await_no_other_disposal", "行政处罚法:74.1", "“变卖 蒙G99872号车辆”还没有办结", DISPOSAL)
def _(now: Situation) -> None:
    ask_for_disposal(now.story)


@row("no_disposal_is_pending", "行政强制法:28.2", "“变卖 蒙G99872号车辆”还没有办结", HELD)
def _(now: Situation) -> None:
    ask_for_disposal(now.story)


def sold(story: Story) -> None:
    one = ask_for_disposal(story)
    holding.do(story, "卫国", "approve_disposal", MAY_8, about=one, opinion="同意。")
    done = {"receiver": "样例旗超市", "proceeds": Decimal(480), "receipt": "收据1号"}
    holding.do(story, "赵刚", "carry_out_disposal", MAY_8, about=one, **done)


@row(
    "proceeds_go_back",
    "行政强制法:28.2",
    "应当退还变卖所得 480.00 元",
    about("things detained", "赵刚", MAY_8, lambda story: {"proceeds": Decimal(480)}, sold),
)
def _(now: Situation) -> None:
    now.facts["proceeds"] = Decimal(479)


def to_approve(stories: Stories) -> Situation:
    told = stories["things detained"]
    return Situation(told, told.cast["卫国"], MAY_8, {}, ask_for_disposal(told))


@row("disposal_approver_apart", "行政处罚法:74.1", "卫国在本案中是承办人", to_approve)
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)
