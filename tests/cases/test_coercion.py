"""Is nothing held without approval, longer than the law allows, or in the wrong hands?"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story, at
from cases import record
from cases.models import Case, CoerciveMeasure, CustodyChange, RecordEntry
from cases.screens.worklist import worklist
from cases.services import Refused, perform
from cases.sweep import sweep
from officers.models import Officer
from officers.roles import Role
from officers.services import grant_role
from tests.cases.holding import (
    TAKEN,
    asked,
    detained,
    do,
    kept,
    measure_of,
    offer,
    on_the_spot,
    proposed,
    reported,
    taken_at_once,
)


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    return hire_everyone("quick")


AUCTIONED = {"manner": "auction", "auction_house": "样例市公平拍卖有限公司", "house_licence": "蒙拍字第0012号"}


def entrusted(story: Story, disposal: Any, on: date) -> dict[str, Any]:
    """Entrusted and announced on a day; the facts of a sale a week later."""
    do(story, "赵刚", "entrust_auction", on, about=disposal, contract="委拍〔2026〕1号", reserve=Decimal(30000))
    sale = {"announced_on": on, "held_on": on + timedelta(days=7), "sold": True, "buyer": "样例旗废旧车辆公司"}
    return sale | {"confirmation": "成交确认书1号", "receipt": ""}


def term(story: Story, key: str = "seizure") -> Any:
    return story.case.terms.filter(key=key).latest("pk")


def refusal(story: Story, who: str, key: str, on: date, **facts: Any) -> str:
    with pytest.raises(Refused) as refused:
        do(story, who, key, on, **facts)
    return str(refused.value)


# --- taking it ------------------------------------------------------------------------------------
def test_approved_before_it_is_carried_out_it_runs_thirty_days_from_the_day_after(cast: Cast) -> None:
    story = proposed(cast)
    day = date(2026, 5, 7)
    do(story, "卫国", "approve_measure", day, opinion="同意。", approved_at=at(day, 9))
    story.record_scene(day, "暂扣车辆。", "白山", "驾驶人", hour=13)
    scene = story.case.inquiries.filter(kind="scene").latest("pk")
    do(story, "赵刚", "carry_out_measure", day, **on_the_spot(story, at(day, 14), scene=scene))
    assert measure_of(story).state == "in_force"
    # 8 to 31 May are 24 days, the sixth of June is the thirtieth: a Saturday, and it does not roll.
    assert (term(story).due_on, term(story).about) == (date(2026, 6, 6), f"coercivemeasure-{measure_of(story).pk}")
    forms = set(story.case.documents.filter(state="issued").values_list("form_key", flat=True))
    assert {"measure-approval", "measure-decision"} <= forms
    assert list(record.verify()) == []


def test_it_is_not_carried_out_before_it_is_approved_to_the_minute(cast: Cast) -> None:
    story = proposed(cast)
    day = date(2026, 5, 7)
    do(story, "卫国", "approve_measure", day, opinion="同意。", approved_at=at(day, 9))
    story.record_scene(day, "暂扣车辆。", "白山", "驾驶人", hour=7)
    scene = story.case.inquiries.filter(kind="scene").latest("pk")
    early = on_the_spot(story, at(day, 8, 59), scene=scene)
    assert "早于批准时间" in refusal(story, "赵刚", "carry_out_measure", day, **early)


def test_a_measure_taken_at_once_counts_twenty_four_hours_by_the_clock(cast: Cast) -> None:
    story = taken_at_once(cast)
    measure = measure_of(story)
    assert measure.report_due_at == at(date(2026, 5, 7), 11, 20)
    assert measure.late_by(at(date(2026, 5, 7), 11, 20)) == timedelta()
    assert measure.late_by(at(date(2026, 5, 7), 12, 20)) == timedelta(hours=1)
    late = at(date(2026, 5, 7), 12, 20)
    said = refusal(story, "赵刚", "report_measure", date(2026, 5, 7), reported_at=late, late_reason="")
    assert "超过二十四小时期限 60 分钟" in said
    do(story, "赵刚", "report_measure", date(2026, 5, 7), reported_at=late, late_reason="现场没有信号。")
    told = dict(measure_of(story).told())
    assert "超过 24 小时期限 1 小时 0 分" in told["紧急情况报告"]
    paper = story.case.documents.get(form_key="measure-approval", state="draft")
    assert paper.content["late"] == "超过二十四小时期限1 小时 0 分，原因：现场没有信号。"


def test_it_is_due_also_when_the_twenty_four_hours_end_in_a_holiday(cast: Cast) -> None:
    """Taken on 30 April at 23:00: the report is due on Labour Day at 23:00."""
    story = taken_at_once(cast, at(TAKEN, 23))
    CoerciveMeasure.objects.update(carried_out_at=at(date(2026, 4, 30), 23))
    assert measure_of(story).report_due_at == at(date(2026, 5, 1), 23)


def test_a_refusal_afterwards_releases_at_once(cast: Cast) -> None:
    story = reported(cast)
    do(story, "卫国", "annul_measure", date(2026, 5, 7), opinion="不应当采取强制措施。")
    assert measure_of(story).state == "released"
    assert term(story).ending == "met"
    assert term(story, "measure_return").due_on == date(2026, 5, 8)
    assert story.case.documents.filter(form_key="measure-release", state="issued").exists()


# --- how long -------------------------------------------------------------------------------------
def test_the_hold_of_the_sixth_of_may_ends_on_the_fifth_of_june(cast: Cast) -> None:
    assert term(detained(cast)).due_on == date(2026, 6, 5)


def test_testing_days_do_not_count_and_an_early_end_counts_again(cast: Cast) -> None:
    story = detained(cast)
    test = {
        "purpose": "成分检测",
        "institution": "样例市检测中心",
        "first": date(2026, 5, 11),
        "last": date(2026, 5, 15),
    }
    do(story, "赵刚", "announce_test", date(2026, 5, 8), **test)
    assert term(story).due_on == date(2026, 6, 10)
    assert story.case.documents.filter(form_key="test-notice", state="issued").count() == 1
    row = measure_of(story).tests.get()
    do(story, "赵刚", "end_test", date(2026, 5, 13), test=row, ended_on=date(2026, 5, 13), result="易燃液体")
    # Three days were needed, not five.
    assert term(story).due_on == date(2026, 6, 8)


def test_testing_that_was_not_told_beforehand_leaves_the_period_as_it_is(cast: Cast) -> None:
    story = detained(cast)
    test = {
        "purpose": "成分检测",
        "institution": "样例市检测中心",
        "first": date(2026, 5, 11),
        "last": date(2026, 5, 15),
    }
    assert "事先书面告知" in refusal(story, "赵刚", "announce_test", date(2026, 5, 12), **test)
    assert term(story).due_on == date(2026, 6, 5)


def test_extended_once_before_its_end_by_thirty_days(cast: Cast) -> None:
    story = detained(cast)
    do(story, "卫国", "extend_measure", date(2026, 6, 5), reason="需要外省鉴定。", opinion="需要外省鉴定。")
    assert term(story).due_on == date(2026, 7, 5)  # a Sunday
    paper = story.case.documents.get(form_key="measure-extension")
    assert (paper.content["until"], paper.content["reason"]) == ("2026-07-05", "需要外省鉴定")
    again = refusal(story, "卫国", "extend_measure", date(2026, 6, 6), reason="再延长。", opinion="再延长。")
    assert "已经延长过一次" in again


def test_not_extended_after_its_end(cast: Cast) -> None:
    story = detained(cast)
    said = refusal(story, "卫国", "extend_measure", date(2026, 6, 6), reason="复杂。", opinion="复杂。")
    assert "已于 2026-06-05 届满，不能再延长" in said


def test_extension_and_testing_together_whatever_came_first(cast: Cast) -> None:
    test = {"purpose": "成分检测", "institution": "样例市检测中心", "first": date(2026, 6, 1), "last": date(2026, 6, 5)}
    dues = []
    for first in ("extend_measure", "announce_test"):
        story = detained(cast)
        more = {"extend_measure": {"reason": "复杂。", "opinion": "复杂。"}, "announce_test": test}
        who = {"extend_measure": "卫国", "announce_test": "赵刚"}
        for key in sorted(more, key=lambda one: one != first):
            do(story, who[key], key, date(2026, 5, 29), **more[key])
        dues.append(term(story).due_on)
    assert dues == [date(2026, 7, 10), date(2026, 7, 10)]


# --- nothing lapses silently ----------------------------------------------------------------------
def test_what_nobody_decides_loses_its_force_and_must_go_back(cast: Cast) -> None:
    story = detained(cast)
    sweep(date(2026, 6, 5))
    assert measure_of(story).state == "in_force"
    sweep(date(2026, 6, 6))
    sweep(date(2026, 6, 7))
    assert measure_of(story).state == "lapsed"
    entry = RecordEntry.objects.get(act="lapse_measure")
    assert (entry.actor, entry.on) == (None, date(2026, 6, 6))
    missed = [one for one in RecordEntry.objects.filter(act="term_lapsed") if '"term":"seizure"' in one.payload.body]
    assert len(missed) == 1
    assert term(story, "measure_return").due_on == date(2026, 6, 6)
    do(story, "赵刚", "return_things", date(2026, 6, 8), returned_to="高宏", return_note="一致，已签名。")
    assert measure_of(story).state == "returned"
    assert {one.ending for one in story.case.terms.filter(key__in=["seizure", "measure_return"])} == {"met"}
    assert not term(story).was_met_in_time()
    assert list(record.verify()) == []


def test_a_measure_that_nobody_approved_lapses_too(cast: Cast) -> None:
    story = taken_at_once(cast)
    sweep(date(2026, 6, 6))
    assert measure_of(story).state == "lapsed"


def test_two_measures_lapse_each_by_its_own_day(cast: Cast) -> None:
    story = detained(cast)
    first = measure_of(story)
    story.handler("take_measure_at_once", date(2026, 5, 8), **asked(story), **on_the_spot(story, at(TAKEN, 12)))
    do(story, "卫国", "extend_measure", date(2026, 6, 5), about=first, reason="复杂。", opinion="复杂。")
    sweep(date(2026, 6, 8))
    first.refresh_from_db()
    assert (first.state, measure_of(story).state) == ("in_force", "lapsed")


# --- hands ----------------------------------------------------------------------------------------
def test_the_keeper_signs_for_what_was_handed_over(cast: Cast) -> None:
    story = kept(cast)
    measure, change = measure_of(story), CustodyChange.objects.get()
    assert (measure.keeper, measure.place) == (cast["施康"], "涉案财物库")
    assert (change.giver.name, change.taker.name, change.state) == ("赵刚", "施康", "taken")
    assert term(story, "custody_handover").ending == "met"
    with pytest.raises(Refused, match="由持有财物的人员办理"):
        do(story, "赵刚", "hand_over_things", date(2026, 5, 8), taker=cast["朱玉"], handed_at=at(date(2026, 5, 8), 9))


def test_a_handler_is_no_keeper_neither_here_nor_in_the_database(cast: Cast) -> None:
    story = detained(cast)
    facts = {"handed_at": at(date(2026, 5, 7), 15), "place": "库", "condition": "完好"}
    said = refusal(story, "赵刚", "hand_over_things", date(2026, 5, 7), taker=cast["孙丽"], **facts)
    assert "孙丽在本案中是承办人，不得担任财物保管人员" in said
    row = {"case": story.case, "measure": measure_of(story), "giver": cast["赵刚"], "taker": cast["孙丽"]}
    with pytest.raises(DatabaseError, match="财物保管人员不得由本案的承办人担任"), transaction.atomic():
        CustodyChange.objects.create(**row, **facts)


def test_a_signed_change_of_hands_is_never_rewritten_and_no_thing_disappears(cast: Cast) -> None:
    story = kept(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        CustodyChange.objects.update(place="别处")
    with pytest.raises(DatabaseError), transaction.atomic():
        measure_of(story).things.all().delete()


# --- what does not go back ------------------------------------------------------------------------
def test_what_would_not_keep_is_sold_with_approval_and_its_price_goes_back(cast: Cast) -> None:
    story = detained(cast)
    day = date(2026, 5, 8)
    facts = {"ground": "perishable", "manner": "sale", "basis": "行政强制法:28.2", "reason": "易变质。"}
    price = {"valuation": Decimal(500), "valued_by": "市场价"}
    do(story, "赵刚", "propose_disposal", day, things=list(measure_of(story).things.all()), **facts, **price)
    disposal = story.case.disposals.get()
    with pytest.raises(Refused, match="由执法部门负责人办理"):
        do(story, "赵刚", "approve_disposal", day, about=disposal, opinion="同意。")
    do(story, "卫国", "approve_disposal", day, about=disposal, opinion="同意。")
    done = {"receiver": "样例旗超市", "proceeds": Decimal(480), "receipt": "收据1号"}
    do(story, "赵刚", "carry_out_disposal", day, about=disposal, **done)
    do(story, "卫国", "release_measure", day, ground=5, opinion="不再需要。")
    back = {"returned_to": "高宏", "return_note": "一致。"}
    assert "480" in refusal(story, "赵刚", "return_things", day, proceeds=Decimal(400), **back)
    do(story, "赵刚", "return_things", day, proceeds=Decimal(480), **back)
    assert measure_of(story).unsettled() == []


def test_only_the_system_lets_a_hold_lapse_and_only_when_it_is_over(cast: Cast) -> None:
    story = detained(cast)
    assert "由系统办理" in refusal(story, "卫国", "lapse_measure", date(2026, 6, 6))
    with pytest.raises(Refused, match="还没有届满"):
        perform(measure_of(story), "lapse_measure", None, date(2026, 6, 5))


def investigated(story: Story, recommendation: str) -> None:
    story.conclude(
        date(2026, 5, 14), recommendation=recommendation, findings="查明的事实。", opinion="建议。", sanctions={}
    )


def test_a_transferred_case_takes_its_things_along_with_both_told(cast: Cast) -> None:
    story = detained(cast)
    day = date(2026, 5, 15)
    along = {"handed_along_to": "样例旗公安局", "receipt": "民警孟和，收字1号"}
    assert "案件还没有移送" in refusal(story, "赵刚", "hand_things_along", day, **along)
    investigated(story, "transfer")
    told = {"opinion": "涉嫌犯罪。", "transferred_to": "样例旗公安局", "suspected_crime": True}
    story.act("卫国", "transfer_case", day, **told)
    letter = story.case.documents.get(form_key="transfer-letter")
    assert {
        "name": "蒙G99872号车辆",
        "specification": "重型货车",
        "quantity": "1辆",
        "remarks": "暂扣车辆，随案移送",
    } in (letter.content["goods"])
    with pytest.raises(Refused, match="还没有办结"):
        story.handler("propose_closing", day, closing_note="已移送。", opinion="建议结案。")
    do(story, "赵刚", "hand_things_along", day, **along)
    notice = story.case.documents.get(form_key="things-transfer-notice")
    assert (notice.state, notice.content["receiver"]) == ("issued", "样例旗公安局")
    assert measure_of(story).has_ended
    with pytest.raises(Refused, match="财物随案移送告知书"):
        story.handler("propose_closing", day, closing_note="已移送。", opinion="建议结案。")
    for form in ("measure-decision", "transfer-notice", "things-transfer-notice"):
        story.serve("serve_paper_on_party", form, day, "高宏", "法定代表人")
    story.close(day, "已移送公安机关。")


def test_no_penalty_means_release_on_the_next_day_at_the_latest(cast: Cast) -> None:
    story = detained(cast)
    investigated(story, "no_penalty")
    day = date(2026, 5, 15)
    facts = {"ground": "no_fault", "opinion": "没有主观过错。", "education": "当面教育。", "late_reason": ""}
    facts["shown_by"] = story.case.evidence.first()
    story.act("卫国", "decide_no_penalty", day, **facts)
    assert term(story, "measure_release").due_on == date(2026, 5, 16)
    do(story, "卫国", "release_measure", day, ground=3, opinion="不予处罚，不再需要。")
    assert term(story, "measure_release").ending == "met"


def test_a_case_without_things_opens_no_period_for_release(cast: Cast) -> None:
    story = detained(cast)
    do(story, "卫国", "release_measure", date(2026, 5, 13), ground=5, opinion="不再需要。")
    investigated(story, "no_penalty")
    facts = {"ground": "no_fault", "opinion": "没有主观过错。", "education": "当面教育。", "late_reason": ""}
    facts["shown_by"] = story.case.evidence.first()
    story.act("卫国", "decide_no_penalty", date(2026, 5, 15), **facts)
    assert not story.case.terms.filter(key="measure_release").exists()


def test_confiscated_things_are_auctioned_with_approval_before_the_measure_is_settled(cast: Cast) -> None:
    story = detained(cast)
    story.case.decisions.create(
        party=story.party,
        round=0,
        kind="no_penalty",
        ground="no_fault",
        decided_on=date(2026, 5, 8),
        decided_by=cast["卫国"],
        reasons="试验。",
    )
    goods = {"kinds": ["confiscate_goods"], "fine": 0, "confiscation": 0, "other": ""}
    story.charge.sanctions.create(stage="decided", round=story.case.round, **goods)
    day = date(2026, 5, 11)
    things = list(measure_of(story).things.all())
    do(story, "赵刚", "confiscate_things", day, things=things)
    assert (measure_of(story).state, term(story).ending) == ("confiscated", "met")
    assert "还没有去向（已没收）" in refusal(story, "赵刚", "settle_things", day)
    facts = AUCTIONED | {"ground": "confiscated", "basis": "行政处罚法:74.1", "reason": "公开拍卖。"}
    things = list(measure_of(story).things.all())
    price = {"valuation": Decimal(30000), "valued_by": "价格认定中心"}
    do(story, "赵刚", "propose_disposal", day, things=things, **facts, **price)
    disposal = story.case.disposals.get()
    with pytest.raises(Refused, match="现在是“待批准处理”"):
        do(story, "赵刚", "carry_out_disposal", day, about=disposal, receiver="?", proceeds=Decimal(1), receipt="?")
    do(story, "卫国", "approve_disposal", day, about=disposal, opinion="同意拍卖。")
    sold = entrusted(story, disposal, day) | {"price": Decimal(31000), "receipt": "缴款书1号"}
    day = date(2026, 5, 19)
    do(story, "赵刚", "record_auction", day, about=disposal, **sold)
    disposal.refresh_from_db()
    assert (disposal.state, disposal.receiver, disposal.proceeds) == ("done", "样例旗废旧车辆公司", 31000)
    do(story, "赵刚", "settle_things", day)
    assert measure_of(story).has_ended and measure_of(story).unsettled() == []


def test_an_auction_needs_a_lawful_house_and_is_not_gone_round(cast: Cast) -> None:
    """行政强制法 48: entrusted to an auction house, announced seven days before, the reserve kept; unsold is no end."""
    story = detained(cast)
    facts = {"ground": "perishable", "basis": "行政强制法:28.2", "reason": "不易保管。"}
    facts |= {"things": list(measure_of(story).things.all()), "valuation": Decimal(30000), "valued_by": "价格认定中心"}
    nameless = facts | AUCTIONED | {"house_licence": " "}
    assert "没有写明依法设立的拍卖机构" in refusal(story, "赵刚", "propose_disposal", date(2026, 5, 8), **nameless)
    do(story, "赵刚", "propose_disposal", date(2026, 5, 8), **facts, **AUCTIONED)
    disposal = story.case.disposals.get()
    type(disposal).objects.update(auction_house="")
    told = {"about": disposal, "opinion": "同意拍卖。"}
    assert "没有写明依法设立的拍卖机构" in refusal(story, "卫国", "approve_disposal", date(2026, 5, 8), **told)
    with pytest.raises(DatabaseError), transaction.atomic():
        type(disposal).objects.update(approved_by=story.cast["卫国"], **{"state": "allowed"})
    type(disposal).objects.update(auction_house=AUCTIONED["auction_house"])
    do(story, "卫国", "approve_disposal", date(2026, 5, 8), **told)
    done = {"receiver": "熟人", "proceeds": Decimal(100), "receipt": "收据"}
    assert "不得自行处理" in refusal(story, "赵刚", "carry_out_disposal", date(2026, 5, 8), about=disposal, **done)
    assert "没有流拍过" in refusal(story, "赵刚", "give_up_auction", date(2026, 5, 8), about=disposal)
    sold = entrusted(story, disposal, date(2026, 5, 11)) | {"about": disposal}
    day = date(2026, 5, 18)
    early = sold | {"held_on": date(2026, 5, 17), "price": Decimal(30000)}
    assert "2026-05-18 起才能拍卖" in refusal(story, "赵刚", "record_auction", day, **early)
    assert "低于保留价" in refusal(story, "赵刚", "record_auction", day, **sold | {"price": Decimal(29999)})
    do(story, "赵刚", "record_auction", day, **sold | {"sold": False, "price": None, "buyer": "", "receipt": ""})
    disposal.refresh_from_db()
    assert (disposal.state, disposal.auctions.get().sold) == ("allowed", False)
    assert measure_of(story).unsettled(), "unsold things are still here"
    do(story, "赵刚", "give_up_auction", day, about=disposal)
    do(story, "赵刚", "propose_disposal", day, **facts, manner="sale", auction_house="", house_licence="")
    assert story.case.disposals.latest("pk").state == "asked"


def test_what_nobody_fetches_is_dealt_with_three_months_after_the_public_notice(cast: Cast) -> None:
    story = detained(cast)
    CoerciveMeasure.objects.update(authority="detain-after-damage", basis="公路安全保护条例:72.1")
    do(story, "赵刚", "announce_unclaimed", date(2026, 6, 1), where="样例旗政府网")
    assert (term(story).ending, term(story, "unclaimed_notice").due_on) == ("excused", date(2026, 9, 1))
    sweep(date(2026, 6, 10))
    assert measure_of(story).state == "in_force"
    facts = AUCTIONED | {"ground": "unclaimed", "basis": "公路安全保护条例:72.2", "reason": "无人领取。"}
    asked_for = facts | {"valuation": Decimal(9000), "valued_by": "价格认定中心"}
    things = list(measure_of(story).things.all())
    said = refusal(story, "赵刚", "propose_disposal", date(2026, 9, 1), things=things, **asked_for)
    assert "公告催领到 2026-09-01 才期满" in said
    do(story, "赵刚", "propose_disposal", date(2026, 9, 2), things=things, **asked_for)
    disposal = story.case.disposals.get()
    do(story, "卫国", "approve_disposal", date(2026, 9, 2), about=disposal, opinion="同意。")
    sold = entrusted(story, disposal, date(2026, 9, 3)) | {"price": Decimal(30100), "receipt": "缴款书2号"}
    do(story, "赵刚", "record_auction", date(2026, 9, 11), about=disposal, **sold)
    do(story, "赵刚", "settle_unclaimed_things", date(2026, 9, 11))
    assert measure_of(story).has_ended


# --- desks ----------------------------------------------------------------------------------------
def on_the_desk_of(cast: Cast, name: str, on: date) -> int:
    return sum(group.total for group in worklist(cast[name], on) if group.key != "others")


def test_the_head_is_told_five_days_before_a_hold_ends(cast: Cast) -> None:
    detained(cast)
    assert [on_the_desk_of(cast, "卫国", date(2026, 5, day)) for day in (30, 31)] == [0, 1]


def test_only_the_keeper_who_is_named_sees_the_case(cast: Cast) -> None:
    story = detained(cast)
    grant_role(cast["朱玉"], Role.KEEPER, date(2026, 1, 1))
    other = Officer.objects.get(name="朱玉")
    offer(story)
    assert list(Case.objects.visible_to(cast["施康"])) == [story.case]
    assert list(Case.objects.visible_to(other)) == []
    assert on_the_desk_of(cast, "施康", date(2026, 5, 8)) == 1
    assert sum(group.total for group in worklist(other, date(2026, 5, 8))) == 0
