"""Until when is a recording kept, what bids to keep it, and do two people stand behind every disposal?"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.models import ArchiveFile, Case, LegalHold
from cases.services import perform
from recordings import disposal
from recordings.disposal import NotDisposable, digest
from recordings.keeping import kept_until, obstacles_to_disposal
from recordings.matching import attach
from recordings.models import Device, Disposal, Recording
from recordings.register import set_keeping
from tests.recordings.conftest import CHINA, signed_in

MADE = datetime(2026, 1, 20, 10, tzinfo=CHINA)
LAST = date(2026, 7, 19)
"""20 January and 180 days: 11 of January, 28, 31, 30, 31, 30 make 161, and 19 of July."""
Make = Callable[..., Recording]


@pytest.fixture
def film(cast: Cast, body: Device) -> Make:
    def make(name: str = "a", made: datetime = MADE) -> Recording:
        return Recording.objects.create(
            device=body,
            officer=cast["李明"],
            started_at=made - timedelta(minutes=30),
            ended_at=made,
            path=f"dock1/{name}.mp4",
            sha256=name * 64,
            size=7,
            uploaded_at=made + timedelta(hours=1),
            due_at=made + timedelta(hours=24),
        )

    return make


def test_ordinary_film_is_kept_for_180_days(film: Make, cast: Cast) -> None:
    recording = film()
    kept = kept_until(recording, [])
    assert (kept.until, kept.why) == (LAST, ("一般音像：自形成之日起 180 日",))
    assert obstacles_to_disposal(recording, [], cast["施康"], LAST)
    assert obstacles_to_disposal(recording, [], cast["施康"], LAST + timedelta(days=1)) == []


@pytest.mark.parametrize("key", ["complaint", "resistance"])
def test_what_a_person_sets_keeps_it_for_ever(film: Make, cast: Cast, key: str) -> None:
    recording = film()
    set_keeping(recording, key=key, reason="接到投诉", by=cast["施康"])
    recording.refresh_from_db()
    assert kept_until(recording, []).until is None


def test_in_a_case_it_is_kept_as_long_as_the_dossier(film: Make, cast: Cast, story: Story) -> None:
    recording = film()
    attach(story.case, recording, officer=cast["李明"], on=localdate())
    file = load_case_file(story.case.pk)
    kept = kept_until(recording, [file])
    assert kept.until is None
    assert [one for one in kept.why if "还没有归档" in one]
    ArchiveFile.objects.create(
        case=story.case, number="1", handed_over_by=cast["李明"], received_by=cast["朱玉"],
        received_on=date(2026, 9, 1), retention="penalty", retain_until=date(2056, 12, 31),
    )  # fmt: skip
    assert kept_until(recording, [load_case_file(story.case.pk)]).until == date(2056, 12, 31)


def test_an_open_case_a_hold_and_the_term_each_bid_to_keep_it(film: Make, cast: Cast, story: Story) -> None:
    recording = film()
    attach(story.case, recording, officer=cast["李明"], on=localdate())
    hold = perform(story.case, "place_legal_hold", cast["李明"], localdate(), reason="检察机关调阅").about
    reasons = obstacles_to_disposal(recording, [load_case_file(story.case.pk)], cast["施康"], date(2090, 1, 1))
    assert [one for one in reasons if "还没有办结" in one]
    assert [one for one in reasons if "正在保全" in one]
    assert [one for one in reasons if "保管期限还没有届满" in one]
    Case.objects.filter(pk=story.case.pk).update(state="archived", closed_on=date(2026, 9, 1))
    ArchiveFile.objects.create(
        case=story.case, number="1", handed_over_by=cast["李明"], received_by=cast["朱玉"],
        received_on=date(2026, 9, 1), retention="other", retain_until=date(2036, 12, 31),
    )  # fmt: skip
    reasons = obstacles_to_disposal(recording, [load_case_file(story.case.pk)], cast["施康"], date(2090, 1, 1))
    assert [one for one in reasons if "正在保全" not in one] == []
    perform(LegalHold.objects.get(pk=hold.pk), "lift_legal_hold", cast["卫国"], localdate(), lifting="调阅完毕")
    assert obstacles_to_disposal(recording, [load_case_file(story.case.pk)], cast["施康"], date(2090, 1, 1)) == []


def test_two_people_and_a_list_that_stays(film: Make, cast: Cast) -> None:
    old, young = film("a"), film("b", now() - timedelta(days=3))
    keeper, head = signed_in(cast, "施康"), signed_in(cast, "卫国")
    page = keeper.get(reverse("recordings:disposals")).content.decode()
    assert old.path in page
    assert young.path not in page
    refused = keeper.post(reverse("recordings:propose-disposal"), {"recording": [young.pk]}, follow=True)
    assert "保管期限还没有届满" in refused.content.decode()
    assert not Disposal.objects.exists()
    keeper.post(reverse("recordings:propose-disposal"), {"recording": [old.pk, "x", "9" * 40]})
    proposed = Disposal.objects.get()
    url = reverse("recordings:disposal", args=[proposed.pk])
    assert "批准销毁" not in keeper.get(url).content.decode()
    assert keeper.post(reverse("recordings:approve-disposal", args=[proposed.pk])).status_code == 404
    assert "批准销毁" in head.get(url).content.decode()
    head.post(reverse("recordings:approve-disposal", args=[proposed.pk]))
    proposed.refresh_from_db()
    assert proposed.approved_by == cast["卫国"]
    assert [(one["path"], one["sha256"], one["kept_until"]) for one in proposed.rows] == [
        ("dock1/a.mp4", "a" * 64, "2026-07-19")
    ]
    assert proposed.sha256 == digest(proposed.rows)
    assert proposed.sha256 in head.get(url).content.decode()
    assert Recording.objects.filter(pk=old.pk).exists(), "the row stays"
    again = head.post(reverse("recordings:approve-disposal", args=[proposed.pk]), follow=True)
    assert "已经办理过" in again.content.decode()


def test_nobody_approves_what_he_proposed(film: Make, cast: Cast) -> None:
    made = disposal.propose([film()], officer=cast["卫国"], on=localdate())
    with pytest.raises(NotDisposable, match="不能自己批准"):
        disposal.approve(made, officer=cast["卫国"], on=localdate())


def test_a_hold_that_came_after_the_proposal_stops_the_approval(film: Make, cast: Cast, story: Story) -> None:
    recording = film()
    made = disposal.propose([recording], officer=cast["施康"], on=localdate())
    recording.matches.create(case=story.case)
    with pytest.raises(NotDisposable, match="还没有办结"):
        disposal.approve(made, officer=cast["卫国"], on=localdate())
    made.refresh_from_db()
    assert made.is_waiting


def test_a_refused_list_gives_its_recordings_back(film: Make, cast: Cast) -> None:
    recording, head = film(), signed_in(cast, "卫国")
    made = disposal.propose([recording], officer=cast["施康"], on=localdate())
    url = reverse("recordings:refuse-disposal", args=[made.pk])
    assert head.post(url, {"reason": ""}).status_code == 422
    head.post(url, {"reason": "再留一年"})
    recording.refresh_from_db()
    assert recording.disposal is None
    assert disposal.disposable(cast["施康"], localdate()) == [recording]
