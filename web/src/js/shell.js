// The frame of every page: side menu, theme, search, date.
import { announce, calm, on, remember, say, typing } from "./base.js";

const root = document.documentElement;
const phone = matchMedia("(max-width: 991.98px)");

// Side menu: collapses to icons on wide screens, is a drawer on narrow ones.
function drawer(open) {
  document.body.classList.toggle("tl-drawer-open", open);
  const side = document.getElementById("tl-side");
  document.querySelector(".tl-page")?.toggleAttribute("inert", open);
  document.querySelectorAll("[data-drawer]").forEach((b) => b.setAttribute("aria-expanded", open));
  if (open) side?.querySelector("a[aria-current=page], a, button")?.focus();
}
on("click", "[data-drawer]", () => drawer(!document.body.classList.contains("tl-drawer-open")));
on("click", "[data-drawer-close]", () => {
  drawer(false);
  document.querySelector("[data-drawer]")?.focus();
});
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && document.body.classList.contains("tl-drawer-open")) {
    drawer(false);
    document.querySelector("[data-drawer]")?.focus();
  }
});
phone.addEventListener("change", () => drawer(false));
on("click", "[data-side-toggle]", (_, button) => {
  const small = document.body.classList.toggle("tl-side-small");
  button.setAttribute("aria-expanded", !small);
  remember("talang_side", small ? "small" : "wide");
});
// The current entry is in view, whatever the length of the menu.
const here = document.querySelector("#tl-side [aria-current=page]");
const nav = document.querySelector(".tl-nav");
if (here && nav && here.offsetTop > nav.clientHeight - 60) nav.scrollTop = here.offsetTop - nav.clientHeight / 2;

// Theme.
function markTheme() {
  document.querySelectorAll("[data-theme-choice]").forEach((b) =>
    b.setAttribute("aria-checked", b.dataset.themeChoice === (root.dataset.theme || "auto")));
}
on("click", "[data-theme-choice]", (_, button) => {
  const choice = button.dataset.themeChoice;
  root.dataset.theme = choice;
  root.dataset.bsTheme = choice !== "auto" ? choice : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  remember("talang_theme", choice);
  markTheme();
  document.dispatchEvent(new CustomEvent("tl:theme"));
});
markTheme();

// Search: "/" from anywhere; arrows through the results while the words stay editable.
const search = document.getElementById("tl-search");
const results = document.getElementById("tl-search-results");
const options = () => [...(results?.querySelectorAll("[role=option]") ?? [])];
function choose(option) {
  options().forEach((o) => o.setAttribute("aria-selected", o === option));
  if (option) {
    search.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  } else search.removeAttribute("aria-activedescendant");
}
function show(open) {
  if (!search) return;
  results.hidden = !open;
  search.setAttribute("aria-expanded", open);
  if (!open) choose(null);
}
if (search && results) {
  document.addEventListener("keydown", (e) => {
    const slash = e.key === "/" && !typing(document.activeElement) && !e.ctrlKey && !e.metaKey && !e.altKey;
    const control = (e.key === "k" || e.key === "K") && (e.ctrlKey || e.metaKey);
    if (!slash && !control) return;
    e.preventDefault();
    document.body.classList.add("tl-search-open");
    search.focus();
    search.select();
  });
  search.addEventListener("keydown", (e) => {
    const all = options();
    const at = all.findIndex((o) => o.getAttribute("aria-selected") === "true");
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      if (results.hidden || !all.length) return;
      e.preventDefault();
      const next = e.key === "ArrowDown" ? at + 1 : at < 0 ? all.length - 1 : at - 1;
      choose(all[(next + all.length) % all.length] ?? null);
    } else if (e.key === "Enter" && at >= 0) {
      e.preventDefault();
      (all[at].matches("a") ? all[at] : all[at].querySelector("a"))?.click();
    } else if (e.key === "Escape") {
      if (results.hidden) { search.blur(); document.body.classList.remove("tl-search-open"); }
      show(false);
    }
  });
  search.addEventListener("input", () => { if (!search.value.trim()) show(false); });
  search.addEventListener("focus", () => { if (options().length && search.value.trim()) show(true); });
  search.addEventListener("htmx:after:swap", () => {
    options().forEach((o, i) => { o.id ||= `tl-hit-${i}`; });
    show(search.value.trim() !== "" && results.childElementCount > 0);
    announce(say("results", { count: options().length }));
  });
  document.addEventListener("pointerdown", (e) => { if (!e.target.closest(".tl-search")) { show(false); document.body.classList.remove("tl-search-open"); } });
  on("click", "[data-search-open]", () => { document.body.classList.add("tl-search-open"); search.focus(); });
  on("click", "[data-search-close]", () => { document.body.classList.remove("tl-search-open"); show(false); });
}

// Date of the view: a change of the field loads the page on that date, keeping everything else of the address.
on("change", "[data-asof] input[type=date]", (_, input) => { if (input.value && input.validity.valid) input.form.requestSubmit(); });
on("submit", "[data-asof]", (e, form) => {
  e.preventDefault();
  const address = new URL(location.href);
  const date = form.querySelector("input[type=date]").value;
  if (date && date !== form.dataset.today) address.searchParams.set("asOf", date);
  else address.searchParams.delete("asOf");
  location.assign(address);
});
on("click", "[data-asof-clear]", (_, button) => {
  const form = button.closest("[data-asof]") ?? document.querySelector("[data-asof]");
  form.querySelector("input[type=date]").value = form.dataset.today;
  form.requestSubmit();
});

// A sticky header shows its edge only when something is under it.
const edge = () => document.body.classList.toggle("tl-scrolled", scrollY > 8);
addEventListener("scroll", edge, { passive: true });
edge();
