"""Is a check made only with approval, notice, two valid certificates and published items, and does it lead on?"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from cases.models import Case
from inspections import counted_checks
from inspections.check_services import CheckRefused, act_on_check
from inspections.models import Check, CheckItem, CheckObject, Hazard, Outing, Task
from officers.models import Certificate
from publicity.from_checks import checks_owed
from publicity.inspected import InspectionBatch
from publicity.register import PublishedInspection
from tests.inspections.checked import DAY, World, found_world, points, signed_in
from tests.publicity.conftest import undone_afterwards

NOW = datetime(2026, 9, 15, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
CHECKS = "/inspections/checks/"


@pytest.fixture(autouse=True)
def september() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), undone_afterwards():
        yield found_world()


@pytest.fixture
def world(founded: World, db: None) -> World:
    return founded


def why(refused: pytest.ExceptionInfo[CheckRefused]) -> list[str]:
    return [str(one.sentence) for one in refused.value.obstacles]


def post(client: Client, check: Check, key: str, **said: Any) -> Any:
    answer = client.post(f"{CHECKS}{check.pk}/act/{key}/", {"on": "2026-09-15"} | said)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def test_a_random_task_becomes_a_check_whose_result_is_approved_and_public(world: World) -> None:
    task, officer, head = world.task(), signed_in(world.cast, "李明"), signed_in(world.cast, "郑海")
    assert "样例风驰物流有限公司" in officer.get(CHECKS).content.decode()
    asked = officer.get(f"{CHECKS}new/?task={task.pk}")
    assert asked.context["form"]["target"].value() == str(world.firm.pk)
    plan = {"target": world.firm.pk, "place": "货场路9号", "items": [world.item.pk], "plan": "样交检〔2026〕7号"}
    people = [world.cast["李明"].pk, world.cast["王强"].pk]
    sent = officer.post(f"{CHECKS}new/?task={task.pk}", {**plan, "officers": people, "planned_on": "2026-09-15"})
    check = Check.objects.get()
    assert sent["Location"] == f"{CHECKS}{check.pk}/"
    assert (check.kind, check.state, check.task) == ("random", "proposed", task)
    assert "批准检查" in head.get("/").content.decode()

    post(head, check, "approve_check")
    post(officer, check, "notify_enterprise", notified_on="2026-09-15", notified_how="电话告知经理")
    post(officer, check, "begin_check", begun_at="09:00", told_rights="on")
    answers = {f"answer_{key}": "met" for key in points("freight")}
    post(officer, check, "answer_points", **answers)
    scene = {"ended_at": "10:00", "place": "货场路9号", "on_scene": "高宏", "findings": "符合。", "signing": "signed"}
    post(officer, check, "finish_check", result="nothing_found", **scene)
    check.refresh_from_db()
    assert (check.state, check.is_complete, check.number) == ("finished", True, "蒙样交执检批〔2026〕001号")
    # By hand: 16 17 18 20(worked) 21 22 23 24 28 29 30 September, 8 9 10(worked) 12 13 14 15 16 19 October.
    assert check.publish_by == date(2026, 10, 19)

    first, second = signed_in(world.cast, "秦芳"), signed_in(world.cast, "尤佳")
    assert "完成的检查 1 次等待公示" in first.get("/").content.decode()
    first.post("/public/desk/inspections/finished/", {"check": [check.pk]})
    batch = InspectionBatch.objects.get()
    assert not PublishedInspection.objects.exists()
    assert checks_owed(DAY) == []
    first.post(f"/public/desk/inspections/{batch.pk}/approve/")
    assert not PublishedInspection.objects.exists()
    second.post(f"/public/desk/inspections/{batch.pk}/approve/")
    shown = PublishedInspection.objects.get()
    assert (shown.plan, shown.name_public, shown.result) == (
        "样交检〔2026〕7号",
        "样例风驰物流有限公司",
        "nothing_found",
    )
    assert "样例风驰物流有限公司" in Client().get("/public/inspections/").content.decode()


def test_a_hazard_is_ordered_right_looked_at_again_and_becomes_a_case(world: World) -> None:
    check, officer = world.under_way(), signed_in(world.cast, "李明")
    world.answer(check, "not_met")
    post(officer, check, "note_hazard", what="灭火器过期", place="仓库", grade="ordinary", due_on="2026-09-15")
    hazard = Hazard.objects.get()
    rights = {"content": "更换灭火器", "basis": "安全生产法第三十六条", "due_on": "2026-09-17"}
    post(officer, check, "order_rectification", hazards=[hazard.pk], **rights)
    hazard.refresh_from_db()
    assert (hazard.due_on, str(hazard.order)) == (date(2026, 9, 17), "蒙样交执责改〔2026〕001号")
    with pytest.raises(CheckRefused) as refused:
        world.finish(check, "nothing_found")
    assert why(refused) == ["检查表有 6 项不符合、登记了 1 个隐患，结果不能是“未发现问题”。"]
    world.finish(check, "correction_ordered")

    with time_machine.travel(datetime(2026, 9, 18, 9, tzinfo=NOW.tzinfo)):
        later, officer = date(2026, 9, 18), signed_in(world.cast, "李明")
        page = officer.get(f"{CHECKS}hazards/").content.decode()
        assert "1 个隐患已经超过整改期限。" in page
        assert "灭火器过期" in officer.get("/").content.decode()
        people = [world.cast["李明"].pk, world.cast["王强"].pk]
        days = {"begins_on": "2026-09-18", "due_on": "2026-09-18", "officers": people}
        assert officer.post(f"{CHECKS}hazards/{hazard.pk}/recheck/", days).status_code == 302
        task = Task.objects.get(origin="recheck")
        assert task.target == world.firm
        again = world.under_way(on=later, task=task, kind="recheck")
        world.answer(again, on=later)
        with pytest.raises(CheckRefused) as refused:
            world.finish(again, "correction_ordered", on=later)
        assert why(refused) == ["复查的隐患里有到期的还没有写明是否整改到位。"]
        seen = {"rectified_on": "2026-09-18", "rectified_seen": "已更换"}
        assert officer.post(f"{CHECKS}hazards/{hazard.pk}/rectified/", seen).status_code == 302
        world.finish(again, "correction_ordered", on=later)

        asked = officer.get(f"{CHECKS}{check.pk}/case/")
        assert "没有台账" in asked.context["form"]["summary"].value()
        lead = {name: asked.context["form"][name].value() for name in ("source", "place", "summary", "second")}
        more = {"cause": "样例风驰物流有限公司涉嫌未落实安全措施", "representative": "高宏"}
        days = {"received_at": "2026-09-15T10:00", "occurred_on": "2026-09-15"}
        sent = officer.post(f"{CHECKS}{check.pk}/case/", {**lead, **more, **days})
        case = Case.objects.get()
        assert sent["Location"] == f"/cases/{case.pk}/"
        assert [one.name for one in case.parties.all()] == ["样例风驰物流有限公司"]
        check.refresh_from_db()
        assert check.result == "case_opened"
        assert f"{CHECKS}{check.pk}/" in officer.get(f"/cases/{case.pk}/").content.decode()
        assert f"/cases/{case.pk}/" in officer.get(f"{CHECKS}{check.pk}/").content.decode()


def test_a_check_without_approval_or_notice_does_not_begin(world: World) -> None:
    check = world.proposed()
    begin = {"begun_at": time(9), "told_rights": True}
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "begin_check", world.cast["李明"], DAY, **begin)
    assert why(refused) == ["检查现在是“检查待审批”，不能办理“开始检查”。"]
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "approve_check", world.cast["冯涛"], DAY)
    assert why(refused) == ["“批准检查”由办案机构负责人或者执法部门负责人办理。"]
    act_on_check(check, "approve_check", world.cast["郑海"], DAY)
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "begin_check", world.cast["李明"], DAY, **begin)
    assert why(refused) == ["还没有通知样例风驰物流有限公司，也没有写明不事先通知的理由。"]


def test_whose_certificate_has_lapsed_is_refused_with_the_article_and_who_helps(world: World) -> None:
    """Two certificates on the day of the approval, one on the day of the visit."""
    check = world.approved()
    said = {"notified_on": DAY, "notified_how": "电话", "unnotified_ground": "", "unnotified_reason": ""}
    act_on_check(check, "notify_enterprise", world.cast["李明"], DAY, **said)
    Certificate.objects.filter(officer=world.cast["王强"]).update(valid_until=date(2026, 9, 14))
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "begin_check", world.cast["李明"], DAY, begun_at=time(9), told_rights=True)
    (one,) = refused.value.obstacles
    assert str(one.sentence) == "王强的执法证件在 2026年9月15日 无效，不能参加检查。"
    assert (one.basis, str(one.cure_by)) == ("行政处罚法:42", "业务管理员")
    client = signed_in(world.cast, "李明")
    answer = client.post(
        f"{CHECKS}{check.pk}/act/begin_check/", {"on": "2026-09-15", "begun_at": "09:00", "told_rights": "on"}
    )
    assert answer.status_code == 409
    assert "《中华人民共和国行政处罚法》第四十二条" in answer.content.decode()


def test_only_published_items_of_listed_objects_are_approved_and_every_reason_is_told(world: World) -> None:
    item = CheckItem.objects.create(
        number="A02", title="旧事项", trade="freight", basis="x", listed_on=date(2020, 1, 1)
    )
    CheckItem.objects.filter(pk=item.pk).update(delisted_on=date(2026, 8, 1), delisting_reason="取消")
    CheckObject.objects.filter(pk=world.firm.pk).update(delisted_on=date(2026, 9, 1), delisting_reason="注销")
    check = world.proposed(items=[item], officers=[world.cast["李明"]])
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "approve_check", world.cast["郑海"], DAY)
    assert why(refused) == [
        "只有 1 名检查人员，不得少于两人。",
        "检查事项“A02 旧事项”在 2026年9月15日 没有列入公布的清单，不得检查。",
        "样例风驰物流有限公司在 2026年9月15日 不在检查对象名录里。",
    ]


def test_a_third_check_in_the_year_needs_one_of_the_reasons(world: World) -> None:
    """An ordinary class may be checked twice (checks.toml); a called-off check does not count."""
    world.approved()
    gone = world.approved()
    act_on_check(gone, "call_off_check", world.cast["李明"], DAY, reason="企业停业")
    world.approved()
    with pytest.raises(CheckRefused) as refused:
        world.approved()
    assert why(refused) == ["样例风驰物流有限公司 2026 年已安排检查 2 次，年度上限是 2 次。"]
    reasoned = world.approved(over_cap_ground="report", over_cap_reason="12328 转来投诉")
    assert reasoned.state == "approved"
    assert "投诉举报：12328 转来投诉" in signed_in(world.cast, "李明").get(f"{CHECKS}{reasoned.pk}/").content.decode()


def test_an_urgent_check_is_approved_afterwards_by_the_next_working_day(world: World) -> None:
    check = world.proposed()
    said = {"begun_at": time(9), "told_rights": True, "urgent_reason": "危险货物泄漏"}
    act_on_check(check, "begin_urgent_check", world.cast["李明"], DAY, **said)
    check.refresh_from_db()
    assert check.confirm_due_on == date(2026, 9, 16)
    assert "补办检查审批" in signed_in(world.cast, "郑海").get("/").content.decode()
    act_on_check(check, "confirm_urgent_check", world.cast["郑海"], DAY)
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "confirm_urgent_check", world.cast["郑海"], DAY)
    assert why(refused) == ["这次检查已经于 2026年9月15日 批准。"]


def test_nobody_approves_a_check_of_ones_own(world: World) -> None:
    check = world.proposed(officers=[world.cast["李明"], world.cast["郑海"]])
    with pytest.raises(CheckRefused) as refused:
        act_on_check(check, "approve_check", world.cast["郑海"], DAY)
    assert why(refused) == ["郑海参加这次检查，不能自己审批。"]


def test_a_record_with_an_empty_point_is_not_finished_and_one_of_nobody_there_is_not_counted(world: World) -> None:
    check = world.under_way()
    with pytest.raises(CheckRefused) as refused:
        world.finish(check, "nothing_found")
    assert why(refused) == ["检查表还有 6 项没有填写：道路运输经营许可证、道路运输证在有效期内，与实际经营相符…"]
    done = world.finish(check, "unreachable")
    assert not done.is_complete
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert counted_checks.checks_made(*year).count() == 1
    assert counted_checks.checks_that_count(*year).count() == 0


def test_a_changed_plan_loses_approval_notice_and_code(world: World) -> None:
    check = world.approved()
    client = signed_in(world.cast, "李明")
    plan = {"target": world.firm.pk, "place": "货场路9号", "items": [world.item.pk], "planned_on": "2026-09-16"}
    people = [world.cast["李明"].pk, world.cast["王强"].pk]
    post(client, check, "revise_check", officers=people, partners="样例旗应急管理局：消防设施", **plan)
    check.refresh_from_db()
    assert (check.state, check.visit_code, check.approved_on, check.number) == ("proposed", None, None, "")
    assert [(one.department, one.looked_at) for one in check.partners.all()] == [("样例旗应急管理局", "消防设施")]


def test_a_check_of_another_unit_does_not_exist(world: World) -> None:
    check = world.proposed()
    for name in ("周勇", "陈军"):
        assert signed_in(world.cast, name).get(f"{CHECKS}{check.pk}/").status_code == 404
    assert signed_in(world.cast, "卫国").get(f"{CHECKS}{check.pk}/").status_code == 200


def test_figures_counted_by_hand(world: World) -> None:
    """Three checks of two firms and a person in one outing each, a patrol of three, a duty of two."""
    world.finished(partners=[("样例旗生态环境局", "废机油")], target=world.repairer)
    check = world.under_way()
    world.answer(check, "not_met")
    world.finish(check, "correction_ordered")
    world.finished(target=world.person)
    for purpose, names in (("patrol", ("李明", "王强", "赵刚")), ("duty", ("周勇", "吴敏"))):
        out = Outing.objects.create(purpose=purpose, day=DAY, begins_at=time(8), entered_by=world.cast["李明"])
        out.officers.set([world.cast[name] for name in names])
    for what, gone in (("标志不清", True), ("货物遮挡", False)):
        seen = {"rectified_on": DAY, "rectified_seen": "已改", "rectified_by": world.cast["李明"]} if gone else {}
        Hazard.objects.create(check_made=check, what=what, place="场内", found_on=DAY, due_on=DAY, **seen)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert counted_checks.outings(*year).count() == 5
    assert counted_checks.head_count(*year) == 2 + 2 + 2 + 3 + 2
    assert counted_checks.checks_that_count(*year).count() == 3
    assert counted_checks.enterprises_checked(*year).count() == 2
    assert counted_checks.joint_checks(*year).count() == 1
    assert counted_checks.hazards_found(*year).count() == 2
    assert counted_checks.hazards_rectified(*year).count() == 1
    assert counted_checks.checks_made(date(2026, 9, 16), date(2026, 12, 31)).count() == 0
    assert [one.result for one in Check.objects.order_by("pk")] == [
        "nothing_found",
        "correction_ordered",
        "nothing_found",
    ]
