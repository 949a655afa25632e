"""How does a paper live: one draft, a number and a frozen content when issued, served, void with its number kept?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cases.models import Case, Party
from documents import services
from documents.content import digest
from documents.models import Document, DocumentState, NumberVoid, Outbox
from documents.outbox import drain
from documents.readback import PaperDiffers
from documents.registry import FORMS
from documents.services import TamperedPaper, WrongState, draw, issue, mark_served, pdf_of, void
from officers.models import Officer
from tests.documents.printed import Printed, squeeze

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 16)
NOTICE = FORMS["violation-notice"].samples()["typical"]
FILING = FORMS["filing-form"].samples()["typical"]
Drawn = Callable[..., Document]


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def drawn(case: Case, party: Party, officer: Officer) -> Drawn:
    def one(content: Any = NOTICE, form_key: str = "violation-notice", **more: Any) -> Document:
        facts = {"case": case, "party": party, "officer": officer, "on": MONDAY} | more
        return draw(form_key=form_key, content=content, **facts)

    return one


def test_drawing_again_refreshes_the_one_draft(drawn: Drawn) -> None:
    first, second = drawn(), drawn(replace(NOTICE, addressee="张建军"))
    assert (first.pk, second.content["addressee"], Document.objects.count()) == (second.pk, "张建军", 1)


def test_two_interviews_are_two_drafts(drawn: Drawn) -> None:
    assert drawn(subject_key="interview-1").pk != drawn(subject_key="interview-2").pk


@pytest.mark.parametrize("with_party", [True, False])
def test_the_database_refuses_a_second_draft(drawn: Drawn, with_party: bool) -> None:
    draft = drawn() if with_party else drawn(party=None)
    draft.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.save(force_insert=True)


def test_content_of_another_form_is_refused(drawn: Drawn) -> None:
    with pytest.raises(TypeError, match="ViolationNotice"):
        drawn(FILING)


def test_issuing_gives_number_hash_code_and_a_job(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    assert (paper.status, paper.number) == (DocumentState.ISSUED, "蒙样交执通〔2026〕001号")
    assert paper.content_sha256 == digest(paper.content)
    assert len(paper.verify_code or "") == 22
    assert [(job.kind, job.payload) for job in Outbox.objects.all()] == [("render-paper", {"document": paper.pk})]


def test_a_paper_without_a_series_has_no_number(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(FILING, "filing-form", party=None), officer=officer, on=MONDAY)
    assert (paper.number, paper.series, paper.number_seq) == ("", "", None)


def test_an_issued_paper_is_not_issued_or_drawn_over(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    with pytest.raises(WrongState, match="已签发"):
        issue(paper, officer=officer, on=MONDAY)
    assert drawn(replace(NOTICE, addressee="张建军")).pk != paper.pk


def test_only_an_issued_paper_is_served(drawn: Drawn, officer: Officer) -> None:
    draft = drawn()
    with pytest.raises(WrongState, match="草稿"):
        mark_served(draft, on=MONDAY)
    served = mark_served(issue(draft, officer=officer, on=MONDAY), on=date(2026, 3, 18))
    assert (served.status, served.served_on) == (DocumentState.SERVED, date(2026, 3, 18))


def test_a_void_number_is_registered_and_never_given_again(drawn: Drawn, officer: Officer) -> None:
    paper = void(issue(drawn(), officer=officer, on=MONDAY), officer=officer, on=MONDAY, reason="当事人名称有误")
    register = NumberVoid.objects.get()
    assert (paper.status, register.number, register.reason) == (DocumentState.VOIDED, paper.number, "当事人名称有误")
    assert issue(drawn(), officer=officer, on=MONDAY).number == "蒙样交执通〔2026〕002号"


def test_nothing_is_voided_without_a_reason(drawn: Drawn, officer: Officer) -> None:
    with pytest.raises(ValueError, match="理由"):
        void(drawn(), officer=officer, on=MONDAY, reason=" ")


def test_a_rolled_back_issue_gives_its_number_back(drawn: Drawn, officer: Officer) -> None:
    draft = drawn()
    with pytest.raises(RuntimeError), transaction.atomic():
        issue(draft, officer=officer, on=MONDAY)
        raise RuntimeError
    assert issue(draft, officer=officer, on=MONDAY).number == "蒙样交执通〔2026〕001号"


def test_the_worker_archives_the_paper_once_and_the_bytes_stay(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    before = pdf_of(paper)
    assert drain() == 1
    paper.refresh_from_db()
    assert paper.pdf.name == f"papers/{paper.pdf_sha256}.pdf"
    assert pdf_of(paper) == before
    services.render_paper({"document": paper.pk})
    assert paper.pdf.storage.listdir("papers")[1] == [f"{paper.pdf_sha256}.pdf"]


def test_a_voided_paper_still_prints_as_it_was_issued(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    before = pdf_of(paper)
    assert pdf_of(void(paper, officer=officer, on=MONDAY, reason="重复制作")) == before


def test_changed_bytes_are_not_given_out(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    services.archive(paper)
    with open(paper.pdf.path, "ab") as file:
        file.write(b" ")
    with pytest.raises(TamperedPaper, match="存档文件"):
        pdf_of(paper)


def test_changed_content_is_not_printed(drawn: Drawn, officer: Officer) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    paper.content["addressee"] = "别人"
    with pytest.raises(TamperedPaper, match="内容"):
        pdf_of(paper)


def test_a_draft_says_that_it_is_one_and_an_issued_paper_carries_its_number(drawn: Drawn, officer: Officer) -> None:
    draft = drawn()
    assert "试打稿，未签发" in text_of(draft)
    issued = text_of(issue(draft, officer=officer, on=MONDAY))
    assert "文号：蒙样交执通〔2026〕001号" in issued
    assert "试打稿" not in issued


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "issued"},
        {"state": "served", "issued_on": MONDAY, "content_sha256": "0" * 64},
        {"state": "voided"},
        {"state": "issued", "issued_on": MONDAY},
        {"series": "通", "year": 2026},
    ],
)
def test_the_database_refuses_half_a_step(drawn: Drawn, broken: dict[str, Any]) -> None:
    draft = drawn()
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=draft.pk).update(**broken)


def text_of(document: Document) -> str:
    with Printed(pdf_of(document)).pdf as pdf:
        return squeeze("".join(page.get_textpage().get_text_range() for page in pdf))


def misprint(monkeypatch: pytest.MonkeyPatch) -> None:
    """A renderer that swallows the last character of a name, as a bad template or typeface might."""
    real = services.render_pdf

    def swallow(form_key: str, content: Any, **more: Any) -> bytes:
        return real(form_key, replace(content, addressee=content.addressee[:-1]), **more)

    monkeypatch.setattr(services, "render_pdf", swallow)


def test_a_paper_that_does_not_say_what_was_issued_is_not_archived(
    drawn: Drawn, officer: Officer, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    misprint(monkeypatch)
    assert drain() == 0
    paper.refresh_from_db()
    assert (bool(paper.pdf), paper.pdf_sha256) == (False, "")
    assert not list(settings.MEDIA_ROOT.rglob("*.pdf"))
    job = Outbox.objects.get()
    assert job.done_at is None
    assert job.last_error == (
        f"PaperDiffers: 文书《违法行为通知书》印出的内容与填写的内容不一致，没有存档：addressee 应为“{NOTICE.addressee}”"
    )


def test_nor_is_it_handed_out_before_the_worker_comes_to_it(
    drawn: Drawn, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    misprint(monkeypatch)
    with pytest.raises(PaperDiffers, match="addressee"):
        pdf_of(paper)


def test_the_job_that_was_kept_archives_the_paper_when_the_mistake_is_mended(
    drawn: Drawn, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = issue(drawn(), officer=officer, on=MONDAY)
    with monkeypatch.context() as broken:
        misprint(broken)
        drain()
    assert drain(now=Outbox.objects.get().due_at) == 1
    paper.refresh_from_db()
    assert paper.pdf_sha256
