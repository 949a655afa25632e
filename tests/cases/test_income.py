"""Is illegal income confiscated as 行政处罚法 28.2 says: all of it, but for what goes back by law, and once?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Cast, Story, at
from cases.models import Sanction
from cases.services import Refused, perform
from documents.models import Document
from documents.services import content_of
from tests.cases.test_reckoning_pages import report_of, reporting, second_charge, submit

pytestmark = pytest.mark.django_db
BACK = "托运人白山，多收的运费（民法典第九百八十五条）"


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to(at(date(2026, 7, 1), 10), tick=False)
    return hire_everyone("quick")


def money(story: Story, stage: str) -> tuple[Decimal, Decimal]:
    one = Sanction.objects.filter(charge__case=story.case, stage=stage).latest("pk")
    return one.confiscation, one.returned


def test_a_report_that_leaves_income_with_the_party_is_refused(cast: Cast) -> None:
    story = reporting(cast)
    pk = story.charge.pk
    typed = report_of(story.charge, circumstances=["cooperative"]) | {f"confiscation_{pk}": "20000", "step": "check"}
    page = submit(cast["赵刚"], story, typed, status=409)
    assert "查明违法所得 26,000 元，没收 20,000 元、退赔 0 元，还有 6,000 元没有没收" in page.text
    assert "第二十八条第二款" in page.text and "退给谁、依据什么" in page.text


def test_an_empty_sum_takes_all_that_does_not_go_back(cast: Cast) -> None:
    story = reporting(cast)
    pk = story.charge.pk
    typed = report_of(story.charge, circumstances=["cooperative"]) | {f"confiscation_{pk}": "", "step": "do"}
    submit(cast["赵刚"], story, typed | {f"returned_{pk}": "1500", f"returned_to_{pk}": BACK})
    assert money(story, "proposed") == (Decimal(24500), Decimal(1500))


def test_what_goes_back_needs_a_name_and_a_basis(cast: Cast) -> None:
    story = reporting(cast)
    pk = story.charge.pk
    typed = report_of(story.charge, circumstances=["cooperative"]) | {f"confiscation_{pk}": "", "step": "check"}
    page = submit(cast["赵刚"], story, typed | {f"returned_{pk}": "1500"}, status=409)
    assert "退赔 1,500 元，没有写明退给谁、依据什么" in page.text


def test_the_notice_tells_what_goes_back(cast: Cast) -> None:
    story = reporting(cast)
    pk = story.charge.pk
    typed = report_of(story.charge, circumstances=["cooperative"]) | {f"confiscation_{pk}": "", "step": "do"}
    submit(cast["赵刚"], story, typed | {f"returned_{pk}": "1500", f"returned_to_{pk}": BACK})
    story.act(story.unit_head, "endorse_report", date(2026, 5, 27), opinion="同意。")
    story.act("卫国", "approve_report", date(2026, 5, 27), opinion="同意。")
    story.handler("issue_notice", date(2026, 5, 27))
    notice = Document.objects.filter(case=story.case, form_key="violation-notice").exclude(state="voided").get()
    assert "没收违法所得人民币贰万肆仟伍佰元整" in str(content_of(notice))
    assert "依法应当退赔的人民币壹仟伍佰元整" in str(content_of(notice))


def test_one_act_under_two_rules_gives_up_its_income_once(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.charge
    twin = second_charge(charge)
    type(twin).objects.filter(pk=twin.pk).update(illegal_income=Decimal(26000))
    twin.refresh_from_db()
    typed = report_of(charge, circumstances=["cooperative"]) | report_of(twin) | {f"kinds_{twin.pk}": []}
    page = submit(
        cast["赵刚"],
        story,
        typed | {f"kinds_{twin.pk}": ["confiscate_income"], f"confiscation_{twin.pk}": "26000", "step": "check"},
        status=409,
    )
    assert "没收 52,000 元、退赔 0 元，超过查明的违法所得 26,000 元" in page.text
    submit(cast["赵刚"], story, typed | {f"confiscation_{twin.pk}": "", "step": "do"})
    taken = Sanction.objects.filter(charge__case=story.case, stage="proposed", round=2)
    assert sorted(one.confiscation for one in taken) == [0, 26000]


def test_a_decision_cannot_leave_out_what_was_told(cast: Cast) -> None:
    story = dangerous_goods(cast, until="discussed")
    told = Sanction.objects.get(charge=story.charge, stage="proposed")
    less = {name: getattr(told, name) for name in ("kinds", "fine", "other")}
    less |= {"confiscation": Decimal(0), "kinds": ["fine"], "reason": "当事人困难，从轻。"}
    facts: dict[str, Any] = {"sanctions": {story.charge.pk: less}, "opinion": "同意。", "late_reason": ""}
    with pytest.raises(Refused) as refusal:
        perform(story.case, "decide_penalty", cast["卫国"], story.later(37), **facts)
    assert [one.basis for one in refusal.value.obstacles] == ["行政处罚法:28.2"]


def test_without_income_nothing_is_asked(cast: Cast) -> None:
    story = reporting(cast)
    story.case.charges.update(illegal_income=None)
    page = submit(cast["赵刚"], story, report_of(story.charge, fine="60000") | {"step": "check"})
    assert "退给谁、依据什么" not in page.text and "没有没收" not in page.text
