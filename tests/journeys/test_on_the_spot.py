"""Case 3 by HTTP: a taxi driver who refused the meter is fined on the spot; 201 yuan is not for the spot."""

from typing import Any

from django.urls import reverse

from bureau.sample.identities import identity_number
from bureau.sample.meter import DRIVER_BORN
from cases.models import Case
from tests.journeys.desk import Office
from tests.journeys.pages import Page

NUMBER = identity_number(DRIVER_BORN, 1)
SCREEN = "/cases/new/spot/"
FIRST = {
    "违法行为": "巡游出租不按规定使用计价器",
    "当事人类型": "个人",
    "身份证件号": NUMBER,
    "姓名或名称": "何三",
    "住址或地址": "样例旗样例镇北街3号",
    "车牌号": "蒙GX0001",
    "罚款（元）": "200",
    "裁量理由": "当众拒绝使用计价器并与乘客争执，影响较坏。",
    "当事人的陈述、申辩": "没有提出",
    "地点": "样例旗火车站站前广场",
    "另一名执法人员": "王强",
}
SECOND = {
    "已出示执法证件并查明身份": True,
    "已口头告知违法事实、处罚理由和依据": True,
    "已口头告知陈述、申辩等权利义务": True,
    "当事人怎么签名": "在打印的决定书上签名",
}


def fill_in(office: Office, **changed: Any) -> Page:
    desk = office["李明"]
    form = desk.open(SCREEN).form()
    form.fill(FIRST | changed)
    return desk.submit(form, "下一步：核对")


def test_case_3_is_punished_on_the_spot(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office)
    assert page.status == 200 and page.heading == "核对与签名", page.text
    for said in ("何三", NUMBER, "样例旗火车站站前广场", "驾驶蒙GX0001车辆", "罚款 200 元", "李明、王强", "没有提出"):
        assert said in page.text, page.text
    form = page.form()
    form.fill(SECOND)
    issued = office["李明"].submit(form, "出具决定书")
    assert issued.heading == "决定书已出具", issued.text
    assert "蒙样交执当罚〔2026〕001号" in issued.text
    assert "2026年7月7日 前" in issued.text


def page_two(office: Office, **changed: Any) -> Any:
    page = fill_in(office, **changed)
    assert page.heading == "核对与签名", page.text
    form = page.form()
    form.fill(SECOND)
    return form


def done(office: Office, who: str, case: str, title: str, typed: dict[str, Any] | None = None) -> Page:
    """An act on the penalty or on the money, by the link in its box on the page of the case."""
    desk = office[who]
    form = desk.open(desk.open(case).links[title]).form()
    form.fill(typed or {})
    page = desk.submit(form, "核对")
    assert page.heading == f"核对：{title}", page.text
    page = desk.submit(page.form(), title)
    assert page.path == case and f"已办理：{title}。" in page.text, page.text
    return page


