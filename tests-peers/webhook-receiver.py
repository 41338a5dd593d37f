"""A receiver of webhooks that believes nothing but signatures: PyPI's standardwebhooks.

secret=TEXT, tls=yes (behind a certificate by an authority of its own, whose file it says first: `authority FILE`). Says one line `got JSON` for each message whose signature holds, with its id and body, and answers 204; one line
`refused WORDS` for every other, and answers 401.
"""

import json
import ssl
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from authority import certificate
from peer import listening, options, say
from standardwebhooks import Webhook

SECRET = options()["secret"]


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        status = 204
        try:
            told = Webhook(SECRET).verify(body, dict(self.headers.items()))
            signatures = len(self.headers["webhook-signature"].split())
            say("got " + json.dumps({"id": self.headers["webhook-id"], "body": told, "signatures": signatures}))
        except Exception as problem:  # Whatever is wrong with it.
            say(f"refused {problem}")
            status = 401
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
if options().get("tls") == "yes":
    own, authority = certificate()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    say(f"authority {authority}")
listening(server.server_port)
server.serve_forever()
