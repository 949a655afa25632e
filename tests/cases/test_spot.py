"""Does the summary procedure do what articles 51 to 53 and 67 to 71 say, and nothing else?"""

import base64
import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageDraw

from bureau.sample.identities import credit_code
from bureau.sample.meter import meter, spot_facts
from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.forms.spot import SpotPenaltyForm
from cases.models import Case
from cases.screens.worklist import worklist
from cases.services import Refused, perform
from cases.states import FILED, State
from cases.uploads import check_signature
from documents.models import Document
from documents.services import content_of, pdf_of, roll_of
from tests.documents.printed import Printed, squeeze

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 2)
COLLECTED = {"ground": "small", "ground_note": "", "asked_by_party": False, "on_water": False, "receipt_number": "NM-1"}
ON_WATER = {"ground": "remote", "ground_note": "渡口，附近没有银行", "asked_by_party": True, "on_water": True}
FIRM = {
    "kind": "organisation",
    "name": "样例旗安达客运有限公司",
    "uscc": credit_code(7),
    "representative": "安达",
    "address": "样例旗样例镇南街1号",
}


@pytest.fixture
def cast(db: None) -> Cast:
    return hire_everyone("quick")


@pytest.fixture
def lead(cast: Cast) -> Story:
    return meter(cast, until="found")


def punish(story: Story, fine: int = 200, collection: dict[str, Any] | None = None, **changed: Any) -> Any:
    facts = spot_facts(story, fine, **changed) | ({"collection": collection} if collection else {})
    return story.handler("punish_on_the_spot", story.start, **facts).about


def due(story: Story) -> dict[str, date]:
    return {one.key: one.due_on for one in story.case.terms.filter(ended_on=None)}


def paper_of(story: Story) -> Document:
    return Document.objects.get(case=story.case, form_key="spot-decision")


# --- what follows from the one act ----------------------------------------------------------------
def test_two_hundred_yuan_are_decided_handed_over_and_counted(lead: Story) -> None:
    punish(lead)
    case, paper = lead.case, paper_of(lead)
    assert (case.state, case.number, case.filed_on) == ("served", "蒙样交执〔2026〕001号", None)
    assert (paper.state, paper.number, paper.served_on) == ("served", "蒙样交执当罚〔2026〕001号", DAY)
    service, decision = case.services.get(), case.decisions.get()
    assert (service.manner, service.receiver, service.server.name, service.second_server.name) == (
        *("direct", "何三", "李明", "王强"),
    )
    assert (decision.kind, decision.decided_by.name, decision.decided_on) == ("penalty", "李明", DAY)
    # Thursday 2 July: 15 days → 17 July; 60 days → 31 August; 5 days → 7 July; 7 working days → 13 July.
    assert due(lead) == {
        "payment": date(2026, 7, 17),
        "reconsideration": date(2026, 8, 31),
        "spot_copy": date(2026, 7, 7),
        "publish": date(2026, 7, 13),
    }, "no period for the court: reconsideration comes first (行政复议法 23.1(1))"


def test_the_decision_tells_of_reconsideration_first_and_prints_alike_on_both_papers(lead: Story) -> None:
    punish(lead)
    content, paper = content_of(paper_of(lead)), paper_of(lead)
    assert "应当先在六十日内依法向样例旗人民政府申请行政复议" in content.remedy
    assert "或者在六个月内" not in content.remedy
    a4, roll = Printed(pdf_of(paper)), Printed(roll_of(paper))
    assert len(a4.pdf) == 1 and len(roll.pdf) == 1
    assert round(roll.pdf[0].get_width() / 72 * 25.4) == 80
    for words in (
        content.facts,
        content.penalty,
        content.remedy,
        content.told,
        content.payment,
        "何三",
        "李明",
        "王强",
    ):
        assert squeeze(words) in squeeze(a4.text) and squeeze(words) in squeeze(roll.text), words


