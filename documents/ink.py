"""Where on a paper does the picture of a signature stand instead of a typed name?"""

import re
from collections.abc import Iterable

from django.utils.html import escape

PLACE = r'(<p class="sign">[^<]*<span class="(?:who )?ink">){name}(</span>)'
"""Where a person signs on a paper: see documents/parts/sign.html and the forms with lines like it."""


def with_signatures(html: str, signatures: Iterable[tuple[str, str]]) -> str:
    """The pictures in the places of their owners; a name stands there no longer in letters."""
    for name, picture in signatures:
        written = str(escape(name))

        def drawn(place: re.Match[str], image: str = f'<img class="stored" src="{picture}" alt="{written}">') -> str:
            return place[1] + image + place[2]

        html = re.sub(PLACE.format(name=re.escape(written)), drawn, html)
    return html
