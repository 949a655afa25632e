"""In which cases do all these words stand? The newest of them, by the inverted index that each database brings along."""

from dataclasses import dataclass

from django.db import connection

from search.models import CaseWords

CANDIDATES = 300
NEWEST = 4_000
"""How many of the newest cases are looked at first, where every word is a common one."""
ENOUGH = 60

ON_SQLITE = "SELECT rowid, words FROM search_casewords WHERE search_casewords MATCH %s ORDER BY rowid DESC LIMIT %s"
ON_POSTGRESQL = (
    "SELECT rowid, words FROM search_casewords"
    " WHERE string_to_array(words, ' ') @> %s::text[] AND rowid > %s ORDER BY rowid DESC LIMIT %s"
)


@dataclass(frozen=True)
class Candidates:
    rows: list[tuple[int, str]]
    """Case and words, the newest case first."""
    cut_off: bool
    """There may be older ones."""


def candidates(words: list[str]) -> Candidates:
    if connection.vendor != "postgresql":
        return _some(_rows(ON_SQLITE, [" ".join(f'"{one}"' for one in words), CANDIDATES + 1]))
    # A common word stands in a hundred thousand rows, and all of them would be fetched to sort out the newest.
    last = CaseWords.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    newest = _rows(ON_POSTGRESQL, [words, last - NEWEST, CANDIDATES + 1])
    if len(newest) >= ENOUGH:
        return Candidates(newest[:CANDIDATES], cut_off=True)
    return _some(_rows(ON_POSTGRESQL, [words, 0, CANDIDATES + 1]))


def _some(rows: list[tuple[int, str]]) -> Candidates:
    return Candidates(rows[:CANDIDATES], len(rows) > CANDIDATES)


def _rows(statement: str, values: list[object]) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
