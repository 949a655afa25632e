"""What did the sample bureau's two recorders film? Small files that stand for hours, at a dock of their own."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime

from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file, load_case_files
from recordings.caseload import meter
from recordings.coverage import Exactness, Moment, moments
from recordings.dock import import_dock
from recordings.matching import attach, excuse
from recordings.models import Device, RecordingMatch
from recordings.register import add_device, hand_out, put_out_of_order

SINCE = date(2024, 1, 8)
KEEPER = "施康"
SHORT = timedelta(minutes=5)
DOCK = "sample-dock"


def film_everything(cast: Cast, stories: Sequence[Story], today: date) -> None:
    """After the cases are told: two devices, a dock for each day, and what the handlers made of it."""
    keeper = cast[KEEPER]
    body = add_device(number="ZF-2024-01", kind="body", since=SINCE, by=keeper)
    vehicle = add_device(number="CZ-2024-01", kind="vehicle", since=SINCE, note="治超站执法车", by=keeper)
    hand_out(body, officer=cast["李明"], since=SINCE, by=keeper)
    put_out_of_order(vehicle, since=today - timedelta(days=3), reason="存储卡损坏，已送修。", by=keeper)
    days: dict[date, list[tuple[Story, Moment]]] = defaultdict(list)
    for story, file in zip(stories, load_case_files([one.case.pk for one in stories]), strict=True):
        for moment in moments(file):
            if moment.exactness is not Exactness.DAY:
                days[moment.on].append((story, moment))
    for number, (_day, shot) in enumerate(sorted(days.items())):
        _film(number, body, shot)
    for story in stories:
        _settle(cast, story, today)


def _film(number: int, body: Device, shot: list[tuple[Story, Moment]]) -> None:
    """Every fourth day the camera stayed off, every third was begun late or docked late."""
    if number % 4 == 3:
        return
    folder = Path(settings.RECORDINGS_ROOTS[0]) / DOCK / f"{shot[0][1].on:%Y-%m-%d}"
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["设备编号,工号,开始时间,结束时间,文件"]
    for place, (story, moment) in enumerate(shot, start=1):
        start = moment.start + (SHORT if number % 3 == 1 else -SHORT)
        end = max(moment.end, start) + SHORT
        name = f"{place}.mp4"
        (folder / name).write_text(f"样例音像 {number} {place} {start.isoformat()}\n", encoding="utf-8")
        officer = story.cast[story.first].staff_number
        rows.append(f"{body.number},{officer},{_clock(start)},{_clock(end)},{name}")
    (folder / "index.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    docked = max(moment.end for _story, moment in shot) + timedelta(hours=50 if number % 3 == 2 else 3)
    import_dock(folder, now=docked)


def _settle(cast: Cast, story: Story, today: date) -> None:
    """Confirmed, in some cases but for the last one; of what is missing the first is explained in every other case."""
    officer = cast[story.first]
    proposed = RecordingMatch.objects.filter(case=story.case).select_related("recording").order_by("pk")
    for match in list(proposed)[: len(proposed) - (story.serial % 4 == 3)]:
        attach(story.case, match.recording, officer=officer, on=today)
    lacking = [one for one in meter(load_case_file(story.case.pk)) if not one.is_whole]
    if lacking and story.serial % 2:
        reason = "执法记录仪电量耗尽，更换电池后继续，当时已报告带班负责人。"
        excuse(story.case, lacking[0].moment.key, officer=officer, on=today, ground="failure", reason=reason)


def _clock(moment: datetime) -> str:
    return f"{localtime(moment):%Y-%m-%d %H:%M:%S}"
