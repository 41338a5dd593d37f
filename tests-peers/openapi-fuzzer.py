"""PyPI's schemathesis asks a running server whatever its OpenAPI document allows, and much that it does not, and checks each
answer by the document.

document=URL, user=LOGIN, password=PASSWORD, key=KEY, operations=REGEX (of their ids), examples=COUNT (for each operation and
phase). Always the same questions for the same document. Prints its report and `answers STATUS=COUNT …`; fails when something is
found.
"""

import base64
import collections
import os
import socket
import subprocess
import sys
import tempfile

from peer import options, say

# What is expected where a schema cannot say it, and what is not asked; each with its reason.
CONFIG = """
# References to what is not there and rules of an object's owner are refused with 422, a precondition with 412, a part of a file
# that is shorter with 416. Never 400, 406, 413, 415: those are about form, and of form the document says everything.
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "412", "416", "422"]

[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "416", "422"]

# Conditions, orders, lists of fields and cursors are texts with a grammar of their own: a wrong one is refused with 400.
[[operations]]
include-operation-id-regex = "^(list|read|slices)[A-Z]"
checks.positive_data_acceptance.expected-statuses = ["2xx", "3xx", "400", "401", "403", "404"]

# The same for exports. An account has ten transfers at a time: another one is told 429, whatever it says.
[[operations]]
include-operation-id = "exportTransfer"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "422", "429"]
checks.negative_data_rejection.expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "429"]

# A file of a transfer is any text: whether it is a good one is told by the transfer, not by the answer that takes it.
[[operations]]
include-operation-id = "importTransfer"
checks.negative_data_rejection.enabled = false
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "422", "429"]

# To delete a transfer cancels it: that it was cancelled can still be read.
[[operations]]
include-operation-id-regex = "^(transfer|cancelTransfer|transferResult)$"
checks.use_after_free.enabled = false

# Each record of many is refused by itself, within an answer of 200: the check `bulk` below takes the place of this one.
[[operations]]
include-operation-id-regex = "^bulk"
checks.negative_data_rejection.enabled = false
"""

# Words of conditions, orders and lists of fields, as the formats of the document name them: put together at random.
WORDS = {
    "filter": "code number start active label name is != < <= > >= ~ ^= contains starts under empty and or not ( ) , . 1 -1 true "
    '"a b" " 2026-01-01 EUR label.en employee.number \' % \\ é',
    "sort": "code number start active - , -code label.en employee.number",
    "fields": "code number start * , active label.en employee employee.number assignment.organisation",
    "expand": "employee organisation assignment manager , . *",
    "cursor": "a bm90 IDE ==",
}


KEY = "Idempotency-Key"

# Refusals of a value's form, which the schema tells; others are about what it means.
FORM = set(
    "value.type value.bool value.choice value.text_too_long value.text_too_short value.number "
    "value.date value.time value.duration field.read_only".split(" ")
)


def resolve_localhost():
    """Names below localhost are this machine, which not every resolver knows (RFC 6761 § 6.3)."""
    asked = socket.getaddrinfo

    def near(host, *rest, **named):
        if isinstance(host, str) and host.endswith(".localhost"):
            host = "127.0.0.1"
        return asked(host, *rest, **named)

    socket.getaddrinfo = near


def fuzz():
    """Runs the command line of schemathesis in this process."""
    resolve_localhost()
    told = dict(pair.split("=", 1) for pair in os.environ["TALANG_FUZZ"].split("\n"))
    authorization = "Basic " + base64.b64encode(f"{told['user']}:{told['password']}".encode()).decode()
    import schemathesis
    from hypothesis import strategies
    from schemathesis.cli import schemathesis as command
    from schemathesis.specs.openapi import checks as openapi_checks

    for name, words in WORDS.items():
        between = " " if name == "filter" else ""
        parts = strategies.lists(strategies.sampled_from(words.split(" ")), max_size=9)
        schemathesis.openapi.format(name, parts.map(between.join))
    # Whoever tries a wrong password again and again is told 429: refused as well.
    openapi_checks.AUTH_REJECTION_STATUSES = {401, 403, 429}
    answers, asked, used = collections.Counter(), collections.Counter(), set()

    @schemathesis.hook
    def before_call(context, case, kwargs):
        # A key that was used would only bring back the first answer, or the refusal to take it for something else.
        if case.headers and case.headers.get(KEY) in used:
            del case.headers[KEY]
        # A random tag is never that of the record: with one in each request nothing would ever be changed.
        if case.headers and "If-Match" in case.headers:
            asked[case.method] += 1
            if asked[case.method] % 8:
                del case.headers["If-Match"]

    @schemathesis.hook
    def after_call(context, case, response):
        answers[response.status_code] += 1
        key = response.request.headers.get(KEY)
        if key is not None and (response.status_code < 400 or response.status_code == 409):
            used.add(key)

    @schemathesis.check
    def bulk(ctx, response, case):
        if not case.path.endswith("/bulk") or response.status_code != 200:
            return
        told = response.json()
        sent = case.body["data"]
        outcomes = collections.Counter(one["outcome"] for one in told["results"])
        assert [one["index"] for one in told["results"]] == list(range(len(sent))), "a result for each record"
        for word in ("created", "updated", "unchanged", "refused"):
            assert told[word] == outcomes[word], f"{word} is not the sum"
        for one, record in zip(told["results"], sent):
            refused = one["outcome"] == "refused"
            assert refused == bool(one.get("errors")) == (one["status"] >= 400), "refusals have errors"
            assert refused or isinstance(record, dict), "a record is an object"

    @schemathesis.check
    def form(ctx, response, case):
        positive = case.meta is not None and case.meta.generation.mode.is_positive
        if positive and response.status_code == 422:
            wrong = [one for one in response.json()["errors"] if one["code"] in FORM]
            assert not wrong, f"the schema takes what is refused: {wrong} of {case.body!r}"

    @schemathesis.check
    def let_in(ctx, response, case):
        sent = response.request.headers
        good = sent.get("X-Api-Key") == told["key"] and sent.get("Authorization") == authorization
        limited = case.path.startswith("/transfers/")
        refused = response.status_code == 401 or response.status_code == 429 and not limited
        assert not (good and refused), "who shows the right key and password is let in, however others fail"

    try:
        sys.exit(command(sys.argv[1:], standalone_mode=False))
    finally:
        say("answers " + " ".join(f"{status}={count}" for status, count in sorted(answers.items())))


def main():
    """Runs `fuzz` in a process of its own and passes on what it says, in lines that people can read."""
    told = options()
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "schemathesis.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(CONFIG)
        command = [sys.executable, os.path.abspath(__file__)]
        command += ["--config-file", config, "run", told["document"]]
        command += ["--auth", f"{told['user']}:{told['password']}", "--header", f"X-Api-Key: {told['key']}"]
        command += ["--include-operation-id-regex", told["operations"], "--max-examples", told["examples"]]
        command += ["--continue-on-failure", "--generation-deterministic", "--no-shrink"]
        command += ["--phases", "examples,coverage,fuzzing,stateful", "--warnings", "off", "--no-color"]
        inner = {**os.environ, "TALANG_FUZZ": "\n".join(sys.argv[1:])}
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        run = subprocess.Popen(command, cwd=folder, env=inner, **output)
        for line in run.stdout:
            if line.strip():
                say(line.rstrip()[:600])
        sys.exit(run.wait())


if os.environ.get("TALANG_FUZZ"):
    fuzz()
else:
    main()
