"""Does start-up notice what would make papers slow, ugly or impossible?"""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from documents import checks, registry, typefaces
from law.forms import all_forms


def codes(found: list[Any]) -> list[str]:
    return [problem.id for problem in found]


def test_this_machine_can_print() -> None:
    found = checks.printing_libraries_are_there() + checks.typefaces_are_there() + checks.every_form_can_be_printed()
    assert found == []


def test_every_form_of_the_law_is_printed_and_no_other() -> None:
    assert {rule.key for rule in all_forms()} == set(registry.FORMS)


def test_a_missing_subsetter_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.ctypes.util, "find_library", lambda name: None if "harfbuzz" in name else name)
    [problem] = checks.printing_libraries_are_there()
    assert "libharfbuzz-subset0" in problem.msg


def test_a_font_folder_that_is_not_there_is_named(settings: Any) -> None:
    settings.DOCUMENT_FONT_DIR = "/nowhere/fonts"
    [problem] = checks.typefaces_are_there()
    assert "/nowhere/fonts" in problem.msg


def test_a_lost_typeface_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "NEEDED", typefaces.NEEDED | {"lost"})
    assert ["lost" in problem.msg for problem in checks.typefaces_are_there()] == [True]


def test_a_form_without_template_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    stray = dataclasses.replace(registry.FORMS["filing-form"], key="stray")
    monkeypatch.setitem(registry.FORMS, "stray", stray)
    assert codes(checks.every_form_can_be_printed()) == ["documents.E005", "documents.E006"]


def test_a_form_of_the_law_without_schema_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(registry.FORMS, "filing-form")
    assert codes(checks.every_form_can_be_printed()) == ["documents.E004"]


def test_a_bureaus_own_font_folder_comes_before_ours(settings: Any, tmp_path: Path) -> None:
    settings.DOCUMENT_FONT_DIR = tmp_path
    assert typefaces.font_folders() == [tmp_path, typefaces.SHIPPED]
