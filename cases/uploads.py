"""Is this upload what it claims to be, and small enough to keep?"""

import base64
import hashlib
import io
from dataclasses import dataclass
from typing import Any, BinaryIO

import pikepdf
import pypdfium2
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

MAX_PIXELS = 50_000_000
MAX_PDF_PAGES = 500
IMAGES = {"JPEG": "image/jpeg", "PNG": "image/png"}


@dataclass(frozen=True)
class Checked:
    sha256: str
    size: int
    content_type: str
    suffix: str


def check_evidence_file(upload: "UploadedFile[Any]") -> Checked:
    """Look into the bytes, never at the name: JPEG, PNG or PDF, within the limits of size and pixels.

    Raises ValidationError in the person's language. Leaves the file at its start.
    """
    size = upload.size or 0
    if size == 0:
        raise ValidationError(_("这个文件是空的，重新选择。"))
    if size > settings.EVIDENCE_MAX_BYTES:
        limit = filesizeformat(settings.EVIDENCE_MAX_BYTES)
        raise ValidationError(_("文件有 %(size)s，最大 %(limit)s。") % {"size": filesizeformat(size), "limit": limit})
    stream: BinaryIO = upload.file  # type: ignore[assignment]
    content_type, suffix = _look_into(stream)
    return Checked(_sha256(upload), size, content_type, suffix)


def _look_into(stream: BinaryIO) -> tuple[str, str]:
    stream.seek(0)
    magic = stream.read(8)
    stream.seek(0)
    if magic.startswith(b"%PDF-"):
        _check_pdf(stream)
        return "application/pdf", ".pdf"
    if magic.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _check_image(stream)
    raise ValidationError(_("只能上传 JPG、PNG 图片或者 PDF 文件。"))


def _check_image(stream: BinaryIO) -> tuple[str, str]:
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


def _sha256(upload: "UploadedFile[Any]") -> str:
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


MAX_SIGNATURE_BYTES = 200_000
MAX_SIGNATURE_SIDE = 2_000
SIGNATURE_BOX = (600, 200)
PNG_URI = "data:image/png;base64,"


@dataclass(frozen=True)
class Signature:
    """A drawn signature as it is kept: redrawn by us, so that nothing but its strokes came in."""

    file: "ContentFile[bytes]"
    sha256: str


def check_signature(data_uri: str) -> Signature:
    """A PNG of moderate size with strokes on it. Raises ValidationError in the person's language."""
    if not data_uri.startswith(PNG_URI) or len(data_uri) > MAX_SIGNATURE_BYTES * 4 // 3:
        raise ValidationError(_("签名图像打不开，请重新签名。"))
    try:
        data = base64.b64decode(data_uri.removeprefix(PNG_URI), validate=True)
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if max(image.size) > MAX_SIGNATURE_SIDE:
                raise ValidationError(_("签名图像太大，请重新签名。"))
            drawn = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(_("签名图像打不开，请重新签名。")) from None
    sheet = Image.new("RGBA", drawn.size, "white")
    sheet.alpha_composite(drawn)
    strokes = sheet.convert("L")
    if strokes.getextrema()[0] == strokes.getextrema()[1]:
        raise ValidationError(_("签名是空白的，请当事人签名。"))
    strokes.thumbnail(SIGNATURE_BOX)
    kept = io.BytesIO()
    strokes.save(kept, "PNG", optimize=True)
    digest = hashlib.sha256(kept.getvalue()).hexdigest()
    return Signature(ContentFile(kept.getvalue(), name=f"{digest}.png"), digest)
