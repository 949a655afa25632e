"""How is what was typed kept until the act is done: for its writer alone, and not for ever?

A draft is no act: it changes no state, and the record knows nothing of it. It goes when the act is done, when its
writer discards it, and at the latest when the days of limits.toml are over.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.forms import FileField
from django.http import QueryDict
from django.utils.timezone import make_aware

from cases.forms.base import ActForm
from cases.models import ActDraft, Case
from cases.objects import about_of
from law.limits import limit
from officers.models import Officer

MOST = 200_000
"""Characters: more than the longest record of a hearing, less than an attack."""
OURS = frozenset({"seen_version"})


class TooLong(ValueError):
    """More was typed than any form of ours can need."""


def find_draft(officer: Officer, machine: Any, act: str) -> ActDraft | None:
    return ActDraft.objects.of(officer, _case_of(machine), act, about_of(machine)).first()


def keep_draft(officer: Officer, machine: Any, act: str, form: ActForm, *, now: datetime) -> ActDraft:
    """Keep what stands in the fields of a bound form, right or wrong; files are not kept. Raises TooLong."""
    fields = _typed(form)
    if sum(len(one) for values in fields.values() for one in values) > MOST:
        raise TooLong(act)
    draft, _created = ActDraft.objects.update_or_create(
        officer=officer,
        case_id=_case_of(machine),
        act=act,
        about=about_of(machine),
        defaults={"fields": fields, "saved_at": now, "case_version": form.case_file.case.version},
    )
    return draft


def discard_draft(officer: Officer, machine: Any, act: str) -> None:
    ActDraft.objects.of(officer, _case_of(machine), act, about_of(machine)).delete()


def as_typed(draft: ActDraft, version: int) -> QueryDict:
    """What the browser would send; the version is the case's of today, for the officer now sees the case of today."""
    data = QueryDict(mutable=True)
    kept: Mapping[str, list[str]] = draft.fields
    for name, values in kept.items():
        data.setlist(name, values)
    data["seen_version"] = str(version)
    return data


def erase_old_drafts(today: date) -> int:
    """Idempotent; returns how many were erased."""
    last = today - timedelta(days=limit("act_draft_days", today))
    erased, _by_model = ActDraft.objects.filter(saved_at__lt=make_aware(datetime.combine(last, time.min))).delete()
    return erased


def _typed(form: ActForm) -> dict[str, list[str]]:
    data: Any = form.data
    names = [name for name, field in form.fields.items() if not isinstance(field, FileField) and name not in OURS]
    return {name: [str(one) for one in data.getlist(name)] for name in names if name in data}


def _case_of(machine: Any) -> int:
    return int(machine.pk if isinstance(machine, Case) else machine.case_id)
