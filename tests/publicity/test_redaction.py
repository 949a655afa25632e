"""Does masking hide every protected string, however it is written, and leave the rest alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity.protected import NAMED_BY_ROLE, below_county
from publicity.redaction import Kind, Protected, leaks, mask, public_name
from tests.publicity.plain import VARIANTS, bare

NAMES = st.text(alphabet="王李张刘于强国华明高某欧阳巴图", min_size=2, max_size=4)
DIGITS = st.text(alphabet="0123456789", min_size=7, max_size=18)
PLATES = st.from_regex(r"蒙[A-H][0-9A-H]{5}", fullmatch=True)
ADDRESSES = st.text(alphabet="样例镇东西街路巷0123456789号", min_size=4, max_size=12)
STRINGS = st.one_of(
    st.builds(Protected, NAMES, st.just(Kind.PERSON)),
    st.builds(Protected, DIGITS, st.sampled_from([Kind.IDENTITY, Kind.PHONE, Kind.ACCOUNT])),
    st.builds(Protected, PLATES, st.just(Kind.PLATE)),
    st.builds(Protected, ADDRESSES, st.just(Kind.ADDRESS)),
)
WORDS = st.text(alphabet="当事人货车在处经称重王李张于强高0123456789（）略某*，。 \n蒙AB", max_size=20)


@given(st.lists(STRINGS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_no_protected_string_survives(hidden: list[Protected], words: list[str], data: st.DataObject) -> None:
    pieces = []
    for word in words:
        write = data.draw(st.sampled_from(VARIANTS))
        pieces += [word, write(data.draw(st.sampled_from(hidden)).text)]
    masked = mask("".join(pieces), hidden)
    for one in hidden:
        assert bare(one.text) not in bare(masked)
    assert leaks(masked, hidden) == []


def test_a_stand_in_does_not_spell_another_name() -> None:
    hidden = [Protected("于强", Kind.PERSON), Protected("某高", Kind.PERSON)]
    assert mask("驾驶人于强高声说", hidden) == "驾驶人于某■声说"


@given(WORDS)
def test_a_text_without_anything_to_hide_stays_as_it_is(text: str) -> None:
    assert leaks(text, []) or mask(text, []) == text


@pytest.mark.parametrize(
    ("name", "public"),
    [("张三", "张某某"), ("张铁柱", "张某某"), ("欧阳修", "欧阳某某"), ("司马", "司某某"), ("乌云其木格", "乌某某")],
)
def test_a_person_keeps_the_surname(name: str, public: str) -> None:
    assert public_name(name) == public


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("驾驶人于强驾驶货车", "驾驶人于某某驾驶货车"),
        ("驾驶人于　强 驾驶货车", "驾驶人于某某 驾驶货车"),
        ("证号159999198502179917。", "证号（身份证件号略）。"),
        ("证号 １５９９９９１９８５０２１７９９１Ｘ", "证号 （身份证件号略）"),
        ("电话139 0475 0011", "电话（电话略）"),
        ("电话 0475-2345678", "电话 （电话略）"),
        ("蒙G·99831号货车", "蒙G*****号货车"),
        ("新能源货车蒙GD12345", "新能源货车蒙G*****"),
        ("卡号6222 0000 1111 2222 333", "卡号（账号略）"),
        ("邮箱 li.si@example.com。", "邮箱 （邮箱略）。"),
        ("位置120.65123, 42.84512", "位置（位置略）, （位置略）"),
    ],
)
def test_each_kind_is_replaced_by_what_it_was(text: str, public: str) -> None:
    assert mask(text, [Protected("于强", Kind.PERSON)]) == public


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月10日9时40分，在S210线K32+500处，车货总质量61320千克，限定49000千克。",
        "2026-03-10 09:40 至 2026-03-10 10:05",
        "罚款人民币陆仟元整（¥6,000.00）",
        "蒙样交执罚〔2026〕001号",
        "统一社会信用代码91159999MA000201XN",
    ],
)
def test_what_is_no_secret_is_not_taken_for_one(text: str) -> None:
    assert mask(text, [Protected("于强", Kind.PERSON)]) == text


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("样例旗样例镇东街15号", "样例镇东街15号"),
        ("内蒙古自治区通辽市奈曼旗大沁他拉镇西街3号", "大沁他拉镇西街3号"),
        ("沈阳市和平区南京街8号", "南京街8号"),
        ("样例旗", ""),
        ("东街15号院", "东街15号院"),
        ("阳光小区3号楼", "阳光小区3号楼"),
        ("样例旗东村", "样例旗东村"),
    ],
)
def test_an_address_is_public_down_to_the_county(address: str, below: str) -> None:
    assert below_county(address) == below


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("驾驶人于强在场", ["于强"]),
        ("司机：刘大勇，证人李四的陈述", ["刘大勇", "李四"]),
        ("驾驶人对称重结果无异议", []),
        ("驾驶人于2026年3月10日", []),
        ("负责人签名", []),
    ],
)
def test_persons_are_found_by_what_they_are_called(text: str, names: list[str]) -> None:
    assert [found.group(1) for found in NAMED_BY_ROLE.finditer(text)] == names
