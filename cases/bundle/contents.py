"""Which files are in the bundle for the court, under which names, and what are their bytes?

The main volume and nothing of the supplementary one, unless a person with the right asks for it. Of the record the
headers only: they name nobody but by id, and what was said inside the bureau is bound to them by its commitment.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from cases import merkle, serving
from cases.case_file import CaseFile
from cases.dossier import bind_file, key_of
from cases.models import RecordCheckpoint, RecordEntry
from cases.verification import known_keys
from documents.dossier import VOLUMES, Bound
from documents.forms.parts import ContentsRow
from documents.models import Document
from documents.services import pdf_of

FORMAT = 1
HANDED_OUT = "court_bundle"
"""The record's own entry that a bundle was made; the last ones are not in it, or no two bundles were equal."""
CHUNK = 1024 * 1024
README = """本文件包由办案系统按案卷原样制作，不需要网络，也不需要安装任何软件。

index.html     用浏览器打开：全部文件的目录、页码和校验值。
dossier.pdf    装订成册的案卷，带封面、卷内目录、页码和书签。合并后的文书不再带有电子签名。
papers/        每份文书的存档原件，有电子签名的在这里验证签名。
evidence/      证据原件，一个字节也没有改动。
proofs/        送达证明原件。
record/        办案记录链：每一步留痕的摘要，一条扣一条。记录中写的内容留在机关，可以按摘要逐条出示核对。
               有 checkpoint.txt 的，是机关签名公布的检查点，proof.json 证明本案记录在当时的全部记录之中；
               keys.txt 是公钥，请与机关公示网站公布的核对。
manifest.json  除它自己以外每个文件的大小和 SHA-256 校验值。
verify_record.py  核验程序：解压后在本目录运行 python3 verify_record.py（Python 3.11 以上），不改动任何文件。

不用核验程序也可以核对单个文件：
  Windows      certutil -hashfile 文件名 SHA256
  Linux        sha256sum 文件名
  macOS        shasum -a 256 文件名
得到的结果应当与 index.html 和 manifest.json 中的一致。
"""
NAME_LENGTH = 60


class TamperedEvidence(RuntimeError):
    """The stored bytes are not those that were received."""


@dataclass(frozen=True)
class Piece:
    """One file of the bundle; `chunks` opens it anew each time."""

    path: str
    title: str
    chunks: Callable[[], Iterator[bytes]]
    sha256: str
    size: int
    pages: str = ""
    """Of the dossier."""
    number: str = ""
    kind: str = ""


def originals(file: CaseFile, bound: Bound) -> Iterator[Piece]:
    """The archived papers in the order of the dossier, then the evidence, then the proofs of service."""
    papers = {paper.pk: paper for paper in Document.objects.final().filter(case=file.case)}
    printed = [(papers[part.document], row) for part, row in bound.parts if part.document]
    for place, (paper, row) in enumerate(printed, start=1):
        name = f"papers/{place:03}-{safe(f'{paper.title} {paper.number}')}.pdf"
        yield of_bytes(name, str(paper), pdf_of(paper), pages=row.pages, number=paper.number, kind="文书")
    rows = {part.key: row for part, row in bound.parts if part.key}
    yield from _kept("evidence", "证据", [one for one in file.evidence if one.file], rows)
    yield from _kept("proofs", "送达证明", serving.proofs(file), rows)


def _kept(folder: str, kind: str, kept: Sequence[Any], rows: dict[str, ContentsRow]) -> Iterator[Piece]:
    for place, one in enumerate(kept, start=1):
        row = rows.get(key_of(one))
        if row is None:
            continue  # A proof of a paper of the other volume.
        suffix = Path(one.file.name).suffix
        yield Piece(
            f"{folder}/{place:03}-{safe(one.title)}{suffix}",
            one.title,
            reader(one.file),
            *measured(one),
            pages=row.pages,
            kind=kind,
        )


def measured(kept: Any) -> tuple[str, int]:
    """Hash and size as stored now. Raises TamperedEvidence when they are not those of the day it was received."""
    digest, size = hashlib.sha256(), 0
    try:
        for chunk in reader(kept.file)():
            digest.update(chunk)
            size += len(chunk)
    except OSError as missing:
        raise TamperedEvidence(f"“{kept.title}”的原件读不出来：{missing.strerror or missing}。") from missing
    if digest.hexdigest() != kept.sha256:
        raise TamperedEvidence(f"“{kept.title}”的原件与接收时不一致。")
    return digest.hexdigest(), size


