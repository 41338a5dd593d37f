// Requests by htmx: the token against forged requests, the progress line, and what a user sees when one fails.
import { say } from "./base.js";
import { toast } from "./toast.js";

document.addEventListener("htmx:config:request", (e) => {
  const { request } = e.detail.ctx;
  const token = document.querySelector("meta[name=csrf]")?.content;
  if (token && request.method !== "GET") request.headers["X-CSRF-Token"] = token;
});

let running = 0;
const show = (change) => {
  running = Math.max(0, running + change);
  document.documentElement.classList.toggle("tl-busy", running > 0);
};
document.addEventListener("htmx:before:request", () => show(1));
document.addEventListener("htmx:finally:request", () => show(-1));

// A refusal that the server explains (400, 404, 409, 422 …) arrives as HTML and is swapped in. What is no page of ours —
// no answer at all, or a failure inside — becomes a toast, and the page stays as it was.
document.addEventListener("htmx:error", () => toast({ kind: "danger", text: say("offline") }));
document.addEventListener("htmx:before:response", (e) => {
  const { response } = e.detail.ctx;
  const html = response.headers.get("content-type")?.startsWith("text/html");
  if (response.status === 401) {
    e.preventDefault();
    location.reload();
  } else if (response.status >= 500 || (response.status >= 400 && !html)) {
    e.preventDefault();
    toast({ kind: "danger", text: say("failed") });
  }
});
