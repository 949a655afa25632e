"""What does everybody read of a random draw, from its opening on, whatever becomes of it? (docs/decisions/0014)"""

from collections import Counter
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from inspections.draw_export import export
from inspections.draws import CannotDraw
from inspections.models import CheckObject, Draw, DrawnObject
from officers.models import Officer
from publicity.inspected_table import shows_too_much


class PublishedDraw(models.Model):
    """The portal's own row of a draw; written anew at each station, never taken down."""

    number = models.PositiveBigIntegerField(unique=True)
    plan = models.CharField(_("抽查计划"), max_length=200)
    draws_on = models.DateField(_("抽取日期"))
    organiser = models.CharField(_("组织人"), max_length=40)
    supervisor = models.CharField(_("监督人"), max_length=40)
    opened_at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True, blank=True)
    commitment = models.CharField(_("口令的摘要"), max_length=64, blank=True)
    pooled_at = models.DateTimeField(null=True, blank=True)
    pool_sha256 = models.CharField(_("抽取池的摘要"), max_length=64, blank=True)
    pool_counts = models.JSONField(default=dict)
    """objects, inspectors: how many; objects_excluded, inspectors_excluded: how many by reason."""
    drawn_at = models.DateTimeField(null=True, blank=True)
    nonce = models.CharField(_("口令"), max_length=200, blank=True)
    seed = models.CharField(_("种子"), max_length=64, blank=True)
    result_sha256 = models.CharField(_("结果的摘要"), max_length=64, blank=True)
    rows = models.JSONField(default=list)
    """Of each drawn object: id, name (of an organisation only), class, officers as drawn, substitutions."""
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(_("取消的理由"), max_length=300, blank=True)
    redraw_of = models.PositiveBigIntegerField(null=True, blank=True)
    redrawn_as = models.PositiveBigIntegerField(null=True, blank=True)
    file = models.TextField(blank=True)
    """As scripts/verify_draw.py reads it, byte for byte."""

    class Meta:
        db_table = "published_draw"
        ordering: ClassVar = ["-number"]

    def __str__(self) -> str:
        return f"{self.number} {self.plan}"


def publish_draw(draw: Draw) -> None:
    """In the transaction of the station itself. Raises CannotDraw where a text says what nobody may read."""
    for text in [draw.cancel_reason, *(one.reason for one in draw.waivers.all())]:
        if said := improper(text):
            raise CannotDraw(" ".join(said))
    facts = {
        "plan": str(draw.plan),
        "organiser": draw.opened_by.name,
        "supervisor": draw.supervisor.name,
        "redraw_of": draw.redraw_of_id,
        "pool_counts": _counts(draw.pool_rows),
        "rows": _rows(draw),
        "file": export(draw),
    }
    for name in (
        "draws_on", "opened_at", "committed_at", "commitment", "pooled_at", "pool_sha256", "drawn_at", "nonce", "seed",
        "result_sha256", "cancelled_at", "cancel_reason",
    ):  # fmt: skip
        facts[name] = getattr(draw, name)
    PublishedDraw.objects.update_or_create(number=draw.pk, defaults=facts)
    if draw.redraw_of_id:
        PublishedDraw.objects.filter(number=draw.redraw_of_id).update(redrawn_as=draw.pk)


def improper(text: str) -> list[str]:
    """What a text for everybody says that nobody may read."""
    return list(shows_too_much(text, ()))


def _counts(pool: dict[str, Any]) -> dict[str, Any]:
    if not pool:
        return {}
    return {
        "objects": len(pool["objects"]),
        "inspectors": len(pool["inspectors"]),
        "objects_excluded": dict(Counter(one["reason"] for one in pool["objects_excluded"])),
        "inspectors_excluded": dict(Counter(one["reason"] for one in pool["inspectors_excluded"])),
        "admitted": [{"id": one["id"], "reason": one["admitted"]} for one in pool["objects"] if "admitted" in one],
    }


def _rows(draw: Draw) -> list[dict[str, Any]]:
    teams = {one["id"]: one["officers"] for one in draw.result_rows}
    names = dict(
        Officer.objects.filter(pk__in={pk for team in teams.values() for pk in team}).values_list("pk", "name")
    )
    drawn = draw.drawn.select_related("target").prefetch_related("substitutions__out", "substitutions__into")
    return [
        {
            "id": one.target_id,
            "name": name_for_all(one.target),
            "class": one.credit_class,
            "officers": [names[pk] for pk in teams[one.target_id]],
            "changes": _changes(one),
        }
        for one in drawn.order_by("pk")
    ]


def _changes(one: DrawnObject) -> list[dict[str, str]]:
    found = sorted(one.substitutions.all(), key=lambda each: each.number)
    return [
        {"on": each.made_on.isoformat(), "out": each.out.name, "into": each.into.name, "reason": each.reason}
        for each in found
    ]


def name_for_all(target: CheckObject) -> str:
    """A natural person's name is nobody's business; the number in the register stands for it."""
    return f"个人（名录第{target.pk}号）" if target.is_person else target.name