def test_before_2024_the_party_could_choose(cast: Cast) -> None:
    story = meter(cast, start=date(2023, 11, 1), until="found")
    punish(story)
    assert "litigation" in due(story)
    assert "或者在六个月内依法向样例旗人民法院提起行政诉讼" in content_of(paper_of(story)).remedy


def test_a_statement_is_kept_with_its_answer(lead: Story) -> None:
    facts = spot_facts(lead, 150) | {
        "statement": {"text": "乘客先提出议价。", "accepted": "partly", "answer": "情节较轻，从轻处罚。"}
    }
    facts["spot"]["told_fine"] = Decimal(200)
    lead.handler("punish_on_the_spot", DAY, **facts)
    said = lead.case.statements.get()
    assert (said.oral, said.accepted, said.answered_by.name) == (True, "partly", "李明")
    assert "乘客先提出议价。经复核，部分采纳" in content_of(paper_of(lead)).statement


def test_a_refusal_to_sign_is_noted_on_the_decision(lead: Story) -> None:
    punish(lead, signing="refused", refusal="当事人撕毁决定书，全程录像。")
    assert "当事人拒绝签收：当事人撕毁决定书" in squeeze(Printed(pdf_of(paper_of(lead))).text)
    assert "撕毁" in lead.case.services.get().note


def test_a_case_punished_on_the_spot_runs_to_its_closing(cast: Cast) -> None:
    story = meter(cast)
    assert story.case.state == "closed"
    assert story.case.publications.get().severity == "minor", "简易程序处罚属轻微（信用修复管理办法）"


def test_it_is_not_closed_without_the_copy_on_file(cast: Cast) -> None:
    story = meter(cast, until="punished")
    story.act("杨兰", "record_payment", DAY, party=story.party, amount=200, channel="bank", receipt_number="NM-2")
    with pytest.raises(Refused) as refusal:
        story.handler("propose_closing", DAY, closing_note="已缴。", opinion="结案。")
    assert "当场处罚决定书副本备案" in str(refusal.value)


# --- limits ---------------------------------------------------------------------------------------
def of_firm(cast: Cast) -> Story:
    story = meter(cast, until="found")
    story.handler("withdraw_party", DAY, party=story.party, reason="应为经营单位")
    party = story.handler("add_party", DAY, **FIRM).about
    facts = "当事人未采取措施防止货物扬撒。"
    story.handler("add_charge", DAY, party=party, violation_code="HY-007", conduct_on=DAY, facts=facts)
    return story


def firm_facts(story: Story, fine: int) -> dict[str, Any]:
    facts = spot_facts(story, fine, signer="安达", signer_relation="法定代表人")
    live = story.case.charges.get(withdrawn_on=None).pk
    return facts | {"sanctions": {live: facts["sanctions"][live]}}


def test_an_organisation_up_to_three_thousand(cast: Cast) -> None:
    story = of_firm(cast)
    with pytest.raises(Refused, match="不得超过 3000 元，拟罚款 3001"):
        story.handler("punish_on_the_spot", DAY, **firm_facts(story, 3001))
    # The withdrawn driver is no party any more, the firm is.
    done = story.handler("punish_on_the_spot", DAY, **firm_facts(story, 3000))
    assert done.case.state == "served"


def test_an_individual_business_counts_as_a_citizen(lead: Story) -> None:
    lead.case.parties.update(kind="individual_business", representative="何三")
    with pytest.raises(Refused, match="对公民当场罚款不得超过 200 元"):
        punish(lead, 201)


