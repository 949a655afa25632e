"""How do pages write amounts, icons, versions and charts? Builtin for every template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()


@dataclass(frozen=True)
class Bar:
    label: str
    value: Any
    url: str
    percent: str


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing beside words; never alone, hence hidden from screen readers."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons.svg"),
        name,
    )


@register.simple_tag
def product_version() -> str:
    return str(getattr(settings, "VERSION", ""))


@register.filter
def yuan(amount: Decimal | int | None) -> str:
    """30,000 元; cents only where there are any."""
    if amount is None:
        return ""
    value = Decimal(amount)
    whole = value == value.to_integral_value()
    return _("%(amount)s 元") % {"amount": intcomma(int(value) if whole else f"{value:.2f}", use_l10n=False)}


@register.filter
def attribute(row: Any, name: str) -> Any:
    """row.url where the row may be a mapping, an object or without that name."""
    if isinstance(row, Mapping):
        return row.get(name, "")
    return getattr(row, name, "")


@register.filter
def faults(form: BaseForm) -> int:
    """How many things are to be put right, over all fields."""
    return sum(len(messages) for messages in form.errors.values())


@register.filter
def split_words(words: str) -> list[str]:
    return words.split()


@register.inclusion_tag("components/chart_bars.html")
def chart_bars(rows: Iterable[Any], title: str, unit: str = "") -> dict[str, Any]:
    """Horizontal bars, each in a row of a table with its number: label, value and, if it can be opened, url."""
    rows = list(rows)
    longest = max((float(attribute(row, "value") or 0) for row in rows), default=0) or 1.0
    return {"bars": [_bar(row, longest) for row in rows], "title": title, "unit": unit}


def _bar(row: Any, longest: float) -> Bar:
    value = attribute(row, "value")
    return Bar(
        label=str(attribute(row, "label")),
        value=value,
        url=str(attribute(row, "url")),
        percent=f"{100 * float(value or 0) / longest:.1f}",
    )