def test_case_3_to_its_closing(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    office["李明"].submit(page_two(office), "出具决定书")
    desk, case = office["李明"], f"/cases/{Case.objects.get().pk}/"
    page = desk.open(case)
    # Thursday 2 July: 15 days → Friday the 17th, 60 → 31 August, 5 → Tuesday the 7th, 7 working days → the 13th.
    assert "截止 2026-07-17" in page.terms["缴纳罚款"]
    assert "截止 2026-08-31" in page.terms["申请行政复议"]
    assert "截止 2026-07-07" in page.terms["当场处罚决定书副本备案"]
    assert "截止 2026-07-13" in page.terms["公示处罚决定"]
    assert "提起行政诉讼" not in page.terms
    paper = page.paper("当场行政处罚决定书")
    assert paper.number == "蒙样交执当罚〔2026〕001号"
    printed = desk.print(paper.pdf).text
    roll = desk.print(paper.pdf.replace(".pdf", "/80mm.pdf")).text
    for words in (
        "何三",
        NUMBER,
        "驾驶蒙GX0001车辆",
        "贰佰元整",
        "样例旗人民政府",
        "申请行政复议",
        "没有提出陈述、申辩",
    ):
        assert words in printed and words in roll, words
    office.on("2026-07-03")
    desk.barred(case, "propose_closing", "提请结案", "应缴 200.00 元", "当场处罚决定书副本备案", "还没有公示")
    assert done(office, "李明", case, "提交决定书副本备案")
    paid = {"缴款当事人": "何三", "金额（元）": "200", "财政票据号": "NM-2026-0300"}
    office["杨兰"].act(case, "登记缴款", paid)
    desk.act(case, "提请不予公示", {"不予公示的理由": "情节轻微，不具有一定社会影响。"})
    office["卫国"].act_in_box(case, "批准不予公示")
    desk.act(case, "提请结案", {"执行情况": "罚款已缴清。"})
    office["郑海"].act(case, "审核结案", {"意见": "同意。"})
    page = office["卫国"].act(case, "批准结案", {"意见": "同意。"})
    assert page.timeline == [
        *("登记线索", "添加当事人", "添加违法行为", "添加证据", "当场处罚", "提交决定书副本备案", "登记缴款"),
        *("提请不予公示", "批准不予公示", "提请结案", "审核结案", "批准结案"),
    ]


def test_201_yuan_are_refused_and_become_an_ordinary_lead_with_nothing_typed_again(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    said = {
        "当事人的陈述、申辩": "提出了",
        "陈述、申辩的内容": "乘客先提出议价。",
        "复核结果": "不予采纳",
        "复核的理由": "经营者应当使用计价器。",
    }
    page = fill_in(office, **{"罚款（元）": "201"}, **said)
    assert page.status == 409
    for words in ("不得超过 200 元，拟罚款 201 元", "《中华人民共和国行政处罚法》第五十一条", "转为普通程序"):
        assert words in page.text, page.text
    form = page.form()
    assert form.find("姓名或名称").value == "何三" and form.find("罚款（元）").value == "201"
    assert not Case.objects.exists(), "a refusal leaves no trace"
    page = office["李明"].submit(form, "转为普通程序")
    case = Case.objects.get()
    assert (case.procedure, case.state, page.path) == ("ordinary", "lead", f"/cases/{case.pk}/")
    for words in ("何三", NUMBER, "样例镇北街3号", "样例旗火车站站前广场", "驾驶蒙GX0001车辆", "乘客先提出议价。"):
        assert words in page.text, f"{words}: {page.text}"
    assert (case.charges.get().plate, case.parties.get().born_on) == ("蒙GX0001", DRIVER_BORN)
    assert "提请立案" in page.offered and "当场处罚" not in page.offered
    assert {one.name for one in (row.officer for row in case.assignments.all())} == {"李明", "王强"}


def test_an_empty_sum_is_the_step_that_was_found_and_its_reason_is_read_out(office: Office) -> None:
    """50 to 200 yuan: the ordinary step is 95 to 155, its middle 125."""
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"罚款（元）": "", "裁量理由": ""})
    assert page.heading == "核对与签名", page.text
    assert "罚款 125 元" in page.text and "没有查明从轻、减轻或者从重的情节，按“一般”等次" in page.text
    assert "这一行为不在免罚清单之内" in page.text
    form = page.form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    case = Case.objects.get()
    kept, sanction = case.charges.get().reckonings.get(), case.charges.get().sanctions.get()
    assert (kept.tier_low, kept.tier_high, kept.amount, sanction.fine) == (95, 155, 125, 125)
    printed = office["李明"].print(office["李明"].open(f"/cases/{case.pk}/").paper("当场行政处罚决定书").pdf).text
    assert "裁量理由：没有查明从轻、减轻或者从重的情节" in printed


def test_a_fine_outside_the_step_needs_a_reason_or_a_circumstance(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"裁量理由": ""})
    assert page.status == 409 and "拟罚款 200 元，不在建议的“一般”等次 95 元至 155 元之内" in page.text
    assert "《中华人民共和国行政处罚法》第三十四条" in page.text and "要说明的" in page.text
    form = page.form()
    assert form.find("罚款（元）").value == "200"
    form.fill({"查明的情节": ["造成较大危害后果或者恶劣社会影响"]})
    assert office["李明"].submit(form, "下一步：核对").heading == "核对与签名"


def test_conduct_on_the_list_is_not_punished_by_reflex(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"违法行为": "其他", "其他违法行为": "巡游出租未携带运输证、从业资格证"})
    assert page.status == 409 and "在轻微违法免罚清单之内" in page.text and "第三十三条第一款" in page.text, page.text
    assert not Case.objects.exists()
    form = page.form()
    ordinary = office["李明"].submit(form, "转为普通程序")
    assert "提请立案" in ordinary.offered and Case.objects.get().procedure == "ordinary"
    assert Case.objects.get().parties.get().name == "何三", "nothing is typed again"
    form.fill({"为什么不适用不予处罚": "运输证已经注销，不能当场改正。"})
    page = office["李明"].submit(form, "下一步：核对")
    assert page.heading == "核对与签名" and "不适用不予处罚：运输证已经注销" in page.text, page.text
    form = page.form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    assert Case.objects.latest("pk").spot_penalties.get().weighed == "运输证已经注销，不能当场改正。"


