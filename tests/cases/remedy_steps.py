"""How does a reconsideration or a lawsuit go, told step by step?"""

from datetime import date
from typing import Any

from bureau.sample.story import Story
from cases.models import Case, Remedy
from cases.services import perform

LEGAL = "陈静"


def reconsider(story: Story, on: date = date(2026, 4, 27), **more: Any) -> Remedy:
    facts = {
        "decision": story.case.decisions.get(),
        "applicant": story.party.name,
        "authority": "样例旗人民政府",
        "authority_number": "样政复〔2026〕12号",
        "applied_on": date(2026, 4, 20),
        "received_on": on,
        "simplified": False,
        "claim": "请求撤销。",
    }
    key = "register_litigation" if more.pop("sue", False) else "register_reconsideration"
    if key == "register_litigation":
        facts.pop("simplified")
    story.act(LEGAL, key, on, **facts | more)
    return story.case.remedies.latest("pk")


def step(story: Story, remedy: Remedy, key: str, on: date, who: str = LEGAL, **facts: Any) -> Remedy:
    perform(remedy, key, story.cast[who], on, **facts)
    story.case = Case.objects.get(pk=story.case.pk)
    return Remedy.objects.get(pk=remedy.pk)


def outcome(story: Story, remedy: Remedy, which: str, on: date, **more: Any) -> Remedy:
    facts = {
        "outcome": which,
        "outcome_number": "样政复决〔2026〕12号",
        "outcome_on": on,
        "outcome_served_on": on,
        "outcome_reasons": "主要事实不清。",
        "procedural": False,
        "redo_ordered": False,
        "redo_days": None,
        "changed_to": {},
        "third_party_asked": False,
    }
    return step(story, remedy, "record_outcome", on, **facts | more)


def annul(story: Story, **more: Any) -> None:
    remedy = outcome(story, reconsider(story), "annulled", date(2026, 6, 17), redo_ordered=True, **more)
    step(story, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
