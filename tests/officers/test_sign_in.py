"""Who gets in, how long does it last, and where does one land?"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from officers.models import Department, Officer
from officers.roles import Role
from officers.services import grant_role, set_active

pytestmark = pytest.mark.django_db
NUMBER, PASSWORD = "1001", "correct-horse-battery"
MORNING = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
HOME = "/"


@pytest.fixture
def officer(time_machine: Any) -> Officer:
    time_machine.move_to(MORNING, tick=False)
    unit = Department.objects.create(name="一中队", handles_cases=True)
    officer = Officer.objects.create_user(NUMBER, "李明", PASSWORD, department=unit)
    grant_role(officer, Role.OFFICER, MORNING.date())
    return officer


def send(client: Client, password: str = PASSWORD, next_: str = "") -> Any:
    return client.post(reverse("officers:sign-in"), {"username": NUMBER, "password": password, "next": next_})


def signed_in(client: Client) -> Client:
    assert send(client).status_code == 302
    return client


def is_in(client: Client) -> bool:
    """Asked by a page of the office: a stranger is sent to the door."""
    return client.get(HOME).status_code == 200


# --- wrong passwords -----------------------------------------------------------------------------------
def test_a_wrong_password_says_so_without_saying_which_part(officer: Officer) -> None:
    answer = send(Client(), "wrong")
    assert answer.status_code == 422
    assert "工号或者密码不对。" in answer.content.decode()
    stranger = Client().post(reverse("officers:sign-in"), {"username": "nobody", "password": "wrong"})
    assert "工号或者密码不对。" in stranger.content.decode()


def test_the_fifth_wrong_password_locks_even_the_right_one_out_until_it_cools_off(
    officer: Officer, time_machine: Any
) -> None:
    client = Client()
    assert [send(client, "wrong").status_code for _ in range(4)] == [422] * 4
    fifth = send(client, "wrong")
    assert fifth.status_code == 429
    assert "这个账号连续输错密码，已暂时锁定。" in fifth.content.decode()
    assert "15 分钟后可以再试" in fifth.content.decode()
    assert send(client).status_code == 429
    assert not is_in(client)
    time_machine.move_to(MORNING + timedelta(minutes=16), tick=False)
    assert send(client).status_code == 302
    assert is_in(client)


def test_the_right_password_forgets_the_wrong_ones(officer: Officer) -> None:
    client = Client()
    for _ in range(2):
        assert [send(client, "wrong").status_code for _ in range(4)] == [422] * 4
        assert send(client).status_code == 302
        client.post(reverse("officers:sign-out"))


def test_the_page_says_how_many_attempts_are_left(officer: Officer) -> None:
    assert "还可以试 4 次" in send(Client(), "wrong").content.decode()


# --- how long ------------------------------------------------------------------------------------------
def test_a_session_ends_after_thirty_idle_minutes(officer: Officer, time_machine: Any) -> None:
    client = signed_in(Client())
    time_machine.move_to(MORNING + timedelta(minutes=30), tick=False)
    assert is_in(client)
    time_machine.move_to(MORNING + timedelta(minutes=61), tick=False)
    assert not is_in(client)


def test_a_session_ends_after_twelve_hours_of_work(officer: Officer, time_machine: Any) -> None:
    client = signed_in(Client())
    for minutes in range(20, 12 * 60 + 1, 20):
        time_machine.move_to(MORNING + timedelta(minutes=minutes), tick=False)
        assert is_in(client), minutes
    time_machine.move_to(MORNING + timedelta(hours=12, minutes=1), tick=False)
    assert not is_in(client)


def test_asking_whether_the_session_is_there_answers_both_ways(officer: Officer, time_machine: Any) -> None:
    client = signed_in(Client())
    assert client.get(reverse("officers:session")).status_code == 204
    time_machine.move_to(MORNING + timedelta(minutes=31), tick=False)
    assert client.get(reverse("officers:session")).status_code == 401


def test_who_is_disabled_is_out_at_the_next_request(officer: Officer) -> None:
    client = signed_in(Client())
    assert is_in(client)
    set_active(officer, active=False, by=officer)
    assert not is_in(client)
    assert send(Client()).status_code == 422


def test_signing_out_ends_the_session_on_the_server(officer: Officer) -> None:
    client = signed_in(Client())
    stolen = Client()
    stolen.cookies["session"] = client.cookies["session"].value
    assert is_in(stolen)
    client.post(reverse("officers:sign-out"))
    assert not is_in(stolen)


def test_a_session_planted_before_signing_in_is_not_let_in(officer: Officer) -> None:
    client, planted = Client(), Client()
    session = client.session  # anonymous, its key known to somebody else
    session.save()
    planted.cookies["session"] = session.session_key
    client.cookies["session"] = session.session_key
    signed_in(client)
    assert is_in(client)
    assert not is_in(planted)


# --- again, in place -----------------------------------------------------------------------------------
def test_signing_in_over_an_open_form_keeps_its_protection_usable(officer: Officer, time_machine: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    old = token_of(client)
    credentials = {"username": NUMBER, "password": PASSWORD}
    answer = client.post(reverse("officers:sign-in"), credentials | {"csrfmiddlewaretoken": old})
    assert answer.status_code == 302
    time_machine.move_to(MORNING + timedelta(minutes=31), tick=False)
    assert client.get(reverse("officers:session")).status_code == 401
    standing = token_of(client)
    again = client.post(reverse("officers:sign-in-again"), credentials | {"csrfmiddlewaretoken": standing})
    assert again.status_code == 200
    answer = again.json()
    assert answer["signed_in"] is True
    leave = reverse("officers:sign-out")
    assert client.post(leave, {"csrfmiddlewaretoken": standing}).status_code == 403
    assert client.post(leave, {"csrfmiddlewaretoken": answer["token"]}).status_code == 302


def test_a_wrong_password_over_an_open_form_says_so_as_data(officer: Officer) -> None:
    answer = Client().post(reverse("officers:sign-in-again"), {"username": NUMBER, "password": "wrong"})
    assert (answer.status_code, answer.json()) == (422, {"signed_in": False, "problem": "密码不对。"})


def token_of(client: Client) -> str:
    return str(client.get(reverse("officers:sign-in")).context["csrf_token"])


# --- where to ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("wanted", "landed"),
    [
        ("", HOME),
        ("/cases/", "/cases/"),
        ("/cases/?q=1", "/cases/?q=1"),
        ("http://testserver/cases/", "http://testserver/cases/"),
        ("https://evil.example/", HOME),
        ("//evil.example/", HOME),
        ("\\\\evil.example", HOME),
        ("/\\evil.example", HOME),
        ("javascript:alert(1)", HOME),
        ("http:///evil.example", HOME),
    ],
)
def test_one_lands_only_on_pages_of_this_house(officer: Officer, wanted: str, landed: str) -> None:
    assert send(Client(), next_=wanted)["Location"] == landed
