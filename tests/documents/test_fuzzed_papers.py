"""Does any content break a layout or lose a character? Papers filled at random: 5,000 in `make test-full`."""

import re
import sys
from collections import Counter
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from documents import readback
from documents.registry import FORMS
from documents.rendering import MissingGlyph, PaperMeta, render_html, render_pdf
from tests.documents import fuzz, layout

KEYS = sorted(FORMS)
FULL, USUAL = 5_000, 200
BATCHES = 6
TRIED: Counter[str] = Counter()


def each() -> int:
    """How many papers of each form."""
    wanted = FULL if settings.get_current_profile_name() == "full" else USUAL
    return -(-wanted // len(KEYS))


def try_paper(key: str, content: Any) -> None:
    TRIED[key] += 1
    meta = PaperMeta(mark="试打")
    try:
        pdf = render_pdf(key, content, meta=meta)
    except MissingGlyph as refusal:
        pytest.fail(f"every character of the fuzz can be printed, and yet: {refusal}")
    lost = readback.differences(key, content, number="", pdf=pdf)
    if lost:
        # What a template leaves out of a content no officer can enter is no loss in print.
        written = words_of(render_html(key, content, meta=meta))
        lost = [one for one in lost if one.expected in written]
    assert lost == [], key
    assert layout.faults(pdf) == [], key


def words_of(html: str) -> str:
    main = html.partition("</footer>")[2]
    return readback.squeeze(unescape(re.sub(r"<[^>]*>", "", main)))


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_content_breaks_a_layout_or_loses_a_character(batch: int, capsys: pytest.CaptureFixture[str]) -> None:
    keys = KEYS[batch::BATCHES]
    for key in keys:
        fuzzed(key)()
    tried = sum(TRIED[key] for key in keys)
    assert tried >= each() * len(keys)
    with capsys.disabled():
        sys.stdout.write(f"\n{tried} fuzzed papers of {len(keys)} forms\n")


def fuzzed(key: str) -> Any:
    # Not shrunk: a paper takes a tenth of a second, and the content of the failure is told as it was.
    many = settings(max_examples=each(), deadline=None, database=None, phases=(Phase.explicit, Phase.generate))

    @settings(many, suppress_health_check=list(HealthCheck), derandomize=False)
    @given(content=fuzz.contents(key))
    def one(content: Any) -> None:
        try_paper(key, content)

    return one
