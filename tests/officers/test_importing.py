"""Is a table of people or certificates taken whole, or refused with every fault in words?"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from officers.models import Certificate, Officer
from tests.promises.nasty import NASTY

pytestmark = pytest.mark.django_db
CARDS = "工号,姓名,证件,证号,发证机关,执法门类,执法区域,有效期自,有效期至\n"
GOOD = (
    "1001,李明,交通运输行政执法证,JT001,样例厅,道路运政,样例旗,2026-01-01,2030-12-31\n"
    "3001,陈静,法律职业资格证书,A0001,司法部,,,2015/6/1,\n"
)


@pytest.fixture
def cast() -> dict[str, Officer]:
    return hire_everyone()


def send(officer: Officer, key: str, text: str) -> tuple[int, str]:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("officers:import", args=[key]), {"text": text})
    return answer.status_code, answer.content.decode()


def test_certificates_are_taken_with_all_their_columns(cast: dict[str, Officer]) -> None:
    before = Certificate.objects.count()
    assert send(cast["韩雪"], "certificates", CARDS + GOOD)[0] == 302
    assert Certificate.objects.count() == before + 2
    card = Certificate.objects.get(number="JT001")
    assert (card.officer.name, card.kind, card.series, card.category) == ("李明", "enforcement", "ministry", "road")
    assert (card.area, card.valid_from, card.valid_until) == ("样例旗", date(2026, 1, 1), date(2030, 12, 31))
    licence = Certificate.objects.get(number="A0001")
    assert (licence.kind, licence.series, licence.valid_until) == ("legal", "", None)


WRONG = [
    ("9999,李明,交通运输行政执法证,J1,厅,,,2026-01-01,", "第 2 行“工号”：没有这个工号。"),
    ("1001,王强,交通运输行政执法证,J1,厅,,,2026-01-01,", "第 2 行“姓名”：与工号不符"),
    ("1001,李明,工作证,J1,厅,,,2026-01-01,", "第 2 行“证件”：写这几种之一：交通运输行政执法证、政府制发的行政执法证"),
    ("1001,李明,交通运输行政执法证,059991002,厅,,,2026-01-01,", "第 2 行“证号”：这个证号已经登记过。"),
    ("1001,李明,交通运输行政执法证,J1,,,,2026-01-01,", "第 2 行“发证机关”：没有填写。"),
    ("1001,李明,交通运输行政执法证,J1,厅,铁路,,2026-01-01,", "第 2 行“执法门类”：写这几种之一"),
    ("1001,李明,交通运输行政执法证,J1,厅,,,2026-02-30,", "第 2 行“有效期自”：日期写成 2026-03-10 这样。"),
    ("1001,李明,交通运输行政执法证,J1,厅,,,2026-01-01,2025-01-01", "第 2 行“有效期至”：有效期止早于有效期起。"),
    ("1001,李明,交通运输行政执法证,JT001,厅,,,2026-01-01,", "第 3 行“证号”：与第 2 行重复。"),
    ("1001,李明,交通运输行政执法证,J1,厅,,,2026-01-01,,多,余", "第 2 行：比表头多出几格"),
]


@pytest.mark.parametrize(("row", "said"), WRONG)
def test_one_wrong_row_and_nothing_is_taken(cast: dict[str, Officer], row: str, said: str) -> None:
    before = Certificate.objects.count()
    status, page = send(cast["韩雪"], "certificates", f"{CARDS}{row}\n{GOOD}")
    assert status == 422
    assert said in page
    assert "一行也没有导入" in page
    assert row.split(",")[3] in page  # the text comes back to be put right
    assert Certificate.objects.count() == before


def test_new_people_have_no_post_and_cannot_sign_in_yet(cast: dict[str, Officer]) -> None:
    text = "工号,姓名,部门,职务\n1101,新一,一中队,执法员\n1102,新二,二中队,\n"
    assert send(cast["许系"], "people", text)[0] == 302
    joined = Officer.objects.get(staff_number="1101")
    assert (joined.name, joined.department.name, joined.position) == ("新一", "一中队", "执法员")
    assert not joined.has_usable_password()
    assert joined.roles == frozenset()
    status, page = send(cast["许系"], "people", text.replace("1102", "1103").replace("二中队", "三中队"))
    assert status == 422
    assert "第 2 行“工号”：这个工号已经有人使用。" in page
    assert "第 3 行“部门”：没有这个部门。" in page
    assert not Officer.objects.filter(staff_number="1103").exists()


def test_each_table_lies_in_one_hand(cast: dict[str, Officer]) -> None:
    assert send(cast["许系"], "certificates", CARDS + GOOD)[0] == 404
    assert send(cast["韩雪"], "people", "工号,姓名,部门,职务\n1,甲,一中队,\n")[0] == 404
    assert send(cast["李明"], "certificates", CARDS + GOOD)[0] == 404


def test_a_spreadsheet_in_gb18030_is_read_and_anything_else_is_said_to_be_no_table(cast: dict[str, Officer]) -> None:
    client = Client()
    client.force_login(cast["韩雪"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("officers:import", args=["certificates"])
    no_table = client.post(address, {"file": SimpleUploadedFile("x.csv", b"PK\x03\x04\x00\x00")})
    assert no_table.status_code == 422
    assert "这不是文本表格" in no_table.content.decode()
    table = SimpleUploadedFile("x.csv", (CARDS + GOOD).encode("gb18030"))
    assert client.post(address, {"file": table}).status_code == 302
    assert Certificate.objects.filter(number="JT001").exists()
    empty = client.get(reverse("officers:import-empty", args=["certificates"])).content.decode("utf-8-sig")
    assert empty.strip() == CARDS.strip()


def test_nothing_that_is_sent_breaks_the_page(cast: dict[str, Officer]) -> None:
    rows = "".join(f'1001,李明,"{one}","{one}","{one}",,,"{one}",\n' for one in NASTY if len(one) < 50_000)
    texts = (CARDS + rows.replace("\x00", ""), CARDS + rows, rows, "\x00", CARDS + '"', NASTY[-3], NASTY[-4])
    assert {send(cast["韩雪"], "certificates", one)[0] for one in texts} == {422}
