"""Under which number does a case run?"""

from datetime import date

from documents.numbering import next_number
from officers.models import Bureau


def number_case(on: date) -> str:
    """The next 案号 of the year, gap-free; printed on every paper of the case."""
    return next_number("", on.year, Bureau.objects.get().number_prefix).text
