"""How does a test look for a hidden string, without asking the product's own matching?"""

import re
import unicodedata

DASHES = re.compile(r"[-‐‑–—·•]")


def bare(text: str) -> str:
    """Half-width, small letters, without spaces, line breaks, invisible characters and dashes."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    return DASHES.sub("", re.sub(r"[\s​‌‍⁠﻿]", "", flat))


def spaced(text: str) -> str:
    return " ".join(text)


def broken(text: str) -> str:
    middle = len(text) // 2
    return f"{text[:middle]}\n{text[middle:]}"


def wide(text: str) -> str:
    """Full-width where there is such a form."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def invisible(text: str) -> str:
    return "​".join(text)


VARIANTS = (str, spaced, broken, wide, invisible)
