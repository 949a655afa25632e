"""Do papers carry over what the case knows, so that nothing is typed twice?"""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from bureau.sample.printing_plates import kept_of
from bureau.sample.story import CLEAN_RECORD, Cast, Story, at
from cases.models import Party
from cases.papers.coercion import found
from cases.papers.investigation import invited
from cases.papers.parts import Told, identity_of, party_block, workplace_of
from tests.cases.holding import detained, do


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    return hire_everyone("quick")


def paper(story: Story, form: str) -> dict[str, Any]:
    content: dict[str, Any] = story.case.documents.filter(form_key=form).latest("pk").content
    return content


# --- the person -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "on", "told"),
    [
        ("990001198503120015", date(2026, 3, 11), Told("男", 40)),
        ("990001198503120015", date(2026, 3, 12), Told("男", 41)),
        ("990001197806040026", date(2026, 3, 12), Told("女", 47)),
        ("", date(2026, 3, 12), Told()),
        ("M12345678", date(2026, 3, 12), Told()),
        ("990001198513120015", date(2026, 3, 12), Told()),
        ("99000119850312001", date(2026, 3, 12), Told()),
    ],
)
def test_a_resident_identity_number_tells_sex_and_age_and_another_number_nothing(
    number: str, on: date, told: Told
) -> None:
    assert identity_of(number, on) == told


def test_a_party_s_block_takes_from_the_number_only_what_was_not_entered() -> None:
    party = Party(kind="citizen", name="张建军", id_number="990001198503120015")
    assert (party_block(party, date(2026, 3, 12)).sex, party_block(party, date(2026, 3, 12)).age) == ("男", 41)
    party.sex, party.born_on = "女", date(2000, 1, 1)
    assert (party_block(party, date(2026, 3, 12)).sex, party_block(party, date(2026, 3, 12)).age) == ("女", 26)
    firm = Party(kind="organisation", name="样例公司", id_number="990001198503120015")
    assert (party_block(firm, date(2026, 3, 12)).sex, party_block(firm, date(2026, 3, 12)).age) == ("", None)


def test_where_a_person_works_is_said_only_of_that_person() -> None:
    driver = Party(kind="citizen", name="张建军", occupation="驾驶员")
    firm = Party(kind="organisation", name="样例公司", representative="王顺达")
    assert workplace_of("张建军", driver) == "驾驶员"
    assert workplace_of("李四", driver) == ""
    assert workplace_of("王顺达", firm) == "样例公司法定代表人"
    assert workplace_of("张建军", firm) == ""
    assert workplace_of("", firm) == ""
    assert workplace_of("张建军", None) == ""


def test_who_is_heard_is_known_from_the_party_and_from_the_number(cast: Cast) -> None:
    story = stories.printing_plates(cast)
    day = date(2026, 9, 15)
    story.handler(
        "record_scene",
        day,
        second_officer=cast[story.second],
        party=story.party,
        started_at=at(day, 13),
        ended_at=at(day, 14),
        place="样例旗",
        person_name="贺广",
        person_relation="当事人",
        body="印版四块在场。",
        **CLEAN_RECORD,
    )
    person = paper(story, "scene-record")["person"]
    known = story.party
    assert (person["sex"], person["age"]) == ("男", 42)
    assert (person["id_number"], person["phone"], person["address"]) == (known.id_number, known.phone, known.address)


@pytest.mark.parametrize(
    ("words", "name", "post"),
    [
        ("那仁，样例嘎查委员会委员", "那仁", "样例嘎查委员会委员"),
        ("那仁、样例嘎查、委员", "那仁", "样例嘎查，委员"),
        ("那仁", "那仁", ""),
        ("", "", ""),
    ],
)
def test_the_invited_person_and_the_post_stand_on_their_own_lines(words: str, name: str, post: str) -> None:
    assert invited(words) == (name, post)


# --- the sentence of form 8 -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("reason", "day", "conduct"),
    [
        ("使用没有营运证的车辆。", "2026年5月6日", "使用没有营运证的车辆"),
        ("2026年5月5日，你单位使用没有营运证的车辆。", "2026年5月5日", "使用没有营运证的车辆"),
        ("2026年5月5日9时40分，当事人使用没有营运证的车辆。", "2026年5月5日9时40分", "使用没有营运证的车辆"),
        ("样例公司使用没有营运证的车辆", "2026年5月6日", "使用没有营运证的车辆"),
        ("当事人，使用没有营运证的车辆", "2026年5月6日", "使用没有营运证的车辆"),
        ("2026年5月5日至今使用没有营运证的车辆", "2026年5月6日", "2026年5月5日至今使用没有营运证的车辆"),
    ],
)
def test_the_reason_completes_the_sentence_that_names_day_and_party(reason: str, day: str, conduct: str) -> None:
    case = SimpleNamespace(occurred_on=date(2026, 5, 6))
    drawing: Any = SimpleNamespace(file=SimpleNamespace(case=case))
    measure: Any = SimpleNamespace(reason=reason, party=SimpleNamespace(name="样例公司"))
    assert found(drawing, measure) == (day, conduct)


