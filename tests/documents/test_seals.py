"""Which seal is printed: the bureau's own, a sample that says so, or none?"""

import base64
from pathlib import Path
from typing import Any

from documents.registry import FORMS
from documents.rendering import PaperMeta, render_html
from documents.seals import ring, seal_image

NOTICE = FORMS["violation-notice"].samples()["typical"]


def test_the_sample_seal_says_that_it_is_one(settings: Any) -> None:
    settings.SAMPLE_SEAL, settings.SEAL_IMAGE = True, None
    svg = base64.b64decode(seal_image("样例旗交通运输局").partition(",")[2]).decode()
    assert "样章" in svg
    assert all(f">{character}</text>" in svg for character in "样例旗交通运输局")


def test_the_name_stands_evenly_around_the_top() -> None:
    angles = [float(one.angle) for one in ring("样例旗交通运输局")]
    assert angles == sorted(angles)
    assert abs(angles[0] + angles[-1]) < 0.01


def test_a_long_name_does_not_run_into_itself() -> None:
    angles = [float(one.angle) for one in ring("样" * 24)]
    assert angles[-1] - angles[0] < 260


def test_the_bureaus_own_image_is_taken(settings: Any, tmp_path: Path) -> None:
    settings.SEAL_IMAGE = tmp_path / "seal.png"
    settings.SEAL_IMAGE.write_bytes(b"\x89PNG")
    assert seal_image("任何名称") == "data:image/png;base64,iVBORw=="


def test_without_either_the_place_stays_free_for_ink(settings: Any) -> None:
    settings.SAMPLE_SEAL, settings.SEAL_IMAGE = False, None
    assert 'class="seal"' not in render_html("violation-notice", NOTICE, meta=PaperMeta(sealed=True))


def test_a_draft_bears_no_seal(settings: Any) -> None:
    settings.SAMPLE_SEAL, settings.SEAL_IMAGE = True, None
    assert 'class="seal"' in render_html("violation-notice", NOTICE, meta=PaperMeta(sealed=True))
    assert 'class="seal"' not in render_html("violation-notice", NOTICE, meta=PaperMeta())
