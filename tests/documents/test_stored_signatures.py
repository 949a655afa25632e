"""Does a stored signature hold nothing but strokes, and does it come only onto the places of its owner?"""

import base64
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageDraw

from cases.models import Case
from documents.ink import with_signatures
from documents.models import AppliedSignature, Document, StoredSignature
from documents.registry import FORMS
from documents.services import draw, html_of, issue, pdf_of
from documents.stored_signatures import (
    apply_signature,
    asks_for_signature,
    current_signature,
    data_uri,
    end_signature,
    keep_signature,
    strokes,
    withdraw_signature,
)
from officers.models import Officer, RoleGrant
from officers.roles import Role
from tests.documents.printed import Printed

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 16)
FILING = FORMS["filing-form"].samples()["typical"]
PAGE = "/papers/signature/"
PASSWORD = "a-password-of-tests"


def picture(kind: str = "PNG", *, ink: Any = "black", size: tuple[int, int] = (600, 200), **saved: Any) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).line([(60, 150), (200, 40), (380, 160), (520, 60)], fill=ink, width=6)
    written = io.BytesIO()
    image.save(written, kind, **saved)
    return written.getvalue()


def blank() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (600, 200), "white").save(written, "PNG")
    return written.getvalue()


@pytest.fixture
def signer(officer: Officer) -> Officer:
    officer.name = FILING.handler.name
    officer.set_password(PASSWORD)
    officer.save()
    RoleGrant.objects.create(officer=officer, role=Role.OFFICER, granted_on=MONDAY)
    return officer


@pytest.fixture
def filing(case: Case, signer: Officer) -> Callable[[], Document]:
    return lambda: draw(case=case, form_key="filing-form", content=FILING, officer=signer, on=MONDAY)


@pytest.fixture
def browser(client: Client, signer: Officer) -> Client:
    client.force_login(signer, backend="django.contrib.auth.backends.ModelBackend")
    return client


# --- the picture -----------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_of_a_picture_only_the_strokes_are_kept(kind: str) -> None:
    kept = Image.open(io.BytesIO(strokes(picture(kind, comment=b"a secret") if kind == "JPEG" else picture(kind))))
    assert kept.mode == "RGBA"
    assert {colour for _count, colour in kept.convert("RGB").getcolors() or []} == {(0, 0, 0)}
    assert {0, 255} <= {alpha for _count, alpha in kept.getchannel("A").getcolors() or []}
    assert kept.size < (600, 200)  # cut to the strokes
    assert kept.info == {}


@pytest.mark.parametrize(
    ("data", "said"),
    [(blank(), "看不到签名"), (picture(ink="#eeeeee"), "看不到签名"), (b"GIF89a....", "损坏"), (b"", "损坏")],
    ids=["blank", "pale", "no-picture", "empty"],
)
def test_what_is_no_signature_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        strokes(data)


# --- keeping it ------------------------------------------------------------------------------------
def test_a_new_signature_takes_the_place_of_the_old_one(signer: Officer) -> None:
    first = keep_signature(signer, picture(), at=timezone.now())
    second = keep_signature(signer, picture("JPEG"), at=timezone.now())
    assert current_signature(signer) == second
    assert StoredSignature.objects.get(pk=first.pk).ended_at is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredSignature.objects.filter(pk=first.pk).update(ended_at=None)


def test_an_officer_keeps_the_signature_with_the_password_only(browser: Client, signer: Officer) -> None:
    drawn = "data:image/png;base64," + base64.b64encode(picture()).decode()
    refused = browser.post(PAGE, {"signature": drawn, "password": "wrong", "step": "keep"})
    assert (refused.status_code, "密码不对。" in refused.content.decode()) == (422, True)
    assert current_signature(signer) is None
    assert browser.post(PAGE, {"signature": drawn, "password": PASSWORD, "step": "keep"}).status_code == 302
    kept = current_signature(signer)
    assert kept is not None
    page = browser.get(PAGE)
    assert data_uri(kept) in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"


