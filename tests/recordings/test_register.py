"""Is the register of devices kept by its keepers alone, each change with its author, and what do the boards say?"""

from datetime import date, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import now

from bureau.sample.story import Cast, Story
from cases.case_file import load_case_files
from recordings.dock import import_dock
from recordings.figures import by_matter, idle_devices
from recordings.matching import attach, excuse
from recordings.models import Device, DockImport, Recording, RecordingRead
from recordings.register import NotPossible, hand_out, put_out_of_order, retire, take_back
from recordings.tasks import import_waiting
from tests.recordings.conftest import CHINA, signed_in
from tests.recordings.docks import Dock
from tests.recordings.test_whole import text


def test_a_device_from_its_registration_to_its_end(cast: Cast) -> None:
    keeper = signed_in(cast, "施康")
    new = {"number": "ZF-03", "kind": "body", "since": "2026-02-01", "note": ""}
    assert keeper.post(reverse("recordings:new-device"), new | {"number": ""}).status_code == 422
    assert keeper.post(reverse("recordings:new-device"), new).status_code == 302
    again = keeper.post(reverse("recordings:new-device"), new)
    assert again.status_code == 422
    assert "已经登记过这个编号的设备" in text(again)
    device = Device.objects.get(number="ZF-03")

    def act(key: str, **said: str) -> Any:
        return keeper.post(reverse("recordings:device-act", args=[device.pk, key]), said)

    assert act("hand-out", officer=str(cast["赵刚"].pk), since="2026-01-01").status_code == 422, "not in service yet"
    assert act("hand-out", officer=str(cast["赵刚"].pk), since="2026-02-02").status_code == 302
    assert act("hand-out", officer=str(cast["孙丽"].pk), since="2026-03-02").status_code == 302
    assert [(one.officer.name, one.since, one.until) for one in device.holdings.order_by("pk")] == [
        ("赵刚", date(2026, 2, 2), date(2026, 3, 1)),
        ("孙丽", date(2026, 3, 2), None),
    ]
    assert act("out-of-order", since="2026-04-01", reason="").status_code == 422
    assert act("out-of-order", since="2026-04-01", reason="电池鼓包").status_code == 302
    assert act("out-of-order", since="2026-04-02", reason="再一次").status_code == 422
    assert act("in-order", until="2026-03-01").status_code == 422
    assert act("in-order", until="2026-04-05").status_code == 302
    assert act("retire", until="2026-05-01", reason="报废").status_code == 422, "it is still handed out"
    assert act("take-back", until="2026-05-01").status_code == 302
    assert act("retire", until="2026-05-01", reason="报废").status_code == 302
    page = text(keeper.get(reverse("recordings:device", args=[device.pk])))
    assert "电池鼓包" in page
    assert [one.what for one in device.changes.all()] == [
        "retired", "taken_back", "in_order", "out_of_order", "handed_out", "handed_out", "added",
    ]  # fmt: skip
    assert {one.by for one in device.changes.all()} == {cast["施康"]}
    assert keeper.get(reverse("recordings:device-act", args=[device.pk, "melt"])).status_code == 404


def test_the_register_refuses_what_cannot_be(cast: Cast, body: Device) -> None:
    by = cast["施康"]
    take_back(body, until=date(2026, 1, 31), by=by)
    hand_out(body, officer=cast["王强"], since=date(2026, 2, 2), by=by)
    with pytest.raises(NotPossible, match="不能更早"):
        hand_out(body, officer=cast["赵刚"], since=date(2026, 2, 1), by=by)
    put_out_of_order(body, since=date(2026, 3, 1), reason="镜头破损", by=by)
    take_back(body, until=date(2026, 3, 2), by=by)
    with pytest.raises(NotPossible, match="没有人领用"):
        take_back(body, until=date(2026, 3, 3), by=by)
    retire(body, until=date(2026, 3, 3), reason="报废", by=by)
    with pytest.raises(NotPossible, match="已经停用"):
        retire(body, until=date(2026, 3, 4), reason="报废", by=by)
    with pytest.raises(NotPossible, match="不在启用期间"):
        hand_out(body, officer=cast["王强"], since=date(2026, 3, 4), by=by)


