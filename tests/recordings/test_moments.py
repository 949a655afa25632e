"""Which facts of a case make a moment that must be recorded, how exactly is its time known, and whose film may show it?

The files are built by hand: every kind of fact once, and beside each one that has not happened yet.
"""

from datetime import date, datetime, timedelta
from types import SimpleNamespace as Row
from typing import Any

import pytest
from django.utils.timezone import localdate

from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.models import Case, PublicNotice
from cases.services import Refused, perform
from recordings.caseload import meter
from recordings.coverage import moments
from recordings.matching import attach, excuse, propose_for
from recordings.models import Device, Disposal, MomentExcuse, Recording, RecordingMatch
from tests.recordings.conftest import CHINA

T = datetime(2026, 8, 3, 10, tzinfo=CHINA)
LATER = T + timedelta(minutes=30)
HANDLERS = {1, 2}


class Rows(list[Any]):
    def all(self) -> "Rows":
        return self


class Named(Row):
    def __str__(self) -> str:
        return str(self.name)


def file_of(**rows: list[Any]) -> Any:
    """A case file with these rows and nothing else."""
    relations = ("samplings", "preservations", "enforcements", "hearings", "public_notices")
    case = Row(**{name: Rows(rows.pop(name, [])) for name in relations})
    lists = ("all_inquiries", "measures", "services", "papers", "spot_penalties")
    return Row(case=case, everyone_who_handled=HANDLERS, **{name: rows.pop(name, []) for name in lists})


def two(**said: Any) -> Named:
    return Named(pk=7, name="某", started_at=T, ended_at=LATER, first_officer_id=3, second_officer_id=4, **said)


PARTY = Row(name="张三")
PAPER = Row(pk=5, title="行政处罚决定书")
FACTS: list[tuple[str, dict[str, list[Any]], list[tuple[str, str, set[int]]]]] = [
    ("现场检查（勘验）", {"all_inquiries": [two(kind="scene")]}, [("inquiry-7", "interval", {3, 4})]),
    ("现场检查（勘验）", {"all_inquiries": [two(kind="inspection")]}, [("inquiry-7", "interval", {3, 4})]),
    ("询问（调查）", {"all_inquiries": [two(kind="interview")]}, [("inquiry-7", "interval", {3, 4})]),
    ("抽样取证", {"samplings": [two()]}, [("sampling-7", "interval", {3, 4})]),
    (
        "先行登记保存证据",
        {
            "preservations": [
                Named(pk=7, name="车", kept_at=T, second_officer_id=4),
                Named(pk=8, name="未实施", kept_at=None, second_officer_id=None),
            ]
        },
        [("preservation-7", "point", {1, 2, 4})],
    ),
    (
        "查封、扣押",
        {
            "measures": [
                Named(pk=7, name="车", carried_out_at=T, second_officer_id=4),
                Named(pk=8, name="未实施", carried_out_at=None, second_officer_id=None),
            ]
        },
        [("measure-7", "point", {1, 2, 4})],
    ),
    (
        "行政强制执行、代履行",
        {
            "enforcements": [
                Row(
                    executions=Rows(
                        [
                            Named(pk=7, name="拆除", carried_out_at=T, supervisor_id=6),
                            Named(pk=8, name="未实施", carried_out_at=None, supervisor_id=None),
                        ]
                    )
                )
            ]
        },
        [("execution-7", "point", {1, 2, 6})],
    ),
    (
        "举行听证",
        {
            "hearings": [
                Row(pk=7, heading="张三", started_at=T, ended_at=LATER, chair_id=8, recorder_id=9),
                Row(pk=8, heading="李四", started_at=None, ended_at=None, chair_id=8, recorder_id=None),
            ]
        },
        [("hearing-7", "interval", {8, 9})],
    ),
    (
        "留置送达",
        {
            "services": [
                Row(
                    pk=7, manner="left", document_id=5, party=PARTY, served_on=T.date(), server_id=3, second_server_id=4
                ),
                Row(
                    pk=8,
                    manner="direct",
                    document_id=5,
                    party=PARTY,
                    served_on=T.date(),
                    server_id=3,
                    second_server_id=4,
                ),
            ],
            "papers": [PAPER],
        },
        [("service-7", "day", {3, 4})],
    ),
    (
        "公告送达",
        {
            "public_notices": [Row(pk=7, document_id=5, party=PARTY, posted_on=T.date(), officer_id=3)],
            "papers": [PAPER],
        },
        [("notice-7", "day", {1, 2, 3})],
    ),
    ("当场处罚", {"spot_penalties": [Row(pk=7, party=PARTY, given_at=T)]}, [("spot-7", "point", {1, 2})]),
]


@pytest.mark.parametrize(("matter", "rows", "wanted"), FACTS, ids=[f"{one[0]} {n}" for n, one in enumerate(FACTS)])
def test_a_fact_of_the_case_makes_its_moment(
    matter: str, rows: dict[str, list[Any]], wanted: list[tuple[str, str, set[int]]]
) -> None:
    found = moments(file_of(**rows))
    assert [(one.key, str(one.exactness), set(one.officers)) for one in found] == wanted
    assert {one.rule.title for one in found} == {matter}
    assert all(one.title.startswith(f"{matter}：") for one in found)


