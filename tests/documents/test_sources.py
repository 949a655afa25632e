"""Is it written down for every field of every paper where it comes from, and does the page say what the code says?"""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.html import strip_tags

from cases.management.commands.papers import all_acts
from documents import sources
from documents.registry import FORMS, paper_form
from documents.rendering import PaperMeta, render_html
from documents.sources import UnknownSource, field_names, parts, source_in_part, source_of, unreadable
from law.forms import all_forms, form_rule


def everything() -> list[sources.Source]:
    found = [source_of(key, name) for key, form in FORMS.items() for name in field_names(form.schema)]
    return found + [source_in_part(name, field) for name, block in parts().items() for field in field_names(block)]


def test_every_field_of_every_paper_has_a_source_and_no_row_of_the_table_is_left_over() -> None:
    assert list(unreadable()) == []


def test_a_field_without_a_row_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"shared": {}, "form": {}, "part": {}}
    monkeypatch.setattr(sources, "_table", lambda: table)
    assert "filing-form.cause: sources.toml does not say where it comes from" in list(unreadable())


def test_a_row_that_no_field_has_any_more_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = sources._table()
    monkeypatch.setattr(
        sources, "_table", lambda: table | {"form": table["form"] | {"filing-form": {"wish": "case x"}}}
    )
    assert "filing-form.wish" in list(unreadable())


def test_what_is_asked_is_asked_in_an_act_that_has_a_form() -> None:
    acts = all_acts()
    named = {act for source in everything() for act in source.acts}
    assert named
    assert {act for act in named if act not in acts or not acts[act].asks} == set()


def test_an_asked_field_names_its_act_and_any_other_names_none() -> None:
    assert [one for one in everything() if (one.kind == "asked") != bool(one.acts)] == []
    assert [one for one in everything() if not one.what.strip()] == []


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(UnknownSource, match=r"penalty-decision\.wish"):
        source_of("penalty-decision", "wish")


def test_the_page_of_the_papers_is_what_the_code_declares() -> None:
    printed = StringIO()
    call_command("papers", stdout=printed)
    page = (Path(settings.BASE_DIR) / "docs" / "papers.md").read_text(encoding="utf-8")
    assert printed.getvalue() == page, "run: EMBEDDED=true python -m scripts.generated_docs --write"


def shown(key: str) -> str:
    return re.sub(r"\s+", "", strip_tags(render_html(key, paper_form(key).samples()["typical"], meta=PaperMeta())))


# Papers that speak of signatures which stand on another paper.
SIGNED_ELSEWHERE = {"appraisal-letter", "entrustment-letter"}


every_paper = pytest.mark.parametrize("key", [rule.key for rule in all_forms()])


@every_paper
def test_a_paper_has_a_place_to_sign_exactly_where_its_signers_are_declared(key: str) -> None:
    has_place = bool(re.search("签名|签字|整理人", shown(key))) and key not in SIGNED_ELSEWHERE
    assert has_place == bool(form_rule(key).signers)


@every_paper
def test_the_line_about_two_copies_is_printed_exactly_where_two_are_declared(key: str) -> None:
    assert ("本文书一式两份" in shown(key)) == (form_rule(key).copies == 2)


@pytest.mark.parametrize(
    ("key", "places"),
    [
        ("hearing-record", ("当事人或其代理人签名：", "主持人及听证员签名：", "记录员签名：", "其他听证参加人签名：")),
        ("correction-order", ("当事人或其代理人签名：", "执法人员签名")),
        ("closing-report", ("（承办人）签名：", "经办机构负责人意见", "负责人审批意见")),
        ("legal-review-opinion", ("审核人员签名：", "法制工作机构意见")),
    ],
)
def test_the_signers_stand_in_the_order_of_the_paper(key: str, places: tuple[str, ...]) -> None:
    text = shown(key)
    found = [text.rindex(place) for place in places]
    assert found == sorted(found)
