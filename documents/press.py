"""Who lays out papers for this process: a few limited children that live long, and what happens when one does not?

Plain subprocesses, because a worker of Celery is a daemon and may have no children of multiprocessing. They are started
when the first paper comes, replaced after some hundreds and after every accident, and end with their parent, for then
their pipe closes. What goes over the pipe is JSON there and bytes back: nothing in an answer is ever executed.
"""

import atexit
import json
import os
import re
import select
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from functools import cache
from html import unescape
from importlib import import_module

import structlog
from django.conf import settings

from documents import typefaces
from documents.printjob import FAILED, LENGTH, PRINTED, READY, TOO_BIG, Job

log = structlog.get_logger()

START_SECONDS = 60
GRACE_SECONDS = 5
"""The child's own clocks end it in time; this much later its parent does."""
LARGEST_ANSWER = 256 * 1024 * 1024
OUT_OF_TIME = (-signal.SIGALRM, -signal.SIGPROF)
# Python says so when memory is refused; the C libraries that shape and draw text do not survive it
# (GLib, which they stand on, ends the process by SIGTRAP, also when no thread can be begun).
LIKELY_OUT_OF_MEMORY = (-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGTRAP)


class RenderingFailed(RuntimeError):
    """The paper could not be laid out; the others are not concerned."""

    def __init__(self, paper: str, why: str) -> None:
        self.paper = paper
        super().__init__(f"文书《{paper}》无法排版：{why}")


class RenderingTooSlow(RenderingFailed):
    def __init__(self, paper: str) -> None:
        super().__init__(paper, f"排版超过{settings.RENDER_SECONDS:g}秒，已中止。请检查内容是否过长。")


class RenderingTooBig(RenderingFailed):
    def __init__(self, paper: str, *, likely: bool = False) -> None:
        found = "排版进程意外终止，多半是所需内存" if likely else "排版所需内存"
        limit = f"超过{settings.RENDER_MEMORY_MB}兆字节"
        super().__init__(paper, f"{found}{limit}，已中止。请检查内容或图片是否过大。")


class _Died(OSError):
    """The child is gone, or does not answer."""


def print_job(job: Job) -> bytes:
    """Equal jobs give equal bytes. Raises RenderingTooSlow, RenderingTooBig, RenderingFailed, naming the paper."""
    os.environ["FONTCONFIG_FILE"] = str(typefaces.use_private_fontconfig())
    if settings.RENDER_IN_PROCESS:
        # Not imported above: a server that prints in a child needs no WeasyPrint of its own (half a second, 60 MB).
        return bytes(import_module("documents.typesetting").typeset(job))
    return _press().print(job)


def name_of(job: Job) -> str:
    """Each paper says in its title which it is."""
    found = re.search(r"<title>(.*?)</title>", job.html, re.DOTALL)
    return unescape(found[1]).strip() if found else ""


class Press:
    """So many children at most; whoever comes later waits."""

    def __init__(self, size: int) -> None:
        self._free = threading.BoundedSemaphore(size)
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._lock = threading.Lock()

    def print(self, job: Job) -> bytes:
        with self._free:
            child = self._take()
            try:
                if child.printed and not child.is_alive():
                    self._end(child)  # it died while nobody looked: not this paper's fault
                    child = self._take()
                kind, data = child.answer_to(job)
            except _Died:
                raise self._accident(child, name_of(job)) from None
            return self._paper(child, job, kind, data)

    def end(self) -> None:
        for child in list(self._all):
            self._end(child)

    def forget(self) -> None:
        """After a fork: the children are the parent's, but our copies of their pipes would keep them alive."""
        for child in self._all:
            child.let_go()
            child.process.returncode = 0  # not ours to wait for

    def _take(self) -> "Child":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        child = Child()
        with self._lock:
            self._all.add(child)
        return child

    def _paper(self, child: "Child", job: Job, kind: bytes, data: bytes) -> bytes:
        if kind == TOO_BIG:
            self._end(child)
            log.warning("rendering_too_big", paper=name_of(job))
            raise RenderingTooBig(name_of(job))
        if child.printed >= settings.RENDER_PAPERS_PER_PROCESS:
            self._end(child)
        else:
            with self._lock:
                self._idle.append(child)
        if kind == FAILED:
            raise RenderingFailed(name_of(job), data.decode(errors="replace"))
        return data

    def _accident(self, child: "Child", paper: str) -> RenderingFailed:
        code = self._end(child)
        log.warning("rendering_process_ended", paper=paper, code=code)
        if child.was_late or code in OUT_OF_TIME:
            return RenderingTooSlow(paper)
        if code in LIKELY_OUT_OF_MEMORY:
            return RenderingTooBig(paper, likely=True)
        return RenderingFailed(paper, f"排版进程意外终止（{code}）。")

    def _end(self, child: "Child") -> int:
        with self._lock:
            self._all.discard(child)
            if child in self._idle:
                self._idle.remove(child)
        return child.end()


class Child:
    """One process: a job in, an answer out."""

    def __init__(self) -> None:
        self.printed = 0
        self.was_late = False
        limits = (settings.RENDER_MEMORY_MB, settings.RENDER_SECONDS, settings.RENDER_CPU_SECONDS)
        folders = (*typefaces.font_folders(), typefaces.use_private_fontconfig().parent)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "documents.press_child", *map(str, (*limits, *folders))],
            cwd=settings.BASE_DIR,
            # No key and no password of ours: only what fontconfig and Python need.
            env={"FONTCONFIG_FILE": os.environ["FONTCONFIG_FILE"], "LANG": "C.UTF-8", "PATH": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,
            bufsize=0,
        )

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def answer_to(self, job: Job) -> tuple[bytes, bytes]:
        """Raises _Died."""
        if not self.printed and self._read(START_SECONDS)[0] != READY:
            raise _Died
        self.printed += 1
        self._write(json.dumps(asdict(job)).encode())
        kind, data = self._read(settings.RENDER_SECONDS + GRACE_SECONDS)
        if kind not in (PRINTED, TOO_BIG, FAILED):
            raise _Died
        return kind, data

    def end(self) -> int:
        self.let_go()
        if self.is_alive():
            try:
                return self.process.wait(0.5)
            except subprocess.TimeoutExpired:
                self.process.kill()
        return self.process.wait()

    def let_go(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def _write(self, data: bytes) -> None:
        if self.process.stdin is None:
            raise _Died
        rest = memoryview(len(data).to_bytes(LENGTH, "big") + data)
        try:
            while rest:
                rest = rest[self.process.stdin.write(rest) :]
        except BrokenPipeError:
            raise _Died from None

    def _read(self, seconds: float) -> tuple[bytes, bytes]:
        head = self._exactly(1 + LENGTH, seconds)
        length = int.from_bytes(head[1:], "big")
        if length > LARGEST_ANSWER:
            raise _Died
        return head[:1], self._exactly(length, GRACE_SECONDS)

    def _exactly(self, length: int, seconds: float) -> bytes:
        if self.process.stdout is None:
            raise _Died
        pipe = self.process.stdout.fileno()
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        found = bytearray()
        while len(found) < length:
            if not waiting.poll(seconds * 1000):
                self.was_late = True
                self.process.kill()
                raise _Died
            if not (piece := os.read(pipe, length - len(found))):
                raise _Died
            found += piece
        return bytes(found)


@cache
def _press() -> Press:
    press = Press(settings.RENDER_PROCESSES)
    atexit.register(press.end)
    return press


def _after_fork() -> None:
    if _press.cache_info().currsize:
        _press().forget()
        _press.cache_clear()


os.register_at_fork(after_in_child=_after_fork)