def test_moments_stand_in_the_order_of_time() -> None:
    late, early = two(kind="scene"), two(kind="interview")
    late.started_at, late.pk = T + timedelta(hours=3), 6
    late.ended_at = late.started_at + timedelta(minutes=5)
    assert [one.key for one in moments(file_of(all_inquiries=[late, early]))] == ["inquiry-7", "inquiry-6"]


@pytest.fixture
def film(cast: Cast, body: Device) -> Recording:
    return Recording.objects.create(
        device=body,
        officer=cast["李明"],
        started_at=datetime(2026, 8, 26, 9, tzinfo=CHINA),
        ended_at=datetime(2026, 8, 26, 9, 20, tzinfo=CHINA),
        path="x.mp4",
        sha256="ab" * 32,
        size=1,
        uploaded_at=datetime(2026, 8, 26, 12, tzinfo=CHINA),
        due_at=datetime(2026, 8, 27, 9, 20, tzinfo=CHINA),
    )


def test_where_only_the_day_is_known_a_person_says_what_is_shown(film: Recording, story: Story, cast: Cast) -> None:
    paper = story.case.documents.filter(form_key="penalty-decision").latest("pk")
    notice = PublicNotice.objects.create(
        case=story.case, document=paper, party=story.party, posted_on=date(2026, 8, 26), places="公告栏",
        reason="查找下落未果", summary="…", officer=cast["李明"],
    )  # fmt: skip
    assert propose_for(load_case_file(story.case.pk)) == 1
    match = attach(story.case, film, officer=cast["李明"], on=localdate())
    by_day = [one for one in meter(load_case_file(story.case.pk)) if one.moment.rule.kind == "public_service"]
    assert [one.is_whole for one in by_day] == [False]
    perform(match, "take_away_match", cast["李明"], localdate(), reason="选错了环节")
    attach(story.case, film, officer=cast["李明"], on=localdate(), moment_key=f"notice-{notice.pk}")
    assert [one.is_whole for one in meter(load_case_file(story.case.pk)) if one.moment.key.startswith("notice")] == [
        True
    ]


def test_a_recording_of_another_officer_is_not_proposed(film: Recording, story: Story, cast: Cast) -> None:
    scene = story.case.inquiries.get(kind="scene")
    Recording.objects.filter(pk=film.pk).update(
        officer=cast["周勇"], started_at=scene.started_at, ended_at=scene.ended_at
    )
    assert propose_for(load_case_file(story.case.pk)) == 0
    Recording.objects.filter(pk=film.pk).update(officer=cast["王强"])
    assert propose_for(load_case_file(story.case.pk)) == 1
    assert propose_for(load_case_file(story.case.pk)) == 0


def refusal(call: Any, *given: Any, **said: Any) -> str:
    with pytest.raises(Refused) as refused:
        call(*given, **said)
    return str(refused.value)


def test_what_the_guards_refuse_leaves_nothing_behind(film: Recording, story: Story, cast: Cast) -> None:
    """Each guard once; who is not a handler; and the row that was begun is gone with the refusal."""
    handler = {"officer": cast["李明"], "on": localdate()}
    assert "本案没有这个应当记录的环节" in refusal(attach, story.case, film, moment_key="inquiry-0", **handler)
    assert "由承办人办理" in refusal(attach, story.case, film, officer=cast["周勇"], on=localdate())
    Recording.objects.filter(pk=film.pk).update(finding="changed")
    film.refresh_from_db()
    assert "文件内容变了" in refusal(attach, story.case, film, **handler)
    gone = Disposal.objects.create(
        proposed_by=cast["施康"],
        proposed_on=localdate(),
        approved_by=cast["卫国"],
        approved_on=localdate(),
        sha256="ab" * 32,
    )
    Recording.objects.filter(pk=film.pk).update(finding="", disposal=gone)
    film.refresh_from_db()
    assert "已经列入批准的销毁清册" in refusal(attach, story.case, film, **handler)
    assert not RecordingMatch.objects.exists()
    said = handler | {"ground": "failure", "reason": "没电"}
    assert "本案没有这个应当记录的环节" in refusal(excuse, story.case, "inquiry-0", **said)
    assert not MomentExcuse.objects.exists()


def test_one_recording_serves_several_cases(film: Recording, story: Story, cast: Cast) -> None:
    other = Case.objects.create(
        registered_on=localdate(), department=story.case.department, source="inspection",
        received_at=story.case.received_at, cause="另一件", occurred_on=story.case.occurred_on, place="…", summary="…",
    )  # fmt: skip
    for officer in ("李明", "王强"):
        other.assignments.create(officer=cast[officer], since=localdate(), reason="")
    for case in (story.case, other):
        attach(case, film, officer=cast["李明"], on=localdate())
    assert sorted(film.matches.values_list("case_id", flat=True)) == [story.case.pk, other.pk]
