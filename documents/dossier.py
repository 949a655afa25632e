"""How do the papers of a case become one bound dossier: covers, contents, page numbers, bookmarks?"""

import base64
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pikepdf
from django.template.loader import render_to_string

from documents.forms.closing import BackSheet, DossierContents, DossierCover
from documents.forms.parts import ContentsRow
from documents.models import Document
from documents.page_stamps import stamp_pages
from documents.rendering import PaperMeta, pdf_from_html, render_pdf
from documents.services import content_of, pdf_of
from documents.sharing import share_equal_streams

BINDING = ("dossier-cover", "dossier-contents", "back-sheet")
SIGNED = "电子签名见原件"
SIGNED_NOTE = "第{numbers}件有电子签名。合并成卷后签名不再有效，以单独保存的签名原件为准。"
VOLUMES = {"main": "正卷", "secondary": "副卷"}
AFTER_EVIDENCE_LIST = 95
"""Where a sheet of evidence stands among the orders of law/data/forms.toml."""


class EmptyDossier(LookupError):
    """Nothing of the case has been issued yet."""


class UnknownFileKind(ValueError):
    """An extra part is neither PDF nor JPEG nor PNG."""


@dataclass(frozen=True)
class Part:
    """One piece between the covers; `data` is PDF, JPEG or PNG."""

    title: str
    data: bytes
    number: str = ""
    responsible: str = ""
    on: date | None = None
    order: int = AFTER_EVIDENCE_LIST
    volume: str = "main"
    document: int = 0
    """The id of the paper that this is."""
    behind: int = 0
    """The id of the paper behind which it is bound, whatever its order: a receipt behind what was served."""
    key: str = ""
    """By which its owner finds it again among the bound."""

    @property
    def is_image(self) -> bool:
        return self.data.startswith((b"\xff\xd8\xff", b"\x89PNG"))

    def pdf(self) -> bytes:
        if self.data.startswith(b"%PDF"):
            return self.data
        if not self.is_image:
            raise UnknownFileKind(f"{self.title}：只能装入 PDF、JPEG 或 PNG。")
        kind = "jpeg" if self.data.startswith(b"\xff") else "png"
        image = f"data:image/{kind};base64,{base64.b64encode(self.data).decode()}"
        return pdf_from_html(render_to_string("documents/evidence-sheet.html", {"part": self, "image": image}), image)

    def opened(self) -> pikepdf.Pdf:
        """Raises UnknownFileKind, naming the part, when the file cannot be read."""
        try:
            return pikepdf.open(io.BytesIO(self.pdf()))
        except pikepdf.PdfError as broken:
            raise UnknownFileKind(f"{self.title}：文件已损坏，不能装入卷宗。") from broken


@dataclass(frozen=True)
class Bound:
    """A dossier, and what lies where in it."""

    data: bytes
    parts: tuple[tuple[Part, ContentsRow], ...]
    """In order, each with its line of the contents."""


def dossier_pdf(case_id: int, **how: Any) -> bytes:
    """As bind_dossier; its bytes alone."""
    return bind_dossier(case_id, **how).data


def bind_dossier(
    case_id: int,
    *,
    extras: Sequence[Part] = (),
    cover: DossierCover | None = None,
    volume: str = "",
    behind: Mapping[int, int] | None = None,
) -> Bound:
    """All issued papers of a case, in the order of the dossier; equal papers give equal bytes.

    volume: main or secondary alone; empty: both. behind: for a paper's id the id of the paper it is bound behind.
    Raises EmptyDossier, also for a volume that has nothing in it.
    """
    documents = bound_papers(case_id)
    parts = in_order([*_papers(documents, behind or {}), *extras])
    wanted = [name for name in VOLUMES if volume in ("", name)]
    if not any(part.volume in wanted for part in parts):
        raise EmptyDossier("案件没有已签发的文书，不能成卷。")
    cover = cover or cover_of(case_id, documents)
    listed: list[tuple[Part, ContentsRow]] = []
    with pikepdf.new() as bound:
        bound.Root.Lang = pikepdf.String("zh-CN")
        bound.docinfo["/Title"] = pikepdf.String(cover.title or cover.case_number)
        for name in wanted:
            if chosen := [part for part in parts if part.volume == name]:
                listed += zip(chosen, bind_volume(bound, VOLUMES[name], chosen, cover), strict=True)
        share_equal_streams(bound)
        target = io.BytesIO()
        bound.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Bound(target.getvalue(), tuple(listed))


def bound_papers(case_id: int) -> list[Document]:
    """The issued papers that go into a volume; covers are made when it is bound, the archive keeps its own papers."""
    found = Document.objects.final().filter(case=case_id).exclude(form_key__in=BINDING)
    return [one for one in found if one.form.rule.volume in VOLUMES]


