"""How does a bureau that only tries things out get a certificate? By an authority of its own that nobody else trusts."""

import secrets
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

BITS = 3072
PRIVATE = 0o600
AUTHORITY_DAYS = 3650
CERTIFICATE_DAYS = 1095
USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def make_trial_certificate(folder: Path, bureau: str, *, now: datetime) -> bool:
    """Write ca.pem, bureau.p12 and its passphrase; False when they are there already. Never good for a real paper."""
    if (folder / "bureau.p12").exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority_key, key = (rsa.generate_private_key(65537, BITS) for _ in range(2))
    authority_name = _name(bureau, "试用证书颁发机构（仅供试用）")
    authority = (
        _unsigned(authority_name, authority_name, authority_key.public_key(), now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(authority_key, SHA256())
    )
    certificate = (
        _unsigned(_name(bureau, f"{bureau}（试用证书）"), authority_name, key.public_key(), now, CERTIFICATE_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .sign(authority_key, SHA256())
    )
    passphrase = secrets.token_urlsafe(24).encode()
    bundle = serialize_key_and_certificates(
        b"bureau", key, certificate, [authority], BestAvailableEncryption(passphrase)
    )
    # The authority's key is not kept: nobody needs a second certificate of it.
    for name, data in (
        ("ca.pem", authority.public_bytes(Encoding.PEM)),
        ("passphrase", passphrase),
        ("bureau.p12", bundle),
    ):
        (folder / name).touch(mode=PRIVATE)
        (folder / name).write_bytes(data)
    return True


def _name(organisation: str, common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _unsigned(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage(**allowed: bool) -> x509.KeyUsage:
    return x509.KeyUsage(**{one: allowed.get(one, False) for one in USES})