# --- money ----------------------------------------------------------------------------------------
def test_money_taken_on_the_spot_goes_to_the_bureau_and_to_the_bank(cast: Cast) -> None:
    story = meter(cast, start=date(2026, 7, 3), until="found")
    punish(story, 100, COLLECTED)
    money = story.case.spot_collections.get()
    assert "payment" not in due(story), "it is paid"
    assert due(story)["hand_over_money"] == date(2026, 7, 7), "Friday 3 July: two working days are Monday and Tuesday"
    assert content_of(paper_of(story)).receipt_number == "NM-1"
    with pytest.raises(Refused, match="由财务人员办理"):
        perform(money, "receive_collected_money", cast["李明"], date(2026, 7, 6))
    perform(money, "receive_collected_money", cast["杨兰"], date(2026, 7, 7))
    assert "hand_over_money" not in due(story)
    assert due(story)["deposit_money"] == date(2026, 7, 9)
    perform(money, "deposit_collected_money", cast["杨兰"], date(2026, 7, 9), deposit_number="YH-1")
    money.refresh_from_db()
    assert (money.state, money.received_by.name, money.deposit_number) == ("deposited", "杨兰", "YH-1")
    assert "deposit_money" not in due(story)


def test_on_the_water_the_two_days_count_from_the_landing(cast: Cast) -> None:
    story = meter(cast, start=date(2026, 7, 6), until="found")
    punish(story, 200, COLLECTED | ON_WATER)
    assert "hand_over_money" not in due(story)
    perform(story.case.spot_collections.get(), "record_landing", cast["李明"], date(2026, 7, 8))
    assert due(story)["hand_over_money"] == date(2026, 7, 10)


def verbs(who: Any, on: date) -> list[str]:
    return [str(one.verb) for group in worklist(who, on) for one in group.rows if one.verb]


def test_the_worklist_names_the_copy_and_the_money_before_anything_else(cast: Cast) -> None:
    story = meter(cast, until="found")
    assert verbs(cast["李明"], DAY) == ["当场处罚"], "not the filing of the ordinary procedure"
    punish(story, 100, COLLECTED)
    assert verbs(cast["李明"], DAY) == ["提交决定书副本备案"]
    assert verbs(cast["杨兰"], DAY) == ["接收当场收缴的罚款"]


# --- no other way through this door ---------------------------------------------------------------
def test_an_ordinary_lead_is_never_punished_on_the_spot(cast: Cast) -> None:
    story = meter(cast, until="found", procedure="ordinary")
    with pytest.raises(Refused, match="适用普通程序"):
        punish(story)
    with pytest.raises(Refused, match="适用普通程序"):
        story.handler("turn_ordinary", DAY, opinion="转。")


def test_a_summary_lead_is_not_filed_until_it_is_turned(lead: Story) -> None:
    with pytest.raises(Refused, match="登记为简易程序"):
        lead.handler("propose_filing", DAY, opinion="立案。")
    lead.handler("turn_ordinary", DAY, opinion="需要进一步调查。")
    lead.handler("propose_filing", DAY, opinion="立案。")
    assert lead.case.state == "filing_proposed"
    with pytest.raises(Refused, match="不能办理"):
        punish(lead)


@pytest.mark.parametrize("phase", ["filed", "notified", "ready", "decided", "served"])
def test_no_later_state_of_an_ordinary_case_opens_the_door(phase: str, cast: Cast) -> None:
    """Bounded: every phase of the sample, every person of the bureau, lawful facts."""
    story = overload(cast, until=phase)
    for officer in cast.values():
        with pytest.raises(Refused):
            perform(story.case, "punish_on_the_spot", officer, date(2026, 7, 2), **spot_facts(story))
    file = load_case_file(story.case.pk)
    assert (file.spot_penalties, file.spot_collections) == ([], [])


def test_the_act_starts_from_a_lead_only_and_no_other_act_reaches_service_without_a_decision() -> None:
    acts = acts_of(Case)
    assert acts["punish_on_the_spot"].source == (State.LEAD,)
    to_served = {key for key, act in acts.items() if State.SERVED in act.targets}
    assert to_served == {"punish_on_the_spot", "serve_decision", "return_closing", "send_back_closing"}
    assert State.LEAD not in FILED


