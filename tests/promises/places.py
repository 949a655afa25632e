"""Which addresses does the installation have, who tries them, and on which objects?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.models import BankFile, Evidence, ServiceProof
from documents.batches import PrintBatch
from documents.outbox import drain
from documents.printing import start_batch
from files.models import StoredFile, Upload
from law.statutes import load_statute
from oversight.report import make_report, run_review
from publicity.annual import AnnualFigures, count
from publicity.corrections import receive
from publicity.credit_log import CreditHandover
from publicity.inspected import InspectionBatch
from publicity.services import prepare
from recordings.matching import attach
from recordings.models import Disposal, DockImport, Recording
from recordings.register import add_device

CANARY = "样例顺达运输有限公司"
"""The party of the case: whoever may not see the case must not read this name anywhere in the answer."""

WHO = {
    "anonymous": "",
    "officer": "李明",
    "officer_elsewhere": "周勇",
    "team_head": "郑海",
    "team_head_elsewhere": "陈军",
    "legal_reviewer": "陈静",
    "legal_counsel": "严律",
    "hearing_chair": "褚文",
    "bureau_head": "卫国",
    "administrator": "韩雪",
    "finance": "杨兰",
    "archivist": "朱玉",
    "publisher": "秦芳",
    "system_admin": "许系",
    "security_admin": "何安",
    "audit_admin": "吕审",
}
SYSTEM = ("system_admin", "security_admin", "audit_admin")
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
SPECIAL = {
    ("cases:act", "key"): "record_payment",
    ("cases:preview", "key"): "propose_closing",
    # The sample case has no such object: nobody gets further than "there is none" (tests/cases/test_objects.py goes on).
    ("cases:object-act", "key"): "hold",
    ("cases:object-act", "kind"): "none",
    ("cases:object-act", "object_id"): 1,
    ("cases:object-preview", "key"): "hold",
    ("cases:object-preview", "kind"): "none",
    ("cases:object-preview", "object_id"): 1,
    ("cases:draft", "key"): "propose_closing",
    ("cases:object-draft", "key"): "hold",
    ("cases:object-draft", "kind"): "none",
    ("cases:object-draft", "object_id"): 1,
    ("documents:sample", "key"): "penalty-decision",
    ("documents:sample", "name"): "typical",
    ("documents:sample-thumb", "key"): "penalty-decision",
    ("documents:sample-thumb", "name"): "typical",
    ("documents:asset", "name"): "paper.css",
    ("officers:person-act", "key"): "active",
    ("oversight:item", "number"): "V14",
    ("oversight:standard", "key"): "transport",
    ("oversight:standard-csv", "key"): "transport",
    ("publicity:act", "key"): "redact",
    # No day before the first checkpoint has one; tests/publicity/test_record.py asks for days that do.
    ("publicity:record-checkpoint", "day"): "2026-01-01",
    ("publicity:sheet", "key"): "officers",
    ("publicity:credit-file", "suffix"): "csv",
    ("recordings:match-act", "key"): "take_away_match",
    ("recordings:device-act", "key"): "hand-out",
}


@dataclass(frozen=True)
class Place:
    """One address pattern: its name with what it takes, as the matrix writes it."""

    name: str
    takes: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"{self.name}({', '.join(self.takes)})" if self.takes else self.name


def places() -> list[Place]:
    """Every pattern of the installation in the order it is tried; a nameless one cannot be in the matrix."""
    return list(_below(get_resolver(), ()))


def _below(resolver: URLResolver, names: tuple[str, ...]) -> Iterator[Place]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _below(one, (*names, one.namespace) if one.namespace else names)
        elif isinstance(one, URLPattern):
            yield Place(":".join([*names, one.name or f"nameless {one.pattern}"]), tuple(one.pattern.converters))


NEW_YEARS_EVE = date(2025, 12, 31)


@dataclass(frozen=True)
class Objects:
    """One served case of the weighing station with a file, a paper, a public copy and a statute."""

    cast: Cast
    story: Story
    ids: dict[str, Any]

    def address(self, place: Place) -> str:
        given = {name: SPECIAL.get((place.name, name), self.ids.get(name)) for name in place.takes}
        return reverse(place.name, kwargs=given)


def build_objects() -> Objects:
    cast = hire_everyone("quick")
    story = overload(cast, until="served")
    decision = story.case.decisions.get()
    ids = {
        "case_id": story.case.pk,
        "evidence_id": with_file(story.case.evidence.first()).pk,
        "officer_id": cast["周勇"].pk,
        "pk": story.case.documents.get(form_key="penalty-decision").pk,
        "document_id": story.case.documents.get(form_key="penalty-decision").pk,
        "code": story.case.documents.get(form_key="penalty-decision").verify_code,
        "decision_id": decision.pk,
        "statute_id": statute().pk,
        "proof_id": proof_of(story).pk,
        "upload": upload_of(story).pk,
        "file_id": BankFile.objects.create(
            name="x.csv", sha256="ab" * 32, uploaded_by=cast["杨兰"], uploaded_at=story.case.received_at
        ).pk,
    }
    ids["batch_id"] = batch_of(story).pk
    publication = prepare(decision)
    request = receive(number="x", wrong="x", contact="", on=story.case.received_at.date())
    ids["handover_id"] = CreditHandover.objects.create(
        made_on=request.received_on, made_by=cast["秦芳"], sha256="ab" * 32
    ).pk
    ids["figures_id"] = AnnualFigures.objects.create(
        year=2025,
        as_of="2025-12-31",
        figures=count(2025, NEW_YEARS_EVE),
        counted_by=cast["秦芳"],
        counted_on="2026-01-04",
    ).pk
    ids["run_id"] = run_review(
        make_report(NEW_YEARS_EVE, NEW_YEARS_EVE, None, now=story.case.received_at), officer=None
    ).pk
    ids |= inspected(cast)
    ids |= {"request_id": request.pk, "receipt": request.receipt}
    ids |= recorded(cast, story)
    return Objects(cast, story, ids | {"publication_id": publication.pk, "slug": publication.slug})


def inspected(cast: Cast) -> dict[str, int]:
    """One table of one result, waiting."""
    checked_on = date(2026, 9, 1)
    batch = InspectionBatch.objects.create(loaded_by=cast["秦芳"], loaded_on=checked_on, due_on=checked_on)
    result = batch.results.create(
        plan="临时", item="x", is_person=False, name="x", checked_on=checked_on, organ="x", inspectors="1、2",
        result="nothing_found", due_on=checked_on, public_until=checked_on,
    )  # fmt: skip
    return {"inspected_id": batch.pk, "result_id": result.pk}


def upload_of(story: Story) -> Upload:
    """On its way; its owner's alone."""
    now = story.case.received_at
    return Upload.objects.create(
        owner=story.cast["李明"], case=story.case, length=9, started_at=now, expires_at=now + timedelta(days=999)
    )


