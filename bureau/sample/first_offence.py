"""首违不罚: minor, first, corrected the same day; no penalty, with education."""

from datetime import date

from bureau.sample.identities import identity_number
from bureau.sample.story import Cast, Story, at
from cases.papers.parts import chinese_day

TRUCKER_BORN = date(1979, 6, 12)
TRUCKER = {
    "kind": "individual_business",
    "name": "样例旗老田货运部",
    "id_number": identity_number(TRUCKER_BORN, 1),
    "representative": "田大力",
    "sex": "男",
    "born_on": TRUCKER_BORN,
    "address": "样例旗样例镇东街15号",
    "phone": "0475-0000103",
}


def first_offence(cast: Cast, *, start: date = date(2026, 8, 11), serial: int = 1) -> Story:
    """Told to the end: decided without penalty, served, closed."""
    story = found(cast, start, serial)
    let_off(story)
    return story


def found(cast: Cast, start: date, serial: int) -> Story:
    day = start
    story = Story(
        cast,
        "周勇",
        "吴敏",
        "陈军",
        on=day,
        source="inspection",
        received_at=at(day, 10),
        cause="样例旗老田货运部涉嫌普通货运许可证件逾期未年度审验",
        occurred_on=day,
        place="样例旗样例镇东街15号",
        summary=f"{chinese_day(day)}检查发现，当事人的普通货运许可证件逾期9日未年度审验，首次发现，当日补办。",
    )
    story.handler("add_party", day, **TRUCKER | {"id_number": identity_number(TRUCKER_BORN, serial)})
    story.handler(
        "add_charge",
        day,
        party=story.party,
        violation_code="HY-012",
        conduct_on=day,
        facts=f"{chinese_day(day)}检查时，当事人的道路运输证年度审验已逾期9日；当事人首次违法，当日补办审验，没有造成危害后果。",
    )
    story.record_scene(day, "出示的道路运输证年度审验已逾期9日。", "田大力", "经营者", hour=10)
    story.evidence(day, "documentary", "道路运输证复印件", "当事人", "审验逾期9日")
    story.file_case(day)
    return story


def let_off(story: Story) -> None:
    """Order, correction the same day, report, decision, service, closing."""
    day = story.start
    order = story.handler(
        "order_correction", day, party=story.party, content="立即补办道路运输证年度审验。", due_on=None
    ).about
    story.serve("serve_paper_on_party", "correction-order", day, "田大力", "经营者")
    second = story.cast[story.second]
    seen = "当日已补办年度审验。"
    story.act_on(order, story.first, "recheck", day, result="corrected", finding=seen, second_officer=second)
    story.conclude(
        story.later(1),
        recommendation="no_penalty",
        findings=story.case.summary,
        opinion="初次违法，危害后果轻微并及时改正，建议不予行政处罚。",
    )
    story.act(
        "卫国",
        "decide_no_penalty",
        story.later(2),
        ground="first_offence",
        opinion="当事人初次违法，逾期时间短，没有造成危害后果，并于当日改正。",
        education=f"{chinese_day(story.later(2))}在当事人营业场所当面讲解年度审验的要求，当事人表示今后按期审验。",
        harm="查验车辆和经营记录，没有造成危害后果。",
        late_reason="",
    )
    teach(story, story.later(3))
    story.serve("serve_decision", "no-penalty-decision", story.later(3), "田大力", "经营者")
    story.close(story.later(4), "当事人已改正，决定书已送达。")


def teach(story: Story, on: date) -> None:
    story.handler(
        "record_education",
        on,
        party=story.party,
        taught_at=at(on, 10),
        place=TRUCKER["address"],
        second_officer=story.cast[story.second],
        person_name="田大力",
        content="讲解年度审验的要求和逾期的后果。",
        response="今后按期审验。",
        signed=True,
        refusal="",
    )