# --- below the application ------------------------------------------------------------------------
def run(statement: str, *values: Any) -> str:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError as objection:
        return str(objection)
    return ""


def decide(story: Story, who: str = "李明", kind: str = "penalty") -> str:
    return run(
        "INSERT INTO cases_decision (case_id, party_id, round, kind, decided_on, decided_by_id, ground, reasons, "
        "effect) VALUES (%s, %s, 0, %s, %s, %s, %s, 'SQL', 'standing')",
        *(story.case.pk, story.party.pk, kind, DAY, story.cast[who].pk, "" if kind == "penalty" else "x"),
    )


def note(story: Story) -> None:
    spot = spot_facts(story)["spot"]
    story.case.spot_penalties.create(party=story.party, place="?", statement_made=False, **spot)


def test_the_database_wants_what_must_precede_a_decision_on_the_spot(lead: Story) -> None:
    assert "四十四条" in decide(lead), "nobody was told"
    note(lead)
    assert decide(lead) == ""
    assert "五十二条" in decide(lead, who="卫国"), "not by its officers"
    assert "五十一条" in decide(lead, kind="no_penalty")
    lead.case.assignments.filter(officer=lead.cast["王强"]).update(until=DAY)
    assert "四十二条" in decide(lead), "one officer"


@pytest.mark.parametrize(
    ("kinds", "fine", "confiscation", "kind", "refused"),
    [
        ('["fine"]', 200, 0, "citizen", False),
        ('["fine"]', 201, 0, "citizen", True),
        ('["fine"]', 201, 0, "individual_business", True),
        ('["warning"]', 0, 0, "citizen", False),
        ('["fine"]', 100, 1, "citizen", True),
        ('["revoke"]', 0, 0, "citizen", True),
    ],
)
def test_the_database_holds_the_limits_of_article_51(
    lead: Story, kinds: str, fine: int, confiscation: int, kind: str, refused: bool
) -> None:
    lead.case.parties.update(kind=kind)
    objection = run(
        "INSERT INTO cases_sanction "
        "(charge_id, stage, round, kinds, fine, confiscation, returned, returned_to, other, reason) "
        "VALUES (%s, 'decided', 0, %s, %s, %s, 0, '', '', '')",
        *(lead.charge.pk, kinds, fine, confiscation),
    )
    assert ("五十一条" in objection) is refused, objection


def test_two_fines_below_the_limit_are_added_up(lead: Story) -> None:
    note(lead)
    for code in ("CZ-007", "CZ-008"):
        charge = lead.case.charges.create(party=lead.party, violation_code=code, conduct_on=DAY, facts="?")
        charge.sanctions.create(stage="decided", round=0, kinds=["fine"], fine=150)
    assert "五十一条" in decide(lead)


def test_the_database_keeps_summary_rows_out_of_ordinary_cases(cast: Cast) -> None:
    story = meter(cast, until="found", procedure="ordinary")
    with pytest.raises(DatabaseError, match="五十一条"), transaction.atomic():
        note(story)
    with pytest.raises(DatabaseError, match="五十一条"), transaction.atomic():
        story.case.payments.create(
            party=story.party, amount=1, paid_on=DAY, channel="spot", receipt_number="1", entered_by=cast["李明"]
        )
    assert "六十二条" in decide(story, who="卫国"), "an ordinary penalty still needs its notice"
    assert "五十七条" in decide(story, who="李明", kind="no_penalty"), "and another head than its handlers"
    assert "五十四条" in run("UPDATE cases_case SET procedure = 'summary' WHERE id = %s", story.case.pk)


def test_a_decided_case_keeps_its_procedure(cast: Cast) -> None:
    story = meter(cast, until="punished")
    assert "五十四条" in run("UPDATE cases_case SET procedure = 'ordinary' WHERE id = %s", story.case.pk)
    assert run("UPDATE cases_case SET state = 'investigating' WHERE id = %s", story.case.pk) != ""


