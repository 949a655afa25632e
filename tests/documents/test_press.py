"""Does one bad paper cost only itself: too slow, too big, fatal, or in a forked worker?"""

import base64
import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from documents.press import Press, RenderingFailed, RenderingTooBig, RenderingTooSlow, print_job
from documents.printjob import Job
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf, render_roll
from tests.documents.printed import Printed

ROOT = Path(__file__).resolve().parents[2]
SHEET = 'html { font: 12pt "Paper Latin", "Paper FangSong" }'
SHORT = Job(html="<html lang=zh-CN><title>短文书</title><p>甲</p>", sheet=SHEET)
LONG = Job(html="<title>长文书 〔2026〕9号</title>" + "<p>甲乙丙丁</p>" * 30_000, sheet=SHEET)


@pytest.fixture
def press() -> Iterator[Press]:
    press = Press(1)
    yield press
    press.end()


def only_child(press: Press) -> subprocess.Popen[bytes]:
    (child,) = press._all
    return child.process


@pytest.mark.parametrize("limit", ["RENDER_SECONDS", "RENDER_CPU_SECONDS"])
def test_a_paper_that_takes_too_long_is_named_and_the_next_one_is_printed(
    limit: str, press: Press, settings: Any
) -> None:
    setattr(settings, limit, 1)
    with pytest.raises(RenderingTooSlow, match="长文书 〔2026〕9号"):
        press.print(LONG)
    assert press.print(SHORT).startswith(b"%PDF")


def test_a_paper_that_needs_too_much_memory_is_named_and_the_next_one_is_printed(press: Press, settings: Any) -> None:
    settings.RENDER_MEMORY_MB = 300
    with pytest.raises(RenderingTooBig, match="长文书"):
        press.print(LONG)
    assert press.print(SHORT).startswith(b"%PDF")


@pytest.mark.parametrize("ended_by", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGTRAP])
def test_a_child_that_crashes_for_want_of_memory_says_what_is_likely(press: Press, ended_by: signal.Signals) -> None:
    """Where the allocation is refused inside a C library there is no MemoryError, only a crash."""
    press.print(SHORT)
    (child,) = press._all
    child.process.send_signal(ended_by)
    child.process.wait()
    found = press._accident(child, "长文书")
    assert isinstance(found, RenderingTooBig) and "意外终止，多半是所需内存" in str(found)
    assert press.print(SHORT).startswith(b"%PDF")


