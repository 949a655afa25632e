"""Is this record of acts whole, and is this bundle as it was handed out? For anyone: Python 3.11 and nothing else.

    python3 verify_record.py [FOLDER] [--keys FILE] [--files FOLDER] [--json]

FOLDER is what `manage.py export_record` wrote, or an unpacked bundle for the court; without it, the folder of this
file. It asks of a record: does each entry match its hash, its columns and the entry before, is no number missing, is
what was said what was committed to, and is the whole what the signed checkpoints say it was? Of a bundle: is each file
of manifest.json there unchanged and no file more, is the case's chain whole, and does it lie in the checkpoint? With
--files, a copy of the folder of evidence: is each original that an entry names there, unchanged?

Exit code 0: whole; 1: not; 2: cannot be read. Nothing is written. The format: docs/decisions/0005 and 0011.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

BEGINNING = "0" * 64
MANIFEST = "manifest.json"
ERASURE = "approve_erasure"
NOTE = re.compile(
    r"((?P<origin>[^\n]+)\n(?P<size>0|[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"time (?P<time>[^\n]+)\nprevious (?P<previous>[0-9a-f]{64})\n)\n"
    r"— (?P<name>[^ \n]+) (?P<signature>[A-Za-z0-9+/=]+)\n"
)
CHINESE = {
    "header does not match its hash": "与其摘要不一致",
    "header cannot be read": "读不出来",
    "columns do not match the header": "各栏与摘要所载不一致",
    "the case's chain is broken before this entry": "与本案前一条不相接",
    "payload is missing": "内容缺失，也没有依法删除的记录",
    "payload does not match its commitment": "内容与摘要所载不一致",
    "missing entry": "缺失",
    "missing entry at the end": "末尾缺失",
    "entry beyond the counted end": "超出所计条数",
    "missing outside": "系统外的一份缺失",
    "signature does not hold": "签名不成立",
    "cannot be read": "读不出来",
    "not the one noted in the database": "与数据库所记的不是同一份",
    "the one before it is missing": "它之前的一份缺失或者被替换",
}
ABOUT_FILES = {"evidence file missing": "所载的证据原件缺失", "evidence file changed": "所载的证据原件已经改动"}


class Finding(NamedTuple):
    """What is wrong at a place: the entry's number in the whole record, its case, the problem."""

    gseq: int
    case: int
    problem: str


class Note(NamedTuple):
    size: int
    root: bytes
    previous: str
    digest: str


# --- Ed25519 (RFC 8032 §5.1.7), for checking only: nothing here is secret, so nothing need be constant in time --------
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
I = pow(2, (P - 1) // 4, P)  # noqa: E741
Point = tuple[int, int, int, int]


def add(one: Point, two: Point) -> Point:
    a, b = (one[1] - one[0]) * (two[1] - two[0]) % P, (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int, point: Point) -> Point:
    found: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = add(found, point)
        point, number = add(point, point), number >> 1
    return found


def point_of(data: bytes) -> Point | None:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if len(data) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * I % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    key, r, s = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if BASE is None or key is None or r is None or len(signature) != 64 or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, key))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- checkpoints ------------------------------------------------------------------------------------------------
def read_note(text: str, keys: list[str]) -> Note | str:
    """The note, or what is wrong with it."""
    found = NOTE.fullmatch(text)
    if found is None:
        return "cannot be read"
    try:
        signed = base64.b64decode(found["signature"], validate=True)
    except ValueError:
        return "cannot be read"
    for key in keys:
        name, _id, encoded = key.split("+", 2)
        raw = base64.b64decode(encoded)[1:]
        known = hashlib.sha256(name.encode() + b"\n\x01" + raw).digest()[:4]
        if (found["name"], signed[:4]) == (name, known) and signature_holds(raw, found[1].encode(), signed[4:]):
            digest = hashlib.sha256(text.encode()).hexdigest()
            return Note(int(found["size"]), base64.b64decode(found["root"]), found["previous"], digest)
    return "signature does not hold"


