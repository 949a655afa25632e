"""What runs in the process that lays out papers? It warms up, locks itself in, and then answers one job after another.

Started by documents/press.py and never by hand: python -m documents.press_child MEGABYTES WALL CPU FOLDER…
It ends when its pipe is closed, so it never outlives whoever started it.
"""

import gc
import json
import os
import signal
import sys
from io import BufferedWriter

from documents.confinement import confine, limit_memory, start_clocks
from documents.printjob import FAILED, LENGTH, PRINTED, READY, TOO_BIG, Job
from documents.typesetting import typeset

SWEEP = 20
"""Papers between two collections of garbage."""
# What a layout engine may stumble over; after anything else the process ends, and the next paper gets a new one.
BREAKS = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)
DOT = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
WARM_UP = Job(
    html=f'<p>文书<b>样例</b>0</p><table><tr><td>一</td></tr></table><p class="ink">字</p><img src="{DOT}">',
    sheet='html { font: 12pt "Paper Latin", "Paper FangSong" } b { font-family: "Paper Title" } .ink { font-family: "Paper Kai" }'
    'td { font-family: "Paper Hei" }',
    images=(DOT,),
)
"""Whatever is loaded late is loaded by this: afterwards no file of the system is needed."""


def main(megabytes: int, wall: float, cpu: float, folders: list[str]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; it closes the pipe
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not look like an answer
    typeset(WARM_UP)
    limit_memory(megabytes)
    confine(folders)
    gc.freeze()  # what is here stays: it need not be looked through again
    gc.disable()
    _answer(answers, READY, b"")
    printed = 0
    while size := requests.read(LENGTH):
        job = json.loads(requests.read(int.from_bytes(size, "big")))
        start_clocks(wall, cpu)
        kind, data = _print(Job(**{**job, "images": tuple(job["images"])}))
        start_clocks(0, 0)
        _answer(answers, kind, data)
        if kind == TOO_BIG:
            return  # what could not be allocated may be missing anywhere
        printed += 1
        if printed % SWEEP == 0:
            gc.collect()  # nobody waits now


def _print(job: Job) -> tuple[bytes, bytes]:
    try:
        return PRINTED, typeset(job)
    except MemoryError:
        return TOO_BIG, b""
    except BREAKS as error:
        return FAILED, f"{type(error).__name__}: {error}".encode()[:2000]


def _answer(answers: BufferedWriter, kind: bytes, data: bytes) -> None:
    answers.write(kind + len(data).to_bytes(LENGTH, "big") + data)
    answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
