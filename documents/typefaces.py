"""Which typefaces may a paper use, and which characters can they print?"""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from xml.sax.saxutils import escape

from django.conf import settings
from fontTools.ttLib import TTFont

SHIPPED = Path(__file__).resolve().parent / "fonts"
SUFFIXES = (".otf", ".ttf")
NEEDED = frozenset(
    {"latin", "FandolFang-Regular", "FandolKai-Regular", "kai-fallback", "song-regular", "song-bold", "hei-medium"}
)

# A role of the stylesheet, then who may play it: a bureau's own licensed face first, ours last.
ROLES = {
    "Paper Latin": ("Bureau Latin",),
    "Paper FangSong": ("方正仿宋_GBK", "仿宋_GB2312", "FangSong_GB2312", "FandolFang"),
    "Paper Kai": ("方正楷体_GBK", "楷体_GB2312", "KaiTi_GB2312", "FandolKai"),
    "Paper Kai Rare": ("Bureau Kai Fallback",),
    "Paper Song": ("Bureau Song",),
    "Paper Title": ("方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05", "Bureau Song Heavy"),
    "Paper Hei": ("Bureau Hei",),
}


def font_folders() -> list[Path]:
    own = Path(settings.DOCUMENT_FONT_DIR)
    return [SHIPPED] if own.resolve() == SHIPPED else [own, SHIPPED]


def font_files() -> list[Path]:
    return [path for folder in font_folders() for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES]


@cache
def printable() -> frozenset[int]:
    """Code points that at least one of our faces can draw."""
    covered: set[int] = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            covered.update(font.getBestCmap())
    return frozenset(covered)


def missing(text: Iterable[str]) -> str:
    """The characters no face can draw, each once, in code point order."""
    wanted = {character for character in set(text) if not character.isspace()}
    return "".join(sorted(character for character in wanted if ord(character) not in printable()))


@cache
def use_private_fontconfig() -> Path:
    """Point fontconfig at our folders only: no system font can slip into a paper, and look-up is faster."""
    target = Path(settings.VAR_DIR) / "fontconfig"
    target.mkdir(parents=True, exist_ok=True)
    folders = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in font_folders())
    aliases = "".join(
        f'<alias binding="same"><family>{role}</family><prefer>'
        + "".join(f"<family>{face}</family>" for face in faces)
        + "</prefer></alias>"
        for role, faces in ROLES.items()
    )
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"{folders}<cachedir>{escape(str(target / 'cache'))}</cachedir>{aliases}</fontconfig>"
    )
    path = target / "fonts.conf"
    if not path.exists() or path.read_text() != text:
        # A name of its own for each writer, threads of one process included; the replacement is atomic.
        with NamedTemporaryFile("w", dir=target, prefix="fonts.conf.", delete=False) as draft:
            draft.write(text)
        os.replace(draft.name, path)
    os.environ["FONTCONFIG_FILE"] = str(path)
    return path
