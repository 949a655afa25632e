"""Is docs/procedure.md what the code says today? With --write it is made so."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "procedure.md"


def main(arguments: list[str]) -> int:
    command = [sys.executable, "manage.py", "procedure", "--format", "md"]
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
    if done.returncode:
        return done.returncode
    text = done.stdout
    if "--write" in arguments:
        PAGE.write_text(text, encoding="utf-8")
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        print(f"{PAGE.relative_to(ROOT)} is in date.")
        return 0
    print(f"{PAGE.relative_to(ROOT)} differs from the code: make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
