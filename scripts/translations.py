"""Is every sentence of the interface there in English? Gathers, compiles and checks the catalogue.

python -m scripts.translations compile | gather | check
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
NOT_INTERFACE = ("tests", "benchmarks", "scripts", "docs", "var", ".*", "node_modules", "__pycache__")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
CHINESE = re.compile(r"[一-鿿]")


def gather(root: Path) -> None:
    """Bring root/locale up to date with the messages in root's code and templates."""
    (root / CATALOGUE.parent).mkdir(parents=True, exist_ok=True)
    ignored = [f"--ignore={name}" for name in NOT_INTERFACE]
    layout = ["--no-wrap", "--no-obsolete", "--add-location=file"]
    command = [sys.executable, "-m", "django", "makemessages", "--locale=en", "--verbosity=0", *layout, *ignored]
    # Without settings it looks at this folder alone.
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=root, env=env, check=True)
    tidy(root / CATALOGUE)


def tidy(path: Path) -> None:
    """Keep only the headers a program reads: the time of the last gathering would make every diff."""
    found = polib.pofile(str(path), wrapwidth=0)
    found.header = "The interface in English. Gathered by `make messages`; papers stay Chinese and are not here."
    found.metadata_is_fuzzy = False
    found.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    found.save()


def compile_all(root: Path) -> None:
    for source in sorted(root.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def gathered_anew(root: Path) -> polib.POFile:
    """The catalogue as it would be now, made beside the working copy so that checking changes nothing."""
    with tempfile.TemporaryDirectory(prefix="bureau-messages-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*NOT_INTERFACE, "static", "data", "fonts", "*.mo"))
        gather(copy)
        return polib.pofile(str(copy / CATALOGUE))


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def faults(entry: polib.POEntry) -> Iterator[str]:
    if "fuzzy" in entry.flags:
        yield "is only a guess (fuzzy)"
    for text in texts(entry):
        if not text.strip():
            yield "has no English"
        elif text == entry.msgid and CHINESE.search(text):
            yield "is still Chinese"
        elif set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)):
            yield "has other placeholders in English"


def problems(committed: polib.POFile, wanted: polib.POFile) -> list[str]:
    known = {(entry.msgctxt, entry.msgid): entry for entry in committed if not entry.obsolete}
    found = []
    for entry in wanted:
        ours = known.get((entry.msgctxt, entry.msgid))
        where = ", ".join(name for name, _line in entry.occurrences)
        what = ["is not in the catalogue"] if ours is None else list(faults(ours))
        found += [f"{where}: “{entry.msgid}” {fault}" for fault in what]
    return found


def check(root: Path) -> int:
    if not (root / CATALOGUE).exists():
        print(f"{CATALOGUE} is missing: make messages")
        return 1
    found = problems(polib.pofile(str(root / CATALOGUE)), gathered_anew(root))
    print("\n".join(found) or "Every message has its English.")
    if found:
        print(f"{len(found)} messages to write: make messages, then edit {CATALOGUE}")
    return int(bool(found))


def main(verb: str) -> int:
    if verb == "check":
        return check(ROOT)
    {"gather": gather, "compile": compile_all}[verb](ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
