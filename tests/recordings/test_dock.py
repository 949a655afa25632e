"""Does a dock come in row by row, twice as once, and is a bad row named without stopping the good ones?"""

import io
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from bureau.sample.story import Cast
from recordings.dock import Report, import_dock
from recordings.models import Device, DockImport, Recording
from recordings.rechecking import recheck
from recordings.register import put_out_of_order
from recordings.roots import BadFile, folder_of
from recordings.tasks import import_waiting, recheck_recordings
from tests.recordings.docks import Dock

GOOD = "ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,"
GOOD_DAY = date(2026, 9, 1)
OUTSIDE = "文件不在音像存储目录"


def read(dock: Dock, **options: Any) -> Report:
    return import_dock(dock.folder, now=now(), **options)


def sentences(report: Report) -> list[str]:
    return [f"{one.line} {one.sentence}" for one in report.errors]


def test_the_files_stay_where_and_as_they_are(dock: Dock, body: Device) -> None:
    film = dock.film("a.mp4")
    dock.index(GOOD)
    before = sorted((one.name, one.stat().st_mtime_ns) for one in dock.folder.iterdir())
    assert read(dock).taken == 1
    assert sorted((one.name, one.stat().st_mtime_ns) for one in dock.folder.iterdir()) == before
    kept = Recording.objects.get()
    assert (kept.path, kept.size, kept.device, kept.kind) == ("dock1/a.mp4", film.stat().st_size, body, "video")


def test_the_same_dock_twice_is_known(dock: Dock, cast: Cast) -> None:
    dock.film("a.mp4")
    dock.index(GOOD)
    assert (read(dock).taken, read(dock).known) == (1, 1)
    assert Recording.objects.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_index_is_read_as_offices_write_it(dock: Dock, cast: Cast, encoding: str) -> None:
    dock.film("现场.mp4")
    dock.index("ZF-01,1001,2026/9/1 08:00,2026/9/1 08:30,现场.mp4,,录像", encoding=encoding)
    assert read(dock).errors == []
    assert Recording.objects.get().path == "dock1/现场.mp4"


BAD_ROWS = [
    (",1001,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,", "没有写设备编号"),
    ("ZF-99,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,", "没有登记过编号为“ZF-99”的设备"),
    ("ZF-01,7777,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,", "没有工号为“7777”的人员"),
    ("ZF-02,,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,", "设备在那一天也没有登记使用人"),
    ("ZF-01,1001,2026-09-01 08:30:00,2026-09-01 08:00:00,a.mp4,,", "结束时间早于开始时间"),
    ("ZF-01,1001,2026-13-01 08:30:00,2026-09-01 08:00:00,a.mp4,,", "写成 2026-03-10 09:40:00 这样"),
    ("ZF-01,1001,,2026-09-01 08:00:00,a.mp4,,", "开始时间“”写成"),
    ("ZF-01,1001,2027-09-01 08:00:00,2027-09-01 08:30:00,a.mp4,,", "结束时间还没有到"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,b.mp4,,", "文件不存在"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,,,", "没有写文件名"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,../../a.mp4,,", OUTSIDE),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,/etc/passwd,,录像", OUTSIDE),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,link.mp4,,", OUTSIDE),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,empty.mp4,,", "文件是空的"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,folder.mp4,,", "文件读不出来"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,index.csv,,", "文件类型“csv”不是音像"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4,,文书", "种类“文书”不是"),
    ("ZF-01,1001,2026-09-01 08:00:00,2026-09-01 08:30:00,a.mp4," + "ab" * 32 + ",", "校验值与索引所写的不同"),
    ("ZF-01,1001,2020-09-01 08:00:00,2020-09-01 08:30:00,a.mp4,,", "没有可适用的入库时限规则"),
    ("ZF-01", "没有写文件名"),
]


def test_a_bad_row_is_named_and_the_good_ones_are_taken(dock: Dock, cast: Cast) -> None:
    """Twenty kinds of bad rows around one good one."""
    dock.film("a.mp4")
    dock.film("good.mp4")
    (dock.folder / "empty.mp4").touch()
    (dock.folder / "folder.mp4").mkdir()
    outside = dock.folder.parents[1] / "outside.mp4"
    outside.write_text("x")
    (dock.folder / "link.mp4").symlink_to(outside)
    middle = GOOD.replace("a.mp4", "good.mp4")
    dock.index(*(row for row, _sentence in BAD_ROWS[:10]), middle, *(row for row, _sentence in BAD_ROWS[10:]))
    report = read(dock)
    lines = [*range(2, 12), *range(13, 23)]
    wanted = [f"{line} …{sentence}" for line, (_row, sentence) in zip(lines, BAD_ROWS, strict=True)]
    found = sentences(report)
    wrong = [(want, got) for want, got in zip(wanted, found, strict=True) if not _says(got, want)]
    assert wrong == []
    assert [one.path for one in Recording.objects.all()] == ["dock1/good.mp4"]


def _says(got: str, want: str) -> bool:
    line, _dots, piece = want.partition(" …")
    return got.startswith(f"{line} ") and piece in got


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "索引是空的"),
        (b"\n\n , \n", "索引是空的"),
        (b"\xff\xfe\x00\x01\x80", "文字编码"),
        (b"a\x00b,c", "文字编码"),
        ("设备编号,工号\nZF-01,1001".encode(), "索引缺少这些列：开始时间、文件"),
        (b'file,start\n"' + b"x" * 200_000 + b'"', "不是 CSV 表格"),
    ],
)
def test_an_index_that_cannot_be_read_is_refused_as_a_whole(
    dock: Dock, cast: Cast, content: bytes, sentence: str
) -> None:
    (dock.folder / "index.csv").write_bytes(content)
    report = read(dock)
    assert sentence in report.problem
    assert not Recording.objects.exists()


