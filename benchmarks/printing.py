"""How long does a paper take, next to naive WeasyPrint, LibreOffice, Chromium and Typst, on the same machine and papers?

python -m benchmarks.printing [--rounds 15] [--bulk 1000] [--tools PYTHON] [--office-python PYTHON]

Every way runs in processes of its own that stay; they are asked for the same paper in turn, and compared pair by pair
by CPU time of all their processes, because other work on the machine stretches the clock. What is not there is said so.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil

from benchmarks.installation import begin, machine, table

begin()

from django.conf import settings  # noqa: E402

from benchmarks.papers import META, content_of, write_papers  # noqa: E402
from documents.rendering import render_pdf  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
OURS, NAIVE = "ours", "naive WeasyPrint"
KINDS = {"decision": "行政处罚决定书", "form": "立案登记表"}
SECONDS_ON_ALL_CORES = 6


def environment() -> dict[str, str]:
    """Our private fontconfig is for ours alone, which sets it again; the others have the fonts of the system."""
    return {name: what for name, what in os.environ.items() if name != "FONTCONFIG_FILE"} | {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Engine:
    name: str
    command: list[str]


@dataclass
class Measured:
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0


class Way:
    """One engine's process and whatever it starts."""

    def __init__(self, engine: Engine) -> None:
        self.name = engine.name
        started = time.perf_counter()
        self.process = subprocess.Popen(
            engine.command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.memory = 0
        if self._line() != "ready":
            raise ChildProcessError(engine.name)
        self.paper("decision-0")
        self.cold = time.perf_counter() - started
        self.cold_cpu = self.cpu()

    def paper(self, name: str) -> tuple[float, float, int]:
        """Seconds by the clock, seconds of CPU, bytes."""
        before = self.cpu()
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        answer = self._line().split()
        if not answer:
            raise ChildProcessError(f"{self.name} has ended.")
        wall, size = answer
        return float(wall), self.cpu() - before, int(size)

    def _line(self) -> str:
        return self.process.stdout.readline().strip()

    def tree(self) -> list[psutil.Process]:
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def cpu(self) -> float:
        return sum(cpu_seconds(one.pid) for one in self.tree())

    def weigh(self) -> None:
        """Memory that nobody shares, and a fair part of what is shared."""
        self.memory = max(self.memory, sum(proportional(one) for one in self.tree()))

    def end(self) -> None:
        below = self.tree()[1:]
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for one in below:
            if one.is_running():
                one.kill()
        self.process.stdout.close()


def cpu_seconds(pid: int) -> float:
    """To the nanosecond where Linux tells, else in ticks of ten milliseconds."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    except FileNotFoundError:
        return 0.0


def proportional(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except (psutil.AccessDenied, psutil.NoSuchProcess, AttributeError):
        return 0


def engines(folder: Path, options: argparse.Namespace) -> Iterator[tuple[str, Engine | None]]:
    here = [sys.executable, "-m"]
    yield NAIVE, Engine(NAIVE, [*here, "benchmarks.engines.naive", str(folder)])
    yield OURS, Engine(OURS, [*here, "benchmarks.engines.ours"])
    office = shutil.which("soffice") or shutil.which("libreoffice")
    found = office and can_import(options.office_python, "uno") and can_import(options.tools, "docx")
    if found:
        subprocess.run([options.tools, "-m", "benchmarks.engines.docx_files", str(folder)], cwd=ROOT, check=True)
    command = [options.office_python, "-m", "benchmarks.engines.libreoffice", str(folder), office or ""]
    yield "LibreOffice, .docx", Engine("LibreOffice, .docx", command) if found else None
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
    found = browser and can_import(sys.executable, "playwright")
    command = [*here, "benchmarks.engines.chromium", str(folder), browser]
    yield "Chromium", Engine("Chromium", command) if found else None
    found = can_import(options.tools, "typst")
    command = [options.tools, "-m", "benchmarks.engines.typst_engine", str(folder)]
    yield "Typst", Engine("Typst", command) if found else None


def can_import(python: str, module: str) -> bool:
    try:
        return subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def in_turn(ways: dict[str, Way], rounds: int) -> dict[tuple[str, str], Measured]:
    found = {(name, kind): Measured() for name in ways for kind in KINDS}
    for number in range(2 + rounds):
        for kind in KINDS:
            for name, way in ways.items():
                wall, cpu, size = way.paper(f"{kind}-{number % 8}")
                if number >= 2:
                    one = found[name, kind]
                    one.wall.append(wall)
                    one.cpu.append(cpu)
                    one.size = size
        for way in ways.values():
            way.weigh()
    return found


def on_all_cores(engine: Engine) -> float:
    """Papers a second, half decisions and half forms, with a process for each core."""
    ways = [Way(engine) for _core in range(os.cpu_count() or 1)]
    until = time.perf_counter() + SECONDS_ON_ALL_CORES
    counts = [0] * len(ways)

    def work(place: int) -> None:
        # An engine that does not bear a second one of its kind ends, and its process answers no more.
        while time.perf_counter() < until and ways[place].process.poll() is None:
            ways[place].paper(f"{('decision', 'form')[counts[place] % 2]}-{counts[place] % 8}")
            counts[place] += 1

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(ways))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for way in ways:
        way.end()
    return sum(counts) / SECONDS_ON_ALL_CORES


def bulk(papers: int) -> list[str]:
    """Decisions one after the other, as many at once as there are cores, from one server process."""
    settings.RENDER_PROCESSES = os.cpu_count() or 1
    waiting, memory = iter(range(papers)), 0
    started = time.perf_counter()
    spent: list[float] = []

    def work() -> None:
        for number in waiting_safely():
            form, content = content_of(f"decision-{number}")
            render_pdf(form, content, meta=META)
        spent.append(time.thread_time())

    lock = threading.Lock()

    def waiting_safely() -> Iterator[int]:
        while True:
            with lock:
                number = next(waiting, None)
            if number is None:
                return
            yield number

    threads = [threading.Thread(target=work) for _core in range(settings.RENDER_PROCESSES)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        children = psutil.Process().children()
        memory = max([memory, *(one.memory_info().rss for one in children if one.is_running())])
        time.sleep(0.2)
    seconds = time.perf_counter() - started
    ends = [one.memory_info().rss for one in psutil.Process().children()]
    parent = psutil.Process()
    return [
        f"{papers:,}",
        f"{seconds:.1f} s",
        f"{papers / seconds:.1f}",
        f"{sum(spent) / papers * 1000:.1f} ms",
        f"{memory / 2**20:.0f} MB",
        f"{max(ends) / 2**20:.0f} MB",
        f"{parent.memory_info().rss / 2**20:.0f} MB",
    ]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--bulk", type=int, default=1000)
    options.add_argument("--tools", default=sys.executable, help="a Python that has python-docx and typst")
    options.add_argument("--office-python", default="/usr/bin/python3", help="the Python of LibreOffice's module uno")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="papers-") as place:
        folder = Path(place)
        write_papers(folder)
        known = dict(engines(folder, given))
        ways = {name: Way(engine) for name, engine in known.items() if engine}
        found = in_turn(ways, given.rounds)
        for way in ways.values():
            way.end()
        rates = {name: on_all_cores(engine) for name, engine in known.items() if engine}
        show(known, ways, found, rates)
    head = ("decisions in bulk", "time", "papers/s", "CPU of the server", "child, peak", "child, end", "server, end")
    print("\n" + table(head, [tuple(bulk(given.bulk))]))
    print(f"\n{given.rounds} rounds in turn; {machine()}.")
    return 0


def show(
    known: dict[str, Engine | None],
    ways: dict[str, Way],
    found: dict[tuple[str, str], Measured],
    rates: dict[str, float],
) -> None:
    for kind, title in KINDS.items():
        rows = [row(name, found.get((name, kind)), found[NAIVE, kind], found[OURS, kind]) for name in known]
        print(table((f"{title}, warm", "p50 CPU", "p50 clock", "size", "naive ÷ this", "this ÷ ours"), rows) + "\n")
    rows = []
    for name in known:
        if name not in ways:
            rows.append((name, "not installed", "", "", ""))
            continue
        way = ways[name]
        cold = f"{way.cold:.2f} s", f"{way.cold_cpu:.2f} s"
        rows.append((name, *cold, f"{rates[name]:.1f}", f"{way.memory / 2**20:.0f} MB"))
    print(table(("all cores and cold", "cold, clock", "cold, CPU", "papers/s", "memory"), rows))


def row(name: str, one: Measured | None, naive: Measured, ours: Measured) -> tuple[str, ...]:
    if one is None:
        return name, "not installed", "", "", "", ""
    slower = median(a / b for a, b in zip(naive.cpu, one.cpu, strict=True))
    than_ours = median(a / b for a, b in zip(one.cpu, ours.cpu, strict=True))
    return (
        name,
        f"{median(one.cpu) * 1000:.0f} ms",
        f"{median(one.wall) * 1000:.0f} ms",
        f"{one.size // 1024} KB",
        f"×{slower:.2f}",
        f"×{than_ours:.2f}",
    )


if __name__ == "__main__":
    sys.exit(main())
