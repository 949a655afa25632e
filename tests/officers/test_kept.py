"""Is what was typed still there when the session ended before the form was sent, without JavaScript?"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample.overload import found
from bureau.sample.people import PASSWORD, hire_everyone
from bureau.sample.story import Story
from cases.models import Case

pytestmark = pytest.mark.django_db
OPINION = "符合立案条件，“建议”立案 <调查> & 处理。"


@pytest.fixture
def story() -> Story:
    return found(hire_everyone(), date(2026, 3, 10), 1)


def test_nothing_typed_is_lost_when_the_session_has_ended(story: Story) -> None:
    address = reverse("cases:act", args=[story.case.pk, "return_report"])
    browser = Client()
    asked = browser.post(address, {"opinion": OPINION, "on": "2026-03-11", "step": "do", "password": "not kept"})
    assert asked.status_code == 401
    page = asked.content.decode()
    assert 'name="kept:opinion"' in page
    assert "&lt;调查&gt;" in page
    assert "not kept" not in page
    signed_in = browser.post(
        reverse("officers:sign-in"),
        {"username": "1001", "password": PASSWORD, "next": address, "kept:opinion": OPINION, "kept:step": "do"},
    )
    assert signed_in.status_code == 200
    going_on = signed_in.content.decode()
    assert f'action="{address}"' in going_on
    assert 'name="opinion"' in going_on
    assert "kept:" not in going_on


def test_nothing_is_done_before_the_person_sends_it_again(story: Story) -> None:
    address = reverse("cases:act", args=[story.case.pk, "propose_filing"])
    browser = Client()
    browser.post(address, {"opinion": OPINION, "on": "2026-03-11", "step": "do"})
    browser.post(
        reverse("officers:sign-in"),
        {"username": "1001", "password": PASSWORD, "next": address, "kept:opinion": OPINION},
    )
    assert Case.objects.get(pk=story.case.pk).state == story.case.state


def test_what_was_kept_never_goes_to_another_site(story: Story) -> None:
    answer = Client().post(
        reverse("officers:sign-in"),
        {"username": "1001", "password": PASSWORD, "next": "https://example.org/", "kept:opinion": OPINION},
    )
    assert answer.status_code == 302
    assert "example.org" not in answer["Location"]
