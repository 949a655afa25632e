"""What do the pages of the review standards show?"""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from law.review_standard import Standard
from oversight.conditions import CONDITIONS
from oversight.models import StandardVersion
from oversight.places import article
from oversight.rules import RULES
from oversight.standards import standard_on, standards_on, used_by

# Named here so that they are gathered for translation; the file itself is Chinese in every language.
AUTO_WORDS = {"yes": gettext_noop("全部"), "partial": gettext_noop("部分"), "no": gettext_noop("人工")}


def standards_context(on: date) -> dict[str, Any]:
    default = standard_on(on).key
    loaded = StandardVersion.objects.select_related("loaded_by").defer("rows").order_by("-pk")
    return {"rows": [_row(one, default) for one in standards_on(on)], "loaded": list(loaded)}


def _row(standard: Standard, default: str) -> dict[str, Any]:
    return {
        "standard": standard,
        "is_default": standard.key == default,
        "is_own": standard.version is not None,
        "items": len(standard.items),
        "machine": sum(bool(one.rules) for one in standard.items),
        "vetoes": sum(one.veto for one in standard.items),
        "url": reverse("oversight:standard", args=[standard.key]),
        "csv_url": reverse("oversight:standard-csv", args=[standard.key]),
        "change_url": f"{reverse('oversight:standard-load')}?from={standard.key}",
    }


def standard_context(standard: Standard) -> dict[str, Any]:
    sections: dict[str, list[dict[str, Any]]] = {}
    for item in standard.items:
        row = {
            "item": item,
            "points": _("否决") if item.veto else item.points_text,
            "applies": CONDITIONS[item.applies],
            "auto": _(AUTO_WORDS[item.auto]),
            "basis": article(item.basis),
        }
        sections.setdefault(item.section, []).append(row)
    return _row(standard, "") | {"sections": [{"title": title, "rows": rows} for title, rows in sections.items()]}


def catalogue_context() -> dict[str, Any]:
    """Every condition and every rule that a file may name."""
    return {
        "conditions": [{"key": key, "title": title} for key, title in CONDITIONS.items()],
        "rules": [
            {"key": key, "text": used_by(key), "basis": article(one.basis)} for key, one in sorted(RULES.items())
        ],
        "back_url": reverse("oversight:standards"),
    }
