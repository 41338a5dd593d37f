// Sending files with visible progress (fetch cannot report it). The answer is HTML for the form's data-target; the wizard's
// later progress is the server's: <div hx-get="…" hx-trigger="every 1s" hx-swap="outerHTML"> until it is done.
import { announce, htmx, on, say } from "./base.js";
import { toast } from "./toast.js";

on("submit", "form[data-upload]", (e, form) => {
  e.preventDefault();
  const request = new XMLHttpRequest();
  const bar = form.querySelector("progress");
  const label = form.querySelector("[data-upload-label]");
  const buttons = form.querySelectorAll("[type=submit]");
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  const end = () => {
    buttons.forEach((b) => { b.disabled = false; });
    if (bar) bar.closest("[data-upload-progress]")?.setAttribute("hidden", "");
  };
  buttons.forEach((b) => { b.disabled = true; });
  bar?.closest("[data-upload-progress]")?.removeAttribute("hidden");
  request.upload.addEventListener("progress", (p) => {
    if (!p.lengthComputable || !bar) return;
    bar.max = p.total;
    bar.value = p.loaded;
    if (label) label.textContent = p.loaded < p.total ? say("uploading", { percent: percent.format(p.loaded / p.total) }) : say("processing");
  });
  request.addEventListener("load", async () => {
    end();
    const redirect = request.getResponseHeader("HX-Redirect");
    if (redirect) return location.assign(redirect);
    if (request.status >= 500 || !request.getResponseHeader("Content-Type")?.startsWith("text/html")) {
      return toast({ kind: "danger", text: say("failed") });
    }
    const target = document.querySelector(form.dataset.target) ?? form;
    await htmx.swap({ text: request.responseText, target, swap: form.dataset.swap || "innerHTML", sourceElement: form });
    announce(say("uploaded"));
  });
  for (const failure of ["error", "timeout", "abort"]) {
    request.addEventListener(failure, () => { end(); toast({ kind: "danger", text: say("offline") }); });
  }
  const body = new FormData(form, e.submitter ?? undefined);
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("Accept", "text/html");
  const token = document.querySelector("meta[name=csrf]")?.content;
  if (token) request.setRequestHeader("X-CSRF-Token", token);
  request.send(body);
});
