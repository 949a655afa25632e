"""Does a sealed paper carry a signature that others can check, and is every change of its bytes noticed?"""

import hashlib
import io
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pikepdf
import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.utils import timezone

from cases.models import Case, Party
from documents import services, signatures
from documents.certificates import make_trial_certificate
from documents.checking import Verdict, check_file, examined
from documents.checks import papers_are_signed, signing_key_can_be_used
from documents.models import Document
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf
from documents.services import draw, issue, pdf_of, void
from officers.models import Officer

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 16)
NOTICE = FORMS["violation-notice"].samples()["typical"]
FILING = FORMS["filing-form"].samples()["typical"]
Archived = Callable[..., Document]


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signing")
    assert make_trial_certificate(folder, "样例旗交通运输局", now=timezone.now())
    return folder


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def signing(settings: Any, trial: Path) -> Iterator[Path]:
    settings.SIGNING_PKCS12, settings.SIGNING_PASSPHRASE_FILE = trial / "bureau.p12", trial / "passphrase"
    settings.SIGNING_TRUST = trial / "ca.pem"
    yield trial
    signatures._from_file.cache_clear()


@pytest.fixture
def archived(case: Case, party: Party, officer: Officer) -> Archived:
    def one(content: Any = NOTICE, form_key: str = "violation-notice", about: Any = party) -> Document:
        draft = draw(case=case, form_key=form_key, content=content, officer=officer, on=MONDAY, party=about)
        paper = issue(draft, officer=officer, on=MONDAY)
        services.archive(paper)
        return paper

    return one


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


# --- the signature ---------------------------------------------------------------------------------
def test_a_sealed_paper_is_signed_and_stays_the_same_bytes(signing: Path, archived: Archived) -> None:
    paper = archived()
    data = pdf_of(paper)
    assert paper.pdf.name == f"papers/{hashlib.sha256(data).hexdigest()}.pdf"
    services.archive(paper)  # a second worker, whose signature is made at another second
    assert pdf_of(paper) == data
    assert paper.pdf.storage.listdir("papers")[1] == [f"{paper.pdf_sha256}.pdf"]


def test_the_signature_is_valid_trusted_and_allows_no_change(signing: Path, archived: Archived) -> None:
    data = pdf_of(archived())
    found = examined(data)
    assert found is not None
    assert (found.valid, found.signer) == (True, "样例旗交通运输局（试用证书）")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        signature = pdf.Root.Perms.DocMDP
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert signature.Reference[0].TransformParams.P == 1  # 1: no changes to the document are permitted


def test_another_program_finds_the_signature_valid_too(signing: Path, archived: Archived, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf_of(archived()))
    told = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
def test_one_flipped_byte_is_noticed(signing: Path, archived: Archived, share: float) -> None:
    data = pdf_of(archived())
    changed = check_file(flipped(data, int(len(data) * share)))
    assert changed.verdict is Verdict.UNKNOWN
    assert not (changed.signature and changed.signature.valid)


def test_something_added_after_signing_is_noticed(signing: Path, archived: Archived) -> None:
    later = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(archived()))) as pdf:
        pdf.save(later)
    for changed in (later.getvalue(), pdf_of(archived()) + b"\n% more"):
        found = examined(changed)
        assert found is not None
        assert found.signed
        assert not found.valid


def test_the_signature_of_somebody_else_is_whole_but_not_trusted(
    signing: Path, archived: Archived, settings: Any, tmp_path: Path
) -> None:
    make_trial_certificate(tmp_path / "other", "别的单位", now=timezone.now())
    settings.SIGNING_TRUST = tmp_path / "other" / "ca.pem"
    found = examined(pdf_of(archived()))
    assert found is not None
    assert (found.signed, found.intact, found.trusted, found.valid) == (True, True, False, False)


def test_what_bears_no_seal_is_not_signed(signing: Path, archived: Archived) -> None:
    found = examined(pdf_of(archived(FILING, "filing-form", None)))
    assert found is not None
    assert not found.signed


def test_without_a_certificate_the_paper_is_printed_unsigned(archived: Archived) -> None:
    assert check_file(pdf_of(archived())).verdict is Verdict.MATCHES
    found = examined(pdf_of(archived()))
    assert found is not None
    assert not found.signed


