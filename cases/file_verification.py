"""Are the files that the record names still there, unchanged: each original of evidence and each issued paper?

They are held against what the record says, not only against their own rows: who changes a file and its row together
is found out as well.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import storages

from cases.models import Evidence, RecordPayload, ServiceProof
from cases.record import AT_ONCE, Finding
from documents.models import Document
from files.contents import digest_of
from files.storage import originals

SAMPLE = 200
WHICH = ("none", "sample", "all")
SHORT = 12


@dataclass(frozen=True)
class Named:
    """A file that an entry of the record names."""

    gseq: int
    case: int
    what: str
    storage: Any
    name: str
    sha256: str

    def fault(self) -> str:
        try:
            with self.storage.open(self.name, "rb") as opened:
                found = digest_of(opened)
        except (OSError, ValueError):  # an empty name is a ValueError to some stores
            return "missing"
        return "" if found == self.sha256 else "changed"


def verify_files(which: str, case_id: int | None = None) -> Iterator[Finding]:
    """none, sample (SAMPLE of them at random) or all."""
    if which == "none":
        return
    named = list(named_files(case_id))
    if which == "sample" and len(named) > SAMPLE:
        named = sorted(random.sample(named, SAMPLE), key=lambda one: one.gseq)
    for one in named:
        if fault := one.fault():
            yield Finding(one.gseq, one.case, f"{one.what} {fault}: {one.sha256[:SHORT]}")


def named_files(case_id: int | None = None) -> Iterator[Named]:
    payloads = RecordPayload.objects.select_related("entry").order_by("entry__gseq")
    if case_id is not None:
        payloads = payloads.filter(entry__case_id=case_id)
    told: set[int] = set()
    for payload in payloads.iterator(AT_ONCE):
        if '"sha256"' not in payload.body and '"papers"' not in payload.body:
            continue
        try:
            said = json.loads(payload.body)
        except ValueError:
            continue  # The record's own verification names it.
        yield from _originals(payload.entry, said.get("facts"))
        for paper in said.get("papers") or ():
            if paper["id"] not in told:
                told.add(paper["id"])
                yield from _papers(payload.entry, paper["id"])


def _originals(entry: Any, facts: Any) -> Iterator[Named]:
    sha256 = facts.get("sha256") if isinstance(facts, dict) else None
    if not isinstance(sha256, str) or "file" not in facts:
        return
    rows: tuple[Any, ...] = (Evidence.objects, ServiceProof.objects)
    names = {
        one for row in rows for one in row.filter(case_id=entry.case_id, sha256=sha256).values_list("file", flat=True)
    }
    # No row knows it any more: then it is looked for where the record says it was stored.
    known = facts["file"] if isinstance(facts["file"], str) else ""
    for name in sorted(names) or [known]:
        yield Named(entry.gseq, entry.case_id, "evidence file", originals, name, sha256)


def _papers(entry: Any, paper_id: int) -> Iterator[Named]:
    paper = Document.objects.filter(pk=paper_id).exclude(pdf_sha256="").first()
    if paper:
        yield Named(entry.gseq, entry.case_id, "paper", storages["default"], str(paper.pdf.name), paper.pdf_sha256)
