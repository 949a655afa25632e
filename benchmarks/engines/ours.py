"""What does a server do: fill the template, draw the QR code, have the paper laid out in the limited child?"""

from benchmarks.engines.loop import serve
from benchmarks.installation import begin

begin()

from benchmarks.papers import META, content_of  # noqa: E402
from documents.rendering import render_pdf  # noqa: E402


def paper(name: str) -> int:
    form, content = content_of(name)
    return len(render_pdf(form, content, meta=META))


if __name__ == "__main__":
    serve(paper)
