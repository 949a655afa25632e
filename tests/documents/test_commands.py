"""Do the two commands write files, and say in one line what is wrong?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cases.models import Case
from documents.registry import FORMS
from documents.services import draw, issue
from officers.models import Officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def filed(new_case: Any, officer: Officer) -> Case:
    case = new_case(number="蒙样交执〔2026〕001号")
    content = FORMS["filing-form"].samples()["typical"]
    issue(draw(case=case, form_key="filing-form", content=content, officer=officer, on=DAY), officer=officer, on=DAY)
    return case


@pytest.mark.parametrize("form", ["filing-form", "立案登记表"])
@pytest.mark.parametrize("by", ["number", "pk"])
def test_a_paper_is_written_by_case_number_or_id(filed: Case, form: str, by: str, tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "F.pdf"
    call_command("paper", str(getattr(filed, by)), form, output=target)
    assert target.read_bytes().startswith(b"%PDF")
    assert "立案登记表" in capsys.readouterr().out


def test_the_dossier_is_written(filed: Case, tmp_path: Path, capsys: Any) -> None:
    call_command("dossier", filed.number, output=tmp_path / "D.pdf")
    assert (tmp_path / "D.pdf").read_bytes().startswith(b"%PDF")
    assert "字节" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["paper", "999", "filing-form"], "没有案号或编号为“999”的案件"),
        (["paper", "蒙样交执〔2026〕001号", "love-letter"], "没有“love-letter”这种文书"),
        (["paper", "蒙样交执〔2026〕001号", "结案报告"], "该案没有“结案报告”"),
        (["dossier", "²"], "没有案号或编号为“²”的案件"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(filed: Case, command: list[str], said: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=said) as refusal:
        call_command(*command, output=tmp_path / "F.pdf")
    assert "\n" not in str(refusal.value)


def test_an_unwritable_place_is_said(filed: Case, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("paper", filed.number, "filing-form", output=tmp_path / "nowhere" / "F.pdf")


def test_a_case_without_papers_has_no_dossier(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="不能成卷"):
        call_command("dossier", str(case.pk), output=tmp_path / "D.pdf")
