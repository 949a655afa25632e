"""Is this upload what it claims to be, and small enough to keep?"""

import base64
import hashlib
import io
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from files.contents import Checked, digest_of, look_into

__all__ = ["Checked", "Signature", "check_evidence_file", "check_kind", "check_signature"]


def check_evidence_file(upload: "UploadedFile[Any]", kind: str = "") -> Checked:
    """Look into the bytes, never at the name, within the limits of size; what may come in depends on the kind of evidence.

    Raises ValidationError in the person's language. Leaves the file at its start.
    """
    size = upload.size or 0
    if size == 0:
        raise ValidationError(_("这个文件是空的，重新选择。"))
    if size > settings.EVIDENCE_MAX_BYTES:
        limit = filesizeformat(settings.EVIDENCE_MAX_BYTES)
        raise ValidationError(_("文件有 %(size)s，最大 %(limit)s。") % {"size": filesizeformat(size), "limit": limit})
    stream: BinaryIO = upload.file  # type: ignore[assignment]
    content_type, suffix = look_into(stream, size)
    digest = digest_of(stream)
    stream.seek(0)
    checked = Checked(digest, size, content_type, suffix)
    check_kind(checked, kind)
    return checked


def check_kind(checked: Checked, kind: str) -> None:
    """Pictures and PDFs prove anything; recordings are evidence of two kinds; any other file is electronic data only."""
    if checked.is_bound or kind == ELECTRONIC:
        return
    if not checked.is_recording:
        raise ValidationError(_("只能上传 JPG、PNG 图片或者 PDF 文件；其他格式的文件只能作为电子数据。"))
    if kind != AUDIOVISUAL:
        raise ValidationError(_("只能上传 JPG、PNG 图片或者 PDF 文件；录音录像作为视听资料或者电子数据添加。"))


AUDIOVISUAL, ELECTRONIC = "audiovisual", "electronic"
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