def test_a_certificate_that_cannot_be_opened_stops_the_paper(
    signing: Path, archived: Archived, settings: Any, tmp_path: Path
) -> None:
    settings.SIGNING_PASSPHRASE_FILE = tmp_path / "wrong"
    settings.SIGNING_PASSPHRASE_FILE.write_text("wrong")
    with pytest.raises(signatures.NoKey, match="口令不对"):
        archived()
    assert [(one.id, "口令不对" in one.msg) for one in signing_key_can_be_used()] == [("documents.E007", True)]
    settings.SIGNING_PKCS12 = tmp_path / "nothing.p12"
    with pytest.raises(signatures.NoKey, match="读不到签名证书"):
        archived()


def test_an_installation_without_a_certificate_is_told() -> None:
    found = run_checks(tags=["security"], include_deployment_checks=True)
    assert "documents.I001" in {one.id for one in found if "签名" in one.msg}


def test_an_installation_with_one_is_not(signing: Path) -> None:
    assert papers_are_signed() == signing_key_can_be_used() == []


def test_the_key_is_loaded_once_and_signing_is_quick(signing: Path) -> None:
    data = render_pdf("violation-notice", NOTICE, meta=PaperMeta(sealed=True))
    signatures.sign(data, reason="责令改正")
    signer = signatures.bureau_signer()
    took = []
    for _ in range(5):
        begun = time.process_time()
        signatures.sign(data, reason="责令改正")
        took.append(time.process_time() - begun)
    assert signatures.bureau_signer() is signer
    assert median(took) < 0.06  # 11 to 15 ms on a quiet machine; a key loaded anew costs 200


def test_the_trial_certificate_is_made_once_and_kept_from_others(trial: Path) -> None:
    before = (trial / "bureau.p12").read_bytes()
    assert not make_trial_certificate(trial, "样例旗交通运输局", now=timezone.now())
    assert (trial / "bureau.p12").read_bytes() == before
    assert {path.name for path in trial.iterdir() if path.stat().st_mode & 0o077} == set()


# --- the command -----------------------------------------------------------------------------------
def verified(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    file = tmp_path / "given.pdf"
    file.write_bytes(data)
    try:
        call_command("verify_paper", file)
    except SystemExit as left:
        return int(str(left.code)), capsys.readouterr().out
    return 0, capsys.readouterr().out


def test_the_command_says_that_a_paper_matches_and_who_signed(
    signing: Path, archived: Archived, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = archived()
    code, told = verified(pdf_of(paper), tmp_path, capsys)
    assert code == 0
    for words in ("相符", paper.title, paper.number, "2026-03-16", "签名：有效（样例旗交通运输局（试用证书）"):
        assert words in told


def test_the_command_notices_a_flipped_byte(
    signing: Path, archived: Archived, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = pdf_of(archived())
    code, told = verified(flipped(data, len(data) // 2), tmp_path, capsys)
    assert code == 2
    assert "不相符" in told
    assert "签名：有效" not in told


def test_the_command_says_that_a_paper_is_void_and_what_stands_in_its_place(
    signing: Path, archived: Archived, officer: Officer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = void(archived(), officer=officer, on=MONDAY, reason="名称写错")
    code, told = verified(pdf_of(paper), tmp_path, capsys)
    assert (code, "已作废" in told, "另行出具" in told) == (3, True, False)
    newer = archived(replace(NOTICE, addressee="张建军"))
    assert f"另行出具：{newer}" in verified(pdf_of(paper), tmp_path, capsys)[1]
    assert "名称写错" not in told


def test_the_command_tells_an_untrusted_signature_from_a_good_one(
    signing: Path, archived: Archived, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = archived()
    settings.SIGNING_TRUST = None
    code, told = verified(pdf_of(paper), tmp_path, capsys)
    assert (code, "不是本机关信任" in told) == (4, True)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"\x00" * 100, b"%PDF-1.7\n" + b"<<" * 20_000])
def test_the_command_bears_any_file(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = verified(data, tmp_path, capsys)
    assert (code, "不相符" in told) == (2, True)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.pdf"):
        call_command("verify_paper", tmp_path / "nowhere.pdf")
