"""What do people type in case 5, the forged permits of September 2026, and how is an object of a case acted on?"""

from typing import Any

from tests.journeys.desk import Desk, Office
from tests.journeys.overload import PARTY
from tests.journeys.pages import Page, words
from tests.journeys.steps import Journey

LEAD = {
    "受案时间": "2026-09-01T10:00",
    "案由": "样例顺达运输有限公司涉嫌使用无道路运输证的车辆运输货物",
    "发生日期": "2026-09-01",
    "发生地点": "S210线K32+500治超站",
    "案件基本情况": "执法人员检查货车时，驾驶人出示的两本道路运输证纸张、印章与真证不符，涉嫌系伪造。",
}
CHARGE = {
    "违法行为": "HY-010",
    "行为发生日期": "2026-09-01",
    "违法事实": "当事人使用无道路运输证的车辆运输货物，出示的道路运输证系伪造。",
}
CRIME = "伪造、变造、买卖国家机关公文、证件、印章罪"


def forged_permits(office: Office) -> Journey:
    """Found and filed on 1 September 2026, a Tuesday."""
    journey = Journey(office, "李明", "王强", "郑海")
    office.on("2026-09-01", "12:00")
    journey.register(**LEAD)
    journey.handle("添加当事人", **PARTY)
    journey.handle("添加违法行为", **CHARGE)
    journey.scene("2026-09-01", ("10:00", "10:40"), "于强", "驾驶人", "驾驶人出示两本道路运输证，证号查无记录。")
    journey.evidence("道路运输证", "驾驶人于强", "证件系伪造", "物证", 数量="2")
    journey.file()
    return journey


def offers_on(page: Page, kind: str) -> dict[str, str]:
    """What the page offers on the legal objects of a kind, with the addresses."""
    found: dict[str, str] = {}
    for section in page.root.iter("section"):
        heading = next(section.iter("h2"), None)
        if "-title" in section.get("aria-labelledby", "") and words(heading).startswith(kind):
            found |= {words(link): link.get("href", "") for link in section.iter("a")}
    return found


def act_on(desk: Desk, case: str, kind: str, title: str, typed: dict[str, Any] | None = None) -> Page:
    """Do an offered act of a legal object; the answer is the page of the case afterwards."""
    form = _form(desk, case, kind, title)
    form.fill(typed or {})
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title)
    if page.heading.startswith(f"核对：{title}"):
        page = desk.submit(page.form(), title)
    assert page.status == 200 and page.path == case, f"{title}: {page.status} {page.text[:1500]}"
    assert f"已办理：{title}。" in page.text
    return page


def refused_on(desk: Desk, case: str, kind: str, title: str, typed: dict[str, Any], *reasons: str) -> None:
    form = _form(desk, case, kind, title)
    form.fill(typed)
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title)
    assert page.status in (409, 422), f"{title} was not refused: {page.status} {page.text[:500]}"
    for reason in reasons:
        assert reason in page.text, f"“{reason}” is missing: {page.text[:1500]}"


def _form(desk: Desk, case: str, kind: str, title: str) -> Any:
    offered = offers_on(desk.open(case), kind)
    assert title in offered, f"{title} is not offered on {kind}: {list(offered)}"
    return desk.open(offered[title]).form()
