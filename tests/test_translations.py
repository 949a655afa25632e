"""Would the translation check notice a sentence that has no English?"""

import re
from pathlib import Path

import polib
import pytest

from law.terms import all_terms
from scripts import translations


def entry(msgid: str, msgstr: str = "", **extra: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, occurrences=[("cases/x.py", "")], **extra)


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    found = polib.POFile()
    found.extend(entries)
    return found


def found_in(*ours: polib.POEntry, wanted: polib.POEntry) -> list[str]:
    return translations.problems(catalogue(*ours), catalogue(wanted))


def test_a_translated_sentence_is_in_order() -> None:
    assert found_in(entry("立案", "File the case"), wanted=entry("立案")) == []


@pytest.mark.parametrize(
    ("ours", "complaint"),
    [
        ([], "is not in the catalogue"),
        ([entry("立案")], "has no English"),
        ([entry("立案", "立案")], "is still Chinese"),
        ([entry("立案", "File", flags=["fuzzy"])], "is only a guess"),
        ([entry("立案", "File", obsolete=True)], "is not in the catalogue"),
        ([entry("立案", "File", msgctxt="other")], "is not in the catalogue"),
    ],
)
def test_what_is_missing_is_named_with_its_place(ours: list[polib.POEntry], complaint: str) -> None:
    (problem,) = found_in(*ours, wanted=entry("立案"))
    assert complaint in problem
    assert "立案" in problem
    assert "cases/x.py" in problem


def test_a_placeholder_lost_in_translation_is_noticed() -> None:
    wanted = entry("还有 %(days)s 天")
    assert found_in(entry("还有 %(days)s 天", "%(days)s days left"), wanted=wanted) == []
    assert "placeholders" in found_in(entry("还有 %(days)s 天", "some days left"), wanted=wanted)[0]


def test_a_new_sentence_in_code_and_in_a_template_makes_the_check_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text('from django.utils.translation import gettext as _\nx = _("送达")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text('{% load i18n %}{% translate "公示" %}')
    (tmp_path / "locale").mkdir()
    translations.gather(tmp_path)
    source = tmp_path / translations.CATALOGUE
    assert translations.check(tmp_path) == 1
    said = capsys.readouterr().out
    assert "送达" in said
    assert "公示" in said

    written = polib.pofile(str(source))
    english = {"送达": "Serve", "公示": "Publish"}
    for each in written:
        each.msgstr = english[each.msgid]
    written.save()
    assert translations.check(tmp_path) == 0
    translations.compile_all(tmp_path)
    compiled = polib.mofile(str(source.with_suffix(".mo")))
    assert {each.msgid: each.msgstr for each in compiled} == english


def test_every_title_of_a_term_has_its_english() -> None:
    english = {entry.msgid for entry in polib.pofile(str(translations.ROOT / translations.CATALOGUE)) if entry.msgstr}
    assert {rule.title for rule in all_terms()} <= english


def test_no_message_hides_behind_a_name_that_the_gathering_does_not_know() -> None:
    renamed = re.compile(r"import \w*gettext\w* as (?!_\b)")
    sources = [
        path
        for path in translations.ROOT.glob("*/**/*.py")
        if not path.relative_to(translations.ROOT).parts[0].startswith(".")
    ]
    assert [str(path) for path in sources if renamed.search(path.read_text("utf-8"))] == []