def text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return ""


def size_in(name: str) -> int:
    digits = name.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


class Notes:
    """The checkpoints that can be believed, and what is wrong with the others."""

    def __init__(self, folder: Path, keys: list[str]) -> None:
        self.wrong: list[Finding] = []
        inside = self._read(folder / "noted", keys)
        outside = self._read(folder / "outside", keys)
        for name in sorted(inside.keys() | self._names(folder / "noted")):
            if not (folder / "outside" / name).exists():
                if name in self._expected(folder):
                    self._blame(name, "missing outside")
            elif text_of(folder / "outside" / name) != text_of(folder / "noted" / name):
                self._blame(name, "not the one noted in the database")
        self.known = sorted({one.digest: one for one in [*outside.values(), *inside.values()]}.values())
        digests = {one.digest for one in self.known} | {BEGINNING}
        for one in self.known:
            if one.previous not in digests:
                self.wrong.append(Finding(one.size, 0, f"checkpoint of size {one.size}: the one before it is missing"))
        self.wrong.sort(key=lambda one: (one.gseq, one.problem))

    def _read(self, folder: Path, keys: list[str]) -> dict[str, Note]:
        found = {}
        for name in sorted(self._names(folder)):
            note = read_note(text_of(folder / name), keys)
            if isinstance(note, str):
                self._blame(name, note)
            else:
                found[name] = note
        return found

    def _names(self, folder: Path) -> set[str]:
        return {path.name for path in folder.glob("*.txt")}

    def _expected(self, folder: Path) -> list[str]:
        listed: list[str] = json.loads((folder / "deposited.json").read_text(encoding="utf-8"))
        return listed

    def _blame(self, name: str, problem: str) -> None:
        finding = Finding(size_in(name), 0, f"checkpoint {name}: {problem}")
        if finding not in self.wrong:
            self.wrong.append(finding)


# --- the tree (RFC 6962 §2.1) ------------------------------------------------------------------------------------
def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    def __init__(self) -> None:
        self.size, self.full = 0, list[bytes]()

    def append(self, leaf: bytes) -> None:
        size = self.size
        while size & 1:
            leaf, size = node(self.full.pop(), leaf), size >> 1
        self.full.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        found = self.full[-1] if self.full else hashlib.sha256(b"").digest()
        for left in self.full[-2::-1]:
            found = node(left, found)
        return found


def root_by_inclusion(index: int, size: int, leaf: bytes, proof: list[bytes]) -> bytes | None:
    found, last = leaf, size - 1
    for other in proof:
        if last == 0:
            return None
        if index & 1 or index == last:
            found = node(other, found)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            found = node(found, other)
        index, last = index >> 1, last >> 1
    return None if last else found


# --- the record --------------------------------------------------------------------------------------------------
def header_hash(header: str) -> str:
    return hashlib.sha256(b"\x00" + header.encode()).hexdigest()


def header_of(text: str) -> dict[str, Any] | None:
    try:
        read = json.loads(text)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as opened:
        yield from (json.loads(line) for line in opened)


def erased(path: Path) -> set[tuple[int, int]]:
    """Case and number of each entry whose content was taken away by a recorded order that is itself untouched."""
    found = set()
    with path.open(encoding="utf-8") as opened:
        orders = [json.loads(line) for line in opened if ERASURE in line]
    for line in orders:
        payload, header = line.get("payload"), header_of(line["header"])
        if line["columns"]["type"] == ERASURE and payload and header and committed(payload) == header.get("pc"):
            said = json.loads(payload["body"]).get("facts", {})
            found.add((line["columns"]["case"], said.get("gseq", 0)))
    return found


def committed(payload: dict[str, str]) -> str:
    salted = b"\x50" + bytes.fromhex(payload["salt"]) + payload["body"].encode()
    return hashlib.sha256(salted).hexdigest()


