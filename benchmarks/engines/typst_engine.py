"""What does Typst do with a template of the same paper, its compiler kept warm?"""

import sys
from pathlib import Path

import typst

from benchmarks.engines.loop import serve

FOLDER = Path(sys.argv[1])
COMPILER = typst.Compiler(str(FOLDER / "paper.typ"), root=str(FOLDER))


def paper(name: str) -> int:
    return len(COMPILER.compile(format="pdf", sys_inputs={"paper": name}))


if __name__ == "__main__":
    serve(paper)
