"""What does anybody find in the portal: by search, as a file, as a feed, when it is gone, and what may be said back?"""

import csv
import json
from datetime import date, datetime, timedelta
from io import StringIO
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.story import Cast, Story
from cases.services import perform
from publicity.corrections import AlreadyAnswered, CorrectionRequest, answer_request
from publicity.models import Publication
from publicity.opendata import COLUMNS
from publicity.register import PublishedDecision
from publicity.sheets import compile_sheets
from publicity.showing import erase_run_out
from tests.publicity import cases
from tests.publicity.conftest import publish, signed_in

INDEX = "/public/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ASKED = {"number": "蒙样交执罚〔2026〕001号", "wrong": "名称少了一个字。", "contact": "0475-1234567"}


@pytest.fixture
def anybody() -> Client:
    return Client()


def page_of(copy: Publication) -> str:
    return reverse("publicity:decision", args=[copy.slug])


def shown(copy: Publication) -> PublishedDecision:
    return PublishedDecision.objects.get(slug=copy.slug)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def withdraw(copy: Publication, cast: Cast) -> None:
    perform(copy, "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被样例旗人民政府撤销。")


def rows_of_csv(client: Client, query: str = "") -> list[dict[str, str]]:
    body = client.get(f"/public/decisions.csv{query}").content
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(body.decode("utf-8-sig"))))


# --- search ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "is_found"),
    [("kind=fine", True), ("kind=revoke", False), ("kind=nonsense", True), ("kind=fine&q=没有这家", False)],
)
def test_the_register_is_searched_by_kind(published: Publication, anybody: Client, query: str, is_found: bool) -> None:
    assert (page_of(published) in anybody.get(f"{INDEX}?{query}").content.decode()) is is_found


# --- files -----------------------------------------------------------------------------------------
def test_csv_and_json_lines_hold_the_same_rows_under_the_names_of_the_dictionary(
    published: Publication, anybody: Client
) -> None:
    (row,) = rows_of_csv(anybody)
    assert row["number"] == "蒙样交执罚〔2026〕001号"
    assert (row["party"], row["party_type"], row["uscc"]) == (
        "样例风驰物流有限公司",
        "organisation",
        cases.FIRM["uscc"],
    )
    assert (row["decided_on"], row["published_on"], row["public_until"]) == ("2026-08-24", "2026-08-28", "2027-08-24")
    assert row["kinds"] == "fine"
    (line,) = anybody.get("/public/decisions.jsonl").content.decode().splitlines()
    assert json.loads(line) == row
    page = anybody.get("/public/data/").content.decode()
    assert list(row) == [one.name for one in COLUMNS]
    assert [name for name in row if f"<code>{name}</code>" not in page] == []


def test_a_file_holds_what_the_same_search_finds(published: Publication, anybody: Client) -> None:
    assert len(rows_of_csv(anybody, "?kind=fine")) == 1
    assert rows_of_csv(anybody, "?kind=warning") == []
    assert "/public/decisions.csv?kind=fine" in anybody.get(f"{INDEX}?kind=fine&q=").content.decode()


def test_no_cell_of_the_file_is_a_formula(published: Publication, anybody: Client) -> None:
    PublishedDecision.objects.update(fulfilment_public="=HYPERLINK(1)", conduct="-1")
    (row,) = rows_of_csv(anybody)
    assert (row["fulfilment"], row["conduct"]) == ("'=HYPERLINK(1)", "'-1")


# --- feed, map, robots -----------------------------------------------------------------------------
def test_the_feed_tells_what_is_new_and_what_was_taken_back_and_why(
    published: Publication, cast: Cast, anybody: Client
) -> None:
    (entry,) = ElementTree.fromstring(anybody.get("/public/feed.atom").content).findall(f"{ATOM}entry")
    assert "样例风驰物流有限公司" in str(entry.findtext(f"{ATOM}title"))
    assert str(entry.findtext(f"{ATOM}updated")).startswith("2026-08-28")
    withdraw(published, cast)
    body = anybody.get("/public/feed.atom").content
    (entry,) = ElementTree.fromstring(body).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "决定已被样例旗人民政府撤销。"
    assert "风驰" not in body.decode()
    (gone,) = json.loads(anybody.get("/public/withdrawn.json").content)["withdrawn"]
    assert (gone["number"], gone["withdrawn_on"]) == ("蒙样交执罚〔2026〕001号", "2026-09-01")


def test_the_map_of_the_pages_leaves_natural_persons_out(published: Publication, cast: Cast, anybody: Client) -> None:
    story = cases.overloaded(cast, cases.PERSON)
    cases.serve(story)
    person = publish(story.case.decisions.get(), cast)
    places = [
        one.text or "" for one in ElementTree.fromstring(anybody.get("/public/sitemap.xml").content).iter(f"{MAP}loc")
    ]
    assert [one for one in places if page_of(published) in one] != []
    assert [one for one in places if page_of(person) in one] == []
    assert anybody.get(page_of(person)).status_code == 200