def test_without_an_index_the_names_of_the_files_tell(dock: Dock, cast: Cast) -> None:
    dock.film("ZF-01_1001_20260901080000_20260901083000.mp4")
    dock.film("ZF-01__20260901090000_20260901093000.wav")
    dock.film("holiday.mp4")
    (dock.folder / "notes.txt").write_text("x")
    report = read(dock)
    assert report.taken == 2
    assert [one.officer.name for one in Recording.objects.all()] == ["李明", "李明"], "the holder of that day"
    assert [(one.file, one.sentence[:8]) for one in report.errors] == [("holiday.mp4", "没有写设备编号；")]


def test_a_file_changed_since_it_was_taken_is_refused_and_a_moved_one_followed(dock: Dock, cast: Cast) -> None:
    film = dock.film("a.mp4", "one")
    dock.index(GOOD)
    read(dock)
    film.write_text("two")
    assert ["文件在登记以后被改动或者替换" in one for one in sentences(read(dock))] == [True]
    film.write_text("one")
    dock.film("b.mp4", "one")
    dock.index(GOOD.replace("a.mp4", "b.mp4"))
    assert ["与已经登记的“dock1/a.mp4”相同" in one for one in sentences(read(dock))] == [True]
    film.unlink()
    assert read(dock).known == 1
    assert Recording.objects.get().path == "dock1/b.mp4"


def test_what_is_odd_is_taken_with_a_note(dock: Dock, cast: Cast, body: Device) -> None:
    put_out_of_order(body, since=GOOD_DAY, reason="镜头破损", by=cast["施康"])
    dock.film("a.mp4")
    dock.index(GOOD.replace("1001", "1003"))
    report = read(dock)
    assert report.taken == 1
    assert [one.sentence for one in report.notes] == [
        "设备在那一天登记为停止使用：镜头破损。",
        "设备在那一天由李明领用。",
    ]


def test_the_check_at_night_names_what_vanished_or_changed(dock: Dock, cast: Cast) -> None:
    """One byte flipped with the time of change put back, one file removed, one left alone."""
    for name in "abc":
        dock.film(f"{name}.mp4")
    dock.index(*(GOOD.replace("a.mp4", f"{name}.mp4") for name in "abc"))
    assert read(dock).taken == 3
    assert list(recheck(now())) == []
    flip_a_byte(dock.folder / "a.mp4")
    (dock.folder / "b.mp4").unlink()
    found = {one.recording.path: one.finding for one in recheck(now())}
    assert found == {"dock1/a.mp4": "changed", "dock1/b.mp4": "gone"}
    assert recheck_recordings() == 2
    assert {one.path for one in Recording.objects.damaged()} == {"dock1/a.mp4", "dock1/b.mp4"}
    out = io.StringIO()
    with pytest.raises(CommandError, match="Not as they were taken: 2"):
        call_command("recheck_recordings", stdout=out)
    assert "dock1/a.mp4: changed" in out.getvalue()
    flip_a_byte(dock.folder / "a.mp4")
    dock.film("b.mp4")
    call_command("recheck_recordings", stdout=out)
    assert "Every recording is as it was taken." in out.getvalue()
    assert not Recording.objects.damaged().exists()


def flip_a_byte(path: Path) -> None:
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_the_longest_unchecked_come_first_and_a_night_ends(
    dock: Dock, cast: Cast, time_machine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file takes half an hour: the second is still begun, the third waits for the next night."""
    for name in "abc":
        dock.film(f"{name}.mp4")
    dock.index(*(GOOD.replace("a.mp4", f"{name}.mp4") for name in "abc"))
    read(dock)
    Recording.objects.filter(path="dock1/a.mp4").update(checked_at=now() + timedelta(hours=1))
    begun: list[str] = []

    def slowly(recording: Recording) -> str:
        begun.append(recording.path)
        time_machine.shift(timedelta(minutes=30))
        return ""

    monkeypatch.setattr("recordings.rechecking.finding_of", slowly)
    time_machine.move_to(now(), tick=False)
    assert recheck_recordings() == 0
    assert begun == ["dock1/b.mp4", "dock1/c.mp4"]


def test_the_command_and_the_worker_keep_what_came_of_it(dock: Dock, cast: Cast) -> None:
    dock.film("a.mp4")
    dock.index(GOOD, GOOD.replace("a.mp4", "b.mp4"))
    out, err = io.StringIO(), io.StringIO()
    call_command("import_dock", "dock1", stdout=out, stderr=err)
    assert out.getvalue() == "Taken: 1, known: 0, late: 1, proposed to cases: 0, refused: 1\n"
    assert err.getvalue() == "3 b.mp4: 文件不存在。\n"
    asked = DockImport.objects.create(folder="dock1", asked_by=cast["施康"], asked_at=now())
    DockImport.objects.create(folder="nowhere", asked_by=cast["施康"], asked_at=now())
    assert import_waiting() == 2
    assert import_waiting() == 0
    asked.refresh_from_db()
    assert (asked.report["known"], len(asked.report["errors"])) == (1, 1)
    assert "没有这个文件夹" in DockImport.objects.latest("pk").report["problem"]
    with pytest.raises(CommandError, match="没有这个文件夹"):
        call_command("import_dock", "/etc")


@pytest.mark.parametrize("name", ["../..", "/etc", "/", "dock1/../../..", "a\0b", "nowhere"])
def test_only_folders_below_a_root_are_read(dock: Dock, name: str) -> None:
    with pytest.raises(BadFile):
        folder_of(name)
