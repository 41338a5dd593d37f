"""A receiver of webhooks as programs of another suite have it: it believes nothing but its own reckoning of the signature (HMAC-SHA1
of the contract, by Python's own library).

secret=KEY, client=ID. Says `got JSON` for each message whose signature holds and answers 200, `refused WORDS` for every other and answers 403, and `ping PATH` when it is asked
whether it is there.
"""

import base64
import hashlib
import hmac
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from peer import listening, options, say

OPTIONS = options()


def wrong(path, headers, body):
    """What is wrong with a message; nothing where its signature holds."""
    address = urlsplit(path)
    query = parse_qs(address.query)
    signed, _, rest = path.rpartition("&signature=")
    if not signed or "&" in rest:
        return "the signature is not the last part of the query"
    if query.get("client_id") != [OPTIONS["client"]]:
        return f"client_id {query.get('client_id')}"
    digest = base64.b64encode(hashlib.md5(body).digest()).decode()
    if headers["Content-MD5"] != digest:
        return "Content-MD5"
    expires = headers["X-TS-REC-Expires"]
    if not time.time() < int(expires) < time.time() + 3600:
        return f"expires {expires}"
    own = sorted((n.lower(), v) for n, v in headers.items() if n.lower().startswith("x-ts-rec-"))
    text = f"POST\n{digest}\n{headers['Content-Type']}\n{expires}\n"
    text += "".join(f"{name}:{value}\n" for name, value in own) + signed
    reckoned = base64.b64encode(hmac.new(OPTIONS["secret"].encode(), text.encode(), hashlib.sha1).digest()).decode()
    return "" if query["signature"] == [reckoned] else "signature"


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def do_GET(self):
        say(f"ping {self.path}")
        self.answer(200)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        problem = wrong(self.path, self.headers, body)
        if problem:
            say(f"refused {problem}")
        else:
            say("got " + json.dumps(json.loads(body), sort_keys=True))
        self.answer(403 if problem else 200)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
listening(server.server_port)
server.serve_forever()
