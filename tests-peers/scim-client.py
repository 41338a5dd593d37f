"""A SCIM client: PyPI's scim2-client, and the compliance checks of scim2-tester.

base=URL (with /api/scim/v2), host=NAME (for the header Host), token=TEXT.
Says one line `STATUS NAME: REASON` for each check, and ends with failure when one deviates or fails.
"""

import sys

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

from peer import options, say

OPTIONS = options()
http = Client(
    base_url=OPTIONS["base"],
    headers={"Authorization": f"Bearer {OPTIONS['token']}", "Host": OPTIONS["host"]},
    timeout=30,
)
scim = SyncSCIMClient(http)
scim.discover()

WRONG = (Status.DEVIATION, Status.ERROR, Status.CRITICAL)
# An account is always active or not: where the attribute is removed it takes its default (RFC 7643 2.5, RFC 7644 3.3).
DEFAULT = "did not remove attribute 'active'"
failed = False
for result in check_server(scim):
    name = f"{result.title} {result.resource_type or ''}".strip()
    reason = (result.reason or "").replace("\n", " ")
    failed |= result.status in WRONG and DEFAULT not in reason
    say(f"{result.status.name.lower()} {name}: {reason}")
sys.exit(1 if failed else 0)
