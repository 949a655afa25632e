"""Which paper is the previous version of which?"""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.versions import previous_version

PAPERS = [
    (1, "violation-notice", 7, "round-1"),
    (2, "violation-notice", 8, "round-1"),
    (3, "interview-record", None, "inquiry-1"),
    (4, "interview-record", None, "inquiry-2"),
    (5, "violation-notice", 7, "round-2"),
    (6, "penalty-decision", 7, "round-2"),
    (7, "penalty-decision", 7, "round-2"),
    (8, "evidence-list", None, ""),
    (9, "evidence-list", None, ""),
]


def paper(row: tuple[Any, ...]) -> Any:
    return SimpleNamespace(pk=row[0], form_key=row[1], party_id=row[2], subject_key=row[3])


@pytest.mark.parametrize(
    ("pk", "before"),
    [(1, None), (2, None), (4, None), (5, 1), (6, None), (7, 6), (9, 8)],
    ids=["first", "other party", "another interview", "new round", "first decision", "issued anew", "redrawn list"],
)
def test_a_version_is_of_the_same_form_party_and_thing(pk: int, before: int | None) -> None:
    papers = {row[0]: paper(row) for row in PAPERS}
    file: Any = SimpleNamespace(case=SimpleNamespace(documents=SimpleNamespace(all=lambda: list(papers.values()))))
    found = previous_version(file, papers[pk])
    assert (found.pk if found else None) == before
