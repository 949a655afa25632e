"""Is everything in this bundle as the bureau handed it out? Run it in the unpacked folder: python3 check.py

Needs Python 3 and nothing else. It asks: is each file of manifest.json there, with its size and SHA-256, and no file
more? Does each entry of the record match its hash, and does each name the hash of the one before?
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "manifest.json"
BEGINNING = "0" * 64


def faults(folder: Path) -> Iterator[str]:
    listed = {one["path"]: one for one in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    yield from (f"缺少文件：{path}" for path in sorted(set(listed) - there))
    yield from (f"清单以外的文件：{path}" for path in sorted(there - set(listed) - {MANIFEST}))
    for path in sorted(there & set(listed)):
        if digest_of(folder / path) != (listed[path]["sha256"], listed[path]["size"]):
            yield f"内容与清单不一致：{path}"
    yield from faults_of_record(folder)


def digest_of(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as opened:
        while chunk := opened.read(1024 * 1024):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def faults_of_record(folder: Path) -> Iterator[str]:
    head = json.loads((folder / "record/head.json").read_text(encoding="utf-8"))
    lines = (folder / "record/chain.jsonl").read_text(encoding="utf-8").splitlines()
    previous = BEGINNING
    for place, line in enumerate(lines, start=1):
        entry = json.loads(line)
        header = json.loads(entry["header"])
        if hashlib.sha256(b"\x00" + entry["header"].encode()).hexdigest() != entry["hash"]:
            yield f"办案记录第 {place} 条与其摘要不一致"
        if (header["cseq"], header["prev"], header["case"]) != (place, previous, head["case"]):
            yield f"办案记录第 {place} 条与前一条不相接"
        previous = entry["hash"]
    if (len(lines), previous) != (head["entries"], head["head"] or BEGINNING):
        yield "办案记录的条数或者末条与 record/head.json 不一致"


def main() -> int:
    found = list(faults(Path(__file__).resolve().parent))
    sys.stdout.write("\n".join([*found, f"发现 {len(found)} 处问题。" if found else "全部一致。"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
