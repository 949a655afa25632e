"""Which results of inspections were loaded by whom, who approved them, and how do they become public?

Loaded from the table of the 双随机 platform by one person, approved whole by another (国发〔2019〕5号, 公开条例 17).
"""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from law.inspections import inspection_rule
from officers.models import Officer
from publicity.redaction import public_name
from publicity.register import Fate, PublishedInspection
from publicity.showing import emptied

if TYPE_CHECKING:
    from publicity.inspected_table import InspectedRow


class CannotDo(RuntimeError):
    """Why, in words for the person."""


def new_slug() -> str:
    """96 bits: an address that tells nothing and leads to no other one."""
    return secrets.token_urlsafe(12)


class BatchQuerySet(models.QuerySet["InspectionBatch"]):
    def waiting(self) -> "BatchQuerySet":
        return self.filter(approved_by=None, returned_by=None)

    def to_put_right(self) -> "BatchQuerySet":
        """Returned, and its loader has loaded nothing since."""
        later = InspectionBatch.objects.filter(
            loaded_by=OuterRef("loaded_by"), pk__gt=OuterRef("pk"), loaded_on__gte=OuterRef("returned_on")
        )
        return self.exclude(returned_by=None).exclude(Exists(later))

    def owed(self) -> "BatchQuerySet":
        """What the public still waits for."""
        return self.waiting() | self.to_put_right()

    def counted(self) -> Any:
        """With `count`, how many results each holds."""
        return self.annotate(count=Count("results"))


