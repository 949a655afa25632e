"""Which retention period does a closed case propose, and who hands its dossier over?"""

from cases.case_file import CaseFile

MAJOR, PENALTY, OTHER = "major", "penalty", "other"


def proposed_retention(file: CaseFile) -> str:
    """The row of law/data/retention.toml for this kind of case.

    Major: a hearing was held, the heads discussed it, or its decision was contested, in any round.
    """
    case = file.case
    heard = any(one.held_on is not None for one in case.hearings.all())
    if heard or case.discussions.all() or case.remedies.all():
        return MAJOR
    return PENALTY if any(one.kind == "penalty" for one in file.decisions) else OTHER
