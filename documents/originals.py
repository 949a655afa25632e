"""What is bound into a dossier for an original that no printed page can show: a recording, a spreadsheet, a text?

A sheet that says what it is, how it is known again and where it is kept, with a small picture where one can be had.
The original itself stays in the store, and travels with the bundle for the court.
"""

import base64
import io
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from django.template.loader import render_to_string
from PIL import Image, ImageOps, UnidentifiedImageError

from documents.rendering import pdf_from_html

BOUND_AS_IT_IS = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG")
HEAD = 16
"""So many first bytes tell what may be bound as it is."""
PICTURES = ("WEBP", "GIF", "TIFF", "BMP")
"""What Pillow reads of itself; HEIC wants a library of its own and gets no picture."""
LARGEST_PICTURE = 64 * 1024 * 1024
MAX_PIXELS = 50_000_000
SMALL = (1200, 900)
NAMES = {
    ".docx": "Word 文档",
    ".doc": "Word 文档",
    ".xlsx": "Excel 表格",
    ".xls": "Excel 表格",
    ".txt": "文本文件",
    ".csv": "文本表格",
    ".heic": "HEIC 图片",
    ".webp": "WebP 图片",
    ".gif": "GIF 图片",
    ".tif": "TIFF 图片",
    ".tiff": "TIFF 图片",
    ".bmp": "BMP 图片",
    ".mp4": "MP4 录像",
    ".mov": "MOV 录像",
    ".avi": "AVI 录像",
    ".mkv": "MKV 录像",
    ".mpg": "MPEG 录像",
    ".mp3": "MP3 录音",
    ".amr": "AMR 录音",
    ".wav": "WAV 录音",
    ".m4a": "M4A 录音",
}


@dataclass(frozen=True)
class Original:
    """A kept file, as its sheet tells of it."""

    title: str
    file: Any
    """As Django stores it: a name, and open()."""
    size: int
    sha256: str
    kind: str = ""
    """Of evidence, as 行政处罚法 46 names it."""
    source: str = ""
    proves: str = ""
    responsible: str = ""
    on: date | None = None

    @property
    def file_kind(self) -> str:
        suffix = PurePosixPath(self.file.name).suffix.lower()
        return f"{NAMES.get(suffix, '其他文件')}（{suffix or '无扩展名'}）"

    def pages(self) -> bytes:
        """Its own bytes where they can be bound, otherwise its sheet. A recording is never read as a whole."""
        with self.file.open("rb") as opened:
            if not opened.read(HEAD).startswith(BOUND_AS_IT_IS):
                return self.sheet()
            opened.seek(0)
            data: bytes = opened.read()
        return data

    def sheet(self) -> bytes:
        picture = self.picture()
        return pdf_from_html(
            render_to_string("documents/original-sheet.html", {"original": self, "picture": picture}), picture
        )

    def picture(self) -> str:
        """A small one as a data URI, or nothing: the sheet is never stopped by a file that cannot be shown."""
        if self.size > LARGEST_PICTURE:
            return ""
        written = io.BytesIO()
        try:
            with self.file.open("rb") as opened, Image.open(opened, formats=PICTURES) as image:
                if image.width * image.height > MAX_PIXELS:
                    return ""
                shown = ImageOps.exif_transpose(image).convert("RGBA")
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return ""
        shown.thumbnail(SMALL)
        flat = Image.new("RGB", shown.size, "white")
        flat.paste(shown, mask=shown.getchannel("A"))
        flat.save(written, "JPEG", quality=85)
        return f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"
