"""Does a machine's record become a case only after a person has reviewed it, on a device that was fit (行政处罚法 41)?"""

import csv
import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from bureau.sample.story import Cast
from cases.models import Case
from inspections.models import Candidate, CandidateFile, Equipment, Source
from inspections.sources_errands import machine_errands
from inspections.sources_table import COLUMNS, NotATable, read_records
from tests.inspections.sources import BASE, NOW, TODAY, bureau, do, signed_in, weighing_station

RECORDS = f"{BASE}records/"
GOOD = ["CZ-01", "R-1", "2026-09-14 18:20:05", "蒙G·99831", "", "6", "61200", "49000", "ab" * 32]
MORE = ["CZ-01", "R-2", "2026/9/14 18:25", "辽A12345", "夜间", "2", "19500", "18000", ""]
CHECKED = {"is_true": "on", "is_clear": "on", "is_whole": "on", "is_accurate": "on", "reason": "看了过磅图像和车牌。"}


@pytest.fixture(scope="module")
def hired(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with bureau(django_db_blocker) as cast:
        weighing_station(cast)
        yield cast


@pytest.fixture
def cast(hired: Cast, db: None) -> Iterator[Cast]:
    with time_machine.travel(NOW):
        yield hired


@pytest.fixture
def station(cast: Cast) -> Equipment:
    return Equipment.objects.get()


def table(*rows: list[str]) -> str:
    target = StringIO()
    csv.writer(target).writerows([COLUMNS, *rows])
    return target.getvalue()


def changed(column: str, value: str) -> list[str]:
    return [value if name == column else old for name, old in zip(COLUMNS, GOOD, strict=True)]


def send(client: Client, text: str, name: str = "九月.csv") -> Any:
    return client.post(RECORDS, {"file": SimpleUploadedFile(name, text.encode(), "text/csv")})


@pytest.fixture
def record(cast: Cast) -> Source:
    assert send(signed_in(cast, "李明"), table(GOOD, MORE)).status_code == 302
    return Source.objects.get(outside_number="R-1")


def lead_of(source: Source, cast: Cast) -> dict[str, str]:
    return {
        "source": "other", "source_detail": str(source), "received_at": "2026-09-15T08:30", "occurred_on": "2026-09-14",
        "cause": "蒙G99831涉嫌超限运输", "place": source.place, "summary": source.content, "second": str(cast["王强"].pk),
    }  # fmt: skip


def test_a_record_is_imported_reviewed_and_becomes_a_case(record: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    assert record.content == "2026-09-14 18:20:05，蒙G99831，6轴，车货总质量61200千克，限值49000千克，超过12200千克"
    candidate = record.candidate
    assert (candidate.review_due_on, record.verify_due_on) == (date(2026, 9, 21), None)  # 16 17 18 20 21
    assert candidate.file.name == "九月.csv" and len(candidate.file.sha256) == 64
    # Before the review: no button, no way by the address, no way past the database.
    assert "转入案件" not in client.get(f"{BASE}{record.pk}/").content.decode()
    refused = client.post(f"{BASE}{record.pk}/case/", lead_of(record, cast))
    assert refused.status_code == 409 and "设备记录未经审核，不得作为证据，不能立案" in refused.content.decode()
    assert not Case.objects.exists()
    assert (
        do(signed_in(cast, "郑海"), record, "decide", decision="not_filed", reason="x", on="2026-09-15").status_code
        == 409
    )
    # The review asks all four, each of them.
    partly = do(client, record, "review", **(CHECKED | {"result": "passed", "is_clear": ""}))
    assert partly.status_code == 422 and "没有确认这一项的，不能通过" in partly.content.decode()
    with time_machine.travel(NOW.replace(day=16)):
        client = signed_in(cast, "李明")
        assert do(client, record, "review", **CHECKED, result="passed").status_code == 302
        assert do(client, record, "review", **CHECKED, result="rejected").status_code == 409
    # Verified from the day it was reviewed: 17 18 20 21 22 23 24.
    assert (record.cleared_on, record.verify_due_on) == (date(2026, 9, 16), date(2026, 9, 24))
    with time_machine.travel(NOW.replace(day=17)):
        client = signed_in(cast, "李明")
        form = client.get(f"{BASE}{record.pk}/case/").content.decode()
        assert "记录编号：R-1；2026年9月16日经李明审核符合要求。" in form and "CZ-01" in form
        assert client.post(f"{BASE}{record.pk}/case/", lead_of(record, cast)).status_code == 302
    record.refresh_from_db()
    assert record.case == Case.objects.get()


def test_the_database_knows_no_case_from_a_record_nobody_reviewed(record: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    other = Source.objects.get(outside_number="R-2")
    do(client, other, "review", **CHECKED, result="passed")
    client.post(f"{BASE}{other.pk}/case/", lead_of(other, cast))
    facts = {"decision": "case", "decided_on": TODAY, "decided_by": cast["李明"], "decision_reason": "x"}
    with pytest.raises(IntegrityError, match="no_case_from_a_record_nobody_reviewed"), transaction.atomic():
        Source.objects.filter(pk=record.pk).update(case=Case.objects.get(), **facts)


def test_what_is_unfit_is_sent_back_with_a_reason(record: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    assert do(client, record, "review", result="rejected", reason="").status_code == 422
    assert do(client, record, "review", result="rejected", reason="车牌看不清。").status_code == 302
    assert (record.closed_on, record.decision, record.decision_reason) == (TODAY, "not_filed", "车牌看不清。")
    page = client.get(f"{BASE}{record.pk}/").content.decode()
    assert "不符合要求，退回" in page and "转入案件" not in page
    assert client.post(f"{BASE}{record.pk}/case/", lead_of(record, cast)).status_code == 409


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"legal_on": None, "legal_by": None, "legal_opinion": ""}, "设备没有经过法制审核。"),
        ({"technical_on": None, "technical_by": ""}, "设备没有经过技术审核。"),
        ({"published_on": None, "published_where": ""}, "设置地点没有向社会公布。"),
        # Published the day after the record was made.
        ({"published_on": date(2026, 9, 15)}, "设置地点没有向社会公布。"),
        ({"marked_on": None}, "没有设置明显标志。"),
    ],
)
def test_no_record_of_an_unfit_device_passes(
    facts: dict[str, Any], said: str, record: Source, station: Equipment, cast: Cast
) -> None:
    Equipment.objects.filter(pk=station.pk).update(**facts)
    refused = do(signed_in(cast, "李明"), record, "review", **CHECKED, result="passed")
    assert refused.status_code == 409 and said in refused.content.decode() and record.cleared_on is None
    assert do(signed_in(cast, "李明"), record, "review", result="rejected", reason="设备不合要求。").status_code == 302


