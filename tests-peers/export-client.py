"""A matching service's client of a recruiting suite's back office, as written for another suite: it reads exports until an
answer is empty, each record a zip behind its length, and says what it took.

base=URL, host=NAME (for the header Host), client=ID, secret=KEY, since=MOMENT (of the last change).
"""

import io
import json
import zipfile

import requests

from peer import options, say

OPTIONS = options()
BASE = OPTIONS["base"]
http = requests.Session()
http.headers["Host"] = OPTIONS["host"]
form = {
    "grant_type": "client_credentials",
    "client_id": OPTIONS["client"],
    "client_secret": OPTIONS["secret"],
    "scope": "MatchingIndexation",
}
given = http.post(f"{BASE}/api/token", data=form, timeout=30)
given.raise_for_status()
http.headers["Authorization"] = f"bearer {given.json()['access_token']}"


def export(kind, **query):
    query = {"offset": 0, "limit": 2, **query}
    while True:
        answer = http.get(f"{BASE}/api/exports/v1/{kind}", params=query, timeout=30)
        answer.raise_for_status()
        data = answer.content
        if not data:
            return
        while data:
            size = int.from_bytes(data[:4], "little")
            yield zipfile.ZipFile(io.BytesIO(data[4 : 4 + size]))
            data = data[4 + size :]
        query["offset"] += query["limit"]


def vacancies(**query):
    for archive in export("vacancies", **query):
        assert archive.testzip() is None
        yield json.loads(archive.read("offerdetail"))["offerDetail"]


for offer in vacancies():
    assert offer["modificationDate"].endswith("Z"), offer
    say(f"vacancy {offer['reference']} {offer['jobDescription']['title']} {offer['status']['clientCode']}")
say("one " + ",".join(o["reference"] for o in vacancies(filter="reference::2026-0002")))
say("open " + ",".join(o["reference"] for o in vacancies(filter="vacancyStatus::Open|chronoNumber:gt:1")))
say("late " + ",".join(o["reference"] for o in vacancies(filter="updateDate:gt:2999-01-01")))
say("since " + ",".join(o["reference"] for o in vacancies(filter=f"updateDate:gt:{OPTIONS['since']}")))
wrong = http.get(f"{BASE}/api/exports/v1/vacancies", params={"filter": "colour::red"}, timeout=30)
say(f"wrong {wrong.status_code}")

for archive in export("candidates", attachmenttype="resume"):
    candidate = json.loads(archive.read("applicantdetail"))
    inner = candidate["candidateDetail"]
    files = [archive.read(a["id"])[:4].decode() + " " + a["mimeType"] for a in candidate["attachments"]]
    person = inner["personalInformation"]
    where = ",".join(a["vacancyReference"] for a in inner["applications"])
    say(f"candidate {person['firstName']} {person['email']} {where} {files}")

page = http.get(f"{BASE}/api/v1/vacancies", params={"limit": 2, "offset": 0}, timeout=30).json()
assert page["code"] == 200 and page["status"] == "success", page
assert {"id", "label"} == set(page["data"][0]["contractType"]), page["data"][0]
assert isinstance(page["data"][0]["languageId"], int)
say(f"range {page['contentRange']}")
number = inner["id"]
for _ in range(2):
    linked = http.post(f"{BASE}/api/v1/candidates/{number}/vacancies/2026-0002", timeout=30)
    say(f"linked {linked.status_code}")
told = {"reportType": "vacancies", "items": [{"id": "2026-0001", "date": "2026-01-01", "lastUpdateDate": "2026-01-01", "status": "ok"}]}
report = http.post(f"{BASE}/api/exports/v1/reports", json=told, timeout=30)
say(f"reported {report.status_code}")