# --- the signature --------------------------------------------------------------------------------
def png(draw: Callable[[Any], None] = lambda pen: pen.line([(5, 5), (90, 30)], fill="black", width=3)) -> bytes:
    picture = Image.new("RGBA", (100, 40), (0, 0, 0, 0))
    draw(ImageDraw.Draw(picture))
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    return stored.getvalue()


def uri(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def test_a_signature_is_kept_under_its_hash_and_printed(lead: Story) -> None:
    signed = check_signature(uri(png()))
    penalty = punish(lead, signing="drawn", signature=signed.file, signature_sha256=signed.sha256)
    assert penalty.signature.name == f"signatures/{signed.sha256[:2]}/{signed.sha256}.png"
    assert check_signature(uri(png())).sha256 == signed.sha256, "equal strokes, equal bytes"
    assert content_of(paper_of(lead)).signature.startswith("data:image/png;base64,")


def bad_signatures() -> Iterator[tuple[str, str]]:
    jpeg = io.BytesIO()
    Image.new("RGB", (10, 10)).save(jpeg, "JPEG")
    yield "empty sheet", uri(png(lambda pen: None))
    yield "another kind of picture", uri(jpeg.getvalue())
    yield "no picture", uri(b"\x89PNG\r\n\x1a\nx")
    yield "no data", "data:image/svg+xml;base64,AAAA"
    yield "too large", uri(b"\x89PNG\r\n\x1a\n" + bytes(400_000))
    yield "cut off", uri(png())[:-9]


@pytest.mark.parametrize("data", [data for _name, data in bad_signatures()], ids=[name for name, _ in bad_signatures()])
def test_what_is_no_signature_is_refused_in_words(data: str) -> None:
    with pytest.raises(ValidationError):
        check_signature(data)


@given(data=some.one_of(some.text(), some.binary().map(uri)))
def test_nothing_that_is_sent_as_a_signature_breaks(data: str) -> None:
    with pytest.raises(ValidationError):
        check_signature(data)


# --- the scale (行政处罚法 34), on the page of a case that was registered before --------------------
def typed(story: Story, **changed: Any) -> SpotPenaltyForm:
    said = {"on": DAY, "given_at": "2026-07-02T15:20", "penalty": "fine", "heard": "none", "signing": "paper"}
    ticks = dict.fromkeys(("certificates_shown", "told_facts", "told_rights"), "on")
    return SpotPenaltyForm(said | ticks | changed, file=load_case_file(story.case.pk), officer=story.first, today=DAY)


def test_the_page_of_a_registered_case_weighs_alike(lead: Story) -> None:
    form = typed(lead, fine="200")
    assert form.is_valid(), form.errors
    with pytest.raises(Refused, match="不在建议的“一般”等次 95 元至 155 元之内"):
        lead.handler("punish_on_the_spot", DAY, **form.to_facts())
    form = typed(lead, fine="200", circumstances=["obstruction"])
    assert form.is_valid(), form.errors
    lead.handler("punish_on_the_spot", DAY, **form.to_facts())
    kept, sanction = lead.charge.reckonings.get(), lead.charge.sanctions.get()
    assert (kept.circumstances, kept.tier_low, kept.tier_high) == (["obstruction"], 155, 200)
    assert "妨碍、逃避检查" in sanction.reason and "裁量理由：" in squeeze(Printed(pdf_of(paper_of(lead))).text)


def test_a_second_offence_is_found_by_the_page_itself(cast: Cast) -> None:
    punish(meter(cast, until="found"))
    again = meter(cast, start=date(2026, 7, 9), until="found")
    form = typed(again, fine="200", on=date(2026, 7, 9), given_at="2026-07-09T15:20")
    assert form.is_valid(), form.errors
    assert form.to_facts()["found"] == {again.charge.pk: {"circumstances": ["repeat"], "level": ""}}