def record_findings(folder: Path, keys: list[str]) -> Iterator[Finding]:
    path, size = folder / "entries.jsonl", json.loads((folder / "head.json").read_text())["size"]
    notes, gone = Notes(folder / "checkpoints", keys), erased(path)
    waiting, tree, good, expected = list(notes.known), Tree(), 0, 1
    chains: dict[int, tuple[int, str]] = {}
    beyond = []
    for line in lines_of(path):
        gseq, case = line["columns"]["gseq"], line["columns"]["case"]
        for missing in range(expected, gseq):
            yield Finding(missing, 0, "missing entry")
        expected = gseq + 1
        yield from entry_findings(line, chains.get(case, (0, BEGINNING)), (case, gseq) in gone)
        chains[case] = (line["columns"]["cseq"], line["hash"])
        if gseq > size:
            beyond.append(Finding(gseq, case, "entry beyond the counted end"))
        tree.append(bytes.fromhex(header_hash(line["header"])))
        while waiting and waiting[0].size <= gseq:
            note = waiting.pop(0)
            if (note.size, note.root) != (tree.size, tree.root()) or note.size != gseq:
                yield Finding(good + 1, 0, f"not what the checkpoint of size {note.size} says")
                waiting = []
            else:
                good = note.size
    yield from (Finding(missing, 0, "missing entry at the end") for missing in range(expected, size + 1))
    yield from beyond
    if waiting:
        yield Finding(expected, 0, f"shortened: the checkpoint of size {waiting[-1].size} knows more entries")
    yield from notes.wrong


def file_findings(folder: Path, files: Path) -> Iterator[Finding]:
    """Each original that an entry names by its digest, looked for under that digest in a copy of the store."""
    there = {path.stem: path for path in files.rglob("*") if path.is_file() and "previews" not in path.parts}
    for line in lines_of(folder / "entries.jsonl"):
        payload = line.get("payload")
        facts = json.loads(payload["body"]).get("facts") if payload else None
        digest = facts.get("sha256") if isinstance(facts, dict) and "file" in facts else None
        if not isinstance(digest, str):
            continue
        columns, fault = line["columns"], ""
        if digest not in there:
            fault = "missing"
        else:
            with there[digest].open("rb") as opened:
                fault = "" if hashlib.file_digest(opened, "sha256").hexdigest() == digest else "changed"
        if fault:
            yield Finding(columns["gseq"], columns["case"], f"evidence file {fault}: {digest[:12]}")


def entry_findings(line: dict[str, Any], before: tuple[int, str], lawfully_gone: bool) -> Iterator[Finding]:
    columns, header = line["columns"], header_of(line["header"])
    gseq, case = columns["gseq"], columns["case"]
    if header_hash(line["header"]) != line["hash"]:
        yield Finding(gseq, case, "header does not match its hash")
        return
    if header is None:
        yield Finding(gseq, case, "header cannot be read")
        return
    if columns != {key: header.get(key) for key in columns}:
        yield Finding(gseq, case, "columns do not match the header")
    if (header.get("cseq"), header.get("prev")) != (before[0] + 1, before[1]):
        yield Finding(gseq, case, "the case's chain is broken before this entry")
    if "payload" not in line:
        return  # Handed out without what was said.
    if line["payload"] is None:
        if not lawfully_gone:
            yield Finding(gseq, case, "payload is missing")
    elif committed(line["payload"]) != header.get("pc"):
        yield Finding(gseq, case, "payload does not match its commitment")


