"""A bureau with a list of items, three objects and a random task, for the tests about checks."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.test import Client

from bureau.sample.identities import credit_code
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast
from inspections.check_services import act_on_check, propose_check
from inspections.models import Check, CheckItem, CheckObject, Task

DAY = date(2026, 9, 15)
"""A Tuesday; the clock of these tests stands here."""


@dataclass(frozen=True)
class World:
    cast: Cast
    item: CheckItem
    firm: CheckObject
    repairer: CheckObject
    person: CheckObject

    def task(self, **changed: Any) -> Task:
        said = {"origin": "random", "title": "2026年第一批", "target": self.firm}
        made = Task.objects.create(**(said | {"begins_on": DAY, "due_on": date(2026, 9, 30)} | changed))
        made.items.add(self.item)
        made.officers.set([self.cast["李明"], self.cast["王强"]])
        return made

    def proposed(self, **changed: Any) -> Check:
        plan = {"kind": "planned", "target": self.firm, "place": "样例镇货场路9号", "planned_on": DAY}
        people = [self.cast["李明"], self.cast["王强"]]
        more = {"items": [self.item], "officers": people, "partners": [], "on": DAY}
        return propose_check(officer=self.cast["李明"], **(plan | more | changed))

    def approved(self, on: date = DAY, **changed: Any) -> Check:
        return act_on_check(self.proposed(on=on, **changed), "approve_check", self.cast["郑海"], on)

    def under_way(self, on: date = DAY, **changed: Any) -> Check:
        found = self.approved(on=on, planned_on=on, **changed)
        told = {"notified_on": on, "notified_how": "电话告知经理", "unnotified_ground": "", "unnotified_reason": ""}
        act_on_check(found, "notify_enterprise", self.cast["李明"], on, **told)
        return act_on_check(found, "begin_check", self.cast["李明"], on, begun_at=time(9), told_rights=True)

    def finished(self, result: str = "nothing_found", answer: str = "met", **changed: Any) -> Check:
        found = self.under_way(**changed)
        self.answer(found, answer)
        return self.finish(found, result)

    def answer(self, found: Check, answer: str = "met", on: date = DAY) -> None:
        answers = {key: (answer, "没有台账" if answer == "not_met" else "") for key in points(found.target.trade)}
        act_on_check(found, "answer_points", self.cast["李明"], on, answers=answers)

    def finish(self, found: Check, result: str, on: date = DAY) -> Check:
        scene = {"ended_at": time(10), "place": found.place, "on_scene": "高宏", "on_scene_post": "经理"}
        said = {"findings": "逐项检查。", "signing": "signed", "signing_reason": ""}
        shown = {"result": result, "public_note": "", "follow_up": ""}
        return act_on_check(found, "finish_check", self.cast["李明"], on, **scene, **said, **shown)


def points(trade: str) -> list[str]:
    """By hand, from law/data/check_forms.toml."""
    keys = {
        "freight": "licence driver load monitor upkeep education",
        "repair": "filing price inspect staff safety",
        "taxi": "licence meter sign complaint",
    }
    return [f"{trade}_{key}" for key in keys[trade].split()]


def found_world() -> World:
    since = date(2026, 1, 1)
    item = {"title": "道路货物运输经营情况", "trade": "freight", "basis": "道路运输条例", "listed_on": since}
    return World(
        cast=hire_everyone("quick"),
        item=CheckItem.objects.create(number="A01", **item),
        firm=CheckObject.objects.create(
            name="样例风驰物流有限公司", uscc=credit_code(31), trade="freight", listed_on=since, address="货场路9号"
        ),
        repairer=CheckObject.objects.create(
            name="样例路安汽车维修有限公司", uscc=credit_code(32), trade="repair", listed_on=since
        ),
        person=CheckObject.objects.create(name="白音仓", is_person=True, trade="taxi", listed_on=since),
    )


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client
