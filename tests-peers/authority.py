"""An authority of its own, as companies have them, and a certificate by it for this machine (PyPI's cryptography)."""

import datetime
import ipaddress
import os

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def certificate():
    """A key with its certificate for localhost, and the authority's certificate: their files."""
    key = ec.generate_private_key(ec.SECP256R1())
    authority_key = ec.generate_private_key(ec.SECP256R1())
    name = lambda text: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)

    def build(subject, public):
        builder = x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name("test authority"))
        return builder.public_key(public).serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)

    authority = (
        build("test authority", authority_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    own = (
        build("localhost", key.public_key())
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    # The test removes the folder of the scripts with what is in it.
    folder = os.path.dirname(os.path.abspath(__file__))
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    files = {"authority.pem": authority.public_bytes(pem), "own.pem": private + own.public_bytes(pem)}
    for file, data in files.items():
        with open(f"{folder}/{file}", "wb") as out:
            out.write(data)
    return f"{folder}/own.pem", f"{folder}/authority.pem"