def test_only_keepers_see_the_register(cast: Cast) -> None:
    """An officer does not keep the list of what records the officer."""
    for who, status in (("施康", 200), ("韩雪", 200), ("李明", 404), ("卫国", 404), ("许系", 404)):
        assert signed_in(cast, who).get(reverse("recordings:devices")).status_code == status, who


def test_a_keeper_asks_for_a_dock_and_reads_what_came_of_it(dock: Dock, cast: Cast) -> None:
    dock.film("a.mp4")
    dock.index("ZF-01,1001,2026-09-14 08:00:00,2026-09-14 09:30:00,a.mp4,,", "ZF-01,,,,,,")
    keeper, url = signed_in(cast, "施康"), reverse("recordings:imports")
    assert keeper.post(url, {"folder": "", "device": ""}).status_code == 422
    assert keeper.post(url, {"folder": "dock1", "device": ""}).status_code == 302
    page = reverse("recordings:import", args=[DockImport.objects.get().pk])
    assert "等待导入" in text(keeper.get(page))
    assert import_waiting() == 1
    shown = text(keeper.get(page))
    assert "登记 1 段，已有 0 段，没有登记 1 段；逾期 0 段" in shown
    assert "第 3 行" in shown


LATE = [
    "ZF-01,1001,2026-09-13 08:00:00,2026-09-13 09:00:00,a.mp4,,",
    "ZF-01,1001,2026-09-14 08:00:00,2026-09-14 09:00:01,b.mp4,,",
]


def test_what_came_late_wants_a_reason(dock: Dock, cast: Cast) -> None:
    """Now it is 9 o'clock of the 15th: 24 hours after the end of the first are over, of the second not yet."""
    for name in "ab":
        dock.film(f"{name}.mp4")
    dock.index(*LATE)
    import_dock(dock.folder, now=datetime(2026, 9, 15, 9, 0, 1, tzinfo=CHINA))
    late = Recording.objects.late().get()
    assert late.path == "dock1/a.mp4"
    officer, board = signed_in(cast, "李明"), reverse("recordings:late")
    assert "2026-09-13 08:00" in text(officer.get(board))
    assert "2026-09-13 08:00" not in text(signed_in(cast, "周勇").get(board))
    url = reverse("recordings:explain", args=[late.pk])
    assert signed_in(cast, "周勇").post(url, {"reason": "x"}).status_code == 404
    assert url.removesuffix("explain/") in officer.get(reverse("cases:worklist")).content.decode()
    assert officer.post(url, {"reason": ""}).status_code == 422
    assert officer.post(url, {"reason": "在苏木连续执法两日，返回后入库。"}).status_code == 302
    assert url.removesuffix("explain/") not in officer.get(reverse("cases:worklist")).content.decode()
    late.refresh_from_db()
    assert (late.late_reason, late.late_explained_by) == ("在苏木连续执法两日，返回后入库。", cast["李明"])
    in_time = Recording.objects.get(path="dock1/b.mp4")
    assert officer.post(reverse("recordings:explain", args=[in_time.pk]), {"reason": "x"}).status_code == 404


def test_the_time_runs_from_the_return_where_it_is_told(dock: Dock, cast: Cast) -> None:
    dock.film("a.mp4")
    header = "设备编号,工号,开始时间,结束时间,返回时间,文件"
    dock.index("ZF-01,1001,2026-09-13 08:00,2026-09-13 09:00,2026-09-14 18:00,a.mp4", header=header)
    import_dock(dock.folder, now=now())
    assert Recording.objects.get().due_at == datetime(2026, 9, 15, 18, tzinfo=CHINA)


