"""Which words lead to which case?"""

from django.db import models

from cases.models import Case


class CaseWords(models.Model):
    """The words of one case, as search.tokens makes them, in the order of its text; no identity number in clear.

    An index and nothing else: it can be thrown away and made anew by `manage.py rebuild_search`. On SQLite the table
    is an FTS5 one, on PostgreSQL a plain one with a GIN index over the words (search/migrations/0001).
    """

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, db_column="rowid", db_constraint=False, related_name="+"
    )
    words = models.TextField()

    def __str__(self) -> str:
        return f"{self.case_id}"
