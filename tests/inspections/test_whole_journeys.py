"""Do the parts fit: from the hotline by a check and a hazard to a case, and from a draw by a check to the public result?"""

from collections.abc import Iterator
from datetime import time

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bureau.sample.story import Cast
from cases.models import Case
from inspections import draws
from inspections.check_services import act_on_check, propose_check
from inspections.models import Check, DrawnObject, DrawPlan, Task
from publicity.from_checks import checks_owed
from publicity.inspected import InspectionBatch, approve
from publicity.register import PublishedInspection
from tests.inspections.checked import DAY, World, found_world, points
from tests.inspections.conftest import TODAY
from tests.inspections.sources import NOW, do, signed_in, tell

CHECKS = "/inspections/checks/"
NONCE = "掷骰子得 3 1 6 2 6 5 4 4"


@pytest.fixture
def september() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


def carry_on(check: Check, cast: Cast, answer: str, result: str) -> Check:
    """Approved, announced and made by its first inspector; every point answered alike."""
    mine, on = check.officers.earliest("pk"), check.planned_on
    act_on_check(check, "approve_check", cast["卫国"], on)
    told = {"notified_on": on, "notified_how": "电话告知经理", "unnotified_ground": "", "unnotified_reason": ""}
    act_on_check(check, "notify_enterprise", mine, on, **told)
    act_on_check(check, "begin_check", mine, on, begun_at=time(9), told_rights=True)
    said = "没有台账" if answer == "not_met" else ""
    act_on_check(check, "answer_points", mine, on, answers={key: (answer, said) for key in points(check.target.trade)})
    scene = {"ended_at": time(10), "place": check.place, "on_scene": "高宏", "on_scene_post": "经理"}
    found = {"findings": "逐项检查。", "signing": "signed", "signing_reason": ""}
    return act_on_check(check, "finish_check", mine, on, result=result, public_note="", follow_up="", **scene, **found)


def proposed(task: Task) -> Check:
    people = list(task.officers.order_by("pk"))
    plan = {"target": task.target, "place": "样例镇", "planned_on": timezone.localdate(), "partners": []}
    return propose_check(
        officer=people[0], on=timezone.localdate(), task=task, kind=task.origin, officers=people, **plan,
        items=list(task.items.all()),
    )  # fmt: skip


@pytest.mark.django_db
def test_what_the_hotline_told_is_checked_and_becomes_a_case(september: None) -> None:
    world: World = found_world()
    cast, officer = world.cast, signed_in(world.cast, "李明")
    source = tell(officer, object_name=world.firm.name)
    assert do(signed_in(cast, "郑海"), source, "assign", handler=str(cast["李明"].pk)).status_code == 302
    people = [str(cast[name].pk) for name in ("李明", "王强")]
    assert do(officer, source, "task", officers=people, begins_on=str(DAY), due_on="2026-09-20").status_code == 302
    task = Task.objects.get()
    assert (task.origin, task.target, list(task.sources.all())) == ("source", world.firm, [source])
    task.items.add(world.item)
    check = carry_on(proposed(task), cast, "not_met", "correction_ordered")
    check.hazards.create(what="没有台账", place="安全科", found_on=DAY, due_on=DAY)
    asked = officer.get(f"{CHECKS}{check.pk}/case/")
    lead = {name: asked.context["form"][name].value() for name in ("source", "place", "summary", "second")}
    more = {"cause": "涉嫌未落实安全措施", "representative": "高宏", "occurred_on": str(DAY)}
    sent = officer.post(f"{CHECKS}{check.pk}/case/", {**lead, **more, "received_at": "2026-09-15T08:50"})
    assert sent.status_code == 302, sent.context["form"].errors
    case = Case.objects.get()
    assert sent["Location"] == f"/cases/{case.pk}/"
    assert [one.name for one in case.parties.all()] == [world.firm.name]
    check.refresh_from_db()
    assert check.result == "case_opened"
    assert f"{CHECKS}{check.pk}/" in officer.get(f"/cases/{case.pk}/").content.decode()


def test_what_was_drawn_is_checked_and_its_result_is_public(cast: Cast, plan: DrawPlan) -> None:
    now = timezone.now
    draw = draws.open_draw(plan, by=cast["韩雪"], supervisor=cast["陈静"], draws_on=TODAY, now=now())
    draws.commit(draw, by=cast["陈静"], commitment=draws.hash_of_nonce(NONCE), now=now())
    draws.publish_pool(draw, by=cast["韩雪"], now=now())
    draws.reveal(draw, by=cast["陈静"], nonce=NONCE, now=now())
    drawn = DrawnObject.objects.filter(draw=draw).earliest("pk")
    check = carry_on(proposed(drawn.task), cast, "met", "nothing_found")
    assert len(checks_owed(TODAY)) == 1
    signed_in(cast, "秦芳").post("/public/desk/inspections/finished/", {"check": [check.pk]})
    batch = InspectionBatch.objects.get()
    assert not PublishedInspection.objects.exists()
    approve(batch, cast["尤佳"], TODAY)
    shown = PublishedInspection.objects.get()
    assert (shown.plan, shown.name_public, shown.result) == (plan.number, drawn.target.name, "nothing_found")
    assert drawn.target.name in Client().get("/public/inspections/").content.decode()
