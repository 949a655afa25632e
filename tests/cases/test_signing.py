"""Does an officer's stored signature come onto the papers of one act only, by the officer's own will and password?"""

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from bureau.sample.overload import FIRM
from bureau.sample.people import PASSWORD, hire_everyone
from bureau.sample.story import Cast, Story, at
from cases import record
from documents.models import AppliedSignature, Document
from documents.services import html_of
from documents.stored_signatures import keep_signature
from officers.models import Officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
PICTURE = 'class="stored"'
Desk = Callable[[str], Client]


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_everyone()


@pytest.fixture
def story(cast: Cast, time_machine: Any) -> Story:
    """A lead with its party and charge, which nobody has proposed to file yet."""
    time_machine.move_to("2026-03-10T18:00:00+08:00")
    told = Story(
        cast, "李明", "王强", "郑海", on=DAY, source="inspection", received_at=at(DAY, 9, 40), cause="涉嫌超限运输",
        occurred_on=DAY, place="S210线", summary="车货总质量61320千克。",
    )  # fmt: skip
    told.handler("add_party", DAY, **FIRM)
    told.handler(
        "add_charge", DAY, party=told.party, violation_code="CX-001", conduct_on=DAY, facts="超限12320千克。",
        plate="蒙G99871", total_kg=61320, limit_kg=49000,
    )  # fmt: skip
    return told


@pytest.fixture
def desk(cast: Cast) -> Desk:
    def of(name: str) -> Client:
        client = Client()
        client.force_login(Officer.objects.get(name=name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return of


@pytest.fixture
def signs(cast: Cast) -> Callable[[str], None]:
    def keeps(name: str) -> None:
        image = Image.new("RGB", (300, 100), "white")
        ImageDraw.Draw(image).line([(20, 80), (150, 20), (280, 70)], fill="black", width=5)
        written = io.BytesIO()
        image.save(written, "PNG")
        keep_signature(cast[name], written.getvalue(), at=timezone.now())

    return keeps


def act(desk: Client, story: Story, key: str, **typed: Any) -> Any:
    story.case.refresh_from_db()
    asked = {"on": DAY.isoformat(), "opinion": "同意立案。", "seen_version": story.case.version} | typed
    return desk.post(reverse("cases:act", args=[story.case.pk, key]), asked)


def filing(story: Story) -> Document:
    paper: Document = story.case.documents.get(form_key="filing-form")
    return paper


def pictures(story: Story) -> int:
    return html_of(filing(story), stylesheets=()).count(PICTURE)


def test_the_check_page_asks_who_keeps_a_signature_and_nobody_else(
    story: Story, desk: Desk, signs: Callable[[str], None]
) -> None:
    assert "用我的存档签名" not in act(desk("李明"), story, "propose_filing", step="check").content.decode()
    signs("李明")
    assert "用我的存档签名" in act(desk("李明"), story, "propose_filing", step="check").content.decode()
    assert "用我的存档签名" not in act(desk("王强"), story, "propose_filing", step="check").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"), [({"password": "wrong"}, "密码不对。"), ({}, "填写登录密码。")], ids=["wrong", "none"]
)
def test_without_the_password_nothing_is_done(
    story: Story, desk: Desk, signs: Callable[[str], None], typed: dict[str, str], said: str
) -> None:
    signs("李明")
    response = act(desk("李明"), story, "propose_filing", step="do", stored="on", **typed)
    assert (response.status_code, said in response.content.decode()) == (422, True)
    story.case.refresh_from_db()
    assert story.case.state == "lead"
    assert not AppliedSignature.objects.exists()


def test_each_signs_in_the_own_place_by_the_own_act_and_it_is_written(
    story: Story, desk: Desk, signs: Callable[[str], None]
) -> None:
    signs("李明")
    signs("卫国")
    assert act(desk("李明"), story, "propose_filing", step="do", stored="on", password=PASSWORD).status_code == 302
    assert pictures(story) == 1
    assert act(desk("郑海"), story, "endorse_filing", step="do").status_code == 302  # keeps none: signs by hand
    assert pictures(story) == 1
    assert act(desk("卫国"), story, "approve_filing", step="do", stored="on", password=PASSWORD).status_code == 302
    assert pictures(story) == 2
    used = AppliedSignature.objects.order_by("pk")
    assert [(one.signature.officer.name, one.act) for one in used] == [
        ("李明", "propose_filing"),
        ("卫国", "approve_filing"),
    ]
    entries = story.case.record.filter(act="apply_signature").order_by("cseq")
    assert [one.actor and one.actor.name for one in entries] == ["李明", "卫国"]
    said = json.loads(entries[0].payload.body)
    assert said["facts"] == {"act": "propose_filing", "confirmed_by": "password", "signature": used[0].signature.sha256}
    assert [one["form"] for one in said["papers"]] == ["filing-form"]
    assert list(record.verify()) == []
    assert "在文书上使用存档签名" in desk("李明").get(reverse("cases:case", args=[story.case.pk])).content.decode()


def test_whoever_does_not_tick_it_signs_by_hand(story: Story, desk: Desk, signs: Callable[[str], None]) -> None:
    signs("李明")
    assert act(desk("李明"), story, "propose_filing", step="do").status_code == 302
    assert pictures(story) == 0


def test_a_signature_does_not_outlive_the_proposal_that_was_sent_back(
    story: Story, desk: Desk, signs: Callable[[str], None]
) -> None:
    signs("李明")
    act(desk("李明"), story, "propose_filing", step="do", stored="on", password=PASSWORD)
    act(desk("郑海"), story, "return_filing", step="do", opinion="事实不清，补充。")
    assert act(desk("李明"), story, "propose_filing", step="do").status_code == 302
    assert pictures(story) == 0
    assert AppliedSignature.objects.get().withdrawn_at is not None
