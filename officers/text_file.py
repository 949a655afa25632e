"""What text is in a file that somebody saved from a spreadsheet, a bank's program or a device?"""

ENCODINGS = ("utf-8-sig", "gb18030")
"""Tried in this order: nearly any bytes are GB 18030, hardly any are UTF-8 by accident."""


def text_of(data: bytes) -> str | None:
    """Without a mark at its beginning; None where it is no text."""
    if b"\x00" in data:
        return None
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
