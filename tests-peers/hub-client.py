"""A data warehouse's client of a core HR hub, as written for another suite: it knows addresses, tokens and feeds, and nothing
of the program that answers.

base=URL, host=NAME (for the header Host), client=ID, secret=KEY, late=TOKEN (one that it kept and that has ended).
Follows the feed of employees in small parts, then reads everybody that it named: a line NUMBER FIRST LAST UNIT for each.
"""

import sys

import requests

from peer import options, say

OPTIONS = options()
COUNT = 4


class Hub:
    """A session that renews its token when a call says 401."""

    def __init__(self):
        self.http = requests.Session()
        self.http.headers["Host"] = OPTIONS["host"]
        self.token = OPTIONS["late"]
        self.renewed = 0

    def renew(self):
        form = {
            "grant_type": "client_credentials",
            "client_id": OPTIONS["client"],
            "client_secret": OPTIONS["secret"],
            "scope": "Customer",
        }
        answer = self.http.post(f"{OPTIONS['base']}/api/token", data=form, timeout=30)
        answer.raise_for_status()
        given = answer.json()
        assert given["token_type"] == "bearer" and given["expires_in"] == 1199, given
        self.token = given["access_token"]
        self.renewed += 1

    def get(self, path, **query):
        for _ in range(2):
            headers = {"Authorization": f"bearer {self.token}", "Accept-Language": "en"}
            answer = self.http.get(f"{OPTIONS['base']}{path}", params=query, headers=headers, timeout=30)
            if answer.status_code != 401:
                break
            self.renew()
        answer.raise_for_status()
        return answer.json()

    def logs(self, kind):
        start = 1
        while True:
            part = self.get(f"/api/hub/v2/{kind}/logs", startingFromLogId=start, maxNumberOfLogs=COUNT)
            yield from part
            if not part or part[-1]["logId"] < start + COUNT - 1:
                return
            start = part[-1]["logId"] + 1


def wrong_secret():
    form = {"grant_type": "client_credentials", "client_id": OPTIONS["client"], "client_secret": "wrong"}
    answer = requests.post(
        f"{OPTIONS['base']}/api/token", data=form, headers={"Host": OPTIONS["host"]}, timeout=30
    )
    return answer.status_code


hub = Hub()
seen = {}
last = 0
for entry in hub.logs("employees"):
    assert entry["logId"] > last, entry
    last = entry["logId"]
    seen.setdefault(entry["uniqueid"], {})[(entry["dataset"], entry["key"], entry["field"])] = entry["value"]
for number, values in sorted(seen.items()):
    employee = hub.get(f"/api/hub/v2/employees/{number}")
    identity = employee["Identity"][0]
    # The feed and the record say the same.
    assert values[("Identity", "", "lastName")] == identity["lastName"], values
    unit = employee["Situation"][0]["organisation"]["clientCode"] if employee["Situation"] else "-"
    say(f"{number} {identity['firstName']} {identity['lastName']} {unit}")
for kind in hub.get("/api/hub/v2/libraryTypes"):
    values = hub.get(f"/api/hub/v2/libraries/{kind['type']}")
    assert all(isinstance(v["code"], int) and v["clientCode"] and "label" in v for v in values), kind
say(f"renewed {hub.renewed}")
sys.exit(0 if hub.renewed == 1 and wrong_secret() == 400 else 1)
