"""音像记录: a person says which recordings belong to a case, and why a moment has none (行政处罚法 47)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.people import case_officers
from officers.models import Officer
from recordings.guards import moment_is_of_the_case, moment_lacks_its_recording, recording_is_there
from recordings.states import ExcuseState, MatchState

if TYPE_CHECKING:
    from recordings.models import MomentExcuse, RecordingMatch


class Attaching:
    """The acts on one recording in one case."""

    @act(
        title=_("确认关联音像"),
        basis="行政处罚法:47",
        source=(MatchState.PROPOSED, MatchState.TAKEN_AWAY),
        target=MatchState.CONFIRMED,
        by=case_officers,
        requires=(moment_is_of_the_case, recording_is_there),
        asks="recordings.forms.ConfirmForm",
        explains=_("看过这段音像，确认记录的是本案。一段音像可以关联多件案件。"),
    )
    def confirm_match(
        self: "RecordingMatch", *, officer: Officer, on: date, moment_key: str = "", why: str = "", **facts: Any
    ) -> None:
        self.settled_by, self.settled_on, self.moment_key, self.reason = officer, on, moment_key, ""
        self.why = why or self.why

    @act(
        title=_("取消关联音像"),
        basis="行政处罚法:47",
        source=(MatchState.PROPOSED, MatchState.CONFIRMED),
        target=MatchState.TAKEN_AWAY,
        by=case_officers,
        asks="recordings.forms.TakeAwayForm",
        exit=True,
        explains=_("这段音像记录的不是本案。音像本身不受影响。"),
    )
    def take_away_match(self: "RecordingMatch", *, officer: Officer, on: date, reason: str, **facts: Any) -> None:
        self.settled_by, self.settled_on, self.reason = officer, on, reason


class Excusing:
    """The act on one moment that has no sound and picture."""

    @act(
        title=_("说明没有音像的原因"),
        basis="行政处罚法:47",
        source=(ExcuseState.DUE, ExcuseState.GIVEN),
        target=ExcuseState.GIVEN,
        by=case_officers,
        requires=(moment_lacks_its_recording,),
        asks="recordings.forms.ExcuseForm",
        explains=_("如实写明。没有音像不当然影响决定的效力，但应当有书面说明，评查时可以看到。"),
    )
    def excuse_moment(
        self: "MomentExcuse", *, officer: Officer, on: date, ground: str, reason: str, **facts: Any
    ) -> None:
        self.ground, self.reason, self.given_by, self.given_on = ground, reason, officer, on
