"""Can two people, and only two, take away what an entry says, does the chain stay whole, and does a hold stop it?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases import record, verification
from cases.models import RecordEntry, RecordPayload
from cases.record_export import export
from cases.screens.timeline import timeline
from cases.services import Done, Refused, perform
from tests.cases.tampering import drop_all_bars
from tests.cases.test_record import sql
from tests.cases.test_tampering import alone, both

__all__ = ["alone"]
pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
WHY = {"ground": "unlawful", "reason": "登记了与案件无关的人员信息。"}


@pytest.fixture
def story(db: None, time_machine: Any, settings: Any, tmp_path: Path) -> Iterator[Story]:
    settings.RECORD_KEY_FILE = tmp_path / "keys" / "key.pem"
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    yield overload(hire_everyone("quick"), until="served")


def entry_of(story: Story) -> RecordEntry:
    return RecordEntry.objects.get(case=story.case.pk, cseq=2)


def act(story: Story, who: str, key: str, about: Any = None, **facts: Any) -> Done:
    return perform(about or story.case, key, story.cast[who], DAY, **facts)


def propose(story: Story) -> Any:
    return act(story, story.first, "propose_erasure", entry=entry_of(story), **WHY).about


def refusals(story: Story, who: str, key: str, about: Any = None, **facts: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(story, who, key, about, **facts)
    return " ".join(str(one.sentence) for one in refused.value.obstacles)


def test_two_people_erase_it_the_chain_stays_whole_and_a_stranger_agrees(
    story: Story, alone: Any, tmp_path: Path
) -> None:
    entry = entry_of(story)
    said = entry.payload.body
    erasure = propose(story)
    assert RecordPayload.objects.filter(entry=entry).exists(), "one person alone has erased nothing"
    done = act(story, "卫国", "approve_erasure", erasure, gseq=entry.gseq)
    erasure.refresh_from_db()
    assert (erasure.state, erasure.approved_by) == ("erased", story.cast["卫国"])
    assert not RecordPayload.objects.filter(entry=entry).exists()
    assert not RecordPayload.objects.filter(body=said).exists()
    assert done.entry.act == "approve_erasure" and '"basis":"个人信息保护法:47"' in done.entry.header
    ours, theirs = both(alone, tmp_path / "export")
    assert ours == theirs == []
    assert "所记的内容已依法删除。" in str([one.detail for one in timeline(story.case)])


def test_what_vanished_without_an_order_or_by_a_changed_order_is_found(
    story: Story, alone: Any, tmp_path: Path
) -> None:
    entry = entry_of(story)
    other = RecordEntry.objects.get(case=story.case.pk, cseq=3)
    order = act(story, "卫国", "approve_erasure", propose(story), gseq=entry.gseq).entry
    drop_all_bars()
    with transaction.atomic():
        sql("DELETE FROM cases_recordpayload WHERE entry_id = %s", other.pk)
        ours, theirs = both(alone, tmp_path / "vanished")
        assert ours == theirs == [(other.gseq, story.case.pk, "payload is missing")]
        transaction.set_rollback(True)
    body = order.payload.body.replace(f'"gseq":{entry.gseq}', f'"gseq":{other.gseq}')
    assert body != order.payload.body
    sql("UPDATE cases_recordpayload SET body = %s WHERE entry_id = %s", body, order.pk)
    ours, theirs = both(alone, tmp_path / "changed")
    assert ours == theirs
    assert [(gseq, problem) for gseq, _case, problem in ours] == [
        (entry.gseq, "payload is missing"),
        (order.gseq, "payload does not match its commitment"),
    ]


def test_a_hold_stops_the_proposal_the_approval_and_the_database_until_it_is_lifted(story: Story) -> None:
    erasure = propose(story)
    entry = entry_of(story)
    hold = act(story, story.first, "place_legal_hold", reason="样例旗纪委监委调取。").about
    assert "保全，不得删除或者销毁" in refusals(story, "卫国", "approve_erasure", erasure, gseq=entry.gseq)
    other = RecordEntry.objects.get(case=story.case.pk, cseq=3)
    assert "保全" in refusals(story, story.first, "propose_erasure", entry=other, **WHY)
    with pytest.raises(DatabaseError, match="正在保全"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_payloaderasure SET approved_by_id = %s", [story.cast["卫国"].pk])
        cursor.execute("DELETE FROM cases_recordpayload WHERE entry_id = %s", [entry.pk])
    act(story, "卫国", "lift_legal_hold", hold, lifting="调取已经结束。")
    act(story, "卫国", "approve_erasure", erasure, gseq=entry.gseq)
    assert list(verification.verify()) == []


def test_nobody_approves_alone_or_another_entry_and_an_order_is_never_erased(story: Story) -> None:
    erasure = propose(story)
    entry = entry_of(story)
    assert "不是同一条" in refusals(story, "卫国", "approve_erasure", erasure, gseq=entry.gseq + 1)
    assert "由执法部门负责人办理" in refusals(story, story.first, "approve_erasure", erasure, gseq=entry.gseq)
    order = RecordEntry.objects.get(case=story.case.pk, act="propose_erasure")
    assert "不是本案中可以删除内容的记录" in refusals(story, story.first, "propose_erasure", entry=order, **WHY)
    assert "已经提请删除" in refusals(story, story.first, "propose_erasure", entry=entry, **WHY)
    with pytest.raises(DatabaseError, match="不得由本案的承办人"), transaction.atomic():
        type(erasure).objects.filter(pk=erasure.pk).update(approved_by=story.cast[story.first])
    act(story, "卫国", "refuse_erasure", erasure, opinion="属于案件事实，应当保存。")
    assert RecordPayload.objects.filter(entry=entry).exists()
    assert list(record.verify()) == []


def test_the_period_is_no_ground_while_the_case_must_still_be_kept(story: Story) -> None:
    facts = {"entry": entry_of(story), "ground": "period_over", "reason": "期限届满。"}
    assert "还没有归档，或者保管期限还没有届满" in refusals(story, story.first, "propose_erasure", **facts)


def test_an_export_without_contents_is_whole_after_an_erasure(story: Story, alone: Any, tmp_path: Path) -> None:
    entry = entry_of(story)
    act(story, "卫国", "approve_erasure", propose(story), gseq=entry.gseq)
    export(tmp_path / "headers", payloads=False)
    assert list(alone.record_findings(tmp_path / "headers", [])) == []
    assert '"payload":' not in (tmp_path / "headers" / "entries.jsonl").read_text()
