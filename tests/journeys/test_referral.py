"""What happens to a case that another authority should take, sends to us, or helps with, and to the vehicle's home?"""

from tests.journeys.desk import Office
from tests.journeys.overload import LEAD, PARTY, begin, decide, investigate, notify_and_hear
from tests.journeys.sideways import act_on, offers_on
from tests.journeys.steps import Journey
from tests.journeys.test_exits import report


def transferred(office: Office) -> Journey:
    """Filed on 10 March, sent to the neighbour on 16 March."""
    journey = begin(office)
    report(journey, "移送有管辖权的机关", "违法行为发生地在邻旗，由该旗交通运输局管辖。")
    page = journey.act("卫国", "移送其他机关", 受移送机关="邻旗交通运输局", 移送理由="违法行为发生地在邻旗。")
    notice = page.paper("案件移送告知书")
    assert "邻旗交通运输局" in office["李明"].print(notice.pdf).text
    return journey


def test_the_authority_takes_the_case(office: Office) -> None:
    journey = transferred(office)
    office.on("2026-03-20")
    act_on(office["李明"], journey.case, "移送其他机关", "登记受移送机关接收", {"接收人": "白音"})
    assert "恢复办理退回案件" not in office["卫国"].open(journey.case).text
    assert journey.serve_the_rest("马顺", "法定代表人", "样例旗") == 1, "the party is told"
    assert journey.close("已移送邻旗交通运输局。").timeline[-1] == "批准结案"


def test_the_authority_declines_and_the_superior_designates(office: Office) -> None:
    journey = transferred(office)
    office.on("2026-03-20")
    act_on(office["李明"], journey.case, "移送其他机关", "登记受移送机关不接收", {"不接收的理由": "发生地在贵旗。"})
    page = journey.act("卫国", "恢复办理退回案件", 理由="邻旗不接收，继续调查。")
    # 10 March and 90 days: 8 June; four days, 17 to 20 March, were spent elsewhere.
    assert "截止 2026-06-12" in page.terms["作出处罚决定"]
    journey.handle("登记管辖争议", 对方机关="邻旗交通运输局", 争议的问题="两地都认为发生在对方境内。")
    typed = {"共同的上一级机关": "样例盟交通运输局", "请示的理由和意见": "建议由最先立案的本机关管辖。"}
    page = act_on(office["卫国"], journey.case, "管辖争议", "报请指定管辖", typed)
    assert "样例盟交通运输局" in office["李明"].print(page.paper("关于指定管辖的请示").pdf).text
    typed = {"指定结果": "由本机关管辖", "指定管辖文号": "样盟交〔2026〕7号"}
    page = act_on(office["李明"], journey.case, "管辖争议", "登记指定管辖", typed)
    assert "样盟交〔2026〕7号" in page.text and "已指定管辖" in page.text
    assert page.timeline[-5:] == [
        *("登记受移送机关不接收", "恢复办理退回案件", "登记管辖争议", "报请指定管辖", "登记指定管辖"),
    ]


def test_a_case_that_is_the_other_authority_s_is_not_decided_here(office: Office) -> None:
    journey = begin(office)
    journey.file()
    investigate(journey)
    notify_and_hear(journey)
    journey_office = office["李明"]
    journey_office.act(journey.case, "登记管辖争议", {"对方机关": "邻旗交通运输局", "争议的问题": "发生地在哪里。"})
    open_dispute = "与邻旗交通运输局的管辖争议还没有解决", "第二十五条第二款"
    office["卫国"].barred(journey.case, "decide_penalty", "作出行政处罚决定", *open_dispute)
    typed = {"结果": "由对方机关管辖", "协商经过": "3月30日电话协商。"}
    act_on(journey_office, journey.case, "管辖争议", "登记协商结果", typed)
    theirs = "本案已确定由邻旗交通运输局管辖，应当移送"
    office["卫国"].barred(journey.case, "decide_penalty", "作出行政处罚决定", theirs)


def test_another_organ_is_asked_for_help_and_answers(office: Office) -> None:
    journey = begin(office)
    page = journey.handle("发出协助调查函", 协助机关="邻旗交通运输局", 请求协助调查的问题="该车八月的运输记录。")
    letter = page.paper("协助调查函")
    assert letter.number == "蒙样交执协查〔2026〕001号"
    text = office["李明"].print(letter.pdf).text
    assert "该车八月的运输记录" in text and "2026年3月25日前" in text
    page = act_on(office["李明"], journey.case, "协助调查", "登记协助答复", {"答复内容": "记录三次，附后。"})
    assert "协助机关已答复" in page.text and not offers_on(page, "协助调查")


def test_a_case_sent_by_the_police_is_received_and_answered(office: Office) -> None:
    journey = Journey(office, "李明", "王强", "郑海")
    office.on("2026-03-10", "12:30")
    journey.register(**LEAD, 案件来源="有关部门移送的", 来源说明="样例旗公安局")
    journey.handle("添加当事人", **PARTY)
    page = journey.handle("登记移送来案", 移送函文号="样公移字〔2026〕3号", 随案材料和物品="案卷一册23页。")
    assert "样例旗公安局" in office["李明"].print(page.paper("移送案件接收回执").pdf).text
    assert "登记移送来案" not in page.offered
    assert "截止 2026-03-24" in page.terms["答复移送机关"]
    assert "答复移送机关" not in offers_on(page, "来案移送")


def test_an_overload_is_copied_to_the_home_of_the_vehicle(office: Office) -> None:
    journey = begin(office)
    journey.file()
    investigate(journey)
    notify_and_hear(journey)
    decide(journey)
    office.on("2026-04-10")
    office[journey.handler].act(journey.case, "提请不予公示", {"不予公示的理由": "涉及商业秘密。"})
    office["卫国"].act_in_box(journey.case, "批准不予公示")
    typed = {"金额（元）": "6000", "缴款方式": "银行代收", "财政票据号": "蒙财票2026-1"}
    office["杨兰"].act(journey.case, "登记缴款", typed)
    office.on("2026-04-15")
    journey.close("已缴清。")
    page = journey.handle("登记抄告车籍地")
    letter = page.paper("违法超限运输抄告函")
    text = office["李明"].print(letter.pdf).text
    assert "通辽市交通运输局" in text, "蒙G is Tongliao"
    assert "蒙G99871" in text and "61320" in text and "蒙样交执罚〔2026〕001号" in text
