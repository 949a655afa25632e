"""How often may one address have something done that costs time? Counted in the minute, in the memory of this process."""

from django.core.cache import cache
from django.utils import timezone

MINUTE = 60


def may_go_on(what: str, address: str, most: int) -> bool:
    """Count one more; False from the one after `most` in this minute on."""
    key = f"{what}:{address}:{int(timezone.now().timestamp()) // MINUTE}"
    cache.add(key, 0, 2 * MINUTE)
    return cache.incr(key) <= most
