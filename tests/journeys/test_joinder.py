"""Are two cases joined, and is one parted, so that nothing is lost and each file says where its parts came from?"""

from bureau.sample.identities import credit_code
from cases.models import Case
from tests.journeys.desk import Office
from tests.journeys.overload import CHARGE, LEAD, PARTY, begin
from tests.journeys.sideways import act_on
from tests.journeys.steps import Journey

JOINDER = "并案分案"
SECOND_PARTY = PARTY | {"姓名或名称": "样例第二运输有限公司", "统一社会信用代码": credit_code(77)}


def case_of(journey: Journey) -> Case:
    return Case.objects.get(pk=int(journey.case.strip("/").split("/")[-1]))


def second(office: Office, day: str) -> Journey:
    """Another case of the same unit and firm."""
    journey = Journey(office, "李明", "王强", "郑海")
    office.on(day, "12:30")
    journey.register(**LEAD)
    journey.handle("添加当事人", **PARTY)
    journey.handle("添加违法行为", **CHARGE)
    journey.evidence("第二次称重检测单", "S210线治超站", "车货总质量61320千克")
    journey.file()
    return journey


def test_two_cases_become_one_and_the_earlier_filing_day_governs(office: Office) -> None:
    earlier = begin(office)
    earlier.file()
    later = second(office, "2026-03-16")
    office.on("2026-03-17")
    number = case_of(earlier).number
    later.handle("报请并案", 并入本案的案件=number, 并案的理由="同一当事人的同类行为。")
    page = act_on(office["卫国"], later.case, JOINDER, "批准并案或者分案", {"意见": "同意并案。"})
    merged = case_of(later)
    assert merged.parties.count() == 1, "the same firm is entered once"
    assert merged.charges.count() == 2
    assert [one.source for one in merged.evidence.filter(title="称重检测单")] == [f"S210线治超站（{number}）"]
    assert merged.inquiries.count() == 1
    # 10 March and 90 days: 8 June; of its own it would have been 14 June.
    assert "2026-03-10 立案" in page.terms["作出处罚决定"] and "截止 2026-06-08" in page.terms["作出处罚决定"]
    assert str(number) in office["李明"].print(page.paper("并案（分案）审批表").pdf).text
    into = f"本案已并入{merged.number}，不得另行决定", "第二十九条"
    office["李明"].barred(earlier.case, "conclude_investigation", "调查终结", *into)
    page = earlier.handle("按并案办结")
    assert case_of(earlier).exit_reason == f"并案办理，并入{merged.number}。"
    assert str(merged.number) in office["李明"].print(page.paper("并案（分案）审批表").pdf).text
    assert earlier.close("并案办理。").timeline[-4:] == ["按并案办结", "提请结案", "审核结案", "批准结案"]
    assert case_of(earlier).charges.count() == 1, "nothing is taken from the file that ends"


def test_a_party_is_parted_from_a_case_and_keeps_its_filing_day(office: Office) -> None:
    journey = begin(office)
    journey.handle("添加当事人", **SECOND_PARTY)
    journey.handle("添加违法行为", **CHARGE | {"当事人": SECOND_PARTY["姓名或名称"]})
    journey.file()
    office.on("2026-03-16")
    name = SECOND_PARTY["姓名或名称"]
    journey.handle("报请分案", 分出的当事人=[name], 分案的理由="两家公司的事实没有关联。")
    act_on(office["卫国"], journey.case, JOINDER, "批准并案或者分案", {"意见": "同意分案。"})
    office["李明"].barred(journey.case, "conclude_investigation", "调查终结", "本案有已批准而没有办完的分案")
    new = Journey(office, "李明", "王强", "郑海")
    new.register(**LEAD | {"案由": f"{name}涉嫌超限运输", "受案时间": "2026-03-16T09:00"})
    act_on(office["李明"], journey.case, JOINDER, "指定分案案件", {"分案线索": f"{name}涉嫌超限运输"})
    page = new.handle("承接分案")
    assert "2026-03-10 立案" in page.terms["作出处罚决定"]
    parted = case_of(new)
    assert [one.name for one in parted.parties.all()] == [name]
    assert (parted.charges.count(), parted.evidence.count(), parted.inquiries.count()) == (1, 2, 1)
    assert str(case_of(journey).number) in office["李明"].print(page.paper("并案（分案）审批表").pdf).text
    page = act_on(office["李明"], journey.case, JOINDER, "登记分案完成")
    left = case_of(journey)
    assert [one.name for one in left.parties.filter(withdrawn_on=None)] == [PARTY["姓名或名称"]]
    assert left.charges.filter(withdrawn_on=None).count() == 1
    assert page.timeline[-4:] == ["报请分案", "批准并案或者分案", "指定分案案件", "登记分案完成"]
