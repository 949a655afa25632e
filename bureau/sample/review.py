"""What did the sample bureau's first case-file review find? One kept review of what was closed in two years."""

from datetime import date, datetime

from bureau.sample.story import Cast
from oversight.report import make_report, run_review

YEARS = 2


def review(cast: Cast, today: date, *, now: datetime) -> None:
    begins = date(today.year - YEARS + 1, 1, 1)
    run_review(make_report(begins, today, None, now=now, language="zh-hans"), officer=cast["韩雪"])
