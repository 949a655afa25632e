"""Does a signing token work as a certificate file does: is the key in it used, and is every trouble told in words?

The token is SoftHSM2, a token without hardware (`softhsm2` and `python-pkcs11`, which scripts/setup.sh and the lock of
the tests bring); the signature is examined by the same eyes as any other, and by those of another program.
"""

import io
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pikepdf
import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from django.utils import timezone

from documents import signatures
from documents.certificates import make_trial_certificate
from documents.checking import examined
from documents.checks import signing_key_can_be_used
from documents.registry import FORMS
from documents.rendering import PaperMeta, render_pdf

MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so")
MODULE = next((one for one in MODULES if Path(one).exists()), "")
TOKEN, LABEL, PIN = "样例令牌", "bureau", "284613"


def util(*words: str) -> None:
    subprocess.run(["softhsm2-util", *words, "--pin", PIN], check=True, capture_output=True)


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token with the key and the certificate of the trial; the library keeps one state in the process."""
    if not (MODULE and shutil.which("softhsm2-util")):
        pytest.fail("The token's tests need SoftHSM2: apt-get install softhsm2.")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\n")
    make_trial_certificate(folder, "样例旗交通运输局", now=timezone.now())
    passphrase = (folder / "passphrase").read_bytes()
    key, certificate, _others = load_key_and_certificates((folder / "bureau.p12").read_bytes(), passphrase)
    assert key is not None
    assert certificate is not None
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(pem)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        util("--init-token", "--free", "--label", TOKEN, "--so-pin", "97531864")
        util("--import", str(folder / "key.pem"), "--token", TOKEN, "--label", LABEL, "--id", "a1")
        attributes = {
            pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
            pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            pkcs11.Attribute.TOKEN: True,
            pkcs11.Attribute.LABEL: LABEL,
            pkcs11.Attribute.ID: b"\xa1",
            pkcs11.Attribute.SUBJECT: certificate.subject.public_bytes(),
            pkcs11.Attribute.VALUE: certificate.public_bytes(Encoding.DER),
        }
        with pkcs11.lib(MODULE).get_token(token_label=TOKEN).open(user_pin=PIN, rw=True) as session:
            session.create_object(attributes)
        (folder / "pin").write_text(f"{PIN}\n")
        yield folder


@pytest.fixture
def signing(settings: Any, token: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    settings.SIGNING_PKCS11_MODULE, settings.SIGNING_PKCS11_TOKEN = MODULE, TOKEN
    settings.SIGNING_PKCS11_LABEL, settings.SIGNING_PASSPHRASE_FILE = LABEL, token / "pin"
    settings.SIGNING_TRUST = token / "ca.pem"
    signatures._from_token.cache_clear()
    opened: list[Any] = []
    real = import_module("pyhanko.sign.pkcs11").open_pkcs11_session

    def kept(*words: Any, **more: Any) -> Any:
        opened.append(real(*words, **more))
        return opened[-1]

    # A process opens a token once; the next test needs it closed.
    monkeypatch.setattr("pyhanko.sign.pkcs11.open_pkcs11_session", kept)
    yield token
    signatures._from_token.cache_clear()
    for session in opened:
        with suppress(pkcs11.PKCS11Error):
            session.close()


def paper() -> bytes:
    content = FORMS["violation-notice"].samples()["typical"]
    return signatures.sign(render_pdf("violation-notice", content, meta=PaperMeta(sealed=True)), reason="责令改正")


def test_a_paper_signed_by_a_token_is_valid_and_allows_no_change(signing: Path) -> None:
    data = paper()
    found = examined(data)
    assert found is not None
    assert (found.valid, found.signer) == (True, "样例旗交通运输局（试用证书）")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Perms.DocMDP.SubFilter == "/ETSI.CAdES.detached"
        assert pdf.Root.Perms.DocMDP.Reference[0].TransformParams.P == 1


def test_the_token_goes_before_a_certificate_file_and_is_opened_once(
    signing: Path, settings: Any, tmp_path: Path
) -> None:
    settings.SIGNING_PKCS12 = tmp_path / "nothing.p12"
    assert paper().startswith(b"%PDF")
    assert signatures.bureau_signer() is signatures.bureau_signer()
    assert signing_key_can_be_used() == []


def test_a_changed_byte_is_noticed(signing: Path) -> None:
    data = paper()
    place = len(data) // 3
    found = examined(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    assert found is None or not found.valid


def test_another_program_finds_it_valid_too(signing: Path, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper())
    told = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("SIGNING_PASSPHRASE_FILE", "wrong", "打不开签名令牌"),
        ("SIGNING_PKCS11_TOKEN", "别的令牌", "打不开签名令牌"),
        ("SIGNING_PKCS11_LABEL", "nobody", "签名令牌里没有"),
        ("SIGNING_PKCS11_MODULE", "/nowhere/token.so", "打不开签名令牌"),
    ],
)
def test_a_token_that_cannot_be_used_stops_the_paper_in_words(
    signing: Path, settings: Any, setting: str, value: str, said: str
) -> None:
    if setting == "SIGNING_PASSPHRASE_FILE":
        (signing / value).write_text("000000")
        setattr(settings, setting, signing / value)
    else:
        setattr(settings, setting, value)
    with pytest.raises(signatures.NoKey, match=said):
        paper()
    assert [(one.id, said in one.msg) for one in signing_key_can_be_used()] == [("documents.E007", True)]
