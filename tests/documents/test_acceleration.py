"""Does the accelerated WeasyPrint print what WeasyPrint prints? Not only to the eye: byte for byte.

Both pack at level 9 here, for otherwise the files differ in that alone. A paper is printed twice with acceleration, in
an order of its own, so that what is kept from other papers and from its first time shows if it should not have been.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pydyf
import pypdfium2
import pytest

from documents import acceleration, acceleration_writing, typefaces
from documents.printjob import Job
from documents.registry import FORMS, ON_A_ROLL
from documents.rendering import STYLESHEET, PaperMeta, render_pdf, render_roll
from documents.typesetting import engine, typeset

META = PaperMeta(number="蒙样交执罚〔2026〕001号", mark="样张", verify_url="http://127.0.0.1/v/AbCdEfGh", sealed=True)
ALL = [(key, name) for key, form in FORMS.items() for name in form.samples()]
FEW = [("penalty-decision", "typical"), ("filing-form", "longest"), ("interview-record", "longest")]


@pytest.fixture
def same_packing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    typefaces.use_private_fontconfig()
    monkeypatch.setattr(acceleration_writing, "FLATE_LEVEL", 9)
    yield
    engine.cache_clear()
    acceleration.install()


def jobs(samples: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What would be sent to the child."""
    caught: list[Job] = []

    def catch(job: Job) -> bytes:
        caught.append(job)
        return typeset(job)

    monkeypatch.setattr("documents.rendering.print_job", catch)
    for key, name in samples:
        render_pdf(key, FORMS[key].samples()[name], meta=META)
    for key in ON_A_ROLL:
        render_roll(key, FORMS[key].samples()["typical"], meta=META)
    return caught


def plainly(wanted: list[Job]) -> list[bytes]:
    acceleration.remove()
    engine.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("documents.typesetting.acceleration", Plain)
        usual = [typeset(job) for job in wanted]
    engine.cache_clear()
    return usual


class Plain:
    """Stands for the module while WeasyPrint is to be as its makers wrote it."""

    page_class = staticmethod(acceleration.page_class)

    @staticmethod
    def install() -> bool:
        return False


def compare(samples: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    wanted = jobs(samples, monkeypatch)
    usual = plainly(wanted)
    engine("")
    places = list(range(len(wanted))) * 2
    random.Random(4).shuffle(places)
    return [wanted[place].html[:300] for place in places if typeset(wanted[place]) != usual[place]]


def test_some_papers_are_byte_for_byte_what_weasyprint_prints(
    same_packing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compare(FEW, monkeypatch) == []


@pytest.mark.slow
def test_every_sample_of_every_form_is_byte_for_byte_what_weasyprint_prints(
    same_packing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compare(ALL, monkeypatch) == []


def test_a_page_with_lists_notes_and_anchors_is_left_to_weasyprint(same_packing: None) -> None:
    """No paper has them today; a template that gets them must not print otherwise."""
    html = (
        "<html lang=zh-CN><title>单</title><h1 id=top>题</h1><ol><li>一<li>二</ol><p style='color:#123456'>正文"
        "<span style='float:footnote'>注</span></p><a href='#top'>回</a><p lang=en dir=rtl>Text</p>"
    )
    wanted = [
        Job(html=html, sheet=STYLESHEET.read_text()),
        Job(html="<p>甲<p>乙", sheet="p { float: left; width: 9em }"),
    ]
    usual = plainly(wanted)
    assert [typeset(job) for job in wanted] == usual


def test_faster_packing_loses_nothing_to_the_eye(monkeypatch: pytest.MonkeyPatch) -> None:
    typefaces.use_private_fontconfig()
    job = jobs(FEW[:1], monkeypatch)[0]
    (usual,) = plainly([job])
    ours = typeset(job)
    assert len(ours) < 1.05 * len(usual)
    assert looks(ours) == looks(usual)


def looks(pdf: bytes) -> list[tuple[bytes, str]]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [(bytes(page.render(scale=2).buffer), page.get_textpage().get_text_range()) for page in document]
    document.close()
    return pages


def test_another_version_of_weasyprint_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    acceleration.remove()
    before = pydyf.Stream.__dict__["data"]
    monkeypatch.setattr(acceleration, "PROVEN", acceleration.PROVEN | {"weasyprint": "70.1"})
    with caplog.at_level("ERROR", logger="weasyprint"):
        assert not acceleration.install()
    assert pydyf.Stream.__dict__["data"] is before
    assert "without acceleration" in caplog.text
    monkeypatch.undo()
    assert acceleration.install()


def test_the_locked_version_is_the_proven_one() -> None:
    lock = (Path(__file__).resolve().parents[2] / "requirements.txt").read_text()
    for name, version in acceleration.PROVEN.items():
        assert f"\n{name}=={version} " in lock
