"""Which closed cases does a batch choose from, and how is a draw made, kept and made again?"""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Case
from law.batches import BatchRule, batch_rule
from law.violations import all_violations
from officers.models import Department, Officer
from oversight.batches.models import Draw, ReviewBatch, ReviewFile, Sheet
from oversight.batches.refusal import CannotDo
from oversight.batches.sampling import Entry, digest_of, draw, shares_of
from oversight.standards import frozen, standard_on

MOST_FILES = 500
"""More are not reviewed by hand in one batch; they are also what one request can look through."""


@dataclass(frozen=True)
class Choice:
    """What kind of files a batch is about."""

    begins: date
    ends: date
    procedure: str = ""
    domains: tuple[str, ...] = ()
    with_coercion: bool = False
    units: tuple[Department, ...] = field(default=())


def domains() -> list[str]:
    """The trades of the catalogue of violations, in its order."""
    return list(dict.fromkeys(one.domain for one in all_violations()))


def frame_of(choice: Choice) -> list[Entry]:
    """All closed cases that match, by id. One query."""
    found = Case.objects.filter(closed_on__range=(choice.begins, choice.ends), number__isnull=False)
    if choice.units:
        found = found.filter(department__in=choice.units)
    if choice.procedure:
        found = found.filter(procedure=choice.procedure)
    if choice.domains:
        codes = {one.code for one in all_violations() if one.domain in choice.domains}
        found = found.filter(charges__violation_code__in=codes, charges__withdrawn_on=None)
    if choice.with_coercion:
        found = found.filter(measures__carried_out_at__isnull=False)
    rows = found.order_by("pk").values_list("pk", "department_id", "procedure").distinct()
    return [Entry(*row) for row in rows]


@transaction.atomic
def make_batch(
    *, title: str, choice: Choice, size: int | None, standard_key: str, officer: Officer, now: datetime, today: date
) -> ReviewBatch:
    """Raises CannotDo where nothing matches, UnknownStandard, law.batches.NoBatchRule."""
    batch = ReviewBatch.objects.create(
        title=title,
        begins=choice.begins,
        ends=choice.ends,
        procedure=choice.procedure,
        domains=list(choice.domains),
        with_coercion=choice.with_coercion,
        size=size,
        standard=frozen(standard_on(choice.ends, standard_key)),
        rule=_numbers(batch_rule(today)),
        made_by=officer,
        made_on=today,
    )
    batch.units.set(choice.units)
    _draw(batch, choice, 1, "", officer, now)
    return batch


@transaction.atomic
def draw_again(batch: ReviewBatch, *, reason: str, officer: Officer, now: datetime) -> Draw:
    """The earlier draws stay and are listed. Raises CannotDo once a file has its reviewers, or for a full review."""
    locked = ReviewBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.size is None:
        raise CannotDo(_("本批是全数评查，不用抽取。"))
    if Sheet.objects.filter(file__draw__batch=locked).exists():
        raise CannotDo(_("已经分派评查人员，不能重新抽取；否则可以挑选案卷。"))
    units = tuple(locked.units.order_by("pk"))
    choice = Choice(locked.begins, locked.ends, locked.procedure, tuple(locked.domains), locked.with_coercion, units)
    return _draw(locked, choice, locked.last_draw.number + 1, reason, officer, now)


def _draw(batch: ReviewBatch, choice: Choice, number: int, reason: str, officer: Officer, now: datetime) -> Draw:
    frame, seed = frame_of(choice), secrets.token_hex(16)
    drawn = draw(frame, seed, batch.size)
    if not drawn:
        raise CannotDo(_("没有符合条件的已结案卷，换期间或者条件。"))
    if len(drawn) > MOST_FILES:
        told = {"count": len(drawn), "most": MOST_FILES}
        raise CannotDo(_("共 %(count)d 件，一批最多 %(most)d 件；抽取一部分，或者分成几批。") % told)
    kept = Draw.objects.create(
        batch=batch,
        number=number,
        seed=seed,
        frame=[[one.case, one.unit, one.procedure] for one in frame],
        frame_sha256=digest_of(frame),
        shares=[[one.unit, one.procedure, one.files, one.drawn] for one in shares_of(frame, batch.size)],
        reason=reason,
        drawn_by=officer,
        drawn_at=now,
    )
    unit_of = {one.case: one.unit for one in frame}
    ReviewFile.objects.bulk_create(ReviewFile(draw=kept, case_id=case, unit_id=unit_of[case]) for case in drawn)
    return kept


def replayed(kept: Draw) -> list[int]:
    """What the stored list and seed draw, by the published method."""
    return draw([Entry(*row) for row in kept.frame], kept.seed, kept.batch.size)


def _numbers(rule: BatchRule) -> dict[str, Any]:
    return {
        "difference_points": f"{rule.difference_points:f}",
        "objection_working_days": rule.objection_working_days,
        "decision_working_days": rule.decision_working_days,
        "rectify_working_days": rule.rectify_working_days,
    }
