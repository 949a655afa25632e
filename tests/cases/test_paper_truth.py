"""Do papers say what the case says, one like the other, and is a draft that time has passed over shown and renewed?"""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample.dangerous_goods import dangerous_goods
from bureau.sample.first_offence import first_offence
from bureau.sample.meter import meter
from bureau.sample.overload import decide, found, overload, propose
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases import papers
from cases.act import Ask, acts_of
from cases.case_file import load_case_file
from cases.models import Case
from cases.papers import agreement, decision, stale_drafts
from cases.papers.consistency import contradictions
from cases.papers.parts import Drawing
from cases.screens.field_names import NAMES
from cases.screens.paper_check import paper_check
from cases.services import Refused, perform
from documents.content import digest, to_json
from documents.models import Document, Outbox
from documents.registry import FORMS
from documents.services import content_of, pdf_of
from officers.models import Bureau

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 1)


@pytest.fixture
def story() -> Story:
    return overload(hire_everyone(), until="closed")


def rewrite(story: Story, form: str, **changed: Any) -> Document:
    """Somebody has got past the bars: an issued paper says something else, with a hash to fit."""
    paper = story.case.documents.filter(form_key=form).exclude(state="draft").last()
    content = to_json(replace(content_of(paper), **changed))
    paper.content, paper.content_sha256 = content, digest(content)
    return paper


def told(story: Story, *papers: Document) -> list[str]:
    file = load_case_file(story.case.pk)
    held = {one.pk: one for one in papers}
    file.__dict__["papers"] = [held.get(one.pk, one) for one in file.papers]
    return [one.sentence for one in contradictions(file)]


def test_the_papers_of_a_whole_case_do_not_contradict_each_other(story: Story) -> None:
    assert len({one.form_key for one in load_case_file(story.case.pk).papers}) > 8
    assert told(story) == []


def test_a_receipt_that_quotes_another_number_is_named_with_both_papers_and_values(story: Story) -> None:
    receipts = story.case.documents.filter(form_key="service-receipt")
    receipt = next(one for one in receipts if one.content["rows"][0]["title"] == "行政处罚决定书")
    number = receipt.content["rows"][0]["number"]
    receipt.content["rows"][0]["number"] = "蒙样交执罚〔2026〕999号"
    (sentence,) = told(story, receipt)
    assert sentence.startswith("处罚决定书文号：《行政处罚决定书》")
    assert f"写作“{number}”" in sentence and "《送达回证》写作“蒙样交执罚〔2026〕999号”" in sentence


def test_another_name_number_article_or_result_is_found(story: Story) -> None:
    notice = content_of(story.case.documents.get(form_key="violation-notice"))
    other_article = (replace(notice.charges[0], violated="《中华人民共和国公路法》第五十一条"), *notice.charges[1:])
    for form, changed, fact in (
        ("violation-notice", {"addressee": "张三"}, "当事人姓名或名称"),
        ("violation-notice", {"charges": other_article}, "违反的条款"),
        ("penalty-decision", {"case_number": "蒙样交执案〔2026〕998号"}, "案号"),
        ("closing-report", {"result": "警告"}, "处罚内容"),
    ):
        found = told(story, rewrite(story, form, **changed))
        assert found and all(one.startswith(fact) for one in found), (form, found)


def test_a_paper_is_held_against_the_rows_of_the_case(story: Story) -> None:
    file = load_case_file(story.case.pk)
    (party,) = file.parties
    made = file.decision_for(party)
    assert made
    drawing = Drawing(file, Ask(file, made.decided_by, made.decided_on), Bureau.objects.get(), party)
    content = decision.penalty_decision(drawing)
    assert list(agreement.disagreements("penalty-decision", content, drawing)) == []
    wrong = replace(
        content,
        case_number="蒙样交执案〔2026〕998号",
        party=replace(content.party, name="张三"),
        fine=content.fine + Decimal(1),
        letterhead=replace(content.letterhead, on=date(2026, 1, 1)),
        discretion="另收人民币陆仟元整（¥6,001.00）",
    )
    found = "".join(agreement.disagreements("penalty-decision", wrong, drawing))
    for words in (
        "案号写作",
        "当事人姓名或名称写作“张三”",
        "罚款数额写作",
        "处罚决定日期写作“2026-01-01”",
        "不是本案登记的当事人",
    ):
        assert words in found, words
    assert "金额“陆仟元整（¥6,001.00）”大小写不一致，应为“陆仟零壹元整（¥6,001.00）”" in found


