"""Which text applies on which day, what changed between versions, and what does the command tell?"""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from law.citations import cite
from law.models import Article, Statute
from law.statutes import StatuteError, articles_in_force, changed_articles, load_statute, passage

SAMPLES = Path(__file__).parent / "samples"
OLD, NEW = SAMPLES / "样例道路货物装载管理办法.txt", SAMPLES / "样例道路货物装载管理办法-修订.txt"
TITLE = "样例道路货物装载管理办法"
pytestmark = pytest.mark.django_db


def command(file: Path, day: str, *more: str) -> str:
    out = StringIO()
    call_command("load_statute", str(file), "--title", TITLE, "--in-force", day, *more, stdout=out, no_color=True)
    return out.getvalue()


def old_and_new() -> tuple[Statute, Statute]:
    old = load_statute(OLD.read_bytes(), title=TITLE, in_force_from=date(2020, 4, 1)).statute
    new = load_statute(NEW.read_bytes(), title=TITLE, in_force_from=date(2025, 4, 1)).statute
    old.refresh_from_db()
    return old, new


def in_force(cited: str, on: date) -> Article | None:
    """Asked for together with an article that no law has, which must not answer for it."""
    citation = cite(cited)
    return articles_in_force([cite("处罚法:99"), citation], on).get(citation)


def test_loading_stores_every_article_with_its_place() -> None:
    assert "录入 8 条" in command(OLD, "2020-04-01", "--short", "装载办法", "--version-label", "2020年")
    statute = Statute.objects.get()
    assert (statute.short, statute.version_label, statute.in_force_until) == ("装载办法", "2020年", None)
    third = statute.articles.get(number=3, sub=1)
    assert (str(third), third.chapter, third.section) == ("第三条之一", "第二章 装载", "第一节 源头装载")


def test_loading_the_same_bytes_again_changes_nothing() -> None:
    command(OLD, "2020-04-01")
    assert "未作改动" in command(OLD, "2020-04-01")
    assert "未作改动" in command(OLD, "2021-01-01")
    assert (Statute.objects.count(), Article.objects.count()) == (1, 8)


def test_a_newer_version_closes_the_older_and_tells_the_changes() -> None:
    command(OLD, "2020-04-01")
    told = command(NEW, "2025-04-01")
    assert "修改 2 条：第四条、第六条" in told
    assert "新增 1 条：第七条" in told
    assert "删去 1 条：第三条之二" in told
    assert Statute.objects.get(in_force_from=date(2020, 4, 1)).in_force_until == date(2025, 3, 31)


def test_an_older_version_loaded_late_ends_before_its_successor() -> None:
    command(NEW, "2025-04-01")
    command(OLD, "2020-04-01")
    assert Statute.objects.get(in_force_from=date(2020, 4, 1)).in_force_until == date(2025, 3, 31)
    assert Statute.objects.get(in_force_from=date(2025, 4, 1)).in_force_until is None


def test_a_last_day_given_by_hand_is_kept_when_a_newer_version_comes() -> None:
    command(OLD, "2020-04-01", "--until", "2024-12-31")
    command(NEW, "2025-04-01")
    assert Statute.objects.get(in_force_from=date(2020, 4, 1)).in_force_until == date(2024, 12, 31)


def test_the_article_of_the_day_of_the_conduct_is_shown() -> None:
    text = "第一条 甲。\n第二条 罚款一百元。\n前款的{}\n（一）首次；\n（二）再次。"
    for day, word in ((date(2018, 1, 1), "旧"), (date(2021, 7, 15), "新")):
        load_statute(text.format(word).encode(), title="中华人民共和国行政处罚法", in_force_from=day)
    before = in_force("处罚法:2", date(2021, 7, 14))
    after = in_force("处罚法:2.2(2)", date(2021, 7, 15))
    assert before is not None and "旧" in before.text
    assert after is not None and "新" in after.text
    assert in_force("处罚法:2", date(2017, 12, 31)) is None
    assert in_force("处罚法:3", date(2021, 7, 15)) is None


def test_a_citation_points_at_its_paragraph_or_item() -> None:
    text = "第一条 甲。\n乙：\n（一）丙；\n（二）丁。"
    load_statute(text.encode(), title="中华人民共和国行政处罚法", in_force_from=date(2021, 7, 15))
    article = in_force("处罚法:1", date(2026, 1, 1))
    assert article is not None
    assert passage(article, cite("处罚法:1.1")) == "甲。"
    assert passage(article, cite("处罚法:1.2(2)")) == "丁。"
    assert passage(article, cite("处罚法:1(1)")) == "丙；"
    assert passage(article, cite("处罚法:1.9")) == article.text


def test_a_new_typesetting_is_no_amendment() -> None:
    old = load_statute("第一条 甲乙。".encode(), title="甲", in_force_from=date(2020, 1, 1)).statute
    new = load_statute("第一条　甲 乙。\n".encode(), title="甲", in_force_from=date(2021, 1, 1)).statute
    assert changed_articles(old, new).changed == ()


def test_changes_are_the_same_whoever_asks() -> None:
    changes = changed_articles(*old_and_new())
    assert (changes.changed, changes.added, changes.repealed) == (("第四条", "第六条"), ("第七条",), ("第三条之二",))


def test_another_text_for_the_same_day_is_refused() -> None:
    command(OLD, "2020-04-01")
    with pytest.raises(CommandError, match="请核对施行日期"):
        command(NEW, "2020-04-01")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("没有条文".encode(), "没有找到"),
        ("第一条 甲。\n第三条 丙。".encode(), "条号不连续"),
        ("第一条 甲。".encode("gb18030"), "UTF-8"),
        (b"", "没有找到"),
    ],
)
def test_a_text_that_cannot_be_trusted_is_refused_whole(content: bytes, message: str) -> None:
    with pytest.raises(StatuteError, match=message):
        load_statute(content, title="甲", in_force_from=date(2020, 1, 1))
    assert not Statute.objects.exists()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="nowhere"):
        command(SAMPLES / "nowhere.txt", "2020-04-01")


def test_a_statute_with_articles_cannot_be_deleted() -> None:
    old, _ = old_and_new()
    with pytest.raises(ProtectedError):
        old.delete()


def test_the_database_refuses_an_end_before_the_beginning() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Statute.objects.create(
            title="甲", short="甲", in_force_from=date(2020, 1, 2), in_force_until=date(2020, 1, 1), sha256="0" * 64
        )
