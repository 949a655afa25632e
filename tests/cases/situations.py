"""In which small bureau, and on which two cases, is the procedure tried?

Posts are mixed on purpose: the law parts functions, not people, so the same person may stand on both sides of a case.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bureau.sample.identities import credit_code, identity_number
from bureau.sample.people import SINCE, hire_everyone
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Cast, Story, at
from cases.case_file import CaseFile, load_case_file
from cases.forms.review import POINTS
from cases.models import Case
from officers.models import RoleGrant
from officers.roles import Role

START = date(2026, 3, 2)
"""A Monday; no holiday falls into the five weeks that follow but Qingming (4 to 6 April)."""
ASKED, LATE, RETURNED = date(2026, 5, 22), date(2026, 5, 26), date(2026, 6, 8)
CONVENED, HEARD = date(2026, 5, 25), date(2026, 6, 4)
"""Told on a Monday; seven full working days later, 26 May to 3 June, the hearing may be held."""
MIXED = (
    ("李明", Role.BUREAU_HEAD),  # handles the case and is a head
    ("李明", Role.LEGAL_REVIEWER),
    ("陈静", Role.BUREAU_HEAD),  # reviews the case and is a head
    ("褚文", Role.LEGAL_REVIEWER),  # chairs the hearing and is a reviewer
    ("韩雪", Role.LEGAL_REVIEWER),  # a reviewer without the qualification
)
LIGHT = {"kinds": ["fine"], "fine": Decimal(200), "confiscation": Decimal(0), "other": "", "reason": ""}
GRAVE = {
    "kinds": ["fine", "confiscate_income"],
    "fine": Decimal(52000),
    "confiscation": Decimal(26000),
    "other": "",
    "reason": "按违法所得二倍。",
}
SANCTIONS = {"HY-012": LIGHT, "WH-001": GRAVE}
TRADER = {
    "kind": "individual_business",
    "name": "样例旗老田货运部",
    "id_number": identity_number(date(1979, 6, 12), 1),
    "representative": "田大力",
    "address": "样例旗样例镇东街15号",
}
FIRM = {
    "kind": "organisation",
    "name": "样例宏达化工贸易有限公司",
    "uscc": credit_code(2),
    "representative": "高宏",
    "address": "样例旗样例镇工业路8号",
}


@dataclass
class World:
    """The people by name, and where a walk begins: two leads (one small, one grave with a second party), a case in
    which a hearing was asked for, one in which it is to be held, one in which it was asked for too late, one whose party spoke and was found right, and one
    that the legal reviewer has just returned.
    """

    cast: Cast
    light: Case
    grave: Case
    asked: Case
    told: Case
    late: Case
    spoken: Case
    returned: Case


def points(questions: tuple[str, ...], wrong: dict[int, str]) -> list[dict[str, Any]]:
    return [
        {"number": number, "question": text, "satisfied": number not in wrong, "remark": wrong.get(number, "")}
        for number, text in enumerate(questions, start=1)
    ]


def build_world() -> World:
    cast = hire_everyone()
    for name, role in MIXED:
        RoleGrant.objects.create(officer=cast[name], role=role, granted_on=SINCE)
    light, grave = lead(cast, "样例旗老田货运部"), lead(cast, "样例宏达化工贸易有限公司")
    add_party(light, TRADER, "HY-012")
    add_party(grave, FIRM, "WH-001")
    add_party(grave, TRADER, "HY-012")
    for story in (light, grave):
        story.record_scene(START, "货车停于路边，驾驶人不能出示许可证件。", "田大力", "驾驶人")
        story.evidence(START, "documentary", "证件复印件", "当事人", "没有许可或者逾期未审验")
    returned = dangerous_goods(cast, until="heard")
    returned.handler("submit_for_review", RETURNED)
    comments = [{"place": "全案", "text": "补充称重单。"}]
    questions = points(POINTS, {4: "没有称重依据"})
    facts = {"points": questions, "outcome": "returned", "opinion": "补正。", "comments": comments}
    returned.act("陈静", "return_review", RETURNED, **facts)
    asked = dangerous_goods(cast, until="notified")
    asked.handler("request_hearing", ASKED, party=asked.case.parties.get(), oral=False)
    told = dangerous_goods(cast, until="notified")
    told.handler("request_hearing", ASKED, party=told.party, oral=False)
    people = {"chair": cast["褚文"], "recorder": cast["朱玉"]}
    day = {"set_for": at(HEARD, 9), "place": "样例旗交通运输局听证室", "is_public": True, "private_reason": ""}
    told.with_hearing("赵刚", "convene_hearing", CONVENED, **day, **people)
    told.serve("serve_paper_on_party", "hearing-notice", CONVENED, "高宏", "法定代表人")
    late = dangerous_goods(cast, until="notified")
    late.handler("request_hearing", LATE, party=late.case.parties.get(), oral=False)
    spoken = dangerous_goods(cast, until="notified")
    said = spoken.handler("record_statement", ASKED, party=spoken.party, oral=False, text="已停运，请求从轻。").about
    spoken.handler("answer_statement", ASKED, statement=said, accepted="partly", answer="属实。")
    # Neighbours that could be joined to either of the first two.
    for number, name in enumerate(("老孟", "老尹"), 1):
        lead(cast, f"样例旗{name}货运部")
        Case.objects.filter(cause__startswith=f"样例旗{name}").update(
            state="investigating", number=f"邻案〔2026〕{number}号", filed_on=START
        )
    return World(cast, light.case, grave.case, asked.case, told.case, late.case, spoken.case, returned.case)


def lead(cast: Cast, who: str, **more: Any) -> Story:
    return Story(
        cast,
        "李明",
        "王强",
        "郑海",
        on=START,
        source="inspection",
        received_at=at(START, 9),
        cause=f"{who}涉嫌违法运输",
        occurred_on=START,
        place="S210线K32+500",
        summary="检查时发现。",
        **more,
    )


def add_party(story: Story, identity: dict[str, Any], code: str) -> None:
    party = story.handler("add_party", START, **identity).about
    income = {"illegal_income": Decimal(26000)} if code == "WH-001" else {}
    story.handler(
        "add_charge", START, party=party, violation_code=code, conduct_on=START, facts="当事人违法运输。", **income
    )


def file_of(case: Case) -> CaseFile:
    return load_case_file(case.pk)


def sanctions_of(file: CaseFile, **changed: Any) -> dict[int, dict[str, Any]]:
    return {one.pk: SANCTIONS[one.violation_code] | changed for one in file.charges}


HOLIDAYS = {date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 5), date(2026, 6, 19)}
WORKED_SATURDAYS = {date(2026, 5, 9)}


def works(on: date) -> bool:
    """By hand from the State Council's calendar of spring 2026, not from the product."""
    return on in WORKED_SATURDAYS or (on.weekday() < 5 and on not in HOLIDAYS)


def working_days_later(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day