def test_a_paper_that_disagrees_is_refused_in_words_and_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    story = overload(hire_everyone(), until="ready")
    wrong = replace(
        papers.BUILDERS["penalty-decision"],
        build=lambda drawing: replace(decision.penalty_decision(drawing), case_number="错号"),
    )
    monkeypatch.setitem(papers.BUILDERS, "penalty-decision", wrong)
    before = story.case.version
    with pytest.raises(Refused, match="文书《行政处罚决定书》的案号写作“错号”"):
        decide(story)
    story.case.refresh_from_db()
    assert story.case.version == before


RENAMED = "样例顺运运输有限公司"


@pytest.fixture
def renamed() -> Story:
    """The list of evidence was drafted, then the party turned out to be called otherwise."""
    story = found(hire_everyone(), date(2026, 3, 10), 1)
    assert papers.stale_drafts(load_case_file(story.case.pk)) == []
    story.case.parties.update(name=RENAMED)
    return story


def test_a_draft_that_would_be_filled_otherwise_today_is_found_with_its_fields(renamed: Story) -> None:
    found = {one.paper.form_key: one.fields for one in stale_drafts(load_case_file(renamed.case.pk))}
    assert found == {"evidence-list": ("party",)}


def test_the_case_page_says_which_draft_is_out_of_date_and_in_what(renamed: Story, client: Client) -> None:
    client.force_login(renamed.cast["李明"])
    page = client.get(reverse("cases:case", args=[renamed.case.pk])).content.decode()
    assert "内容已过时" in page
    assert "《证据清单》草稿制作以后案情有变：当事人。" in page


def test_a_refreshed_draft_says_what_the_case_says_and_the_act_is_on_record(renamed: Story) -> None:
    done = perform(renamed.case, "refresh_drafts", renamed.cast["李明"], date(2026, 3, 10))
    assert [(one.form_key, one.state, one.content["party"]) for one in done.papers] == [
        ("evidence-list", "draft", RENAMED)
    ]
    assert stale_drafts(load_case_file(renamed.case.pk)) == []
    assert done.entry.act == "refresh_drafts"


def test_an_outdated_draft_is_never_issued_as_it_is(renamed: Story) -> None:
    propose(renamed)
    issued = renamed.case.documents.get(form_key="evidence-list")
    assert (issued.state, issued.content["party"]) == ("issued", RENAMED)


def test_nobody_refreshes_where_there_is_no_draft(story: Story) -> None:
    with pytest.raises(Refused, match="本案没有文书草稿"):
        perform(story.case, "refresh_drafts", story.cast["李明"], TODAY)


def test_a_case_whose_papers_are_in_order_has_no_panel(story: Story) -> None:
    assert paper_check(load_case_file(story.case.pk), story.cast["李明"], TODAY) is None


def test_a_paper_that_could_not_be_archived_is_shown_with_the_sentence_the_worker_left(story: Story) -> None:
    paper = story.case.documents.get(form_key="penalty-decision")
    Outbox.objects.filter(payload={"document": paper.pk}).update(
        last_error="PaperDiffers: 文书《行政处罚决定书》印出的内容不一致"
    )
    panel = paper_check(load_case_file(story.case.pk), story.cast["李明"], TODAY)
    assert panel
    (finding,) = panel.context
    assert (finding.label, finding.sentence) == ("没有存档", "文书《行政处罚决定书》印出的内容不一致")


def test_each_field_of_a_form_that_is_drafted_has_a_name_in_chinese() -> None:
    drafted = {form for act in acts_of(Case).values() for form in act.drafts}
    nameless = {
        (form, field.name) for form in drafted for field in fields(FORMS[form].schema) if field.name not in NAMES
    }
    assert nameless == set()


@pytest.mark.parametrize(
    "tell", [partial(overload, until="closed"), partial(dangerous_goods, until="decided"), first_offence, meter]
)
def test_every_paper_of_a_whole_case_is_printed_as_it_was_filled(tell: Any) -> None:
    """None is kept back: what the builders put into a paper the form has a line for, or is said to leave out."""
    told = tell(hire_everyone())
    for paper in Document.objects.final().filter(case=told.case):
        assert pdf_of(paper).startswith(b"%PDF"), paper
    assert contradictions(load_case_file(told.case.pk)) == []
