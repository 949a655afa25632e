"""Does the page of bulk printing offer what the officer may see, tell how far it is, and give out what is ready?"""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from bureau.sample.stories import first_offence, overload
from bureau.sample.story import Cast, Story
from documents import services
from documents.models import Document
from documents.outbox import drain
from tests.documents.test_bulk_printing import blank

pytestmark = pytest.mark.django_db
PAGE = "cases:printing"


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cast:
    settings.MEDIA_ROOT = tmp_path

    def print_paper(document: Document) -> bytes:
        if document.form_key == "filing-form":
            raise services.TamperedPaper(f"文书 {document} 的内容与签发时不一致。")
        return blank(2)

    monkeypatch.setattr(services, "_print", print_paper)
    return hire_everyone("quick")


@pytest.fixture
def story(cast: Cast) -> Story:
    return overload(cast, until="served")


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


def offered(page: Any) -> list[int]:
    return [int(one) for one in re.findall(r'name="papers" value="(\d+)"', page.content.decode())]


def of(story: Story) -> set[int]:
    return {one.pk for one in story.case.documents.final()}


def test_from_the_list_to_the_printer(cast: Cast, story: Story) -> None:
    client = signed_in(cast, "李明")
    page = client.get(reverse(PAGE), {"cases": story.case.number})
    assert set(offered(page)) == of(story)
    sent = client.post(reverse(PAGE), {"papers": offered(page)})
    batch = sent["Location"]
    waiting = client.get(batch).content.decode()
    assert '<meta http-equiv="refresh" content="3">' in waiting and "正在准备" in waiting
    drain(limit=1000)
    over = client.get(batch).content.decode()
    assert "refresh" not in over and "准备完毕" in over
    assert "立案登记表" in over and "内容与签发时不一致" in over and "由系统管理员从备份恢复存档文件" in over
    ready = len(of(story)) - 1
    assert f"已备好 {ready} 份 {2 * ready} 页，未能打印 1 份" in over
    with pikepdf.open(io.BytesIO(client.get(f"{batch}papers.pdf").content)) as pdf:
        assert len(pdf.pages) == 2 * ready
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get(f"{batch}papers.zip").streaming_content))) as pack:
        assert len(pack.namelist()) == ready and pack.testzip() is None
        assert pack.namelist()[0].startswith("0001-")
    left = client.get(reverse(PAGE), {"cases": story.case.number})
    assert [Document.objects.get(pk=one).form_key for one in offered(left)] == ["filing-form"], "printed ones are gone"
    again = client.get(reverse(PAGE), {"cases": story.case.number, "printed": "on"})
    assert set(offered(again)) == of(story)
    assert client.post(batch).status_code == 302


def test_the_list_is_narrowed_by_day_form_and_unit(cast: Cast, story: Story) -> None:
    client, other = signed_in(cast, "卫国"), first_offence(cast)
    days = sorted({one.issued_on for one in story.case.documents.final()})

    def found(**wanted: Any) -> set[int]:
        return set(offered(client.get(reverse(PAGE), wanted)))

    assert found(issued_from=days[-1], issued_to=days[-1], cases=story.case.number) == {
        one.pk for one in story.case.documents.final().filter(issued_on=days[-1])
    }
    assert found(form="penalty-decision", cases=f"{story.case.number} {other.case.number}") == {
        one.pk for one in Document.objects.final().filter(form_key="penalty-decision")
    }
    assert found(unit=other.case.department_id) == of(other)


def test_papers_of_other_units_are_neither_offered_nor_printed(cast: Cast, story: Story) -> None:
    stranger = signed_in(cast, "周勇")
    assert not set(offered(stranger.get(reverse(PAGE), {"printed": "on"}))) & of(story)
    sent = stranger.post(reverse(PAGE), {"papers": sorted(of(story))})
    assert sent["Location"] == reverse(PAGE)
    assert "先在列表中选出要打印的文书。" in stranger.get(reverse(PAGE)).content.decode()


def test_a_batch_is_its_owners_alone(cast: Cast, story: Story) -> None:
    batch = signed_in(cast, "李明").post(reverse(PAGE), {"papers": sorted(of(story))})["Location"]
    drain(limit=1000)
    for address in (batch, f"{batch}papers.pdf", f"{batch}papers.zip"):
        assert signed_in(cast, "卫国").get(address).status_code == 404


@pytest.mark.parametrize("nonsense", [["x"], ["9" * 40], ["-1"], ["१२"], []])
def test_nonsense_is_answered_with_what_to_do(cast: Cast, nonsense: list[str]) -> None:
    client = signed_in(cast, "李明")
    assert client.post(reverse(PAGE), {"papers": nonsense})["Location"] == reverse(PAGE)
    assert client.get(reverse(PAGE), {"issued_from": "gestern", "unit": "x", "form": "y"}).status_code == 422
