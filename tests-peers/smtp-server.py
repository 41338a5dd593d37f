"""A mail server: PyPI's aiosmtpd with STARTTLS and a login.

login=NAME, password=TEXT, refuse=ADDRESS (answered with 550), tls=no (plain text, no login), slow=MILLISECONDS
(between a mail and its answer).
Says `authority FILE` (the certificate to trust, for the name localhost) before it listens and one line
`mail JSON` with from, to and the whole message for each mail that it took.
"""

import asyncio
import datetime
import email
import ipaddress
import json
import os
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from peer import listening, options, say

OPTIONS = options()


def certificate():
    """A key and a certificate of its own for localhost; the certificate's file."""
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


class Takes:
    """Takes every mail but those to the refused address."""

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == OPTIONS.get("refuse"):
            return "550 5.1.1 nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = envelope.content.decode("utf-8", "replace")
        # Its parts as mail programs find them: type, Content-ID, and what a picture holds.
        parts = [
            [part.get_content_type(), part.get("Content-ID"), part.get_payload(decode=True).hex() if part.get_content_maintype() == "image" else None]
            for part in email.message_from_bytes(envelope.content).walk()
        ]
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "message": message, "parts": parts, "tls": session.ssl is not None}
        say("mail " + json.dumps(told))
        # Taken, and not yet said: what ends the program now makes it send the mail again.
        await asyncio.sleep(int(OPTIONS.get("slow", "0")) / 1000)
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = (
        isinstance(data, LoginPassword)
        and data.login.decode() == OPTIONS.get("login", "talang")
        and data.password.decode() == OPTIONS.get("password", "")
    )
    return AuthResult(success=good, handled=False if not good else True)


arguments = {}
if OPTIONS.get("tls") != "no":
    own, authority = certificate()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    arguments = dict(tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate)
    say(f"authority {authority}")


class OnFreePort(Controller):
    """The controller asks its own port at start; with port 0 that is known only afterwards."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


controller = OnFreePort(Takes(), hostname="127.0.0.1", port=0, server_hostname="localhost", **arguments)
controller.start()
listening(controller.port)
threading.Event().wait()
