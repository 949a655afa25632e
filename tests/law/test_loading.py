"""Do the bureau's own rows replace or join ours, and is a broken file named?"""

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from law.loading import BadLawData, as_date, clear_cache, toml_rows
from law.terms import all_terms, term_rule
from law.violations import violation, violations_in_force
from law.wording import wording
from tests.law.days import DAY

STATEMENT = """[[term]]
key = "statement"
title = "陈述申辩"
length = 5
unit = "working"
starts = "违法行为通知书送达"
rolls = true
nature = "right"
per_party = true
basis = "行政处罚法:45"
in_force_from = {}
{}
"""


@pytest.fixture
def local(tmp_path: Path, settings: LazySettings) -> Path:
    settings.LAW_LOCAL_DIR = tmp_path
    return tmp_path


def test_a_local_row_of_the_same_key_and_first_day_replaces_ours(local: Path) -> None:
    before = len(all_terms())
    (local / "terms.toml").write_text(STATEMENT.format("2021-07-15", ""), "utf-8")
    clear_cache()
    assert term_rule("statement", DAY).length == 5
    assert len(all_terms()) == before
    assert term_rule("decide", DAY).length == 90


def test_a_local_row_with_another_first_day_is_added(local: Path) -> None:
    rows = STATEMENT.format("2021-07-15", "in_force_until = 2026-12-31") + STATEMENT.format("2027-01-01", "")
    (local / "terms.toml").write_text(rows.replace("length = 5", "length = 3", 1), "utf-8")
    assert term_rule("statement", date(2026, 12, 31)).length == 3
    assert term_rule("statement", date(2027, 1, 1)).length == 5


def test_without_a_local_folder_ours_apply(settings: LazySettings) -> None:
    settings.LAW_LOCAL_DIR = None
    assert term_rule("statement", DAY).length == 3


def test_a_local_table_from_a_spreadsheet_with_byte_order_mark_is_read(local: Path) -> None:
    header = (
        "code,domain,name,violated,penalty,violated_text,penalty_text,kinds,correction,fine_min,fine_max,formula,"
        "note,certainty,in_force_from,in_force_until"
    )
    row = "NM-001,地方,地方性法规的行为,公路法:44,公路法:76(1),,,fine,责令改正,100,200,,,S,2022-07-28,"
    (local / "violations.csv").write_text(f"{header}\n{row}\n", "utf-8-sig")
    assert violation("NM-001", DAY).penalty_text == "《中华人民共和国公路法》第七十六条第一项"
    assert len(violations_in_force(DAY)) == 174


def test_a_local_sentence_replaces_a_prescribed_one(local: Path) -> None:
    text = '[[wording]]\nkey = "tick-note"\ntext = "（注：甲）"\nbasis = "行政处罚法:44"\nin_force_from = 2021-07-15\n'
    (local / "wording.toml").write_text(text, "utf-8")
    assert wording("tick-note", DAY) == "（注：甲）"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[term]\n", "terms.toml"),
        ("[term]\n", r"\[\[term\]\]"),
        ('[[term]]\nkey = "x"\n', "title"),
        (STATEMENT.format('"2021年7月15日"', ""), "2021年7月15日"),
    ],
)
def test_a_broken_file_is_named(local: Path, content: str, named: str) -> None:
    (local / "terms.toml").write_text(content, "utf-8")
    with pytest.raises(BadLawData, match=named):
        all_terms()


def test_a_file_edited_in_place_is_read_again_after_the_cache_is_cleared(local: Path) -> None:
    (local / "terms.toml").write_text(STATEMENT.format("2021-07-15", ""), "utf-8")
    clear_cache()
    assert term_rule("statement", DAY).length == 5
    (local / "terms.toml").unlink()
    assert term_rule("statement", DAY).length == 5
    clear_cache()
    assert term_rule("statement", DAY).length == 3


def test_each_row_remembers_where_it_stands() -> None:
    assert toml_rows("terms", "term")[0]["where"] == "terms.toml [[term]] 1"
    assert as_date("2026-05-18", "x") == DAY
