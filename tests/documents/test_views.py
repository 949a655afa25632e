"""Who sees a paper in the browser, and is it the same paper?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Case
from documents import access
from documents.models import Document
from documents.press import RenderingTooSlow, name_of
from documents.printjob import Job
from documents.readback import Difference, PaperDiffers
from documents.registry import FORMS
from documents.services import draw, issue, pdf_of, void
from documents.views import ASSETS
from officers.models import Officer, RoleGrant
from officers.roles import Role
from tests.documents.printed import Printed, squeeze, strings

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 18)
NOTICE = FORMS["violation-notice"].samples()["typical"]


@pytest.fixture
def notice(case: Case, officer: Officer) -> Document:
    return draw(case=case, form_key="violation-notice", content=NOTICE, officer=officer, on=DAY)


@pytest.fixture
def reader(client: Client, officer: Officer) -> Client:
    RoleGrant.objects.create(officer=officer, role=Role.OFFICER, granted_on=DAY)
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def seen() -> Iterator[None]:
    usual = list(access._rules)
    access.answer_with(lambda document, officer: True)
    yield
    access._rules[:] = usual


@pytest.fixture
def unseen() -> Iterator[None]:
    usual = list(access._rules)
    access.answer_with(access.nobody)
    yield
    access._rules[:] = usual


@pytest.mark.parametrize("name", ["paper", "pdf"])
def test_a_paper_of_a_foreign_case_does_not_exist(reader: Client, notice: Document, unseen: None, name: str) -> None:
    assert reader.get(reverse(f"documents:{name}", args=[notice.pk])).status_code == 404
    assert reader.get(reverse(f"documents:{name}", args=[notice.pk + 999])).status_code == 404


@pytest.mark.parametrize("name", ["paper", "pdf"])
def test_nobody_reads_papers_without_signing_in(client: Client, notice: Document, seen: None, name: str) -> None:
    assert client.get(reverse(f"documents:{name}", args=[notice.pk])).status_code in {302, 404}


def test_the_pdf_is_shown_inline_under_its_title(reader: Client, notice: Document, seen: None) -> None:
    answer = reader.get(reverse("documents:pdf", args=[notice.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename*=UTF-8''%E8%BF%9D%E6%B3%95")
    assert answer.content == pdf_of(notice)


def test_reading_a_paper_writes_nothing(
    reader: Client, notice: Document, officer: Officer, seen: None, django_assert_max_num_queries: Any
) -> None:
    issued = issue(notice, officer=officer, on=DAY)
    with django_assert_max_num_queries(12) as queries:
        reader.get(reverse("documents:pdf", args=[issued.pk]))
    written = [one["sql"] for one in queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in written if "documents_" in sql] == []


def test_the_preview_says_what_the_print_says(reader: Client, notice: Document, seen: None) -> None:
    html = reader.get(reverse("documents:paper", args=[notice.pk])).content.decode()
    for _, text in strings(NOTICE):
        if text:
            assert text in html
    with Printed(pdf_of(notice)).pdf as pdf:
        printed = squeeze("".join(page.get_textpage().get_text_range() for page in pdf))
    assert squeeze(NOTICE.statement_sentence) in printed


def test_the_preview_loads_only_our_own_stylesheets(reader: Client, notice: Document, seen: None) -> None:
    answer = reader.get(reverse("documents:paper", args=[notice.pk]))
    html = answer.content.decode()
    assert "<style" not in html and "style=" not in html and "<script" not in html
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    for name in ("paper.css", "screen.css"):
        assert f'href="{reverse("documents:asset", args=[name])}"' in html


@pytest.mark.parametrize("name", sorted(ASSETS))
def test_stylesheets_and_typefaces_are_served(reader: Client, name: str) -> None:
    answer = reader.get(reverse("documents:asset", args=[name]))
    assert (answer.status_code, len(answer.getvalue()) > 500) == (200, True)


@pytest.mark.parametrize("name", ["NOTICE.md", "..", "paper.css.bak", "settings.py"])
def test_no_other_file_is_served(reader: Client, name: str) -> None:
    assert reader.get(f"/papers/style/{name}").status_code == 404


def test_the_gallery_lists_every_form_and_shows_its_samples(reader: Client) -> None:
    page = reader.get(reverse("documents:gallery")).content.decode()
    for key, form in FORMS.items():
        assert form.rule.title in page
        assert reverse("documents:sample", args=[key, "longest"]) in page
    sample = reader.get(reverse("documents:sample", args=["filing-form", "shortest"]))
    assert sample.content.startswith(b"%PDF")


@pytest.mark.parametrize(("key", "name"), [("love-letter", "typical"), ("filing-form", "wildest")])
def test_a_sample_that_is_not_there_is_404(reader: Client, key: str, name: str) -> None:
    assert reader.get(reverse("documents:sample", args=[key, name])).status_code == 404


def test_void_numbers_are_shown_with_their_reason(reader: Client, notice: Document, officer: Officer) -> None:
    void(issue(notice, officer=officer, on=DAY), officer=officer, on=DAY, reason="当事人名称有误")
    page = reader.get(reverse("documents:numbers")).content.decode()
    assert "蒙样交执通〔2026〕001号" in page
    assert "当事人名称有误" in page


def test_a_paper_that_cannot_be_printed_says_why(
    reader: Client, case: Case, officer: Officer, seen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = replace(NOTICE, facts="王\ue000")
    draft = draw(case=case, form_key="violation-notice", content=content, officer=officer, on=DAY)
    answer = reader.get(reverse("documents:pdf", args=[draft.pk]))
    assert (answer.status_code, answer.content.decode()) == (
        422,
        "以下字符没有可用的字形，文书无法打印：\ue000（U+E000）",
    )

    def too_slow(job: Job) -> bytes:
        raise RenderingTooSlow(name_of(job))

    monkeypatch.setattr("documents.rendering.print_job", too_slow)
    answer = reader.get(reverse("documents:sample", args=["violation-notice", "typical"]))
    assert answer.status_code == 422
    assert answer.content.decode().startswith("文书《违法行为通知书》无法排版：排版超过60秒")


def test_a_paper_that_says_something_else_is_not_shown_but_explained(
    reader: Client, notice: Document, seen: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differs(document: Document) -> bytes:
        raise PaperDiffers(document.title, [Difference("addressee", "张建军")])

    monkeypatch.setattr("documents.views.pdf_of", differs)
    answer = reader.get(reverse("documents:pdf", args=[notice.pk]))
    assert answer.status_code == 422
    assert "addressee 应为“张建军”" in answer.content.decode()
