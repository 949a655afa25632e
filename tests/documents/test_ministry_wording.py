"""Do the ministry's forms 1 to 12 say what the ministry prescribes, in its order, and do long papers stay in order too?

The sentences are typed from the forms (交通运输行政执法文书式样, 2021), not read from our templates; … stands for what is filled in.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from documents.registry import FORMS
from documents.rendering import MissingGlyph, PaperMeta, pdf_from_html, render_pdf
from documents.templatetags.paper import day_span
from tests.documents.printed import Printed, squeeze

Sample = Callable[[str, str], Printed]

COPIES = "（本文书一式两份：一份存根，一份交当事人或其代理人。）"
SEAL = "（印章）…2026年"
BOTH_SIGN = "当事人或其代理人签名：…执法人员签名："
PARTY = "当…事…人…个人…姓名…身份证件号…住址…联系电话…单位…名称…地址…联系电话…法定代表人…统一社会信用代码"

PRESCRIBED = {
    "filing-form": [
        "立案登记表…案号：蒙样交执案〔2026〕001号",
        "案件来源…√1.在行政检查中发现的；…2.个人、法人及其他组织举报经核实的；",
        "3.上级机关…交办的；…4.下级机关…报请查处的；…5.有关部门…移送的；…6.其他途径发现的：",
        "案由…受案时间…2026年3月10日9时40分",
        "当事人…基…本…情…况…个人…姓名…性别…年龄…住址…身份证件号…联系电话",
        "单位…名称…法定代表人…地址…联系电话…统一社会信用代码",
        "案件基本情况…立案…依据…经办机构…意…见…签名：…2026年3月10日",
        "负责人审批…意见…签名：…2026年3月10日…备注",
    ],
    "interview-record": [
        "询问笔录…案号：",
        "时间：2026年3月10日10时30分至11时05分第一次询问",
        "地点：…询问人：…记录人：…被询问人：…与案件关系：…性别：…年龄：…身份证件号：…联系电话：",
        "工作单位及职务：…联系地址：",
        "我们是样例旗交通运输局的执法人员巴特尔、李文静，这是我们的执法证件，执法证号分别是样交执法0001、样交执法0002，请你确认。",
        "现依法向你询问，请如实回答所问问题。执法人员与你有直接利害关系的，你可以申请回避。",
        "问：你是否申请回避？答：不申请。…被询问人签名：张建军…询问人签名：",
    ],
    "inspection-record": [
        "勘验笔录…案号：…案由：…勘验时间：2026年3月10日9时40分至10日10时20分…勘验场所：…天气情况：晴",
        "勘验人：巴特尔单位及职务：综合行政执法大队一中队执法人员…执法证号：样交执法0001",
        "勘验人：李文静单位及职务：综合行政执法大队一中队执法人员…执法证号：样交执法0002",
        "当事人（当事人代理人）姓名：张建军性别：男年龄：40…身份证号：…单位及职务：…住址：…联系电话：",
        "被邀请人：那仁单位及职务：样例嘎查委员会委员…记录人：李文静单位及职务：",
        "勘验情况及结果：…可附勘验示意图",
        "当事人或其代理人签名：…勘验人签名：…被邀请人签名：…记录人签名：",
    ],
    "scene-record": [
        "现场笔录…案号：/…执法地点…执法时间…2026年3月10日9时40分至10时20分",
        "执法人员…执法证号…记录人",
        "姓名…性别…身份证件号…与案件关系…单位及职务…联系电话…联系地址…车（船）号…车（船）型",
        "现场情况：（如实施行政强制措施的，包括当场告知当事人采取行政强制措施的理由、依据以及当事人依法享有的权利、救济途径，"
        "听取当事人陈述、申辩情况。）",
        "√上述笔录我已看过或已向我宣读过，情况属实无误。现场人员签名：张建军时间：2026年3月10日",
        "备注：/…执法人员签名：…时间：2026年3月10日",
    ],
    "sampling-record": [
        "抽样取证凭证…案号：",
        PARTY,
        "抽样取证时间：2026年3月12日9时30分至2026年3月12日10时00分抽样地点：…抽样取证机关：样例旗交通运输局联系电话：",
        "依据《中华人民共和国行政处罚法》第五十六条的规定，对你（单位）的下列物品进行抽样取证。",
        "序号被抽样物品名称规格及批号数量被抽样物品地点",
        BOTH_SIGN,
        "备注：",
        SEAL,
        COPIES,
    ],
    "preservation-list": [
        "证据登记保存清单…案号：",
        PARTY,
        "因调查涉嫌伪造道路运输证一案，根据《中华人民共和国行政处罚法》第五十六条的规定，对你（单位）下列物品予以先行登记保存"
        "七个工作日（自2026年9月15日至2026年9月24日）。在此期间，当事人或有关人员不得销毁或转移证据。",
        "序号证据名称规格数量登记保存地点",
        BOTH_SIGN,
        SEAL,
        COPIES,
    ],
    "preservation-release": [
        "解除证据登记保存决定书…案号：…当事人（个人姓名或单位名称）：张建军本机关依法于2026年9月15日对你（单位）采取了证据登记保存，"
        "《证据登记保存清单》案号为：蒙样交执案〔2026〕001号。",
        "依照《中华人民共和国行政处罚法》第五十六条的规定，本机关决定自2026年9月22日起解除该证据登记保存。",
        SEAL,
        COPIES,
    ],
    "measure-decision": [
        "行政强制措施决定书…案号：",
        PARTY,
        "2026年5月6日，你（单位）使用没有营运证的…。依据《中华人民共和国道路运输条例》第六十二条的规定，本机关决定对你（单位）的"
        "蒙X00001号车辆（1辆）实施暂扣车辆的行政强制措施，期限为2026年5月6日至2026年6月5日。",
        "如果不服本决定，可以依法在六十日内向样例旗人民政府申请行政复议，或者在六个月内依法向样例旗人民法院提起行政诉讼，"
        "但本决定不停止执行，法律另有规定的除外。",
        SEAL,
        "查封、扣押场所、设施、财物清单如下：序号查封、扣押场所、设施、财物名称规格数量备注",
        "其他说明：",
        BOTH_SIGN,
        COPIES,
    ],
    "measure-extension": [
        "延长行政强制措施期限通知书…案号：…当事人（个人姓名或单位名称）：样例旗顺达货物运输有限公司因你（单位）",
        "本机关依法于2026年5月6日对你（单位）采取了暂扣车辆的行政强制措施，行政强制措施决定书案号：蒙样交执强措〔2026〕3号。",
        "现因货物性质需要外省机构鉴定，情况复杂，依据《中华人民共和国行政强制法》第二十五条的规定，决定延长行政强制措施期限至2026年7月5日。",
        SEAL,
        COPIES,
    ],
    "measure-release": [
        "解除行政强制措施决定书…案号：…当事人（个人姓名或单位名称）：样例旗顺达货物运输有限公司因你（单位）",
        "本机关依法于2026年5月6日对你（单位）采取了暂扣车辆的行政强制措施，行政强制措施决定书案号：蒙样交执强措〔2026〕3号。",
        "依照《中华人民共和国行政强制法》第二十八条第一款第五项的规定，本机关决定自2026年5月20日起解除该行政强制措施。",
        SEAL,
        "退还财物清单如下：序号退还财物名称规格数量备注",
        "经当事人（代理人）查验，退还的财物与查封、扣押时一致，查封、扣押期间没有使用、丢失和损坏现象。",
        BOTH_SIGN,
        COPIES,
    ],
    "violation-notice": [
        "违法行为通知书…案号：…当事人（个人姓名或单位名称）：样例旗顺达货物运输有限公司：",
        "经调查，本机关认为你（单位）涉嫌使用货运车辆擅自在公路上超限行驶行为，违反了《中华人民共和国公路法》第五十条第一款的规定，依据…的规定，"
        "本机关拟作出罚款人民币陆仟元整（¥6,000.00）的处罚决定。",
        "√根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）如对该处罚意见有异议，可向本机关提出陈述申辩，"
        "本机关将依法予以核实。",
        "根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有权在收到本通知书之日起五日内向本机关要求举行听证；"
        "逾期不要求举行听证的，视为你（单位）放弃听证的权利。",
        "（注：在序号前…内打“√”的为当事人享有该权利。）",
        "联系地址：…邮编：…联系人：…联系电话：",
        SEAL,
        COPIES,
    ],
    "hearing-notice": [
        "听证通知书…案号：…当事人（个人姓名或单位名称）：样例旗顺达货物运输有限公司：根据你（单位）申请，关于",
        "一案，现定于2026年6月5日9时00分在样例旗交通运输局三楼会议室（√公开…不公开）举行听证会议，请准时出席。",
        "听证主持人姓名：高娃职务：…听证员姓名：孙立新职务：…记录员姓名：周宁职务：",
        "根据《中华人民共和国行政处罚法》第六十四条规定，你（单位）可以申请听证主持人、听证员、记录员回避。注意事项如下：",
        "1.请事先准备相关证据，通知证人和委托代理人准时参加。",
        "2.委托代理人参加听证的，应当在听证会前向本机关提交授权委托书等有关证明。",
        "3.申请延期举行的，应当在举行听证会前向本行政机关提出，由本机关决定是否延期。",
        "4.不按时参加听证会且未事先说明理由的，视为放弃听证权利。特此通知。",
        "联系地址：…邮编：…联系人：…联系电话：",
        SEAL,
        COPIES,
    ],
}
ONLY_INSIDE = ("filing-form", "interview-record", "inspection-record", "scene-record")
"""Forms 1 to 4 carry neither seal nor the line about copies."""


def reading(paper: Printed) -> str:
    """As the page is read, top to bottom and left to right, without the running foot."""
    lines = []
    for page in paper.pdf:
        text = page.get_textpage()
        lines.append(text.get_text_bounded(left=0, bottom=60, right=600, top=page.get_height()))
        text.close()
    return squeeze("".join(lines))


def lost(prescribed: list[str], text: str) -> list[str]:
    """The parts that do not follow one after the other."""
    position, missing = 0, []
    for part in [part for sentence in prescribed for part in sentence.split("…")]:
        found = text.find(part, position)
        if found < 0:
            missing.append(part)
        else:
            position = found + len(part)
    return missing


def test_all_twelve_forms_are_read_here() -> None:
    assert {FORMS[key].rule.ministry_no for key in PRESCRIBED} == set(range(1, 13))


@pytest.mark.parametrize("key", PRESCRIBED)
def test_the_prescribed_words_stand_in_their_order(key: str, printed_sample: Sample) -> None:
    assert lost(PRESCRIBED[key], reading(printed_sample(key, "typical"))) == []


@pytest.mark.parametrize("key", ONLY_INSIDE)
def test_what_stays_in_the_bureau_has_no_line_about_copies(key: str, printed_sample: Sample) -> None:
    text = printed_sample(key, "typical").text
    assert COPIES not in text
    assert "（印章）" not in text


@pytest.mark.parametrize("key", PRESCRIBED)
def test_no_article_of_the_old_law_is_cited(key: str, printed_sample: Sample) -> None:
    """行政处罚法 of 2017: 31, 32, 37 and 42 are 44, 45, 56, 63 and 64 of the law in force since 15 July 2021."""
    text = printed_sample(key, "typical").text
    for article in ("第三十一条", "第三十二条", "第三十七条", "第四十二条"):
        assert f"《中华人民共和国行政处罚法》{article}" not in text


@pytest.mark.parametrize("key", PRESCRIBED)
def test_a_page_that_follows_says_of_which_paper_it_is(key: str, printed_sample: Sample) -> None:
    paper = printed_sample(key, "longest")
    for number, page in enumerate(paper.pdf, start=1):
        text = page.get_textpage()
        head = squeeze(text.get_text_bounded(left=0, bottom=page.get_height() - 80, right=600, top=page.get_height()))
        assert f"第{number}页共{len(paper.pdf)}页" in squeeze(text.get_text_range())
        if number > 1:
            assert f"{FORMS[key].rule.title}（续）" in head
            assert "案号：蒙样交执案〔2026〕001号" in head
        else:
            assert "（续）" not in head


@pytest.mark.parametrize(
    ("key", "columns"),
    [
        ("sampling-record", "序号被抽样物品名称规格及批号数量被抽样物品地点"),
        ("preservation-list", "序号证据名称规格数量登记保存地点"),
        ("measure-decision", "序号查封、扣押场所、设施、财物名称规格数量备注"),
        ("measure-release", "序号退还财物名称规格数量备注"),
    ],
)
def test_a_table_that_goes_on_has_its_head_again(key: str, columns: str, printed_sample: Sample) -> None:
    assert printed_sample(key, "longest").text.count(columns) >= 2


RECORDS = {
    "interview-record": ("被询问人签名：", "询问人签名："),
    "inspection-record": ("当事人签名：", "勘验人签名："),
    "scene-record": ("现场人员签名：", "执法人员签名："),
    "statement-record": ("陈述申辩人签名：", "执法人员签名："),
    "hearing-record": ("当事人或其代理人签名：", "主持人签名："),
    "hearing-request-record": ("申请人签名：", "执法人员签名："),
    "showing-record": ("当事人签名：", "执法人员签名："),
}


@pytest.mark.parametrize("key", RECORDS)
@pytest.mark.parametrize("name", ["typical", "longest"])
def test_every_page_of_a_record_is_signed_with_its_day(key: str, name: str, printed_sample: Sample) -> None:
    for page in printed_sample(key, name).pdf:
        foot = squeeze(page.get_textpage().get_text_bounded(left=0, bottom=0, right=600, top=110))
        for place in (*RECORDS[key], "年月日"):
            assert place in foot


@pytest.mark.parametrize("key", [*PRESCRIBED, "statement-record", "showing-record"])
@pytest.mark.parametrize("name", ["typical", "longest"])
def test_no_page_carries_signatures_alone(key: str, name: str, printed_sample: Sample) -> None:
    """A sheet with nothing but signatures could be put behind any other text."""
    *_, last = printed_sample(key, name).pdf
    text = squeeze(last.get_textpage().get_text_bounded(left=0, bottom=110, right=600, top=last.get_height() - 68))
    assert not text.startswith(
        ("当事人或其代理人签名", "被询问人签名", "执法人员签名", "样例旗交通运输局（印章）", "签名：")
    )


def test_the_day_of_an_inspection_stands_at_both_ends() -> None:
    period = FORMS["inspection-record"].samples()["typical"].period
    assert day_span(period) == "2026年3月10日9时40分至10日10时20分"
    assert day_span(replace(period, ends=None)) == "2026年3月10日9时40分至　日　时　分"
    over = replace(period, ends=period.ends.replace(month=4, day=1))
    assert day_span(over) == "2026年3月10日9时40分至2026年4月1日10时20分"


RARE = "喆赟昇玥珺堃䶮㛃𠅤"
"""Names outside GB 2312, two of them outside the basic block."""


@pytest.mark.parametrize("role", ["", "hei", "ink", "turn q", "mark", "case-number", "stamp"])
def test_rare_names_print_in_every_face(role: str) -> None:
    html = f'<html lang="zh-CN"><body class="form"><p class="{role}">{RARE}</p></body></html>'
    assert_drawn(pdf_from_html(html))


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_rare_names_print_in_titles(tag: str) -> None:
    assert_drawn(pdf_from_html(f'<html lang="zh-CN"><body class="form"><{tag}>{RARE}</{tag}></body></html>'))


def test_a_rare_name_prints_where_it_is_heard_signed_and_addressed() -> None:
    interview = FORMS["interview-record"].samples()["typical"]
    signature = replace(interview.person_signature, name=RARE)
    content: Any = replace(interview, person=replace(interview.person, name=RARE), person_signature=signature)
    with Printed(render_pdf("interview-record", content, meta=PaperMeta())).pdf as pdf:
        text = squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
    assert f"被询问人：{RARE}" in text
    assert f"被询问人签名：{RARE}" in text
    notice = replace(FORMS["violation-notice"].samples()["typical"], addressee=RARE)
    assert_drawn(render_pdf("violation-notice", notice, meta=PaperMeta()))


def test_what_no_face_can_draw_is_named() -> None:
    with pytest.raises(MissingGlyph, match="U\\+1F600"):
        pdf_from_html("<html><body><p>李😀</p></body></html>")


def assert_drawn(data: bytes) -> None:
    """The name is in the text layer, and no face drew the box that stands for a missing character (glyph 0)."""
    with Printed(data).pdf as pdf:
        assert RARE in squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            for _operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "TJ":
                    assert not _draws_nothing(_operands[0])


def _draws_nothing(shown: Any) -> bool:
    glyphs = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
    return any(glyphs[at : at + 2] == b"\0\0" for at in range(0, len(glyphs), 2))
