"""Can a bureau bring its own list and terms, and is a row that nobody can read refused with its place?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from cases.act import acts_of
from law.loading import BadLawData
from law.recording import (
    UnknownRecordingRule,
    all_keepings,
    all_moment_rules,
    excuse_title,
    keeping,
    moment_rules,
    upload_rule,
)
from recordings.checks import check_recordings
from recordings.models import MomentExcuse, RecordingMatch
from recordings.procedure import Attaching
from tests.recordings.conftest import CHINA

COMMON = 'basis = "行政处罚法:47"\ncertainty = "R"\nsource = "本局规定"\n'
Own = Callable[[str], None]


@pytest.fixture
def own(tmp_path: Path, settings: Any) -> Own:
    def write(text: str) -> None:
        settings.LAW_LOCAL_DIR = tmp_path
        (tmp_path / "recording.toml").write_text(text, encoding="utf-8")

    return write


def test_the_shipped_terms_are_24_hours_and_180_days() -> None:
    due = upload_rule(date(2026, 8, 7)).due_at(datetime(2026, 8, 7, 17, 30, tzinfo=CHINA))
    assert due == datetime(2026, 8, 8, 17, 30, tzinfo=CHINA), "a Saturday: hours run through days off"
    assert [(one.key, one.how, one.days) for one in all_keepings()] == [
        ("ordinary", "days", 180),
        ("evidence", "case", 0),
        ("coercion", "case", 0),
        ("major", "case", 0),
        ("complaint", "always", 0),
        ("resistance", "always", 0),
    ]
    assert all(one.source and one.certainty for one in (*all_keepings(), *all_moment_rules()))


def test_before_the_rules_there_are_none() -> None:
    with pytest.raises(UnknownRecordingRule):
        upload_rule(date(2021, 7, 14))
    with pytest.raises(UnknownRecordingRule):
        keeping("ordinary", date(2021, 7, 14))
    assert excuse_title("nobody_knows_it") == "nobody_knows_it"


def test_a_bureau_far_out_gives_itself_48_hours_and_another_matter(own: Own) -> None:
    own(
        f'[[upload]]\nkey = "upload"\nhours = 48\nin_force_from = 2021-07-15\n{COMMON}'
        f'[[moment]]\nkey = "scene"\nkind = "scene"\ntitle = "路面检查"\nplace = "公路"\ncontent = "全过程"\n'
        f"in_force_from = 2022-07-19\nin_force_until = 2026-08-31\n{COMMON}"
    )
    assert upload_rule(date(2026, 8, 3)).hours == 48
    assert [one.title for one in moment_rules("scene", date(2026, 8, 31))] == ["路面检查"]
    assert moment_rules("scene", date(2026, 9, 1)) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[[moment]]\nkey = "x"\nkind = "dance"\nin_force_from = 2026-01-01\n', "unknown kind 'dance'"),
        ('[[moment]]\nkey = "x"\nkind = "scene"\nin_force_from = 2026-01-01\n', "'title' is missing"),
        ('[[keeping]]\nkey = "x"\ntitle = "x"\nhow = "a while"\nin_force_from = 2026-01-01\n', "how must be one of"),
        ('[[keeping]]\nkey = "x"\ntitle = "x"\nhow = "days"\nin_force_from = 2026-01-01\n', "'days' is missing"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(own: Own, text: str, place: str) -> None:
    own(text + COMMON)
    with pytest.raises(BadLawData, match=r"recording\.toml") as found:
        all_moment_rules() and all_keepings()
    assert place in str(found.value)


def test_every_act_has_its_article_and_its_form() -> None:
    assert check_recordings() == []
    assert sorted([*acts_of(RecordingMatch), *acts_of(MomentExcuse)]) == [
        "confirm_match",
        "excuse_moment",
        "take_away_match",
    ]


@pytest.mark.parametrize(
    ("change", "identifier"), [({"basis": "没有这部法:1"}, "cases.E002"), ({"asks": "no.Form"}, "cases.E005")]
)
def test_an_act_that_lacks_one_is_an_error(
    change: dict[str, str], identifier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(acts_of(RecordingMatch)["confirm_match"], **change)
    monkeypatch.setattr(vars(Attaching)["confirm_match"], "act", broken)
    assert [one.id for one in check_recordings()] == [identifier]
