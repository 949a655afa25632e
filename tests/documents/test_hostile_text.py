"""Does text that looks like code print as text, and does printing reach for nothing outside?"""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from documents.press import print_job
from documents.printjob import Job
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_html, render_pdf
from documents.typesetting import ForbiddenAddress, OwnAssetsOnly
from tests.documents.printed import Printed, squeeze

DECISION = FORMS["penalty-decision"].samples()["typical"]


class Canary(HTTPServer):
    hits: list[str]


@pytest.fixture
def canary() -> Iterator[Canary]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.hits.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Silence."""

    server = Canary(("127.0.0.1", 0), Answer)
    server.hits = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def attacks(port: int) -> list[str]:
    outside = f"http://127.0.0.1:{port}/canary"
    return [
        f"<script src='{outside}'></script>",
        f"<img src='{outside}.png'>",
        f"<link rel=stylesheet href='{outside}.css'>",
        f"<style>@import url({outside}.css); body{{background:url({outside}.png)}}</style>",
        f"<object data='{outside}'></object><iframe src='file:///etc/passwd'></iframe>",
        f"<a rel=attachment href='{outside}'>x</a>",
        "</p></body><img src=file:///etc/passwd>",
        "{{ paper.account }}{% include 'documents/paper.html' %}",
        "&lt;b&gt; &amp;nbsp; ]]>",
    ]


def test_hostile_text_prints_as_text_and_fetches_nothing(canary: Canary) -> None:
    texts = attacks(canary.server_port)
    content = replace(DECISION, facts="\n".join(texts), party=replace(DECISION.party, name=texts[1]))
    with Printed(render_pdf("penalty-decision", content, meta=PaperMeta())).pdf as pdf:
        body = squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
    for text in texts:
        assert squeeze(text) in body
    assert canary.hits == []
    assert "root:" not in body


def test_markup_that_got_through_all_the_same_reaches_nothing(canary: Canary) -> None:
    """As if a template forgot to escape: the child itself lets nothing in, and prints the paper."""
    html = "<title>漏网</title>" + "".join(attacks(canary.server_port)) + "<p>正文"
    with Printed(print_job(Job(html=html, sheet="@import url('file:///etc/hostname'); p { color: red }"))).pdf as pdf:
        body = squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
    assert "正文" in body
    assert "root:" not in body
    assert canary.hits == []


@pytest.mark.parametrize("key", FORMS)
def test_no_form_lets_markup_through(key: str) -> None:
    """Each text field of each form holds the same mark; none of them may reach the HTML as a tag."""
    content = deface(FORMS[key].samples()["typical"], "<i class='loose'>x</i>")
    html = render_html(key, content, meta=PaperMeta(number="<i class='loose'>", mark="<i class='loose'>"))
    assert "<i class=" not in html
    assert "&lt;i class=" in html


def deface(value: object, mark: str) -> object:
    """Replace the free texts of a content; codes that steer the layout keep their value."""
    if isinstance(value, tuple):
        return tuple(deface(item, mark) for item in value)
    if isinstance(value, str):
        return mark if value and not value.isascii() else value
    if hasattr(value, "__dataclass_fields__"):
        changed = {name: deface(getattr(value, name), mark) for name in value.__dataclass_fields__}
        return replace(value, **changed)  # type: ignore[type-var]
    return value


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/", "https://example.org/", "ftp://127.0.0.1/", "data:text/plain,x", "x:y"],
)
def test_the_fetcher_refuses_whatever_is_not_ours(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        OwnAssetsOnly("data:image/png;base64,AA==").fetch(url)


def test_the_fetcher_gives_what_we_made_for_this_paper() -> None:
    assert OwnAssetsOnly("data:image/png;base64,QUI=").fetch("data:image/png;base64,QUI=").read() == b"AB"


def test_no_picture_of_ours_is_refused_while_printing(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """A seal or code that the fetcher refuses would silently be missing from the paper."""
    settings.RENDER_IN_PROCESS = True
    asked: list[str] = []
    real = OwnAssetsOnly.fetch
    monkeypatch.setattr(OwnAssetsOnly, "fetch", lambda self, url, headers=None: asked.append(url) or real(self, url))
    meta = PaperMeta(verify_url="http://127.0.0.1:8000/public/verify/x", sealed=True)
    render_pdf("penalty-decision", DECISION, meta=meta)
    assert len(asked) == 2
    assert all(url.startswith("data:image/svg+xml") for url in asked)
