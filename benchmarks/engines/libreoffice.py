"""What does LibreOffice do with a .docx of the same paper, its process kept warm? (Filling the .docx is not counted.)

Runs with the Python that LibreOffice's own module belongs to.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

from benchmarks.engines.loop import serve

FOLDER, PROGRAM = Path(sys.argv[1]), sys.argv[2]


def main() -> None:
    home = Path(tempfile.mkdtemp(prefix="office-"))
    pipe = f"pipe,name={home.name}"
    office = subprocess.Popen(
        [PROGRAM, "--headless", "--norestore", f"--accept={pipe};urp;", f"-env:UserInstallation={home.as_uri()}"],
        stdout=subprocess.DEVNULL,
    )
    desktop = connected(pipe)

    def paper(name: str) -> int:
        document = desktop.loadComponentFromURL(
            (FOLDER / f"{name}.docx").as_uri(), "_blank", 0, (value("Hidden", True),)
        )
        target = home / "paper.pdf"
        document.storeToURL(target.as_uri(), (value("FilterName", "writer_pdf_Export"),))
        document.close(True)
        return target.stat().st_size

    try:
        serve(paper)
    finally:
        office.terminate()
        office.wait()


def connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _try in range(600):
        try:
            context = resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer.")


def value(name: str, what: object) -> PropertyValue:
    found = PropertyValue()
    found.Name, found.Value = name, what
    return found


if __name__ == "__main__":
    main()
