"""Where the bureau wants it so: does each sealed paper wait for the keeper of the seal, and is each use of it written?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.overload import overload
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases import record
from cases.models import Case, SealUse
from cases.screens.worklist import worklist
from cases.services import Refused
from documents.models import Document
from documents.outbox import drain
from documents.services import pdf_of, void
from law.loading import clear_cache
from officers.models import Officer
from tests.documents.printed import Printed

pytestmark = pytest.mark.django_db
BY_KEEPER = """
[[limit]]
key = "seal_by_keeper"
title = "盖章的文书由印章保管人员逐件用印"
value = 1
basis = "行政处罚法:59"
certainty = "R"
source = "样例单位印章管理办法"
in_force_from = 2021-07-15
"""
REGISTER = "/seals/"


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_everyone()


@pytest.fixture
def story(cast: Cast, settings: Any, tmp_path: Path, time_machine: Any) -> Iterator[Story]:
    """Up to the approved report the sample's own way; from then on each paper waits for the keeper."""
    time_machine.move_to("2026-03-25T09:00:00+08:00")
    settings.MEDIA_ROOT = tmp_path / "media"
    told = overload(cast, until="approved")
    (tmp_path / "limits.toml").write_text(BY_KEEPER, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    yield told
    clear_cache()


@pytest.fixture
def notice(story: Story) -> Document:
    story.handler("issue_notice", story.later(5))
    return paper_of(story)


def paper_of(story: Story) -> Document:
    found: Document = story.case.documents.get(form_key="violation-notice")
    return found


def use_of(paper: Document) -> SealUse:
    return SealUse.objects.get(document=paper)


def seal(story: Story, who: str = "华章", key: str = "place_seal", **facts: Any) -> None:
    story.act_on(use_of(paper_of(story)), who, key, story.later(5), **facts)


def serve(story: Story) -> None:
    story.serve("serve_notice", "violation-notice", story.later(6), "马顺", "法定代表人")


def text_of(paper: Document) -> str:
    return Printed(pdf_of(paper)).text


@pytest.fixture
def browser() -> Callable[[Officer], Client]:
    def of(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return of


# --- waiting ---------------------------------------------------------------------------------------
def test_an_issued_paper_waits_says_so_and_is_not_archived(story: Story, notice: Document) -> None:
    assert notice.awaits_seal
    assert use_of(notice).state == "waiting"
    drain()
    notice.refresh_from_db()
    assert notice.pdf.name == ""
    assert "待用印" in text_of(notice)
    assert Client().get(f"/public/verify/{notice.verify_code}").status_code == 404


def test_what_has_no_seal_yet_cannot_be_served(story: Story, notice: Document) -> None:
    with pytest.raises(Refused, match="还没有用印"):
        serve(story)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=notice.pk).update(state="served", served_on=story.later(6))


def test_the_keeper_places_the_seal_and_the_paper_goes_its_way(story: Story, notice: Document) -> None:
    seal(story)
    use = use_of(notice)
    assert (use.state, use.placed_by, use.placed_on) == ("placed", story.cast["华章"], story.later(5))
    drain()
    notice.refresh_from_db()
    assert notice.pdf.name.startswith("papers/")
    assert "待用印" not in text_of(notice)
    assert Client().get(f"/public/verify/{notice.verify_code}").status_code == 200
    serve(story)
    assert paper_of(story).state == "served"
    assert list(record.verify()) == []
    assert story.case.record.filter(act="place_seal", actor=story.cast["华章"]).count() == 1


# --- who -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["李明", "卫国", "郑海", "施康"])
def test_nobody_but_the_keeper_places_it(story: Story, notice: Document, who: str) -> None:
    with pytest.raises(Refused, match="由印章保管人员办理"):
        seal(story, who)


def test_a_keeper_who_handles_the_case_does_not_place_it(story: Story, notice: Document) -> None:
    story.case.assignments.create(officer=story.cast["华章"], since=story.start, reason="")
    with pytest.raises(Refused, match="华章在本案中是承办人，不得担任用印人"):
        seal(story)
    with pytest.raises(IntegrityError), transaction.atomic():
        SealUse.objects.filter(document=notice).update(placed_by=story.cast["华章"])


# --- sent back -------------------------------------------------------------------------------------
def test_the_keeper_sends_back_what_is_wrong_and_the_handler_asks_again(story: Story, notice: Document) -> None:
    seal(story, key="refuse_seal", opinion="文号与审批表不一致。")
    assert (use_of(notice).state, use_of(notice).refusal) == ("refused", "文号与审批表不一致。")
    with pytest.raises(Refused, match="用印申请已退回"):
        seal(story)
    seal(story, "李明", "request_seal_again")
    seal(story)
    assert use_of(notice).state == "placed"


def test_a_voided_paper_gets_no_seal(story: Story, notice: Document) -> None:
    void(notice, officer=story.cast["李明"], on=story.later(5), reason="写错")
    with pytest.raises(Refused, match="已经作废"):
        seal(story)


# --- automatic -------------------------------------------------------------------------------------
def test_by_default_a_paper_is_sealed_when_it_is_issued(cast: Cast, time_machine: Any) -> None:
    time_machine.move_to("2026-04-25T09:00:00+08:00")
    told = overload(cast, until="ready")
    assert not paper_of(told).awaits_seal
    assert not SealUse.objects.exists()


# --- pages -----------------------------------------------------------------------------------------
def test_the_keeper_finds_it_on_the_desk_looks_at_it_and_seals_it(
    story: Story, notice: Document, browser: Callable[[Officer], Client]
) -> None:
    keeper = Officer.objects.get(name="华章")
    assert list(Case.objects.visible_to(keeper)) == [story.case]
    assert sum(group.total for group in worklist(keeper, story.later(5))) == 1
    desk = browser(keeper)
    address = reverse("cases:object-act", args=[story.case.pk, "seal-use", use_of(notice).pk, "place_seal"])
    page = desk.get(REGISTER).content.decode()
    assert address in page
    assert desk.get(reverse("documents:paper", args=[notice.pk])).status_code == 200
    asked = {"on": story.later(5).isoformat(), "seen_version": story.case.version, "step": "do"}
    assert desk.post(address, asked).status_code == 302
    after = desk.get(REGISTER).content.decode()
    assert address not in after
    assert notice.number in after
    assert "华章" in after


def test_the_register_names_papers_that_sealed_themselves(
    cast: Cast, browser: Callable[[Officer], Client], time_machine: Any
) -> None:
    time_machine.move_to("2026-04-25T09:00:00+08:00")
    told = overload(cast, until="ready")
    page = browser(Officer.objects.get(name="华章")).get(REGISTER).content.decode()
    assert paper_of(told).number in page
    assert "签发时自动用印" in page
    assert "样例顺达" not in page  # the register is about papers, not about people
    assert browser(Officer.objects.get(name="李明")).get(REGISTER).status_code == 404
