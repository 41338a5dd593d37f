// Forms: nothing typed is lost, errors are found at once, languages of one text, files by dropping, password shown on demand.
import { announce, element, htmx, on, say } from "./base.js";
import { confirm } from "./dialog.js";

// Unsaved changes.
const state = (form) => new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, v instanceof File ? v.name : v])).toString();
const clean = new WeakMap();
const dirty = (form) => clean.has(form) && clean.get(form) !== state(form);
const guarded = () => [...document.querySelectorAll("form[data-guard]")];
htmx.onLoad((root) => {
  const forms = root.matches?.("form[data-guard]") ? [root] : [...(root.querySelectorAll?.("form[data-guard]") ?? [])];
  // A form that came back with errors still holds unsaved work.
  forms.forEach((f) => clean.set(f, f.hasAttribute("data-unsaved") ? "" : state(f)));
});
const mark = (form) => {
  const changed = dirty(form);
  form.classList.toggle("is-dirty", changed);
  document.querySelectorAll(`[data-dirty-for="${CSS.escape(form.id)}"]`).forEach((e) => { e.hidden = !changed; });
  form.querySelectorAll("[data-dirty]").forEach((e) => { e.hidden = !changed; });
};
on("input", "form[data-guard]", (_, form) => mark(form));
on("change", "form[data-guard]", (_, form) => mark(form));
on("reset", "form[data-guard]", (_, form) => setTimeout(() => mark(form)));
let leaving = false;
on("submit", "form[data-guard]", (_, form) => { if (!form.hasAttribute("hx-post") && !form.hasAttribute("hx-put") && !form.hasAttribute("hx-patch")) leaving = true; });
addEventListener("beforeunload", (e) => { if (!leaving && guarded().some(dirty)) e.preventDefault(); });
addEventListener("pageshow", () => { leaving = false; });
// Cancel and links of the page ask in our own words rather than the browser's.
on("click", "a[href]", (e, link) => {
  if (e.defaultPrevented || e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || link.target === "_blank" || link.hasAttribute("download")) return;
  if (link.getAttribute("href").startsWith("#") || !guarded().some(dirty)) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  confirm({ title: say("unsaved-title"), text: say("unsaved-text"), action: say("discard"), danger: true }).then((yes) => {
    if (!yes) return;
    leaving = true;
    guarded().forEach((f) => clean.delete(f));
    link.click();
  });
}, true);
document.addEventListener("keydown", (e) => {
  if ((e.key === "s" || e.key === "S") && (e.ctrlKey || e.metaKey)) {
    const form = document.activeElement?.closest?.("form[data-guard]") ?? guarded()[0];
    if (form) { e.preventDefault(); form.requestSubmit(); }
  }
});

// Words of a list are put where somebody writes: into the field that had the focus last, or else the first.
let wrote = null;
on("focusin", "input, textarea", (_, field) => { wrote = field; });
on("click", "[data-insert]", (_, button) => {
  const ids = button.dataset.into.split(" ");
  const field = ids.includes(wrote?.id) && wrote.isConnected ? wrote : document.getElementById(ids[0]);
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

// Errors: the summary takes the focus and leads to each field.
htmx.onLoad((root) => (root.matches?.("[data-error-summary]") ? root : root.querySelector?.("[data-error-summary]"))?.focus());
on("click", "[data-error-summary] a", (e, link) => {
  const field = document.getElementById(link.getAttribute("href").slice(1));
  if (!field) return;
  e.preventDefault();
  const panel = field.closest("[role=tabpanel][hidden]");
  if (panel) document.querySelector(`[aria-controls="${CSS.escape(panel.id)}"]`)?.click();
  field.closest("details:not([open])")?.setAttribute("open", "");
  field.scrollIntoView({ block: "center" });
  field.focus();
});

// Tabs (of a page's panels, and of the languages of one text).
function select(tab, focus) {
  const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  for (const t of tabs) {
    const here = t === tab;
    t.setAttribute("aria-selected", here);
    t.tabIndex = here ? 0 : -1;
    t.classList.toggle("active", here);
    const panel = document.getElementById(t.getAttribute("aria-controls"));
    if (panel) panel.hidden = !here;
  }
  if (focus) tab.focus();
}
on("click", "[role=tab]", (e, tab) => { e.preventDefault(); select(tab, false); });
on("keydown", "[role=tab]", (e, tab) => {
  const tabs = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  const at = tabs.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[e.key];
  if (to === undefined) return;
  e.preventDefault();
  select(tabs[(to + tabs.length) % tabs.length], true);
});
on("input", "[data-language] input, [data-language] textarea", (_, input) => {
  const panel = input.closest("[data-language]");
  document.querySelector(`[aria-controls="${CSS.escape(panel.id)}"]`)?.classList.toggle("is-filled", input.value.trim() !== "");
});

// Files.
const size = (bytes) => {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  let at = 0;
  while (bytes >= 1000 && at < 3) { bytes /= 1000; at += 1; }
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: units[at], maximumFractionDigits: 1 }).format(bytes);
};
function showFiles(drop) {
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("[data-files]");
  if (!list) return;
  list.replaceChildren(...[...input.files].map((f) => element("li", {}, f.name, element("span", { class: "text-secondary ms-2" }, size(f.size)))));
  drop.classList.toggle("has-files", input.files.length > 0);
  if (input.files.length) announce([...input.files].map((f) => f.name).join(", "));
}
on("change", "[data-drop] input[type=file]", (_, input) => showFiles(input.closest("[data-drop]")));
for (const event of ["dragenter", "dragover"]) on(event, "[data-drop]", (e, drop) => { e.preventDefault(); drop.classList.add("is-over"); });
on("dragleave", "[data-drop]", (e, drop) => { if (!drop.contains(e.relatedTarget)) drop.classList.remove("is-over"); });
on("drop", "[data-drop]", (e, drop) => {
  e.preventDefault();
  drop.classList.remove("is-over");
  const input = drop.querySelector("input[type=file]");
  const transfer = new DataTransfer();
  [...e.dataTransfer.files].slice(0, input.multiple ? undefined : 1).forEach((f) => transfer.items.add(f));
  input.files = transfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// Filters and sort orders apply themselves.
on("change", "form[data-autosubmit]", (_, form) => form.requestSubmit());

// Passwords can be looked at.
on("click", "[data-reveal]", (_, button) => {
  const input = document.getElementById(button.dataset.reveal);
  const shown = input.type === "text";
  input.type = shown ? "password" : "text";
  button.setAttribute("aria-pressed", !shown);
});