# --- the bundle for the court ------------------------------------------------------------------------------------
def bundle_faults(folder: Path, keys: list[str]) -> Iterator[str]:
    listed = {one["path"]: one for one in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    yield from (f"缺少文件：{path}" for path in sorted(set(listed) - there))
    yield from (f"清单以外的文件：{path}" for path in sorted(there - set(listed) - {MANIFEST}))
    for path in sorted(there & set(listed)):
        with (folder / path).open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        if (digest, (folder / path).stat().st_size) != (listed[path]["sha256"], listed[path]["size"]):
            yield f"内容与清单不一致：{path}"
    yield from chain_faults(folder / "record", keys)


def chain_faults(folder: Path, keys: list[str]) -> Iterator[str]:
    head = json.loads((folder / "head.json").read_text(encoding="utf-8"))
    previous, entries = BEGINNING, list(lines_of(folder / "chain.jsonl"))
    for place, entry in enumerate(entries, start=1):
        header = header_of(entry["header"]) or {}
        if header_hash(entry["header"]) != entry["hash"]:
            yield f"办案记录第 {place} 条与其摘要不一致"
        if (header.get("cseq"), header.get("prev"), header.get("case")) != (place, previous, head["case"]):
            yield f"办案记录第 {place} 条与前一条不相接"
        previous = entry["hash"]
    if (len(entries), previous) != (head["entries"], head["head"] or BEGINNING):
        yield "办案记录的条数或者末条与 record/head.json 不一致"
    if (folder / "checkpoint.txt").exists() and entries:
        yield from proof_faults(folder, keys, header_hash(entries[-1]["header"]))


def proof_faults(folder: Path, keys: list[str], last: str) -> Iterator[str]:
    note = read_note(text_of(folder / "checkpoint.txt"), keys)
    if isinstance(note, str):
        yield f"检查点{CHINESE[note]}：record/checkpoint.txt"
        return
    proof = json.loads((folder / "proof.json").read_text(encoding="utf-8"))
    path = [bytes.fromhex(one) for one in proof["path"]]
    if root_by_inclusion(proof["index"], note.size, bytes.fromhex(last), path) != note.root:
        yield "本案记录的末条不在检查点所载的全部记录之中：record/proof.json"


# --- what is said ------------------------------------------------------------------------------------------------
def in_chinese(one: Finding) -> str:
    about, _colon, digest = one.problem.partition(": ")
    if about in ABOUT_FILES:
        return f"第 {one.gseq} 条（案件 {one.case or '—'}）{ABOUT_FILES[about]}：{digest}"
    for problem, said in CHINESE.items():
        if one.problem == problem:
            return f"第 {one.gseq} 条（案件 {one.case or '—'}）{said}"
        if one.problem.startswith("checkpoint") and one.problem.endswith(f": {problem}"):
            return f"检查点 {one.problem.removeprefix('checkpoint ').removesuffix(f': {problem}')}：{said}"
    digits = re.findall(r"[0-9]+", one.problem)
    size = digits[-1] if digits else "?"
    if one.problem.startswith("shortened"):
        return f"从第 {one.gseq} 条起被截短：条数为 {size} 的检查点载有更多的记录"
    return f"从第 {one.gseq} 条起与条数为 {size} 的检查点不一致"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    asked.add_argument("--keys", type=Path, help="公示网站公布的公钥；不写的用文件夹中的")
    asked.add_argument("--files", type=Path, help="证据存放文件夹的副本：一并核对记录所载的每个原件")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    is_bundle = (given.folder / MANIFEST).exists()
    keys_file = given.keys or given.folder / ("record/keys.txt" if is_bundle else "checkpoints/keys.txt")
    try:
        keys = keys_file.read_text(encoding="utf-8").split() if keys_file.exists() else []
        found = list(bundle_faults(given.folder, keys) if is_bundle else record_findings(given.folder, keys))
        if given.files and not is_bundle:
            found += file_findings(given.folder, given.files)
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"读不出来：{error!r}\n")
        return 2
    said = [one if isinstance(one, str) else in_chinese(one) for one in found]
    if given.json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        if keys and not given.keys:
            sys.stdout.write(f"公钥（请与公示网站公布的核对）：{' '.join(keys)}\n")
        sys.stdout.write("\n".join([*said, f"发现 {len(said)} 处问题。" if said else "全部一致。"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
