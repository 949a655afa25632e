"""Who appears in the samples: an invented bureau, its officers, a firm and a driver."""

from datetime import date
from decimal import Decimal

from documents.amounts import written
from documents.forms.parts import ChargeLine, Letterhead, OfficerLine, Opinion, PartyBlock, PersonBlock

BUREAU = "样例旗交通运输局"
GOVERNMENT = "样例旗人民政府"
COURT = "样例旗人民法院"
BANK = "样例农村商业银行营业部（样例旗中心街1号）"
ACCOUNT = "0000 0000 0000 0001"
CASE_NUMBER = "蒙样交执案〔2026〕001号"
CAUSE = "涉嫌使用货运车辆违法超限运输案"

FIRST = OfficerLine(name="巴特尔", certificate="样交执法0001", duty="综合行政执法大队一中队执法人员")
SECOND = OfficerLine(name="李文静", certificate="样交执法0002", duty="综合行政执法大队一中队执法人员")
RECORDER = OfficerLine(name="赵敏", certificate="样交执法0003", duty="综合行政执法大队一中队执法人员")

FIRM = PartyBlock(
    kind="organisation",
    name="样例旗顺达货物运输有限公司",
    address="样例旗工业园区三号路18号",
    phone="0470-0000001",
    postcode="000000",
    representative="王顺达",
    representative_duty="经理",
    uscc="91990001MA0000001R",
)
DRIVER = PartyBlock(
    kind="person",
    name="张建军",
    sex="男",
    age=40,
    id_number="990001198503120015",
    address="样例旗样例镇样例村12号",
    phone="13900000001",
    postcode="000000",
    occupation="样例旗顺达货物运输有限公司驾驶员",
)
LONG_FIRM = PartyBlock(
    kind="organisation",
    name="内蒙古自治区样例盟样例旗乌兰图雅草原生态建设与大宗货物道路运输及仓储装卸服务有限责任公司第二分公司",
    address="内蒙古自治区样例盟样例旗乌兰图雅苏木查干淖尔嘎查物流产业园区东四路与北二街交汇处向西三百米路南综合服务楼B座1807室",
    phone="0470-00000012345",
    postcode="000000",
    representative="乌云毕力格·阿拉坦仓",
    representative_duty="执行董事兼总经理",
    uscc="91990001MA0000001R",
)
DRIVER_HEARD = PersonBlock(
    name="张建军",
    sex="男",
    age=40,
    id_number="990001198503120015",
    phone="13900000001",
    workplace="样例旗顺达货物运输有限公司驾驶员",
    address="样例旗样例镇样例村12号",
    relation="涉案车辆驾驶人",
)

HANDLER = Opinion(text="建议立案调查。", name="巴特尔　李文静", on=date(2026, 3, 10))
UNIT_HEAD = Opinion(text="同意承办人意见，报请审批。", name="陈志强", on=date(2026, 3, 10))
HEAD = Opinion(text="同意。", name="包国华", on=date(2026, 3, 10))
LETTERHEAD = Letterhead(
    bureau=BUREAU,
    on=date(2026, 3, 18),
    address="样例旗中心街100号",
    postcode="000000",
    contact="赵敏",
    phone="0470-0000000",
)
OVERLOAD = ChargeLine(
    conduct="使用货运车辆擅自在公路上超限行驶",
    violated="《中华人民共和国公路法》第五十条第一款",
    penalty_basis="《中华人民共和国公路法》第七十六条第五项、《公路安全保护条例》第六十四条",
    penalty=f"罚款{written(Decimal(6000))}",
    fine=Decimal(6000),
)
NO_TICKET = ChargeLine(
    conduct="未按照规定随车携带车辆营运证",
    violated="《中华人民共和国道路运输条例》第三十三条",
    penalty_basis="《中华人民共和国道路运输条例》第六十八条",
    penalty="警告，罚款人民币贰拾元整（¥20.00）",
    fine=Decimal(20),
)


def lengthy(text: str, times: int) -> str:
    """Many numbered paragraphs, to see how a paper flows on."""
    return "\n".join(f"第{number}段：{text}" for number in range(1, times + 1))
