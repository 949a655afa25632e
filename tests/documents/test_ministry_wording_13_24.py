"""Do the ministry's forms 13 to 24 say what the ministry prints, all of it and in its order?

Typed by hand from the printed forms: each piece of prescribed text between two blanks, in the order of the form.
Departures from the print: form 14 tells that reconsideration comes first (行政复议法 23), see the last list.
"""

from collections.abc import Callable

import pytest

from tests.documents.printed import Printed

Sample = Callable[[str, str], Printed]

PARTY_BLOCK = (
    "姓名",
    "身份证件号",
    "住址",
    "联系电话",
    "名称",
    "地址",
    "联系电话",
    "法定代表人",
    "统一社会信用代码",
)
COPIES = "（本文书一式两份：一份存根，一份交当事人或其代理人。）"
ADDRESSEE = "当事人（个人姓名或单位名称）："
PRESCRIBED: dict[str, tuple[str, ...]] = {
    "hearing-record": (
        "听证笔录",
        "案号：",
        "案件名称：",
        "主持听证机关：",
        "听证地点：",
        "听证时间：",
        "主持人：",
        "听证员：",
        "记录员：",
        "执法人员：",
        "执法证号：",
        "执法人员：",
        "执法证号：",
        "当事人：",
        "法定代表人：",
        "联系电话：",
        "委托代理人：",
        "性别：",
        "年龄：",
        "工作单位及职务：",
        "第三人：",
        "性别：",
        "年龄：",
        "工作单位及职务：",
        "其他参与人员：",
        "性别：",
        "年龄：",
        "工作单位及职务：",
        "听证记录：",
        "当事人或其代理人签名：",
        "主持人及听证员签名：",
        "记录员签名：",
        "其他听证参加人签名：",
    ),
    "spot-decision": (
        "当场行政处罚决定书",
        "案号：",
        *PARTY_BLOCK,
        "违法事实及依据：",
        "你（单位）",
        "的行为违反了",
        "的规定，依据",
        "的规定，决定给予",
        "的行政处罚。",
        "罚款的履行方式和期限（见打√处）：",
        "当场缴纳。",
        "自收到本决定书之日起十五日内缴至",
        "，账号",
        "，到期不缴纳罚款的，本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款本数。",
        "如果不服本处罚决定，应当先在六十日内依法向样例旗人民政府申请行政复议；对行政复议决定不服的，",
        "依法向样例旗人民法院提起行政诉讼。",
        "处罚前已口头告知当事人拟作出处罚的事实、理由和依据，并告知当事人依法享有的陈述权和申辩权。",
        "当事人或其代理人签名：",
        "执法人员签名：",
        COPIES,
    ),
    "penalty-decision": (
        "行政处罚决定书",
        "案号：",
        *PARTY_BLOCK,
        "违法事实及证据：",
        "你（单位）的行为违反了",
        "的规定，依据",
        "的规定，决定给予",
        "的行政处罚。",
        "处以罚款的，自收到本决定书之日起十五日内缴至",
        "，账号",
        "，到期不缴纳罚款的，本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款本数。",
        "其他执行方式和期限：",
        "如果不服本处罚决定，可以在六十日内依法向",
        "申请行政复议，或者在六个月内依法向",
        "人民法院提起行政诉讼，但本决定不停止执行，法律另有规定的除外。",
        "逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。",
        COPIES,
    ),
    "correction-order": (
        "责令改正违法行为通知书",
        "案号：",
        ADDRESSEE,
        "经调查，你（单位）存在下列违法事实：",
        "根据",
        "的规定，现责令你（单位）",
        "立即予以改正。",
        "在",
        "前改正或者整改完毕。",
        "如不服本决定，可以在六十日内依法向",
        "申请行政复议，或者在六个月内依法向",
        "人民法院提起行政诉讼。",
        "当事人或其代理人签名：",
        "执法人员签名",
        COPIES,
    ),
    "payment-plan-notice": (
        "分期（延期）缴纳罚款通知书",
        "案号：",
        ADDRESSEE,
        "，本机关对你（单位）送达了",
        "（案号）《行政处罚决定书》，作出了对你（单位）罚款",
        "（大写）的行政处罚决定，根据你（单位）的申请，本机关依据《中华人民共和国行政处罚法》第六十六条的规定，现决定：",
        "同意你（单位）延期缴纳罚款。延长至",
        "同意你（单位）分期缴纳罚款。第",
        "期至",
        "前，缴纳罚款",
        "（大写）（每期均应当单独开具本文书）。此外，尚有未缴纳的罚款",
        "（大写）。",
        "由于",
        "，因此，本机关认为你的申请不符合《中华人民共和国行政处罚法》第六十六条的规定，不同意你（单位）分期（延期）缴纳罚款。",
        "代收机构以本通知书为据，办理收款手续。",
        COPIES,
    ),
    "demolition-notice": (
        "执行公告",
        "案号：",
        "一案，本机关于",
        "依法作出了",
        "的决定，决定书案号为",
        "依据《中华人民共和国行政强制法》第四十四条的规定，现责令当事人",
        "立即停止违法行为并于",
        "前自行拆除违法的建筑物、构筑物、设施等",
        "。当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，本机关将依法强制拆除。",
        "特此公告。",
    ),
    "reminder": (
        "催告书",
        "案号：",
        ADDRESSEE,
        "因你（单位）",
        "，本机关于",
        "作出了",
        "的决定，决定书案号为",
        "。你（单位）逾期未履行义务，根据《中华人民共和国行政强制法》第三十五条和第五十四条的规定，"
        "现就有关事项催告如下，请你（单位）按要求履行：",
        "1.履行标的：",
        "2.履行期限：",
        "3.履行方式：",
        "4.履行要求：",
        "5.其他事项：",
        "你（单位）逾期仍不履行的，本机关将依法采取以下措施：",
        "1.到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。",
        "2.根据法律规定，将查封、扣押的财物拍卖抵缴罚款。",
        "3.申请人民法院强制执行。",
        "4.依法代履行或者委托第三人：",
        "代履行。",
        "5.其他强制执行方式：",
        "你（单位）可向本机关进行陈述或申辩，本机关将依法核实。",
        COPIES,
    ),
    "enforcement-decision": (
        "行政强制执行决定书",
        "案号：",
        *PARTY_BLOCK,
        "因你（单位）逾期未履行本机关于",
        "作出的",
        "决定，决定书案号为",
        "。经本机关催告后，你（单位）",
        "在催告期间有转移或隐匿财物迹象的",
        "仍未履行且无正当理由。依据",
        "的规定，本机关将",
        "立即",
        "于",
        "强制执行：",
        "如不服本决定，可以在收到本决定书之日起六十日内向",
        "申请行政复议或者在六个月内依法向",
        "人民法院提起行政诉讼。",
        COPIES,
    ),
    "substitute-decision": (
        "代履行决定书",
        "案号：",
        *PARTY_BLOCK,
        "因你（单位）",
        "1.本机关于",
        "作出了",
        "决定，决定书案号为",
        "。经本机关催告后仍不履行，因其后果已经或者将危害交通安全、造成环境污染或者破坏自然资源。"
        "依据《中华人民共和国行政强制法》第五十条以及",
        "的规定，",
        "2.需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，因你（单位）不能清除，"
        "依据《中华人民共和国行政强制法》第五十二条以及",
        "的规定，",
        "本机关依法作出代履行决定如下：",
        "1.代履行人：",
        "本机关",
        "第三人：",
        "2.代履行标的：",
        "3.代履行时间和方式：",
        "4.代履行费用（预算）：",
        "请你（单位）在收到本决定书后",
        "日内预付代履行预算费用（开户行：",
        "账号：",
        "）。代履行费用据实决算后，多退少补。",
        "如不服本决定，可以在收到本决定书之日起六十日内向",
        "申请行政复议或者在六个月内依法向",
        "人民法院提起行政诉讼。",
        COPIES,
    ),
    "enforcement-notice": (
        "中止（终结、恢复）行政强制执行通知书",
        "案号：",
        ADDRESSEE,
        "一案，本机关于",
        "依法作出了行政强制执行决定，并向你（单位）送达了《行政强制执行决定书》（案号：",
        "1.现因",
        "，根据《中华人民共和国行政强制法》第三十九条第一款的规定，本机关决定自",
        "起中止该行政强制执行。中止执行的情形消失后，本机关将恢复执行。",
        "2.现因",
        "，根据《中华人民共和国行政强制法》第四十条的规定，本机关决定终结执行。",
        "3.你（单位）",
        "一案，本机关于",
        "决定中止执行，现中止执行的情形已消失，根据《中华人民共和国行政强制法》第三十九条第二款的规定，"
        "决定从即日恢复强制执行。",
        "4.本机关于",
        "与你（单位）达成执行协议，因你（单位）不履行执行协议，"
        "根据《中华人民共和国行政强制法》第四十二条第二款的规定，决定从即日恢复强制执行。",
        "特此通知。",
        COPIES,
    ),
    "service-receipt": (
        "送达回证",
        "案号：",
        "案由：",
        "送达单位",
        "受送达人",
        "代收人",
        "送达文书名称（文号）",
        "收件人签名（盖章）",
        "送达地点",
        "送达日期",
        "送达方式",
        "送达人",
        "备注：",
    ),
    "closing-report": (
        "结案报告",
        "案号：",
        "案由：",
        "当事人",
        "个人",
        "年龄",
        "性别",
        "所在单位",
        "联系地址",
        "联系电话",
        "邮编",
        "单位",
        "地址",
        "法定代表人",
        "职务",
        "处理结果",
        "执行情况",
        "（承办人）签名：",
        "经办机构负责人意见",
        "签名：",
        "负责人审批意见",
        "签名：",
    ),
}
UNSEALED = ("hearing-record", "closing-report")
NOT_TWO_COPIES = ("hearing-record", "demolition-notice", "service-receipt", "closing-report")


