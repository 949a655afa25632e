"""Is any of 300 strings that were planted in cases found in any byte that the public can fetch?

Every address without sign-in is tried, those of tomorrow too: a new one that is not visited here fails.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils import timezone

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.story import Cast
from cases import checkpoints
from cases.models import RecordCheckpoint, RecordEntry
from cases.services import perform
from inspections import draws
from inspections.draw_plans import approve as approve_plan
from inspections.draw_plans import draft
from inspections.draw_registers import take_off
from inspections.models import CheckObject, DrawPlan, InspectorTrade
from publicity.corrections import CorrectionRequest
from publicity.inspected import InspectionResult, approve, load, withdraw
from publicity.inspected_table import COLUMNS, read_table
from publicity.models import Publication
from publicity.protected import SURNAMES
from publicity.published_draws import PublishedDraw
from publicity.random_screens import SHOW
from publicity.services import prepare
from publicity.sheets import compile_sheets
from publicity.showing import erase_run_out
from tests.publicity import cases
from tests.publicity.conftest import NOW, publish
from tests.publicity.plain import bare

GIVEN = ("锦澜", "毓秀", "砚舟", "霁川", "攸宁", "昕漪")
STREETS = ("锦绣嘎查", "霍林艾里", "巴彦图嘎", "宝日胡硕", "哈日努拉", "查干淖尔")
PER_CASE = 50


def strings_of(case: int) -> dict[str, list[str]]:
    """50 strings that stand nowhere else, by what they are: 8 names, 7 each of six kinds of number and place."""
    begin = case * 10
    names = [SURNAMES[begin + i] + GIVEN[case] for i in range(8)]
    days = [date(1970 + case, 1 + i, 3 + i) for i in range(7)]
    return {
        "name": names,
        "identity": [identity_number(day, i) for i, day in enumerate(days)],
        "phone": [f"139{case:02}75{i:02}{case}{i}" for i in range(7)],
        "address": [f"{STREETS[case]}{begin * 10 + i + 100}号院" for i in range(7)],
        "plate": [f"蒙G{case}{i}8{i}{case}" for i in range(7)],
        "card": [f"62220{case}0200112{i}33{case}5{i}" for i in range(7)],
        "email": [f"witness{case}{i}@example.com" for i in range(7)],
    }


def narrative(found: dict[str, list[str]]) -> str:
    """As an officer might type it, each name by what the person is."""
    # The eighth name is the party's representative; 举报人 and 见证人 are protected whoever they are.
    roles = ("驾驶人", "见证人", "举报人", "投诉人", "货主", "乘客", "证人")
    told = [f"{role}{name}在场。" for role, name in zip(roles, found["name"], strict=False)]
    numbers = [
        f"身份证{identity}，电话{phone}，住{address}，车牌{plate}，账号{card}，邮箱{email}。"
        for identity, phone, address, plate, card, email in zip(
            *(found[kind] for kind in ("identity", "phone", "address", "plate", "card", "email")), strict=True
        )
    ]
    return cases.FACTS + "".join(told + numbers)


def party(case: int, found: dict[str, list[str]]) -> dict[str, Any]:
    """A firm, a citizen, a trader in turn; the representative is the eighth name, the address the first."""
    base = {"address": f"样例旗{found['address'][0]}", "phone": found["phone"][0]}
    person = base | {"id_number": found["identity"][0], "born_on": date(1970 + case, 1, 3), "sex": "男"}
    kinds = (
        base
        | {
            "kind": "organisation",
            "name": f"样例{STREETS[case][:2]}物流有限公司",
            "uscc": credit_code(200 + case),
            "representative": found["name"][7],
        },
        person | {"kind": "citizen", "name": found["name"][7]},
        person
        | {
            "kind": "individual_business",
            "name": f"样例旗{STREETS[case][:2]}货运部",
            "uscc": credit_code(200 + case),
            "representative": found["name"][7],
        },
    )
    return kinds[case % 3]


PLANTED = [strings_of(case) for case in range(6)]
ALL = [text for found in PLANTED for texts in found.values() for text in texts]


@pytest.fixture
def copies(cast: Cast, settings: Any, tmp_path: Path) -> list[Publication]:
    """Six cases: the last copy is not approved, the fifth withdrawn, the others shown; the record has a checkpoint."""
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    told = []
    for case, found in enumerate(PLANTED):
        story = cases.overloaded(cast, party(case, found), facts=narrative(found))
        for i in range(1, 7):
            story.case.inquiries.create(
                kind="interview",
                person_name=found["name"][i],
                person_id_number=found["identity"][i],
                person_phone=found["phone"][i],
                person_address=f"样例旗{found['address'][i]}",
                **same_as(story.case.inquiries.first()),
            )
        story.case.refresh_from_db()
        cases.serve(story)
        told.append(publish(story.case.decisions.get(), cast) if case < 5 else prepare(story.case.decisions.get()))
    perform(told[4], "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被样例旗人民政府撤销。")
    inspected(cast)
    drawn(cast)
    compile_sheets(cases.PUBLISHED)
    checkpoints.take(NOW - timedelta(days=1))
    return told


def inspected(cast: Cast) -> None:
    """Three results against persons, one of them withdrawn; a fourth waits for approval."""
    for case, found in enumerate(PLANTED[:4]):
        line = ["临时", "道路运输", "个人", found["name"][7], "", "2026-08-20", "样例旗公安局", "15990001", "15990002"]
        rows, faults = read_table("\n".join(map(",".join, [COLUMNS, [*line, "未发现问题", "", ""]])), cases.PUBLISHED)
        assert faults == []
        batch = load(rows, cast["秦芳"], cases.PUBLISHED)
        if case < 3:
            approve(batch, cast["尤佳"], cases.PUBLISHED)
    withdraw(InspectionResult.objects.earliest("pk"), cases.PUBLISHED, "检查对象填错。")


def drawn(cast: Cast) -> None:
    """Three persons in the register, one taken off it; all of the rest are drawn."""
    day = NOW.date()
    for found in PLANTED[:3]:
        CheckObject.objects.create(
            name=found["name"][7], trade="repair", credit_class="gravely_broken", is_person=True, listed_on=day,
            contact=found["name"][6], phone=found["phone"][0], address=found["address"][0],
        )  # fmt: skip
    take_off(CheckObject.objects.earliest("pk"), day, "不再经营。")
    for name in ("李明", "王强"):
        InspectorTrade.objects.create(officer=cast[name], trade="repair", listed_on=day)
    plan = DrawPlan(number="2026-1", title="维修", year=2026, trade="repair", begins_on=day, ends_on=day)
    plan.lead = cast["李明"].department
    draft(plan, items=[], partners=[], by=cast["韩雪"], on=day)
    approve_plan(plan, by=cast["卫国"], on=day)
    hands = {"by": cast["韩雪"], "supervisor": cast["陈静"], "draws_on": day}
    draw = draws.open_draw(DrawPlan.objects.get(), now=timezone.now(), **hands)
    draws.commit(draw, by=cast["陈静"], commitment=draws.hash_of_nonce("x" * 16), now=timezone.now())
    draws.publish_pool(draw, by=cast["韩雪"], now=timezone.now())
    draws.reveal(draw, by=cast["陈静"], nonce="x" * 16, now=timezone.now())
    assert draw.drawn.count() == 2


def same_as(inquiry: Any) -> dict[str, Any]:
    """The columns of another inquiry that have to be filled."""
    left = {"id", "case_id", "kind", "person_name", "person_id_number", "person_phone", "person_address"}
    return {
        field.attname: getattr(inquiry, field.attname)
        for field in inquiry._meta.concrete_fields
        if field.attname not in left
    }


def addresses(copies: list[Publication]) -> Iterator[str]:
    """Every public address, with whatever it takes."""
    for name in (
        "index",
        "decisions-csv",
        "decisions-jsonl",
        "withdrawn-json",
        "data",
        "feed",
        "sitemap",
        "before",
        "inspections",
        "inspections-csv",
        "inspections-jsonl",
        "draws",
        "draw-program",
    ):
        yield reverse(f"publicity:{name}")
    yield from (reverse("robots"), reverse("publicity:ask-correction"), reverse("publicity:verify"))
    yield from (reverse("publicity:rate-visit"), reverse("publicity:visit-rated"))
    yield from (reverse("publicity:report"), reverse("publicity:report-state"))
    yield reverse("publicity:visit", args=["nobody-has-this"])
    yield from (reverse("publicity:record"), reverse("publicity:record-key"))
    days = [timezone.localdate(row.taken_at).isoformat() for row in RecordCheckpoint.objects.all()]
    yield from (reverse("publicity:record-checkpoint", args=[day]) for day in days)
    for entry in RecordEntry.objects.order_by("-gseq")[:1]:
        yield f"{reverse('publicity:record')}?entry={entry.hash}"
    yield from (reverse("publicity:check-file"), reverse("officers:help"), reverse("officers:sign-in"))
    for key in ("organs", "officers", "powers", "procedure", "measures", "notices", "figures", *SHOW):
        yield reverse("publicity:sheet", args=[key])
    for one in copies:
        yield reverse("publicity:decision", args=[one.slug])
        yield reverse("publicity:decision-paper", args=[one.slug])
        for paper in one.case.documents.exclude(verify_code=None):
            yield reverse("publicity:verify", args=[paper.verify_code])
    for result in InspectionResult.objects.all():
        yield reverse("publicity:inspection", args=[result.slug])
    for number in PublishedDraw.objects.values_list("number", flat=True):
        yield from (reverse(f"publicity:{name}", args=[number]) for name in ("draw", "draw-file"))
    for request in CorrectionRequest.objects.all():
        yield reverse("publicity:receipt", args=[request.receipt])
    # Looking for a person by name finds nobody.
    for found in PLANTED:
        yield f"{reverse('publicity:index')}?q={found['name'][7]}"
        yield f"{reverse('publicity:inspections')}?q={found['name'][7]}"


def everything_in(response: Any) -> str:
    """Body and headers as a reader, a program and a forensic examiner see them."""
    body, headers = response.content, "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    if response.headers.get("Content-Type") == "application/pdf":
        return "\n".join([headers, *_all_of_a_pdf(body)])
    return f"{headers}\n{unescape(body.decode())}"


def _all_of_a_pdf(body: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(body)
    for page in document:
        yield page.get_textpage().get_text_range()
    with pikepdf.open(BytesIO(body)) as file:
        yield str(file.docinfo)
        yield str(file.open_metadata())
        # Whatever else is in it: outlines, annotations, attachments.
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes().decode("utf-16-be", "ignore") + each.read_bytes().decode("latin-1")
            else:
                yield repr(each)


def leaks_of(client: Client, paths: Iterator[str]) -> tuple[list[str], int]:
    found, seen = [], 0
    for path in paths:
        response = client.get(path)
        text = bare(everything_in(response))
        if "?q=" in path:  # The words stand in the reader's own search field again.
            text = re.sub(r"value=\S+?>|q=[%0-9a-z]+", "", text).replace(f'"{bare(path.partition("=")[2])}"', "")
        found += [f"{path}: {one}" for one in ALL if bare(one) in text]
        seen += len(response.content)
    return found, seen


def test_three_hundred_different_strings_are_planted() -> None:
    assert len(ALL) == len(set(ALL)) == 300
    assert {len(texts) for found in PLANTED for texts in found.values()} == {7, 8}


def test_none_of_three_hundred_strings_is_in_any_public_byte(
    copies: list[Publication], cast: Cast, settings: Any
) -> None:
    settings.PUBLIC_PAPERS_A_MINUTE = 1000
    anybody = Client()
    planted = "".join(str(vars(one)) for copy in copies for one in copy.case.charges.all())
    inquired = "".join(str(vars(one)) for copy in copies for one in copy.case.inquiries.all())
    parties = "".join(str(vars(copy.party)) for copy in copies)
    assert [one for one in ALL if one not in planted + inquired + parties] == []
    secret = {
        "number": "x",
        "wrong": f"我是{PLANTED[0]['name'][0]}，{PLANTED[0]['identity'][0]}",
        "contact": PLANTED[0]["phone"][0],
    }
    anybody.post("/public/corrections/", secret, REMOTE_ADDR="203.0.113.9")
    found, seen = leaks_of(anybody, addresses(copies))
    assert found == []
    assert seen > 100_000
    assert (
        anybody.get(reverse("publicity:decision-paper", args=[copies[0].slug])).headers["Content-Type"]
        == "application/pdf"
    )
    # A year and more later, when the sweep has been there and when it has not.
    for swept in (False, True):
        with time_machine.travel(NOW + timedelta(days=400)):
            if swept:
                erase_run_out((NOW + timedelta(days=400)).date())
            found, _seen = leaks_of(anybody, addresses(copies))
            assert found == []


def test_every_address_without_sign_in_is_looked_at(copies: list[Publication]) -> None:
    CorrectionRequest.objects.create(
        number="x", wrong="x", received_on=cases.PUBLISHED, due_on=cases.PUBLISHED, basis="x"
    )
    visited = {resolve(path.partition("?")[0]).view_name for path in addresses(copies)}
    assert set(public_names(get_resolver())) - visited - SHOW_NOTHING == set()


SHOW_NOTHING = {
    "set_language",
    "officers:sign-in-again",
    "officers:session",
    "officers:healthz",
    "officers:text-size",
    "publicity:visit-slip",  # Only posted; its page holds nothing but the slip (tests/inspections/test_checks_public.py).
}
"""Open to all, but they answer with the state of the reader's own session or of the machine."""


def public_names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """By the declaration of their views, not by a list of ours."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from public_names(one, f"{one.namespace}:" if one.namespace else space)
        elif (access := getattr(one.callback, "access", None)) is not None and access.roles is None:
            yield f"{space}{one.name}"