def test_a_certificate_counts_on_the_day_of_the_record(record: Source, station: Equipment, cast: Cast) -> None:
    station.certificates.update(valid_until=date(2026, 9, 13))
    refused = do(signed_in(cast, "李明"), record, "review", **CHECKED, result="passed")
    assert "2026年9月14日 没有有效的检定证书。" in refused.content.decode()
    keeper = signed_in(cast, "郑海")
    typed = {"number": "JD-19", "issued_by": "样例计量院", "valid_from": "2026-09-14", "valid_until": "2026-09-13"}
    wrong = keeper.post(f"{BASE}equipment/{station.pk}/certificate/", typed)
    assert wrong.status_code == 422 and "有效期止日早于起日" in wrong.content.decode()
    right = keeper.post(f"{BASE}equipment/{station.pk}/certificate/", typed | {"valid_until": "2026-09-14"})
    assert right.status_code == 302
    assert do(signed_in(cast, "李明"), record, "review", **CHECKED, result="passed").status_code == 302


def test_a_device_is_registered_reviewed_by_a_lawyer_and_again_when_it_is_moved(cast: Cast) -> None:
    keeper, lawyer = signed_in(cast, "郑海"), signed_in(cast, "陈静")
    typed = {
        "number": "DJ-02",
        "kind": "camera",
        "place": "货场路口",
        "published_on": "2026-09-01",
        "published_where": "",
    }
    wrong = keeper.post(f"{BASE}equipment/new/", typed)
    assert wrong.status_code == 422 and "写明日期和在哪里公布" in wrong.content.decode()
    assert keeper.post(f"{BASE}equipment/new/", typed | {"published_where": "局网站"}).status_code == 302
    made = Equipment.objects.get(number="DJ-02")
    address = f"{BASE}equipment/{made.pk}/"
    assert [row.verb for row in machine_errands(cast["陈静"], TODAY)] == ["设备法制审核"]
    assert keeper.post(f"{address}legal/", {"opinion": "x", "on": "2026-09-15"}).status_code == 404
    assert lawyer.post(f"{address}legal/", {"opinion": "符合。", "on": "2026-09-16"}).status_code == 422
    assert lawyer.post(f"{address}legal/", {"opinion": "符合。", "on": "2026-09-15"}).status_code == 302
    assert lawyer.post(f"{address}legal/", {"opinion": "符合。", "on": "2026-09-15"}).status_code == 409
    assert "设备没有经过技术审核。" in lawyer.get(address).content.decode()
    moved = typed | {"published_where": "局网站", "place": "新城路口"}
    assert keeper.post(f"{address}change/", moved).status_code == 302
    made.refresh_from_db()
    assert (made.place, made.legal_on, made.legal_by) == ("新城路口", None, None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (changed("设备编号", "CZ-09"), "第 2 行“设备编号”：设备没有登记，先登记设备。"),
        (changed("记录编号", ""), "第 2 行“记录编号”：没有填写。"),
        (changed("记录时间", "昨天"), "第 2 行“记录时间”：时间写成"),
        (changed("记录时间", "2026-09-15 09:00:01"), "第 2 行“记录时间”：在现在以后。"),
        (changed("记录时间", "0001-01-01 00:00"), "第 2 行“记录时间”：时间写成"),
        (changed("记录时间", "2001-01-01 00:00"), "核对设备的时钟"),
        (changed("车牌号", "看不清"), "第 2 行“车牌号”：车牌号写成"),
        (changed("轴数", "1"), "第 2 行“轴数”：轴数应当在 2 到 12 之间。"),
        (changed("总质量千克", "61.2吨"), "第 2 行“总质量千克”：写整数，不写单位。"),
        (changed("总质量千克", "49000"), "第 2 行“总质量千克”：没有超过限值，不导入。"),
        (changed("限值千克", ""), "第 2 行“限值千克”：称重记录须填写。"),
        (changed("图像SHA256", "xyz"), "第 2 行“图像SHA256”：SHA-256 是 64 位"),
        (changed("记录内容", "长" * 301), "第 2 行“记录内容”：超过 300 个字。"),
        (changed("记录内容", "第一行\n第二行"), "有换行或者看不见的字符"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(row: list[str], said: str, cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        assert [one for one in map(str, read_records(table(row), NOW)[1]) if said in one] != []


def test_one_bad_row_and_nothing_is_taken_but_the_text_comes_back(cast: Cast) -> None:
    client = signed_in(cast, "李明")
    refused = send(client, table(GOOD, changed("轴数", "99")))
    page = refused.content.decode()
    assert refused.status_code == 422 and "一行也没有导入" in page and "第 3 行“轴数”" in page and "61200" in page
    assert not Source.objects.exists() and not CandidateFile.objects.exists()
    assert client.post(RECORDS, {"text": table(GOOD, MORE)}).status_code == 302
    assert Candidate.objects.count() == 2


def test_the_same_file_or_record_is_taken_once(record: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    assert "这条记录已经导入过。" in send(client, table(GOOD)).content.decode()
    twice = send(client, table(changed("记录编号", "R-9"), changed("记录编号", "R-9")))
    assert "第 3 行“记录编号”：与第 2 行是同一条记录。" in twice.content.decode()
    assert Candidate.objects.count() == 2
    (row,) = [one for one in machine_errands(cast["王强"], TODAY)]
    assert row.title == "待审核的设备记录 2 条" and machine_errands(cast["周勇"], TODAY) == []
    assert "R-1" not in signed_in(cast, "周勇").get(BASE).content.decode()


def test_json_is_read_like_the_table_and_a_camera_tells_what_it_saw(cast: Cast) -> None:
    Equipment.objects.create(number="DJ-02", kind="camera", place="货场路口")
    seen = {"设备编号": "DJ-02", "记录编号": "7", "记录时间": "2026-09-14 18:20", "车牌号": "蒙G99831"}
    weighed = dict(zip(COLUMNS, GOOD, strict=True)) | {"轴数": 6, "总质量千克": 61200, "限值千克": 49000}
    refused = read_records(json.dumps([seen, weighed]), NOW)[1]
    assert [str(one) for one in refused] == ["第 1 行“记录内容”：电子监控的记录须写明记录到的行为。"]
    told = json.dumps([seen | {"记录内容": "货车遮挡号牌通过。"}, weighed], ensure_ascii=False)
    assert send(signed_in(cast, "李明"), told, "九月.json").status_code == 302
    assert sorted(Source.objects.values_list("kind", flat=True)) == ["camera", "weighing"]


@pytest.mark.parametrize(
    "text",
    [
        "", "a\"b,\"c\n", ",".join(COLUMNS), ",".join(COLUMNS) + "\n" + "x," * 40, "[", "[1]", "{}", "[" * 5000, '[{"x": 1}]',
        '[{"设备编号": NaN}]', '[{"设备编号": {"a": 1}}]', '[{"设备编号": "\\ud800"}]', "[" + '{"轴数":' + "9" * 5000 + "}]",
        ",".join(COLUMNS) + "\n" + ",".join(["9" * 40] * 9), "=1+1", "\x00",
    ],
)  # fmt: skip
def test_whatever_is_sent_is_refused_in_words(text: str, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    for answer in (client.post(RECORDS, {"text": text}), send(client, text)):
        assert answer.status_code == 422 and "error-summary" in answer.content.decode()
    assert not CandidateFile.objects.exists()
    with pytest.raises(NotATable, match="超过 2000 条"):
        read_records(table(*[GOOD] * 2001), NOW)
