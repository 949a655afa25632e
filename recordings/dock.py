"""How does a dock's folder come into the register: read where it lies, row by row, as often as one likes?"""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from law.recording import UnknownRecordingRule
from officers.models import Officer
from recordings.index import BadIndex, Row, kind_of, moment, rows_of
from recordings.matching import propose_matches
from recordings.models import Device, Recording, due_at
from recordings.roots import BadFile, find, inside, measure

CLOCK_AHEAD = timedelta(minutes=10)
"""A recorder's clock may be ahead by so much before its recording counts as made in the future."""


@dataclass
class Said:
    line: int
    file: str
    sentence: str


@dataclass
class Report:
    """What became of each row. problem: the index as a whole could not be read."""

    taken: int = 0
    known: int = 0
    proposed: int = 0
    late: int = 0
    errors: list[Said] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def import_dock(folder: Path, *, now: datetime, device: str = "") -> Report:
    """The good rows are taken, each of the others is named with its reason; taken again, nothing is doubled.

    device: of the rows that name none.
    """
    report = Report()
    new: list[Recording] = []
    try:
        for row in rows_of(folder):
            try:
                recording = _take(folder, row, now, device, report)
            except BadFile as problem:
                report.errors.append(Said(row.line, row.file, str(problem)))
                continue
            if recording is None:
                report.known += 1
            else:
                new.append(recording)
    except BadIndex as problem:
        report.problem = str(problem)
    report.taken, report.late = len(new), sum(one.is_late for one in new)
    report.proposed = propose_matches(new)
    return report


def _take(folder: Path, row: Row, now: datetime, default_device: str, report: Report) -> Recording | None:
    """The new recording; None for one that is known already. Raises BadFile.

    No transaction is open while the file is read: that may take minutes, and the others go on.
    """
    path = _path(folder, row)
    place = inside(path)
    device, start, end, returned = _device(row, default_device), *_times(row, now)
    officer = _officer(row, device, start)
    kind = kind_of(row)
    sha256, size = measure(path)
    if row.sha256 and row.sha256.lower() != sha256:
        raise BadFile(_("校验值与索引所写的不同，文件可能已被改动。"))
    if _is_known(place, sha256):
        return None
    try:
        due = due_at(end, returned)
    except UnknownRecordingRule:
        raise BadFile(_("那一天没有可适用的入库时限规则。")) from None
    report.notes += [Said(row.line, row.file, sentence) for sentence in _notes(device, officer, start)]
    made = Recording(
        device=device,
        officer=officer,
        kind=kind,
        started_at=start,
        ended_at=end,
        returned_at=returned,
        path=place,
        sha256=sha256,
        size=size,
        uploaded_at=now,
        due_at=due,
        checked_at=now,
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        # Another import of the same dock was faster.
        return None
    return made


def _path(folder: Path, row: Row) -> Path:
    if not row.file or "\0" in row.file or len(row.file) > 300:
        raise BadFile(_("没有写文件名，或者文件名太长。"))
    return folder / row.file.replace("\\", "/")


def _device(row: Row, default: str) -> Device:
    number = row.device or default
    if not number:
        raise BadFile(_("没有写设备编号；没有索引的，文件名写成“设备编号_工号_开始_结束”。"))
    found = Device.objects.filter(number=number).first()
    if found is None:
        raise BadFile(_("没有登记过编号为“%(number)s”的设备。") % {"number": number[:40]})
    return found


def _times(row: Row, now: datetime) -> tuple[datetime, datetime, datetime | None]:
    start = moment(row.start, _("开始时间"))
    end = moment(row.end, _("结束时间")) if row.end else start
    if end < start:
        raise BadFile(_("结束时间早于开始时间。"))
    if end > now + CLOCK_AHEAD:
        raise BadFile(_("结束时间还没有到，请核对设备的时钟。"))
    returned = moment(row.returned, _("返回时间")) if row.returned else None
    if returned is not None and returned < end:
        raise BadFile(_("返回时间早于结束时间。"))
    return start, end, returned


def _officer(row: Row, device: Device, start: datetime) -> Officer:
    if row.officer:
        found = Officer.objects.filter(staff_number=row.officer).first()
        if found is None:
            raise BadFile(_("没有工号为“%(number)s”的人员。") % {"number": row.officer[:20]})
        return found
    holding = device.holding_on(localdate(start))
    if holding is None:
        raise BadFile(_("没有写工号，设备在那一天也没有登记使用人。"))
    return holding.officer


def _is_known(place: str, sha256: str) -> bool:
    """A file that was moved within the dock is followed. Raises BadFile where place and content disagree."""
    at_place = Recording.objects.filter(path=place).first()
    if at_place is not None:
        if at_place.sha256 == sha256:
            return True
        raise BadFile(_("这个位置登记过另一份内容：文件在登记以后被改动或者替换。"))
    same = Recording.objects.filter(sha256=sha256).first()
    if same is None:
        return False
    if find(same.path) is not None:
        raise BadFile(_("内容与已经登记的“%(path)s”相同。") % {"path": same.path})
    Recording.objects.filter(pk=same.pk).update(path=place, finding=Recording.Finding.WHOLE)
    return True


def _notes(device: Device, officer: Officer, start: datetime) -> list[str]:
    on = localdate(start)
    found = []
    if not device.is_in_service(on):
        found.append(_("设备在那一天没有启用或者已经停用。"))
    if outage := device.outage_on(on):
        found.append(_("设备在那一天登记为停止使用：%(reason)s。") % {"reason": outage.reason})
    holding = device.holding_on(on)
    if holding is not None and holding.officer_id != officer.pk:
        found.append(_("设备在那一天由%(name)s领用。") % {"name": holding.officer.name})
    return found
