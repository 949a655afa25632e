"""Are the papers' rules those of the ministry's list, and do the prescribed sentences name what they must?"""

import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.conf import settings

from law.forms import UnknownForm, _signers, all_forms, form_rule
from law.loading import BadLawData
from law.wording import UnknownWording, all_wordings, wording
from tests.law.days import DAY

# The ministry's numbers as printed on the forms themselves.
MINISTRY = {
    "filing-form": 1,
    "interview-record": 2,
    "inspection-record": 3,
    "scene-record": 4,
    "sampling-record": 5,
    "preservation-list": 6,
    "preservation-release": 7,
    "measure-decision": 8,
    "measure-extension": 9,
    "measure-release": 10,
    "violation-notice": 11,
    "hearing-notice": 12,
    "hearing-record": 13,
    "spot-decision": 14,
    "penalty-decision": 15,
    "correction-order": 16,
    "service-receipt": 23,
    "closing-report": 24,
    "payment-plan-notice": 17,
    "demolition-notice": 18,
    "reminder": 19,
    "enforcement-decision": 20,
    "substitute-decision": 21,
    "enforcement-notice": 22,
}
TWO_COPIES = {*range(5, 13), *range(14, 18), *range(19, 23)}


def test_the_ministry_s_forms_carry_their_numbers() -> None:
    assert {form.key: form.ministry_no for form in all_forms() if form.ministry_no} == MINISTRY
    assert len(all_forms()) == 90


def test_the_line_about_two_copies_stands_where_the_ministry_prints_it() -> None:
    two = {form.ministry_no for form in all_forms() if form.copies == 2 and form.ministry_no}
    assert two == TWO_COPIES & set(MINISTRY.values())


def test_every_form_of_the_ministry_has_its_editions_without_a_gap_and_no_other_paper_has_any() -> None:
    for form in all_forms():
        assert bool(form.versions) == bool(form.ministry_no), form.key
        for one, two in pairwise(form.versions):
            assert one.in_force_until == two.in_force_from - timedelta(days=1), form.key
        assert all(last.in_force_until is None for last in form.versions[-1:]), form.key


def test_an_edition_is_the_one_of_the_day() -> None:
    """procedure 6: the articles of form 11 were renumbered in 2021; form 14 tells of 行政复议法 23 since 2024."""
    assert form_rule("violation-notice").version_on(date(2021, 7, 14)) == "2019"
    assert form_rule("violation-notice").version_on(date(2021, 7, 15)) == "2021"
    assert form_rule("spot-decision").version_on(date(2023, 12, 31)) == "2019"
    assert form_rule("spot-decision").version_on(date(2024, 1, 1)) == "2024"
    assert form_rule("closing-report").version_on(DAY) == "2019"
    assert form_rule("dossier-cover").version_on(DAY) == ""


def test_our_forms_say_who_signs_even_where_nobody_does() -> None:
    rows = tomllib.loads((settings.LAW_DATA_DIR / "forms.toml").read_text("utf-8"))["form"]
    assert [row["key"] for row in rows if "signers" not in row] == []


def test_a_signer_that_nobody_knows_is_refused() -> None:
    with pytest.raises(BadLawData, match="nobody is called uncle"):
        _signers({"where": "forms.toml", "signers": ["party", "uncle"]})


def test_outward_papers_have_their_own_series_and_a_seal() -> None:
    series = {form.key: form.series for form in all_forms() if form.series}
    assert series == {
        "violation-notice": "通",
        "hearing-notice": "听通",
        "penalty-decision": "罚",
        "no-penalty-decision": "不罚",
        "correction-order": "责改",
        "transfer-letter": "移",
        "hearing-refusal": "听不",
        "hearing-announcement": "听公",
        "hearing-recusal-decision": "听避",
        "hearing-change-notice": "听变",
        "measure-decision": "强措",
        "measure-extension": "强延",
        "measure-release": "强解",
        "test-notice": "检告",
        "things-transfer-notice": "财移",
        "spot-decision": "当罚",
        "payment-plan-notice": "缴",
        "demolition-notice": "公告",
        "reminder": "催",
        "enforcement-decision": "强执",
        "substitute-decision": "代履",
        "enforcement-notice": "强通",
        "enforcement-agreement": "强协",
        "court-application": "强申",
        "crime-transfer": "涉移",
        "transfer-notice": "移告",
        "police-reconsideration": "提复",
        "supervision-suggestion": "监建",
        "recusal-decision": "避决",
        "transfer-receipt": "回执",
        "transfer-answer": "告函",
        "designation-request": "辖请",
        "assistance-letter": "协查",
        "home-copy": "抄告",
        "paper-correction": "补正",
        "decision-withdrawal": "撤",
        "restitution-decision": "恢补",
        "cost-demand": "代费",
        "cost-application": "费申",
    }
    assert all(form_rule(key).sealed for key in series)


def test_what_is_served_on_a_party_is_drawn_up_for_each_party() -> None:
    assert [form.key for form in all_forms() if form.served and not form.per_party] == []


def test_hearing_report_review_and_discussion_lie_in_the_secondary_volume() -> None:
    secondary = {form.key for form in all_forms() if form.volume == "secondary"}
    assert secondary == {"hearing-report", "legal-review-opinion", "discussion-minutes", "remedy-answer"}


def test_the_dossier_begins_with_cover_and_contents_and_the_main_volume_ends_with_the_back_sheet() -> None:
    keys = [form.key for form in all_forms() if form.volume == "main"]
    assert keys[:3] == ["dossier-cover", "dossier-contents", "penalty-decision"]
    assert keys[-1] == "back-sheet"
    assert len({form.order for form in all_forms()}) == len(all_forms())


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(UnknownForm, match="nonsense"):
        form_rule("nonsense")


def test_the_remedy_clause_names_authority_court_and_both_periods() -> None:
    text = wording("remedy-clause", DAY)
    assert "{reviewing_government}" in text
    assert "{court}" in text
    assert "六十日" in text and "六个月" in text


def test_against_a_penalty_on_the_spot_reconsideration_comes_first() -> None:
    text = wording("remedy-clause-on-the-spot", DAY)
    assert "应当先" in text
    before = wording("remedy-clause-on-the-spot", date(2023, 12, 31))
    assert "应当先" not in before and "或者在六个月内" in before


def test_periods_in_the_notice_are_those_of_the_law_in_force() -> None:
    assert "五日内" in wording("hearing-clause", DAY)
    assert "第六十三条、第六十四条" in wording("hearing-clause", DAY)
    with pytest.raises(UnknownWording):
        wording("hearing-clause", date(2021, 7, 14))


def test_every_sentence_has_its_basis() -> None:
    assert [each.key for each in all_wordings() if not each.basis] == []
