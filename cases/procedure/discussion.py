"""集体讨论: the heads decide complex and major cases together (行政处罚法 57.2)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Choice, act
from cases.case_file import load_case_file
from cases.guards.examination import (
    enough_heads_take_part,
    every_voice_is_recorded,
    handlers_do_not_vote,
    nothing_changed_since_review,
    result_follows_the_votes,
    review_passed_where_required,
)
from cases.guards.notified import decided_as_notified, not_heavier_than_notified
from cases.guards.people import head_of_bureau
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Discussion


def _after_discussion(case: "Case", *, agreed: bool, **facts: Any) -> str:
    return State.DISCUSSED if agreed else State.NOTIFIED


class Discussing:
    """One act: the discussion with every voice."""

    @act(
        title=_("登记集体讨论"),
        basis="行政处罚法:57.2",
        source=(State.REVIEWED, State.READY),
        target=Choice((State.DISCUSSED, State.NOTIFIED), _after_discussion),
        by=head_of_bureau,
        requires=(
            review_passed_where_required,
            nothing_changed_since_review,
            decided_as_notified,
            not_heavier_than_notified,
            enough_heads_take_part,
            handlers_do_not_vote,
            every_voice_is_recorded,
            result_follows_the_votes,
        ),
        asks="cases.forms.discussion.DiscussionForm",
        issues=("discussion-minutes",),
        explains=_("承办人汇报，每名负责人发表意见和理由并表决，不同意见如实记录。"),
    )
    def hold_discussion(
        self: "Case", *, voices: list[dict[str, Any]], officer: Officer, on: date, **meeting: Any
    ) -> "Discussion":
        substance = load_case_file(self.pk).substance()
        discussion = self.discussions.create(round=self.round, substance=substance, chair=officer, **meeting)
        for voice in voices:
            discussion.voices.create(**voice)
        return discussion
