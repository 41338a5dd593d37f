"""ssh-audit looks at a server: `port=2022`. Prints what it says; fails on anything that is not plainly good."""

import json
import subprocess
import sys
from pathlib import Path

from peer import options

port = options()["port"]
program = Path(sys.executable).with_name("ssh-audit")
ran = subprocess.run(
    [program, "--json", "--skip-rate-test", "--port", port, "127.0.0.1"], capture_output=True, text=True, check=False
)
found = json.loads(ran.stdout)
bad = []
for kind in ("kex", "key", "enc", "mac"):
    for one in found.get(kind, []):
        notes = one.get("notes", {})
        print(kind, one["algorithm"])
        for level in ("fail", "warn"):
            for note in notes.get(level, []):
                # Clients of today agree on a key exchange that withstands quantum computers; older ones have none.
                if "post-quantum" in note and one["algorithm"].startswith("curve25519-"):
                    continue
                bad.append(f"{level}: {kind} {one['algorithm']}: {note}")
for cve in found.get("cves", []):
    bad.append(f"cve: {cve}")
print("\n".join(bad))
sys.exit(1 if bad or not found.get("kex") else 0)
