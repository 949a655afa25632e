"""A small tus client for tests: what a browser would send, over Django's test client."""

import base64
from dataclasses import dataclass
from typing import Any

from django.test import Client

HEADERS = {"Tus-Resumable": "1.0.0"}


@dataclass
class Sender:
    """One person at the uploads of one case."""

    browser: Client
    case_id: int

    @property
    def place(self) -> str:
        return f"/cases/{self.case_id}/uploads/"

    def begin(self, length: object, name: str = "录像.mp4") -> Any:
        told = base64.b64encode(name.encode()).decode()
        return self.browser.post(
            self.place, headers=HEADERS | {"Upload-Length": str(length), "Upload-Metadata": f"filename {told}"}
        )

    def head(self, address: str) -> Any:
        return self.browser.head(address, headers=HEADERS)

    def offset(self, address: str) -> int:
        return int(self.head(address)["Upload-Offset"])

    def piece(self, address: str, offset: object, data: bytes, **more: str) -> Any:
        headers = HEADERS | {"Upload-Offset": str(offset)} | more
        kind = "application/offset+octet-stream"
        # Twice, for the test client names no type where there is no body.
        return self.browser.patch(address, data, content_type=kind, headers=headers, CONTENT_TYPE=kind)

    def send(self, data: bytes, cuts: tuple[int, ...] = ()) -> str:
        """The whole in pieces that end at these places; gives the address."""
        address: str = self.begin(len(data))["Location"]
        for start, end in zip((0, *cuts), (*cuts, len(data)), strict=True):
            assert self.piece(address, start, data[start:end]).status_code == 204
        return address
