// What the other modules share.
import htmx from "htmx.org/dist/htmx.esm.js";
export { htmx };

/** The page's texts in its language, put there by the server. */
const texts = JSON.parse(document.getElementById("tl-texts")?.textContent || "{}");

/** A text of the page, with {name} replaced. */
export function say(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** One listener on the document for all elements, present and future, that match. */
export function on(event, selector, handler, options) {
  document.addEventListener(event, (e) => {
    const element = e.target instanceof Element ? e.target.closest(selector) : null;
    if (element) handler(e, element);
  }, options);
}

/** Tells screen readers. */
export function announce(text) {
  const live = document.getElementById("tl-live");
  if (!live) return;
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

/** Remembers a choice for a year where the server can read it. */
export function remember(name, value) {
  const https = location.protocol === "https:";
  document.cookie = `${https ? "__Host-" : ""}${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${https ? "; Secure" : ""}`;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const typing = (element) => element?.matches?.("input, textarea, select, [contenteditable]");

let counter = 0;
/** An id that is free on this page. */
export const freshId = (prefix) => `${prefix}-${++counter}-${Math.random().toString(36).slice(2, 7)}`;

/** An icon of the sprite. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${document.body.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

/** element("button", {class: "btn", type: "button"}, "text", child) */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null && value !== false) node.setAttribute(name, value);
  node.append(...children.filter((c) => c != null));
  return node;
}
