"""How does an officer write down several things on a phone: one line each?"""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

PARTS = ("name", "specification", "quantity", "condition")
SEPARATORS = re.compile(r"[，,；;|｜\t]")
LONGEST = 200


class ThingsField(forms.CharField):
    """名称，规格，数量，状况: one thing a line; the first and the third are needed. things_in() reads the clean text."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("一行一件，依次写名称，规格，数量，状况；没有规格的空着，逗号要留。"))
        super().__init__(max_length=8_000, widget=forms.Textarea(attrs={"rows": 5}), **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        things_in(text)
        return text


def things_in(text: str) -> list[dict[str, str]]:
    """Raises ValidationError, naming the line."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return [_thing(number, line) for number, line in lines]


def _thing(number: int, line: str) -> dict[str, str]:
    cells = [one.strip() for one in SEPARATORS.split(line, maxsplit=3)]
    thing = dict(zip(PARTS, [*cells, "", "", ""], strict=False))
    if not (thing["name"] and thing["quantity"]):
        raise forms.ValidationError(
            gettext("第 %(number)d 行要写明名称和数量，例如：印版，30×20厘米，4块，完好。") % {"number": number}
        )
    if any(len(one) > LONGEST for one in cells):
        raise forms.ValidationError(gettext("第 %(number)d 行写得太长，每项不超过二百字。") % {"number": number})
    return thing


def written_things(things: list[dict[str, str]]) -> str:
    """As the field reads them, to be proposed again."""
    return "\n".join("，".join(one.get(part, "") for part in PARTS).rstrip("，") for one in things)
