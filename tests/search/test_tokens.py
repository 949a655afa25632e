"""Is a text cut so that its parts lead back to it, and is nothing kept that should not be?"""

import pytest

from search.initials import initials
from search.tokens import (
    identity_words,
    joined,
    name_words,
    number_words,
    phone_words,
    plate_words,
    text_words,
    wanted,
)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("张三", {"zs"}), ("欧阳娜娜", {"oynn"}), ("宏达物流A8", {"hdwla8"})],
)
def test_a_name_is_written_in_short_by_its_first_letters(name: str, letters: set[str]) -> None:
    assert letters <= set(initials(name))


def test_a_surname_with_two_readings_is_found_by_both() -> None:
    assert {"dxx", "sxx"} <= set(initials("单雄信"))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("张三丰", text_words("当事人张三丰驾驶")),
        ("三丰", text_words("张三丰")),
        ("ZS", name_words("张三")),
        ("hdwl", name_words("样例旗宏达物流有限公司")),
        ("2026 14", number_words("蒙样交罚〔2026〕00014号")),
        ("〔2026〕00014号", number_words("蒙样交罚〔2026〕00014号")),
        ("00014", number_words("蒙样交罚〔2026〕00014号")),
        ("蒙Ｇ·99871", plate_words("蒙G99871")),
        ("g99871", plate_words("蒙G99871")),
        ("9871", plate_words("蒙G99871")),
        ("4321", phone_words("138-0000 4321")),
        ("13800004321", phone_words("138-0000 4321")),
        ("123X", identity_words("15052319900307123X")),
        ("k32 500", text_words("S210线K32+500治超站")),
    ],
)
def test_what_is_typed_meets_what_is_written(typed: str, text: list[str]) -> None:
    if typed == "k32 500":
        assert wanted(typed).phrases == ("k32", "500")
    asked = wanted(typed)
    assert not asked.is_empty
    assert set(asked.words) <= set(text)
    assert asked.is_met_by(" ".join(text))


@pytest.mark.parametrize(
    ("typed", "text"),
    [("张三丰", "张三 李四 三丰"), ("晋G99871", "蒙G99871"), ("王五", "张三")],
)
def test_what_only_looks_alike_is_not_met(typed: str, text: str) -> None:
    words = plate_words(text) if "G" in text else text_words(text)
    assert not wanted(typed).is_met_by(" ".join(words))


def test_no_word_reaches_from_one_text_into_the_next() -> None:
    line = joined([text_words("张三"), text_words("丰收")])
    assert line == "张三 / 丰收"
    assert not wanted("张三丰收").is_met_by(line)


@pytest.mark.parametrize("number", ["15052319900307123X", "150523900307123", "6222021234567890123"])
def test_a_long_number_in_a_text_leaves_its_last_four(number: str) -> None:
    assert text_words(f"证件号{number}。")[-1] == number[-4:].lower()


@pytest.mark.parametrize("typed", ["", " ", "张", "a", "。！", "\x00", "%", "'"])
def test_less_than_two_characters_are_nothing_to_look_for(typed: str) -> None:
    assert wanted(typed).is_empty


def test_a_whole_identity_number_is_not_looked_for_in_the_index() -> None:
    asked = wanted("15052319900307123X")
    assert (asked.phrases, asked.identities) == ((), ("15052319900307123x",))