def missing_in_order(pieces: tuple[str, ...], text: str) -> list[str]:
    """The first piece that does not come after the one before it."""
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        if found < 0:
            return [piece, text[place : place + 120]]
        place = found + len(piece)
    return []


@pytest.mark.parametrize("key", PRESCRIBED)
def test_the_form_says_what_the_ministry_prescribes_in_its_order(key: str, printed_sample: Sample) -> None:
    foot = 36 if key == "hearing-record" else 24
    assert missing_in_order(PRESCRIBED[key], printed_sample(key, "typical").body(foot=foot)) == []


@pytest.mark.parametrize("key", [key for key in PRESCRIBED if key not in UNSEALED])
def test_the_bureau_s_name_stands_over_the_place_for_its_seal(key: str, printed_sample: Sample) -> None:
    """交通运输执法部门(印章); the seal lies over the text, so the text layer has both last."""
    assert "样例旗交通运输局（印章）" in printed_sample(key, "typical").text


@pytest.mark.parametrize("key", NOT_TWO_COPIES)
def test_the_line_about_copies_stands_on_no_other_form(key: str, printed_sample: Sample) -> None:
    assert "一式两份" not in printed_sample(key, "typical").text


@pytest.mark.parametrize("key", ["spot-decision", "penalty-decision"])
def test_a_penalty_goes_with_the_order_to_correct(key: str, printed_sample: Sample) -> None:
    """行政处罚法 28.1."""
    ordered = "根据《中华人民共和国行政处罚法》第二十八条第一款的规定，责令你（单位）立即改正上述违法行为。"
    assert ordered in printed_sample(key, "typical").body()


