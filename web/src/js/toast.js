// Short news at the foot of the page. The server sends them as HTML into #tl-toasts, or by the header
// HX-Trigger: {"toast": {"kind": "success", "text": "…", "undo": "/address"}}.
import { element, htmx, icon, on, say } from "./base.js";

const ICONS = { success: "circle-check", danger: "alert-circle", warning: "alert-triangle", info: "info-circle" };

export function toast({ kind = "info", text, undo }) {
  const host = document.getElementById("tl-toasts");
  if (!host) return;
  const node = element("div", { class: `tl-toast tl-toast-${kind}`, role: kind === "danger" ? "alert" : "status", "data-toast": "" },
    icon(ICONS[kind] ?? "info-circle"), element("span", { class: "tl-toast-text" }, text));
  if (undo) node.append(element("button", { type: "button", class: "btn btn-sm tl-toast-undo", "hx-post": undo, "hx-swap": "none" }, say("undo")));
  const close = element("button", { type: "button", class: "btn btn-icon btn-sm btn-ghost-secondary", "aria-label": say("close"), "data-toast-close": "" }, icon("x"));
  node.append(close);
  host.append(node);
  htmx.process(node);
  start(node);
}

const timers = new WeakMap();
function start(node) {
  // Errors stay until they are read; the rest goes, later when it can be undone.
  if (timers.has(node) || node.classList.contains("tl-toast-danger")) return;
  const wait = node.querySelector(".tl-toast-undo") ? 12000 : 6000;
  const leave = () => node.remove();
  const run = () => timers.set(node, setTimeout(leave, wait));
  run();
  const stop = () => clearTimeout(timers.get(node));
  for (const event of ["pointerenter", "focusin"]) node.addEventListener(event, stop);
  for (const event of ["pointerleave", "focusout"]) node.addEventListener(event, run);
}

document.addEventListener("toast", (e) => toast(e.detail));
on("click", "[data-toast-close]", (_, button) => button.closest("[data-toast]")?.remove());
on("click", ".tl-toast-undo", (_, button) => setTimeout(() => button.closest("[data-toast]")?.remove(), 0));
const all = (root) => (root.matches?.("[data-toast]") ? [root] : [...(root.querySelectorAll?.("[data-toast]") ?? [])]);
htmx.onLoad((root) => all(root).forEach(start));
