"""From a dock's index to 全过程记录 n/m on the case's page, as the people concerned see it."""

import re
from datetime import datetime

import pytest
from django.urls import reverse
from django.utils.timezone import now

from bureau.sample.story import Cast, Story
from cases import record
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.models import Case
from cases.screens.act_page import warnings
from recordings.caseload import meter
from recordings.dock import import_dock
from recordings.models import MomentExcuse, Recording, RecordingMatch
from recordings.states import MatchState
from tests.recordings.conftest import CHINA, signed_in
from tests.recordings.docks import Dock

SCENE = "ZF-01,1001,2026-08-03 10:40:00,2026-08-03 11:20:00,a.mp4,,"
HALF_AN_INTERVIEW = "ZF-01,1001,2026-08-03 14:10:00,2026-08-03 14:50:00,b.mp4,,"
ELSEWHERE = "ZF-01,1001,2026-08-05 14:10:00,2026-08-05 14:50:00,c.mp4,,"


@pytest.fixture
def imported(dock: Dock, story: Story) -> None:
    for name in "abc":
        dock.film(f"{name}.mp4")
    dock.index(SCENE, HALF_AN_INTERVIEW, ELSEWHERE)
    import_dock(dock.folder, now=now())


def test_what_was_filmed_while_the_case_was_worked_on_is_proposed_to_it(imported: None, story: Story) -> None:
    proposed = RecordingMatch.objects.filter(case=story.case).order_by("recording__started_at")
    assert [(one.recording.path, one.state) for one in proposed] == [
        ("dock1/a.mp4", MatchState.PROPOSED),
        ("dock1/b.mp4", MatchState.PROPOSED),
    ]
    assert Recording.objects.count() == 3


def test_a_case_from_the_proposal_to_the_closing(imported: None, story: Story, cast: Cast) -> None:
    """Confirmed on the page, counted on the case; what is missing is explained before the case can be closed."""
    handler, case_url = signed_in(cast, "李明"), reverse("cases:case", args=[story.case.pk])
    page_url = reverse("recordings:case", args=[story.case.pk])
    assert "0/2" in text(handler.get(case_url))
    for match in RecordingMatch.objects.filter(case=story.case):
        act = reverse("recordings:match-act", args=[match.pk, "confirm_match"])
        assert act in handler.get(page_url).content.decode()
        assert handler.get(act).status_code == 200
        assert handler.post(act, {"on": "2026-09-15", "moment_key": ""}).status_code == 302
    assert "1/2" in text(handler.get(case_url))
    shown = text(handler.get(page_url))
    assert "缺 10 分钟" in shown
    assert "1 个环节没有完整的音像，也没有说明原因" in shown
    closing = reverse("cases:act", args=[story.case.pk, "propose_closing"])
    assert "的音像缺 10 分钟，还没有说明原因" in text(handler.get(closing))

    interview = next(one for one in meter(load_case_file(story.case.pk)) if not one.is_whole)
    excuse = reverse("recordings:excuse", args=[story.case.pk, interview.moment.key])
    assert handler.post(excuse, {"on": "2026-09-15", "ground": "", "reason": ""}).status_code == 422
    said = {"on": "2026-09-15", "ground": "failure", "reason": "开机时电量耗尽，更换电池后继续。"}
    assert handler.post(excuse, said).status_code == 302
    assert "开机时电量耗尽" in text(handler.get(page_url))
    assert "说明原因" not in text(handler.get(closing))
    assert MomentExcuse.objects.get().given_by == cast["李明"]
    assert list(story.case.record.order_by("-cseq").values_list("act", flat=True)[:3]) == [
        "excuse_moment",
        "confirm_match",
        "confirm_match",
    ]
    assert list(record.verify()) == []


def test_a_match_is_taken_away_for_a_reason_and_can_come_back(imported: None, story: Story, cast: Cast) -> None:
    handler, match = signed_in(cast, "王强"), RecordingMatch.objects.filter(case=story.case).earliest("pk")
    away = reverse("recordings:match-act", args=[match.pk, "take_away_match"])
    assert handler.post(away, {"on": "2026-09-15", "reason": ""}).status_code == 422
    assert handler.post(away, {"on": "2026-09-15", "reason": "拍的是另一辆车。"}).status_code == 302
    match.refresh_from_db()
    assert (match.state, match.reason, match.settled_by) == (MatchState.TAKEN_AWAY, "拍的是另一辆车。", cast["王强"])
    assert handler.post(away, {"on": "2026-09-15", "reason": "再一次"}).status_code == 409
    found = handler.post(reverse("recordings:find", args=[story.case.pk]), follow=True)
    assert "没有新的音像" in text(found)
    match.refresh_from_db()
    assert match.state == MatchState.TAKEN_AWAY
    back = reverse("recordings:match-act", args=[match.pk, "confirm_match"])
    assert handler.post(back, {"on": "2026-09-15", "moment_key": ""}).status_code == 302


