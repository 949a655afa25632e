"""What does an enterprise see of a visit, and can anybody tell afterwards which enterprise said what of it?"""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.db import connection, models, transaction
from django.template.loader import render_to_string
from django.test import Client

from inspections.check_papers import order_of, paper_pdf, papers_of, record_of
from inspections.check_services import act_on_check
from inspections.models import Campaign, Check, RatingSlip, VisitRating
from inspections.ratings import NoSlip, hand_out_slip, rate, rated, sweep_slips
from publicity.from_checks import checks_owed
from publicity.inspected import InspectionBatch, approve
from tests.documents.printed import Printed
from tests.inspections.checked import DAY, World, found_world, signed_in
from tests.promises.nasty import MARK, NASTY
from tests.publicity.conftest import undone_afterwards

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 9, 15, 9, tzinfo=SHANGHAI)
ANSWERS = {"showed_papers": True, "kept_to_items": True, "asked_favours": False, "manner": 4}
TYPED = {"showed_papers": "yes", "kept_to_items": "no", "asked_favours": "no", "manner": "2"}


@pytest.fixture(autouse=True)
def september() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), undone_afterwards(), time_machine.travel(NOW):
        yield found_world()


@pytest.fixture
def world(founded: World, db: None) -> World:
    return founded


def body(answer: Any) -> str:
    """Without the head and the switches, which name the address that was asked for."""
    page: str = answer.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def every_cell() -> Iterator[tuple[str, str]]:
    """Table and content of everything the database holds."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield from ((table, str(cell)) for cell in row)


def test_the_code_says_who_comes_and_says_nothing_the_day_before_and_after(world: World) -> None:
    later = date(2026, 9, 16)
    check = world.approved(planned_on=later, partners=[("样例旗应急管理局", "消防设施")])
    address = f"/public/visits/{check.visit_code}/"
    unknown = Client().get("/public/visits/nobody-has-this/")
    assert unknown.status_code == 404
    for day, answered in ((15, False), (16, True), (17, False)):
        with time_machine.travel(datetime(2026, 9, day, 9, tzinfo=SHANGHAI)):
            answer = Client().get(address)
            page = body(answer)
            named = [
                "样例风驰物流有限公司",
                "李明",
                "059991001",
                "059991002",
                str(check.number),
                "道路货物运输经营情况",
            ]
            assert [word in page for word in [*named, "样例旗应急管理局"]] == [answered] * 7, day
            assert (answer.status_code, page == body(unknown)) == ((200, False) if answered else (404, True))
            assert answer["X-Robots-Tag"] == "noindex, noarchive"


def test_the_officers_page_shows_the_code_until_its_day_is_over(world: World) -> None:
    check, officer = world.approved(), signed_in(world.cast, "李明")
    page = f"/inspections/checks/{check.pk}/"
    assert "data:image/svg+xml" in officer.get(page).content.decode()
    with time_machine.travel(datetime(2026, 9, 16, 9, tzinfo=SHANGHAI)):
        assert "data:image/svg+xml" not in officer.get(page).content.decode()


def test_a_person_is_not_named_to_whoever_has_the_code(world: World) -> None:
    check = world.approved(target=world.person)
    page = Client().get(f"/public/visits/{check.visit_code}/").content.decode()
    assert "白音仓" not in page
    assert "某某" in page


def test_a_visit_is_rated_once_through_a_slip_that_leads_nowhere(world: World, caplog: Any) -> None:
    check, browser = world.approved(), Client()
    before = Check.objects.filter(pk=check.pk).values().get()
    events = check.events.count()
    address = f"/public/visits/{check.visit_code}/slip/"
    given = browser.post(address)
    slip = given.context["slip"]
    assert browser.post(address).status_code == 409
    begun = browser.post("/public/visits/rate/", {"step": "begin", "slip": slip})
    assert begun.context["form"]["slip"].value() == slip
    with time_machine.travel(datetime(2026, 10, 20, 9, tzinfo=SHANGHAI)):
        done = browser.post("/public/visits/rate/", {"slip": slip, "words": "来得太突然", **TYPED})
        assert done["Location"] == "/public/visits/rated/"
        again = browser.post("/public/visits/rate/", {"slip": slip, **TYPED})
        assert "这个评价码用过了、过期了，或者抄错了。" in again.content.decode()
        assert slip in again.content.decode()

    after = Check.objects.filter(pk=check.pk).values().get()
    assert {name for name in after if after[name] != before[name]} == {"slip_given"}
    assert check.events.count() == events
    one = VisitRating.objects.get()
    assert (one.month, one.trade, one.manner, one.kept_to_items) == (date(2026, 9, 1), "freight", 2, False)
    assert not RatingSlip.objects.exists()
    assert slip not in caplog.text
    assert not [table for table, cell in every_cell() if slip in cell]
    held = [table for table, cell in every_cell() if str(one.pk) in cell or one.pk.hex in cell]
    assert held == [VisitRating._meta.db_table]


def test_no_column_joins_a_rating_to_anything_and_none_tells_a_day(world: World) -> None:
    """Held against the tables themselves: no key to or from them, no time, no running number."""
    for model in (RatingSlip, VisitRating):
        assert not [one for one in model._meta.get_fields() if one.is_relation]
        assert not [one for one in model._meta.fields if isinstance(one, models.DateTimeField | models.AutoField)]
    days = {
        one.name for model in (RatingSlip, VisitRating) for one in model._meta.fields if "Date" in type(one).__name__
    }
    assert days == {"month", "last_day"}
    others = [one for one in apps.get_models() if one not in (RatingSlip, VisitRating)]
    pointing = [one for model in others for one in model._meta.fields if one.related_model in (RatingSlip, VisitRating)]
    assert pointing == []
    slips = []
    for on in (date(2026, 9, 3), date(2026, 9, 15)):
        check = world.approved(over_cap_ground="report", over_cap_reason="x")
        Check.objects.filter(pk=check.pk).update(planned_on=on)
        slips.append(hand_out_slip(Check.objects.get(pk=check.pk)))
    # Thirty days after the end of the month of the visit, whichever day it was.
    assert set(RatingSlip.objects.values_list("month", "last_day")) == {(date(2026, 9, 1), date(2026, 10, 30))}
    assert sweep_slips(date(2026, 10, 30)) == 0
    assert sweep_slips(date(2026, 10, 31)) == 2
    with pytest.raises(NoSlip):
        rate(slips[0], DAY, words="", **ANSWERS)


def test_rows_do_not_lie_in_the_order_in_which_they_came(world: World) -> None:
    """Of eight, each order is as likely as another: that the first four stay in front is one in seventy, five times never."""
    told = set()
    for attempt in range(5):
        VisitRating.objects.all().delete()
        for number in range(8):
            RatingSlip.objects.create(digest=digest(f"{number}"), month=DAY.replace(day=1), trade="taxi", last_day=DAY)
            rate(str(number), DAY, words=f"{attempt} {number}", **ANSWERS)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT words FROM {VisitRating._meta.db_table}")
            told.add(tuple(row[0].split()[1] for row in cursor.fetchall()))
    assert told != {tuple("01234567")}
    assert [sorted(one) for one in told] == [list("01234567")] * len(told)


def digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def test_fewer_than_five_ratings_of_a_month_and_trade_are_not_shown(world: World) -> None:
    head = signed_in(world.cast, "卫国")
    for number in range(5):
        assert rated(DAY) == []
        assert "说得清楚" not in head.get("/inspections/checks/ratings/").content.decode()
        RatingSlip.objects.create(digest=digest(f"{number}"), month=DAY.replace(day=1), trade="taxi", last_day=DAY)
        rate(str(number), DAY, words="说得清楚", **(ANSWERS | {"manner": number + 1}))
    (one,) = rated(DAY)
    assert (one.count, one.manner, one.favours) == (5, 3.0, 0)
    assert "说得清楚" in head.get("/inspections/checks/ratings/").content.decode()


def test_a_note_that_names_somebody_is_not_sent_on(world: World) -> None:
    check = world.finished()
    Check.objects.filter(pk=check.pk).update(public_note="联系1390 475 0011")
    answer = signed_in(world.cast, "秦芳").post("/public/desk/inspections/finished/", {"check": [check.pk]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "有电话号码“1390 475 0011”，不得公开" in page
    assert "单位,样例风驰物流有限公司," in answer.context["form"]["text"].value()
    assert not InspectionBatch.objects.exists()


def test_what_came_of_it_after_publication_is_told_to_the_publisher(world: World) -> None:
    check = world.finished()
    publisher = signed_in(world.cast, "秦芳")
    publisher.post("/public/desk/inspections/finished/", {"check": [check.pk]})
    approve(InspectionBatch.objects.get(), world.cast["尤佳"], DAY)
    assert checks_owed(DAY) == []
    Check.objects.filter(pk=check.pk).update(result="case_opened")
    assert (
        "公示以后结果变了：先撤回，再送审新的结果。"
        in publisher.get("/public/desk/inspections/finished/").content.decode()
    )


def test_outings_campaigns_meetings_and_talks_are_entered_by_hand(world: World) -> None:
    head, officer = signed_in(world.cast, "郑海"), signed_in(world.cast, "李明")
    days = {"begins_on": "2026-09-01", "ends_on": "2026-09-30"}
    campaign = {"kind": "overload", "name": "秋季治超", **days}
    assert head.post("/inspections/checks/campaigns/new/", campaign).status_code == 302
    assert officer.post("/inspections/checks/campaigns/new/", campaign).status_code == 404
    chosen = Campaign.objects.get().pk
    people = [world.cast[name].pk for name in ("李明", "王强", "赵刚")]
    out = {"purpose": "patrol", "day": "2026-09-15", "begins_at": "08:00", "officers": people, "campaign": chosen}
    assert officer.post("/inspections/checks/outings/new/", out).status_code == 302
    meeting = {"held_on": "2026-09-14", "topic": "部署治超", "attendance": "12", "campaign": chosen}
    assert head.post("/inspections/checks/campaigns/meetings/new/", meeting).status_code == 302
    said = {"firm": "样例风驰物流有限公司", "attended": "高宏，经理", "held_on": "2026-09-15", "officers": people}
    why = {"why": "多次超限", "said": "指出问题。", "promise": "停用两辆车"}
    assert officer.post("/inspections/checks/talks/new/", {**said, **why, "due_on": "2026-09-20"}).status_code == 302
    page = head.get("/inspections/checks/campaigns/").content.decode()
    assert "出动 1 次 3 人次，检查 0 次" in page
    assert "部署治超" in page
    assert "停用两辆车" in officer.get("/inspections/checks/talks/").content.decode()
    wrong = officer.post("/inspections/checks/outings/new/", out | {"day": "2026-09-16"})
    assert (wrong.status_code, "这一天还没有到。" in wrong.content.decode()) == (422, True)


def test_the_record_of_the_scene_prints_what_was_found(world: World) -> None:
    check = world.finished(answer="not_met", result="correction_ordered")
    assert [one.remark for one in record_of(check)["answers"]] == ["没有台账"] * 6
    words = Printed(paper_pdf(check, "record")).text
    assert words.count("没有台账") == 6
    assert "样例风驰物流有限公司" in words and "李明（059991001）、王强（059991002）" in words
    waiting = world.approved(over_cap_ground="report", over_cap_reason="x")
    assert signed_in(world.cast, "李明").get(f"/inspections/checks/{waiting.pk}/record.pdf").status_code == 404


def test_the_sheet_of_approval_and_the_notice_print_what_was_asked_and_said(world: World) -> None:
    asked = world.proposed(over_cap_ground="report", over_cap_reason="群众举报超载")
    assert [key for key, _title in papers_of(asked)] == ["approval"]
    assert "同意检查" not in Printed(paper_pdf(asked, "approval")).text
    check = world.approved(over_cap_ground="report", over_cap_reason="群众举报超载")
    assert [key for key, _title in papers_of(check)] == ["approval", "notice"]
    sheet, notice = (Printed(paper_pdf(check, key)).text for key in ("approval", "notice"))
    for said in (
        check.number,
        "样例风驰物流有限公司",
        "投诉举报：群众举报超载",
        "群众举报超载",
        "李明（059991001）、王强（059991002）",
        "同意检查。",
    ):
        assert said in sheet, said
    for said in (check.number, "有权拒绝检查", "监督电话", "样例旗交通运输局"):
        assert said in notice, said


def test_an_order_prints_what_is_to_be_put_right_and_until_when(world: World) -> None:
    check = world.finished(answer="not_met", result="correction_ordered")
    order = check.orders.create(
        number="样交改1",
        content="补建台账。",
        basis="《中华人民共和国安全生产法》第六十五条",
        ordered_on=DAY,
        due_on=DAY,
        ordered_by=world.cast["李明"],
    )
    check.hazards.create(what="没有台账", place="安全科", found_on=DAY, due_on=DAY, order=order)
    page = render_to_string("inspections/checks_paper_order.html", order_of(order))
    for said in ("样交改1", "补建台账。", "没有台账", "《中华人民共和国安全生产法》第六十五条", "复查"):
        assert said in page, said
    # 行政复议法 20.1, 行政诉讼法 46.1: whom to ask, whom to sue, and within which time.
    assert "如不服本通知" in page and "六十日内向样例旗人民政府申请行政复议" in page
    assert "六个月内依法向样例旗人民法院提起行政诉讼" in page
    client = signed_in(world.cast, "李明")
    answer = client.get(f"/inspections/checks/{check.pk}/orders/{order.pk}.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert client.get(f"/inspections/checks/{check.pk}/orders/{10**30}.pdf").status_code == 404
    assert client.get(f"/inspections/checks/{check.pk}/nothing.pdf").status_code == 404


def test_what_hinders_is_said_on_the_page_before_anything_is_typed(world: World) -> None:
    check = world.approved()
    page = signed_in(world.cast, "李明").get(f"/inspections/checks/{check.pk}/act/begin_check/").content.decode()
    assert "还没有通知样例风驰物流有限公司" in page
    act_on_check(check, "call_off_check", world.cast["李明"], DAY, reason="停业")
    gone = signed_in(world.cast, "李明").get(f"/inspections/checks/{check.pk}/act/begin_check/")
    assert (gone.status_code, "检查现在是“检查已取消”" in gone.content.decode()) == (409, True)


def test_nothing_that_is_sent_breaks_a_form_of_checks_or_is_lost(world: World) -> None:
    """Every field of every form gets odd values in turn; a refused form still holds what was typed."""
    going, waiting = world.under_way(), world.proposed()
    approved = world.approved(over_cap_ground="report", over_cap_reason="x")
    hazard = going.hazards.create(what="x", place="x", found_on=DAY, due_on=DAY)
    checks = "/inspections/checks/"
    acts = [(going, "answer_points"), (going, "note_hazard"), (going, "order_rectification"), (going, "finish_check")]
    acts += [(approved, "notify_enterprise"), (approved, "begin_check"), (waiting, "begin_urgent_check")]
    acts += [(waiting, "revise_check"), (waiting, "call_off_check")]
    forms = [f"{checks}{one.pk}/act/{key}/" for one, key in acts]
    forms += [f"{checks}{name}/new/" for name in ("outings", "talks", "campaigns/posts", "campaigns/meetings")]
    forms += [f"{checks}new/", *(f"{checks}hazards/{hazard.pk}/{key}/" for key in ("answer", "recheck", "more-time"))]
    officer, head = signed_in(world.cast, "李明"), signed_in(world.cast, "郑海")
    short = [one for one in NASTY if len(one) < 30_000]
    for number, address in enumerate([*forms, "/public/visits/rate/"]):
        client = head if "/campaigns/" in address else officer
        names = list(client.get(address).context["form"].fields)
        for turn in range(3):
            typed = {name: short[(number + turn * 7 + place) % len(short)] for place, name in enumerate(names)}
            with transaction.atomic():
                answer = client.post(address, typed | {"words": MARK, "reason": MARK, "place": MARK})
                transaction.set_rollback(True)
            assert answer.status_code in (302, 409, 422), (address, typed)
            if answer.status_code == 422 and {"words", "reason", "place"} & set(names):
                assert MARK in answer.content.decode(), address
    for query in ("?task=99999999999999999999", "?task=x", "?check=-1"):
        assert officer.get(f"{checks}new/{query}").status_code in (200, 404)
        assert officer.get(f"{checks}talks/new/{query}").status_code in (200, 404)
    assert officer.get(f"{checks}99999999999999999999/").status_code == 404
