"""Do accounts, posts and certificates lie in three hands, and does each change do what it says?"""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from officers.models import Bureau, Department, Officer, RoleGrant
from officers.roles import Role
from officers.services import grant_role

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)
PASSWORD = "correct-horse-battery"


@pytest.fixture
def cast() -> dict[str, Officer]:
    return hire_everyone()


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(officer: Officer, person: Officer, key: str, **data: Any) -> int:
    return desk(officer).post(reverse("officers:person-act", args=[person.pk, key]), data).status_code


@pytest.mark.parametrize(
    ("keeper", "allowed"),
    [
        ("许系", {"password", "active"}),
        ("何安", {"grant", "end-role"}),
        ("韩雪", {"certificate", "annual-review"}),
        ("李明", set()),
        ("卫国", set()),
    ],
)
def test_each_keeper_sees_only_the_own_changes(cast: dict[str, Officer], keeper: str, allowed: set[str]) -> None:
    for key in ("password", "active", "grant", "end-role", "certificate", "annual-review"):
        status = desk(cast[keeper]).get(reverse("officers:person-act", args=[cast["王强"].pk, key])).status_code
        assert status == (200 if key in allowed else 404), key


def test_a_new_account_can_do_nothing_until_a_post_is_granted(cast: dict[str, Officer]) -> None:
    unit = Department.objects.get(name="一中队")
    answer = desk(cast["许系"]).post(
        reverse("officers:join"),
        {"staff_number": "1099", "name": "新人", "department": unit.pk, "password": PASSWORD},
    )
    assert answer.status_code == 302
    joined = Officer.objects.get(staff_number="1099")
    assert desk(joined).get(reverse("cases:worklist")).status_code == 404
    assert send(cast["何安"], joined, "grant", role=Role.OFFICER, on="2026-03-10") == 302
    assert desk(joined).get(reverse("cases:worklist")).status_code == 200


def test_a_keeper_of_the_system_cannot_be_given_a_business_post(cast: dict[str, Officer]) -> None:
    assert send(cast["何安"], cast["许系"], "grant", role=Role.OFFICER, on="2026-03-10") == 422
    assert send(cast["何安"], cast["李明"], "grant", role=Role.AUDIT_ADMIN, on="2026-03-10") == 422
    assert not RoleGrant.objects.filter(officer=cast["许系"], role=Role.OFFICER).exists()


def test_the_database_keeps_the_three_administrators_apart(cast: dict[str, Officer]) -> None:
    with pytest.raises(IntegrityError, match="只能担任这一个职务"), transaction.atomic():
        RoleGrant.objects.create(officer=cast["李明"], role=Role.AUDIT_ADMIN, granted_on=TODAY)
    with pytest.raises(IntegrityError, match="只能担任这一个职务"), transaction.atomic():
        RoleGrant.objects.create(officer=cast["许系"], role=Role.OFFICER, granted_on=TODAY)


def test_nobody_grants_a_post_to_oneself(cast: dict[str, Officer]) -> None:
    answer = desk(cast["何安"]).post(
        reverse("officers:person-act", args=[cast["何安"].pk, "grant"]), {"role": Role.AUDIT_ADMIN, "on": "2026-03-10"}
    )
    assert answer.status_code == 422
    assert "不能给自己授予职务" in answer.content.decode()


def test_an_ended_post_is_gone_at_the_next_request(cast: dict[str, Officer]) -> None:
    client = desk(cast["李明"])
    assert client.get(reverse("cases:worklist")).status_code == 200
    grant = RoleGrant.objects.get(officer=cast["李明"], role=Role.OFFICER)
    assert send(cast["何安"], cast["李明"], "end-role", grant=grant.pk, on="2026-03-10") == 302
    assert client.get(reverse("cases:worklist")).status_code == 404


def test_a_failed_annual_review_ends_the_right_to_enforce(cast: dict[str, Officer]) -> None:
    certificate = cast["李明"].certificates.get()
    certificate.annual_reviews.filter(year=2026).delete()
    with time_machine.travel("2026-03-10 02:00Z", tick=False):
        assert Officer.objects.get(pk=cast["李明"].pk).may_enforce(TODAY)
        data = {"certificate": certificate.pk, "year": 2026, "on": "2026-03-10", "passed": "no"}
        assert send(cast["韩雪"], cast["李明"], "annual-review", **data) == 302
    assert not Officer.objects.get(pk=cast["李明"].pk).may_enforce(TODAY)


def test_the_bureau_prints_what_the_administrator_enters(cast: dict[str, Officer]) -> None:
    fields = {name: value for name, value in Bureau.objects.values().get().items() if name != "id"}
    answer = desk(cast["韩雪"]).post(reverse("officers:bureau"), fields | {"phone": "0475-9999999"})
    assert answer.status_code == 302
    assert Bureau.objects.get().phone == "0475-9999999"


def test_a_real_bureau_is_founded_from_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEM_ADMIN_PASSWORD", PASSWORD)
    monkeypatch.setenv("SECURITY_ADMIN_PASSWORD", PASSWORD)
    options: dict[str, Any] = {
        "name": "甲县交通运输局",
        "prefix": "蒙甲交执",
        "unit": ["办公室"],
        "handling_unit": ["一中队"],
        "system_admin": ["A1", "甲"],
        "security_admin": ["A2", "乙"],
    }
    call_command("found_bureau", **options)
    call_command("found_bureau", **options)
    assert Bureau.objects.get().name == "甲县交通运输局"
    assert Officer.objects.get(staff_number="A1").roles == {Role.SYSTEM_ADMIN}
    assert Department.objects.get(name="一中队").handles_cases
    assert Officer.objects.count() == 2


def test_a_weak_password_founds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEM_ADMIN_PASSWORD", "short")
    with pytest.raises(CommandError):
        call_command("found_bureau", name="甲", prefix="甲", unit=["办公室"], system_admin=["A1", "甲"])
    assert not Bureau.objects.exists()


def test_a_post_is_held_once(cast: dict[str, Officer]) -> None:
    with pytest.raises(ValidationError, match="已经担任"):
        grant_role(cast["李明"], Role.OFFICER, TODAY)