class InspectionBatch(models.Model):
    """What came in one table: taken or refused as a whole, approved or returned as a whole."""

    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_on = models.DateField(_("导入日期"))
    due_on = models.DateField(_("最迟公示日期"))
    """Of its earliest check."""
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(_("审核日期"), null=True, blank=True)
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    returned_on = models.DateField(_("退回日期"), null=True, blank=True)
    return_reason = models.CharField(_("退回的理由"), max_length=300, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_on=None)
                | Q(approved_by__isnull=False, approved_on__isnull=False) & ~Q(approved_by=F("loaded_by")),
                name="nobody_approves_own_inspections",
                violation_error_message=_("检查结果须由导入人以外的人审核。"),
            ),
            models.CheckConstraint(
                condition=Q(returned_by=None, returned_on=None, return_reason="")
                | Q(returned_by__isnull=False, returned_on__isnull=False, approved_by=None) & ~Q(return_reason=""),
                name="a_returned_batch_has_day_and_reason",
                violation_error_message=_("退回检查结果须写明日期和理由，已经公示的不能退回。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.loaded_on}"

    @property
    def waits(self) -> bool:
        return self.approved_by_id is None and self.returned_by_id is None


class InspectionResult(models.Model):
    """One line of the table as it was loaded; the public reads its copy in publicity.register."""

    SAME: ClassVar = ("plan", "item", "name", "uscc", "checked_on", "organ")
    """Two lines that agree in these tell of the same check."""

    batch = models.ForeignKey(InspectionBatch, models.PROTECT, related_name="results")
    slug = models.CharField(max_length=24, unique=True, default=new_slug, editable=False)
    plan = models.CharField(_("抽查计划"), max_length=40)
    item = models.CharField(_("检查事项"), max_length=120)
    is_person = models.BooleanField(_("个人"))
    name = models.CharField(_("检查对象"), max_length=120)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    checked_on = models.DateField(_("检查日期"))
    organ = models.CharField(_("检查机关"), max_length=80)
    inspectors = models.CharField(_("检查人员证号"), max_length=80)
    result = models.CharField(_("检查结果"), max_length=30)
    note = models.CharField(_("说明"), max_length=200, blank=True)
    follow_up = models.CharField(_("后续处理"), max_length=200, blank=True)
    due_on = models.DateField(_("最迟公示日期"))
    public_until = models.DateField(_("公示截止日期"))
    void_on = models.DateField(_("不再使用的日期"), null=True, blank=True)
    """Returned with its batch, or withdrawn from the portal; the same check may then be loaded again."""
    void_reason = models.CharField(_("理由"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "item", "name", "uscc", "checked_on", "organ"],
                condition=Q(void_on=None),
                name="an_inspection_is_loaded_once",
                violation_error_message=_("同一次检查的结果已经导入过。"),
            ),
            models.CheckConstraint(
                condition=Q(is_person=False) | Q(uscc=""),
                name="no_number_of_a_person_is_loaded",
                violation_error_message=_("个人不得填代码。"),
            ),
            models.CheckConstraint(
                condition=Q(void_on=None, void_reason="") | Q(void_on__isnull=False) & ~Q(void_reason=""),
                name="a_void_inspection_has_day_and_reason",
                violation_error_message=_("不再使用的检查结果须写明日期和理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.checked_on}"

    @property
    def name_public(self) -> str:
        """An organisation's as it is, a natural person's as 张某某."""
        return public_name(self.name) if self.is_person else self.name

    @property
    def same(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.SAME)


SHOWN_AS_LOADED = ("plan", "item", "is_person", "checked_on", "organ", "inspectors", "result", "note", "follow_up")


@transaction.atomic
def load(rows: "Sequence[InspectedRow]", officer: Officer, on: date) -> InspectionBatch:
    """All rows of a table that was found good. Raises CannotDo where somebody has just loaded one of them."""
    dues = {row.checked_on: inspection_rule(row.checked_on) for row in rows}
    batch = InspectionBatch.objects.create(
        loaded_by=officer, loaded_on=on, due_on=min(rule.due_on(day) for day, rule in dues.items())
    )
    made = [
        InspectionResult(
            batch=batch,
            due_on=dues[row.checked_on].due_on(row.checked_on),
            public_until=dues[row.checked_on].last_shown(row.checked_on),
            **vars(row),
        )
        for row in rows
    ]
    try:
        with transaction.atomic():
            InspectionResult.objects.bulk_create(made)
    except IntegrityError:
        raise CannotDo(_("刚才有人导入了同样的检查结果，重新核对后再导入。")) from None
    return batch


@transaction.atomic
def approve(batch: InspectionBatch, officer: Officer, on: date) -> None:
    """Put all of them on the portal. Raises CannotDo: one's own table, or one that no longer waits."""
    if officer.pk == batch.loaded_by_id:
        raise CannotDo(_("%(name)s导入了这批检查结果，不能自己审核。") % {"name": officer.name})
    _end(batch, approved_by=officer, approved_on=on)
    for one in batch.results.all():
        put_on_show(one, on)


@transaction.atomic
def give_back(batch: InspectionBatch, officer: Officer, on: date, reason: str) -> None:
    """None of them becomes public; put right, they are loaded again. Raises CannotDo."""
    _end(batch, returned_by=officer, returned_on=on, return_reason=reason)
    batch.results.update(void_on=on, void_reason=reason)


def _end(batch: InspectionBatch, **facts: object) -> None:
    """Once, whoever is faster."""
    if not InspectionBatch.objects.filter(pk=batch.pk, approved_by=None, returned_by=None).update(**facts):
        raise CannotDo(_("这批检查结果已经办理过。"))


def put_on_show(one: InspectionResult, on: date) -> None:
    """By allow-list, never the row itself (公开条例 15)."""
    fields = {name: getattr(one, name) for name in SHOWN_AS_LOADED}
    fields |= {"name_public": one.name_public, "uscc_public": one.uscc, "public_until": one.public_until}
    PublishedInspection.objects.create(slug=one.slug, published_on=on, changed_on=on, **fields)


@transaction.atomic
def withdraw(one: InspectionResult, on: date, reason: str) -> None:
    """The plan, the day and the reason stay on the page, nothing else. Raises CannotDo."""
    shown = PublishedInspection.objects.filter(slug=one.slug, fate=Fate.SHOWN)
    gone = {"fate": Fate.WITHDRAWN, "changed_on": on, "withdrawn_on": on, "withdrawal_reason": reason}
    if not shown.update(**emptied(PublishedInspection.NAMING), **gone):
        raise CannotDo(_("这条检查结果没有在公示。"))
    InspectionResult.objects.filter(pk=one.pk).update(void_on=on, void_reason=reason)
