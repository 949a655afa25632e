"""What does somebody get who wants to check a draw without us? One file for scripts/verify_draw.py."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate

from inspections.drawing import canonical, digest
from inspections.models import Draw, Substitution

FORMAT = "random-draw/1"
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def export(draw: Draw) -> str:
    """Canonical JSON and a line end: any other byte is noticed. Of a draw under way, what everybody may know already."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "number": draw.pk,
        "plan": draw.plan.number,
        "state": draw.state_key,
        "commitment": draw.commitment,
        "pool": draw.pool_rows or None,
        "pool_sha256": draw.pool_sha256,
        "times": {
            "committed": _time(draw.committed_at),
            "pooled": _time(draw.pooled_at),
            "revealed": _time(draw.drawn_at),
            "revealed_on": localdate(draw.drawn_at).isoformat() if draw.drawn_at else "",
        },
        "nonce": draw.nonce,
        "seed": draw.seed,
        "result": {"objects": draw.result_rows} if draw.result else None,
        "result_sha256": draw.result_sha256,
        "cancelled": {"at": _time(draw.cancelled_at), "reason": draw.cancel_reason} if draw.cancelled_at else None,
        "redraw_of": draw.redraw_of_id,
        "substitutions": [
            {
                "object": one.drawn.target_id,
                "number": one.number,
                "out": one.out_id,
                "in": one.into_id,
                "reason": one.reason,
                "excluded": one.excluded,
                "on": one.made_on.isoformat(),
            }
            for one in Substitution.objects.filter(drawn__draw=draw).select_related("drawn").order_by("pk")
        ],
    }
    return canonical(told | {"digest": digest(canonical(told))}) + "\n"


def verifier() -> str:
    """The program that checks the file, as it is handed out with it."""
    return (settings.BASE_DIR / "scripts" / "verify_draw.py").read_text(encoding="utf-8")


def _time(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime(TIME) if moment else ""
