"""A career site's client of a recruiting suite's front office, as written for another suite: it lists all vacancies page by page, opens
each, and applies for one with a file. It knows addresses, tokens and names of fields, and nothing of the program that answers.

base=URL, host=NAME (for the header Host), client=ID, secret=KEY, apply=REFERENCE.
A line per vacancy, REFERENCE TITLE COUNTRY, then what applying answered, then what the feed and the old pages say.
"""

import json
import xml.etree.ElementTree as xml
from html.parser import HTMLParser

import requests

from peer import options, say

OPTIONS = options()
BASE = OPTIONS["base"]
NEVER_NULL = (
    "reference isTopOffer title organisationName organisationDescription organisationLogoUrl startPublicationDate offerUrl "
    "offerFamilyCategory contractTypeCountry"
).split()
CODED = "code clientCode label active parentCode type parentType hasChildren _links".split()

http = requests.Session()
http.headers["Host"] = OPTIONS["host"]


def token():
    form = {"grant_type": "client_credentials", "client_id": OPTIONS["client"], "client_secret": OPTIONS["secret"]}
    answer = http.post(f"{BASE}/api/token", data=form, timeout=30)
    answer.raise_for_status()
    return answer.json()["access_token"]


def call(path, **query):
    answer = http.get(f"{BASE}{path}", params=query, headers={"Accept-Language": "fr-FR"}, timeout=30)
    answer.raise_for_status()
    return answer.json()


class Page(HTMLParser):
    """What a reader of the old pages looks for: titles of the list, the count, the heading of a description."""

    def __init__(self, text):
        super().__init__()
        self.titles, self.count, self.heading, self.inside = [], "", False, ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        names = (dict(attributes).get("class") or "").split()
        self.inside = ""
        if tag == "a" and "ts-offer-list-item__title-link" in names:
            self.inside = "title"
        if "gras" in names:
            self.inside = "count"
        if tag == "h2" and "JobDescription" in names:
            self.heading = True

    def handle_data(self, data):
        if self.inside == "title":
            self.titles.append(data)
        if self.inside == "count":
            self.count = data
        self.inside = ""


http.headers["Authorization"] = f"bearer {token()}"
start, seen = 1, []
while True:
    answer = call("/api/v2/offersummaries", count=1, start=start)
    paging = answer["_pagination"]
    assert set(paging) == {"start", "count", "total", "resultsPerPage", "hasMore", "lastPage"}, paging
    for offer in answer["data"]:
        assert all(offer[name] is not None for name in NEVER_NULL), offer
        for name in ("offerFamilyCategory", "contractTypeCountry"):
            assert sorted(offer[name]) == sorted(CODED) and isinstance(offer[name]["code"], int), offer[name]
        for name in ("country", "region", "department", "geographicalLocation"):
            assert isinstance(offer[name], list), offer
        detail = call("/api/v2/offers/getoffer", reference=offer["reference"], metadata="true")
        assert detail["jobDescription"]["title"] == offer["title"]
        assert {"longText1", "longText2", "longText3"} <= set(detail["jobDescription"]["jobDescriptionCustomFields"])
        assert detail["status"]["clientCode"] == "_TS_CO_OfferStatus_Diffuse", detail["status"]
        seen.append(offer["reference"])
        countries = ",".join(c["clientCode"] for c in offer["country"])
        say(f"{offer['reference']} {offer['title']} {countries} {detail['jobDescription']['description1'][:20]}")
    if not paging["hasMore"]:
        break
    start += 1
assert len(seen) == paging["total"] == len(set(seen)), seen
unknown = http.get(f"{BASE}/api/v2/offers/getoffer", params={"reference": "none"}, timeout=30)
say(f"unknown {unknown.status_code}")

applicant = {
    "applicant": {"personalInformation": {"firstName": "Zoé", "lastName": "Brun", "email": "zoe@example.org", "phoneNumber": "+33612345678"}},
    "application": {"type": "offer", "offerReference": OPTIONS["apply"]},
    "uploadedFiles": [{"description": "mon CV", "fileTypeId": "_TS_CV", "key": "cv_file_id"}],
}
pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def apply(body, content=pdf):
    return http.post(
        f"{BASE}/api/v2/applicants/applicationswithoutaccount",
        headers={"Accept-Language": "fr-FR", "jobAdReference": OPTIONS["apply"]},
        data={"applicantApplication": json.dumps(body)},
        files=[("cv_file_id", ("cv.pdf", content, "application/pdf"))],
        timeout=30,
    )


answer = apply(applicant)
say(f"applied {answer.status_code} {answer.json()['application']['offerReference']}")
applicant["applicant"]["personalInformation"]["email"] = "nowhere"
say(f"refused {apply(applicant).status_code}")
say(f"program {apply(applicant, b'MZ').status_code}")

# The anonymous addresses, without a key.
del http.headers["Authorization"]
feed = http.get(f"{BASE}/handlers/offerRss.ashx", params={"LCID": 1036, "top": 1000}, timeout=30)
for item in xml.fromstring(feed.content).iter("item"):
    assert item.findtext("pubDate").endswith(" Z"), item.findtext("pubDate")
    assert "/Pages/Offre/detailoffre.aspx?idOffre=" in item.findtext("link")
    assert "<p>" in item.findtext("description")
    number = item.findtext("link").split("idOffre=")[1].split("&")[0]
    page = http.get(f"{BASE}/Pages/Offre/detailoffre.aspx", params={"idOffre": number, "idOrigine": 502, "LCID": 1036}, timeout=30)
    say(f"rss {item.findtext('title')} {page.status_code} {Page(page.text).heading}")
short = http.get(f"{BASE}/handlers/offerRss.ashx", params={"LCID": 1036, "top": 1}, timeout=30)
say(f"top {len(list(xml.fromstring(short.content).iter('item')))}")
for path, query in [
    ("/offre-de-emploi/liste-toutes-offres.aspx", {"all": 1}),
    ("/pages/offre/listeoffre.aspx", {"mode": "list", "lcid": 1036, "facet_Country": "FR", "page": 1}),
]:
    page = Page(http.get(f"{BASE}{path}", params=query, timeout=30).text)
    say(f"list {page.count} {'/'.join(page.titles)}")
