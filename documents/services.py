"""How does a paper move: drawn up, issued with number and hash, served, voided? Nothing else changes its state."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django_fsm import can_proceed

from documents import content as contents
from documents import readback
from documents.models import Document, DocumentState, NumberVoid, Outbox, paper_storage
from documents.numbering import next_number
from documents.outbox import enqueue, handles
from documents.registry import paper_form
from documents.rendering import PaperMeta, render_html, render_pdf, render_roll, template_version
from documents.signatures import sign
from documents.stored_signatures import signatures_on
from officers.models import Bureau, Officer

RENDER = "render-paper"


class WrongState(ValueError):
    """The paper does not stand where this step starts."""


class TamperedPaper(RuntimeError):
    """The stored bytes are not those that were issued."""


@transaction.atomic
def draw(
    *,
    case: Any,
    form_key: str,
    content: Any,
    officer: Officer,
    on: date,
    party: Any = None,
    subject_key: str = "",
) -> Document:
    """Create the draft of a paper, or refresh the one there is for case, form, party and subject.

    `case` and `party` are rows of cases.Case and cases.Party, which this app knows by name only.
    """
    if not isinstance(content, paper_form(form_key).schema):
        raise TypeError(f"{form_key} wants {paper_form(form_key).schema.__name__}, not {type(content).__name__}")
    document, _ = Document.objects.update_or_create(
        case=case,
        form_key=form_key,
        party=party,
        subject_key=subject_key,
        state=DocumentState.DRAFT,
        defaults={"content": contents.to_json(content), "drawn_by": officer, "drawn_on": on},
    )
    return document


@transaction.atomic
def issue(document: Document, *, officer: Officer, on: date, awaits_seal: bool = False, follows: str = "") -> Document:
    """Freeze the content, give the number of its series, and leave the printing to the worker. Raises WrongState.

    awaits_seal: the keeper of the seal places it later, and only then the paper is printed for good.
    follows: which entry of the record it comes after, printed in its foot.
    """
    document = _locked(document, Document.to_issued, "签发")
    document.to_issued()
    document.issued_on = on
    document.content_sha256 = contents.digest(document.content)
    document.template_version = template_version(document.form_key)
    document.verify_code = secrets.token_urlsafe(16)  # 128 bits: nobody guesses another party's paper
    if series := document.form.rule.series:
        number = next_number(series, on.year, Bureau.objects.get().number_prefix)
        document.series, document.year, document.number_seq = number.series, number.year, number.seq
        document.number = number.text
    document.awaits_seal, document.follows = awaits_seal, follows
    document.save()
    if not awaits_seal:
        enqueue(RENDER, {"document": document.pk})
    return document


@transaction.atomic
def seal(document: Document) -> None:
    """The keeper has placed the seal: from now on the paper is whole, and the worker archives it."""
    Document.objects.filter(pk=document.pk, awaits_seal=True).update(awaits_seal=False)
    enqueue(RENDER, {"document": document.pk})


@transaction.atomic
def mark_served(document: Document, *, on: date) -> Document:
    document = _locked(document, Document.to_served, "送达")
    document.to_served()
    document.served_on = on
    document.save()
    return document


@transaction.atomic
def void(document: Document, *, officer: Officer, on: date, reason: str) -> Document:
    """Take a paper out of use; its number goes into the register of void numbers and is never given again."""
    if not reason.strip():
        raise ValueError("作废文书必须写明理由。")
    document = _locked(document, Document.to_voided, "作废")
    document.to_voided()
    document.voided_on, document.void_reason = on, reason.strip()
    document.save()
    if document.number:
        NumberVoid.objects.create(
            document=document, number=document.number, reason=reason.strip(), voided_by=officer, voided_on=on
        )
    return document


def pdf_of(document: Document) -> bytes:
    """The paper's bytes: as archived, or printed now when it is a draft or the worker has not come to it yet.

    Writes nothing. Raises TamperedPaper, MissingGlyph, PaperDiffers.
    """
    if not document.pdf:
        return _print(document)
    with document.pdf.open("rb") as stored:
        data: bytes = stored.read()
    if hashlib.sha256(data).hexdigest() != document.pdf_sha256:
        raise TamperedPaper(f"文书 {document} 的存档文件与签发时不一致。")
    return data


def roll_of(document: Document) -> bytes:
    """The frozen content once more, laid out for a roll printer; not archived: A4 is the paper of the file."""
    if document.issued_on and contents.digest(document.content) != document.content_sha256:
        raise TamperedPaper(f"文书 {document} 的内容与签发时不一致。")
    return render_roll(document.form_key, content_of(document), meta=meta_of(document))


def archive(document: Document) -> None:
    """Print an issued paper, sign it if it bears the seal, and keep the bytes; a second worker finds the work done.

    A paper that does not say what its content says is not kept: raises PaperDiffers.
    """
    data = _print(document)
    if document.form.rule.sealed:
        data = sign(data, reason=document.title)
    digest = hashlib.sha256(data).hexdigest()
    name, kept = f"papers/{digest}.pdf", paper_storage()
    if not kept.exists(name):
        name = kept.save(name, ContentFile(data))
    mine = Document.objects.filter(pk=document.pk, pdf="").update(pdf=name, pdf_sha256=digest)
    # The other one was first? Its signature, and so its bytes, may differ: only what was archived is kept.
    if not mine and not Document.objects.filter(pdf=name).exists():
        kept.delete(name)
    document.refresh_from_db(fields=["pdf", "pdf_sha256"])


def html_of(document: Document, *, stylesheets: tuple[str, ...]) -> str:
    return render_html(document.form_key, content_of(document), meta=meta_of(document), stylesheets=stylesheets)


def content_of(document: Document) -> Any:
    return contents.from_json(document.form_key, document.content)


def meta_of(document: Document) -> PaperMeta:
    """A paper that was issued prints the same for ever, also after it was voided."""
    if document.issued_on is None:
        return PaperMeta(
            mark="试打稿，未签发",
            number="（签发时编号）" if document.form.rule.series else "",
            signatures=signatures_on(document),
        )
    return PaperMeta(
        mark="待用印" if document.awaits_seal else "",
        number=document.number,
        verify_url=f"{settings.PUBLIC_BASE_URL}/public/verify/{document.verify_code}",
        sealed=document.form.rule.sealed and not document.awaits_seal,
        follows=in_groups(document.follows),
        signatures=signatures_on(document),
    )


def in_groups(digits: str) -> str:
    """For eyes and fingers: four and four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@handles(RENDER)