def test_a_second_offender_is_not_asked_about_the_first_offence(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    dirty = {"违法行为": "其他", "其他违法行为": "巡游出租文明用语、车容车貌不合要求", "罚款（元）": "", "裁量理由": ""}
    page = fill_in(office, **dirty)
    assert page.status == 409 and "在首违不罚清单之内，没有查到当事人以前的处罚" in page.text, page.text
    form = page.form()
    form.fill({"为什么不适用不予处罚": "责令后拒绝清洁车辆。"})
    form = office["李明"].submit(form, "下一步：核对").form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    office.on("2026-07-20", "15:10")
    page = fill_in(office, **dirty)
    assert page.heading == "核对与签名" and "不是初次违法" in page.text, page.text
    # Punished for the same conduct within twelve months: the heavy step is 155 to 200, its middle 177.
    assert "罚款 177 元" in page.text and "又再犯" in page.text


def test_who_has_no_fault_is_not_fined(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"查明的情节": ["当事人有证据足以证明没有主观过错"]})
    assert page.status == 409 and "有不予处罚的情形" in page.text and "第三十三条第二款" in page.text, page.text
    assert "转为普通程序" in page.text


def test_the_same_page_sent_twice_punishes_once(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    form = page_two(office)
    first, again = (office["李明"].submit(form, "出具决定书") for _time in range(2))
    assert first.path == again.path and Case.objects.count() == 1


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"身份证件号": NUMBER[:-1], "姓名或名称": "", "罚款（元）": "-1"})
    assert page.status == 422
    for words in ("身份证件号应当是 18 位，现在是 17 位", "填写姓名或名称", "有 3 处要改"):
        assert words in page.text, page.text
    assert page.form().find("身份证件号").value == NUMBER[:-1]
    form = page_two(office)
    form.fill({"已口头告知违法事实、处罚理由和依据": False, "当事人怎么签名": "拒绝签收"})
    page = office["李明"].submit(form, "出具决定书")
    assert page.status == 422 and "写明当事人拒绝签收的情况" in page.text
    form = page.form()
    form.fill({"拒签的情况（拒签必填）": "当事人离开，全程录像。"})
    page = office["李明"].submit(form, "出具决定书")
    assert page.status == 409 and "没有口头告知违法事实" in page.text and "第四十四条" in page.text
    form = page.form()
    form.fill({"已口头告知违法事实、处罚理由和依据": True})
    assert office["李明"].submit(form, "出具决定书").heading == "决定书已出具"


def test_what_the_party_was_told_is_not_made_dearer_on_the_way_back(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    form = page_two(office, **{"罚款（元）": "100"})
    page = office["李明"].submit(form, "回去修改")
    assert page.status == 200 and page.form().find("罚款（元）").value == "100"
    form = page.form()
    form.fill({"罚款（元）": "150"})
    page = office["李明"].submit(form, "下一步：核对")
    page = office["李明"].submit(page.form(), "出具决定书")
    assert page.status == 409 and "高于口头告知的 100" in page.text and "第四十五条" in page.text


def test_a_small_fine_is_taken_against_a_receipt_and_reaches_the_bank(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    form = page_two(office, **{"罚款（元）": "100"})
    form.fill({"当场收缴罚款": True, "当场收缴的理由": "一百元以下"})
    page = office["李明"].submit(form, "出具决定书")
    assert page.status == 422 and "没有票据，不得当场收缴" in page.text
    form = page.form()
    form.fill({"财政票据号": "NM-2026-0007"})
    assert "已当场收缴" in office["李明"].submit(form, "出具决定书").text
    case = f"/cases/{Case.objects.get().pk}/"
    page = office["李明"].open(case)
    assert "截止 2026-07-06" in page.terms["当场收缴的罚款交至机关"], "Friday 3 and Monday 6 July"
    assert "接收当场收缴的罚款" not in page.offered
    office.on("2026-07-03")
    page = done(office, "杨兰", case, "接收当场收缴的罚款")
    assert "截止 2026-07-07" in page.terms["当场收缴的罚款缴付银行"]
    page = done(office, "杨兰", case, "罚款缴付银行", {"银行回单号": "YH-0007"})
    assert "已缴付银行" in page.text


def test_only_officers_may_punish_and_only_summary_cases_have_the_page(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    assert office["卫国"].status_of(SCREEN) == 404
    assert office["杨兰"].status_of(SCREEN) == 404
    office["李明"].submit(page_two(office), "出具决定书")
    case = Case.objects.get()
    roll = reverse("documents:roll", args=[case.documents.get(form_key="spot-decision").pk])
    for address in (f"/cases/{case.pk}/spot/", roll):
        assert office["王强"].status_of(address) == 200
        assert office["周勇"].status_of(address) == 404, "another unit's"
