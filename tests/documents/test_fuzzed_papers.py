"""Does any content break a layout or lose a character? Papers filled at random: 100 in every run, 5,000 in the full one.

A portion is known by its seed and fails again by it alone; one that was interrupted goes on where it stopped:
`pytest -m slow tests/documents/test_fuzzed_papers.py -k "seed31 or seed32"`.
"""

import re
import sys
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from documents import readback
from documents.registry import FORMS
from documents.rendering import MissingGlyph, PaperMeta, render_html, render_pdf
from tests.documents import fuzz, layout

KEYS = sorted(FORMS)
FORMS_A_PORTION, PAPERS_A_FORM = 20, 5
SEEDS = 50
META = PaperMeta(mark="试打")
# Not shrunk and never raised within: a paper takes a tenth of a second, and all that is wrong is told at once.
QUIETLY = settings(
    max_examples=PAPERS_A_FORM,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def forms_of(number: int) -> list[str]:
    """Each form comes round every fifth portion."""
    return [KEYS[(number * FORMS_A_PORTION + place) % len(KEYS)] for place in range(FORMS_A_PORTION)]


def faults_of(key: str, content: Any) -> Iterator[str]:
    try:
        pdf = render_pdf(key, content, meta=META)
    except MissingGlyph as refusal:
        # Every character of the fuzz can be printed.
        yield f"{key}: {refusal}"
        return
    lost = readback.differences(key, content, number="", pdf=pdf)
    if lost:
        # What a template leaves out of a content no officer can enter is no loss in print.
        written = words_of(render_html(key, content, meta=META))
        yield from (f"{key} lost {one.field}: {one.expected!r}" for one in lost if one.expected in written)
    yield from (f"{key}: {fault}" for fault in layout.faults(pdf))


def words_of(html: str) -> str:
    main = html.partition("</footer>")[2]
    return readback.squeeze(unescape(re.sub(r"<[^>]*>", "", main)))


def fuzzed(key: str, number: int) -> list[list[str]]:
    """For each paper of this form and seed what is wrong with it."""
    found: list[list[str]] = []

    @seed(number)
    @QUIETLY
    @given(fuzz.contents(key))
    def one(content: Any) -> None:
        found.append(list(faults_of(key, content)))

    one()
    return found


@pytest.mark.parametrize(
    "number",
    [pytest.param(one, marks=[pytest.mark.slow] if one else [], id=f"seed{one}") for one in range(SEEDS)],
)
def test_no_content_breaks_a_layout_or_loses_a_character(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    papers = [paper for key in forms_of(number) for paper in fuzzed(key, number)]
    assert len(papers) == FORMS_A_PORTION * PAPERS_A_FORM
    assert [fault for paper in papers for fault in paper] == []
    with capsys.disabled():
        sys.stdout.write(f"\n{len(papers)} fuzzed papers of {FORMS_A_PORTION} forms\n")


def test_the_full_run_tries_each_form_and_five_thousand_papers() -> None:
    tried = [key for number in range(SEEDS) for key in forms_of(number)]
    assert len(tried) * PAPERS_A_FORM == 5_000
    assert set(tried) == set(KEYS)
