"""What is known of the recordings of a case: which were confirmed, which moments they cover, what was said of the rest?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.act import Text
from cases.case_file import CaseFile
from law.recording import excuse_title
from recordings.coverage import Cover, Covered, Media, Moment, covered, moments
from recordings.states import ExcuseState, MatchState

NAME = "recordings"


@dataclass(frozen=True)
class Excuse:
    ground: str
    reason: str

    @property
    def title(self) -> str:
        return excuse_title(self.ground)


@dataclass(frozen=True)
class Kept:
    """since: the day on which the bureau's first recorder came into service; None before it has one."""

    since: date | None = None
    media: list[Media] = field(default_factory=list)
    excuses: dict[str, Excuse] = field(default_factory=dict)


def load_kept(case_ids: Sequence[int]) -> dict[int, Kept]:
    """Three queries for any number of cases; one where the bureau has no recorder yet."""
    # By name: the models import the procedure, whose guards ask here.
    since = apps.get_model("recordings", "Device").objects.aggregate(first=Min("since"))["first"]
    found = {pk: Kept(since) for pk in case_ids}
    if since is None:
        return found
    matches: Any = apps.get_model("recordings", "RecordingMatch")
    for one in matches.objects.filter(case__in=case_ids, state=MatchState.CONFIRMED).select_related("recording"):
        media = Media(one.recording_id, one.recording.started_at, one.recording.ended_at, one.moment_key)
        found[one.case_id].media.append(media)
    excuses: Any = apps.get_model("recordings", "MomentExcuse")
    for one in excuses.objects.filter(case__in=case_ids, state=ExcuseState.GIVEN):
        found[one.case_id].excuses[one.moment_key] = Excuse(one.ground, one.reason)
    return found


@dataclass(frozen=True)
class Metered:
    """One moment with what covers it and what was said where nothing does."""

    moment: Moment
    covered: Covered
    excuse: Excuse | None

    @property
    def is_whole(self) -> bool:
        return self.covered.cover is Cover.FULL

    @property
    def is_accounted_for(self) -> bool:
        return self.is_whole or self.excuse is not None


def meter(file: CaseFile) -> list[Metered]:
    kept: Kept = file.beside(NAME)
    return [Metered(one, covered(one, kept.media), kept.excuses.get(one.key)) for one in moments(file)]


def unaccounted(file: CaseFile) -> list[Metered]:
    """What needs a reason: done since the bureau has recorders, not wholly recorded, and nothing said about it."""
    since = file.beside(NAME).since
    if since is None:
        return []
    return [one for one in meter(file) if one.moment.on >= since and not one.is_accounted_for]


def asked_at_closing(file: CaseFile) -> Iterator[Text]:
    for one in unaccounted(file):
        said = {"moment": one.moment.title, "on": date_format(one.moment.on), "minutes": one.covered.gap_minutes}
        if one.covered.cover is Cover.PARTLY:
            yield _("“%(moment)s”（%(on)s）的音像缺 %(minutes)d 分钟，还没有说明原因。") % said
        else:
            yield _("“%(moment)s”（%(on)s）没有音像，还没有说明原因。") % said
