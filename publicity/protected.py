"""Which strings of a case may the public never read?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from cases.case_file import CaseFile
from cases.models import Party
from publicity.redaction import Kind, Protected, fold

# The common surnames; those that are also common words (和 时 应 安 全) are left out: they would find no names.
SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤包乌斯巴"
)
ROLES = "驾驶人|驾驶员|司机|押运员|见证人|证人|货主|车主|乘客|举报人|投诉人|经营者|法定代表人|负责人|装卸工|跟车人"
# The name ends where the text, a punctuation mark or one of these words follows.
AFTER_A_NAME = "在|的|称|驾|说|提|签|到|将|未|不|承|陈|表|无|对|所|和|与|及|系|为|是|电"
NAMED_BY_ROLE = re.compile(f"(?:{ROLES})[为是：:]?([{SURNAMES}][一-鿿]{{1,2}}?)(?=$|[^一-鿿]|{AFTER_A_NAME})")
SEPARATORS = re.compile(r"[、，,；;/（）()]")
NOT_A_PERSON = re.compile(r"(公司|局|队|站|厂|店|部|社|中心|医院|学校|委员会|合作社|室|处|所)$")
# Province, league or prefecture, county; each may be missing. 小区, 社区 and 园区 are no districts.
COUNTY = re.compile(
    r"^(?:\D{2,7}?(?:省|自治区))?(?:\D{2,8}?(?:盟|自治州|地区|市))?(?:\D{1,8}?(?:县|旗|(?<![小社园])区|市))?"
)
NOBODY = frozenset(
    {"本人", "当事人", "负责人", "法定代表人", "经营者", "前台", "门卫", "单位", "同住成年家属", "家属", "无"}
)
SHORTEST_ADDRESS = 4


def protected_strings(file: CaseFile) -> tuple[Protected, ...]:
    """All of them with their kind, longest first: parties, third persons, numbers, addresses, plates, phones.

    An organisation's name is public, and with it any name it contains; so are the officers' names (公开条例 15,
    行政处罚法 39). Every plate is hidden: whose vehicle it really is, a county bureau often cannot know.
    """
    firms = [fold(one.name).text for one in file.case.parties.all() if one.kind == Party.Kind.ORGANISATION]
    found: dict[str, Protected] = {}
    for one in (*_of_parties(file), *_of_others(file), *_of_vehicles(file), *_named_in_texts(file)):
        needle = fold(one.text).text
        in_a_firm = one.kind is Kind.PERSON and any(needle in firm for firm in firms)
        if len(needle) > 1 and not in_a_firm and set(needle) - {"某", "*"}:
            found.setdefault(needle, one)
    return tuple(sorted(found.values(), key=lambda one: -len(fold(one.text).text)))


def _of_parties(file: CaseFile) -> Iterator[Protected]:
    for party in file.case.parties.all():
        if names_a_person(party):
            yield from _persons(party.name)
        yield from _persons(party.representative)
        yield from _numbers(party.id_number, party.phone, party.address)
        if party.born_on:
            yield from (Protected(text, Kind.BIRTH) for text in _written(party.born_on))


def _of_others(file: CaseFile) -> Iterator[Protected]:
    for inquiry in file.all_inquiries:
        yield from _persons(inquiry.person_name)
        yield from _numbers(inquiry.person_id_number, inquiry.person_phone, inquiry.person_address)
    for service in file.services:
        yield from _persons(service.receiver)
        yield from _persons(service.witness)
    for officer in file.handlers:
        yield from _numbers("", officer.phone, "")


def _of_vehicles(file: CaseFile) -> Iterator[Protected]:
    for plate in (*(one.plate for one in file.case.charges.all()), *(one.plate for one in file.all_inquiries)):
        if plate:
            yield Protected(plate, Kind.PLATE)


def _named_in_texts(file: CaseFile) -> Iterator[Protected]:
    """Persons whom a free text names by what they are: 驾驶人于强."""
    for text in _free_texts(file):
        for found in NAMED_BY_ROLE.finditer(text):
            yield Protected(found.group(1), Kind.PERSON)


def _free_texts(file: CaseFile) -> Iterator[str]:
    case = file.case
    yield from (case.summary, case.findings, case.source_detail, case.proposal_reasons)
    for charge in case.charges.all():
        yield charge.facts
    for inquiry in file.all_inquiries:
        yield inquiry.body
        yield from (f"{one.get('question', '')}\n{one.get('answer', '')}" for one in inquiry.answers)
    for evidence in file.all_evidence:
        yield from (evidence.title, evidence.source, evidence.proves, evidence.place)
    yield from (one.text for one in case.statements.all())


def names_a_person(party: Party) -> bool:
    """Is the party's name a natural person's? A business without a trade name goes by its operator's."""
    if party.kind == Party.Kind.CITIZEN:
        return True
    return party.kind == Party.Kind.INDIVIDUAL_BUSINESS and party.representative in ("", party.name)


def _persons(names: str) -> Iterator[Protected]:
    for piece in SEPARATORS.split(names):
        name = piece.strip()
        if name and name not in NOBODY and not NOT_A_PERSON.search(name):
            yield Protected(name, Kind.PERSON)


def _numbers(id_number: str, phone: str, address: str) -> Iterator[Protected]:
    if id_number:
        yield Protected(id_number, Kind.IDENTITY)
    for piece in SEPARATORS.split(phone):
        if piece.strip():
            yield Protected(piece.strip(), Kind.PHONE)
    if below := below_county(address):
        yield Protected(below, Kind.ADDRESS)


def below_county(address: str) -> str:
    """What an address says beyond the county: 样例旗样例镇东街15号 → 样例镇东街15号."""
    whole = address.strip()
    rest = COUNTY.sub("", whole, count=1)
    # A short rest would be found in every text: the whole is hidden instead.
    return rest if len(fold(rest).text) >= SHORTEST_ADDRESS or not rest else whole


def _written(day: date) -> Iterable[str]:
    return (f"{day.year}年{day.month}月{day.day}日", f"{day:%Y年%m月%d日}", f"{day:%Y-%m-%d}", f"{day:%Y.%m.%d}")
