"""In which cases do all these words stand? The newest of them, by the inverted index that each database brings along."""

from dataclasses import dataclass

from django.db import connection, transaction

from search.models import CaseWords

CANDIDATES = 300
NEWEST, NEWER = 500, 40_000
"""In so many of the newest cases common words are looked for before all are asked."""
ENOUGH = 60

ON_SQLITE = "SELECT rowid, words FROM search_casewords WHERE search_casewords MATCH %s ORDER BY rowid DESC LIMIT %s"
# A word of every third case has lists of hits as long as the table: reading the newest rows is sooner done.
READ_ON_POSTGRESQL = (
    "SELECT rowid, words FROM search_casewords"
    " WHERE rowid > %s AND ' ' || words || ' ' LIKE ALL (%s::text[]) ORDER BY rowid DESC LIMIT %s"
)
# Asked for the newest of a rare word in one go, PostgreSQL walks back through all cases by their key, since it takes
# the word for a commoner one: seconds among a million, where the index of words has the answer in milliseconds.
ASK_ON_POSTGRESQL = (
    "WITH hits AS MATERIALIZED"
    " (SELECT rowid FROM search_casewords WHERE rowid > %s AND string_to_array(words, ' ') @> %s::text[]),"
    " newest AS MATERIALIZED (SELECT rowid FROM hits ORDER BY rowid DESC LIMIT %s)"
    " SELECT rowid, words FROM search_casewords JOIN newest USING (rowid) ORDER BY rowid DESC"
)
PLAN_ON_POSTGRESQL = (
    # A hundred thousand hits stay exact in so much memory; short of it, every row of their pages is cut up again.
    "SET LOCAL work_mem = '64MB'",
    # By the usual price of a page it would rather cut up all newer rows than join the two indexes.
    "SET LOCAL random_page_cost = 1.1",
    "SET LOCAL jit = off",
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
    last = CaseWords.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    found = _rows(READ_ON_POSTGRESQL, [last - NEWEST, [f"% {one} %" for one in words], CANDIDATES + 1])
    if len(found) >= ENOUGH:
        return Candidates(found[:CANDIDATES], cut_off=True)
    with transaction.atomic(), connection.cursor() as cursor:
        for setting in PLAN_ON_POSTGRESQL:
            cursor.execute(setting)
        newer = _rows(ASK_ON_POSTGRESQL, [last - NEWER, words, CANDIDATES + 1])
        if len(newer) >= ENOUGH:
            return Candidates(newer[:CANDIDATES], cut_off=True)
        return _some(_rows(ASK_ON_POSTGRESQL, [0, words, CANDIDATES + 1]))


def _some(rows: list[tuple[int, str]]) -> Candidates:
    return Candidates(rows[:CANDIDATES], len(rows) > CANDIDATES)


def _rows(statement: str, values: list[object]) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
