"""Which moments lie in the days of a period, by the bureau's clock?"""

from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware

from cases.figures.registry import Period


def within(field: str, period: Period) -> dict[str, datetime]:
    """For filter(): from the first midnight to before the one after the last day; an index on the field is used."""
    begins = make_aware(datetime.combine(period.begins, time.min))
    after = make_aware(datetime.combine(period.ends + timedelta(days=1), time.min))
    return {f"{field}__gte": begins, f"{field}__lt": after}
