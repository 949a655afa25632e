"""Are training, leave, vehicles, equipment and counsel kept as they are entered, and is a mistake said?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from officers import counted
from officers.models import Department, Leave, Officer, QualificationExam, Training, Vehicle, VehicleTrip
from officers.training_due import lessons_of, still_missing
from tests.promises.nasty import each_somewhere

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-03-10 02:00Z", tick=False):
        yield


@pytest.fixture
def cast() -> dict[str, Officer]:
    return hire_everyone()


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def enter(keeper: Officer, key: str, **said: Any) -> tuple[int, str]:
    answer = desk(keeper).post(reverse("officers:house-new", args=[key]), said)
    return answer.status_code, answer.content.decode()


def car() -> Vehicle:
    return Vehicle.objects.create(
        plate="蒙G0001警",
        unit=Department.objects.get(name="治超站"),
        inspected_until=date(2026, 12, 31),
        insured_until=date(2026, 12, 31),
    )


# --- training ------------------------------------------------------------------------------------------
def test_lessons_attended_count_in_their_year_and_what_is_missing_is_said_to_the_person(
    cast: dict[str, Officer],
) -> None:
    said = {"topic": "处罚法", "kind": "yearly", "held_on": "2026-03-02", "hours": "18", "organiser": ""}
    people = [cast["李明"].pk, cast["王强"].pk]
    assert enter(cast["韩雪"], "trainings", **said, attendees=people)[0] == 302
    assert enter(cast["韩雪"], "trainings", **said | {"held_on": "2025-12-31"}, attendees=people[:1])[0] == 302
    assert enter(cast["韩雪"], "trainings", **said | {"topic": "文书", "hours": "12.5"}, attendees=people[:1])[0] == 302
    # The rule asks 30 a year: 18 + 12.5 is enough, 18 leaves 12, nothing leaves 30. Last year's do not count.
    missing = {name: lessons_of(Officer.objects.get(name=name), DAY) for name in ("李明", "王强", "赵刚", "韩雪")}
    assert [one and one.missing for one in missing.values()] == [0, 12, 30, None]
    own = desk(cast["王强"]).get(reverse("officers:settings")).content.decode()
    assert "在岗年度培训应学 30 学时，已学 18 学时" in own
    assert "还差 12 学时" in own
    listed = desk(cast["韩雪"]).get(reverse("officers:lessons")).content.decode()
    assert "王强" in listed
    assert "李明" not in listed


def test_who_never_held_a_certificate_needs_the_training_before_the_post(cast: dict[str, Officer]) -> None:
    cast["李明"].certificates.get().annual_reviews.all().delete()
    cast["李明"].certificates.all().delete()
    before = Training.objects.create(topic="岗前", kind="pre_post", held_on=date(2025, 11, 1), hours=Decimal(40))
    before.attendees.add(cast["李明"])
    found = still_missing([Officer.objects.get(name="李明")], DAY)
    assert [(one.rule.key, one.missing) for one in found] == [("pre_post", 20)]


def test_other_people_do_not_read_what_somebody_still_has_to_learn(cast: dict[str, Officer]) -> None:
    address = reverse("officers:standing", args=[cast["王强"].pk])
    assert "还差 30 学时" in desk(cast["王强"]).get(address).content.decode()
    assert "还差" not in desk(cast["郑海"]).get(address).content.decode()
    assert desk(cast["李明"]).get(address).status_code == 404


def test_figures_of_a_year_for_the_report(cast: dict[str, Officer]) -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    for day, hours, who in (
        (first, "4", ("李明", "王强")),
        (last, "2.5", ("李明",)),
        (date(2024, 12, 31), "9", ("李明",)),
        (date(2026, 1, 1), "9", ("李明",)),
    ):
        made = Training.objects.create(topic="样例", kind="yearly", held_on=day, hours=Decimal(hours))
        made.attendees.set([cast[name] for name in who])
    for day, passed in ((first, True), (last, False), (date(2026, 1, 1), True)):
        QualificationExam.objects.create(officer=cast["李明"], title="统考", held_on=day, passed=passed)
    assert counted.trainings(first, last).count() == 2
    assert counted.training_hours(first, last) == Decimal("6.5")
    assert counted.attended_hours(first, last) == Decimal("10.5")  # 4 × 2 + 2.5 × 1
    assert counted.exams(first, last).count() == 2
    assert counted.exams(first, last).filter(passed=True).count() == 1


def test_the_certificate_rate_is_of_those_who_enforce(cast: dict[str, Officer]) -> None:
    assert counted.certificate_rate(DAY) == (6, 6)
    cast["李明"].certificates.get().stops.create(
        kind="revoked", since=date(2026, 3, 1), reason="样例", recorded_by=cast["韩雪"]
    )
    assert counted.certificate_rate(DAY) == (5, 6)
    assert counted.certificate_rate(date(2026, 2, 28)) == (6, 6)
    assert counted.certificate_rate(date(2022, 12, 31)) == (0, 0)  # before the posts began


# --- leave ---------------------------------------------------------------------------------------------
def test_leave_does_not_overlap_and_ends_early_but_never_late(cast: dict[str, Officer]) -> None:
    said = {"officer": cast["卫国"].pk, "kind": "annual", "since": "2026-03-10", "until": "2026-03-20", "note": "老家"}
    assert enter(cast["韩雪"], "leave", **said)[0] == 302
    status, page = enter(cast["韩雪"], "leave", **said | {"since": "2026-03-20", "until": "2026-03-25"})
    assert status == 422
    assert "重叠" in page
    assert "老家" in page
    assert enter(cast["韩雪"], "leave", **said | {"since": "2026-04-20", "until": "2026-04-19"})[0] == 422
    back = reverse("officers:house-change", args=["leave", Leave.objects.get().pk, "back"])
    keeper = desk(cast["韩雪"])
    assert keeper.post(back, {"until": "2026-03-21"}).status_code == 422
    assert keeper.post(back, {"until": "2026-03-09"}).status_code == 422
    assert keeper.post(back, {"until": "2026-03-15"}).status_code == 302
    assert Leave.objects.get().until == date(2026, 3, 15)
    on_leave = desk(cast["卫国"]).get(reverse("officers:standing", args=[cast["卫国"].pk])).content.decode()
    assert "这一天在年休假" in on_leave


# --- vehicles and equipment ----------------------------------------------------------------------------
def test_the_meter_of_a_vehicle_never_runs_back(cast: dict[str, Officer]) -> None:
    trip = {"vehicle": car().pk, "driver": cast["王强"].pk, "on": "2026-03-10", "purpose": "国道巡查"}
    assert enter(cast["李明"], "trips", **trip, km_from=100, km_to=99)[0] == 422
    assert enter(cast["李明"], "trips", **trip, km_from=100, km_to=180)[0] == 302
    assert "小于上次收车里程 180" in enter(cast["李明"], "trips", **trip, km_from=179)[1]
    assert enter(cast["李明"], "trips", **trip, km_from=180)[0] == 302
    assert "还没有收车" in enter(cast["李明"], "trips", **trip, km_from=180)[1]
    out = VehicleTrip.objects.out().get()
    back = reverse("officers:house-change", args=["trips", out.pk, "return"])
    assert desk(cast["王强"]).post(back, {"km_to": 179}).status_code == 422
    assert desk(cast["王强"]).post(back, {"km_to": 230}).status_code == 302
    assert desk(cast["王强"]).get(back).status_code == 404  # it is back
    assert counted.kilometres(DAY, DAY) == 130  # 80 + 50


def test_a_vehicle_out_of_inspection_is_said_and_the_administrator_is_reminded(cast: dict[str, Officer]) -> None:
    vehicle = car()
    renew = reverse("officers:house-change", args=["vehicles", vehicle.pk, "renew"])
    said = {"inspected_until": "2026-03-09", "insured_until": "2026-05-09", "retired_on": ""}
    assert desk(cast["李明"]).post(renew, said).status_code == 404
    assert desk(cast["韩雪"]).post(renew, said).status_code == 302
    listed = desk(cast["李明"]).get(reverse("officers:house-register", args=["vehicles"])).content.decode()
    assert "年检已过期" in listed
    assert "保险已过期" not in listed
    reminded = desk(cast["韩雪"]).get(reverse("cases:worklist")).content.decode()
    assert "车辆年检到期" in reminded
    assert "车辆保险到期" in reminded  # 60 days ahead
    assert "车辆年检到期" not in desk(cast["李明"]).get(reverse("cases:worklist")).content.decode()


def test_a_check_is_of_one_thing_and_what_is_unfit_is_described(cast: dict[str, Officer]) -> None:
    said = {"vehicle": "", "item": "称重仪 CZ-02", "on": "2026-03-10", "fit": "no", "finding": ""}
    assert "写明检查情况" in enter(cast["施康"], "equipment", **said)[1]
    assert "只填一样" in enter(cast["施康"], "equipment", **said | {"finding": "坏", "vehicle": car().pk})[1]
    assert enter(cast["施康"], "equipment", **said | {"finding": "电池坏"})[0] == 302
    page = desk(cast["施康"]).get(reverse("officers:house-register", args=["equipment"])).content.decode()
    assert "称重仪 CZ-02" in page
    assert "施康" in page


# --- who, and what is sent -------------------------------------------------------------------------------
SEEN = {
    "韩雪": {"trainings", "exams", "leave", "counsel", "vehicles", "trips", "equipment"},
    "卫国": {"trainings", "exams", "leave", "counsel", "vehicles", "trips", "equipment"},
    "郑海": {"trainings", "leave", "vehicles", "trips", "equipment"},
    "李明": {"vehicles", "trips", "equipment"},
    "陈静": {"counsel"},
    "严律": {"counsel"},
    "施康": {"equipment"},
    "杨兰": set(),
    "许系": set(),
}


@pytest.mark.parametrize("name", SEEN)
def test_each_register_is_open_to_those_who_need_it(cast: dict[str, Officer], name: str) -> None:
    keys = ("trainings", "exams", "leave", "counsel", "vehicles", "trips", "equipment")
    client = desk(cast[name])
    statuses = {key: client.get(reverse("officers:house-register", args=[key])).status_code for key in keys}
    assert {key for key, status in statuses.items() if status == 200} == SEEN[name]
    assert set(statuses.values()) <= {200, 404}


def test_nothing_that_is_sent_breaks_a_form(cast: dict[str, Officer]) -> None:
    names = {
        "trainings": ("topic", "kind", "held_on", "hours", "organiser", "attendees"),
        "exams": ("officer", "title", "held_on", "score", "passed"),
        "leave": ("officer", "kind", "since", "until", "note"),
        "counsel": ("number", "firm", "lawyer", "begins", "ends", "fee"),
        "vehicles": ("plate", "unit", "inspected_until", "insured_until"),
        "trips": ("vehicle", "driver", "on", "purpose", "km_from", "km_to"),
        "equipment": ("vehicle", "item", "on", "fit", "finding"),
    }
    statuses = set()
    for key, fields in names.items():
        for said in each_somewhere(fields):
            statuses.add(enter(cast["韩雪"], key, **said)[0])
    assert statuses == {422}


def test_the_lists_ask_the_database_no_more_for_many_rows(
    cast: dict[str, Officer], django_assert_max_num_queries: Any
) -> None:
    vehicle = car()
    for number in range(30):
        VehicleTrip.objects.create(
            vehicle=vehicle, driver=cast["王强"], on=DAY, purpose="巡查", km_from=number, km_to=number + 1
        )
        day = date(2026, 1, number + 1)
        Leave.objects.create(officer=cast["李明"], kind="sick", since=day, until=day)
    client = desk(cast["韩雪"])
    for key, most in (("trips", 9), ("leave", 10)):
        with django_assert_max_num_queries(most):
            assert client.get(reverse("officers:house-register", args=[key])).status_code == 200
    with django_assert_max_num_queries(13):
        assert client.get(reverse("officers:lessons")).status_code == 200
