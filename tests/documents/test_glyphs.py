"""Are rare names printed, and is a character that no typeface has refused by name instead of printed as a box?"""

from dataclasses import replace

import pytest

from documents.registry import FORMS
from documents.rendering import MissingGlyph, PaperMeta, render_pdf
from documents.typefaces import missing
from tests.documents.printed import Printed

SCENE = FORMS["scene-record"].samples()["typical"]


def named(name: str) -> bytes:
    person = replace(SCENE.person, name=name)
    return render_pdf("scene-record", replace(SCENE, person=person), meta=PaperMeta())


@pytest.mark.parametrize("name", ["喆赟昇", "赵䶮", "邢玥珺", "乌云毕力格·阿拉坦仓", "㛃堃頔"])
def test_rare_characters_of_names_are_printed(name: str) -> None:
    with Printed(named(name)).pdf as pdf:
        assert name in pdf[0].get_textpage().get_text_range()


@pytest.mark.parametrize(("name", "lost", "code"), [("李😀", "😀", "U+1F600"), ("王\ue000", "\ue000", "U+E000")])
def test_a_character_without_glyph_is_named_in_the_refusal(name: str, lost: str, code: str) -> None:
    with pytest.raises(MissingGlyph) as refusal:
        named(name)
    assert refusal.value.characters == lost
    assert code in str(refusal.value)


def test_each_missing_character_is_named_once() -> None:
    assert missing("😀甲😀乙🚚") == "😀🚚"


def test_marks_that_turn_the_reading_order_around_are_not_printed() -> None:
    """U+202E would print 抗拒 where the officer wrote 拒抗; zero-width spaces would hide in a name."""
    with Printed(named("张\u202e建\u200b军")).pdf as pdf:
        assert "张建军" in pdf[0].get_textpage().get_text_range()
