"""Does the review standard of this installation name only rules and conditions that exist?"""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, register

from law.review_standard import ReviewItem, all_review_items
from oversight.applicability import APPLICABLE
from oversight.rules import RULES


@register("oversight")
def check_review_standard(**kwargs: Any) -> list[CheckMessage]:
    return check_items(all_review_items())


def check_items(items: Iterable[ReviewItem]) -> list[CheckMessage]:
    """oversight.E001: a rule that nobody wrote. E002: a condition that nobody wrote."""
    found: list[CheckMessage] = []
    for item in items:
        for key in item.rules:
            if key not in RULES:
                found.append(Error(f"Review item {item.key}: no rule called {key}", id="oversight.E001"))
        if item.applies not in APPLICABLE:
            found.append(Error(f"Review item {item.key}: no condition called {item.applies}", id="oversight.E002"))
    return found
