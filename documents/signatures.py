"""Does the bureau's digital signature stand under a paper, and does it still hold? The only module that knows pyHanko.

PAdES B-B, “no changes allowed” (DocMDP), with the bureau's certificate from a PKCS#12 file or a PKCS#11 token. The key
stays in the process: loading it anew for each paper would cost six times as long as signing (performance.md §6).
"""

import io
import json
import resource
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import asn1crypto.pem
import asn1crypto.x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from django.conf import settings
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

FIELD = "BureauSignature"
DIGEST = "sha256"
BESIDE_THE_CERTIFICATES = 2048
"""Bytes of a signature container besides its certificates: attributes, the signature itself, and some room."""
WRITTEN_AS = 2
"""Each byte stands as two hexadecimal characters."""
LIMITS = {resource.RLIMIT_CPU: 15, resource.RLIMIT_AS: 1024**3, resource.RLIMIT_FSIZE: 0}
"""For reading a stranger's file: seconds, bytes of memory, bytes that may be written."""


class NoKey(RuntimeError):
    """The settings name a certificate that cannot be used; no paper may silently go out unsigned."""


class SignatureOnlyWriter(IncrementalPdfFileWriter):
    """Adds the signature and nothing else.

    pyHanko would write itself into the producer, in the metadata otherwise than in the information dictionary: the two
    must agree (ISO 19005-2, 6.6.3). tests/documents/test_pdfa.py notices when this hook is called otherwise.
    """

    def _update_meta(self) -> None:
        """Who made the paper and when does not change by its signature."""


class KeptKeySigner(signers.SimpleSigner):
    """A signer whose key is loaded once."""

    def __init__(self, loaded: signers.SimpleSigner) -> None:
        super().__init__(loaded.signing_cert, loaded.signing_key, loaded.cert_registry)
        self.kept_key = load_der_private_key(loaded.signing_key.dump(), password=None)

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        if digest_algorithm == DIGEST and isinstance(self.kept_key, rsa.RSAPrivateKey):
            return self.kept_key.sign(data, padding.PKCS1v15(), SHA256())
        if digest_algorithm == DIGEST and isinstance(self.kept_key, ec.EllipticCurvePrivateKey):
            return self.kept_key.sign(data, ec.ECDSA(SHA256()))
        return bytes(super().sign_raw(data, digest_algorithm))


def is_configured() -> bool:
    return bool(settings.SIGNING_PKCS12 or settings.SIGNING_PKCS11_MODULE)


def sign(data: bytes, *, reason: str) -> bytes:
    """The paper with the bureau's signature, or as it was where there is no certificate. Raises NoKey."""
    if not is_configured():
        return data
    signer = bureau_signer()
    kept = sum(len(one.dump()) for one in {signer.signing_cert, *signer.cert_registry})
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=DIGEST,
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
    )
    # A reserved place saves the dry run that would tell its size, half of the whole time.
    reserved = WRITTEN_AS * (kept + BESIDE_THE_CERTIFICATES)
    writer = SignatureOnlyWriter(io.BytesIO(data))
    return bytes(signers.PdfSigner(about, signer).sign_pdf(writer, bytes_reserved=reserved).getvalue())


def bureau_signer() -> Any:
    """The signer of the settings, made once in this process. Raises NoKey."""
    if settings.SIGNING_PKCS11_MODULE:
        module, label = settings.SIGNING_PKCS11_MODULE, settings.SIGNING_PKCS11_LABEL
        return _from_token(module, settings.SIGNING_PKCS11_TOKEN, label, settings.SIGNING_PASSPHRASE_FILE)
    return _from_file(settings.SIGNING_PKCS12, settings.SIGNING_PASSPHRASE_FILE)


@lru_cache(maxsize=4)
def _from_file(pkcs12: Path, passphrase_file: Path | None) -> KeptKeySigner:
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(pkcs12.read_bytes(), [], _passphrase(passphrase_file))
    except OSError as error:
        raise NoKey(f"读不到签名证书 {pkcs12}：{error.strerror}。") from error
    except ValueError as error:
        raise NoKey(f"打不开签名证书 {pkcs12}：口令不对，或者不是 PKCS#12 文件。") from error
    return KeptKeySigner(signer)


@lru_cache(maxsize=1)
def _from_token(module: str, token: str, label: str, pin_file: Path | None) -> Any:
    try:
        # Its C library is wanted by bureaus with a token only: pip install 'pyhanko[pkcs11]'.
        pkcs11 = import_module("pyhanko.sign.pkcs11")
        troubles = import_module("pkcs11.exceptions").PKCS11Error, import_module("pyhanko.pdf_utils.misc").PdfError
    except ImportError as error:
        raise NoKey("没有安装 python-pkcs11，不能使用签名令牌。") from error
    pin = (_passphrase(pin_file) or b"").decode()
    wanted = TokenCriteria(label=token) if token else None
    try:
        session = pkcs11.open_pkcs11_session(module, token_criteria=wanted, user_pin=pin or None)
    except (*troubles, RuntimeError, OSError) as error:
        raise NoKey(
            f"打不开签名令牌 {token or module}：口令、令牌名称或者驱动不对（{type(error).__name__}）。"
        ) from error
    signer = pkcs11.PKCS11Signer(session, cert_label=label or None)
    try:
        # Certificate and key are looked up only when one is asked for: what is missing should be found at the start.
        signer.signing_cert.dump()
    except (*troubles, ValueError) as error:
        session.close()
        raise NoKey(f"签名令牌里没有名为“{label}”的证书和私钥。") from error
    return signer


def _passphrase(path: Path | None) -> bytes | None:
    return path.read_bytes().strip() if path else None


@dataclass(frozen=True)
class Examined:
    """What the signature in a file says: by whom, whether the bytes are as signed, whether the certificate is trusted."""

    signed: bool = False
    intact: bool = False
    """As signed, with nothing added since."""
    trusted: bool = False
    signer: str = ""
    signed_at: str = ""
    """ISO, as the signer's clock told it: there is no time stamp of somebody else."""

    @property
    def valid(self) -> bool:
        return self.signed and self.intact and self.trusted


def examine(data: bytes, roots: list[asn1crypto.x509.Certificate]) -> Examined:
    """Look at the first signature. Hostile bytes belong into a child process: see documents.checking."""
    found = PdfFileReader(io.BytesIO(data)).embedded_signatures
    if not found:
        return Examined()
    first, at = found[0], found[0].self_reported_timestamp
    # A certificate that has run out since does not undo what was signed with it while it was good.
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=at) if at else None
    context = context or ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(first, context)
    whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE" and len(found) == 1
    return Examined(
        signed=True,
        intact=bool(status.intact and status.valid and whole and status.docmdp_ok),
        trusted=bool(status.trusted),
        signer=str(status.signing_cert.subject.native.get("common_name", "")),
        signed_at=at.isoformat() if isinstance(at, datetime) else "",
    )


def certificates_in(pem: bytes) -> list[asn1crypto.x509.Certificate]:
    if not asn1crypto.pem.detect(pem):
        return []
    return [
        asn1crypto.x509.Certificate.load(der) for _kind, _headers, der in asn1crypto.pem.unarmor(pem, multiple=True)
    ]


def main() -> None:
    """The child process of documents.checking: the roots' file as argument, the PDF as input, JSON as answer."""
    for what, most in LIMITS.items():
        resource.setrlimit(what, (most, most))
    roots = certificates_in(Path(sys.argv[1]).read_bytes()) if sys.argv[1] else []
    json.dump(asdict(examine(sys.stdin.buffer.read(), roots)), sys.stdout)
