"""How is the register of devices kept: each change by somebody, on a day, and never lost?"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from law.recording import keeping
from officers.models import Officer
from recordings.models import Device, DeviceChange, DeviceHolding, DeviceOutage, Recording


class NotPossible(ValueError):
    """The register says otherwise; its words are for the keeper."""


@transaction.atomic
def add_device(*, by: Officer, **said: Any) -> Device:
    """Raises NotPossible."""
    device = Device(**said)
    _checked(device)
    device.save()
    _keep(device, by, "added", said)
    return device


@transaction.atomic
def hand_out(device: Device, *, officer: Officer, since: date, by: Officer) -> DeviceHolding:
    """To its next holder; the one before gave it back the day before, or the same day. Raises NotPossible."""
    device = _locked(device)
    if not device.is_in_service(since):
        raise NotPossible(_("设备在这一天不在启用期间。"))
    before = device.holdings.filter(until=None).first()
    if before is not None:
        if since < before.since:
            raise NotPossible(
                _("%(name)s从 %(since)s 起领用，不能更早。") % {"name": before.officer, "since": before.since}
            )
        before.until = max(before.since, since - timedelta(days=1))
        before.save()
    holding = DeviceHolding(device=device, officer=officer, since=since)
    _checked(holding)
    holding.save()
    _keep(device, by, "handed_out", {"officer": officer.staff_number, "since": since})
    return holding


@transaction.atomic
def take_back(device: Device, *, until: date, by: Officer) -> None:
    """Raises NotPossible."""
    device = _locked(device)
    held = device.holdings.filter(until=None).first()
    if held is None:
        raise NotPossible(_("这台设备没有人领用。"))
    held.until = until
    _checked(held)
    held.save()
    _keep(device, by, "taken_back", {"officer": held.officer.staff_number, "until": until})


@transaction.atomic
def put_out_of_order(device: Device, *, since: date, reason: str, by: Officer) -> DeviceOutage:
    """Raises NotPossible."""
    device = _locked(device)
    outage = DeviceOutage(device=device, since=since, reason=reason)
    _checked(outage)
    outage.save()
    _keep(device, by, "out_of_order", {"since": since, "reason": reason})
    return outage


@transaction.atomic
def put_in_order(device: Device, *, until: date, by: Officer) -> None:
    """Raises NotPossible."""
    device = _locked(device)
    outage = device.outages.filter(until=None).first()
    if outage is None:
        raise NotPossible(_("这台设备没有登记停止使用。"))
    if until < outage.since:
        raise NotPossible(_("修复日期早于停止使用日期。"))
    outage.until = until
    outage.save()
    _keep(device, by, "in_order", {"until": until})


@transaction.atomic
def retire(device: Device, *, until: date, reason: str, by: Officer) -> None:
    """Raises NotPossible."""
    device = _locked(device)
    if device.until is not None:
        raise NotPossible(_("这台设备已经停用。"))
    if device.holdings.filter(until=None).exists():
        raise NotPossible(_("先登记交回，再停用。"))
    device.until, device.note = until, reason
    _checked(device)
    device.save()
    _keep(device, by, "retired", {"until": until, "reason": reason})


def explain_lateness(recording: Recording, *, reason: str, by: Officer) -> None:
    """Raises NotPossible."""
    if not recording.is_late:
        raise NotPossible(_("这段音像没有逾期。"))
    Recording.objects.filter(pk=recording.pk).update(late_reason=reason, late_explained_by=by)


def set_keeping(recording: Recording, *, key: str, reason: str, by: Officer) -> None:
    """The class of keeping that a person sets; what follows from a case is added to it. Raises UnknownRecordingRule."""
    rule = keeping(key, timezone.localdate(recording.ended_at))
    Recording.objects.filter(pk=recording.pk).update(keeping=rule.key, keeping_reason=reason, keeping_set_by=by)


def _locked(device: Device) -> Device:
    return Device.objects.select_for_update().get(pk=device.pk)


def _checked(row: Any) -> None:
    try:
        row.full_clean()
    except ValidationError as problem:
        raise NotPossible(_("；").join(_sentences(problem.messages))) from None


def _sentences(messages: Iterable[str]) -> list[str]:
    return [one.rstrip("。") for one in messages]


def _keep(device: Device, by: Officer, what: str, said: dict[str, Any]) -> None:
    DeviceChange.objects.create(
        device=device, by=by, at=timezone.now(), what=what, said={key: str(one) for key, one in said.items() if one}
    )
