"""How is a way of printing asked for one paper after the other? One line in, one line out, in a process of its own.

A line names a paper of the folder ("decision-3"); the answer is the seconds it took, by the clock, and its bytes.
"""

import sys
import time
from collections.abc import Callable


def serve(printing: Callable[[str], int]) -> None:
    print("ready", flush=True)
    for line in sys.stdin:
        started = time.perf_counter()
        size = printing(line.strip())
        print(time.perf_counter() - started, size, flush=True)
