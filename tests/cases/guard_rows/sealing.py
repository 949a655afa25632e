"""The guards of the seal, each with what it refuses."""

from datetime import date

from tests.cases.guard_table import Situation, Stories, row, situation

DAY = date(2026, 4, 2)


def waiting(stories: Stories) -> Situation:
    """A served decision whose seal, so we say, is still to be placed."""
    now = situation("served", "华章", DAY)(stories)
    paper = now.case.documents.filter(form_key="penalty-decision").latest("pk")
    now.subject = now.case.seal_uses.create(document=paper, requested_on=date(2026, 3, 30))
    return now


@row("seal_keeper_apart", "行政处罚法:59", "李明在本案中是承办人，不得担任用印人", waiting)
def _(now: Situation) -> None:
    now.officer = now.cast["李明"]


@row("paper_still_counts", "行政处罚法:59", "已经作废", waiting)
def _(now: Situation) -> None:
    papers = now.case.documents.filter(pk=now.subject.document_id)
    papers.update(state="voided", voided_on=DAY, void_reason="写错")


@row(
    "paper_bears_its_seal",
    "行政处罚法:59",
    "还没有用印",
    situation("served", "李明", DAY, lambda story: {"document": story.case.documents.latest("pk")}),
)
def _(now: Situation) -> None:
    now.facts["document"].awaits_seal = True
