"""Samples of the internal sheets on which the head approves."""

from dataclasses import replace
from datetime import date

from documents.forms.parts import Opinion
from documents.forms.sideways import ApprovalSheet, Line
from documents.samples.coercion import FACTS
from documents.samples.people import CASE_NUMBER, CAUSE, DRIVER, FIRM, HEAD, LONG_FIRM, lengthy

FILED = date(2026, 3, 10)
PRESERVATION = ApprovalSheet(
    case_number=CASE_NUMBER,
    cause="涉嫌伪造道路运输证",
    filed_on=FILED,
    parties=(DRIVER,),
    summary="执法人员检查时发现张建军车上有空白道路运输证和印版，涉嫌伪造道路运输证。",
    lines=(
        Line(label="登记保存的理由", text="印版和空白证件由当事人随身携带，可能灭失。"),
        Line(label="拟登记保存的物品", text="道路运输证假证印版　4块；空白证件纸　120张"),
    ),
    basis="《中华人民共和国行政处罚法》第五十六条",
    handler=Opinion(
        text="根据《中华人民共和国行政处罚法》第五十六条的规定，拟对上列物品予以先行登记保存七个工作日。",
        name="巴特尔　李文静",
        on=date(2026, 9, 15),
    ),
    head=replace(HEAD, on=date(2026, 9, 15)),
)
PRESERVATION_RELEASE = replace(
    PRESERVATION,
    lines=(
        Line(label="登记保存的物品", text="道路运输证假证印版　4块；空白证件纸　120张"),
        Line(label="登记保存情况", text="2026年9月15日登记保存，存放于样例旗交通运输局证物室，保管人赵敏。"),
    ),
    handler=Opinion(),
    head=replace(HEAD, text="已经拍照、复制，不再需要保存，同意解除。", on=date(2026, 9, 22)),
)
TAKEN = Line(label="已采取的强制措施", text="2026年5月6日起暂扣车辆：蒙X00001号车辆（1辆）")
EXTENSION = ApprovalSheet(
    case_number=CASE_NUMBER,
    cause="涉嫌未取得道路危险货物运输许可从事危险货物运输",
    filed_on=date(2026, 5, 6),
    parties=(FIRM,),
    summary=f"{FACTS}。",
    lines=(TAKEN, Line(label="延长期限的理由", text="货物性质需要外省机构鉴定，情况复杂。")),
    basis="《中华人民共和国行政强制法》第二十五条",
    head=replace(HEAD, text="批准延长至2026年7月5日。", on=date(2026, 6, 3)),
)
RELEASE = replace(
    EXTENSION,
    lines=(TAKEN, Line(label="拟退还的财物", text="蒙X00001号车辆（1辆）")),
    basis="《中华人民共和国行政强制法》第二十八条第一款第五项",
    head=replace(HEAD, text="证件已经补验，不再需要暂扣，解除并退还。", on=date(2026, 5, 20)),
)
MORE_TIME = ApprovalSheet(
    case_number=CASE_NUMBER,
    cause=CAUSE,
    filed_on=FILED,
    parties=(FIRM,),
    summary="车货总质量61320千克，超限12320千克，车辆登记地在外省。",
    lines=(
        Line(label="延长办案期限的理由", text="需要外省机构协助核实车辆登记，不能在期限内办结。"),
        Line(label="办案期限", text="由2026年6月8日延长至2026年7月8日"),
    ),
    basis="《中华人民共和国行政处罚法》第六十条",
    head=replace(HEAD, text="批准延长办案期限。", on=date(2026, 6, 5)),
)


def _three(typical: ApprovalSheet) -> dict[str, ApprovalSheet]:
    first, *rest = typical.lines
    return {
        "shortest": replace(typical, handler=Opinion(), head=Opinion()),
        "typical": typical,
        "longest": replace(
            typical,
            parties=(DRIVER, LONG_FIRM),
            summary=lengthy(typical.summary, 6),
            lines=(replace(first, text=lengthy(first.text, 8)), *rest),
        ),
    }


SAMPLES = {
    "preservation-approval": _three(PRESERVATION),
    "preservation-release-approval": _three(PRESERVATION_RELEASE),
    "measure-extension-approval": _three(EXTENSION),
    "measure-release-approval": _three(RELEASE),
    "decision-extension-form": _three(MORE_TIME),
}