def with_file(evidence: Evidence) -> Evidence:
    evidence.sha256, evidence.content_type, evidence.size = "ab" * 32, "application/pdf", len(blank_page())
    evidence.file.save("x.pdf", ContentFile(blank_page()), save=False)
    stored = {"size": evidence.size, "content_type": evidence.content_type, "stored_at": evidence.case.received_at}
    evidence.stored = StoredFile.objects.create(
        sha256=evidence.sha256, file=evidence.file.name, preview=evidence.file.name, **stored
    )
    evidence.save()
    return evidence


def batch_of(story: Story) -> PrintBatch:
    """One paper, ready; a batch is its owner's alone."""
    paper = story.case.documents.get(form_key="penalty-decision")
    batch = start_batch(title="试打", documents=[paper], officer=story.cast["李明"], now=story.case.received_at)
    drain(limit=1000)
    return batch


def proof_of(story: Story) -> ServiceProof:
    paper = story.case.documents.get(form_key="penalty-decision")
    kept = ServiceProof(
        case=story.case, document=paper, title="邮件回执", sha256="cd" * 32, content_type="application/pdf",
        added_on=paper.issued_on, added_by=story.cast["李明"],
    )  # fmt: skip
    kept.file.save("x.pdf", ContentFile(blank_page()))
    return kept


@cache
def blank_page() -> bytes:
    page, document = BytesIO(), pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(page)
    document.close()
    return page.getvalue()


def recorded(cast: Cast, story: Story) -> dict[str, Any]:
    """A device with one recording, confirmed in the case; an import, a list; no file lies anywhere."""
    scene = story.case.inquiries.earliest("pk")
    device = add_device(number="ZF-01", kind="body", since=date(2026, 1, 5), by=cast["施康"])
    recording = Recording.objects.create(
        device=device, officer=cast["李明"], started_at=scene.started_at, ended_at=scene.ended_at, path="x.mp4",
        sha256="ab" * 32, size=1, uploaded_at=scene.ended_at, due_at=scene.started_at,
    )  # fmt: skip
    match = attach(story.case, recording, officer=cast["李明"], on=date(2026, 4, 9))
    asked = DockImport.objects.create(folder="dock1", asked_by=cast["施康"], asked_at=scene.ended_at)
    listed = Disposal.objects.create(proposed_by=cast["施康"], proposed_on=date(2026, 4, 9))
    return {
        "recording_id": recording.pk, "match_id": match.pk, "device_id": device.pk, "import_id": asked.pk,
        "disposal_id": listed.pk, "moment_key": f"inquiry-{scene.pk}",
    }  # fmt: skip


def statute() -> Any:
    text = "样例条例\n第一条　为了试验，制定本条例。\n第二条　本条例自发布之日起施行。\n"
    return load_statute(text.encode(), title="样例条例", in_force_from=date(2026, 1, 1), source="样例").statute
