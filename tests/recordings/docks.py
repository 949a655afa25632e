"""A dock's folder as the tests fill it: small files that stand for hours of film."""

from pathlib import Path

HEADER = "设备编号,工号,开始时间,结束时间,文件,校验值,种类"


class Dock:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)

    def film(self, name: str, content: str = "") -> Path:
        path = self.folder / name
        path.write_bytes((content or f"film {name}").encode())
        return path

    def index(self, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> None:
        (self.folder / "index.csv").write_bytes("\n".join([header, *rows, ""]).encode(encoding))