def test_nobody_else_sees_it(signer: Officer, client: Client) -> None:
    kept = keep_signature(signer, picture(), at=timezone.now())
    other = Officer.objects.create(staff_number="1002", name="别人", department=signer.department)
    RoleGrant.objects.create(officer=other, role=Role.OFFICER, granted_on=MONDAY)
    client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(PAGE).content.decode()
    assert data_uri(kept) not in page
    assert "现在的签名" not in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": PASSWORD}, "在框里签名，或者选择签名的图片。"),
        ({"signature": "data:image/png;base64,AAAA", "password": PASSWORD}, "损坏"),
        ({"signature": "data:image/png;base64,§", "password": PASSWORD}, "损坏"),
        ({"signature": "data:image/png;base64," + base64.b64encode(picture()).decode()}, "填写登录密码。"),
    ],
    ids=["nothing", "no-picture", "no-base64", "no-password"],
)
def test_a_faulty_form_says_what_is_missing(browser: Client, typed: dict[str, str], said: str) -> None:
    response = browser.post(PAGE, typed | {"step": "keep"})
    assert response.status_code == 422
    assert said in response.content.decode()


def test_taking_it_back_leaves_signed_papers_as_they_are(
    browser: Client, signer: Officer, filing: Callable[[], Document]
) -> None:
    paper = filing()
    apply_signature(
        keep_signature(signer, picture(), at=timezone.now()), [paper], act="propose_filing", at=timezone.now()
    )
    before = html_of(paper, stylesheets=())
    assert browser.post(PAGE, {"password": "wrong", "step": "remove"}).status_code == 422
    assert browser.post(PAGE, {"password": PASSWORD, "step": "remove"}).status_code == 302
    assert current_signature(signer) is None
    assert html_of(paper, stylesheets=()) == before


# --- on paper --------------------------------------------------------------------------------------
def test_the_picture_stands_in_the_place_of_its_owner_alone(signer: Officer, filing: Callable[[], Document]) -> None:
    paper, kept = filing(), keep_signature(signer, picture(), at=timezone.now())
    assert apply_signature(kept, [paper], act="propose_filing", at=timezone.now()) == [paper]
    html = html_of(paper, stylesheets=())
    assert html.count('class="stored"') == 1
    place = html.index('class="stored"')
    assert html.rindex('<p class="sign">', 0, place) > html.index("案件基本情况")
    assert f'<span class="ink">{FILING.unit_head.name}</span>' in html  # the others still sign by hand
    used = AppliedSignature.objects.get()
    assert (used.document, used.signature, used.act) == (paper, kept, "propose_filing")


def test_a_signed_paper_prints_with_the_picture_and_stays_so(signer: Officer, filing: Callable[[], Document]) -> None:
    bare = images_in(pdf_of(issue(filing(), officer=signer, on=MONDAY)))
    draft, kept = filing(), keep_signature(signer, picture(), at=timezone.now())
    apply_signature(kept, [draft], act="propose_filing", at=timezone.now())
    paper = issue(draft, officer=signer, on=MONDAY)
    printed = pdf_of(paper)
    assert images_in(printed) == bare + 1
    end_signature(signer, at=timezone.now())
    assert pdf_of(paper) == printed


def test_drawing_it_again_without_signing_takes_the_signature_off(
    signer: Officer, filing: Callable[[], Document]
) -> None:
    paper, kept = filing(), keep_signature(signer, picture(), at=timezone.now())
    apply_signature(kept, [paper], act="propose_filing", at=timezone.now())
    withdraw_signature(signer, [paper], at=timezone.now())
    assert 'class="stored"' not in html_of(paper, stylesheets=())
    assert AppliedSignature.objects.get().withdrawn_at is not None  # what happened stays written


def test_a_name_elsewhere_on_the_paper_stays_a_name() -> None:
    html = '<p>李明</p><p class="sign">签名：<span class="who ink">李明</span></p><td class="v ink">李明</td>'
    signed = with_signatures(html, [("李明", "data:x")])
    assert signed.count("<img") == 1
    assert signed.startswith("<p>李明</p>")
    assert signed.endswith('<td class="v ink">李明</td>')
    assert with_signatures(html, [("李", "data:x")]) == html


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("filing-form", True),
        ("investigation-report", True),
        ("legal-review-opinion", True),
        ("closing-report", True),
        ("violation-notice", False),  # sealed; nobody of the bureau signs it
        ("service-address-confirmation", False),  # the party signs it
    ],
)
def test_only_forms_with_a_place_for_officers_ask(key: str, asked: bool) -> None:
    assert asks_for_signature([key]) is asked


def images_in(data: bytes) -> int:
    with Printed(data).pdf as pdf:
        return sum(1 for page in pdf for one in page.get_objects() if one.type == 3)