def test_a_decision_to_detain_says_when_and_what(cast: Cast) -> None:
    content = paper(detained(cast), "measure-decision")
    assert content["found"] == "2026年5月6日"
    assert content["facts"] == "使用没有营运证的车辆运输危险货物，不能当场提供其他有效证明"


# --- what the head approves -----------------------------------------------------------------------
def test_keeping_is_asked_for_and_approved_on_one_sheet(cast: Cast) -> None:
    story = stories.printing_plates(cast, until="proposed")
    draft = story.case.documents.get(form_key="preservation-approval")
    assert (draft.state, draft.content["head"]["name"]) == ("draft", "")
    assert draft.content["lines"][1]["text"] == "超限运输通行证印版　4块"
    handler = draft.content["handler"]
    assert (
        handler["text"] == "根据《中华人民共和国行政处罚法》第五十六条的规定，拟对上列物品予以先行登记保存七个工作日。"
    )
    assert (handler["name"], handler["on"]) == ("赵刚　孙丽", "2026-09-15")
    story.act_on(kept_of(story), "卫国", "approve_preservation", date(2026, 9, 15), opinion="同意登记保存。")
    sheet = story.case.documents.get(form_key="preservation-approval")
    assert (sheet.pk, sheet.state, sheet.number) == (draft.pk, "issued", "")
    assert sheet.content["head"] == {"text": "同意登记保存。", "name": "卫国", "on": "2026-09-15"}


def test_giving_back_what_was_kept_has_its_sheet(cast: Cast) -> None:
    story = stories.printing_plates(cast)
    story.act_on(kept_of(story), "卫国", "release_things", date(2026, 9, 17), opinion="已经拍照，不再需要保存。")
    sheet = paper(story, "preservation-release-approval")
    assert sheet["head"] == {"text": "已经拍照，不再需要保存。", "name": "卫国", "on": "2026-09-17"}
    assert sheet["lines"][1]["text"] == "2026年9月15日登记保存，存放于样例旗交通运输局证物室，保管人韩雪。"


def test_a_longer_hold_and_its_end_have_their_sheets(cast: Cast) -> None:
    story = detained(cast)
    do(story, "卫国", "extend_measure", date(2026, 6, 5), reason="需要外省鉴定。", opinion="需要外省鉴定。")
    sheet = paper(story, "measure-extension-approval")
    assert sheet["lines"][0]["text"].startswith("2026年5月6日起")
    assert sheet["lines"][1]["text"] == "需要外省鉴定。"
    assert sheet["head"] == {"text": "批准延长至2026年7月5日。", "name": "卫国", "on": "2026-06-05"}
    do(story, "卫国", "release_measure", date(2026, 6, 8), ground=5, opinion="证件已经补验。")
    sheet = paper(story, "measure-release-approval")
    assert sheet["basis"] == "《中华人民共和国行政强制法》第二十八条第一款第五项"
    assert sheet["lines"][1]["text"] == "蒙G99872号车辆（1辆）"
    assert sheet["head"] == {"text": "证件已经补验。", "name": "卫国", "on": "2026-06-08"}


def test_more_time_for_a_case_and_a_waiver_are_on_paper(cast: Cast) -> None:
    story = stories.dangerous_goods(cast, until="notified")
    story.act("卫国", "extend_decision_period", date(2026, 7, 1), reason="需要补充鉴定。")
    sheet = paper(story, "decision-extension-form")
    assert [one["text"] for one in sheet["lines"]] == ["需要补充鉴定。", "由2026年8月5日延长至2026年9月4日"]
    assert sheet["head"]["name"] == "卫国"
    party = story.party
    notice = story.case.documents.get(form_key="violation-notice")
    story.handler("record_waiver", date(2026, 7, 1), party=party, text="当事人书面声明放弃，声明附卷。")
    waived = paper(story, "waiver-statement")
    assert (waived["party"], waived["notice_number"]) == (party.name, notice.number)
    assert waived["served_on"] == notice.served_on.isoformat()
    assert waived["hearing_right"] is True


# --- a recording ----------------------------------------------------------------------------------
def test_a_recording_comes_with_a_note_of_how_it_was_made_and_a_document_does_not(cast: Cast) -> None:
    story = stories.overload(cast, until="approved")
    (note,) = story.case.documents.filter(form_key="recording-note")
    assert (note.state, note.content["name"], note.content["kind"]) == ("issued", "现场照片", "audiovisual")
    assert [(one["label"], one["text"]) for one in note.content["making"]] == [
        ("视听资料是怎样来的", "执法记录仪或者现场拍摄"),
        ("制作人、制作时间和制作方法", "执法人员，取得当日，执法记录仪拍摄"),
        ("原始载体保存在哪里", "执法记录仪存储卡，存本单位采集站"),
    ]
    assert (note.content["collector"], note.content["proves"]) == ("李明", "车辆外观、称重显示和装载情况")