def test_robots_are_led_to_the_portal_only(anybody: Client) -> None:
    lines = anybody.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /" in lines and "Allow: /public/" in lines
    assert lines[-1].startswith("Sitemap: ") and lines[-1].endswith("/public/sitemap.xml")


# --- what is gone ----------------------------------------------------------------------------------
def test_what_was_withdrawn_is_erased_from_the_portals_table(published: Publication, cast: Cast) -> None:
    assert shown(published).party_name_public == "样例风驰物流有限公司"
    withdraw(published, cast)
    gone = shown(published)
    texts = {name: getattr(gone, name) for name in PublishedDecision.TEXTS}
    assert {name for name, text in texts.items() if text} == {"number", "organ"}
    assert gone.withdrawal_reason == "决定已被样例旗人民政府撤销。"


def test_the_database_refuses_a_tombstone_with_a_name(published: Publication) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedDecision.objects.update(fate="expired")


def everywhere(client: Client, copy: Publication) -> dict[str, bool]:
    """Where is it to be found today: by its address, its number, or its party's name?"""
    lines = client.get("/public/decisions.jsonl").content.decode().splitlines()
    return {
        "page": client.get(page_of(copy)).status_code == 200,
        "paper": client.get(f"{page_of(copy)}paper.pdf").status_code == 200,
        "search": page_of(copy) in client.get(f"{INDEX}?q={copy.number}").content.decode(),
        "search by name": page_of(copy) in client.get(f"{INDEX}?q={copy.party_name_public}").content.decode(),
        "csv": copy.number in [one["number"] for one in rows_of_csv(client)],
        "jsonl": copy.number in [json.loads(line)["number"] for line in lines],
        "feed": copy.party_name_public in client.get("/public/feed.atom").content.decode(),
        "sitemap": page_of(copy) in client.get("/public/sitemap.xml").content.decode(),
    }


def said_when_gone(client: Client, copy: Publication) -> str:
    """The page that answers 410, as it came."""
    gone = client.get(page_of(copy))
    assert (gone.status_code, gone.headers["X-Robots-Tag"]) == (410, "noindex, noarchive")
    return gone.content.decode()