@pytest.mark.parametrize(
    ("key", "struck"),
    [
        ("penalty-decision", "自收到本决定书之日起十五日内缴至/，账号/，"),
        ("penalty-decision", "其他执行方式和期限：/。"),
        ("spot-decision", "自收到本决定书之日起十五日内缴至/，账号/，"),
        ("payment-plan-notice", "延期缴纳罚款。延长至/。"),
        ("payment-plan-notice", "第/期至/前，缴纳罚款/元（大写）（每期均应当单独开具本文书）。"),
        ("reminder", "5.其他强制执行方式：/。"),
        ("enforcement-notice", "2.现因/，"),
        ("correction-order", "在/前改正或者整改完毕。"),
        ("substitute-decision", "1.本机关于/作出了/决定，决定书案号为/。"),
    ],
)
def test_what_is_not_used_is_struck_and_stays_readable(key: str, struck: str, printed_sample: Sample) -> None:
    assert struck in printed_sample(key, "shortest").body()


@pytest.mark.parametrize("key", ["spot-decision", "penalty-decision", "correction-order", "enforcement-decision"])
def test_the_government_of_the_bureau_reviews_and_nobody_else(key: str, printed_sample: Sample) -> None:
    """行政复议法 24: 本级人民政府."""
    text = printed_sample(key, "typical").body()
    assert "向样例旗人民政府申请行政复议" in text
    assert "上一级" not in text
