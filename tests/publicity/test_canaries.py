"""Does any public page show one of the strings that were planted in every corner of a case?"""

from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast, Story
from cases.services import perform
from publicity.models import Publication
from tests.publicity import cases
from tests.publicity.conftest import publish
from tests.publicity.plain import VARIANTS, bare

BORN = date(1988, 11, 5)
TRADER = {
    "kind": "individual_business",
    "name": "样例旗金达货运部",
    "id_number": identity_number(BORN, 3),
    "uscc": credit_code(33),
    "representative": "欧阳金达",
    "sex": "男",
    "born_on": BORN,
    "address": "样例旗样例镇南街77号院3号楼",
    "phone": "15947500031",
}
DRIVER = {
    "person_name": "何庆丰",
    "person_id_number": identity_number(date(1990, 4, 1), 4),
    "person_phone": "18604750041",
    "person_address": "样例旗巴音塔拉苏木14号",
}
PERSONAL = {
    cases.PERSON["name"],
    cases.PERSON["id_number"],
    cases.PERSON["phone"],
    "样例苏木乌兰嘎查22号",
    "1985年2月17日",
    TRADER["representative"],
    TRADER["id_number"],
    TRADER["phone"],
    "样例镇南街77号院3号楼",
    cases.FIRM["representative"],
    cases.FIRM["phone"],
    DRIVER["person_name"],
    DRIVER["person_id_number"],
    DRIVER["person_phone"],
    "巴音塔拉苏木14号",
    "蒙G99831",
    "蒙DA12345",
    "于强",
    "刘大勇",
    "苗雨",
    "6222020200112233445",
    "he.qf@example.com",
    "120.651234",
}
"""23 strings; every one is planted in five ways of writing."""


def planted() -> Iterator[str]:
    for write in VARIANTS:
        yield "".join(f"，{write(one)}，" for one in sorted(PERSONAL))


@pytest.fixture
def told(cast: Cast) -> Story:
    """A firm, a citizen and a trader, with everything that was planted in the facts of each."""
    facts = cases.FACTS + "装货时司机刘大勇在旁。" + "".join(planted())
    story = cases.overloaded(cast, cases.OTHER_FIRM | {"representative": "柳如松"}, cases.PERSON, TRADER, facts=facts)
    story.case.inquiries.filter(kind="interview").update(**DRIVER)
    story.serve("serve_decision", "penalty-decision", cases.SERVED, "苗雨", "代理人")
    return story


@pytest.fixture
def copies(told: Story, cast: Cast) -> list[Publication]:
    return [publish(decision, cast) for decision in told.case.decisions.order_by("pk")]


def pages(copies: list[Publication]) -> Iterator[str]:
    yield reverse("publicity:index")
    for words in ("超限", "货运", "张铁柱", "欧阳金达", "2026"):
        yield f"{reverse('publicity:index')}?q={words}"
    for one in copies:
        yield reverse("publicity:decision", args=[one.slug])
    for paper in copies[0].case.documents.exclude(verify_code=None):
        yield reverse("publicity:verify", args=[paper.verify_code])


def test_at_least_forty_strings_were_planted_in_the_papers_that_were_served(told: Story) -> None:
    served = " ".join(str(one.content) for one in told.case.documents.filter(form_key="penalty-decision"))
    written = {write(one) for write in VARIANTS for one in PERSONAL}
    assert len([one for one in written if repr(one)[1:-1] in served]) > 40


def test_no_public_page_shows_any_of_them(copies: list[Publication]) -> None:
    anybody = Client()
    seen = 0
    for path in pages(copies):
        response = anybody.get(path)
        page = bare(unescape(response.content.decode()) + str(response.headers))
        # A search repeats the words in its own field: they came from the reader.
        asked = bare(unescape(path.partition("?q=")[2]))
        assert [one for one in PERSONAL if bare(one) in page.replace(f'value="{asked}"', "")] == [], path
        seen += 1
    assert seen > 12


def test_no_withdrawn_page_shows_a_name(copies: list[Publication], cast: Cast) -> None:
    for one in copies:
        perform(one, "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被样例旗人民政府撤销。")
        page = bare(Client().get(reverse("publicity:decision", args=[one.slug])).content.decode())
        names = {*PERSONAL, cases.OTHER_FIRM["name"], TRADER["name"], "张某某", "超限行驶"}
        assert [name for name in names if bare(name) in page] == []


def test_persons_are_public_by_surname_firms_and_trade_names_in_full(copies: list[Publication]) -> None:
    assert [one.party_name_public for one in copies] == ["样例长风运输有限公司", "张某某", "样例旗金达货运部"]
    assert [one.is_person for one in copies] == [False, True, True]
    assert [one.uscc_public for one in copies] == [credit_code(32), "", credit_code(33)]
