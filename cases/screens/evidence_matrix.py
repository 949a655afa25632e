"""Which evidence stands behind which fact of which article, and where is the proof thin?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.evidence_rules import Fact, is_supported, matrix, rests_on_words_alone


@dataclass(frozen=True)
class MatrixRow:
    fact: str
    article: str
    evidence: list[str]
    state_label: str
    state_level: str


def matrix_rows(file: CaseFile, on: date) -> list[MatrixRow]:
    """A row for each fact of each charge."""
    return [_row(fact, on) for fact in matrix(file)]


def _row(fact: Fact, on: date) -> MatrixRow:
    if not is_supported(fact, on):
        label, level = _("缺证据"), "bad"
    elif rests_on_words_alone(fact):
        label, level = _("只有当事人陈述"), "warn"
    else:
        label, level = _("有证据"), "done"
    return MatrixRow(
        fact=fact.text,
        article=fact.charge.violation.violated_text,
        evidence=[one.title for one in fact.evidence],
        state_label=label,
        state_level=level,
    )


def weak_spots(file: CaseFile) -> list[str]:
    """Lawful, but a court would ask: the party's words alone, or evidence that the party was never shown."""
    found = [
        _("“%(fact)s”只有当事人的陈述，没有其他证据印证。") % {"fact": fact.text[:60]}
        for fact in matrix(file)
        if rests_on_words_alone(fact)
    ]
    if file.evidence and not file.showings:
        found.append(_("还没有把证据向当事人出示、听取辨认和质证意见的记录。"))
    return found