def test_over_four_hundred_days_each_decision_is_shown_for_its_term_and_not_a_day_longer(
    published: Publication, cast: Cast, anybody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fine of 24 August 2026 is 一般: one year (信用修复管理办法); withdrawn ones are gone from the day they are.

    Each day the list and the page are asked; around each change, and every fortieth day, everything else as well. The
    sweep comes in the evening: what has run out is gone all day before it.
    """
    monkeypatch.setattr("publicity.views.public.decision_pdf", lambda one: b"%PDF")
    other = cases.overloaded(cast, cases.OTHER_FIRM)
    cases.serve(other)
    taken_back = publish(other.case.decisions.get(), cast)
    copies = {"kept": published, "taken back": taken_back}
    withdrawn_on, over_on, seen = date(2027, 3, 1), date(2027, 8, 25), {}
    for number in range(401):
        day = cases.PUBLISHED + timedelta(days=number)
        with time_machine.travel(at(day)):
            if day == withdrawn_on:
                perform(taken_back, "withdraw", cast["尤佳"], day, reason="决定已被样例旗人民政府撤销。")
            listed = anybody.get(INDEX).content.decode()
            for name, copy in copies.items():
                seen[name, day] = anybody.get(page_of(copy)).status_code
                assert (page_of(copy) in listed) is (seen[name, day] == 200), (day, name)
                if number % 40 == 0 or min(abs((day - change).days) for change in (withdrawn_on, over_on)) <= 1:
                    places = everywhere(anybody, copy)
                    assert set(places.values()) == {seen[name, day] == 200}, (day, name, places)
                    assert places["page"] or nothing_of(copy, said_when_gone(anybody, copy)), (day, name)
            erase_run_out(day)
            assert shown(published).party_name_public == ("" if day > cases.LAST_SHOWN else "样例风驰物流有限公司")
    days = {name: [day for (each, day), status in seen.items() if each == name and status == 200] for name in copies}
    assert days["kept"][-1] == cases.LAST_SHOWN == date(2027, 8, 24)
    assert days["taken back"][-1] == date(2027, 2, 28)
    assert {status for (name, day), status in seen.items() if day >= (over_on if name == "kept" else withdrawn_on)} == {
        410
    }
    assert len(days["kept"]) == 362
    with time_machine.travel(at(date(2027, 9, 30))):
        told = json.loads(anybody.get("/public/withdrawn.json").content)["withdrawn"]
        assert [(one["number"], one["withdrawn_on"]) for one in told] == [(taken_back.number, "2027-03-01")]
        assert nothing_of(taken_back, str(told))


def nothing_of(copy: Publication, text: str) -> bool:
    """Neither the party nor what it did."""
    return not any(each in text for each in (copy.party_name_public, copy.uscc_public, copy.facts_public, copy.conduct))


# --- what anybody may say back ---------------------------------------------------------------------
def test_anybody_asks_for_a_correction_and_reads_the_answer_by_the_receipt(
    story: Story, cast: Cast, anybody: Client
) -> None:
    asked = anybody.post("/public/corrections/", ASKED, follow=True)
    request = CorrectionRequest.objects.get()
    page = asked.content.decode()
    # Received on Tuesday 15 September 2026; 20 September is a working Sunday, 25 to 27 are holidays.
    assert (request.received_on, request.due_on) == (date(2026, 9, 15), date(2026, 9, 23))
    assert request.receipt in page and "2026年9月23日" in page
    assert ASKED["wrong"] not in page and ASKED["contact"] not in page
    publisher = signed_in(cast, "秦芳")
    assert "名称少了一个字。" in publisher.get("/public/desk/").content.decode()
    mine = publisher.get("/").content.decode()
    assert "其他要办的事" in mine and request.receipt in mine and "答复更正申请" in mine
    assert request.receipt not in signed_in(cast, "李明").get("/").content.decode()
    place = reverse("publicity:answer-correction", args=[request.pk])
    assert publisher.post(place, {"accepted": "yes"}).status_code == 422
    private = {"accepted": "yes", "answer": "已与13904750011联系。"}
    assert "删去" in publisher.post(place, private).content.decode()
    publisher.post(place, {"accepted": "yes", "answer": "已补上漏写的字。"})
    answered = anybody.get("/public/corrections/", {"receipt": request.receipt.lower()}, follow=True).content.decode()
    assert "已补上漏写的字。" in answered and "秦芳" not in answered
    assert "名称少了一个字。" not in publisher.get("/public/desk/").content.decode()


def test_a_request_is_answered_once(story: Story, cast: Cast, anybody: Client) -> None:
    anybody.post("/public/corrections/", ASKED)
    request = CorrectionRequest.objects.get()
    answer = {"accepted": False, "answer": "名称与登记一致。", "on": date(2026, 9, 16)}
    answer_request(request, **answer, officer=cast["秦芳"])
    with pytest.raises(AlreadyAnswered):
        answer_request(request, **answer | {"answer": "改了。"}, officer=cast["尤佳"])
    request.refresh_from_db()
    assert request.answer == "名称与登记一致。"


def test_an_incomplete_request_says_what_is_missing_and_an_unknown_receipt_is_not_found(
    story: Story, anybody: Client
) -> None:
    response = anybody.post("/public/corrections/", {"number": "x"})
    assert response.status_code == 422
    assert "填写哪一处不对，应当是什么。" in response.content.decode()
    for receipt in ("AAAAAAAAAA", "a b", "%00"):
        assert anybody.get(f"/public/corrections/{receipt}/").status_code == 404


def test_one_address_does_not_fill_the_desk(story: Story, anybody: Client) -> None:
    codes = [anybody.post("/public/corrections/", ASKED, REMOTE_ADDR="203.0.113.7").status_code for _each in range(5)]
    assert codes == [302, 302, 302, 429, 429]
    assert CorrectionRequest.objects.count() == 3


# --- before the act, and over the year -------------------------------------------------------------
def test_officers_and_powers_are_published_by_name_number_and_article(
    published: Publication, cast: Cast, anybody: Client
) -> None:
    assert "还没有可以公布的内容" in anybody.get("/public/before/officers/").content.decode()
    compile_sheets(date(2026, 9, 15))
    officer = cast["李明"]
    certificate = officer.enforcement_certificate(date(2026, 9, 15))
    assert certificate is not None
    people = anybody.get("/public/before/officers/").content.decode()
    assert "李明" in people and certificate.number in people and "2026年9月15日" in people
    # A publisher enforces nothing; telephone and staff number of those who do are nobody's business.
    assert "秦芳" not in people and officer.staff_number not in people.replace(certificate.number, "")
    powers = anybody.get("/public/before/powers/").content.decode()
    assert "车货总质量超限行驶公路" in powers and "公路法" in powers
    organs = anybody.get("/public/before/organs/").content.decode()
    assert "样例旗交通运输局" in organs and "监督电话" in organs
    assert anybody.get("/public/before/nothing/").status_code == 404


def test_an_officer_without_a_valid_certificate_is_not_listed(story: Story, cast: Cast, anybody: Client) -> None:
    cast["李明"].certificates.update(valid_until=date(2026, 9, 14))
    compile_sheets(date(2026, 9, 15))
    assert "李明" not in anybody.get("/public/before/officers/").content.decode()
