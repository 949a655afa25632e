"""Does one act serve every paper, whoever made it, and start what that paper's service starts?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.story import Story, at
from cases import serving
from cases.case_file import load_case_file
from cases.services import Refused
from law.loading import clear_cache
from tests.cases.guard_rows.service import DAY, decided, decision
from tests.cases.situations import TRADER, add_party, lead

pytestmark = pytest.mark.django_db
ORDERED = date(2026, 3, 3)
LOCAL = """
[[form]]
key = "correction-order"
title = "责令改正违法行为通知书"
series = "责改"
served = true
sealed = true
per_party = true
order = 100
basis = "行政处罚法:28.1"
service_opens = ["reconsideration"]
"""


@pytest.fixture
def ordered() -> Story:
    """Filed on 2 March 2026, ordered to correct on the 3rd; the order is issued and lies on the desk."""
    story = lead(hire_everyone(), "样例旗老田货运部")
    add_party(story, TRADER, "HY-012")
    story.record_scene(story.start, "现场。", "田大力", "经营者")
    story.evidence(story.start, "documentary", "证件", "当事人", "逾期")
    story.file_case(story.start)
    story.handler("order_correction", ORDERED, party=story.party, content="补办。", due_on=None)
    return story


def order(story: Story) -> Any:
    return story.case.documents.get(form_key="correction-order")


def serve(story: Story, on: date, **how: Any) -> Any:
    direct = {"manner": "direct", "place": "样例镇", "receiver": "田大力", "receiver_relation": "经营者"}
    facts = direct | {"document": order(story), "second_server": story.cast["王强"]} | how
    return story.handler("serve_paper_on_party", on, **facts)


def test_a_paper_without_an_act_of_its_own_is_served_and_proved(ordered: Story) -> None:
    done = serve(ordered, date(2026, 3, 6), happened_on=date(2026, 3, 5))
    assert (done.about.served_on, done.about.recorded_on) == (date(2026, 3, 5), date(2026, 3, 6))
    assert (order(ordered).state, order(ordered).served_on) == ("served", date(2026, 3, 5))
    assert [one.form_key for one in done.papers] == ["service-receipt"]
    assert ordered.case.state == "investigating"
    with pytest.raises(Refused, match="不是等待送达的文书"):
        serve(ordered, date(2026, 3, 6))


def test_what_its_service_starts_stands_in_the_data(ordered: Story, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "forms.toml").write_text(LOCAL, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    serve(ordered, date(2026, 3, 6), happened_on=date(2026, 3, 5))
    term = ordered.case.terms.get(key="reconsideration")
    # 60 days after 5 March: Monday, 4 May, is a holiday until the 5th.
    assert (term.party, term.opened_on, term.due_on) == (ordered.party, date(2026, 3, 5), date(2026, 5, 6))


def test_a_decision_cannot_be_served_by_the_way() -> None:
    story = decided(hire_everyone())
    facts = {"manner": "direct", "place": "?", "receiver": "马顺", "receiver_relation": "法定代表人"}
    assert decision(story).pk not in {one.pk for one in serving.served_by_the_way(load_case_file(story.case.pk))}
    story.handler("serve_decision", DAY, document=decision(story), second_server=story.cast["王强"], **facts)
    assert story.case.state == "served"


def test_a_prisoner_gets_it_through_the_prison_on_the_day_he_signs(ordered: Story) -> None:
    through = {"manner": "forwarded", "forwarding_ground": "imprisoned", "through": "样例市看守所"}
    done = serve(ordered, date(2026, 3, 13), happened_on=date(2026, 3, 10), **through, receiver_relation="本人")
    assert done.about.served_on == date(2026, 3, 10)
    assert "第九十四条" in done.about.derivation
    (receipt,) = done.papers
    assert "通过所在监所转交" in receipt.content["remarks"] and "样例市看守所" in receipt.content["remarks"]


def test_a_notice_given_up_because_the_party_was_found_counts_nothing(ordered: Story) -> None:
    tried = {"kind": "search", "attempted_at": at(date(2026, 3, 5), 9), "place": "样例镇", "reason": "外出。"}
    ordered.handler(
        "record_failed_service", date(2026, 3, 5), document=order(ordered), second_officer=ordered.cast["王强"], **tried
    )
    words = {"reason": "下落不明", "summary": "补办。", "places": "公告栏"}
    ordered.handler("post_public_notice", date(2026, 3, 6), document=order(ordered), **words)
    done = serve(ordered, date(2026, 3, 20))
    assert done.about.served_on == date(2026, 3, 20)
    term = ordered.case.terms.get(key="public_notice_service")
    assert (term.ended_on, term.ending) == (date(2026, 3, 20), "moot")


def test_a_later_confirmation_without_consent_ends_electronic_service(ordered: Story) -> None:
    confirm: Callable[..., Any] = lambda on, **more: ordered.handler(  # noqa: E731
        "confirm_service_address", on, party=ordered.party, receiver="田大力", receiver_relation="经营者",
        phone="13900000001", address="样例镇", signed=True, **more,
    )  # fmt: skip
    confirm(date(2026, 3, 4), electronic=True, channel="email", account="t@example.org", covers=["correction-order"])
    file = load_case_file(ordered.case.pk)
    known = serving.confirmed_address(file, ordered.party, date(2026, 3, 4))
    assert known.allows("correction-order") and not known.allows("penalty-decision")
    confirm(date(2026, 3, 5), electronic=False)
    with pytest.raises(Refused, match="没有同意电子送达"):
        serve(ordered, date(2026, 3, 6), manner="electronic")


def test_a_paper_about_a_legal_object_gives_its_terms_to_that_object(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = SimpleNamespace(_meta=SimpleNamespace(model_name="seizure"))
    monkeypatch.setattr(serving, "object_types", lambda: (kind,))
    paper: Any = SimpleNamespace(subject_key="seizure-7")
    assert serving.about_of_paper(paper) == "seizure-7"
    assert serving.about_of_paper(SimpleNamespace(subject_key="round-2")) == ""  # type: ignore[arg-type]