def reader(stored: Any) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        with stored.storage.open(stored.name, "rb") as opened:
            while chunk := opened.read(CHUNK):
                yield chunk

    return read


def of_bytes(path: str, title: str, data: bytes, **more: str) -> Piece:
    return Piece(path, title, lambda: iter([data]), hashlib.sha256(data).hexdigest(), len(data), **more)


def safe(title: str) -> str:
    """A file name that every system takes; letters of any script stay."""
    return re.sub(r"[^\w〔〕（）()·-]+", "-", title).strip("-")[:NAME_LENGTH] or "无题"


def chain(case_id: int) -> list[RecordEntry]:
    """The entries of the case up to the last that is more than the making of a bundle."""
    entries = list(RecordEntry.objects.filter(case_id=case_id).order_by("cseq"))
    while entries and entries[-1].act == HANDED_OUT:
        entries.pop()
    return entries


def record_pieces(case_id: int) -> Iterator[Piece]:
    entries = chain(case_id)
    lines = [json.dumps({"hash": one.hash, "header": one.header}, sort_keys=True) for one in entries]
    head = {"case": case_id, "entries": len(entries), "head": entries[-1].hash if entries else ""}
    yield of_bytes("record/chain.jsonl", "办案记录链（逐条摘要）", _text("\n".join([*lines, ""])), kind="办案记录")
    yield of_bytes("record/head.json", "办案记录链的条数和末条摘要", _json(head), kind="办案记录")
    if entries:
        yield from proof_pieces(entries[-1])


def proof_pieces(last: RecordEntry) -> Iterator[Piece]:
    """That the case's last entry, and so each before it, lies in the first checkpoint taken after it."""
    checkpoint = RecordCheckpoint.objects.filter(size__gte=last.gseq).order_by("size").first()
    if checkpoint is None:
        return
    hashes = RecordEntry.objects.filter(gseq__lte=checkpoint.size).order_by("gseq").values_list("hash", flat=True)
    path = merkle.inclusion_proof(last.gseq - 1, [bytes.fromhex(one) for one in hashes])
    proof = {"index": last.gseq - 1, "size": checkpoint.size, "path": [one.hex() for one in path]}
    yield of_bytes("record/checkpoint.txt", "全部办案记录的签名检查点", _text(checkpoint.text), kind="办案记录")
    yield of_bytes("record/proof.json", "本案末条在检查点之中的证明", _json(proof), kind="办案记录")
    yield of_bytes("record/keys.txt", "检查点的公钥", _text("\n".join([*known_keys(), ""])), kind="办案记录")


def pieces(file: CaseFile, *, supplementary: bool = False) -> list[Piece]:
    """Everything, in the order of the ZIP. Raises EmptyDossier, UnknownFileKind, TamperedPaper, TamperedEvidence."""
    bound = bind_file(file, volume="" if supplementary else "main")
    found = [*originals(file, bound)]
    title = "全卷（正卷、副卷）" if supplementary else f"{VOLUMES['main']}（封面、目录、文书、证据、备考表）"
    found.append(of_bytes("dossier.pdf", title, bound.data, kind="案卷"))
    found += record_pieces(file.case.pk)
    found.append(of_bytes("verify_record.py", "核验程序（Python 3，只用标准库）", source_of_check(), kind="核验"))
    context = {
        "case": file.case,
        "parties": "、".join(one.name for one in file.parties),
        "pieces": found,
        "entries": len(chain(file.case.pk)),
        "supplementary": supplementary,
    }
    found.append(of_bytes("README.txt", "说明", _text(README), kind="说明"))
    index = of_bytes("index.html", "目录", _text(render_to_string("documents/bundle-index.html", context)))
    return [*found, index]


def manifest(file: CaseFile, found: Sequence[Piece]) -> Piece:
    """The list that everything is checked against; it cannot list itself."""
    listed = [
        {"path": one.path, "title": one.title, "sha256": one.sha256, "size": one.size, "pages": one.pages}
        for one in found
    ]
    case = {"id": file.case.pk, "number": file.case.number or "", "cause": file.case.cause}
    return of_bytes("manifest.json", "清单", _json({"format": FORMAT, "case": case, "files": listed}))


def source_of_check() -> bytes:
    path: Path = settings.BASE_DIR / "scripts" / "verify_record.py"
    return path.read_bytes()


def _text(text: str) -> bytes:
    return text.encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
