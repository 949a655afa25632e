"""Is this file one of our papers, byte for byte, and does the signature in it hold?

A file that somebody brings is hostile until shown otherwise: it is only hashed here, and read in a child process with
limits on time and memory. What the child cannot read is “no signature that holds”, never an error page.
"""

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings

from documents.models import Document, DocumentState
from documents.signatures import Examined

CHILD = "from documents.signatures import main; main()"
SECONDS = 20
PDF = b"%PDF-"


class Verdict(StrEnum):
    MATCHES = "matches"
    VOIDED = "voided"
    """Ours to the last byte, but no longer in force."""
    UNKNOWN = "unknown"
    """No paper of ours has these bytes."""


@dataclass(frozen=True)
class Checked:
    verdict: Verdict
    paper: Document | None
    successor: Document | None
    """The paper that stands in the place of a voided one."""
    signature: Examined | None
    """None: the file cannot be read as a PDF."""


def check_file(data: bytes) -> Checked:
    """Compare a file with the archive and look at its signature; keeps nothing."""
    paper = Document.objects.filter(pdf_sha256=hashlib.sha256(data).hexdigest()).exclude(pdf="").first()
    return Checked(verdict_of(paper), paper, successor_of(paper), examined(data))


def verdict_of(paper: Document | None) -> Verdict:
    if paper is None:
        return Verdict.UNKNOWN
    return Verdict.VOIDED if paper.status is DocumentState.VOIDED else Verdict.MATCHES


def successor_of(paper: Document | None) -> Document | None:
    """The paper of the same kind for the same party that was issued after this one was voided."""
    if paper is None or paper.status is not DocumentState.VOIDED:
        return None
    same = Document.objects.final().filter(case=paper.case_id, form_key=paper.form_key, party=paper.party_id)
    return same.filter(subject_key=paper.subject_key, pk__gt=paper.pk).last()


def correction_of(paper: Document | None) -> Document | None:
    """The latest paper that puts a slip of the pen in this one right; the paper itself stays in force."""
    if paper is None or not paper.number:
        return None
    corrections = Document.objects.final().filter(case=paper.case_id, form_key="paper-correction")
    return corrections.filter(content__corrected_number=paper.number).last()


def examined(data: bytes) -> Examined | None:
    if not data.startswith(PDF):
        return None
    roots = settings.SIGNING_TRUST
    try:
        child = subprocess.run(
            [sys.executable, "-c", CHILD, str(roots or "")],
            input=data,
            capture_output=True,
            cwd=Path(__file__).resolve().parent.parent,
            timeout=SECONDS,
            env={"PYTHONDONTWRITEBYTECODE": "1"},
            check=True,
        )
        return Examined(**json.loads(child.stdout))
    except (subprocess.SubprocessError, ValueError):
        return None
