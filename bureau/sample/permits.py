"""Which permits did the sample bureau decide? One table that counts, a second one that waits for another person."""

from datetime import date, timedelta

from bureau.sample.story import Cast
from oversight.annual.permit_table import COLUMNS, read_table
from oversight.annual.permits import approve, load

ITEMS = ("道路货物运输经营许可", "道路旅客运输经营许可", "机动车驾驶员培训备案变更", "出租汽车经营许可")


def permit(cast: Cast, today: date) -> None:
    """Loaded by the administrator, approved by a head of the bureau."""
    first, _faults = read_table(_table(today, range(1, 9)), today)
    approve(load(first, cast["韩雪"], today), cast["蒋平"], today)
    second, _faults = read_table(_table(today, range(9, 12)), today)
    load(second, cast["韩雪"], today)


def _table(today: date, numbers: range) -> str:
    return "\n".join([",".join(COLUMNS), *(",".join(_row(today, number)) for number in numbers)])


def _row(today: date, number: int) -> list[str]:
    applied = today - timedelta(days=30 - number)
    kind = ("新办", "新办", "变更", "延续")[number % 4]
    outcome = ("准予", "准予", "不予", "准予", "未办结")[number % 5]
    decided = "" if outcome == "未办结" else str(applied + timedelta(days=8))
    accepted = str(applied + timedelta(days=1))
    return [f"样交许{today.year}{number:04}", ITEMS[number % 4], kind, str(applied), accepted, outcome, decided, ""]
