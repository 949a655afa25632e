"""How does an officer keep the own signature, and how does it come onto a paper: by which act, whose will, and where?"""

import base64
import binascii
import hashlib
import io
import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.template.loader import get_template
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from documents.models import AppliedSignature, Document, StoredSignature
from documents.registry import paper_form
from officers.models import Officer

DRAWN = "data:image/png;base64,"
FORMATS = ("PNG", "JPEG")
MAX_PIXELS = 20_000_000
MAX_SIZE = (900, 300)
INK = 140
"""Darker than this is stroke, lighter is paper (0 to 255)."""
FEWEST_DOTS = 40

INCLUDED = re.compile(r'{%\s*(?:include|extends)\s+"([^"]+)"')
SIGNED_BY_PARTIES = frozenset({"service-address-confirmation"})


# --- keeping it ------------------------------------------------------------------------------------
def current_signature(officer: Officer) -> StoredSignature | None:
    return StoredSignature.objects.filter(officer=officer, ended_at=None).first()


@transaction.atomic
def keep_signature(officer: Officer, data: bytes, *, at: datetime) -> StoredSignature:
    """Put this picture in the place of the one kept so far. Raises ValidationError in the person's language."""
    image = strokes(data)
    end_signature(officer, at=at)
    digest = hashlib.sha256(image).hexdigest()
    return StoredSignature.objects.create(officer=officer, image=image, sha256=digest, kept_at=at)


def end_signature(officer: Officer, *, at: datetime) -> None:
    StoredSignature.objects.filter(officer=officer, ended_at=None).update(ended_at=at)


def drawn_bytes(drawn: str) -> bytes:
    """What a canvas hands over. Raises ValidationError."""
    try:
        return base64.b64decode(drawn.removeprefix(DRAWN), validate=True)
    except (binascii.Error, ValueError):
        raise ValidationError(_("签名图片已损坏，重新签一次。")) from None


def strokes(data: bytes) -> bytes:
    """Black strokes on nothing, cut to size, as PNG: no colours, no metadata, no paper. Raises ValidationError."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as given:
            if given.width * given.height > MAX_PIXELS:
                raise ValidationError(_("图片太大，超过 2000 万像素。"))
            flat = Image.new("RGBA", given.size, "white")
            flat.alpha_composite(given.convert("RGBA"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise ValidationError(_("图片已损坏或者不是 PNG、JPG，重新选择。")) from None
    grey = ImageOps.exif_transpose(flat).convert("L")
    ink = grey.point([255 if shade < INK else 0 for shade in range(256)])
    box = ink.getbbox()
    if box is None or ink.histogram()[255] < FEWEST_DOTS:
        raise ValidationError(_("图片上看不到签名，用深色笔迹重新签一次。"))
    mask = ink.crop(box)
    mask.thumbnail(MAX_SIZE)
    only = Image.new("RGBA", mask.size, (0, 0, 0, 0))
    only.paste((0, 0, 0, 255), mask=mask)
    written = io.BytesIO()
    only.save(written, "PNG")
    return written.getvalue()


def data_uri(signature: StoredSignature) -> str:
    return DRAWN + base64.b64encode(bytes(signature.image)).decode()


# --- putting it on a paper -------------------------------------------------------------------------
def asks_for_signature(form_keys: Iterable[str]) -> bool:
    """Is there a place on one of these forms where an officer signs?"""
    return any(key not in SIGNED_BY_PARTIES and _has_place(paper_form(key).template) for key in form_keys)


@cache
def _has_place(template: str) -> bool:
    source: str = get_template(template).template.source  # type: ignore[attr-defined]
    return 'class="sign"' in source or any(_has_place(one) for one in INCLUDED.findall(source))


def apply_signature(
    signature: StoredSignature, papers: Iterable[Document], *, act: str, at: datetime
) -> list[Document]:
    """Put it on those of an act's papers that have a place for its owner; the answer is the papers that now bear it."""
    signed = []
    for paper in papers:
        if not asks_for_signature([paper.form_key]):
            continue
        withdraw_signature(signature.officer, [paper], at=at)
        AppliedSignature.objects.create(document=paper, signature=signature, act=act, applied_at=at)
        signed.append(paper)
    return signed


def withdraw_signature(officer: Officer, papers: Iterable[Document], *, at: datetime) -> None:
    """A paper drawn again by its signer bears no signature until it is signed again."""
    mine = Q(document__in=list(papers), signature__officer=officer, withdrawn_at=None)
    AppliedSignature.objects.filter(mine).update(withdrawn_at=at)


def signatures_on(document: Document) -> tuple[tuple[str, str], ...]:
    """(name of the signer, picture), in the order they signed."""
    applied = document.applied_signatures.filter(withdrawn_at=None).select_related("signature__officer")
    return tuple((one.signature.officer.name, data_uri(one.signature)) for one in applied)
