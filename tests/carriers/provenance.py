"""C2PA: signs a file with a chain made up on the spot, thumbnails included, as the default is."""

from __future__ import annotations

import datetime as dt
import io
import json
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .canary import word
from .parts import jpeg

USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)
OFFLINE = {
    "verify": {"ocsp_fetch": False, "remote_manifest_fetch": False, "verify_after_sign": False},
    "builder": {"thumbnail": {"enabled": True}},
}


def _begun(name: str, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test root")]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(1))
        .not_valid_after(now + dt.timedelta(30))
    )


def _usage(*wanted: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{usage: usage in wanted for usage in USAGES})


@cache
def chain() -> tuple[bytes, bytes]:
    """PEM certificates (signer, root) and the signer's PEM key; nothing is stored."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = (
        _begun("test root", root_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    signer = (
        _begun("test signer", key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature"), critical=True)
        .add_extension(mail, critical=True)
        .add_extension(issuer, critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signer.public_bytes(pem) + root.public_bytes(pem), secret


def signed(form: str, media_type: str, data: bytes) -> bytes:
    """The file with a manifest: a title, a claim thumbnail and an ingredient's thumbnail."""
    import c2pa

    manifest = {
        "claim_generator_info": [{"name": "test", "version": "1"}],
        "title": word(form, "c2pa"),
        "thumbnail": {"format": "image/jpeg", "identifier": "claim"},
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.opened"}]}}
        ],
    }
    certificates, key = chain()
    info = c2pa.C2paSignerInfo(alg=b"es256", sign_cert=certificates, private_key=key, ta_url=None)
    out = io.BytesIO()
    with (
        c2pa.Context.from_dict(OFFLINE) as context,
        c2pa.Signer.from_info(info) as signer,
        c2pa.Builder(manifest, context) as builder,
    ):
        builder.add_resource("claim", io.BytesIO(jpeg(word(form, "c2pa thumbnail"), 96)))
        part = {
            "title": word(form, "c2pa ingredient"),
            "relationship": "componentOf",
            "thumbnail": {"format": "image/jpeg", "identifier": "ingredient"},
        }
        builder.add_resource("ingredient", io.BytesIO(jpeg(word(form, "c2pa original"), 96)))
        builder.add_ingredient(json.dumps(part), "image/jpeg", io.BytesIO(jpeg("original")))
        builder.sign(signer, media_type, io.BytesIO(data), out)
    return out.getvalue()


C2PA = ("c2pa", "c2pa ingredient", "c2pa thumbnail", "c2pa original")
"""The carriers of ``signed``."""
