"""The guards of the grounds for no penalty, of corrections and of education."""

from datetime import date
from typing import Any

from tests.cases.guard_table import Make, Situation, Stories, row, situation

ON = date(2026, 8, 13)


def claimed(ground: str, **facts: Any) -> Make:
    """The decision without penalty of the sample case, on this ground."""
    return situation("minor", "卫国", ON, lambda story: {"ground": ground, **facts})


def proved(ground: str, kind: str, **facts: Any) -> Make:
    def make(stories: Stories) -> Situation:
        now = claimed(ground, **facts)(stories)
        now.facts["shown_by"] = now.case.evidence.first()
        now.facts["shown_by"].kind = kind
        return now

    return make


def with_birth(born_on: date) -> Make:
    def make(stories: Stories) -> Situation:
        now = claimed("under_14", guardian="田某")(stories)
        now.case.parties.update(born_on=born_on)
        return now

    return make


def discovered(year: int) -> Make:
    def make(stories: Stories) -> Situation:
        now = claimed("limitation")(stories)
        now.case.charges.update(conduct_on=date(year, 8, 10))
        return now

    return make


@row("harm_is_weighed", "行政处罚法:33.1", "没有写明违法行为没有造成危害后果", claimed("first_offence", harm="没有。"))
def _(now: Situation) -> None:
    now.facts["harm"] = "　"


def beside_a_penalty(stories: Stories) -> Situation:
    """The haulier of another case was fined for overload on 2 April 2026; ours is charged with something else."""
    now, fined = claimed("first_offence")(stories), stories["served"].case.parties.get()
    now.case.parties.update(kind="organisation", uscc=fined.uscc, name=fined.name)
    return now


@row("offence_is_the_first", "行政处罚法:33.1", "在 2026-04-02 因同样的行为受过处罚", beside_a_penalty)
def _(now: Situation) -> None:
    now.case.charges.update(violation_code="CX-001")


@row(
    "no_fault_is_shown",
    "行政处罚法:33.2",
    "没有选定足以证明当事人没有主观过错的证据",
    proved("no_fault", "documentary"),
)
def _(now: Situation) -> None:
    now.facts["shown_by"] = None


@row(
    "incapacity_is_shown",
    "行政处罚法:31",
    "没有选定证明当事人不能辨认或者不能控制自己行为的鉴定意见",
    proved("unable_to_discern", "expert", guardian="田某"),
)
def _(now: Situation) -> None:
    now.facts["shown_by"].kind = "party_statement"


# Fourteen on the day after the conduct of 11 August 2026; then on that very day.
@row("party_is_under_age", "行政处罚法:30", "行为时已满 14 周岁", with_birth(date(2012, 8, 12)))
def _(now: Situation) -> None:
    now.case.parties.update(born_on=date(2012, 8, 11))


@row("guardian_is_told", "行政处罚法:30;行政处罚法:31", "哪位监护人", claimed("under_14", guardian="田某"))
def _(now: Situation) -> None:
    now.facts["guardian"] = ""


# Received on 11 August 2026: conduct of 10 August 2024 is one day too old, that of 2025 is not.
@row("limitation_has_passed", "行政处罚法:36.1", "没有超过追诉期限", discovered(2024))
def _(now: Situation) -> None:
    now.case.charges.update(conduct_on=date(2025, 8, 10))


@row("education_has_its_record", "行政处罚法:33.3", "案卷中没有对样例旗老田货运部的教育记录", claimed("first_offence"))
def _(now: Situation) -> None:
    now.case.education_records.all().delete()


def ordered(stories: Stories) -> Situation:
    story = stories["minor"]
    order = story.case.corrections.get()
    return Situation(story, story.cast["周勇"], date(2026, 8, 12), {"due_on": date(2026, 8, 20)}, order)


@row("correction_date_is_later", "行政处罚法:28.1", "没有比原来更晚", ordered)
def _(now: Situation) -> None:
    now.facts["due_on"] = date(2026, 8, 12)
