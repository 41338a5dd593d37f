"""PyPI's python-odata reads the service: it makes its classes from `$metadata` and asks as they say.

base=URL (the service's root), host=NAME (for the header Host), user=CODE, key=KEY.
Says one line for each question.
"""

import requests
from odata import ODataService

from peer import options, say

OPTIONS = options()
session = requests.Session()
session.headers["Host"] = OPTIONS["host"]
session.auth = (OPTIONS["user"], OPTIONS["key"])
service = ODataService(OPTIONS["base"], session=session, reflect_entities=True, quiet_progress=True)
say("sets " + " ".join(sorted(service.entities)[:3]))

Employee = service.entities["Employees"]
query = service.query(Employee)
query = query.filter(Employee.last_name.contains("b")).order_by(Employee.number.desc())
say("named " + " ".join(e.number for e in query))
one = service.query(Employee).filter(Employee.number == "E1").first()
say(f"one {one.number} {one.first_name} {one.birth_date}")

Assignment = service.entities["Assignments"]
found = service.query(Assignment).expand(Assignment.organisation).filter(Assignment.employee_key == "E1")
for assignment in found:
    say(f"unit {assignment.organisation.code}")

Country = service.entities["Countries"]
say(f"countries {sum(1 for _ in service.query(Country))}")
