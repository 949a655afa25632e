"""Are the generated pages of docs/ what the code says today? With --write they are made so."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "procedure.md": ["procedure", "--format", "md"],
    "obligations.md": ["obligations"],
    "papers.md": ["papers"],
}


def in_date(name: str, arguments: list[str], write: bool) -> bool:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
    if done.returncode:
        return False
    page = ROOT / "docs" / name
    if write:
        page.write_text(done.stdout, encoding="utf-8")
    same = page.exists() and page.read_text(encoding="utf-8") == done.stdout
    print(f"docs/{name} is in date." if same else f"docs/{name} differs from the code: make docs")
    return same


def main(arguments: list[str]) -> int:
    results = [in_date(name, command, "--write" in arguments) for name, command in PAGES.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
