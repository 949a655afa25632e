"""The guards of reconsideration, litigation and the new decision."""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.models import Decision, Remedy, Term
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row
from tests.cases.remedy_steps import annul, outcome, reconsider

DAY = date(2026, 6, 18)


def contested(cast: Cast) -> Story:
    """Served on 2026-04-03, contested on 04-20, nothing answered yet."""
    story = overload(cast, until="served", serial=71)
    reconsider(story)
    return story


def sued(cast: Cast) -> Story:
    """Dismissed in the first instance on 2026-08-03: fifteen days to appeal."""
    story = overload(cast, until="served", serial=72)
    outcome(story, reconsider(story, sue=True), "dismissed", date(2026, 8, 3))
    return story


def fallen(cast: Cast) -> Story:
    """Annulled for its substance, effective 2026-06-17, a new decision ordered."""
    story = overload(cast, until="served", serial=73)
    annul(story)
    return story


STORIES |= {"contested": contested, "sued": sued, "fallen": fallen}


def about(name: str, on: date = DAY, **facts: Any) -> Make:
    """The legal reviewer, on the story's one remedy."""

    def make(stories: Stories) -> Situation:
        story = stories[name]
        return Situation(story, story.cast["陈静"], on, dict(facts), story.case.remedies.latest("pk"))

    return make


def change(found: Situation, **fields: Any) -> None:
    Remedy.objects.filter(pk=found.subject.pk).update(**fields)


@row("decision_can_be_contested", "行政复议法:20.1;行政诉讼法:46.1", "没有有效的决定", about("contested"))
def no_decision_counts(found: Situation) -> None:
    Decision.objects.filter(case=found.case).update(effect="annulled", effect_on=DAY)


@row("no_remedy_is_pending", "行政复议法:29", "还没有了结", about("fallen"))
def pending(found: Situation) -> None:
    found.facts["decision"] = found.case.decisions.get()
    change(found, state="answered", effective_on=None)


@row(
    "answer_brings_evidence", "行政复议法:48;行政诉讼法:67", "没有相应证据", about("contested", evidence_submitted=True)
)
def nothing_handed_in(found: Situation) -> None:
    found.facts["evidence_submitted"] = False


@row("execution_is_not_stayed", "行政复议法:42", "已经登记停止执行", about("contested"))
def stayed(found: Situation) -> None:
    change(found, stay_since=DAY)


def while_stayed(stories: Stories) -> Situation:
    found = about("contested")(stories)
    change(found, stay_since=DAY)
    return found


@row("execution_is_stayed", "行政复议法:42", "执行没有停止", while_stayed)
def lifted(found: Situation) -> None:
    change(found, stay_until=DAY)


def changed_to(stories: Stories, fine: str = "6000") -> Situation:
    found = about("contested", outcome="changed")(stories)
    found.facts["changed_to"] = {str(found.case.charges.get().pk): {"fine": fine, "confiscation": "0"}}
    return found


@row("change_is_not_heavier", "行政复议法:63.2;行政诉讼法:77.2", "更为不利", changed_to)
def one_fen_more(found: Situation) -> None:
    found.facts["changed_to"] = changed_to({"contested": found.story}, "6000.01").facts["changed_to"]


@row("may_be_appealed", "行政诉讼法:85", "只有一审", about("sued", date(2026, 8, 10)))
def second_instance(found: Situation) -> None:
    change(found, instance=2)


@row("appeal_period_runs", "行政诉讼法:85", "2026-08-18 届满", about("sued", date(2026, 8, 18)))
def a_day_too_late(found: Situation) -> None:
    found.on = date(2026, 8, 19)


@row("appeal_period_is_over", "行政诉讼法:85", "还没有生效", about("sued", date(2026, 8, 19)))
def the_last_day(found: Situation) -> None:
    found.on = date(2026, 8, 18)


@row("redo_is_possible", "行政复议法:64;行政诉讼法:70", "没有被撤销", about("fallen"))
def it_stands(found: Situation) -> None:
    Decision.objects.filter(case=found.case).update(effect="standing")


def lighter(stories: Stories) -> Situation:
    found = about("fallen")(stories)
    one = {"kinds": ["fine"], "fine": Decimal(5000), "confiscation": Decimal(0), "other": "", "reason": ""}
    found.facts["sanctions"] = {found.case.charges.get().pk: one}
    return found


@row("not_the_same_again", "行政复议法:64.2;行政诉讼法:71", "基本相同的决定", lighter)
def the_same_sum(found: Situation) -> None:
    (one,) = found.facts["sanctions"].values()
    one["fine"] = Decimal(6000)


@row("remedies_are_over", "程序规定:116", "还没有生效结果", about("fallen"))
def not_final(found: Situation) -> None:
    change(found, state="concluded")


def decided_anew(stories: Stories) -> Situation:
    found = about("fallen")(stories)
    Term.objects.filter(case=found.case, key="redo").update(ended_on=DAY, ending="met")
    return found


@row("redo_is_done", "行政复议法:77;行政诉讼法:96", "还没有作出", decided_anew)
def not_decided(found: Situation) -> None:
    Term.objects.filter(case=found.case, key="redo").update(ended_on=None, ending="")
