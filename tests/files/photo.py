"""Pictures as cameras write them."""

import io

from PIL import Image


def photo(
    taken: str = "2026:04:09 09:40:00", *, offset: str = "+08:00", place: bool = True, colour: str = "red"
) -> bytes:
    """A JPEG with the moment, place and device in it; no moment: it says nothing of itself."""
    image, data = Image.new("RGB", (400, 300), colour), io.BytesIO()
    exif = image.getexif()
    if taken:
        exif[0x0110] = "DSJ-4G"
        exif.get_ifd(0x8769).update({0x9003: taken, 0x9011: offset})
        if place:
            exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 36.0, 0.0), 3: "W", 4: (109.0, 48.0, 36.0)})
    image.save(data, "JPEG", exif=exif)
    return data.getvalue()