def test_who_takes_a_recording_out_is_written_down(dock: Dock, cast: Cast) -> None:
    film = dock.film("a.mp4", "the film itself")
    dock.index(LATE[0])
    import_dock(dock.folder, now=now())
    recording = Recording.objects.get()
    url, officer = reverse("recordings:read", args=[recording.pk]), signed_in(cast, "李明")
    assert officer.get(url).status_code == 405
    assert officer.post(url, {"purpose": ""}).status_code == 422
    assert not RecordingRead.objects.exists()
    answer = officer.post(url, {"purpose": "核对笔录"})
    assert b"".join(answer.streaming_content) == b"the film itself"
    assert answer["Content-Disposition"] == 'attachment; filename="a.mp4"'
    assert [(one.officer, one.purpose) for one in RecordingRead.objects.all()] == [(cast["李明"], "核对笔录")]
    assert "核对笔录" in text(officer.get(reverse("recordings:recording", args=[recording.pk])))
    assert signed_in(cast, "周勇").post(url, {"purpose": "好奇"}).status_code == 404
    film.unlink()
    assert "文件不在存储目录里" in text(officer.post(url, {"purpose": "核对"}, follow=True))


def test_the_keeper_sets_the_class_and_the_page_says_until_when(dock: Dock, cast: Cast) -> None:
    dock.film("a.mp4")
    dock.index(LATE[0])
    import_dock(dock.folder, now=now())
    recording = Recording.objects.get()
    keeper, page = signed_in(cast, "施康"), reverse("recordings:recording", args=[recording.pk])
    assert "2027年3月12日" in text(keeper.get(page)), "13 September and 180 days"
    url = reverse("recordings:keep", args=[recording.pk])
    assert keeper.post(url, {"key": "evidence", "reason": "x"}).status_code == 422, "follows from a case only"
    assert keeper.post(url, {"key": "complaint", "reason": "投诉编号 12"}).status_code == 302
    shown = text(keeper.get(page))
    assert "没有期满之日" in shown
    assert "投诉编号 12" in shown
    assert signed_in(cast, "李明").post(url, {"key": "ordinary", "reason": "x"}).status_code == 404


def test_the_bureau_sees_matters_and_devices_never_a_ranking(dock: Dock, cast: Cast, story: Story) -> None:
    """One scene wholly recorded, one interview explained: by hand 1 of 1 and 0 of 1."""
    dock.film("a.mp4")
    dock.index("ZF-01,1001,2026-08-03 10:40:00,2026-08-03 11:20:00,a.mp4,,")
    import_dock(dock.folder, now=now())
    attach(story.case, Recording.objects.get(), officer=cast["李明"], on=date(2026, 9, 15))
    interview = story.case.inquiries.get(kind="interview")
    excuse(
        story.case,
        f"inquiry-{interview.pk}",
        officer=cast["李明"],
        on=date(2026, 9, 15),
        ground="failure",
        reason="没电",
    )
    rows = by_matter(load_case_files([story.case.pk]), date(2026, 1, 1))
    assert [(one.title, one.all, one.whole, one.excused, one.open, one.share) for one in rows] == [
        ("现场检查（勘验）", 1, 1, 0, 0, 100),
        ("询问（调查）", 1, 0, 1, 0, 0),
    ]
    assert by_matter(load_case_files([story.case.pk]), date(2026, 8, 4)) == []
    assert [one.device.number for one in idle_devices(date(2026, 9, 2))] == ["ZF-02"]
    assert [one.device.number for one in idle_devices(date(2026, 9, 3))] == ["ZF-01", "ZF-02"]
    (dock.folder / "a.mp4").unlink()
    Recording.objects.update(finding="gone")
    page = text(signed_in(cast, "卫国").get(reverse("recordings:overview")))
    assert "现场检查（勘验）" in page
    assert "文件不见了：dock1/a.mp4" in page
    assert not [
        name for name in ("李明", "王强") if name in page.partition("近一年各类环节")[2].partition("近一个月")[0]
    ]
