"""How do permits come into the figures: loaded by one person, looked at by another?"""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from officers.models import Officer
from oversight.annual.models import PermitBatch, PermitMatter


class CannotDo(RuntimeError):
    """Why, in words for the person."""


@transaction.atomic
def load(matters: Sequence[PermitMatter], officer: Officer, on: date) -> PermitBatch:
    """All rows of a table that was found good; none of them counts yet."""
    batch = PermitBatch.objects.create(loaded_by=officer, loaded_on=on)
    for one in matters:
        one.batch = batch
    PermitMatter.objects.bulk_create(matters, batch_size=1000)
    return batch


@transaction.atomic
def approve(batch: PermitBatch, officer: Officer, on: date) -> None:
    """Its rows count, in the place of what earlier tables said of the same numbers. Raises CannotDo."""
    if officer.pk == batch.loaded_by_id:
        raise CannotDo(
            _("%(name)s导入了这批许可数据，不能自己审核；请另一名业务管理员或者局领导审核。") % {"name": officer.name}
        )
    _end(batch, approved_by=officer, approved_on=on)
    mine = PermitMatter.objects.filter(batch=batch)
    PermitMatter.objects.filter(counts=True, number__in=mine.values("number")).update(counts=False)
    try:
        with transaction.atomic():
            mine.update(counts=True)
    except IntegrityError:
        raise CannotDo(_("刚才有人审核了含有同样编号的另一批数据，重新打开后再审核。")) from None


@transaction.atomic
def give_back(batch: PermitBatch, officer: Officer, on: date, reason: str) -> None:
    """None of them counts; put right, they are loaded again. Raises CannotDo."""
    _end(batch, returned_by=officer, returned_on=on, return_reason=reason)


def _end(batch: PermitBatch, **facts: object) -> None:
    """Once, whoever is faster."""
    if not PermitBatch.objects.filter(pk=batch.pk, approved_by=None, returned_by=None).update(**facts):
        raise CannotDo(_("这批许可数据已经办理过。"))
