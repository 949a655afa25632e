"""Does a substitute act in the post of another only between two days, and never past the duties kept apart?"""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from cases.models import RecordEntry
from cases.services import Refused, perform
from officers.models import Officer, RoleGrant
from officers.roles import Role
from officers.services import end_role, grant_role, stand_in
from tests.cases.situations import START, TRADER, add_party, lead

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 3, 10), date(2026, 3, 12)


@pytest.fixture
def cast() -> dict[str, Officer]:
    return hire_everyone()


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def substitute(cast: dict[str, Officer], who: str, acts_for: str, role: Role, **more: Any) -> RoleGrant:
    said = {"since": SINCE, "until": UNTIL, "by": cast["何安"]} | more
    return stand_in(cast[who], acts_for=cast[acts_for], role=role, **said)


@pytest.mark.parametrize(
    ("day", "holds"), [("2026-03-09", False), ("2026-03-10", True), ("2026-03-12", True), ("2026-03-13", False)]
)
def test_the_post_is_held_from_the_first_day_to_the_last(cast: dict[str, Officer], day: str, holds: bool) -> None:
    substitute(cast, "李明", "卫国", Role.BUREAU_HEAD)
    with time_machine.travel(f"{day} 02:00Z", tick=False):
        person = Officer.objects.get(name="李明")
        assert person.holds(Role.BUREAU_HEAD) is holds
        assert person.holds(Role.OFFICER)
        assert Officer.objects.holding(Role.BUREAU_HEAD).filter(pk=person.pk).exists() is holds
        heads = Officer.objects.holding(Role.BUREAU_HEAD, Role.OFFICER)
        assert heads.filter(pk=person.pk).count() == 1
        # The one who is away keeps the post.
        assert Officer.objects.get(name="卫国").holds(Role.BUREAU_HEAD)


def test_a_substitute_cannot_decide_a_case_of_ones_own_and_acts_under_the_own_name(cast: dict[str, Officer]) -> None:
    with time_machine.travel(f"{START} 02:00Z", tick=False):
        story = lead(cast, "老田")
        add_party(story, TRADER, "HY-012")
        story.handler("propose_filing", START, opinion="建议立案。")
        story.act("郑海", "endorse_filing", START, opinion="同意。")
        for name in ("李明", "孙丽"):
            substitute(cast, name, "卫国", Role.BUREAU_HEAD, since=START)
        handler, other = Officer.objects.get(name="李明"), Officer.objects.get(name="孙丽")
        with pytest.raises(Refused) as refused:
            perform(story.case, "approve_filing", handler, START, opinion="同意立案。")
        assert "李明承办过本案，不得审批或者决定。" in [str(one.sentence) for one in refused.value.obstacles]
        perform(story.case, "approve_filing", other, START, opinion="同意立案。")
    entry = RecordEntry.objects.filter(case=story.case, act="approve_filing").get()
    assert entry.actor == other


REFUSED = [
    ("李明", "李明", Role.OFFICER, "不能自己代理自己"),
    ("李明", "许系", Role.SYSTEM_ADMIN, "不由人代理"),
    ("许系", "卫国", Role.BUREAU_HEAD, "不代理别人"),
    ("李明", "陈静", Role.BUREAU_HEAD, "没有担任"),
    ("蒋平", "卫国", Role.BUREAU_HEAD, "自己就担任"),
    ("周勇", "郑海", Role.TEAM_HEAD, "由本单位的人代理"),
]


@pytest.mark.parametrize(("who", "acts_for", "role", "said"), REFUSED)
def test_who_may_not_stand_in_is_told_why(
    cast: dict[str, Officer], who: str, acts_for: str, role: Role, said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        substitute(cast, who, acts_for, role)
    assert not RoleGrant.objects.exclude(acts_for=None).exists()


def test_two_substitutions_of_one_post_do_not_overlap(cast: dict[str, Officer]) -> None:
    substitute(cast, "李明", "卫国", Role.BUREAU_HEAD)
    with pytest.raises(ValidationError, match="已经代理"):
        substitute(cast, "李明", "蒋平", Role.BUREAU_HEAD, since=UNTIL, until=date(2026, 3, 20))
    substitute(cast, "李明", "蒋平", Role.BUREAU_HEAD, since=date(2026, 3, 13), until=date(2026, 3, 20))
    assert RoleGrant.objects.exclude(acts_for=None).count() == 2


def test_a_substitution_can_be_ended_early_or_before_it_begins(cast: dict[str, Officer]) -> None:
    running = substitute(cast, "李明", "卫国", Role.BUREAU_HEAD)
    coming = substitute(cast, "王强", "卫国", Role.BUREAU_HEAD)
    with time_machine.travel("2026-03-11 02:00Z", tick=False):
        end_role(running, date(2026, 3, 11), by=cast["何安"])
        assert not Officer.objects.get(name="李明").holds(Role.BUREAU_HEAD)
    end_role(coming, date(2026, 3, 1), by=cast["何安"])
    coming.refresh_from_db()
    assert not any(coming.was_held(date(2026, 3, day)) for day in range(1, 31))


def test_the_database_keeps_administrators_out_of_substitutions(cast: dict[str, Officer]) -> None:
    said = {"role": Role.BUREAU_HEAD, "granted_on": SINCE, "ended_on": date(2026, 3, 13), "acts_for": cast["卫国"]}
    with pytest.raises(IntegrityError, match="不能代理业务职务"), transaction.atomic():
        RoleGrant.objects.create(officer=cast["许系"], **said)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(officer=cast["卫国"], **said)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(officer=cast["李明"], **said | {"ended_on": None})
    unit = cast["李明"].department
    newcomer = Officer.objects.create(staff_number="1099", name="新人", department=unit)
    RoleGrant.objects.create(officer=newcomer, **said)
    with pytest.raises(IntegrityError, match="不能代理业务职务"), transaction.atomic():
        grant_role(newcomer, Role.SYSTEM_ADMIN, SINCE)


def test_the_security_administrator_enters_it_and_mistakes_come_back(cast: dict[str, Officer]) -> None:
    address = reverse("officers:person-act", args=[cast["李明"].pk, "stand-in"])
    said = {"acts_for": cast["卫国"].pk, "role": "bureau_head", "since": "2026-03-10", "until": "2026-03-12"}
    with time_machine.travel("2026-03-10 02:00Z", tick=False):
        for wrong, words in (
            ({"until": "2026-03-09"}, "截止日期早于起始日期"),
            ({"until": "9999-12-31"}, "一次代理不超过一年"),
            ({"since": "2026-03-09"}, "不能补记以前的"),
            ({"role": "finance"}, "没有担任"),
        ):
            answer = desk(cast["何安"]).post(address, said | wrong)
            assert answer.status_code == 422
            assert words in answer.content.decode()
        assert desk(cast["韩雪"]).get(address).status_code == 404
        assert desk(cast["何安"]).post(address, said).status_code == 302
        page = desk(cast["李明"]).get(reverse("officers:standing", args=[cast["李明"].pk])).content.decode()
        assert "代理卫国" in page
