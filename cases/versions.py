"""Which paper came before this one: an earlier round's, or the one in whose place it was issued?"""

from typing import TYPE_CHECKING

from cases.case_file import CaseFile

if TYPE_CHECKING:
    from documents.models import Document

ROUND = "round-"


def previous_version(file: CaseFile, paper: "Document") -> "Document | None":
    """The last earlier paper of the same form against the same party about the same thing, void ones too."""
    earlier = [
        one
        for one in file.case.documents.all()
        if one.pk < paper.pk and (one.form_key, one.party_id) == (paper.form_key, paper.party_id) and _same(one, paper)
    ]
    return max(earlier, key=lambda one: int(one.pk), default=None)


def _same(one: "Document", other: "Document") -> bool:
    # A new round decides about the same thing; a second interview is another thing.
    by_round = one.subject_key.startswith(ROUND) and other.subject_key.startswith(ROUND)
    return by_round or one.subject_key == other.subject_key
