"""PyPI's zeep reads the WSDL and calls the service as it says.

base=URL (the service's address), host=NAME (for the header Host), user=CODE, key=KEY, slow=CODE, slow_key=KEY (an application
that may ask once a day).
Says one line for each question.
"""

import datetime

from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client
from zeep.exceptions import Fault, ValidationError
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken

from peer import options, say

OPTIONS = options()
PROBLEM = "{urn:talang:soap:problems:1}"
TITLES = [{"language": "en", "text": "Ladders & <steps>"}, {"language": "sv", "text": "Stegar"}]


def service(port, wsse=None, auth=None):
    """The service at a port of the WSDL, and what its answers were."""
    session = Session()
    session.headers["Host"] = OPTIONS["host"]
    session.auth = auth
    client = Client(OPTIONS["base"] + "?wsdl", wsse=wsse, transport=Transport(session=session))
    made = client.create_service("{urn:talang:training-content:1}TrainingContent" + port, OPTIONS["base"])
    return client, made


def refused(name, call):
    """Says what a call is refused with."""
    try:
        say(f"{name} done {call()}")
    except Fault as fault:
        problems = fault.detail.iter(PROBLEM + "problem") if fault.detail is not None else []
        told = " ".join(
            p.findtext(PROBLEM + "code") + "@" + (p.findtext(PROBLEM + "element") or "-") for p in problems
        )
        say(f"{name} {fault.code} {','.join(str(c) for c in fault.subcodes or [])} {told} {fault.message}")
    except ValidationError as error:
        say(f"{name} not-sent {error}")


token = UsernameToken(OPTIONS["user"], OPTIONS["key"])
for port, wsse, auth in [
    ("Soap11", token, None),
    ("Soap12", token, None),
    ("Soap11", None, HTTPBasicAuth(OPTIONS["user"], OPTIONS["key"])),
]:
    client, here = service(port, wsse, auth)
    if wsse and port == "Soap11":
        say("operations " + " ".join(sorted(client.service._operations)))
    pong = here.Ping()
    typed = isinstance(pong.time, datetime.datetime) and pong.time.tzinfo is not None
    say(f"ping {port} {pong.service} {typed} {' '.join(pong.available)}")

for port in ["Soap11", "Soap12"]:
    _, here = service(port, token)
    good = {"code": "LADDERS", "version": "1", "standard": "SCORM-1.2", "title": TITLES, "package": "ladders.zip"}
    refused(f"publish-{port}", lambda: here.PublishContent(**good, validFrom=datetime.date(2027, 1, 1), minutes=30))
    refused(f"xapi-{port}", lambda: here.PublishContent(**{**good, "standard": "xAPI"}))
    refused(f"status-{port}", lambda: here.GetContentStatus(code="LADDERS"))
    refused(f"list-{port}", lambda: here.ListContents(changedSince=datetime.datetime.now(datetime.timezone.utc)))
    refused(f"withdraw-{port}", lambda: here.WithdrawContent(code="LADDERS", reason="old"))
refused("untitled", lambda: here.PublishContent(code="LADDERS", version="1", standard="SCORM-1.2"))

for port in ["Soap11", "Soap12"]:
    refused(f"wrong-{port}", lambda: service(port, UsernameToken(OPTIONS["user"], "wrong"))[1].Ping())
refused("digest", lambda: service("Soap11", UsernameToken(OPTIONS["user"], OPTIONS["key"], use_digest=True))[1].Ping())
refused("nobody", lambda: service("Soap12")[1].Ping())
_, here = service("Soap11", UsernameToken(OPTIONS["slow"], OPTIONS["slow_key"]))
refused("first", lambda: here.Ping().service)
refused("second", lambda: here.Ping())
