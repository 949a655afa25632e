"""What runs in the process that looks at a picture or a PDF? It locks itself in, reads the file from its pipe, answers, ends.

Started by files/previews.py and never by hand: python -m files.preview_child MEGABYTES WALL CPU TYPE
The answer: one line of JSON with what the picture says of itself, then a small JPEG.
"""

import io
import json
import math
import sys
from datetime import datetime
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from documents.confinement import FORBIDDEN, confine, limit_memory, start_clocks

SMALL = (1200, 1200)
MAX_PIXELS = 50_000_000
TAKEN, OFFSET, INNER, PLACE = 0x9003, 0x9011, 0x8769, 0x8825
MAKE, MODEL = 0x010F, 0x0110
SHOWN = 60
"""Characters of a text that a camera wrote."""
UNREADABLE = (ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError)


def main(megabytes: int, wall: float, cpu: float, content_type: str) -> None:
    Image.init()  # whatever is loaded late is loaded now
    small_jpeg(Image.new("RGB", (2, 2)))
    limit_memory(megabytes)
    # PDFium is reached by ctypes; all else that no picture needs stays forbidden.
    confine((), tuple(one for one in FORBIDDEN if one != "ctypes."))
    start_clocks(wall, cpu)
    data = sys.stdin.buffer.read()
    said: dict[str, Any] = {}
    if content_type == "application/pdf":
        picture = first_page(data)
    else:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as image:
            if image.width * image.height > MAX_PIXELS:
                sys.exit(3)
            said = told(image)
            image.draft("RGB", SMALL)
            picture = small_jpeg(ImageOps.exif_transpose(image))
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + picture)


def first_page(data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(data)
    width, height = document[0].get_size()
    scale = min(SMALL[0] / max(width, 1), SMALL[1] / max(height, 1), 2)
    return small_jpeg(document[0].render(scale=scale).to_pil())


def small_jpeg(image: Image.Image) -> bytes:
    shown = image.convert("RGBA")
    shown.thumbnail(SMALL)
    flat = Image.new("RGB", shown.size, "white")
    flat.paste(shown, mask=shown.getchannel("A"))
    written = io.BytesIO()
    flat.save(written, "JPEG", quality=80)
    return written.getvalue()


def told(image: Image.Image) -> dict[str, Any]:
    """What the camera wrote into the picture (EXIF); what makes no sense is left out."""
    try:
        exif = image.getexif()
        inner, place = exif.get_ifd(INNER), exif.get_ifd(PLACE)
    except UNREADABLE:
        return {}
    found = {
        "taken_at": moment(inner.get(TAKEN)),
        "offset": text(inner.get(OFFSET))[:6],
        "latitude": degrees(place.get(2), place.get(1), 90),
        "longitude": degrees(place.get(4), place.get(3), 180),
        "camera": " ".join(filter(None, [text(exif.get(MAKE)), text(exif.get(MODEL))])),
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def text(value: Any) -> str:
    return "".join(one for one in value if one.isprintable()).strip()[:SHOWN] if isinstance(value, str) else ""


def moment(value: Any) -> str:
    try:
        return datetime.strptime(text(value), "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return ""


def degrees(value: Any, side: Any, most: int) -> float | None:
    """Decimal degrees out of degrees, minutes and seconds; south and west are negative."""
    try:
        whole, minutes, seconds = (float(one) for one in value)
    except UNREADABLE:
        return None
    found = whole + minutes / 60 + seconds / 3600
    if not math.isfinite(found) or not 0 <= found <= most:
        return None
    return round(-found if text(side) in ("S", "W") else found, 6)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), sys.argv[4])
