// Dialogs are native <dialog> elements: focus stays inside, Escape closes, focus returns. The server's dialogs go to
// #tl-dialogs and open by themselves; confirmation takes hx-confirm or data-confirm.
import { element, freshId, htmx, on, say } from "./base.js";

export function open(dialog, from = document.activeElement) {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  // What the dialog is for comes first, not the cross that closes it.
  (dialog.querySelector("[autofocus]")
    ?? dialog.querySelector(".tl-dialog-body :is(input:not([type=hidden]), select, textarea, [data-error-summary])")
    ?? dialog.querySelector(".tl-dialog-foot .btn-primary"))?.focus();
  dialog.addEventListener("close", () => {
    if (dialog.closest("#tl-dialogs")) dialog.remove();
    if (from?.isConnected) from.focus();
  }, { once: true });
}

on("click", "[data-dialog]", (e, button) => { e.preventDefault(); open(document.getElementById(button.dataset.dialog), button); });
on("click", "[data-dialog-close]", (_, button) => button.closest("dialog")?.close());
// A press on the backdrop closes, but not a text selection that ends there.
let pressed = null;
document.addEventListener("pointerdown", (e) => { pressed = e.target; });
document.addEventListener("click", (e) => {
  if (e.target instanceof HTMLDialogElement && pressed === e.target && !e.target.hasAttribute("data-stubborn")) {
    if (!e.target.querySelector("form[data-guard].is-dirty")) e.target.close();
  }
});
htmx.onLoad((root) => {
  const found = root.matches?.("dialog[data-auto]") ? [root] : root.querySelectorAll?.("dialog[data-auto]") ?? [];
  found.forEach((d) => open(d));
});
// The answer to a dialog's form: nothing to show, or a header, closes it.
document.addEventListener("tl:dialog-close", () => document.querySelectorAll("dialog[open]").forEach((d) => d.close()));

/** Asks; the promise says whether the user agreed. */
export function confirm({ title, text, action, danger }) {
  const id = freshId("tl-confirm");
  const no = element("button", { type: "button", class: "btn", value: "no", autofocus: danger ? "" : null }, say("cancel"));
  const yes = element("button", { type: "button", class: `btn ${danger ? "btn-danger" : "btn-primary"}`, autofocus: danger ? null : "" }, action || say("confirm"));
  const dialog = element("dialog", { class: "tl-dialog tl-dialog-small", role: "alertdialog", "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-text` },
    element("div", { class: "tl-dialog-body" },
      element("h2", { class: "tl-dialog-title", id: `${id}-title` }, title || say("confirm-title")),
      element("p", { class: "mb-0", id: `${id}-text` }, text)),
    element("div", { class: "tl-dialog-foot" }, no, yes));
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer = false;
    yes.addEventListener("click", () => { answer = true; dialog.close(); });
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); resolve(answer); });
    open(dialog);
  });
}

const wording = (e) => ({
  title: e.dataset.confirmTitle,
  action: e.dataset.confirmAction,
  danger: e.hasAttribute("data-danger") || e.classList.contains("btn-danger"),
});
document.addEventListener("htmx:confirm", (e) => {
  const { ctx, issueRequest, dropRequest } = e.detail;
  if (!ctx.confirm) return;
  e.preventDefault();
  confirm({ text: ctx.confirm, ...wording(ctx.sourceElement) }).then((yes) => (yes ? issueRequest() : dropRequest()));
});
on("submit", "form[data-confirm]", (e, form) => {
  if (form.dataset.confirmed) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  const { submitter } = e;
  confirm({ text: form.dataset.confirm, ...wording(form) }).then((yes) => {
    if (!yes) return;
    form.dataset.confirmed = "1";
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
  });
}, true);
