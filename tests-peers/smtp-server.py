"""A mail server: PyPI's aiosmtpd with STARTTLS and a login.

login=NAME, password=TEXT, refuse=ADDRESS (answered with 550), tls=no (plain text, no login), slow=MILLISECONDS
(between a mail and its answer).
Says `authority FILE` (the certificate to trust, for the name localhost) before it listens and one line
`mail JSON` with from, to and the whole message for each mail that it took.
"""

import asyncio
import email
import json
import os
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from authority import certificate
from peer import listening, options, say

OPTIONS = options()


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