def test_a_child_that_hangs_is_ended_by_its_parent(
    press: Press, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGSTOP also stops its clocks from being seen; only the parent's patience is left."""
    monkeypatch.setattr("documents.press.GRACE_SECONDS", 0.2)
    press.print(SHORT)
    only_child(press).send_signal(signal.SIGSTOP)
    settings.RENDER_SECONDS = 0.2
    with pytest.raises(RenderingTooSlow):
        press.print(SHORT)
    settings.RENDER_SECONDS = 60
    assert press.print(SHORT).startswith(b"%PDF")


def test_a_child_that_died_between_two_papers_is_replaced_unnoticed(press: Press) -> None:
    before = press.print(SHORT)
    dead = only_child(press)
    dead.kill()
    dead.wait()
    assert press.print(SHORT) == before
    assert only_child(press).pid != dead.pid


def test_a_child_that_dies_over_a_paper_is_reported(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.print(SHORT)
    child = only_child(press)
    threading.Timer(0.3, child.kill).start()
    with pytest.raises(RenderingFailed, match=r"长文书.*意外终止"):
        press.print(LONG)
    assert press.print(SHORT).startswith(b"%PDF")


def test_what_the_layout_stumbles_over_is_told_and_the_child_goes_on(press: Press) -> None:
    press.print(SHORT)
    first = only_child(press).pid
    with pytest.raises(RenderingFailed, match="短文书"):
        press.print(Job(html=SHORT.html, sheet=SHEET, more=5))  # type: ignore[arg-type]
    assert press.print(SHORT).startswith(b"%PDF")
    assert only_child(press).pid == first


def test_a_child_is_replaced_after_so_many_papers(press: Press, settings: Any) -> None:
    settings.RENDER_PAPERS_PER_PROCESS = 2
    press.print(SHORT)
    first = only_child(press)
    press.print(SHORT)
    assert not press._all
    assert first.returncode == 0
    assert press.print(SHORT).startswith(b"%PDF")


def test_the_child_is_told_no_secret(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "told-to-nobody")
    press.print(SHORT)
    told = Path(f"/proc/{only_child(press).pid}/environ").read_bytes()
    assert b"told-to-nobody" not in told
    assert {entry.partition(b"=")[0] for entry in told.split(b"\0") if entry} <= {b"FONTCONFIG_FILE", b"LANG", b"PATH"}


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_a_photograph_is_decoded_inside_the_confinement(kind: str, press: Press) -> None:
    """What decodes it is loaded late, when only Python's own library may still be opened."""
    photograph = io.BytesIO()
    Image.new("RGB", (60, 40), "#d7000f").save(photograph, kind)
    address = f"data:image/{kind};base64,{base64.b64encode(photograph.getvalue()).decode()}"
    html = f'<title>照片</title><img src="{address}" style="width: 90mm">'
    with Printed(press.print(Job(html=html, sheet="@page { margin: 0 }", images=(address,)))).pdf as pdf:
        red, green, blue = pdf[0].render().to_pil().getpixel((40, 40))
    assert red > 200 and green < 20 and blue < 40


def test_the_child_prints_the_bytes_that_this_process_prints(settings: Any) -> None:
    """Also on a roll, whose length is measured on a first print."""
    meta = PaperMeta(verify_url="http://127.0.0.1:8000/public/verify/x", sealed=True)
    for key, way in (("penalty-decision", render_pdf), ("filing-form", render_pdf), ("spot-decision", render_roll)):
        content = FORMS[key].samples()["typical"]
        settings.RENDER_IN_PROCESS = False
        told = way(key, content, meta=meta)
        settings.RENDER_IN_PROCESS = True
        assert way(key, content, meta=meta) == told


def test_a_forked_worker_gets_children_of_its_own() -> None:
    """As Celery and gunicorn fork: the parent has printed before, and goes on printing afterwards."""
    print_job(SHORT)
    pid = os.fork()
    if pid == 0:
        try:
            done = print_job(SHORT).startswith(b"%PDF")
        finally:
            os._exit(0 if done else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert print_job(SHORT).startswith(b"%PDF")


def test_several_threads_share_the_children() -> None:
    press = Press(2)
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(press.print(SHORT))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 5
    assert len(set(found)) == 1
    assert len(press._all) <= 2
    press.end()


def test_the_children_end_with_their_parent() -> None:
    program = (
        "import django; django.setup()\n"
        "from documents.press import _press, print_job\n"
        "from tests.documents.test_press import SHORT\n"
        "import os\n"
        "print_job(SHORT); print(next(iter(_press()._all)).process.pid, flush=True); os._exit(0)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    child = int(told.stdout)
    for _try in range(100):
        if not Path(f"/proc/{child}").exists():
            return
        threading.Event().wait(0.1)
    pytest.fail("the child is still there")


# What a paper that tricked our own code might try, run in a process that has locked itself in.
CONFINED = """
import os, sys, socket, subprocess
from documents.confinement import confine
confine([{fonts!r}])
open({font!r}, "rb").close()
import colorsys, wave
try:
    {attempt}
except PermissionError:
    print("refused")
"""
ATTEMPTS = [
    "socket.socket()",
    "socket.create_connection(('127.0.0.1', 9))",
    "socket.getaddrinfo('localhost', 80)",
    "open('/etc/passwd')",
    "open('bureau/settings.py')",
    "open({fonts!r} + '/../models.py')",
    "os.open('/etc/passwd', os.O_RDONLY)",
    "open({fonts!r} + '/new', 'w')",
    "os.open({fonts!r} + '/new', os.O_WRONLY | os.O_CREAT)",
    "os.listdir('/')",
    "os.remove({font!r})",
    "os.rename({font!r}, {font!r} + 'x')",
    "subprocess.run(['true'])",
    "os.system('true')",
    "os.fork()",
    "os.kill(os.getppid(), 0)",
    "__import__('ctypes').CDLL(None)",
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_process_that_locked_itself_in_reaches_for_nothing(attempt: str) -> None:
    fonts = str(ROOT / "documents" / "fonts")
    places = {"fonts": fonts, "font": fonts + "/latin.ttf"}
    program = CONFINED.format(attempt=attempt.format(**places), **places)
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "refused\n"
