"""What is this file? Its bytes are looked into, never its name."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any, BinaryIO

import pikepdf
import pypdfium2
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

MAX_PIXELS = 50_000_000
MAX_PDF_PAGES = 500
IMAGES = {"JPEG": "image/jpeg", "PNG": "image/png"}
BOUND = {"image/jpeg", "image/png", "application/pdf"}
"""What is bound into the dossier as it is, and so must open and be of moderate size."""
UNKNOWN = ("application/octet-stream", ".bin")
HEAD = 64 * 1024
READ = 1024 * 1024

Kind = tuple[str, str]
"""Content type and the suffix it is stored under."""
BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"ID3", ("audio/mpeg", ".mp3")),
    (b"\xff\xfb", ("audio/mpeg", ".mp3")),
    (b"\xff\xf3", ("audio/mpeg", ".mp3")),
    (b"\xff\xf2", ("audio/mpeg", ".mp3")),
    (b"#!AMR", ("audio/amr", ".amr")),
    (b"\x1a\x45\xdf\xa3", ("video/x-matroska", ".mkv")),
    (b"\x00\x00\x01\xba", ("video/mpeg", ".mpg")),
)
RIFF = {b"WAVE": ("audio/wav", ".wav"), b"AVI ": ("video/x-msvideo", ".avi")}
BRANDS = {b"qt  ": ("video/quicktime", ".mov"), b"M4A ": ("audio/mp4", ".m4a"), b"heic": ("image/heic", ".heic")}
OFFICE = {
    b"word/": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    b"xl/": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
}


@dataclass(frozen=True)
class Checked:
    sha256: str
    size: int
    content_type: str
    suffix: str

    @property
    def is_recording(self) -> bool:
        return self.content_type.startswith(("audio/", "video/"))

    @property
    def is_bound(self) -> bool:
        return self.content_type in BOUND


def look_into(stream: BinaryIO, size: int) -> Kind:
    """Its kind; what claims to be a picture or a PDF must open as one. Raises ValidationError in the person's language.

    Leaves the stream at its start.
    """
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    if head.startswith(b"%PDF-"):
        _check_size(size)
        _check_pdf(stream)
        found = ("application/pdf", ".pdf")
    elif head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        _check_size(size)
        found = _check_image(stream)
    else:
        found = _by_beginning(head)
    stream.seek(0)
    return found


def _by_beginning(head: bytes) -> Kind:
    if head[:4] == b"RIFF":
        return RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], ("video/mp4", ".mp4"))
    if head.startswith(b"PK\x03\x04"):
        # Only for its label: nothing is ever unpacked here.
        return next((kind for part, kind in OFFICE.items() if part in head), ("application/zip", ".zip"))
    return next((kind for start, kind in BEGINNINGS if head.startswith(start)), UNKNOWN)


def _check_size(size: int) -> None:
    if size > settings.EVIDENCE_MAX_BYTES:
        words = _("图片和 PDF 要装订进案卷，最大 %(limit)s；这个文件有 %(size)s。")
        limit = filesizeformat(settings.EVIDENCE_MAX_BYTES)
        raise ValidationError(words % {"size": filesizeformat(size), "limit": limit})


def _check_image(stream: BinaryIO) -> Kind:
    try:
        with Image.open(stream, formats=list(IMAGES)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise ValidationError(_("图片太大，超过 5000 万像素。"))
            found = str(image.format)
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(_("图片已损坏，打不开，重新拍摄或者选择。")) from None
    return IMAGES[found], ".jpg" if found == "JPEG" else ".png"


def _check_pdf(stream: BinaryIO) -> None:
    data = stream.read()
    try:
        document = pypdfium2.PdfDocument(data)
        # The dossier is bound with another library: what it cannot read must not enter the file.
        pikepdf.open(io.BytesIO(data)).close()
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        raise ValidationError(_("PDF 文件已损坏或者加了密码，打不开。")) from None
    pages = len(document)
    document.close()
    if not 0 < pages <= MAX_PDF_PAGES:
        raise ValidationError(_("PDF 文件应当有 1 至 %(limit)d 页。") % {"limit": MAX_PDF_PAGES})


def digest_of(opened: Any) -> str:
    """SHA-256 of an open file from where it stands, never in memory as a whole."""
    digest = hashlib.sha256()
    while piece := opened.read(READ):
        digest.update(piece)
    return digest.hexdigest()