def test_what_the_machine_did_not_find_is_attached_by_hand(imported: None, story: Story, cast: Cast) -> None:
    handler, url = signed_in(cast, "李明"), reverse("recordings:attach", args=[story.case.pk])
    recording = Recording.objects.get(path="dock1/c.mp4")
    said = {"on": "2026-09-15", "recording": recording.pk, "moment_key": "", "why": "路面复查"}
    assert handler.post(url, said | {"recording": ""}).status_code == 422
    assert handler.post(url, said | {"moment_key": "inquiry-999999"}).status_code == 422
    assert not RecordingMatch.objects.filter(recording=recording).exists()
    assert handler.post(url, said).status_code == 302
    match = RecordingMatch.objects.get(recording=recording)
    assert (match.state, match.by_hand, match.why) == (MatchState.CONFIRMED, True, "路面复查")
    assert handler.post(url, said).status_code == 422, "it is no longer among the choices"


def test_only_the_handlers_settle_and_strangers_find_nothing(imported: None, story: Story, cast: Cast) -> None:
    match = RecordingMatch.objects.filter(case=story.case).earliest("pk")
    act = reverse("recordings:match-act", args=[match.pk, "confirm_match"])
    page = reverse("recordings:case", args=[story.case.pk])
    moment = meter(load_case_file(story.case.pk))[0].moment
    excuse = reverse("recordings:excuse", args=[story.case.pk, moment.key])
    elsewhere = signed_in(cast, "周勇")
    for url in (act, page, excuse, reverse("recordings:attach", args=[story.case.pk])):
        assert elsewhere.get(url).status_code == 404, url
    reviewer = signed_in(cast, "陈静")
    assert reviewer.get(page).status_code == 200
    assert reviewer.post(act, {"on": "2026-09-15"}).status_code == 404


def test_a_moment_wholly_recorded_wants_no_excuse(imported: None, story: Story, cast: Cast) -> None:
    handler = signed_in(cast, "李明")
    match = RecordingMatch.objects.get(case=story.case, recording__path="dock1/a.mp4")
    handler.post(reverse("recordings:match-act", args=[match.pk, "confirm_match"]), {"on": "2026-09-15"})
    scene = next(one for one in meter(load_case_file(story.case.pk)) if one.is_whole)
    url = reverse("recordings:excuse", args=[story.case.pk, scene.moment.key])
    answer = handler.get(url)
    assert answer.status_code == 409
    assert "已有完整的音像" in text(answer)
    assert handler.get(reverse("recordings:excuse", args=[story.case.pk, "inquiry-0"])).status_code == 404


def test_the_legal_reviewer_reads_what_is_not_recorded(story: Story) -> None:
    """A warning on the reviewer's page; whether the facts are proved is for the reviewer to say."""
    file = load_case_file(story.case.pk)
    shown = warnings(file, acts_of(Case)["pass_review"])
    assert [one.partition("”")[0] for one in shown] == [
        "“现场检查（勘验）：现场笔录 于强",
        "“询问（调查）：询问笔录 于强",
    ]
    assert not [one for one in warnings(file, acts_of(Case)["decide_penalty"]) if "音像" in one]


def test_before_the_first_recorder_nothing_is_asked_at_closing(story: Story, cast: Cast, body: object) -> None:
    closing = reverse("cases:act", args=[story.case.pk, "propose_closing"])
    handler = signed_in(cast, "李明")
    assert "没有音像，还没有说明原因" in text(handler.get(closing))
    type(body).objects.update(since=datetime(2026, 8, 4, tzinfo=CHINA).date())
    assert "没有音像" not in text(handler.get(closing))


def text(answer: object) -> str:
    """What a person reads of a page, without markup and line breaks."""
    return " ".join(re.sub(r"<[^>]+>", "", answer.content.decode()).split())
