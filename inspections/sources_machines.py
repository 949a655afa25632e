"""How do the records of weighing stations and cameras come in, and who says that one may be used (行政处罚法 41)?"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.forms import ModelForm
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from inspections.models import Candidate, CandidateFile, Equipment, EquipmentCertificate, Source
from inspections.sources import CannotDo, change, note, register
from inspections.sources_table import Record
from law.sources import source_rule
from officers.models import Officer


@transaction.atomic
def take_in(records: Sequence[Record], *, name: str, data: bytes, officer: Officer, now: datetime) -> CandidateFile:
    """All records of a file that was found good, each a source that waits for its review. Raises CannotDo."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        with transaction.atomic():
            file = CandidateFile.objects.create(name=name[:200], sha256=digest, imported_by=officer, imported_at=now)
    except IntegrityError:
        raise CannotDo(_("这个文件已经导入过，没有再导入。")) from None
    today = timezone.localdate(now)
    due_on = source_rule("review", today).due_on(today)
    try:
        with transaction.atomic():
            for one in records:
                _take_one(one, file, due_on, now)
    except IntegrityError:
        raise CannotDo(_("刚才有人导入了同样的记录，重新核对后再导入。")) from None
    return file


def _take_one(one: Record, file: CandidateFile, due_on: date, now: datetime) -> None:
    source = register(
        officer=file.imported_by,
        now=now,
        kind=one.equipment.kind,
        channel=Source.Channel.MACHINE,
        received_at=now,
        occurred_on=localtime(one.recorded_at).date(),
        place=one.equipment.place,
        plate=one.plate,
        content=told(one),
        outside_number=one.record_number,
    )
    kept = ("equipment", "record_number", "recorded_at", "axles", "total_kg", "limit_kg", "evidence_sha256")
    Candidate.objects.create(
        source=source, file=file, review_due_on=due_on, **{field: getattr(one, field) for field in kept}
    )


def told(one: Record) -> str:
    """A record in a sentence, as the register and the case show it."""
    when = f"{localtime(one.recorded_at):%Y-%m-%d %H:%M:%S}"
    if one.total_kg is None or one.limit_kg is None:
        return f"{when}，{one.plate}，{one.conduct}"
    over = one.total_kg - one.limit_kg
    weighed = f"{one.axles}轴，车货总质量{one.total_kg}千克，限值{one.limit_kg}千克，超过{over}千克"
    return f"{when}，{one.plate}，{weighed}" + (f"，{one.conduct}" if one.conduct else "")


@transaction.atomic
def review(source: Source, officer: Officer, now: datetime, *, passed: bool, reason: str) -> None:
    """Once. Passed, it is verified like any other lead; failed, it is closed. Raises CannotDo."""
    today = timezone.localdate(now)
    candidate = Candidate.objects.select_related("equipment").get(source=source)
    if passed and (found := candidate.equipment.faults_on(timezone.localdate(candidate.recorded_at))):
        raise CannotDo(_("设备不合要求，这条记录不能通过（行政处罚法第四十一条第一款）："), *found)
    facts = {"passed": passed, "review_reason": reason, "reviewed_on": today, "reviewed_by": officer}
    if not Candidate.objects.filter(pk=candidate.pk, reviewed_on=None).update(**facts):
        raise CannotDo(_("这条记录已经审核过。"))
    note(source, "passed" if passed else "rejected", officer, now, reason)
    if passed:
        counted = source_rule("verify", today).counted(today)
        change(source, cleared_on=today, verify_due_on=counted.due, verify_counted=counted.text)
        return
    rejected: dict[str, Any] = {"decision": Source.Decision.NOT_FILED, "decided_on": today, "decided_by": officer}
    change(source, **rejected, decision_reason=reason, closed_on=today, closing_note=_("审核不合格"))


def save_equipment(form: ModelForm) -> Equipment:  # type: ignore[type-arg]
    """Moved or rebuilt, a device wants its legal review anew."""
    equipment: Equipment = form.save(commit=False)
    if {"place", "model", "kind"} & set(form.changed_data):
        equipment.legal_on, equipment.legal_by, equipment.legal_opinion = None, None, ""
    equipment.save()
    return equipment


def certify(equipment: Equipment, officer: Officer, **facts: Any) -> EquipmentCertificate:
    return equipment.certificates.create(**facts)


def review_legally(equipment: Equipment, officer: Officer, *, on: date, opinion: str) -> None:
    """Once. Raises CannotDo."""
    facts = {"legal_on": on, "legal_by": officer, "legal_opinion": opinion}
    if not Equipment.objects.filter(pk=equipment.pk, legal_on=None).update(**facts):
        raise CannotDo(_("这台设备已经法制审核过。"))
