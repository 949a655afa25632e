"""Does what somebody reported become a case without retyping, in its time, and without naming who reported it?"""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from bureau.sample.story import Cast
from cases.case_file import load_case_file
from cases.models import Case
from cases.panels import panels_for
from cases.record import rows
from inspections import counted_sources as counted
from inspections.models import Informant, InformantReading, Source, Task
from inspections.sources import CannotDo, begin_case
from inspections.sources_errands import source_errands
from law.sources import all_source_rules, reply_rule, source_rule
from tests.inspections.sources import BASE, HOTLINE, NAME, NOW, PHONE, TODAY, TOLD, bureau, do, signed_in, tell
from tests.promises.nasty import NASTY

REASON = "回访核实位置"


@pytest.fixture(scope="module")
def hired(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with bureau(django_db_blocker) as cast:
        yield cast


@pytest.fixture
def cast(hired: Cast, db: None) -> Iterator[Cast]:
    with time_machine.travel(NOW):
        yield hired


@pytest.fixture
def source(cast: Cast) -> Source:
    """Registered by an officer and given to 李明 by the head of his unit."""
    made = tell(signed_in(cast, "李明"))
    assert do(signed_in(cast, "郑海"), made, "assign", handler=str(cast["李明"].pk)).status_code == 302
    return made


@pytest.mark.parametrize(
    ("kind", "grade", "due"),
    [
        ("hotline_12328", "simple", date(2026, 9, 16)),
        ("hotline_12328", "ordinary", date(2026, 9, 21)),
        ("hotline_12328", "complex", date(2026, 9, 29)),
        ("report", "ordinary", date(2026, 10, 12)),
        ("complaint", "ordinary", date(2026, 10, 15)),
        ("congress", "ordinary", date(2026, 12, 15)),
        ("conference", "ordinary", date(2026, 12, 15)),
    ],
)
def test_each_kind_is_answered_by_its_own_day(kind: str, grade: str, due: date) -> None:
    """By hand from Tuesday 15 September 2026: Sunday 20 is worked, 25 is off, 1 to 7 October are off, Saturday 10 is worked."""
    rule = reply_rule(kind, grade, TODAY)
    assert rule is not None and rule.due_on(TODAY) == due


def test_verification_has_seven_working_days_and_once_seven_more() -> None:
    """16 17 18 20 21 22 23 | 24 28 29 30 October 8 9 10."""
    rule = source_rule("verify", TODAY)
    assert (rule.due_on(TODAY), rule.due_on(TODAY, extended=True)) == (date(2026, 9, 23), date(2026, 10, 10))
    assert reply_rule("check", "ordinary", TODAY) is None
    assert {one.certainty for one in all_source_rules()} == {"R"}


def test_a_hotline_call_becomes_a_case_and_nothing_is_typed_again(source: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    assert (source.reply_due_on, source.verify_due_on) == (date(2026, 9, 21), date(2026, 9, 23))
    page = client.get(f"{BASE}{source.pk}/").content.decode()
    assert TOLD in page and "转入案件" in page
    form = client.get(f"{BASE}{source.pk}/case/").content.decode()
    for carried in (TOLD, "S210 线 K32+500 旧桥", "蒙G99831", "样例快达运输有限公司涉嫌", "GD20260915-7", "2026-09-14"):
        assert carried in form
    typed = {
        "source": "report", "source_detail": str(source), "received_at": "2026-09-15T08:30", "occurred_on": "2026-09-14",
        "cause": "样例快达运输有限公司涉嫌超限运输", "place": source.place, "summary": TOLD, "second": str(cast["王强"].pk),
    }  # fmt: skip
    assert client.post(f"{BASE}{source.pk}/case/", typed).status_code == 302
    source.refresh_from_db()
    case = Case.objects.get()
    assert source.case == case and (source.decision, source.decided_on) == ("case", TODAY)
    shown = client.get(f"/cases/{case.pk}/").content.decode()
    assert str(source) in shown and "线索来源" in shown and f"{BASE}{source.pk}/" in shown
    assert f"/cases/{case.pk}/" in client.get(f"{BASE}{source.pk}/").content.decode()
    (panel,) = [one for one in panels_for(load_case_file(case.pk), cast["李明"], TODAY) if one.title == "线索来源"]
    assert panel.context[0].is_owed_an_answer
    again = client.post(f"{BASE}{source.pk}/case/", typed)
    assert again.status_code == 409 and "已经转入案件" in again.content.decode() and Case.objects.count() == 1


def test_answered_asked_and_closed_only_when_nothing_is_owed(source: Source, cast: Cast) -> None:
    client, head = signed_in(cast, "李明"), signed_in(cast, "郑海")
    early = do(client, source, "close", on="2026-09-15").content.decode()
    assert "还没有决定是否立案" in early and "还没有答复" in early
    assert do(client, source, "decide", decision="not_filed", reason="x", on="2026-09-15").status_code == 404
    with time_machine.travel(NOW.replace(day=18)):
        client, head = signed_in(cast, "李明"), signed_in(cast, "郑海")
        refused = do(head, source, "decide", decision="not_filed", reason="", on="2026-09-18")
        assert refused.status_code == 422 and "填写理由" in refused.content.decode()
        assert (
            do(head, source, "decide", decision="not_filed", reason="核查未发现超限。", on="2026-09-18").status_code
            == 302
        )
        assert do(client, source, "tell", on="2026-09-17").status_code == 409
        assert do(client, source, "tell", on="2026-09-18").status_code == 302
        assert do(client, source, "reply", reply="已核查。", reply_by="platform", on="2026-09-18").status_code == 302
        assert do(client, source, "close", on="2026-09-18", closing_note="").status_code == 302
        assert do(client, source, "satisfaction", satisfaction="satisfied", on="2026-09-18").status_code == 302
    assert (source.decided_by, source.told_on, source.closed_on) == (cast["郑海"], date(2026, 9, 18), date(2026, 9, 18))
    assert [one.what for one in source.steps.order_by("pk")] == [
        "register", "assign", "not_filed", "tell", "reply", "close", "satisfaction",
    ]  # fmt: skip
    with pytest.raises(CannotDo, match="已经决定：不予立案"):
        begin_case(source, cast["李明"], NOW)
    assert do(client, source, "reply", reply="再答。", reply_by="phone", on="2026-09-15").status_code == 409


def test_a_clock_is_extended_once_and_before_it_has_run_out(source: Source, cast: Cast) -> None:
    head = signed_in(cast, "郑海")
    assert do(head, source, "extend-verify", reason="要等检测报告。").status_code == 302
    assert source.verify_due_on == date(2026, 10, 10)
    twice = do(head, source, "extend-verify", reason="再延长。")
    assert twice.status_code == 409 and "已经延长过一次" in twice.content.decode()
    with time_machine.travel(NOW.replace(day=22)):
        late = do(signed_in(cast, "郑海"), source, "extend-reply", reason="来不及。")
    assert late.status_code == 409 and "届满以后不能延长" in late.content.decode()
    assert source.reply_due_on == date(2026, 9, 21)
    assert do(signed_in(cast, "李明"), source, "extend-reply", reason="x").status_code == 404


def test_the_informant_is_read_only_with_a_reason_and_shown_nowhere_else(source: Source, cast: Cast) -> None:
    """Planted in the register's own table; looked for in every page, file and search that could show it."""
    assert Informant.objects.get().phone == PHONE
    everybody = [signed_in(cast, name) for name in ("李明", "卫国", "王强")]
    case = begin_case(
        source, cast["李明"], NOW, source="report", received_at=NOW, cause="涉嫌超限", occurred_on=TODAY, place="x",
        summary=TOLD, second=cast["王强"],
    )  # fmt: skip
    addresses = (
        BASE, f"{BASE}?q={NAME}", f"{BASE}?q={PHONE}", f"{BASE}board/", f"{BASE}sources.csv", f"{BASE}{source.pk}/",
        f"{BASE}{source.pk}/reply/", f"{BASE}{source.pk}/forward/", f"{BASE}{source.pk}/case/", "/", f"/cases/{case.pk}/",
        f"/cases/?q={NAME}",
    )  # fmt: skip
    for client in everybody:
        for address in addresses:
            page = client.get(address).content.decode().replace(f'value="{NAME}"', "").replace(f'value="{PHONE}"', "")
            page = page.replace(f"q={NAME}", "").replace(f"q={PHONE}", "")
            assert NAME not in page and PHONE not in page and "9981" not in page.replace("99831", ""), address
    # By its name nothing is found; by its plate it is.
    handler, boss, other = everybody
    assert str(source) not in handler.get(f"{BASE}?q={PHONE}").content.decode()
    assert str(source) in handler.get(f"{BASE}?q=蒙G99831").content.decode()
    told = " ".join(str(one) for one in rows(case.pk))
    assert TOLD in told and NAME not in told and PHONE not in told
    address = f"{BASE}{source.pk}/informant/"
    assert NAME not in handler.get(address).content.decode()
    assert handler.post(address, {"reason": ""}).status_code == 422 and not InformantReading.objects.exists()
    read = handler.post(address, {"reason": REASON})
    assert NAME in read.content.decode() and PHONE in read.content.decode() and "no-store" in read["Cache-Control"]
    (noted,) = InformantReading.objects.all()
    assert (noted.officer, noted.reason) == (cast["李明"], REASON)
    for client in (other, boss):
        assert client.post(address, {"reason": REASON}).status_code == 404


def test_nobody_writes_the_informants_name_where_others_read_it(cast: Cast) -> None:
    client = signed_in(cast, "李明")
    for changed in ({"content": f"{NAME}说有车超载。"}, {"place": f"{NAME}家门口"}, {"content": "电话1390475 9981"}):
        refused = client.post(f"{BASE}new/", HOTLINE | changed)
        assert refused.status_code == 422 and "改成“反映人”" in refused.content.decode()
    assert not Source.objects.exists()
    source = tell(client)
    do(signed_in(cast, "郑海"), source, "assign", handler=str(cast["李明"].pk))
    refused = do(client, source, "reply", reply=f"{NAME}同志：已核查。", reply_by="phone", on="2026-09-15")
    assert refused.status_code == 422 and source.reply == "" and "已核查。" in refused.content.decode()


def test_duplicates_are_proposed_confirmed_and_undone(source: Source, cast: Cast) -> None:
    client, head = signed_in(cast, "李明"), signed_in(cast, "郑海")
    same = tell(client, content="傍晚旧桥上有货车超载通过，桥面裂了。", plate="", place="旧桥", object_name="")
    other = tell(client, content="客车乱停乱放。", plate="", place="车站", object_name="", name="", phone="")
    page = head.get(f"{BASE}{source.pk}/").content.decode()
    assert f"{BASE}{source.pk}/same/{same.pk}/" in page and "同一电话" in page
    assert f"{BASE}{source.pk}/same/{other.pk}/" not in page
    head.post(f"{BASE}{source.pk}/same/{same.pk}/", {"answer": "same"})
    page = head.get(f"{BASE}{source.pk}/").content.decode()
    assert "同一件事：" in page and f"/same/{same.pk}/" not in page
    link = source.links_later.get()
    assert (link.is_same, link.judged_by, link.why) == (True, cast["郑海"], "同一电话")
    # The second one goes into the case that the first one began.
    case = begin_case(
        source, cast["李明"], NOW, source="report", received_at=NOW, cause="涉嫌超限", occurred_on=TODAY, place="x",
        summary=TOLD, second=cast["王强"],
    )  # fmt: skip
    assert do(client, same, "join", case=str(case.pk)).status_code == 302 and same.case == case
    assert head.post(f"{BASE}links/{link.pk}/undo/", {"reason": ""}).status_code == 422
    assert head.post(f"{BASE}links/{link.pk}/undo/", {"reason": "车不同。"}).status_code == 302
    assert "可能是：" in head.get(f"{BASE}{source.pk}/").content.decode()
    link.refresh_from_db()
    assert (link.undone_by, link.undo_reason) == (cast["郑海"], "车不同。")
    twice = head.post(f"{BASE}links/{link.pk}/undo/", {"reason": "再撤。"})
    assert twice.status_code == 409 and "已经撤销过" in twice.content.decode()


def test_a_check_and_another_organ_are_asked_from_the_source(source: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    one, two = str(cast["李明"].pk), str(cast["王强"].pk)
    alone = do(client, source, "task", officers=[one], begins_on="2026-09-15", due_on="2026-09-20")
    assert alone.status_code == 422 and "不得少于两人" in alone.content.decode()
    assert (
        do(client, source, "task", officers=[one, two], begins_on="2026-09-15", due_on="2026-09-20").status_code == 302
    )
    task = Task.objects.get()
    assert (task.origin, task.due_on, task.officers.count(), source.tasks.get()) == (
        "source",
        date(2026, 9, 20),
        2,
        task,
    )
    head = signed_in(cast, "郑海")
    do(head, source, "decide", decision="elsewhere", reason="属公安机关管辖。", on="2026-09-15")
    do(client, source, "reply", reply="已移送。", reply_by="platform", on="2026-09-15")
    refused = do(client, source, "close", on="2026-09-15")
    assert refused.status_code == 409 and "还没有登记移送" in refused.content.decode()
    sent = {
        "way": "transfer",
        "organ": "样例旗公安局",
        "content": TOLD,
        "on": "2026-09-15",
        "reply_due_on": "2026-09-16",
    }
    assert do(client, source, "forward", **sent).status_code == 302
    with time_machine.travel(NOW.replace(day=17)):
        client = signed_in(cast, "李明")
        (late,) = [row for row in source_errands(cast["李明"], date(2026, 9, 17)) if row.verb == "催回复"]
        assert late.due is not None and late.due.level == "overdue"
        made = source.forwardings.get()
        client.post(f"{BASE}forwardings/{made.pk}/", {"reply": "已受理。", "on": "2026-09-17"})
        again = client.post(f"{BASE}forwardings/{made.pk}/", {"reply": "再登记。", "on": "2026-09-17"})
    made.refresh_from_db()
    assert (made.reply, made.replied_on, again.status_code) == ("已受理。", date(2026, 9, 17), 409)


def test_lists_errands_board_and_file_show_it_to_whom_it_concerns(source: Source, cast: Cast) -> None:
    fresh = tell(signed_in(cast, "李明"), kind="congress", is_lead="no", content="建议增开班线。", name="", phone="")
    assert (fresh.verify_due_on, fresh.reply_due_on) == (None, date(2026, 12, 15))
    assert [row.verb for row in source_errands(cast["李明"], TODAY)] == ["核查"]
    assert sorted(row.verb for row in source_errands(cast["郑海"], TODAY)) == ["交办", "决定是否立案"]
    assert "等我处理" in (page := signed_in(cast, "李明").get("/").content.decode()) and str(source) in page
    head = signed_in(cast, "郑海")
    board = head.get(f"{BASE}board/").content.decode()
    assert str(source) in board and "下周" in board and str(fresh) in board
    with time_machine.travel(NOW.replace(day=22)):
        late = signed_in(cast, "郑海").get(f"{BASE}?list=overdue").content.decode()
        assert str(source) in late and str(fresh) not in late
    for query, found in (("kind=congress", fresh), ("q=超载", source), ("list=mine", None), ("list=nobody", fresh)):
        page = head.get(f"{BASE}?{query}").content.decode()
        assert [str(one) in page for one in (source, fresh)] == [found == source, found == fresh], query
    lines = list(csv.reader(StringIO(head.get(f"{BASE}sources.csv").content.decode("utf-8-sig"))))
    assert len(lines) == 3 and lines[1][0] == str(source) and TOLD in lines[1] and len(lines[0]) == len(lines[1])
    # Another unit sees neither.
    elsewhere = signed_in(cast, "周勇")
    assert str(source) not in elsewhere.get(BASE).content.decode()
    assert elsewhere.get(f"{BASE}{source.pk}/").status_code == 404


def test_the_list_costs_no_query_for_each_row(cast: Cast, django_assert_max_num_queries: Any) -> None:
    client = signed_in(cast, "李明")
    for _each in range(12):
        tell(client)
    with django_assert_max_num_queries(12):
        assert client.get(BASE).status_code == 200


def test_the_figures_of_a_period_are_counted_by_hand(cast: Cast) -> None:
    """Three calls: one answered and closed in time, one open and due, one not due yet; a proposal answered."""
    client, head, (first, last) = (
        signed_in(cast, "李明"),
        signed_in(cast, "郑海"),
        (date(2026, 9, 1), date(2026, 9, 22)),
    )
    closed, _due = tell(client, is_lead="no"), tell(client)
    tell(client, kind="complaint")
    proposal = tell(client, kind="conference", is_lead="no")
    tell(client, received_at="2026-08-31T23:59", occurred_on="2026-08-30")
    for one in (closed, proposal):
        do(head, one, "reply", reply="已答复。", reply_by="platform", on="2026-09-15")
    do(head, closed, "close", on="2026-09-15", closing_note="")
    do(head, closed, "satisfaction", satisfaction="fairly", on="2026-09-15")
    calls = counted.received_and_due(first, last, "hotline_12328")
    assert (counted.hotline_12328(first, last).count(), calls.count()) == (2, 2)
    assert counted.received_and_due(first, last).count() == 2  # The complaint is due on 15 October.
    assert (counted.closed_of_due(first, last).count(), counted.closed_in_time(first, last).count()) == (1, 1)
    assert counted.rate(1, 2) == "50.0%" and counted.rate(0, 0) == "—"
    assert counted.hotline_12328(date(2026, 8, 1), date(2026, 8, 31)).count() == 1
    assert counted.proposals(first, last).count() == counted.proposals_answered(first, last).count() == 1
    assert counted.asked(first, last).count() == counted.content(first, last).count() == 1
    assert counted.closed(first, last).count() == 1 and counted.other_hotlines(first, last).count() == 0


def test_the_database_keeps_a_decision_whole(source: Source) -> None:
    for name, facts in (
        ("a_decision_on_a_source_is_whole", {"decision": "not_filed"}),
        ("a_reply_to_a_source_is_whole", {"reply": "x"}),
        ("satisfaction_has_its_day", {"satisfaction": "satisfied"}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Source.objects.filter(pk=source.pk).update(**facts)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"received_at": "2026-09-16T08:30"}, "收到时间还没有到。"),
        ({"received_at": "0001-01-01T00:00"}, "收到时间："),
        ({"received_at": "2014-12-31T08:00", "occurred_on": ""}, "早于 2015 年"),
        ({"occurred_on": "2026-09-16"}, "发生日期晚于收到时间。"),
        ({"reply_due_on": "2026-09-01"}, "答复期限早于收到时间。"),
        ({"plate": "蒙G"}, "车牌号写成"),
        ({"kind": "weighing"}, "来源："),
        ({"content": "x\x00y"}, "反映的内容："),
        ({"place": "长" * 200}, "地点："),
        ({"is_lead": ""}, "选择反映的是不是违法行为。"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(changed: dict[str, str], said: str, cast: Cast) -> None:
    refused = signed_in(cast, "李明").post(f"{BASE}new/", HOTLINE | changed)
    page = refused.content.decode()
    assert refused.status_code == 422 and said in page and "GD20260915-7" in page


def test_nothing_that_somebody_may_send_breaks_a_page(source: Source, cast: Cast) -> None:
    client = signed_in(cast, "李明")
    asked = {
        f"{BASE}new/": tuple(HOTLINE),
        f"{BASE}{source.pk}/forward/": ("way", "organ", "content", "on", "reply_due_on"),
        "/public/report/": ("kind", "content", "place", "occurred_on", "plate", "object_name", "name", "phone", "code"),
    }
    for value in (one for one in NASTY if len(one) < 30_000):
        for address, names in asked.items():
            assert client.post(address, dict.fromkeys(names, value)).status_code in (200, 302, 422, 429), (
                address,
                value,
            )
        query = dict.fromkeys(("q", "kind", "received_from", "received_to", "list", "after"), value)
        assert client.get(BASE, query).status_code == 200, value
    assert (
        client.get(f"{BASE}{'9' * 30}/").status_code == client.get(f"{BASE}{source.pk}/{'a' * 300}/").status_code == 404
    )
