"""Is an act that was returned with remarks done again only with an answer to each, through the one door?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.overload import SANCTION, found
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story
from cases.models import FieldComment
from cases.services import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


REPORT: dict[str, Any] = {
    "recommendation": "penalty",
    "findings": "超限12320千克。",
    "opinion": "建议处罚款6000元。",
    "is_complex": False,
    "concerns_public_interest": False,
}


@pytest.fixture
def story(db: None) -> Story:
    story = found(hire_everyone("quick"), DAY, 1)
    conclude(story)
    remarks = [{"field": "opinion", "label": "意见", "text": text} for text in ("写明事实。", "写明依据。")]
    story.act("郑海", "return_report", DAY, opinion="退回。", field_comments=remarks)
    return story


def conclude(story: Story, **more: Any) -> None:
    facts = REPORT | {"sanctions": {story.charge.pk: dict(SANCTION)}} | more
    story.handler("conclude_investigation", DAY, **facts)


def test_each_remark_wants_its_answer(story: Story) -> None:
    first, second = FieldComment.objects.order_by("pk")
    for answers in ({}, {first.pk: "已写。"}, {first.pk: "已写。", second.pk: " "}):
        with pytest.raises(Refused) as refused:
            conclude(story, field_answers=answers)
        assert "退回意见“意见：写明依据。”还没有答复。" in [str(one.sentence) for one in refused.value.obstacles]
    conclude(story, field_answers={first.pk: "已写。", second.pk: "已写依据。"})
    assert [one.answer for one in FieldComment.objects.order_by("pk")] == ["已写。", "已写依据。"]
    assert story.case.state == "report_submitted"


def test_other_acts_are_not_held_up(story: Story) -> None:
    story.evidence(DAY, "documentary", "补充材料", "当事人", "车辆所有人为当事人")
    assert FieldComment.objects.filter(answered_on=None).count() == 2


def test_an_act_that_returns_nothing_takes_no_remarks(story: Story) -> None:
    answers = {one.pk: "已写。" for one in FieldComment.objects.all()}
    conclude(story, field_answers=answers)
    said = [{"field": "opinion", "label": "意见", "text": "顺便。"}]
    story.act("郑海", "endorse_report", DAY, opinion="同意。", field_comments=said)
    assert FieldComment.objects.count() == 2
