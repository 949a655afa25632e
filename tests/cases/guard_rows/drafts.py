"""The guard of filling drafts again, with what it refuses."""

from tests.cases.guard_rows.ordinary import INVESTIGATED
from tests.cases.guard_table import Situation, row


@row("has_a_draft", "行政处罚法:40", "本案没有文书草稿，不用更新。", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.documents.filter(state="draft").delete()
