// Beside the pages of the app on a phone (S6): keeps styles, scripts, fonts and icons, whose names change with their content, and
// nothing else. No page, no answer with data ever goes through here: what is no asset is left to the browser.
const KEPT = "talang-assets";
const MOST = 80;

async function asset(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    await kept.put(request, answer.clone());
    // Those of former versions go, the oldest first.
    const all = await kept.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => kept.delete(old)));
  }
  return answer;
}

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method === "GET" && origin === self.location.origin && pathname.startsWith("/assets/")) {
    event.respondWith(asset(event.request));
  }
});
