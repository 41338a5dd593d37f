"""PyPI's openapi-spec-validator looks at a document: `file=PATH`. Prints what is wrong with it; fails when something is."""

import json
import sys

from openapi_spec_validator import OpenAPIV31SpecValidator

from peer import options

with open(options()["file"], encoding="utf-8") as file:
    document = json.load(file)
found = 0
for fault in OpenAPIV31SpecValidator(document).iter_errors():
    found += 1
    print("/".join(str(part) for part in fault.absolute_path), fault.message[:300])
print(f"{len(document['paths'])} paths")
sys.exit(1 if found else 0)
