"""Which number comes next in a series of a year, without a gap and never twice?"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import F
from django.db.transaction import TransactionManagementError

from documents.models import NumberSeries


@dataclass(frozen=True)
class Number:
    series: str
    year: int
    seq: int
    prefix: str

    @property
    def text(self) -> str:
        return f"{self.prefix}{self.series}〔{self.year}〕{self.seq:0>3}号"


def next_number(series: str, year: int, prefix: str) -> Number:
    """Take the next number; a rollback gives it back. Call it last: others wait for the row until the commit.

    Raises TransactionManagementError outside a transaction, where a failure would leave a gap.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("A number is taken inside the transaction that uses it.")
    row = NumberSeries.objects.filter(series=series, year=year)
    # The UPDATE locks the row (PostgreSQL) or runs in an IMMEDIATE transaction (SQLite): read what we wrote.
    if not row.update(last=F("last") + 1):
        NumberSeries.objects.get_or_create(series=series, year=year)
        row.update(last=F("last") + 1)
    return Number(series, year, row.values_list("last", flat=True).get(), prefix)
