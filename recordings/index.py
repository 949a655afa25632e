"""What does a dock say about its files: rows of an index, or the names of the files themselves?"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _

from cases.text_file import text_of
from recordings.models import Recording
from recordings.roots import BadFile

INDEX_NAMES = ("index.csv", "索引.csv")
MOST_ROWS = 20_000
MOST_BYTES = 20 * 1024 * 1024
COLUMNS = {
    "device": ("device", "设备编号", "设备"),
    "officer": ("officer", "工号", "记录人工号"),
    "start": ("start", "开始时间"),
    "end": ("end", "结束时间"),
    "file": ("file", "文件", "文件名"),
    "sha256": ("sha256", "校验值"),
    "kind": ("kind", "种类"),
    "returned": ("returned", "返回时间"),
}
NEEDED = ("start", "file")
TIMES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y%m%d%H%M%S")
SUFFIXES = {
    **dict.fromkeys(("mp4", "avi", "mov", "mkv", "ts", "mpg", "3gp", "wmv"), Recording.Kind.VIDEO),
    **dict.fromkeys(("wav", "mp3", "m4a", "aac", "amr"), Recording.Kind.AUDIO),
    **dict.fromkeys(("jpg", "jpeg", "png"), Recording.Kind.PHOTO),
}
NAMED = re.compile(r"^(?P<device>[^_]+)_(?P<officer>[^_]*)_(?P<start>\d{14})_(?P<end>\d{14})$")
"""设备编号_工号_开始_结束.mp4, the times written 20260803094500."""


class BadIndex(Exception):
    """The index as a whole cannot be read; its words are for the person at the dock."""


@dataclass(frozen=True)
class Row:
    """What is said of one file; line: of the index, 0 where there is none."""

    line: int
    device: str
    officer: str
    start: str
    end: str
    file: str
    sha256: str = ""
    kind: str = ""
    returned: str = ""


def rows_of(folder: Path) -> Iterator[Row]:
    """By the index where there is one, else by the names of the files. Raises BadIndex."""
    for name in INDEX_NAMES:
        if (folder / name).is_file():
            yield from read_index(folder / name)
            return
    yield from walk(folder)


def read_index(path: Path) -> Iterator[Row]:
    if path.stat().st_size > MOST_BYTES:
        raise BadIndex(_("索引文件太大。"))
    table = csv.reader(io.StringIO(_decode(path.read_bytes()), newline=""))
    try:
        lines = [(table.line_num, [cell.strip() for cell in cells]) for cells in table if any(map(str.strip, cells))]
    except csv.Error as problem:
        raise BadIndex(_("索引不是 CSV 表格：%(problem)s。") % {"problem": problem}) from None
    if not lines:
        raise BadIndex(_("索引是空的。"))
    if len(lines) > MOST_ROWS:
        raise BadIndex(_("索引超过 %(most)d 行，请分开导入。") % {"most": MOST_ROWS})
    places = _columns(lines[0][1])
    for line, cells in lines[1:]:
        said = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
        yield Row(line, **{name: said.get(name, "") for name in COLUMNS})


def _decode(data: bytes) -> str:
    text = text_of(data)
    if text is None:
        raise BadIndex(_("索引的文字编码不是 UTF-8，也不是 GB18030。"))
    return text


def _columns(header: list[str]) -> dict[str, int]:
    found = {
        name: place for name, titles in COLUMNS.items() for place, title in enumerate(header) if title.lower() in titles
    }
    missing = [COLUMNS[name][1] for name in NEEDED if name not in found]
    if missing:
        raise BadIndex(_("索引缺少这些列：%(missing)s。") % {"missing": _("、").join(missing)})
    return found


def walk(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower().lstrip(".") in SUFFIXES and path.is_file():
            name, place = NAMED.match(path.stem), path.relative_to(folder).as_posix()
            said = name.groupdict() if name else {"device": "", "officer": "", "start": "", "end": ""}
            yield Row(0, file=place, **said)


def moment(text: str, what: str) -> datetime:
    """Raises BadFile."""
    for pattern in TIMES:
        try:
            return make_aware(datetime.strptime(text, pattern))
        except (ValueError, OverflowError):
            continue
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadFile(
            _("%(what)s“%(text)s”写成 2026-03-10 09:40:00 这样。") % {"what": what, "text": text[:40]}
        ) from None
    return make_aware(found) if is_naive(found) else found


def kind_of(row: Row) -> str:
    """Raises BadFile."""
    said = {str(label): value for value, label in Recording.Kind.choices} | {one: one for one in Recording.Kind.values}
    if row.kind:
        if row.kind not in said:
            raise BadFile(_("种类“%(kind)s”不是录像、录音、照片之一。") % {"kind": row.kind[:20]})
        return said[row.kind]
    suffix = Path(row.file).suffix.lower().lstrip(".")
    if suffix not in SUFFIXES:
        raise BadFile(_("文件类型“%(suffix)s”不是音像。") % {"suffix": suffix[:20]})
    return SUFFIXES[suffix]
