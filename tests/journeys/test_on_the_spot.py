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
    office["卫国"].act(case, "批准不予公示", {"不予公示的理由": "情节轻微，不具有一定社会影响。"})
    desk.act(case, "提请结案", {"执行情况": "罚款已缴清。"})
    office["郑海"].act(case, "审核结案", {"意见": "同意。"})
    page = office["卫国"].act(case, "批准结案", {"意见": "同意。"})
    assert page.timeline == [
        *("登记线索", "添加当事人", "添加违法行为", "添加证据", "当场处罚", "提交决定书副本备案", "登记缴款"),
        *("批准不予公示", "提请结案", "审核结案", "批准结案"),
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
