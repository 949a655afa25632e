"""What do the pages show of a case's moments and recordings?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cases.act import Ask, acts_of
from cases.case_file import CaseFile
from cases.services import obstacles
from law.citations import cite_all, print_citations
from officers.models import Officer
from recordings.caseload import Metered, meter
from recordings.coverage import Cover, Exactness, Moment
from recordings.models import RecordingMatch


@dataclass(frozen=True)
class MomentRow:
    title: str
    when: str
    place: str
    content: str
    basis: str
    label: str
    level: str
    recordings: list[str]
    excuse: str
    excuse_url: str


@dataclass(frozen=True)
class MatchRow:
    recording: str
    who: str
    why: str
    label: str
    level: str
    reason: str
    url: str
    acts: list[dict[str, Any]]


def span_words(start: datetime, end: datetime) -> str:
    first, last = localtime(start), localtime(end)
    if first == last:
        return f"{first:%Y-%m-%d %H:%M}"
    if first.date() == last.date():
        return f"{first:%Y-%m-%d %H:%M}—{last:%H:%M}"
    return f"{first:%Y-%m-%d %H:%M}—{last:%Y-%m-%d %H:%M}"


def when_words(moment: Moment) -> str:
    if moment.exactness is Exactness.DAY:
        return date_format(moment.on)
    return span_words(moment.start, moment.end)


def cover_words(one: Metered) -> tuple[str, str]:
    """Label and level of a state."""
    if one.is_whole:
        return _("有音像"), "done"
    if one.covered.cover is Cover.PARTLY:
        return _("缺 %(minutes)d 分钟") % {"minutes": one.covered.gap_minutes}, "calm" if one.excuse else "waiting"
    return _("没有音像"), "calm" if one.excuse else "waiting"


def moment_rows(file: CaseFile, may_act: bool) -> list[MomentRow]:
    names = {one.recording_id: str(one.recording) for one in matches_of(file)}
    return [_moment_row(one, file, names, may_act) for one in meter(file)]


def _moment_row(one: Metered, file: CaseFile, names: dict[int, str], may_act: bool) -> MomentRow:
    label, level = cover_words(one)
    rule = one.moment.rule
    url = reverse("recordings:excuse", args=[file.case.pk, one.moment.key])
    return MomentRow(
        title=one.moment.title,
        when=when_words(one.moment),
        place=rule.place,
        content=rule.content,
        basis=print_citations(cite_all(rule.basis)),
        label=label,
        level=level,
        recordings=[names[pk] for pk in one.covered.by if pk in names],
        excuse=f"{one.excuse.title}：{one.excuse.reason}" if one.excuse else "",
        excuse_url=url if may_act and not one.is_whole else "",
    )


def matches_of(file: CaseFile) -> list[RecordingMatch]:
    found = RecordingMatch.objects.filter(case=file.case)
    return list(found.select_related("recording__device", "recording__officer").order_by("recording__started_at", "pk"))


def match_rows(file: CaseFile, officer: Officer, on: date) -> list[MatchRow]:
    return [_match_row(one, file, officer, on) for one in matches_of(file)]


def _match_row(match: RecordingMatch, file: CaseFile, officer: Officer, on: date) -> MatchRow:
    ask, recording = Ask(file, officer, on), match.recording
    return MatchRow(
        recording=span_words(recording.started_at, recording.ended_at),
        who=f"{recording.officer.name} {recording.device}",
        why=match.why,
        label=str(match.standing.label),
        level=match.standing.level,
        reason=match.reason,
        url=reverse("recordings:recording", args=[recording.pk]),
        acts=[
            {"title": act.title, "url": reverse("recordings:match-act", args=[match.pk, key]), "primary": not act.exit}
            for key, act in acts_of(match).items()
            if not obstacles(match, key, ask)
        ],
    )
