"""How does something enter and leave the registers of random inspection, and who must keep away from whom?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from inspections.announcing import announce_registers
from inspections.models import CheckObject, CreditChange, InspectorTrade, Recusal
from inspections.models.registers import Listed
from officers.models import CERTIFIED, Officer


class CannotKeep(RuntimeError):
    """Why, in words for the person."""


@transaction.atomic
def list_rows(rows: Iterable[Listed], on: date) -> int:
    """All or none. Raises CannotKeep where somebody has just listed one of them."""
    made = list(rows)
    try:
        with transaction.atomic():
            for one in made:
                one.listed_on = on
                one.save(force_insert=True)
    except IntegrityError:
        raise CannotKeep(_("其中有已经列入的，刷新后再办。")) from None
    announce_registers(on)
    return len(made)


@transaction.atomic
def take_off(row: Listed, on: date, reason: str) -> None:
    """The row stays: a draw of last year still finds it. Raises CannotKeep."""
    found = type(row)._default_manager.filter(pk=row.pk, delisted_on=None, listed_on__lte=on)
    if not found.update(delisted_on=on, delisting_reason=reason):
        raise CannotKeep(_("已经移出。"))
    announce_registers(on)


@transaction.atomic
def reclassify(target: CheckObject, became: str, *, on: date, reason: str, by: Officer) -> None:
    """Raises CannotKeep."""
    locked = CheckObject.objects.select_for_update().get(pk=target.pk)
    if locked.credit_class == became:
        raise CannotKeep(_("信用风险分类没有变化。"))
    CreditChange.objects.create(target=locked, was=locked.credit_class, became=became, on=on, reason=reason, made_by=by)
    locked.credit_class = became
    locked.save(update_fields=["credit_class"])
    announce_registers(on)


def keep_away(target: CheckObject, officer: Officer, *, reason: str, on: date, by: Officer) -> Recusal:
    """Raises CannotKeep."""
    try:
        with transaction.atomic():
            return Recusal.objects.create(target=target, officer=officer, reason=reason, since=on, made_by=by)
    except IntegrityError:
        raise CannotKeep(_("这名人员对这个对象的回避已经登记。")) from None


def end_recusal(recusal: Recusal, *, reason: str, on: date, by: Officer) -> None:
    """Why it was entered stays on record, and nobody ends the own one. Raises CannotKeep."""
    if by.pk == recusal.officer_id:
        raise CannotKeep(_("本人的回避由别人终止。"))
    standing = Recusal.objects.filter(pk=recusal.pk, ended_on=None)
    if not standing.update(ended_on=on, ended_by=by, ending_reason=reason):
        raise CannotKeep(_("这项回避已经终止。"))


def inspectors(on: date) -> list[dict[str, Any]]:
    """Everybody who stood in the register that day with a certificate valid on it, and for which trades."""
    rows = InspectorTrade.objects.filter(pk__in=InspectorTrade.objects.on(on).values("pk"))
    people: dict[int, dict[str, Any]] = {}
    listed = rows.select_related("officer__department").prefetch_related(*(f"officer__{one}" for one in CERTIFIED))
    for row in listed.order_by("officer__staff_number", "trade"):
        certificate = row.officer.enforcement_certificate(on)
        entry = people.setdefault(
            row.officer_id, {"officer": row.officer, "number": certificate.number if certificate else "", "rows": []}
        )
        entry["rows"].append(row)
    return [one for one in people.values() if one["officer"].is_active]
