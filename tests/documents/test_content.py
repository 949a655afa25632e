"""Does a paper's content survive the database unchanged, and is bad content refused by name?"""

import json
from typing import Any

import pytest

from documents.content import BadContent, digest, from_json, to_json
from documents.registry import FORMS, UnknownForm

SAMPLES = [(key, name) for key, form in FORMS.items() for name in form.samples()]


@pytest.mark.parametrize(("key", "name"), SAMPLES)
def test_content_comes_back_from_json_as_it_went_in(key: str, name: str) -> None:
    content = FORMS[key].samples()[name]
    assert from_json(key, json.loads(json.dumps(to_json(content)))) == content


def test_every_form_has_a_short_a_usual_and_a_long_sample() -> None:
    assert {key: set(form.samples()) for key, form in FORMS.items()} == {
        key: {"shortest", "typical", "longest"} for key in FORMS
    }


def test_dates_and_sums_are_stored_as_text() -> None:
    data = to_json(FORMS["penalty-decision"].samples()["typical"])
    assert (data["fine"], data["letterhead"]["on"]) == ("6000", "2026-04-02")


def decision() -> dict[str, Any]:
    return to_json(FORMS["penalty-decision"].samples()["typical"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"colour": "red"}, "unknown field colour"),
        ({"fine": "many"}, "penalty-decision.fine"),
        ({"facts": 7}, "penalty-decision.facts"),
        ({"evidence": "one"}, "penalty-decision.evidence: a list"),
        ({"party": None}, "penalty-decision.party: an object"),
        ({"evidence": ["称重检测单", 3]}, "penalty-decision.evidence[1]"),
    ],
)
def test_content_that_does_not_fit_is_refused_by_the_name_of_its_field(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadContent) as refusal:
        from_json("penalty-decision", decision() | change)
    assert said in str(refusal.value)


def test_a_missing_field_is_named() -> None:
    data = decision()
    del data["remedy"]
    with pytest.raises(BadContent, match="missing field remedy"):
        from_json("penalty-decision", data)


def test_what_has_no_place_in_a_paper_is_not_stored() -> None:
    with pytest.raises(BadContent, match="float"):
        to_json(FORMS["back-sheet"].schema(case_number="", pages=1.5))


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UnknownForm):
        from_json("love-letter", {})


def test_the_hash_of_content_does_not_depend_on_the_order_of_its_fields() -> None:
    data = decision()
    assert digest(data) == digest(dict(reversed(data.items()))) != digest(data | {"fine": "6001"})
