"""Does a paper say these words, as it is printed?"""

import re

from django.utils.html import strip_tags

from documents.models import Document
from documents.readback import squeeze, visible
from documents.services import html_of

UNPRINTED = re.compile(r"<(style|title|script)\b.*?</\1>", re.DOTALL)


def says(paper: Document, words: str) -> bool:
    """Spaces and line breaks aside, which a copy out of a paper seldom keeps."""
    return squeeze(visible(words)) in squeeze(strip_tags(UNPRINTED.sub("", html_of(paper, stylesheets=()))))
