// Small helpers: copying, printing, numbers of progress bars, local times.
import { announce, element, htmx, on, say } from "./base.js";

on("click", "[data-copy]", async (_, button) => {
  const text = button.dataset.copy || document.getElementById(button.dataset.copyFrom)?.textContent || "";
  try {
    await navigator.clipboard.writeText(text);
    button.classList.add("is-copied");
    setTimeout(() => button.classList.remove("is-copied"), 1500);
    announce(say("copied"));
  } catch {
    announce(say("failed"));
  }
});
on("click", "[data-print]", () => print());
on("click", "[data-download]", (_, button) => {
  const text = document.getElementById(button.dataset.download)?.textContent ?? "";
  const link = element("a", { href: URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" })), download: button.dataset.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

// Widths that come from data are set by script: the content security policy allows no style attribute.
htmx.onLoad((root) => root.querySelectorAll?.("[data-width]").forEach((e) => { e.style.width = `${e.dataset.width}%`; }));

// Of more tabs than a phone is wide, the one that is open can be seen. The page itself does not scroll.
htmx.onLoad((root) => root.querySelectorAll?.(".tl-tabs > [aria-current]").forEach((tab) => {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}));

// A message for another site that came as a form goes on by itself; without scripts its button does it.
document.querySelector("form[data-submit-now]")?.submit();

// The page that can be put on a phone's home screen brings what keeps styles and scripts there.
if (document.querySelector('link[rel="manifest"]')) navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