def in_order(parts: Sequence[Part]) -> list[Part]:
    """By the order of law/data/forms.toml; what belongs behind a paper directly behind it and in its volume."""
    papers = {part.document: part for part in parts if part.document}
    followers: dict[int, list[Part]] = {}
    leading = []
    for part in parts:
        leader = papers.get(part.behind)
        if leader is None:
            leading.append(part)
        else:
            followers.setdefault(leader.document, []).append(replace(part, volume=leader.volume))
    ordered = []
    for part in sorted(leading, key=lambda one: one.order):
        ordered += [part, *(followers.get(part.document, []) if part.document else [])]
    return ordered


def cover_of(case_id: int, documents: Sequence[Document]) -> DossierCover:
    """The cover as drawn up, or else what the papers themselves say."""
    drawn = Document.objects.live().filter(case=case_id, form_key="dossier-cover").last()
    if drawn:
        cover: DossierCover = content_of(drawn)
        return cover
    contents = {document.form_key: content_of(document) for document in documents}
    filing, decision = contents.get("filing-form"), contents.get("penalty-decision")
    any_content = filing or decision or next(iter(contents.values()), None)
    bureau = decision.letterhead.bureau if decision else ""
    parties = tuple(party.name for party in filing.parties) if filing else ()
    cause = filing.cause if filing else ""
    return DossierCover(
        case_number=any_content.case_number if any_content else "",
        bureau=bureau,
        title=f"{'、'.join(parties)}{cause}",
        cause=cause,
        parties=parties,
        result=decision.penalty if decision else "",
        filed_on=filing.head.on if filing else None,
    )


def bind_volume(bound: pikepdf.Pdf, volume: str, parts: Sequence[Part], cover: DossierCover) -> tuple[ContentsRow, ...]:
    """Append one volume; its papers are numbered from 1, cover, contents and back sheet are not. Returns its contents."""
    opened = [part.opened() for part in parts]
    signed = [is_signed(pdf) for pdf in opened]
    rows = tuple(_rows(parts, [len(pdf.pages) for pdf in opened], signed))
    total = sum(len(pdf.pages) for pdf in opened)
    cover = replace(cover, volume=volume, items=len(parts), pages=total)
    contents = DossierContents(case_number=cover.case_number, volume=volume, rows=rows)
    photos = sum(part.is_image for part in parts)
    numbers = "、".join(str(number) for number, one in enumerate(signed, start=1) if one)
    back = BackSheet(
        case_number=cover.case_number,
        volume=volume,
        pages=total,
        text_pages=total - photos,
        photos=photos,
        note=SIGNED_NOTE.format(numbers=numbers) if numbers else "",
    )
    marks = [_append(bound, "封面", _binding("dossier-cover", cover))]
    marks.append(_append(bound, "卷内目录", _binding("dossier-contents", contents)))
    first = len(bound.pages)
    for pdf, with_signature in zip(opened, signed, strict=True):
        if with_signature:
            # The seal stays visible; a form field that claims a signature would be a false one.
            pdf.flatten_annotations("all")
    marks += [_append(bound, row.title, pdf) for row, pdf in zip(rows, opened, strict=True)]
    stamp_pages(bound, first, total)
    marks.append(_append(bound, "备考表", _binding("back-sheet", back)))
    with bound.open_outline() as outline:
        top = pikepdf.OutlineItem(volume, marks[0][1])
        top.children.extend(pikepdf.OutlineItem(title, page) for title, page in marks)
        outline.root.append(top)
    return rows


def _papers(documents: Sequence[Document], behind: Mapping[int, int]) -> Iterator[Part]:
    for document in sorted(documents, key=lambda one: (one.issued_on, one.pk)):
        rule = document.form.rule
        content = content_of(document)
        letterhead = getattr(content, "letterhead", None)
        yield Part(
            title=rule.title,
            data=pdf_of(document),
            number=document.number,
            responsible=letterhead.bureau if letterhead else document.drawn_by.name,
            on=document.issued_on,
            order=rule.order,
            volume=rule.volume,
            document=document.pk,
            behind=behind.get(document.pk, 0),
        )


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """A digital signature covers the bytes of its own file; joined with others it says nothing any more."""
    form = pdf.Root.get("/AcroForm")
    return isinstance(form, pikepdf.Dictionary) and bool(int(form.get("/SigFlags", 0)) & 1)


def _rows(parts: Sequence[Part], lengths: Sequence[int], signed: Sequence[bool]) -> Iterator[ContentsRow]:
    page = 1
    for number, (part, length, with_signature) in enumerate(zip(parts, lengths, signed, strict=True), start=1):
        pages = str(page) if length == 1 else f"{page}-{page + length - 1}"
        yield ContentsRow(
            number=number,
            title=part.title,
            document_number=part.number,
            responsible=part.responsible,
            on=part.on,
            pages=pages,
            remarks=SIGNED if with_signature else "",
        )
        page += length


def _binding(form_key: str, content: DossierCover | DossierContents | BackSheet) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(form_key, content, meta=PaperMeta())))


def _append(bound: pikepdf.Pdf, title: str, pdf: pikepdf.Pdf) -> tuple[str, int]:
    page = len(bound.pages)
    bound.pages.extend(pdf.pages)
    return title, page
