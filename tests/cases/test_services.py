"""Is there one door, does it say everything that is in the way, and does nothing pass it by halves?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases import record, services
from cases.models import Case, Decision
from cases.services import Refused, perform
from documents.models import Document, NumberSeries
from law.holidays import CalendarMissing

pytestmark = pytest.mark.django_db
DECIDE = date(2026, 4, 2)
OURS = ("cases", "documents", "officers", "publicity", "oversight", "recordings")


@pytest.fixture
def cast(time_machine: Any) -> Cast:
    time_machine.move_to("2026-04-02 02:00Z", tick=False)
    return hire_everyone()


@pytest.fixture
def ready(cast: Cast) -> Story:
    """Everything is done but the decision; reported on 30 March."""
    return stories.overload(cast, until="ready")


def sanctions(story: Story) -> dict[int, dict[str, Any]]:
    what = {"kinds": ["fine"], "fine": Decimal(6000), "confiscation": Decimal(0), "other": "", "reason": ""}
    return {story.case.charges.get().pk: what}


def everything() -> dict[str, list[Any]]:
    """Each row of ours, value by value."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    return {model._meta.label: list(model._default_manager.order_by("pk").values_list()) for model in models}


def refusal(story: Story, who: str, key: str, on: date, **facts: Any) -> list[str]:
    """The sentences of a refusal that wrote nothing."""
    before = everything()
    with pytest.raises(Refused) as refused:
        perform(story.case, key, story.cast[who], on, **facts)
    assert everything() == before
    return [str(one.sentence) for one in refused.value.obstacles]


def test_a_refusal_names_every_reason_at_once_and_writes_nothing(ready: Story) -> None:
    heavier = {pk: one | {"fine": Decimal(9000)} for pk, one in sanctions(ready).items()}
    said = refusal(
        ready, "李明", "decide_penalty", date(2026, 4, 3), seen_version=1, sanctions=heavier, opinion="同意。"
    )
    assert said[:4] == [
        "这件案件刚刚被更新过。",
        "“作出行政处罚决定”由执法部门负责人办理。",
        "办理日期 2026-04-03 还没有到。",
        "李明承办过本案，不得审批或者决定。",
    ]
    assert any("9000" in one or "9,000" in one for one in said[4:])  # more than was notified, and more than the law


def test_each_reason_has_its_article_or_its_cure(ready: Story) -> None:
    with pytest.raises(Refused) as refused:
        perform(
            ready.case, "decide_penalty", ready.cast["李明"], date(2026, 4, 3), sanctions=sanctions(ready), opinion=""
        )
    assert all(one.basis or one.cure for one in refused.value.obstacles)


def test_an_act_of_another_state_is_refused_with_the_state(ready: Story) -> None:
    said = refusal(ready, "李明", "propose_closing", DECIDE, closing_note="完毕", opinion="结案")
    assert said == ["案件现在是“待负责人决定”，不能办理“提请结案”。"]


def test_an_unknown_act_is_an_error_and_not_a_refusal(ready: Story) -> None:
    with pytest.raises(KeyError):
        perform(ready.case, "erase", ready.cast["卫国"], DECIDE)


def test_what_was_seen_must_still_be_so(ready: Story) -> None:
    facts: dict[str, Any] = {"sanctions": sanctions(ready), "opinion": "同意。"}
    seen = ready.case.version
    ready.act("卫国", "extend_decision_period", date(2026, 3, 31), reason="案情复杂。")
    said = refusal(ready, "卫国", "decide_penalty", DECIDE, seen_version=seen, **facts)
    assert said[0] == "这件案件刚刚被更新过。"


def test_an_act_cannot_be_dated_in_the_future(ready: Story) -> None:
    said = refusal(ready, "卫国", "decide_penalty", date(2026, 4, 3), sanctions=sanctions(ready), opinion="同意。")
    assert said == ["办理日期 2026-04-03 还没有到。"]


def test_an_act_cannot_be_dated_before_the_last_approval(ready: Story) -> None:
    said = refusal(ready, "卫国", "decide_penalty", date(2026, 3, 15), sanctions=sanctions(ready), opinion="同意。")
    assert "办理日期 2026-03-15 早于上一步审批的日期 2026-03-16。" in said


def test_an_act_moves_the_case_counts_a_version_and_leaves_one_entry(ready: Story) -> None:
    version, entries = ready.case.version, ready.case.record.count()
    done = perform(
        ready.case,
        "decide_penalty",
        ready.cast["卫国"],
        DECIDE,
        sanctions=sanctions(ready),
        opinion="同意。",
        seen_version=version,
    )
    assert (done.case.state, done.case.version, ready.case.record.count()) == ("decided", version + 1, entries + 1)
    assert done.entry.act == "decide_penalty"
    assert [one.number for one in done.papers if one.form_key == "penalty-decision"] == ["蒙样交执罚〔2026〕001号"]


# --- a step that fails late ----------------------------------------------------------------------------
class Broken(RuntimeError):
    """The disk was full, the connection lost, the program wrong."""


def fail(*args: Any, **kwargs: Any) -> None:
    raise Broken


@pytest.mark.parametrize(
    ("module", "step"), [(record, "append"), (services.papers, "produce"), (services.clocks, "open_terms")]
)
def test_a_late_failure_takes_everything_back_even_the_number(
    ready: Story, monkeypatch: pytest.MonkeyPatch, module: Any, step: str
) -> None:
    facts: dict[str, Any] = {"sanctions": sanctions(ready), "opinion": "同意。"}
    before = everything()
    with monkeypatch.context() as broken:
        broken.setattr(module, step, fail)
        with pytest.raises(Broken):
            perform(ready.case, "decide_penalty", ready.cast["卫国"], DECIDE, **facts)
    assert everything() == before
    assert not NumberSeries.objects.filter(series="罚").exists()
    assert not Decision.objects.exists()
    done = perform(ready.case, "decide_penalty", ready.cast["卫国"], DECIDE, **facts)
    assert "蒙样交执罚〔2026〕001号" in [one.number for one in done.papers]
    assert list(record.verify()) == []


def test_opening_a_case_is_all_or_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "append", fail)
    with pytest.raises(Broken):
        stories.overload(cast)
    assert not Case.objects.exists()
    assert not Document.objects.exists()


def test_an_act_whose_term_cannot_be_counted_is_refused_in_words(ready: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_holidays(*args: Any, **kwargs: Any) -> None:
        raise CalendarMissing(2028)

    monkeypatch.setattr(services.clocks, "open_terms", no_holidays)
    said = refusal(ready, "卫国", "decide_penalty", DECIDE, sanctions=sanctions(ready), opinion="同意。")
    assert said == ["2028 年的节假日和调休安排还没有录入，期限无法计算。"]
