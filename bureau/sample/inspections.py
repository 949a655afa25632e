"""What did the sample bureau's random inspections come to? One table that is public, a second one waits."""

from datetime import date, timedelta

from bureau.sample.identities import credit_code
from bureau.sample.people import BUREAU
from bureau.sample.story import Cast
from law.holidays import is_working_day
from publicity.inspected import approve, load
from publicity.inspected_table import InspectedRow

PLAN, ITEM = "样交检〔2026〕1号", "道路货物运输经营情况"
FIRMS = (
    ("样例远达货运有限公司", 401, "nothing_found", "", ""),
    ("样例顺途客运有限公司", 402, "correction_ordered", "安全例会没有记录。", "限期十五日改正，届时复查"),
    ("样例路安汽车维修有限公司", 403, "nothing_found", "", ""),
    ("样例广运物流有限公司", 404, "unreachable", "按登记的经营场所无法联系。", "函告市场监督管理部门"),
)
NEXT = (("样例通和驾驶培训有限公司", 405, "nothing_found", "", ""),)


def inspect(cast: Cast, today: date) -> None:
    """Loaded by one publisher, approved by the other."""
    first, second = _working_day(today, 14), _working_day(today, 5)
    done = [_row(cast, *firm, on=first) for firm in FIRMS]
    done.append(_row(cast, "白音仓", 0, "correction_ordered", "未随车携带道路运输证。", "当场改正", on=first))
    approve(load(done, cast["秦芳"], second), cast["尤佳"], second)
    load([_row(cast, *firm, on=second) for firm in NEXT], cast["秦芳"], today)


def _working_day(today: date, ago: int) -> date:
    day = today - timedelta(days=ago)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _row(cast: Cast, name: str, code: int, result: str, note: str, follow_up: str, *, on: date) -> InspectedRow:
    """No code: a natural person."""
    shown = [cast[who].enforcement_certificate(on) for who in ("李明", "王强")]
    return InspectedRow(
        plan=PLAN if code else "临时",
        item=ITEM if code else "道路旅客运输经营情况",
        is_person=not code,
        name=name,
        uscc=credit_code(code) if code else "",
        checked_on=on,
        organ=BUREAU["name"],
        inspectors="、".join(one.number for one in shown if one),
        result=result,
        note=note,
        follow_up=follow_up,
    )