def render_paper(payload: Mapping[str, Any]) -> None:
    document = Document.objects.get(pk=payload["document"])
    if not document.pdf and not document.awaits_seal:
        archive(document)


def print_failures(documents: Iterable[int]) -> dict[int, str]:
    """Why these papers could not be printed so far, by their ids; nothing of those that wait their turn."""
    wanted = set(documents)
    failed = Outbox.objects.filter(kind=RENDER, done_at=None).exclude(last_error="") if wanted else ()
    return {
        one.payload["document"]: one.last_error.partition(": ")[2]
        for one in failed
        if one.payload.get("document") in wanted
    }


def _print(document: Document) -> bytes:
    if document.issued_on and contents.digest(document.content) != document.content_sha256:
        raise TamperedPaper(f"文书 {document} 的内容与签发时不一致。")
    content = content_of(document)
    data = render_pdf(document.form_key, content, meta=meta_of(document))
    if document.issued_on:
        signed = {readback.squeeze(name) for name, _picture in signatures_on(document)}
        readback.check(document.form_key, content, number=document.number, pdf=data, drawn=signed)
    return data


def _locked(document: Document, step: Any, name: str) -> Document:
    """The row as it stands now, kept from others until the commit."""
    fresh = Document.objects.select_for_update().get(pk=document.pk)
    if not can_proceed(step.__get__(fresh)):
        raise WrongState(f"文书《{fresh.title}》现为“{fresh.status.label}”，不能{name}。")
    return fresh
