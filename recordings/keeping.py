"""Until when is a recording kept, and why; and what bids to keep it beyond?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from cases.act import Ask
from cases.case_file import CaseFile
from cases.guards.erasure import nothing_bids_to_keep_it
from cases.states import ENDED, State
from law.recording import Keeping, keeping
from law.thresholds import Scope
from officers.models import Officer
from recordings.models import Recording


@dataclass(frozen=True)
class Kept:
    """until None: no day can be told, for the reasons given; otherwise the last day on which it is kept."""

    until: date | None
    why: tuple[str, ...]

    def is_over(self, on: date) -> bool:
        return self.until is not None and self.until < on


def kept_until(recording: Recording, files: Iterable[CaseFile]) -> Kept:
    """files: of the cases to which it belongs, or may belong as long as nobody has settled it. The longest class counts.

    Raises law.recording.UnknownRecordingRule.
    """
    made_on = localdate(recording.ended_at)
    spans = [_plain(keeping(recording.keeping, made_on), made_on)]
    spans += [span for file in files for span in _of_case(file, made_on)]
    open_ended = [why for until, why in spans if until is None]
    if open_ended:
        return Kept(None, tuple(open_ended))
    latest = max(until for until, _why in spans if until is not None)
    return Kept(latest, tuple(why for until, why in spans if until == latest))


Span = tuple[date | None, str]


def _plain(rule: Keeping, made_on: date) -> Span:
    if rule.how == "days":
        return made_on + timedelta(days=rule.days), _("%(title)s：自形成之日起 %(days)d 日") % {
            "title": rule.title,
            "days": rule.days,
        }
    if rule.how == "case":
        return None, _("%(title)s：与案卷相同，还没有关联到案卷") % {"title": rule.title}
    return None, _("%(title)s：永久") % {"title": rule.title}


def _of_case(file: CaseFile, made_on: date) -> Iterator[Span]:
    if file.case.state == State.NOT_FILED:
        # Nothing came of it: there will be no dossier.
        return
    for key in classes_of(file, made_on):
        rule = keeping(key, made_on)
        yield _with_dossier(rule, file) if rule.how == "case" else _plain(rule, made_on)


def classes_of(file: CaseFile, on: date) -> list[str]:
    """What the case makes of the recordings that belong to it."""
    found = ["evidence"]
    if file.measures or file.case.enforcements.all():
        found.append("coercion")
    if file.requires(Scope.DISCUSSION, on):
        found.append("major")
    return found


def _with_dossier(rule: Keeping, file: CaseFile) -> Span:
    """Says nothing of which case it is: the keeper of the recordings need not know."""
    said = {"title": rule.title}
    archived = list(file.case.archive_files.all())
    if not archived:
        return None, _("%(title)s：与案卷相同，案卷还没有归档") % said
    if any(one.retain_until is None for one in archived):
        return None, _("%(title)s：与案卷相同，案卷永久保管") % said
    until = max(one.retain_until for one in archived)
    return until, _("%(title)s：与案卷相同，案卷保管到 %(until)s") % (said | {"until": date_format(until)})


def obstacles_to_disposal(recording: Recording, files: Iterable[CaseFile], officer: Officer, on: date) -> list[str]:
    """Every reason why it must not be deleted; none: two people may put it on a list."""
    files = list(files)
    kept = kept_until(recording, files)
    found = []
    if not kept.is_over(on):
        until = date_format(kept.until) if kept.until else _("没有期满之日")
        found.append(_("保管期限还没有届满（%(until)s）：%(why)s。") % {"until": until, "why": _("；").join(kept.why)})
    for file in files:
        if file.case.state not in ENDED:
            found.append(_("关联的案件还没有办结。"))
        if nothing_bids_to_keep_it.check(Ask(file, officer, on)):
            found.append(_("关联的案件正在保全，或者复议、诉讼还没有了结。"))
    return found
