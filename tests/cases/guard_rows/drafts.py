"""The guard of filling drafts again, with what it refuses."""

from datetime import date

from bureau.sample.overload import found
from tests.cases.guard_table import STORIES, Situation, row, situation

DAY = date(2026, 3, 10)
STORIES["investigating"] = lambda cast: found(cast, DAY, 1)
DRAFTED = situation("investigating", "李明", DAY)


@row("has_a_draft", "行政处罚法:40", "本案没有文书草稿，不用更新。", DRAFTED)
def _(now: Situation) -> None:
    now.case.documents.filter(state="draft").delete()
