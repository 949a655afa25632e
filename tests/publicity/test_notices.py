"""Does a notice stand on the portal from its paper until its last day, in words that name no natural person?"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from bureau.sample.identities import identity_number
from bureau.sample.people import hire_everyone
from bureau.sample.story import Story, at
from cases.models import Hearing, Party
from publicity.sheets import compile_sheets
from tests.cases import situations
from tests.cases.holding import detained, do
from tests.promises.test_no_500 import convened
from tests.publicity.conftest import undone_afterwards

NOTICES = "/public/before/notices/"
TOLD = date(2026, 6, 5)


@pytest.fixture(autouse=True)
def september() -> Iterator[None]:
    """These stories are of spring and summer; each test says its own day."""
    with time_machine.travel(datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield


@pytest.fixture(scope="module")
def stories(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Story]]:
    """A public hearing set for 5 June, a paper served by notice from 6 March, a vehicle nobody fetches from 1 June."""
    with django_db_blocker.unblock(), undone_afterwards():
        with time_machine.travel(datetime(2026, 11, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
            cast = hire_everyone("quick")
            told = {"hearing": convened(cast), "service": sought(cast), "unclaimed": detained(cast)}
            told["unclaimed"].case.measures.update(authority="detain-after-damage", basis="公路安全保护条例:72.1")
            do(told["unclaimed"], "赵刚", "announce_unclaimed", date(2026, 6, 1), where="样例旗政府网")
        yield told


def sought(cast: Any) -> Story:
    """Ordered to correct on 3 March; the party has moved away, and the order is posted on the 6th."""
    story = situations.lead(cast, "样例旗老田货运部")
    situations.add_party(story, situations.TRADER, "HY-012")
    story.record_scene(story.start, "现场。", "田大力", "经营者")
    story.evidence(story.start, "documentary", "证件", "当事人", "逾期")
    story.file_case(story.start)
    story.handler("order_correction", date(2026, 3, 3), party=story.party, content="补办。", due_on=None)
    order = story.case.documents.get(form_key="correction-order")
    tried = {"kind": "search", "attempted_at": at(date(2026, 3, 5), 9), "place": "样例镇", "reason": "外出。"}
    seconded = {"document": order, "second_officer": story.cast[story.second]}
    story.handler("record_failed_service", date(2026, 3, 5), **seconded, **tried)
    words = {"reason": "田大力下落不明", "summary": "补办。", "places": "公告栏、田大力门前"}
    story.handler("post_public_notice", date(2026, 3, 6), document=order, **words)
    return story


def shown(on: date, *, compiled_on: date | None = None) -> dict[str, str]:
    """What the page says on a day, notice by notice."""
    compile_sheets(compiled_on or on, keys=("notices",))
    with time_machine.travel(datetime(on.year, on.month, on.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        page = Client().get(NOTICES)
    assert page.headers["X-Robots-Tag"] == "noindex, noarchive"
    parts = re.findall(r"<h2>(.+?)</h2>(.*?)</section>", page.content.decode(), re.S)
    return {title: " ".join(re.sub(r"<.+?>", " ", text).split()) for title, text in parts}


def test_a_public_hearing_is_announced_until_it_is_held(stories: dict[str, Story], db: None) -> None:
    said = shown(TOLD)["听证公告"]
    hearing = stories["hearing"].case.hearings.get()
    paper = stories["hearing"].case.documents.get(form_key="hearing-announcement")
    for words in (paper.number, "2026年6月5日 09:00", "听证室", "褚文", hearing.party.name):
        assert words in said
    assert "听证公告" not in shown(date(2026, 6, 6)), "it was yesterday"
    assert "听证公告" not in shown(date(2026, 6, 6), compiled_on=TOLD), "nor where the sweep has not been there"


@pytest.mark.parametrize("changed", [{"is_public": False, "private_reason": "商业秘密"}, {"state": "suspended"}])
def test_a_private_or_interrupted_hearing_is_not_announced(
    stories: dict[str, Story], db: None, changed: dict[str, Any]
) -> None:
    Hearing.objects.update(**changed)
    assert "听证公告" not in shown(TOLD)


def test_a_paper_is_served_by_notice_for_sixty_days_and_without_the_persons_name(
    stories: dict[str, Story], db: None
) -> None:
    """Sixty days from 6 March 2026 end on 5 May, the last day of a holiday: the next working day is the 6th."""
    for day in (date(2026, 3, 6), date(2026, 5, 6)):
        said = shown(day)["送达公告"]
        assert "责令" in said and "公告栏" in said and "2026年5月6日" in said
        assert "田大力" not in said and "田某某" in said
    assert "送达公告" not in shown(date(2026, 5, 7))


def test_things_that_nobody_fetches_are_called_out_for_three_months(stories: dict[str, Story], db: None) -> None:
    said = shown(date(2026, 9, 1))["催领公告"]
    plates = {one.plate for one in stories["unclaimed"].case.charges.all() if one.plate}
    assert "2026年9月1日" in said and "2026年6月1日" in said
    assert [plate for plate in plates if plate in said] == []
    assert "催领公告" not in shown(date(2026, 9, 2))


def test_a_natural_person_is_announced_by_the_surname(stories: dict[str, Story], db: None) -> None:
    who: dict[str, Any] = {"kind": "citizen", "name": "高树声", "uscc": "", "representative": "", "sex": "男"}
    born = date(1985, 2, 17)
    who |= {"id_number": identity_number(born, 7), "born_on": born}
    Party.objects.filter(case=stories["hearing"].case).update(**who)
    type(stories["hearing"].case).objects.update(cause="高树声涉嫌未经许可运输")
    said = shown(TOLD)["听证公告"]
    assert "高某某" in said and "高树声" not in said


def test_nothing_of_a_minor_or_of_a_case_kept_back_is_announced(stories: dict[str, Story], db: None) -> None:
    case = stories["hearing"].case
    kept = {"reason": "商业秘密。", "proposed_on": TOLD, "decided_on": TOLD, "state": "approved"}
    people = {"proposed_by": stories["hearing"].cast["李明"], "decided_by": stories["hearing"].cast["卫国"]}
    exemption = case.exemptions.create(**kept, **people)
    assert "听证公告" not in shown(TOLD)
    exemption.delete()
    Party.objects.filter(case=case).update(born_on=date(2010, 1, 1))
    assert "听证公告" not in shown(TOLD)
